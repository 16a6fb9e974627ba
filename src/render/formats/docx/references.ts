import { type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import type { Change, Document, Inline } from '../../document/document.ts'
import { type Reference, referencesIn } from '../../document/references.ts'
import { inlinesIn } from '../../document/tree.ts'
import { element, type Lead, type Ledger } from './controls.ts'
import { tracked } from './tracked.ts'
import { textRuns } from './words.ts'

type Referring = Extract<Inline, { kind: 'text' }>

/** Where the references of a document lead, by name. */
export function leadsIn(document: Document): Map<string, Lead> {
  const { now, was } = referencesIn(document)
  const inlines = inlinesIn(document.blocks).flat()
  const names = new Set(inlines.flatMap((inline) => (inline.kind === 'text' && inline.to ? [inline.to] : [])))
  return new Map(
    [...names].flatMap((name, n): [string, Lead][] => {
      const [here, before] = [now.get(name), was.get(name)]
      const heading = here?.heading ?? before?.heading
      return heading ? [[name, { heading, bookmark: `_Ref${100_000_001 + n}`, now: here, was: before }]] : []
    }),
  )
}

/**
 * A reference: the word, and the number as a field that Word counts anew. Where nothing but the number has changed, only that is
 * marked.
 */
export function reference(
  { text, change, bare }: Referring,
  { bookmark, now, was }: Lead,
  format: IRunOptions,
  ledger: Ledger,
): readonly ParagraphChild[] {
  const wordOf = ({ word }: Reference) => (bare ? '' : word)
  const whole = (there: Reference | undefined, how: Referring['change']) => {
    const number = there && field(numberAt(bookmark), textRuns(there.number, format, how), format, how)
    return tracked<ParagraphChild>(
      how,
      ledger,
      number ? [...textRuns(wordOf(there), format, how), ...number] : textRuns(text, format, how),
    )
  }
  if (change) return whole(change === 'removed' ? was : now, change)
  if (now?.number === was?.number) return whole(now, undefined)
  if (!now || now.word !== was?.word) return [...whole(was, 'removed'), ...whole(now, 'added')]
  const numbers = (['removed', 'added'] as const).flatMap((how) =>
    tracked(how, ledger, textRuns((how === 'removed' ? was : now).number, format, how)),
  )
  return [...textRuns(wordOf(now), format), ...field(numberAt(bookmark), numbers, format)]
}

const numberAt = (bookmark: string) => `REF ${bookmark} \\r \\h`

/** A field that Word counts, with what it says until then. */
export function field(
  instruction: string,
  result: readonly ParagraphChild[],
  format: IRunOptions = {},
  change?: Change,
): ParagraphChild[] {
  const run = (child: TextRun) => new TextRun({ ...format, children: [child] })
  const mark = (kind: string) => run(element('w:fldChar', { 'w:fldCharType': kind }))
  const name = change === 'removed' ? 'w:delInstrText' : 'w:instrText'
  const told = element<TextRun>(name, { 'xml:space': 'preserve' }, [` ${instruction} `])
  return [mark('begin'), run(told), mark('separate'), ...result, mark('end')]
}
