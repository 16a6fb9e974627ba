import { diffArrays } from 'diff'
import type { AgreementParagraph, ExpectedManifest } from '../../ooxml/manifest.ts'
import { bookmarkOf, stampOf } from '../../ooxml/stamps.ts'
import { bareWords } from '../reply/own-words.ts'
import type { Paragraph } from './paragraph.ts'

/** An agreement as it would be sent today, by the paragraph. */
export type ExpectedAgreement = {
  paragraphs: AgreementParagraph[]
  sent: ExpectedManifest
}

/** The share of an agreement that has to be there, and of a paragraph that was changed. */
const [THERE, KEPT] = [0.5, 0.5]
/** Clauses that stand word for word in what is some of its sections. */
const CLAUSES = 2

/** A body whose clauses are marked again, and the agreement that it is, or some sections of that alone. */
type Remarked = {
  body: Paragraph[]
  /** What the agreement has for each paragraph that is its own, or a version of one. */
  ours: Map<Paragraph, AgreementParagraph>
  sent: ExpectedManifest
  isPart: boolean
}

/** The same of a body of which programs dropped the marks; nothing where it is no agreement. */
export function remarked(
  bodyAs: (agreement: ExpectedAgreement) => Paragraph[],
  agreements: ExpectedAgreement[],
): Remarked | undefined {
  const [best] = agreements
    .map((agreement) => {
      const body = bodyAs(agreement)
      return { sent: agreement.sent, body, ...knownIn(body, agreement) }
    })
    .toSorted((one, other) => other.share - one.share)
  if (!best) return undefined
  const { sent, known } = best
  const body = withBookmarks(
    best.body,
    best.body.map((_, n) => known.get(n)?.prompt),
  )
  const ours = new Map([...known].map(([n, paragraph]) => [body[n]!, paragraph]))
  if (best.share >= THERE) return { body, ours, sent, isPart: false }
  // Some of its sections, sent alone, hold nothing else, and nothing is missing in them that others have.
  const here = new Set([...known.values()].map(({ prompt }) => prompt))
  const isPart = best.shareOfBody >= THERE && best.agreed.size >= CLAUSES
  const places = sent.places.filter(({ prompt }) => here.has(prompt))
  return isPart ? { body, ours, sent: { ...sent, places }, isPart } : undefined
}

/** What the agreement has for the paragraphs of a body, by their places, and how much of it is there. */
function knownIn(body: Paragraph[], { paragraphs }: ExpectedAgreement) {
  const known = new Map<number, AgreementParagraph>()
  const said = body.map((_, n) => n).filter((n) => body[n]!.words.trim() !== '')
  const runs = diffArrays(
    paragraphs.map(({ words }) => stampOf(words)),
    said.map((n) => stampOf(body[n]!.words)),
    { maxEditLength: paragraphs.length },
  )
  if (!runs) return { known, share: 0, shareOfBody: 0, agreed: new Set() }
  let [ours, theirs, same] = [0, 0, 0]
  const agreed = new Set<string>()
  let gone: typeof paragraphs = []
  let come: number[] = []
  const pair = () => {
    for (const n of come) {
      const at = gone.findIndex(({ words }) => isLike(body[n]!.words, words))
      if (at >= 0) known.set(n, gone[at]!)
      gone = gone.slice(at + 1)
    }
    gone = []
    come = []
  }
  for (const { added, removed, count } of runs) {
    if (added) come.push(...said.slice(theirs, theirs + count))
    else if (removed) gone.push(...paragraphs.slice(ours, ours + count))
    else {
      pair()
      same += count
      for (let n = 0; n < count; n++) {
        const paragraph = paragraphs[ours + n]!
        known.set(said[theirs + n]!, paragraph)
        if (paragraph.prompt) agreed.add(paragraph.prompt)
      }
    }
    if (!added) ours += count
    if (!removed) theirs += count
  }
  pair()
  return { known, share: same / paragraphs.length, shareOfBody: same / said.length, agreed }
}

function isLike(words: string, ours: string): boolean {
  const [one, other] = [bareWords(words), new Set(bareWords(ours))]
  return one.filter((word) => other.has(word)).length >= KEPT * Math.max(one.length, other.size)
}

/** Marks each clause from its first paragraph to its last. */
function withBookmarks(body: Paragraph[], prompts: (string | undefined)[]): Paragraph[] {
  const marked = body.map((each) => ({ ...each, bookmarks: [...each.bookmarks], ended: [...each.ended] }))
  const times = new Map<string, number>()
  let open: { prompt: string; name: string; last: number } | undefined
  const close = () => open && marked[open.last]!.ended.push(open.name)
  prompts.forEach((prompt, n) => {
    if (!prompt) return
    if (open?.prompt === prompt) open.last = n
    else {
      close()
      times.set(prompt, (times.get(prompt) ?? 0) + 1)
      open = { prompt, name: bookmarkOf(prompt, times.get(prompt)), last: n }
      marked[n]!.bookmarks.push(open.name)
    }
  })
  close()
  return marked
}
