import { isConfirming } from '../confirming.ts'
import { answerMark, END } from '../reply/standing.ts'
import type { Question, Returned } from '../returned.ts'
import { openParagraph, type Paragraph } from './paragraph.ts'
import { type ExpectedAgreement, remarked } from './remarked.ts'
import { readMarked } from './word.ts'

/** A paragraph of a text, what stood before it, and whether it stands in the agreement so, outside its clauses. */
type TextParagraph = { words: string; mark: string; isBeside: boolean }

type ParagraphsAs = (agreement: ExpectedAgreement) => TextParagraph[]
type TextRead = Pick<Returned, 'answers' | 'others' | 'text'>

const CLAUSE = /^\d{1,3}\.\d/
const COUNTED = /^\d{1,3}\.$/
const ITEM = /^(?:[-–•*·]|\([a-z]{1,5}\)|[a-z][.)])$/
/** Letters of a heading. */
const LINE = 100

/**
 * Reads a text as an agreement that came back. `paragraphsAs` are its paragraphs where it is one of `agreements`. Gives nothing where it is
 * none, but quotes some clauses to say something about them.
 */
export function readTextCopy(
  text: string,
  paragraphsAs: ParagraphsAs,
  asked: Question[],
  agreements: ExpectedAgreement[],
): TextRead | undefined {
  const bodies = new Map(agreements.map((agreement) => [agreement, paragraphsAs(agreement)] as const))
  const ownIn = (agreement: ExpectedAgreement): number => {
    const own = new Set(agreement.paragraphs.map(({ words }) => words))
    return bodies.get(agreement)!.filter(({ words }) => own.has(words)).length
  }
  const alike = agreements.filter((agreement) => ownIn(agreement) >= FEWEST)
  const found = remarked((agreement) => bodies.get(agreement)!.map(paragraphOf), alike)
  if (!found)
    return isTitled(text, alike) && alike.some((each) => ownIn(each) >= TELLING) ? asOne(text) : undefined
  const { body, ours, isPart, sent } = found
  if (isPart && !isTitled(text, agreements) && ours.size < body.length) return undefined
  // What is known of a paragraph says more than what stands before it.
  for (const [paragraph, { prompt, item }] of ours) {
    paragraph.style = prompt ? '' : 'Heading1'
    paragraph.list = item === undefined ? undefined : { number: '- ', level: item }
  }
  const { gone, ...read } = readMarked(
    {
      body,
      frames: [],
      marker: ({ list }) => list && { mark: list.number, level: list.level },
      remarks: new Map(),
    },
    asked,
    sent,
  )!
  return { ...read, text }
}

/** Whether a text is a form, or an answer to one, and so no copy of the agreement. */
export const asksOrAnswers = (text: string): boolean =>
  isConfirming(text) || text.split('\n').some((line) => answerMark(line) !== undefined || END.test(line))

/** Paragraphs of ours in what could be some sections of it, and those below its title that tell that it is ours, whatever else it says. */
const [FEWEST, TELLING] = [2, 9]

const asOne = (text: string): TextRead => ({
  ...{ answers: [], text },
  others: [{ what: 'copy', near: undefined, words: text.trim() }],
})

/** Whether a line of a text is the title of one of them, or ends it. */
export function isTitled(text: string, agreements: ExpectedAgreement[]): boolean {
  const lines = text.split('\n').map((line) => line.replace(/^[\s#]+/, '').trim())
  const titles = agreements.flatMap(({ paragraphs: [title] }) =>
    title ? [title.words.replaceAll('\n', '<br>'), title.words.split('\n').at(-1)] : [],
  )
  return lines.some((line) => titles.includes(line))
}

function paragraphOf({ words, mark, isBeside }: TextParagraph): Paragraph {
  const isHeading = COUNTED.test(mark) && words.length < LINE && !/[.;:,]$/.test(words)
  const style = isBeside || isHeading ? 'Heading1' : CLAUSE.test(mark) ? 'Clause' : ''
  const front = ITEM.test(mark) ? '- ' : style || mark === '' ? '' : `${mark} `
  return {
    ...openParagraph({ cells: [], bookmarks: [], controls: [], files: 0 }),
    ...{ words, style, isStrong: false, isMarked: false },
    list: front ? { number: front, level: 0 } : undefined,
  }
}
