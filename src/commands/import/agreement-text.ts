import { type QuotedLine, textOfLines } from '../../intake/quoted-lines.ts'
import { originalAt } from '../../intake/reply/quote-header.ts'
import { tidy } from '../../intake/reply/tidy.ts'
import type { Leftover, Question, Returned } from '../../intake/returned.ts'
import { asksOrAnswers, isTitled, readTextCopy } from '../../intake/word/text-copy.ts'
import { copyParagraphs } from '../../render/copy/copy-paragraphs.ts'
import { isMarkdown } from '../../render/copy/without-markdown.ts'
import type { World } from '../../world/world.ts'
import { dayNamed } from '../shared/day-named.ts'
import type { Opened } from '../shared/open.ts'
import { asOf } from '../shared/versions-in-git.ts'
import { agreementsOn, type Baseline } from './baseline.ts'

/** What a reader of a copy knows. */
type Known = { world: World; opened: Opened; questions: Question[]; today: () => Promise<Baseline> }

type TextRead = Pick<Returned, 'answers' | 'others' | 'text'>

/**
 * What a text says that is a copy of the agreement, as hjp writes it now, or wrote it on the day that it names; or the lines above an
 * earlier message that has one, and what that says. Nothing where there is none.
 */
export async function readAgreementText(
  known: Known,
  lines: QuotedLine[],
): Promise<{ read: TextRead } | { reply: QuotedLine[]; others: Leftover[] } | undefined> {
  const { sent, earlier } = apart(lines)
  const typed = sent.filter(({ depth }) => depth === 0)
  // In Markdown a notice looks as if it were quoted.
  const isAll = isMarkdown(textOfLines(typed))
  const quoted = isAll ? [] : sent.filter(({ depth }) => depth > 0)
  const read = await asCopy(known, textOfLines(isAll ? sent : typed))
  if (read)
    return {
      read: { ...read, others: [...read.others, ...beside('quoted', quoted), ...beside('earlier', earlier)] },
    }
  const [reply, before] = earlier.length > 0 ? [sent, earlier] : [typed, quoted]
  const isCopy = before.length > 0 && (await asCopy(known, textOfLines(before)))
  return isCopy ? { reply, others: beside('earlier', before) } : undefined
}

/** A message and the earlier ones below it, without what a mail program says above the first. */
function apart(lines: QuotedLine[]): { sent: QuotedLine[]; earlier: QuotedLine[] } {
  const end = lines.findIndex((_, n) => originalAt(lines, n))
  const sent = end < 0 ? lines : lines.slice(0, end)
  const isBare = end >= 0 && textOfLines(sent).trim() === ''
  return isBare
    ? apart(lines.slice(end + originalAt(lines, end)!.lines))
    : { sent, earlier: lines.slice(sent.length) }
}

/** What a text says as a copy of the agreement; nothing where it is none. */
async function asCopy(
  { world, opened, questions, today }: Known,
  text: string,
): Promise<TextRead | undefined> {
  if (asksOrAnswers(text)) return undefined
  const agreements = await (await today()).agreements()
  const day = isTitled(text, agreements)
    ? dayNamed(text, opened.partnership.locale, world.today)
    : world.today
  const then = day < world.today ? await asOf(world, opened, day) : undefined
  const earlier = then ? await agreementsOn({ ...opened, partnership: then.partnership }, day) : []
  const all = [...agreements, ...earlier]
  return readTextCopy(text, ({ paragraphs }) => copyParagraphs(text, paragraphs), questions, all)
}

function beside(what: Leftover['what'], lines: QuotedLine[]): Leftover[] {
  const words = tidy(lines.map(({ text }) => text))
  return words ? [{ what, near: undefined, words }] : []
}
