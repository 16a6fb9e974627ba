import { HjpError } from '../../errors.ts'
import { wordsOfHeaderOrFooter } from '../../ooxml/header-footer.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { TooMuch } from '../../ooxml/unzip.ts'
import type { NumberingOf } from '../clauses.ts'
import { readTextReply } from '../reply/reply.ts'
import type { Leftover, Question, Returned, ReturnedAnswer } from '../returned.ts'
import { markers } from './list-marks.ts'
import { openWord, type WordParts } from './package.ts'
import type { Paragraph } from './paragraph.ts'
import { readParagraphs } from './paragraphs.ts'
import { type ExpectedAgreement, remarked } from './remarked.ts'
import { type Remark, remarksIn } from './remarks.ts'
import { type Passage, passagesOf } from './slots.ts'
import { PassageSorter } from './sorter.ts'
import { take } from './stamp-counts.ts'
import { passage } from './text.ts'

/** What a Word file says, paragraph by paragraph; nothing where it is no Word file, or one that cannot be read. */
export function paragraphsIn(bytes: Uint8Array): string[] | undefined {
  try {
    return readParagraphs(openWord('', bytes).body).map(({ words }) => words)
  } catch {
    return undefined
  }
}

/** All that the body of a Word file says. Throws HjpError damaged or tooMuchInIt; `path` is for the message. */
export const allWordsIn = (path: string, parts: WordParts): string => textOf(readParts(path, parts).body)

/**
 * All that a Word file says, with tracked changes taken: its paragraphs, what marks the items of its lists, and what stands beside them.
 * Throws HjpError damaged, or what else Word files are refused with.
 */
export const wholeIn = (path: string, bytes: Uint8Array): ReturnType<typeof readParts> =>
  readParts(path, openWord(path, bytes))

/** The paragraphs of it alone. */
export const bodyIn = (path: string, bytes: Uint8Array): Paragraph[] => wholeIn(path, bytes).body

/**
 * Reads a worksheet or an agreement that came back, with tracked changes taken. `sent` is what was sent out in it, as the file tells
 * or as it would be sent today; `gone` are the stamps of what was sent beside the answers and is not there any more. Gives nothing where
 * there is no place for an answer in it. Throws HjpError damaged or tooMuchInIt; `path` is for the message.
 */
export function readWord(
  path: string,
  parts: WordParts,
  asked: Question[],
  sent: ExpectedManifest,
): (WordRead & { gone: string[] }) | undefined {
  return readMarked(readParts(path, parts), asked, sent)
}

/** Reads an agreement whose marks are lost, by what it says. Gives nothing where it is none of `agreements`. Throws HjpError damaged or tooMuchInIt. */
export function readUnmarked(
  path: string,
  parts: WordParts,
  asked: Question[],
  agreements: ExpectedAgreement[],
): WordRead | undefined {
  const read = readParts(path, parts)
  const found = remarked(() => read.body, agreements)
  return found && readMarked({ ...read, body: found.body }, asked, found.sent)
}

/** Without empty lines: LibreOffice adds some where a page ends. */
const textOf = (body: Paragraph[]): string =>
  body
    .flatMap(({ words }) => words.split('\n'))
    .filter((line) => line.trim() !== '')
    .join('\n')

/** Reads a body whose places are marked. */
export function readMarked(
  { body, frames, marker, remarks }: WordWhole,
  asked: Question[],
  sent: ExpectedManifest,
): (WordRead & { gone: string[] }) | undefined {
  const passages = passagesOf(body, asked, sent)
  if (!passages.some(({ place }) => place)) return undefined
  const sorter = new PassageSorter(asked, sent, marker)
  const { ownLeft, answers, others, gone } = sorter
  sorter.sort(passages, ({ all, near }) => others.push(...asidesIn(all, near, remarks, ownLeft)))
  for (const words of new Set(frames))
    if (words && sent.frames && !sent.frames.includes(stampOf(words)))
      others.push({ what: 'frame', near: undefined, words })
  for (const remark of remarks.values())
    if (!take(ownLeft, remark.words)) others.push({ near: undefined, ...remark })
  for (const [stamp, left] of ownLeft) for (let n = 0; n < left; n++) gone.push(stamp)
  return {
    answers: [...answers.values(), ...missing(sent, answers, cellsBeside(passages, asked))],
    text: textOf(body),
    others,
    gone: sent.forms || sent.agreement ? [] : gone,
  }
}

