import { WRITE_HERE } from '../../core/agreement/worksheet.ts'
import { CONFIRMATION_WORDS } from '../../core/prompts/confirmations.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { ListMarker } from './list-marks.ts'
import type { Paragraph } from './paragraph.ts'
import type { AnswerPlace } from './slots.ts'
import { passage } from './text.ts'

/** An answer as it stands in its place: what was ticked, and the words. */
export function answerIn(all: Paragraph[], { choices, depth }: AnswerPlace, marker: ListMarker): string {
  const written = all.map((each) => ({ ...each, words: each.words.replace(WRITE_HERE, '') }))
  const at = written.findIndex(({ words }) => words.trim() !== '')
  const first = written[at]
  const ticks =
    first &&
    (ticksIn(first, CONFIRMATIONS) ?? (choices.length > 0 ? ticksIn(first, boxesOf(choices)) : undefined))
  if (!first || !ticks) return passage(written, depth, marker)
  const beside = passage(written.with(at, { ...first, words: ticks.rest }), depth, marker)
  return [ticks.ticked && `${ticks.ticked}.`, beside].filter(Boolean).join('\n\n')
}

const EMPTY = '\u2610\u25a1'
const TICK = '\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u274c\u2716\u221a\u25a0\u25cfxX'
/** What may stand before a word: nothing, or one box. Anything else is somebody's remark. */
const BOX = `\\s*(?:([${EMPTY}${TICK}])\\ufe0f?)?\\s*`
/** Words to tick: all in a line, and the one that was left, with its box. */
const boxesOf = (all: string[]) => ({
  all,
  line: new RegExp(`^${all.map((words) => BOX + words).join('(?!\\p{L})')}(?=\\s|$)`, 'u'),
  one: new RegExp(`^([${EMPTY}${TICK}])\\ufe0f?\\s*(${all.join('|')})$`, 'u'),
})
const CONFIRMATIONS = boxesOf(Object.values(CONFIRMATION_WORDS))
/** Letters in which the boxes would stand. */
const LINE = 80

/**
 * What was ticked in a line of boxes, and the words after them; nothing where that is not plain, so that the line stays as it was
 * written.
 */
function ticksIn(
  { words, isMarked }: Paragraph,
  { all, line: boxes, one }: ReturnType<typeof boxesOf>,
): { ticked: string | undefined; rest: string } | undefined {
  const line = words.trim()
  const left = one.exec(line)
  if (left) return { ticked: left[2]!, rest: '' }
  const found = boxes.exec(line.slice(0, LINE))
  if (!found) return undefined
  const ticked = all.filter((_, n) => TICK.includes(found[n + 1] || '\0'))
  if (ticked.length > 1 || (ticked.length === 0 && isMarked)) return undefined
  return { ticked: ticked[0], rest: line.slice(found[0].length) }
}

/**
 * A clause as it reads now, and lines of the agreement's own in it that were changed: what it is about, or who leads.
 * `lacking` are the stamps of those that are no longer there, and `led` are those of sentences of its own that it may begin with.
 */
export function clauseIn(
  all: Paragraph[],
  { topic, depth }: AnswerPlace,
  marker: ListMarker,
  lacking: string[],
  led: string[],
): { words: string; beside: string[] } {
  const written = all.map((each) => ({ ...each, words: withoutBlank(each.words, lacking) }))
  const first = written.find(({ words }) => words.trim() !== '')
  const isRenamed = lacking.includes(stampOf(topic))
  const isOurs = (paragraph: Paragraph) => {
    const { words, isStrong } = paragraph
    const isTopic =
      isRenamed && paragraph === first && isStrong && words.length < LINE && !/[.;:]\s*$/.test(words)
    return lacking.length > 0 && (isTopic || /^Lead: [^\n]*\n(Next review|Review was due): /.test(words))
  }
  const words = passage(
    written.filter((paragraph) => !isOurs(paragraph)),
    depth,
    marker,
  )
  return {
    words: afterLead(words, led),
    beside: written.filter(isOurs).map(({ words }) => words.trim()),
  }
}

/** Letters in which such a sentence ends. */
const SENTENCE = 400

/** Words after a sentence that they go on from, where that is as it was sent. */
function afterLead(words: string, led: string[]): string {
  if (led.length === 0) return words
  const ends = [...words.slice(0, SENTENCE).matchAll(/[.,;:]|$/g)].map(({ index }) => index)
  const end = ends.findLast((at) => led.includes(stampOf(words.slice(0, at))))
  return end === undefined ? words : words.slice(end + 1).trimStart()
}

/** Words without the blank that stood in their place, where somebody wrote on beside it. */
const withoutBlank = (words: string, lacking: string[]): string =>
  words.replace(/\[[^\]]{1,400}\]/g, (blank) => (lacking.includes(stampOf(blank)) ? '' : blank))
