import { stampOf } from '../../ooxml/stamps.ts'
import { withoutPlaceholder } from '../placeholder.ts'
import { boxesOf, CONFIRMATIONS, ticksIn } from '../ticks.ts'
import type { ListMarker } from './list-marks.ts'
import type { Paragraph } from './paragraph.ts'
import type { AnswerPlace } from './slots.ts'
import { passage } from './text.ts'

/** An answer as it stands in its place: what was ticked, and the words. */
export function answerIn(all: Paragraph[], { choices, depth }: AnswerPlace, marker: ListMarker): string {
  const written = all.map((each) => ({ ...each, words: withoutPlaceholder(each.words) }))
  const at = written.findIndex(({ words }) => words.trim() !== '')
  const first = written[at]
  const ticks =
    first &&
    (ticksIn(first, CONFIRMATIONS) ?? (choices.length > 0 ? ticksIn(first, boxesOf(choices)) : undefined))
  if (!first || !ticks) return passage(written, depth, marker)
  const beside = passage(written.with(at, { ...first, words: ticks.rest }), depth, marker)
  return [ticks.ticked && `${ticks.ticked}.`, beside].filter(Boolean).join('\n\n')
}

/** Letters of a topic. */
const LINE = 80

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
