import { diffArrays } from 'diff'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { bookmarkOf, stampOf } from '../../ooxml/stamps.ts'
import { bareWords } from '../reply/own-words.ts'
import type { Paragraph } from './paragraph.ts'

/** An agreement as it would be sent today: what it says by the paragraph, and the prompt whose clause each is in. */
export type ExpectedAgreement = {
  paragraphs: { words: string; prompt: string | undefined }[]
  sent: ExpectedManifest
}

/** The share of an agreement that has to be there, and of a paragraph that was changed. */
const [THERE, KEPT] = [0.5, 0.5]
/** Clauses that stand word for word in what is some of its sections. */
const CLAUSES = 2

/** A body whose clauses are marked again, where programs dropped the marks, and the agreement that it is; nothing where it is none. */
export function remarked(
  body: Paragraph[],
  agreements: ExpectedAgreement[],
): { body: Paragraph[]; sent: ExpectedManifest } | undefined {
  const [best] = agreements
    .map((agreement) => ({ agreement, ...promptsOfBody(body, agreement) }))
    .toSorted((one, other) => other.share - one.share)
  if (!best) return undefined
  const { sent } = best.agreement
  const marked = withBookmarks(body, best.prompts)
  if (best.share >= THERE) return { body: marked, sent }
  // Some of its sections, sent alone, hold nothing else, and nothing is missing in them that others have.
  const here = new Set(best.prompts)
  const isPart = best.shareOfBody >= THERE && best.agreed.size >= CLAUSES
  return isPart
    ? { body: marked, sent: { ...sent, places: sent.places.filter(({ prompt }) => here.has(prompt)) } }
    : undefined
}

/** The prompt whose clause each paragraph of a body is in, and how much of the agreement is there. */
function promptsOfBody(body: Paragraph[], { paragraphs }: ExpectedAgreement) {
  const prompts: (string | undefined)[] = body.map(() => undefined)
  const said = body.map((_, n) => n).filter((n) => body[n]!.words.trim() !== '')
  const runs = diffArrays(
    paragraphs.map(({ words }) => stampOf(words)),
    said.map((n) => stampOf(body[n]!.words)),
    { maxEditLength: paragraphs.length },
  )
  if (!runs) return { prompts, share: 0, shareOfBody: 0, agreed: new Set() }
  let [ours, theirs, same] = [0, 0, 0]
  const agreed = new Set<string>()
  let gone: typeof paragraphs = []
  let come: number[] = []
  const pair = () => {
    for (const n of come) {
      const at = gone.findIndex(({ words }) => isLike(body[n]!.words, words))
      if (at >= 0) prompts[n] = gone[at]!.prompt
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
        const { prompt } = paragraphs[ours + n]!
        prompts[said[theirs + n]!] = prompt
        if (prompt) agreed.add(prompt)
      }
    }
    if (!added) ours += count
    if (!removed) theirs += count
  }
  pair()
  return { prompts, share: same / paragraphs.length, shareOfBody: same / said.length, agreed }
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
