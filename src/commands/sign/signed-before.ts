import { daysOfTerm, TERM } from '../../core/agreement/term-end.ts'
import { placementIn, wordsAt } from '../../core/record/adopt.ts'
import { HjpError } from '../../errors.ts'
import { daysOfSigning, signersNamed } from '../../intake/agreement/old-parties.ts'
import type { World } from '../../world/world.ts'
import { readDocument } from '../adopt/read-document.ts'
import { inside } from '../shared/find.ts'
import type { Opened } from '../shared/open.ts'
import { asPast, hereIn } from '../shared/typed.ts'

/** An agreement of before: the day on which it was signed where it names one alone, from when to when its words say it lasts, and who seem to have signed it. */
export type SignedBefore = {
  document: string
  day: string | undefined
  term: ReturnType<typeof daysOfTerm>
  signers: string[]
}

/** What the agreement of before, which is taken in, says of its signing; nothing where it is not there any more. */
export async function signedBefore(
  world: World,
  opened: Opened,
  called: string,
): Promise<SignedBefore | undefined> {
  try {
    const old = await readDocument(world, opened, await inside(world, opened.folder, called))
    const { document, clauses } = old
    const [day, ...more] = daysOfSigning(clauses)
    const isPlain = day !== undefined && more.length === 0
    const here = { ...hereIn(world, opened), say: () => {} }
    const { stamps } = placementIn(opened.partnership, called).get(TERM) ?? { stamps: new Set<string>() }
    return {
      document,
      term: daysOfTerm(wordsAt(old, stamps)),
      day: isPlain ? await asPast('the day', day, here) : undefined,
      signers: signersNamed(clauses),
    }
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
