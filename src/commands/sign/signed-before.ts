import { HjpError } from '../../errors.ts'
import { daysOfSigning } from '../../intake/agreement/old-parties.ts'
import type { World } from '../../world/world.ts'
import { readDocument } from '../adopt/read-document.ts'
import { inside } from '../shared/find.ts'
import type { Opened } from '../shared/open.ts'
import { asPast, hereIn } from '../shared/typed.ts'

/** An agreement of before, and the day on which it was signed. */
export type SignedBefore = { document: string; day: string }

/** The day on which an agreement of before was signed, and which it is; nothing where it is not there, or names no day or several. */
export async function signedBefore(world: World, opened: Opened): Promise<SignedBefore | undefined> {
  const { adopted } = opened.partnership
  const last = adopted.at(-1)
  if (!last) return undefined
  try {
    const { document, clauses } = await readDocument(
      world,
      opened,
      await inside(world, opened.folder, last.document),
    )
    const [day, ...more] = daysOfSigning(clauses)
    if (day === undefined || more.length > 0) return undefined
    return { document, day: await asPast('the day', day, { ...hereIn(world, opened), say: () => {} }) }
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
