import { wrapAnsi } from 'fast-wrap-ansi'
import { paragraphStamp, placementIn } from '../../core/record/adopt.ts'
import { viewOf } from '../../core/view/view.ts'
import { counted } from '../../errors.ts'
import { daysOfSigning } from '../../intake/agreement/old-parties.ts'
import { clean } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { indented } from '../shared/show-prompt.ts'
import type { OldDocument } from './read-document.ts'

/** Letters of a paragraph that are shown. */
const SHOWN = 300

/** Says what of an agreement is nowhere in the file, and how to go on. */
export function tellRest(
  { terminal, today }: World,
  opened: Opened,
  { document, clauses }: OldDocument,
): void {
  const placed = [...placementIn(opened.partnership, document).values()]
  const isPlaced = (words: string) => placed.some(({ stamps }) => stamps.has(paragraphStamp(words)))
  const left = clauses.flatMap(({ paragraphs }) => paragraphs.filter((each) => !isPlaced(each)))
  if (left.length > 0) {
    terminal.out(`\n${counted(left.length, 'paragraph')} of ${document} left out\n`)
    for (const words of left) {
      const text = clean(words)
      const more = text.length > SHOWN ? '…' : ''
      terminal.out(`${indented(terminal, text.slice(0, SHOWN) + more)}\n`)
    }
  }
  const waiting = viewOf({ ...opened, today }).prompts.filter(({ adopted }) =>
    adopted.some(({ from }) => from === document),
  )
  if (waiting.length === 0) return
  const many = `${counted(waiting.length, 'clause')} of ${document} ${waiting.length === 1 ? 'waits' : 'wait'} for the partners to agree.`
  const days = daysOfSigning(clauses)
  const on = days.length === 1 ? `"${days[0]}"` : '<the day>'
  terminal.say(
    `\n${wrapAnsi(many, terminal.width)}\nIf you signed it, and all of it holds: *hjp agree --adopted --on ${on}*\nTo talk about them one by one: *hjp ask*`,
  )
}
