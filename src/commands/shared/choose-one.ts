import { HjpError } from '../../errors.ts'
import type { Choice, World } from '../../world/world.ts'
import { type Opened, partnerNamed } from './open.ts'

/** What a command was not given: the command, what it needs, and the question that asks for it. */
type Missing = { command: string; needs: string; question: string }

/** One of these, where none was named: as whoever is there chooses. Throws HjpError needsOne, which names them, where nobody is. */
export async function chooseOne(
  { terminal }: Pick<World, 'terminal'>,
  { command, needs, question }: Missing,
  choices: Choice<string>[],
): Promise<string> {
  if (choices.length === 0 || !terminal.interactive)
    throw new HjpError(
      'needsOne',
      command,
      needs,
      choices.map(({ value }) => value),
    )
  return terminal.choose(question, choices)
}

/** The id of the partner that is named, or else chosen. */
export const partnerGiven = async (
  world: World,
  opened: Opened,
  called: string | undefined,
  missing: Missing,
): Promise<string> =>
  called === undefined
    ? chooseOne(
        world,
        missing,
        opened.partnership.partners.map(({ id, name }) => ({ value: id, name })),
      )
    : partnerNamed(opened, called)
