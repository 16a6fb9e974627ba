import { extname } from 'node:path'
import { copyLine, type FormCopy } from '../../core/agreement/copy.ts'
import { counted, emphasised, HjpError } from '../../errors.ts'
import type { NumberingOf } from '../../intake/clauses.ts'
import type { OpenedMessage } from '../../intake/email/email.ts'
import { type QuotedLine, quotedLinesOfText, textOfLines, textWithMarks } from '../../intake/quoted-lines.ts'
import type { Leftover, Returned, ReturnedAnswer } from '../../intake/returned.ts'
import { type SlipAnswer, slipsIn } from '../../intake/slip.ts'
import { readManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { readPassedOn } from './passed-on.ts'
import type { ReadBy } from './reading.ts'

/** A copy of a form that came back, and what it says. */
export type ReturnedCopy = Pick<Returned, 'answers' | 'others'> & { copy: FormCopy }
/** What is in a file: copies of forms, and what a partner said, unless those are all; then `told` is what there is to tell beside them. */
export type FileRead = { copies: ReturnedCopy[]; returned?: Returned; told?: string[] }

/** How the words of a file are read: answers to prompts, and a copy of a form where a text is one. */
export type Readings = {
  prompts: ReadBy
  copyOf(text: string): FormCopy | undefined
  /** The form that a table is which somebody copied out of it. Throws HjpError whoseWords. */
  tableOf(text: string, from: Returned['from']): Promise<FormCopy | undefined>
  of(copy: FormCopy): Promise<ReadBy>
}

/** What a file says, whatever sort it is. Throws HjpError where it cannot be read. */
export async function readFile(name: string, bytes: Uint8Array, readings: Readings): Promise<FileRead> {
  const { isPackage } = await import('../../intake/word/package.ts')
  const { openPage, pageSortOf } = await import('../../intake/email/saved.ts')
  const { isOutlookMessage } = await import('../../intake/email/compound.ts')
  if (isOutlookMessage(bytes)) return readMail(bytes, readings)
  const sort = pageSortOf(name, bytes)
  if (/\.do[ct][xm]?$/i.test(name) || (isPackage(bytes) && !sort)) return readWordFile(name, bytes, readings)
  if (sort) return readOpened(await openPage(sort, bytes), readings)
  if (extname(name).toLowerCase() === '.eml') return readMail(bytes, readings)
  const { plainTextOf } = await import('../../intake/charset.ts')
  return readText(plainTextOf(name, bytes), readings)
}

/** Reads a text by what it is: a copy of a form, or answers to prompts. */
async function asWhat(
  text: string,
  from: Returned['from'],
  { prompts, copyOf, tableOf, of }: Readings,
  read: (reading: ReadBy) => Promise<Returned>,
): Promise<FileRead> {
  const copy = copyOf(text) ?? (await tableOf(text, from))
  const reading = copy ? await of(copy) : prompts
  const returned = reading.confirmed(await read(reading))
  return copy ? { copies: [{ copy, ...returned }] } : { copies: [], returned }
}

const readText = (text: string, readings: Readings): Promise<FileRead> =>
  apartFromSlips({ from: {} }, quotedLinesOfText(text), readings, (rest) => {
    const said = rest ? textOfLines(rest) : text
    return asWhat(said, {}, readings, (reading) =>
      readParts({ from: {} }, quotedLinesOfText(said), reading, async (lines, numbering) => {
        const { readTextReply } = await import('../../intake/reply/reply.ts')
        const plain = lines ? textWithMarks(lines) : said
        const numbered = await numbering({ on: undefined, text: plain })
        return {
          from: {},
          ...readTextReply(plain, reading.questions, (await reading.today()).mailed, numbered),
        }
      }),
    )
  })

const readOpened = (message: OpenedMessage, readings: Readings): Promise<FileRead> =>
  readings.copyOf(message.text)
    ? readWhole(message, readings)
    : readPassedOn(message, readings.prompts, (each) => readWhole(each, readings))

const readWhole = (message: OpenedMessage, readings: Readings): Promise<FileRead> =>
  apartFromSlips(message, message.lines, readings, (rest) => {
    const said = rest ? { ...message, lines: rest, text: textOfLines(rest) } : message
    const paged = rest ?? message.paged
    const text = readings.copyOf(said.text) ? said.text : textOfLines(paged)
    return asWhat(text, message.from, readings, (reading) =>
      readParts(message, paged, reading, async (lines, numbering) => {
        const { readMessage } = await import('../../intake/email/email.ts')
        const beside = lines ? { ...said, lines, text: textOfLines(lines) } : said
        return readMessage(beside, reading.questions, (await reading.today()).mailed, numbering)
      }),
    )
  })

/** Reads a copy of the agreement, or the tables among some lines that ask for cells, and all else as `read` does, which gets the lines that are left where there are any. */
async function readParts(
  {
    from,
    on,
    subject,
    unread = [],
  }: Pick<Returned, 'from' | 'on' | 'subject'> & Partial<Pick<OpenedMessage, 'unread'>>,
  lines: QuotedLine[],
  { questions, numbering, agreementIn }: ReadBy,
  read: (rest: QuotedLine[] | undefined, numbering: NumberingOf) => Promise<Returned>,
): Promise<Returned> {
  const found = await agreementIn?.(lines)
  if (found && 'read' in found) {
    const { unreadIn } = await import('../../intake/email/email.ts')
    const { others, ...said } = found.read
    return { from, ...(on && { on }), subject, ...said, others: [...others, ...unreadIn(unread)] }
  }
  if (found) {
    const original = textOfLines(lines)
    const reply = await read(found.reply, (sent) => numbering({ ...sent, original }))
    return { ...reply, others: [...reply.others, ...found.others] }
  }
  const { tablesIn } = await import('../../intake/reply/tables-in.ts')
  const tables = questions.some(({ row }) => row !== undefined) ? tablesIn(lines, questions) : undefined
  if (!tables) return read(undefined, numbering)
  // Where a table says itself which rows it has, no number needs to.
  const beside = await read(tables.rest, (sent) => numbering(sent).catch(() => ({})))
  return {
    ...beside,
    // What is said of a cell beside the table counts before what stands in it.
    answers: [...beside.answers, ...tables.answers],
    others: [...tables.others, ...beside.others],
  }
}

/** Reads what pages wrote as it stands, and all else as `read` does, which gets the lines that are left where there are any. */
async function apartFromSlips(
  { from, on }: Pick<Returned, 'from' | 'on'>,
  lines: QuotedLine[],
  { prompts, copyOf, of }: Readings,
  read: (rest?: QuotedLine[]) => Promise<FileRead>,
): Promise<FileRead> {
  const { slips, rest } = slipsIn(lines)
  if (slips.length === 0) return read()
  const isSaid = rest.some(({ text }) => text.trim() !== '')
  const { copies: around, returned: beside, told = [] } = isSaid ? await read(rest) : { copies: [] }
  // A page that was saved whole says nothing around its answers.
  const copies = around.filter(({ answers, others }) => answers.length + others.length > 0)
  let returned = beside
  for (const { copy, by, answers } of slips)
    if (copyOf(copyLine(copy))) {
      const said = answers.map((each) => saidIn(each, prompts))
      const { confirmed } = await of(copy)
      copies.push({ copy, ...confirmed({ answers: said, others: [], text: '' }) })
    } else
      returned = {
        ...{ ...(on && { on }), text: returned?.text ?? '', others: returned?.others ?? [] },
        from: { ...from, partner: copy.partner, ...(by && { partnership: by }) },
        answers: [...(returned?.answers ?? []), ...answers.map((each) => saidIn(each, prompts))],
      }
  // Who hands on copies says nothing in them.
  if (copies.length > 0 && returned?.answers.length === 0)
    return { copies, told: returned.others.length > 0 ? [...told, COVER] : told }
  return { copies, ...(returned && { returned }), told }
}

const saidIn = ({ key, words, sent, asked }: SlipAnswer, { stands }: ReadBy): ReturnedAnswer => ({
  ...{ prompt: key, words, ...(sent && { sent }) },
  ...(asked ? { as: 'confirmed', stands: stands(key, asked) } : { as: 'said' }),
})

async function readWordFile(
  name: string,
  bytes: Uint8Array,
  readings: Readings,
  sender: Returned['from'] = {},
): Promise<FileRead> {
  const { openWord } = await import('../../intake/word/package.ts')
  const { readPlainWord, readUnmarked, readWord, allWordsIn } = await import('../../intake/word/word.ts')
  const parts = openWord(name, bytes)
  return asWhat(
    allWordsIn(name, parts),
    sender,
    readings,
    async ({ questions, former, today, numbering }) => {
      const sent = parts.sent === undefined ? undefined : readManifest(parts.sent)
      const from = { ...(sent?.of && { partner: sent.of }), ...(sent?.by && { partnership: sent.by }) }
      const marked = readWord(name, parts, [...questions, ...former], sent ?? (await (await today()).sent()))
      if (!marked) {
        const { agreements, mailed } = await today()
        const agreement = readUnmarked(name, parts, questions, await agreements())
        return { from, ...(agreement ?? (await readPlainWord(name, parts, questions, mailed, numbering))) }
      }
      const { gone, ...read } = marked
      const lost = gone.length === 0 ? [] : goneInWords(gone, await (await today()).paragraphs())
      return { from, ...read, others: [...read.others, ...lost] }
    },
  )
}

/** What was taken out of a document, in words as far as it would say the same today. */
function goneInWords(gone: string[], paragraphs: string[]): Leftover[] {
  const byStamp = new Map(paragraphs.map((each) => [stampOf(each), each]))
  const unknown = gone.filter((stamp) => !byStamp.has(stamp)).length
  const known = gone.flatMap((stamp) => byStamp.get(stamp) ?? [])
  const rest = unknown > 0 ? [`${counted(unknown, 'paragraph')} that this version words differently`] : []
  return [...known, ...rest].map((each): Leftover => ({ what: 'gone', near: undefined, words: each }))
}

const COVER = 'What the email itself says is not kept.'
/** Word files that came with one email: a liaison may send everybody's. */
const MOST = 50

/** An email, with the messages and the Word files that came with it. */
async function readMail(bytes: Uint8Array, readings: Readings): Promise<FileRead> {
  const { openEmail } = await import('../../intake/email/email.ts')
  const message = await openEmail(bytes)
  const passedOn: ReturnedCopy[] = []
  for (const each of message.inside) {
    const inner = await openEmail(each).catch(() => undefined)
    if (inner && readings.copyOf(inner.text)) passedOn.push(...(await readOpened(inner, readings)).copies)
  }
  // Whoever passes copies on is not answering in them.
  const { copies, returned } =
    passedOn.length > 0 ? { copies: passedOn } : await readOpened(message, readings)
  const all: Returned = returned ?? { from: message.from, answers: [], text: '', others: [] }
  const sender = all.from
  for (const [n, file] of message.files.entries())
    try {
      if (n >= MOST) throw new HjpError('tooMuchInIt', file.name)
      const read = await readWordFile(file.name, file.bytes, readings, sender)
      copies.push(...read.copies)
      const { from, answers, others } = read.returned ?? { from: {}, answers: [], others: [] }
      all.from = { ...all.from, ...from }
      all.answers.push(...answers)
      all.others.push(...others)
    } catch (error) {
      // What else the email says still counts.
      if (!(error instanceof HjpError)) throw error
      all.others.push({ what: 'file', near: undefined, words: emphasised(error.message) })
    }
  if (copies.length === 0 || all.answers.length > 0) return { copies, returned: all }
  const unread = all.others.flatMap(({ what, words }) => (what === 'file' ? words : []))
  const isSaid =
    passedOn.length > 0 || all.others.some(({ what, words }) => what === 'words' && words.trim() !== '')
  return { copies, told: [...(isSaid ? [COVER] : []), ...unread] }
}
