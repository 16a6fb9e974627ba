import { wordsOfFrame } from '../core/frame.ts'
import type { Expected } from '../core/sent.ts'
import { stampOf } from '../core/traces.ts'
import { TooMuch } from '../core/unpacked.ts'
import { WRITE_HERE } from '../core/worksheet.ts'
import { HjpError } from '../errors.ts'
import { answerIn, clauseIn } from './answer.ts'
import { markers } from './lists.ts'
import { openWord, type WordParts } from './package.ts'
import { type Paragraph, paragraphs } from './paragraphs.ts'
import { passage } from './passage.ts'
import { passagesOf } from './places.ts'
import { remarksIn } from './remarks.ts'
import type { Answered, Other, Question, Returned } from './returned.ts'

/** What a Word file says, paragraph by paragraph; nothing where it is no Word file, or one that cannot be read. */
export function paragraphsIn(bytes: Uint8Array): string[] | undefined {
  try {
    return paragraphs(openWord('', bytes).body).map(({ words }) => words)
  } catch {
    return undefined
  }
}

/**
 * Reads a worksheet or an agreement that came back, with tracked changes taken. `sent` is what was sent out in it, as the file tells
 * or as it would be sent today. Throws HjpError damaged or noPlaces; `path` is for the message.
 */
export function readWord(
  path: string,
  parts: WordParts,
  asked: Question[],
  sent: Expected,
): Pick<Returned, 'answers' | 'others' | 'gone'> {
  const { body, frames, marker, remarks } = readParts(path, parts)
  const known = counted(sent.others)
  const places = new Map(sent.places.map((place) => [place.prompt, place]))
  const passages = passagesOf(body, asked, sent)
  if (!passages.some(({ place }) => place)) throw new HjpError('noPlaces', path)

  const answers = new Map<string, Answered>()
  const others: Other[] = []
  const gone: string[] = []
  for (const { place, near, all } of passages) {
    const other = (words: string, what: Other['what'] = 'words') => others.push({ what, near, words })
    const was = place && places.get(place.prompt)
    const beside = counted(was?.beside ?? [stampOf(WRITE_HERE)])
    const isKnown = ({ words }: Paragraph) =>
      place ? take(beside, words) || (place.as === 'said' && take(known, words)) : take(known, words)
    const kept = all.filter((paragraph) => paragraph.words.trim() === '' || !isKnown(paragraph))
    if (place) {
      const lacking = [...beside].flatMap(([stamp, left]) => (left > 0 ? [stamp] : []))
      const told =
        place.as === 'said'
          ? { words: answerIn(kept, place, marker), beside: [] }
          : clauseIn(kept, place, marker, lacking)
      const { words } = told
      for (const each of told.beside) other(each)
      // A blank that was filled in is no loss.
      const isFilled = isSame('', was?.words) && words !== ''
      if (place.as === 'agreed' && !isFilled) gone.push(...lacking)
      const answer: Answered = {
        ...{ prompt: place.prompt, as: place.as, words },
        ...(was?.words && { sent: was.words }),
      }
      const before = answers.get(place.prompt)
      // A clause may stand in two places; what was changed in one of them counts.
      if (!before || isSame(before.words, was?.words)) answers.set(place.prompt, answer)
      else if (![stampOf(before.words), was?.words].includes(stampOf(words))) other(words)
    } else if (kept.some(({ words }) => words.trim() !== '')) other(passage(kept, 0, marker))
    for (const { hidden, struck, remarks: references, pictures } of all) {
      const unseen = hidden.trim().replace(OURS, '').trim()
      if (unseen) other(unseen)
      if (struck.trim()) other(struck.trim(), 'struck')
      for (const reference of references) {
        const remark = remarks.get(reference)
        remarks.delete(reference)
        if (remark && !take(known, remark.words)) others.push({ near, ...remark })
      }
      for (let n = 0; n < pictures; n++) other('', 'picture')
    }
  }
  for (const words of new Set(frames))
    if (words && sent.frames && !sent.frames.includes(stampOf(words)))
      others.push({ what: 'frame', near: undefined, words })
  for (const remark of remarks.values())
    if (!take(known, remark.words)) others.push({ near: undefined, ...remark })
  for (const [stamp, left] of known) for (let n = 0; n < left; n++) gone.push(stamp)
  return { answers: [...answers.values(), ...missing(sent, answers)], others, gone: sent.isGuess ? [] : gone }
}

/** The hidden words that name a prompt. */
const OURS = /^hjp:[\w/-]*/

/** What was sent out and is not there any more was taken out. */
const missing = ({ of, places }: Expected, answers: Map<string, Answered>): Answered[] =>
  places.flatMap(({ prompt, words }) =>
    words === undefined || answers.has(prompt)
      ? []
      : [{ prompt, as: of === undefined ? 'agreed' : 'said', words: '', sent: words }],
  )

function readParts(path: string, parts: WordParts) {
  try {
    return {
      body: bodyOf(parts),
      frames: parts.frames.map(wordsOfFrame),
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
    return paragraphs(body, links)
  } catch (error) {
    if (error instanceof TooMuch) throw error
    return paragraphs(body.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content|Pr|EndPr)?\/?>/gs, ''), links)
  }
}

const isSame = (words: string, stamp: string | undefined): boolean => stampOf(words) === stamp

/** How often each of some words may be met without being new. */
const counted = (stamps: string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1)
  return counts
}

function take(counts: Map<string, number>, words: string): boolean {
  const stamp = stampOf(words)
  const left = counts.get(stamp) ?? 0
  if (left > 0) counts.set(stamp, left - 1)
  return left > 0
}
