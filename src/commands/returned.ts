import { extname, resolve } from 'node:path'
import { promptsOf } from '../core/prompts.ts'
import { readSent } from '../core/sent.ts'
import { inWords } from '../core/vocabulary.ts'
import { HjpError } from '../errors.ts'
import type { Question, Returned } from '../intake/returned.ts'
import type { World } from '../world/world.ts'
import { expected } from './expected.ts'
import { type Opened, partnerNamed } from './open.ts'

export type Read = Returned & { partner: string }

/** What a file says, whatever sort it is, and whose words they are. Throws HjpError where it cannot be read, or whoseWords. */
export async function readReturned(
  world: World,
  opened: Opened,
  name: string,
  as: string | undefined,
): Promise<Read> {
  const bytes = await world.files.read(resolve(world.cwd, name))
  if (!bytes) throw new HjpError('noAnswers', name)
  const { isPackage } = await import('../intake/package.ts')
  const fill = inWords(opened.partnership)
  const questions = promptsOf(opened.parts).map(
    ({ id, number, topic, ask }): Question => ({ prompt: id, number, topic, ask: fill(ask) }),
  )
  const today = () => expected(opened, world.today)
  const isWord = /\.do[ct][xm]?$/i.test(name) || isPackage(bytes)
  const returned = isWord
    ? await readWordFile(name, bytes, questions, today)
    : await readMessage(name, bytes, questions, today)
  return { ...returned, partner: whose(opened, as, returned.from) }
}

type Today = () => ReturnType<typeof expected>

async function readWordFile(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  today: Today,
): Promise<Returned> {
  const { openWord } = await import('../intake/package.ts')
  const { readWord } = await import('../intake/word.ts')
  const parts = openWord(name, bytes)
  const sent = parts.sent === undefined ? undefined : readSent(parts.sent)
  const from = sent?.of ? { partner: sent.of } : {}
  return { from, ...readWord(name, parts, questions, sent ?? (await today()).sent) }
}

/** An email, with the Word files that came with it, or a plain text. */
async function readMessage(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  today: Today,
): Promise<Returned> {
  const { paragraphs: ours } = await today()
  if (extname(name).toLowerCase() !== '.eml') {
    const { readText } = await import('../intake/reply.ts')
    const { plainTextOf } = await import('../intake/charset.ts')
    return { from: {}, ...readText(plainTextOf(name, bytes), questions, ours) }
  }
  const { readEmail } = await import('../intake/email.ts')
  const { attachments, ...email } = await readEmail(bytes, questions, ours)
  const files = await Promise.all(
    attachments.map((each) => readWordFile(each.name, each.bytes, questions, today)),
  )
  return {
    ...email,
    from: { ...email.from, ...files.find(({ from }) => from.partner)?.from },
    answers: [...email.answers, ...files.flatMap(({ answers }) => answers)],
    others: [...email.others, ...files.flatMap(({ others }) => others)],
  }
}

/** The partner whose words they are: as it was named, else as the file tells. */
function whose(opened: Opened, as: string | undefined, { partner, email }: Returned['from']): string {
  const { partners } = opened.partnership
  if (as !== undefined) return partnerNamed(opened, as)
  const isFrom = (address: string | undefined) => address?.toLowerCase() === email?.toLowerCase()
  const found =
    partners.find(({ id }) => id === partner) ??
    (email ? partners.find(({ people }) => people.some((person) => isFrom(person.email))) : undefined)
  if (!found)
    throw new HjpError(
      'whoseWords',
      partners.map(({ id }) => id),
    )
  return found.id
}
