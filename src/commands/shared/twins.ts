import { addedAgain } from '../../core/checks/doubles.ts'
import { enter, type Write } from '../../core/record/enter.ts'
import { itemsOf } from '../../core/record/items.ts'
import { asTheyAre, HjpError, onLines } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import type { Opened } from './open.ts'
import { wants } from './options.ts'
import { fieldLines } from './print.ts'
import { indented } from './show-prompt.ts'

export const ANOTHER = wants.flag('add it though the file has a row of the same words')

/** The rows that are there already of those that would be added, as a line each. */
export function rowsThere(opened: Opened, writes: Write[]): string[] {
  const { before, after } = enter(opened.shown, opened.text, writes)
  const items = itemsOf(before, opened.parts)
  return addedAgain(before, after).flatMap(({ there }) => {
    const item = items.find(({ at }) => at.join() === there.join())
    return item ? asTheyAre(`${item.kind}: ${fieldLines(item.row).join(', ')}`) : []
  })
}

/** Tells of rows that were there already when they were written down. */
export function sayTwice({ terminal }: World, there: string[]): void {
  if (there.length > 0)
    terminal.say(
      `The file has this twice now, since it was there before:${onLines(there)}\nIf it is the same, *hjp remove* takes one of them out.`,
    )
}

/** Whether rows may be added though they are there already. Throws HjpError isThere where nobody can be asked. */
export async function areOthers(terminal: Terminal, opened: Opened, writes: Write[]): Promise<boolean> {
  const { choose, interactive, say } = terminal
  const there = rowsThere(opened, writes)
  if (!interactive && there.length > 0) throw new HjpError('isThere', there)
  for (const row of there) {
    say(`The file has this already:\n${indented(terminal, row)}`)
    const choice = await choose('Is yours another one?', [
      { value: 'no', name: 'No, it is the same: do not add it' },
      { value: 'yes', name: 'Yes, add it too' },
    ])
    if (choice === 'no') return false
  }
  return true
}
