import { DECISION_WORDS, type Decision, withDecision } from '../core/decisions.ts'
import { WRITE_HERE } from '../core/worksheet.ts'
import type { Marker } from './lists.ts'
import type { Paragraph } from './paragraphs.ts'
import { passage } from './passage.ts'
import type { Place } from './places.ts'

const WORDS = Object.entries(DECISION_WORDS) as [Decision, string][]
const TICK = /[\u2611\u2612\u2713\u2714\u2717\u2718\u25a0xX]/
/** ☐ Yes ☒ No ☐ Not yet, or the one that was left, and whatever follows. */
const BOXES = new RegExp(
  `^${WORDS.map(([, word]) => `(\\P{L}*[xX]?\\P{L}*)${word}(?!\\p{L})`).join('')}\\s*`,
  'u',
)
const BOX = new RegExp(`^\\P{L}*\\p{So}\\P{L}*(${WORDS.map(([, word]) => word).join('|')})\\P{L}*$`, 'u')

/** An answer as it stands in its place: what was ticked, and the words. `isLacking` where a line of our own is not as it was. */
export function answerIn(
  kept: Paragraph[],
  { as, depth }: Place,
  marker: Marker,
  isLacking: boolean,
): { words: string; beside: string[] } {
  const at = kept.findIndex(({ words }) => words.trim() !== '')
  const first = kept[at]
  if (!first) return { words: '', beside: [] }
  if (as === 'agreed') {
    // What a clause is about, or who leads, in other words.
    const isOurs = (paragraph: Paragraph) =>
      isLacking && ((paragraph === first && paragraph.isStrong) || /^Lead: /.test(paragraph.words))
    return {
      words: passage(
        kept.filter((paragraph) => !isOurs(paragraph)),
        depth,
        marker,
      ),
      beside: kept.filter(isOurs).map(({ words }) => words.trim()),
    }
  }
  const line = first.words.trim()
  const boxes = BOXES.exec(line.slice(0, LINE))
  const box = BOX.exec(line.slice(0, LINE))
  const words = (rest: string) => {
    const all = kept.with(at, { ...first, words: rest })
    const written = all.map((each) => ({ ...each, words: each.words.replace(BEFORE, '') }))
    return passage(written, depth, marker)
  }
  if (box)
    return { words: withDecision(WORDS.find(([, word]) => word === box[1])![0], words('')), beside: [] }
  if (!boxes) return { words: words(line), beside: [] }
  const ticked = WORDS.filter((_, n) => TICK.test(boxes[n + 1]!)).map(([decision]) => decision)
  return {
    words: withDecision(ticked.length === 1 ? ticked[0] : undefined, words(line.slice(boxes[0].length))),
    beside: ticked.length > 1 ? [boxes[0].trim()] : [],
  }
}

/** Letters in which boxes to tick would stand. */
const LINE = 80
/** What stood in the place before, where somebody wrote on after it. */
const BEFORE = new RegExp(`^${WRITE_HERE}\\b\\s*`)
