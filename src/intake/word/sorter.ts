import { WRITE_HERE } from '../../core/agreement/worksheet.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { withoutPlaceholder } from '../placeholder.ts'
import type { Leftover, Question, ReturnedAnswer } from '../returned.ts'
import { answerIn, clauseIn } from './answer.ts'
import { likenessTo } from './likeness.ts'
import type { ListMarker } from './list-marks.ts'
import type { Paragraph } from './paragraph.ts'
import { numbersIn, portionsIn } from './portions.ts'
import { type AnswerPlace, answerPlaceOf, type Passage } from './slots.ts'
import { countStamps, take } from './stamp-counts.ts'
import { passage } from './text.ts'

/** Sorts the passages of a Word file into answers and what stands beside them. */
export class PassageSorter {
  readonly answers = new Map<string, ReturnedAnswer>()
  readonly others: Leftover[] = []
  /** The stamps of what was sent in the places beside the words, and is not there any more. */
  readonly gone: string[] = []
  /** How often words that were sent elsewhere may still be met without being new. */
  readonly ownLeft: Map<string, number>
  readonly #sent: ExpectedManifest
  readonly #asked: Question[]
  readonly #marker: ListMarker
  readonly #likeness: ReturnType<typeof likenessTo> | undefined

  constructor(asked: Question[], sent: ExpectedManifest, marker: ListMarker) {
    this.#asked = asked
    this.#sent = sent
    this.#marker = marker
    this.ownLeft = countStamps(sent.others)
    const guessed = sent.agreement ?? sent.forms
    this.#likeness = guessed && likenessTo(guessed)
  }

  /** Takes all of them; `aside` is called after each, so that what stands beside its words follows them. */
  sort(passages: Passage[], aside: (each: Passage) => void): void {
    const numbers = numbersIn(passages)
    const seconds: { place: AnswerPlace; all: Paragraph[] }[] = []
    const isForm = passages.some(({ place }) => place?.as === 'said')
    for (const each of passages) {
      if (each.place?.as === 'agreed') this.#takeClause(each.place, each)
      else if (each.place) seconds.push(...this.#takeAnswer(each.place, each, numbers))
      else this.#takeBeside(each, isForm)
      aside(each)
    }
    for (const { place, all } of seconds) this.#takeSecond(place, all)
  }

  #put(near: string | undefined, words: string, what: Leftover['what'] = 'words'): void {
    if (withoutPlaceholder(words).trim() !== '') this.others.push({ what, near, words })
  }

  #sentTo = (id: string) => this.#sent.places.find(({ prompt }) => prompt === id)

  #takeClause(place: AnswerPlace, { near, all }: Passage): void {
    const was = this.#sentTo(place.prompt)
    const beside = countStamps(was?.beside ?? [])
    const kept = all.filter(({ words }) => words.trim() === '' || !take(beside, words))
    const lacking = [...beside].flatMap(([stamp, left]) => (left > 0 ? [stamp] : []))
    const clause = clauseIn(kept, place, this.#marker, lacking, was?.led ?? [])
    for (const each of clause.beside) this.#put(near, each)
    // A blank that was filled in is no loss.
    const isFilled = isSame('', was?.words) && clause.words !== ''
    if (!isFilled) this.gone.push(...lacking)
    this.#keep(place, near, clause.words)
  }

  /** Gives back what is labelled as an answer to other prompts. */
  #takeAnswer(place: AnswerPlace, { near, all }: Passage, numbers: Map<string, string>) {
    const was = this.#sentTo(place.prompt)
    const beside = countStamps(was?.beside ?? [stampOf(WRITE_HERE)])
    // Where a form is no table any more, its own words stand among the answers.
    const isOurs = (words: string) => take(beside, words) || (place.depth === 0 && this.#isOfForm(words))
    const kept = all.filter(({ words }) => words.trim() === '' || !isOurs(words))
    const isAsSent = isSame(kept.map(({ words }) => words).join('\n'), was?.words)
    const portions = isAsSent
      ? [{ prompt: place.prompt, all: kept }]
      : portionsIn(kept, place.prompt, numbers)
    const own = portions.filter(({ prompt }) => prompt === place.prompt).flatMap((each) => each.all)
    this.#keep(place, near, answerIn(own, place, this.#marker))
    return portions.flatMap((each) => {
      const question = this.#asked.find(({ prompt }) => prompt === each.prompt)
      return question && each.prompt !== place.prompt
        ? [{ place: answerPlaceOf(question, 'said', place.depth), all: each.all }]
        : []
    })
  }

  #isOfForm(words: string): boolean {
    return this.#likeness ? this.#likeness(words) === 'same' : take(this.ownLeft, words)
  }

  #takeBeside({ near, all }: Passage, isForm: boolean): void {
    const isOurs = (words: string) => (isForm ? this.#isOfForm(words) : take(this.ownLeft, words))
    const kept = all
      .filter(({ words }) => words.trim() === '' || !isOurs(words))
      .map((each) => ({ ...each, words: besideOurs(each.words, (part) => take(this.ownLeft, part)) }))
    // In an agreement another day or number is a change, so only in a form it makes no difference.
    const isGuess = this.#likeness && (isForm || this.#sent.agreement)
    const alike = new Set(
      kept.filter(({ words }, n) => isGuess && this.#likeness?.(words, kept[n - 1]?.words) !== 'other'),
    )
    const told = (paragraphs: Paragraph[]) => passage(paragraphs, 0, this.#marker)
    this.#put(near, told([...alike]), 'sent')
    this.#put(near, told(kept.filter((each) => !alike.has(each))))
  }

  #keep({ prompt, as }: AnswerPlace, near: string | undefined, words: string): void {
    const before = this.answers.get(prompt)
    const was = this.#sentTo(prompt)?.words
    // A clause may stand in two places; what was changed in one of them counts.
    if (!before || isSame(before.words, was))
      this.answers.set(prompt, { prompt, as, words, ...(was && { sent: was }) })
    else if (![stampOf(before.words), was].includes(stampOf(words))) this.#put(near, words)
  }

  /** An answer that stands in the place of another goes on from what stands in its own. */
  #takeSecond(place: AnswerPlace, all: Paragraph[]): void {
    const { prompt, as } = place
    const before = this.answers.get(prompt)
    const words = [before?.words, answerIn(all, place, this.#marker)].filter(Boolean).join('\n\n')
    this.answers.set(prompt, { prompt, as, ...before, words })
  }
}

/** Words that are enough to be ours behind or before those of somebody else. */
const TELLING = 5
/** Sentences that somebody writes on with. */
const WRITTEN_ON = 12

/** What somebody wrote on behind a paragraph of ours, or before it: without that. */
function besideOurs(words: string, isOurs: (words: string) => boolean): string {
  const ends = [...words.matchAll(/[.!?:](?=\s)/g)].map(({ index }) => index + 1)
  if (ends.length === 0 || ends.length > WRITTEN_ON) return words
  const isTelling = (part: string) => part.trim().split(/\s+/).length >= TELLING && isOurs(part.trim())
  const behind = ends.findLast((at) => isTelling(words.slice(0, at)))
  if (behind !== undefined) return words.slice(behind).trim()
  const before = ends.find((at) => isTelling(words.slice(at)))
  return before === undefined ? words : words.slice(0, before).trim()
}

const isSame = (words: string, stamp: string | undefined): boolean => stampOf(words) === stamp