/** Reads a Word file in which nothing marks the places as a text. Throws HjpError damaged, tooMuchInIt or noPlaces where it says nothing. */
export async function readPlainWord(
  path: string,
  parts: WordParts,
  asked: Question[],
  ours: string[],
  numbering: NumberingOf,
): Promise<WordRead> {
  const { body, frames, marker, remarks } = readParts(path, parts)
  const said = passage(body, 0, marker)
  const numbered = await numbering({ on: undefined, text: said })
  const { answers, others, text } = readTextReply(said, asked, ours, numbered)
  others.push(...asidesIn(body, undefined, remarks, new Map()))
  for (const words of new Set(frames)) if (words) others.push({ what: 'frame', near: undefined, words })
  if (answers.length + others.length === 0) throw new HjpError('noPlaces', path)
  return { answers, others, text }
}

/** The paragraphs of a Word file, what marks the items of its lists, and what stands beside them. */
export type WordWhole = ReturnType<typeof readParts>
type WordRead = Pick<Returned, 'answers' | 'others' | 'text'>

/** The hidden words that name a prompt. */
const OURS = /^hjp:[\w/-]*/

/** What stands in paragraphs beside their words. What is told is taken from the remarks. */
function asidesIn(
  all: Paragraph[],
  near: string | undefined,
  remarks: Map<string, Remark>,
  ownLeft: Map<string, number>,
): Leftover[] {
  return all.flatMap(({ hidden, struck, remarks: references, pictures, files }): Leftover[] => {
    const unseen = hidden.trim().replace(OURS, '').trim()
    const remarked = references.flatMap((reference) => {
      const remark = remarks.get(reference)
      remarks.delete(reference)
      return remark && !take(ownLeft, remark.words) ? [{ near, ...remark }] : []
    })
    return [
      ...(unseen ? [{ what: 'words' as const, near, words: unseen }] : []),
      ...(struck.trim() ? [{ what: 'struck' as const, near, words: struck.trim() }] : []),
      ...remarked,
      ...Array<Leftover>(pictures).fill({ what: 'picture', near, words: '' }),
      ...Array<Leftover>(files).fill({ what: 'file', near, words: '' }),
    ]
  })
}

/** The cells of the rows of a table that are there: one that is missing was merged, or its column deleted. */
function cellsBeside(passages: Passage[], asked: Question[]): Set<string> {
  const rows = new Set(passages.map(({ near }) => near))
  return new Set(asked.flatMap(({ row, prompt }) => (row !== undefined && rows.has(row) ? prompt : [])))
}

/** What was sent out and is not there any more was taken out, but for what stood `beside` what is there. */
const missing = (
  { of, places }: ExpectedManifest,
  answers: Map<string, ReturnedAnswer>,
  beside: Set<string>,
): ReturnedAnswer[] =>
  places.flatMap(({ prompt, words }) =>
    words === undefined || answers.has(prompt) || beside.has(prompt)
      ? []
      : [{ prompt, as: of === undefined ? 'agreed' : 'said', words: '', sent: words }],
  )

function readParts(path: string, parts: WordParts) {
  try {
    return {
      body: bodyOf(parts),
      frames: parts.frames.map(wordsOfHeaderOrFooter),
      marker: markers(parts.numbering, parts.styles),
      remarks: remarksIn(parts),
    }
  } catch (error) {
    throw new HjpError(error instanceof TooMuch ? 'tooMuchInIt' : 'damaged', path)
  }
}

/** A file is read in one way after another, until there is something for hjp in it. */
const BODIES = new WeakMap<WordParts, Paragraph[]>()

function bodyOf(parts: WordParts): Paragraph[] {
  const body = BODIES.get(parts) ?? readBody(parts)
  BODIES.set(parts, body)
  return body
}

/** LibreOffice parts what it tracks from the content control round it in the wrong order, so at need it is read without them. */
function readBody({ body, links }: WordParts): Paragraph[] {
  try {
    return readParagraphs(body, links)
  } catch (error) {
    if (error instanceof TooMuch) throw error
    return readParagraphs(
      body.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content|Pr|EndPr)?\/?>/gs, ''),
      links,
    )
  }
}
