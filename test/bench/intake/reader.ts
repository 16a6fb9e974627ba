import { promptReading } from '../../../src/commands/import/reading.ts'
import { open } from '../../../src/commands/shared/open.ts'
import { plainTextOf } from '../../../src/intake/charset.ts'
import { openEmail, readMessage } from '../../../src/intake/email/email.ts'
import { readTextReply } from '../../../src/intake/reply/reply.ts'
import type { Returned } from '../../../src/intake/returned.ts'
import { library, memoryWorld } from '../../memory-world.ts'

export type ReplyRead = Pick<Returned, 'answers' | 'others'>

/** Reads replies as `hjp import` does, with what hjp itself says found out once and not for each. */
export async function replyReader(
  file: string,
  today: string,
): Promise<(name: string, bytes: Uint8Array) => Promise<ReplyRead>> {
  const { world } = memoryWorld({ library, today, files: { 'partnership.yaml': file } })
  const opened = await open(world, {})
  const { questions, today: known } = promptReading(world, opened, undefined)
  const { mailed: ours } = await known()
  return async (name, bytes) =>
    name.endsWith('.eml')
      ? await readMessage(await openEmail(bytes), questions, ours)
      : readTextReply(plainTextOf(name, bytes), questions, ours)
}

/** What a partner itself says outside the answers, near enough to a prompt to be kept as a note on it. */
export const notesIn = ({ others }: ReplyRead): string[] =>
  others
    .filter(({ what, near }) => near && ['words', 'comment', 'footnote', 'struck', 'unclear'].includes(what))
    .map(({ words }) => words)
