import type { OpenedMessage } from '../../intake/email/email.ts'
import type { Returned } from '../../intake/returned.ts'
import type { ReadBy } from './reading.ts'

type Read = Pick<Returned, 'answers' | 'others'>

/** Whether something in it is meant as an answer, even if it is not clear to what. */
const isAnswered = ({ answers, others }: Read): boolean =>
  answers.length > 0 || others.some(({ what }) => ['number', 'clause', 'agreement'].includes(what))

/** A message, or the one that it passes on, where it answers nothing itself. `read` reads one as it stands. */
export async function readPassedOn<R extends { copies: unknown[]; returned?: Returned }>(
  message: OpenedMessage,
  prompts: ReadBy,
  read: (message: OpenedMessage) => Promise<R>,
): Promise<R> {
  const { openPassedOn } = await import('../../intake/email/email.ts')
  const found = openPassedOn(message)
  if (!found) return read(message)
  const { readReply, asksItself } = await import('../../intake/reply/reply.ts')
  const { questions, today } = prompts
  const { mailed } = await today()
  const beside = readReply(found.around, questions, mailed, message.from)
  if (isAnswered(beside)) return read(message)
  // Whoever passes a form on may have filled it in.
  const isUnsure = asksItself(found.inner.lines, questions, mailed)
  const inner = { ...found.inner, from: { ...found.inner.from, ...(isUnsure && { isUnsure }) } }
  const all = await readPassedOn(inner, prompts, read)
  const { returned } = all
  if (!returned || !(isAnswered(returned) || message.files.length > 0))
    return all.copies.length > 0 ? all : read(message)
  const from = { ...returned.from, ...(!isAnswered(returned) && { isUnsure: true as const }) }
  const by = message.from.name ?? message.from.email
  const others = beside.others.map((other) => ({ ...(by && { by }), ...other }))
  return { ...all, returned: { ...returned, from, others: [...others, ...returned.others] } }
}
