import { monthsOn } from '../../core/values/day.ts'
import { MONTH_WRITTEN } from '../../core/values/locale.ts'
import { isAgreed, viewOf } from '../../core/view/view.ts'
import type { SentClause } from '../../intake/clauses.ts'
import type { Document } from '../../render/document/document.ts'
import { numberOf } from '../../render/document/numbering.ts'
import { plain } from '../../render/document/tree.ts'
import { paragraphsOf } from '../../render/formats/docx/manifest.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { asOf } from '../shared/versions-in-git.ts'
import { agreementsIn, documentAsOf } from './document-as-of.ts'

/** A letter is meant where it is named. */
const LETTER = /\bletter\b/i

/** Months within which a draft is commented on. */
const DISCUSSED = 1

/**
 * The clauses of the agreement by their numbers, as it was on the day of a reply that speaks of them, and as it is now. Where both have
 * a number for different things, both are there. A reply of an unknown day may be about a draft of a month ago, and one that names the day of
 * its draft is about that alone.
 */
export async function clausesSent(
  world: World,
  opened: Opened,
  {
    on = monthsOn(world.today, -DISCUSSED),
    text,
    original = '',
  }: { on: string | undefined; text: string; original?: string },
): Promise<SentClause[]> {
  const [whole, ...letters] = agreementsIn(opened)
  const folders = LETTER.test(text) ? letters : [whole!]
  const named = await draftsNamed(text, on, opened.partnership.locale)
  const days = named.length > 0 ? named : [on, world.today]
  const drafts = days.map((day) =>
    day < world.today
      ? asOf(world, opened, day)
      : day === world.today && { partnership: opened.partnership, on: day },
  )
  const versions = (await Promise.all(drafts)).flatMap((draft) => draft || [])
  const all = await Promise.all(
    versions.flatMap(({ partnership, on: day }) =>
      folders.map(async (folder) => {
        const known = { ...opened, partnership }
        const [document] = await documentAsOf(known, day, 'mou', {}, folder)
        return document && !isCountedAnew(document, original) ? clausesOf(document, known, day) : []
      }),
    ),
  )
  return all.flat()
}

const DATE = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_WRITTEN}(?:,? \\d{4})?|${MONTH_WRITTEN} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`
const OF_DAY = new RegExp(
  `\\b(?:draft|version|copy|agreement|mou|letter),? (?:of|from|dated|made on|as of) (?:[a-z]+day,? )?(?:the )?(${DATE})\\b|\\b(${DATE}) (?:draft|version|copy)\\b`,
  'gi',
)

/** The days of the drafts that a reply names, as in "on the draft of 2 February"; without a year, before the reply. */
async function draftsNamed(text: string, on: string, locale: string): Promise<string[]> {
  const named = [...text.replace(/\s+/g, ' ').matchAll(OF_DAY)].map(([, after, before]) => after ?? before!)
  if (named.length === 0) return []
  const { dayTyped } = await import('../../core/values/typed-day.ts')
  const read = named.map((each) => dayTyped(each, on, locale, 'behind'))
  return [...new Set(read.flatMap((each) => ('is' in each ? each.is : [])))]
}

/** Whether a copy has sections of the agreement by numbers of their own: sent alone, they once began at 1. Then a number says nothing. */
function isCountedAnew(document: Document, copy: string): boolean {
  const lines = new Set(copy.split('\n').map((line) => line.replace(/[>#*\s]+/g, ' ').trim()))
  const counted = [...numberOf(document)].flatMap(([block, number]) =>
    block.kind === 'heading' && !block.schedule
      ? [{ number: Number(number), title: plain(block.inlines) }]
      : [],
  )
  const isThere = (number: number, title: string) => lines.has(`${number}. ${title}`)
  return counted.some(
    ({ number, title }) =>
      !isThere(number, title) && counted.some((_, n) => n + 1 < number && isThere(n + 1, title)),
  )
}

function clausesOf(document: Document, known: Opened, today: string): SentClause[] {
  const numbers = numberOf(document)
  const { prompts } = viewOf({ ...known, today })
  return [...numbers].flatMap(([block, number]): SentClause[] => {
    const prompt = block.kind === 'clause' && prompts.find(({ id }) => id === block.prompt)
    if (!prompt) return []
    return [
      { number, prompt: prompt.id, words: paragraphsOf([block]).join('\n'), isAgreed: isAgreed(prompt) },
    ]
  })
}
