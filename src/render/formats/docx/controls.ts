import { BuilderElement, type Paragraph, type Table } from 'docx'
import { aliasOf, bookmarkOf, tagOf } from './names.ts'
import { guarded } from './text.ts'

/** What a page is made of, as docx types it. */
export type Flow = Paragraph | Table

type Attributes = Record<string, string | number>

/**
 * Any element that docx has no class for. docx types children by its own classes, and writes any component all the
 * same, hence the one cast.
 */
export function element<T>(name: string, attributes: Attributes = {}, children: readonly unknown[] = []): T {
  const keyed = Object.entries(attributes).map(([key, value]) => [key, { key, value }])
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(keyed),
    children: children as BuilderElement[],
  }) as T
}

/** What must be told apart within one document: ids, bookmarks, lists. */
export type Ledger = { id(): number; list(): number; bookmark(prompt: string): string }

export function openLedger(): Ledger {
  let ids = 0
  let lists = 0
  const bookmarks = new Map<string, number>()
  return {
    id: () => ++ids,
    list: () => ++lists,
    bookmark: (prompt) => {
      const nth = (bookmarks.get(prompt) ?? 0) + 1
      bookmarks.set(prompt, nth)
      return bookmarkOf(prompt, nth)
    },
  }
}

/** Holds its children under a name: the bookmark outlives programs that drop the tags of content controls. */
export function bookmarked<T>(name: string, { id }: Ledger, children: readonly T[]): T[] {
  const mark = id()
  return [
    element('w:bookmarkStart', { 'w:id': mark, 'w:name': name }),
    ...children,
    element('w:bookmarkEnd', { 'w:id': mark }),
  ]
}

/** Marks where words came from, without a frame round them. */
export const traced = (prompt: string, ledger: Ledger, children: readonly Flow[]): Flow[] => [
  control(ledger, aliasOf(prompt), prompt, bookmarked(ledger.bookmark(prompt), ledger, children), [
    element('w15:appearance', { 'w15:val': 'hidden' }),
    // LibreOffice strips the formatting from a control of any other sort.
    element('w:docPartObj', {}, [element('w:docPartGallery', { 'w:val': 'Quick Parts' })]),
  ]),
]

/** A place to fill in: its words are a placeholder, which the first key typed replaces. */
export const placeholder = <T>(
  title: string,
  prompt: string | undefined,
  ledger: Ledger,
  children: readonly T[],
): T => control(ledger, title.slice(0, 64).trim(), prompt, children, [element('w:showingPlcHdr')])

const control = <T>(
  { id }: Ledger,
  title: string,
  prompt: string | undefined,
  children: readonly T[],
  sort: readonly unknown[],
): T =>
  element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': guarded(title) }),
      ...(prompt ? [element('w:tag', { 'w:val': guarded(tagOf(prompt)) })] : []),
      element('w:id', { 'w:val': id() }),
      ...sort,
    ]),
    element('w:sdtContent', {}, children),
  ])
