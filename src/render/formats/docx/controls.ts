import { BuilderElement, type Paragraph, type ParagraphChild, type Table, TextRun } from 'docx'
import { aliasOf, bookmarkOf, tagOf } from '../../../ooxml/stamps.ts'
import { oneLine } from '../../document/clean.ts'
import type { Change, Document } from '../../document/document.ts'
import type { Reference } from '../../document/references.ts'
import { guarded } from './text.ts'

/** What a page is made of, as docx types it. */
export type PageElement = Paragraph | Table

type WordAttributes = Record<string, string | number>

/**
 * Any element that docx has no class for. docx types children by its own classes, and writes any component all the
 * same, hence the one cast.
 */
export function element<T>(
  name: string,
  attributes: WordAttributes = {},
  children: readonly unknown[] = [],
): T {
  const keyed = Object.entries(attributes).map(([key, value]) => [key, { key, value }])
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(keyed),
    children: children as BuilderElement[],
  }) as T
}

/** What must be told apart within one document: ids, bookmarks, lists. And whose hand made what was changed, and when. */
export type Ledger = {
  id(): number
  list(): number
  bookmark(prompt: string): string
  /** Notes down a comment, and says its number. */
  comment(text: string): number
  comments: string[]
  /** The hand of what is changed next: in a paragraph that stays, or with the whole of one. */
  turn(change: Change | undefined): void
  hand: { author: string; date: string }
  /** Where references lead, by name. */
  leads: Map<string, Lead>
}

/** Where a reference leads: the bookmark of a heading, and its number now and in what the document is compared with. */
export type Lead = {
  heading: Reference['heading']
  bookmark: string
  now: Reference | undefined
  was: Reference | undefined
}

/** A ledger for one document, with nothing in it yet. */
export function openLedger({ author, date }: Document, leads: Map<string, Lead>): Ledger {
  let ids = 0
  let lists = 0
  const bookmarks = new Map<string, number>()
  const comments: string[] = []
  const hand = { author: guarded(oneLine(author)), date: '' }
  // LibreOffice takes a change at the end of a paragraph and one at the start of the next for one, with what is between them, if
  // they were made in the same minute. So neighbours are a minute apart.
  let minute = 0
  const turn = (change: Change | undefined): void => {
    minute = change ? 2 : minute === 0 ? 1 : 0
    hand.date = `${date}T00:0${minute}:00Z`
  }
  turn(undefined)
  return {
    turn,
    comments,
    comment: (text) => comments.push(text) - 1,
    hand,
    leads,
    id: () => ++ids,
    list: () => ++lists,
    bookmark: (prompt) => {
      const nth = (bookmarks.get(prompt) ?? 0) + 1
      bookmarks.set(prompt, nth)
      return bookmarkOf(prompt, nth)
    },
  }
}

/** Children with a bookmark round them, which outlives programs that drop the tags of content controls. */
export function bookmarked<T>(name: string, { id }: Ledger, children: readonly T[]): T[] {
  const mark = id()
  return [
    element('w:bookmarkStart', { 'w:id': mark, 'w:name': name }),
    ...children,
    element('w:bookmarkEnd', { 'w:id': mark }),
  ]
}

/** Paragraphs in a content control that tells which prompt their words came from, and that Word draws no frame round. */
export const traced = (prompt: string, ledger: Ledger, children: readonly PageElement[]): PageElement[] => [
  control(ledger, aliasOf(prompt), prompt, bookmarked(ledger.bookmark(prompt), ledger, children), [
    element('w15:appearance', { 'w15:val': 'hidden' }),
    // LibreOffice strips the formatting from a control of any other sort.
    element('w:docPartObj', {}, [element('w:docPartGallery', { 'w:val': 'Quick Parts' })]),
  ]),
]

/** A place to fill in: its words stay, unless they are only a placeholder, which the first key typed replaces. */
export const fillIn = <T>(
  title: string,
  prompt: string | undefined,
  ledger: Ledger,
  children: readonly T[],
  isEmpty = true,
): T =>
  control(ledger, title.slice(0, 64).trim(), prompt, children, isEmpty ? [element('w:showingPlcHdr')] : [])

/** A box to tick. */
export const tickBox = (title: string, ticked: boolean, ledger: Ledger): ParagraphChild => {
  const box = (value: string) => ({ 'w14:val': value, 'w14:font': 'MS Gothic' })
  const sort = element('w14:checkbox', {}, [
    element('w14:checked', { 'w14:val': ticked ? '1' : '0' }),
    element('w14:checkedState', box('2612')),
    element('w14:uncheckedState', box('2610')),
  ])
  const mark = new TextRun({ text: ticked ? '\u2612' : '\u2610', font: 'MS Gothic' })
  return control(ledger, title, undefined, [mark], [sort])
}

const control = <T>(
  { id }: Ledger,
  title: string,
  prompt: string | undefined,
  children: readonly unknown[],
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
