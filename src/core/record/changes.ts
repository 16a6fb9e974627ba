import * as z from 'zod'
import { HjpError } from '../../errors.ts'

/** What hjp keeps of the changes to a file, so that they can be taken back. */

/** At a place in a text, what stood there and what stands there now. Made by hjp, or by something else in between. */
const TextChange = z.object({ at: z.number(), was: z.string(), is: z.string(), isOurs: z.boolean() })
type TextChange = z.infer<typeof TextChange>

/** A file as it was when hjp last wrote it, the changes that led there, oldest first, and those that were taken back, first the last. */
export const Changes = z.object({
  path: z.string(),
  text: z.string(),
  done: z.array(TextChange),
  undone: z.array(TextChange),
})
export type Changes = z.infer<typeof Changes>

/** Far more than anybody takes back, in changes and in letters. */
const MOST = { changes: 200, letters: 1_000_000 }

/** The one stretch in which two texts differ. */
export function changeOf(before: string, after: string, isOurs = true): TextChange {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before[at] === after[at]) at++
  let end = 0
  while (end < most - at && before.at(-1 - end) === after.at(-1 - end)) end++
  const stretch = (text: string) => text.slice(at, text.length - end)
  return { at, was: stretch(before), is: stretch(after), isOurs }
}

/** The text before a change was made, or with it made; nothing where the change does not belong to this text. */
const before = (text: string, { at, was, is }: TextChange): string | undefined =>
  text.startsWith(is, at) ? text.slice(0, at) + was + text.slice(at + is.length) : undefined
const after = (text: string, { at, was, is }: TextChange): string | undefined =>
  before(text, { at, was: is, is: was, isOurs: true })

/** What is kept of a file as it reads now: what was kept before it was written stands undone where the writing failed. */
function settled(kept: Changes, now: string): Changes {
  const { text, done, undone } = kept
  if (text === now) return kept
  const last = done.at(-1)
  if (last && before(text, last) === now) return { ...kept, text: now, done: done.slice(0, -1) }
  const next = undone.at(-1)
  if (next && after(text, next) === now)
    return { ...kept, text: now, done: [...done, next], undone: undone.slice(0, -1) }
  return kept
}

/** With one more change, which puts a text in the place of what the file says now. */
export function withChange(kept: Changes | undefined, path: string, now: string, text: string): Changes {
  const known = kept && settled(kept, now)
  const between = known && known.text !== now ? [changeOf(known.text, now, false)] : []
  const done = [...(known?.done ?? []), ...between, changeOf(now, text)].slice(-MOST.changes)
  while (done.length > 1 && lettersIn(done) > MOST.letters) done.shift()
  return { path, text, done, undone: [] }
}

const lettersIn = (changes: TextChange[]): number =>
  changes.reduce((sum, { was, is }) => sum + was.length + is.length, 0)

/** What was changed by something other than hjp: the text as it was, and as it is. */
export type Since = { from: string; to: string }

/**
 * The changes with the last one taken back, or what something else has changed in the file since. Throws HjpError
 * nothingToUndo.
 */
export function withoutLast(kept: Changes | undefined, path: string, now: string): Changes | Since {
  const known = kept && settled(kept, now)
  const last = known?.done.at(-1)
  if (!known || !last) throw new HjpError('nothingToUndo', path)
  if (known.text !== now) return { from: known.text, to: now }
  const text = before(now, last) ?? now
  if (!last.isOurs) return { from: text, to: now }
  return { ...known, text, done: known.done.slice(0, -1), undone: [...known.undone, last] }
}

/** The file as it was before each change that is kept, the last first. */
export function* earlierTexts(kept: Changes | undefined, now: string): Generator<string> {
  if (!kept) return
  let { text } = kept
  if (text !== now) yield text
  for (const change of kept.done.toReversed()) {
    const was = before(text, change)
    if (was === undefined) return
    text = was
    yield text
  }
}

/** The changes with the one that was taken back last made again. Throws HjpError nothingToRedo. */
export function withNext(kept: Changes | undefined, path: string, now: string): Changes {
  const known = kept && settled(kept, now)
  const next = known?.undone.at(-1)
  const text = next && known?.text === now ? after(now, next) : undefined
  if (!known || !next || text === undefined) throw new HjpError('nothingToRedo', path)
  return { ...known, text, done: [...known.done, next], undone: known.undone.slice(0, -1) }
}
