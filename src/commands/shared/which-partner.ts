import type { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { type Opened, partnerNamed } from './open.ts'

/** The id of the partner that is named; where none is, of the one that whoever is there chooses. Throws what `otherwise` makes of the ids where nobody is. */
export async function partnerGiven(
  { terminal }: World,
  opened: Opened,
  called: string | undefined,
  question: string,
  otherwise: (known: string[]) => HjpError,
): Promise<string> {
  if (called !== undefined) return partnerNamed(opened, called)
  const { partners } = opened.partnership
  if (!terminal.interactive) throw otherwise(partners.map(({ id }) => id))
  return terminal.choose(
    question,
    partners.map(({ id, name }) => ({ value: id, name })),
  )
}
