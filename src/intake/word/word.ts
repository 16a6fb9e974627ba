import { HjpError } from '../../errors.ts'
import { wordsOfHeaderOrFooter } from '../../ooxml/header-footer.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { TooMuch } from '../../ooxml/unzip.ts'
import type { Leftover, Question, Returned, ReturnedAnswer } from '../returned.ts'
import { markers } from './list-marks.ts'
import { openWord, type WordParts } from './package.ts'
import type { Paragraph } from './paragraph.ts'
import { readParagraphs } from './paragraphs.ts'
import { type Remark, remarksIn } from './remarks.ts'
import { passagesOf } from './slots.ts'
import { PassageSorter } from './sorter.ts'
import { take } from './stamp-counts.ts'

/** What a Word file says, paragraph by paragraph; nothing where it is no Word file, or one that cannot be read. */
export function paragraphsIn(bytes: Uint8Array): string[] | undefined {
  try {
    return readParagraphs(openWord('', bytes).body).map(({ words }) => words)
  } catch {
    return undefined
  }
}

/** The paragraphs of a Word file, with tracked changes taken. Throws HjpError damaged, or what else Word files are refused with. */
export function bodyIn(path: string, bytes: Uint8Array): Paragraph[] {
  return readParts(path, openWord(path, bytes)).body
}

/**
 * Reads a worksheet or an agreement that came back, with tracked changes taken. `sent` is what was sent out in it, as the file tells
 * or as it would be sent today; `gone` are the stamps of what was sent beside the answers and is not there any more. Throws HjpError damaged or noPlaces; `path` is for the message.
 */
export function readWord(
  path: string,
  parts: WordParts,
  asked: Question[],
  sent: ExpectedManifest,
): Pick<Returned, 'answers' | 'others' | 'text'> & { gone: string[] } {
  const { body, frames, marker, remarks } = readParts(path, parts)
  const passages = passagesOf(body, asked, sent)
  if (!passages.some(({ place }) => place)) throw new HjpError('noPlaces', path)
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
    answers: [...answers.values(), ...missing(sent, answers)],
    // Without empty lines: LibreOffice adds some where a page ends.
    text: body
      .flatMap(({ words }) => words.split('\n'))
      .filter((line) => line.trim() !== '')
      .join('\n'),
    others,
    gone: sent.forms ? [] : gone,
  }
}

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

/** What was sent out and is not there any more was taken out. */
const missing = ({ of, places }: ExpectedManifest, answers: Map<string, ReturnedAnswer>): ReturnedAnswer[] =>
  places.flatMap(({ prompt, words }) =>
    words === undefined || answers.has(prompt)
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

/** LibreOffice parts what it tracks from the content control round it in the wrong order, so at need it is read without them. */
function bodyOf({ body, links }: WordParts): Paragraph[] {
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
