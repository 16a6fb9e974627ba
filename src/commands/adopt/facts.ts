import { withoutBlanks } from '../../core/file/row.ts'
import { recordFacts, type TakenFacts } from '../../core/record/adopt.ts'
import { partyFacts } from '../../intake/agreement/old-parties.ts'
import type { AskingWorld } from '../shared/command.ts'
import { type Opened, reopen } from '../shared/open.ts'
import { fieldLines } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { indented } from '../shared/show-prompt.ts'
import type { OldDocument } from './read-document.ts'

/** What an agreement says of the partners that the file does not say yet. */
export const factsIn = ({ partnership: { partners } }: Opened, { clauses }: OldDocument): TakenFacts =>
  new Map(
    partners.flatMap((partner) => {
      const there = withoutBlanks(partner)
      const told = Object.entries(partyFacts(clauses, partner.name)).filter(
        ([name]) => there[name] === undefined,
      )
      return told.length > 0 ? [[partner.id, Object.fromEntries(told)]] : []
    }),
  )

/** Asks whether what an agreement says of each partner is right, and saves it. Gives the file as it is then. */
export async function askFacts(world: AskingWorld, opened: Opened, old: OldDocument): Promise<Opened> {
  const { terminal } = world
  const right = new Map<string, object>()
  for (const [id, told] of factsIn(opened, old)) {
    const { name } = opened.partnership.partners.find((partner) => partner.id === id)!
    terminal.say(`\nOf ${name} it says:`)
    terminal.out(`${indented(terminal, fieldLines(withoutBlanks(told)).join('\n'))}\n`)
    const choice = await terminal.choose('Is that right?', [
      { value: 'yes', name: 'Yes, save it' },
      { value: 'no', name: 'No' },
    ])
    if (choice === 'yes') right.set(id, told)
  }
  if (right.size === 0) return opened
  await save(world, opened, recordFacts(right))
  return reopen(world, opened)
}
