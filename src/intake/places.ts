import type { Expected } from '../core/sent.ts'
import { bookmarkOf, firstBookmark, tagOf } from '../core/traces.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Answered, Question } from './returned.ts'

/** Paragraphs that belong together: the place of a prompt, or what stands outside. */
export type Passage = { place: Place | undefined; near: string | undefined; all: Paragraph[] }
export type Place = { prompt: string; as: Answered['as']; depth: number }

/** A body, parted into places and what stands between them. */
export function passagesOf(body: Paragraph[], asked: Question[], { of, isGuess }: Expected): Passage[] {
  const byBookmark = new Map(asked.map(({ prompt }) => [bookmarkOf(prompt), prompt]))
  const byTag = new Map(asked.map(({ prompt }) => [tagOf(prompt), prompt]))
  // LibreOffice writes a bookmark that runs over several paragraphs at each end, so only the first counts.
  const seen = new Set<string>()
  const starts = new Map(body.map((paragraph) => [paragraph, startOf(paragraph)]))
  function startOf({ bookmarks }: Paragraph): string | undefined {
    const fresh = bookmarks.filter((name) => !seen.has(name))
    for (const name of fresh) seen.add(name)
    return fresh.flatMap((name) => byBookmark.get(firstBookmark(name) ?? '') ?? []).at(-1)
  }
  const numbered = ({ words }: Paragraph) =>
    asked.find(
      ({ number, topic }) =>
        words.trim().startsWith(number) && words.toLowerCase().includes(topic.toLowerCase()),
    )?.prompt
  /** The prompt of each row, as its first cell names it: by its bookmark, else in hidden words, else by its number. */
  const rows = new Map<number, string>()
  for (const paragraph of body) {
    const [outer] = paragraph.cells
    if (outer?.cell !== 0 || rows.has(outer.row)) continue
    const hidden = byTag.get(paragraph.hidden.trim())
    const prompt =
      of === undefined && !isGuess ? hidden : (starts.get(paragraph) ?? hidden ?? numbered(paragraph))
    if (prompt) rows.set(outer.row, prompt)
  }
  const passages: Passage[] = []
  let place: Place | undefined
  let near: string | undefined
  for (const paragraph of body) {
    const [outer] = paragraph.cells
    const row = outer && rows.get(outer.row)
    const start = (of === undefined || isGuess) && !row ? starts.get(paragraph) : undefined
    if (row) place = outer.cell > 0 ? { prompt: row, as: 'said', depth: 1 } : undefined
    else if (start) place = { prompt: start, as: 'agreed', depth: 0 }
    else if (place?.as === 'said' || isHeading(paragraph)) place = undefined
    near = row ?? start ?? near
    const last = passages.at(-1)
    if (last && last.place?.prompt === place?.prompt && last.near === near && !start) last.all.push(paragraph)
    else passages.push({ place, near, all: [paragraph] })
  }
  // A heading goes with what follows it.
  let next: string | undefined
  for (const each of passages.toReversed()) {
    next = each.place?.prompt ?? next
    const leads = !each.place && isHeading(each.all[0]!)
    each.near = (leads ? next : undefined) ?? each.near ?? next
  }
  return passages
}

/** Whether a paragraph begins something of its own. */
const isHeading = ({ style }: Paragraph): boolean => /^(heading|title|clause$)/i.test(style)
