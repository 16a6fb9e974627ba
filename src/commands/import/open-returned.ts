import { extname, resolve } from 'node:path'
import { DECISION_WORDS } from '../../core/prompts/decisions.ts'
import { type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { counted, emphasised, HjpError } from '../../errors.ts'
import type { NumberedThings, NumberingOf } from '../../intake/clauses.ts'
import type { Leftover, Question, Returned } from '../../intake/returned.ts'
import { readManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { World } from '../../world/world.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { baselineOf } from './baseline.ts'
import { clausesSent } from './clauses.ts'
import { withConfirmations } from './confirmed.ts'

export type ReturnedBy = Returned & { partner: string }

/** What a file says, whatever sort it is, and whose words they are. Throws HjpError where it cannot be read, or whoseWords, twoVoices or otherPartnership. */
export async function readReturned(
  world: World,
  opened: Opened,
  name: string,
  as: string | undefined,
  numbers: NumberedThings | undefined,
): Promise<ReturnedBy> {
  const bytes = await world.files.read(resolve(world.cwd, name))
  if (!bytes) throw new HjpError('noAnswers', name)
  const { isPackage } = await import('../../intake/word/package.ts')
  const fill = inWords(opened.partnership)
  const prompts = promptsOf(opened.parts)
  const questionOf = ({ id, number, topic, ask, decision }: Prompt): Question => ({
    ...{ prompt: id, number, topic, ask: fill(ask) },
    ...(decision && { choices: Object.values(DECISION_WORDS) }),
  })
  const questions = prompts.map(questionOf)
  /** A Word file that was sent before a prompt took the place of others still has theirs. */
  const former = prompts.flatMap((prompt) => prompt.was.map((id) => questionOf({ ...prompt, id })))
  let baseline: ReturnType<typeof baselineOf> | undefined
  const today = () => (baseline ??= baselineOf(opened, world.today))
  const confirmed = <R extends Pick<Returned, 'answers' | 'text'>>(read: R): R =>
    withConfirmations(opened, world.today, read)
  const numbering: NumberingOf = async (sent) => ({
    numbers,
    clauses: await clausesSent(world, opened, sent),
  })
  const { pageSortOf } = await import('../../intake/email/saved.ts')
  const isWord = /\.do[ct][xm]?$/i.test(name) || (isPackage(bytes) && !pageSortOf(name, bytes))
  const returned = isWord
    ? confirmed(await readWordFile(name, bytes, questions, former, today, numbering))
    : await readMessage(name, bytes, questions, former, today, confirmed, numbering)
  return { ...returned, partner: await whose(world, opened, as, returned) }
}

type Today = () => ReturnType<typeof baselineOf>

async function readWordFile(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  former: Question[],
  today: Today,
  numbering: NumberingOf,
): Promise<Returned> {
  const { openWord } = await import('../../intake/word/package.ts')
  const { readPlainWord, readUnmarked, readWord } = await import('../../intake/word/word.ts')
  const parts = openWord(name, bytes)
  const sent = parts.sent === undefined ? undefined : readManifest(parts.sent)
  const from = { ...(sent?.of && { partner: sent.of }), ...(sent?.by && { partnership: sent.by }) }
  const marked = readWord(name, parts, [...questions, ...former], sent ?? (await today()).sent())
  if (!marked) {
    const { agreements, mailed } = await today()
    const agreement = readUnmarked(name, parts, questions, agreements())
    return { from, ...(agreement ?? (await readPlainWord(name, parts, questions, mailed, numbering))) }
  }
  const { gone, ...read } = marked
  const lost = gone.length === 0 ? [] : goneInWords(gone, (await today()).paragraphs)
  return { from, ...read, others: [...read.others, ...lost] }
}

/** What was taken out of a document, in words as far as it would say the same today. */
function goneInWords(gone: string[], paragraphs: string[]): Leftover[] {
  const byStamp = new Map(paragraphs.map((each) => [stampOf(each), each]))
  const unknown = gone.filter((stamp) => !byStamp.has(stamp)).length
  const known = gone.flatMap((stamp) => byStamp.get(stamp) ?? [])
  const rest = unknown > 0 ? [`${counted(unknown, 'paragraph')} that this version words differently`] : []
  return [...known, ...rest].map((each): Leftover => ({ what: 'gone', near: undefined, words: each }))
}

/** Word files that came with one email. */
const MOST = 5

/** An email, with the Word files that came with it, one that was saved as a page, or a plain text. */
async function readMessage(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  former: Question[],
  today: Today,
  confirmed: <R extends Pick<Returned, 'answers' | 'text'>>(read: R) => R,
  numbering: NumberingOf,
): Promise<Returned> {
  const { mailed: ours } = await today()
  const { pageSortOf, readPage } = await import('../../intake/email/saved.ts')
  const sort = pageSortOf(name, bytes)
  if (sort) return confirmed(await readPage(sort, bytes, questions, ours, numbering))
  if (extname(name).toLowerCase() !== '.eml') {
    const { readTextReply: readText } = await import('../../intake/reply/reply.ts')
    const { plainTextOf } = await import('../../intake/charset.ts')
    const text = plainTextOf(name, bytes)
    const read = readText(text, questions, ours, await numbering({ on: undefined, text }))
    return { from: {}, ...confirmed(read) }
  }
  const { readEmail } = await import('../../intake/email/email.ts')
  const { attachments, ...email } = confirmed(await readEmail(bytes, questions, ours, numbering))
  const all: Returned = email
  for (const [n, file] of attachments.entries())
    try {
      if (n >= MOST) throw new HjpError('tooMuchInIt', file.name)
      const { from, answers, others } = confirmed(
        await readWordFile(file.name, file.bytes, questions, former, today, numbering),
      )
      all.from = { ...all.from, ...from }
      all.answers.push(...answers)
      all.others.push(...others)
    } catch (error) {
      // What else the email says still counts.
      if (!(error instanceof HjpError)) throw error
      all.others.push({ what: 'file', near: undefined, words: emphasised(error.message) })
    }
  return all
}

/** The partner whose words they are: as it was named, else as the file tells, if it is plain. */
async function whose(
  { terminal }: World,
  opened: Opened,
  as: string | undefined,
  { from: { partner, email, partnership } }: Returned,
): Promise<string> {
  const { partners, name } = opened.partnership
  if (as !== undefined) return partnerNamed(opened, as)
  if (partnership !== undefined && partnership !== stampOf(name)) throw new HjpError('otherPartnership')
  const isFrom = (address: string | undefined) => address?.toLowerCase() === email?.toLowerCase()
  const asked = partners.find(({ id }) => id === partner)
  const sender = email
    ? partners.find(({ people }) => people.some((person) => isFrom(person.email)))
    : undefined
  if (asked && sender && asked !== sender) throw new HjpError('twoVoices', sender.name, asked.name)
  const found = asked ?? sender
  if (found) return found.id
  if (terminal.interactive)
    return terminal.choose(
      'Whose answers are these?',
      partners.map((each) => ({ value: each.id, name: each.name })),
    )
  throw new HjpError(
    'whoseWords',
    partners.map(({ id }) => id),
  )
}
