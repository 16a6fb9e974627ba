import { BESIDE_BOXES, WRITE_HERE } from '../core/agreement/worksheet.ts'
import { CONFIRMATION_WORDS } from '../core/prompts/confirmations.ts'

/** Boxes beside words, and which of them is ticked. */

const EMPTY = '\u2610\u25a1'
const TICK = '\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u274c\u2716\u221a\u25a0\u25cfxX'
/** What may stand before a word: nothing, or one box. Anything else is somebody's remark. */
const BOX = `\\s*(?:([${EMPTY}${TICK}])\\ufe0f?)?\\s*`
/** Words to tick: all in a line, and the one that was left, with its box. */
export const boxesOf = (all: string[]) => ({
  all,
  line: new RegExp(`^${all.map((words) => BOX + words).join('(?!\\p{L})')}(?=\\s|$)`, 'u'),
  one: new RegExp(`^([${EMPTY}${TICK}])\\ufe0f?\\s*(${all.join('|')})$`, 'u'),
})
export const CONFIRMATIONS = boxesOf(Object.values(CONFIRMATION_WORDS))
/** Letters in which the boxes would stand. */
const LINE = 80

/**
 * What was ticked in a line of boxes, and the words after them; nothing where that is not plain, so that the line stays as it was
 * written.
 */
export function ticksIn(
  { words, isMarked }: { words: string; isMarked: boolean },
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

const PAGE_WORDS = new RegExp(`^(?:${BESIDE_BOXES.none}\\s+)?${BESIDE_BOXES.words}\\s*`)

/** What was said in a place of a form that came as a text or a page, without what stood there when it was sent. */
export function placeWords(words: string, boxes: ReturnType<typeof boxesOf> | undefined): string {
  const said = words.replace(WRITE_HERE, '').trim()
  const plain = said.replace(/\[[xX\u2713\u2714\u2612]\]/g, '\u2612').replace(/\[ ?\]/g, '\u2610')
  const ticks = boxes && ticksIn({ words: plain, isMarked: false }, boxes)
  if (!ticks) return said
  const rest = ticks.rest.trim().replace(PAGE_WORDS, '')
  return [ticks.ticked && `${ticks.ticked}.`, rest].filter(Boolean).join('\n\n')
}
