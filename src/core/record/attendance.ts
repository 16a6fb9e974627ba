import { membersOn } from '../file/members.ts'
import type { Partnership } from '../file/partnership.ts'
import { wholeName } from '../view/addressees.ts'
import { isInvited } from '../view/view.ts'
import { readNames } from './people.ts'

/** Who was at a meeting, and who was not, as people write it on one line or in a list. */
export type Attendance = {
  present: string[]
  /** Who sent apologies. */
  apologies: string[]
  /** Who was not there, and of whom no apologies are told. */
  away: string[]
  /** Speaks of apologies in a way that cannot be told. */
  unclear: string[]
}

type Where = 'present' | 'apologies' | 'away'

const APOLOGY = '(?:apolog(?:y|ies|ized|ised)|apols?|regrets)'
const ABSENT =
  "(?:absent|away|missing|ill|sick|unwell|on leave|not (?:there|here|present|able to (?:come|attend))|n[o']t come|unable to (?:come|attend|make it)|(?:could not|couldn['’]?t|did not|didn['’]?t|was not|wasn['’]?t|cannot|can['’]?t) (?:come|attend|make it|be there|be here|there|here))"

/** What stands before names, with the place that it gives them. */
const BEFORE: [Where, RegExp][] = [
  [
    'apologies',
    new RegExp(`^[([]?${APOLOGY}(?:\\s+(?:received\\s+)?from|\\s+for)?\\s*(?:[:–—-]\\s*|\\s|$)`, 'i'),
  ],
  ['away', new RegExp(`^[([]?${ABSENT}\\s*:\\s*`, 'i')],
  ['away', /^[([]?(?:but\s+)?(?:not|without|except(?:\s+for)?|apart from|other than|minus)\s+(?=\p{L})/iu],
  ['present', /^[([]?(?:present|attending|attendees|attended|there|here)\s*[:–—-]\s*/i],
]

/** What stands after names. In brackets it is said of the last of them alone. */
const AFTER: [Where, RegExp][] = [
  [
    'apologies',
    new RegExp(
      `[\\s:–—-]+(?:who )?(?:(?:has |have )?(?:sent|sends?|gave|gives|with|made|offered|tendered)(?: in)? )?(?:(?:her|his|their|an|my) )?${APOLOGY}[.!]?$`,
      'i',
    ),
  ],
  ['away', new RegExp(`[\\s:–—-]+(?:who )?(?:(?:was|is|were|are) )?${ABSENT}[.!]?$`, 'i')],
]
const BRACKETED = /\s*[([]([^()[\]]*)[)\]]\.?$/
const ALL =
  /^(?:everyone|everybody|all(?: of us)?|we all)(?: invited)?(?: (?:was|were) (?:there|here|present))?(?:\s*[,:–—-]?\s*(?:but|except(?: for)?|apart from|other than|minus|bar|save|without)(?: for| not)?\s+(?=\p{L})(.*))?[.!]?$/isu

/**
 * Reads it, where some names are `known`, and those of some are `invited`: "Ana Ruiz, Bo Li; apologies: Di", "Di (apology)", "all but
 * Di". Nobody is there of whom it says anything else.
 */
export const readAttendance = (text: string, known: string[], invited: string[]): Attendance =>
  attendanceIn(stretchesOf(text).flatMap((stretch) => readStretch(stretch, known, invited)))

/** Each once; whoever is told to be away is not there. */
function attendanceIn(told: Told[]): Attendance {
  const all = (wanted: Told['where']) => [
    ...new Set(told.filter(({ where }) => where === wanted).map(({ name }) => name)),
  ]
  const [apologies, away] = [all('apologies'), all('away')]
  return {
    present: all('present').filter((name) => ![...apologies, ...away].includes(name)),
    apologies,
    away,
    unclear: all('unclear'),
  }
}

/** The same of a list of who was there on a day, an item a name: one that tells of nobody's absence stands as it is. */
export function attendanceOf(
  partnership: Pick<Partnership, 'partners'>,
  on: string,
  items: string[],
): Attendance {
  const members = membersOn(partnership, on)
  const known = partnership.partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  const invited = members.flatMap(({ people }) => people.filter(isInvited).flatMap(({ name }) => name ?? []))
  return attendanceIn(
    items.flatMap((item): Told[] =>
      SPEAKS_OF_AWAY.test(item) || ALL.test(item)
        ? stretchesOf(item).flatMap((stretch) => readStretch(stretch, known, invited))
        : [{ where: 'present', name: item }],
    ),
  )
}

/** What says who was not there may begin anywhere, and goes on to the end of its stretch. */
const stretchesOf = (text: string): string[] =>
  text
    .replace(
      new RegExp(`(?:[,.]|\\band\\b)?\\s*[([]?(?=\\b${APOLOGY}(?:\\s*:|\\s+(?:received\\s+)?from\\b))`, 'gi'),
      ';',
    )
    .replace(/,\s+(?=who\s)/gi, ' ')
    .replace(/\s+(?=without\s)/gi, ', ')
    .replace(/\.\s+(?=(?:present|attending|attended|absent)\s*:)/gi, ';')
    .split(/[;\n]/)
    .flatMap((stretch) => (SPEAKS_OF_AWAY.test(stretch) ? stretch.split(SENTENCE_END) : [stretch]))

const SPEAKS_OF_AWAY = new RegExp(`\\b${APOLOGY}\\b|\\b${ABSENT}(?![\\p{L}])`, 'iu')
const SENTENCE_END = /(?<=\p{Ll})(?<!\b(?:Dr|Mr|Mrs|Ms|Mx|St|Prof))\.\s+(?=\p{Lu})/u

type Told = { where: Where | 'unclear'; name: string }

function readStretch(stretch: string, known: string[], invited: string[]): Told[] {
  const whole = ALL.exec(stretch.trim())
  if (whole && invited.length > 0) {
    const others = readNames(whole[1] ?? '', known).flatMap((words) => readName(words, 'away', known))
    return [
      ...invited.map((name): Told => ({ where: 'present', name })),
      ...others.map(({ where, name }): Told => ({ where: whereIfAsked(where, name, invited), name })),
    ]
  }
  const told: Told[] = []
  let where: Where = 'present'
  for (const name of readNames(stretch, known)) {
    const begins = known.includes(name) ? undefined : BEFORE.find(([, before]) => before.test(name))
    const words = begins ? name.replace(begins[1], '').trim() : name
    where = begins?.[0] ?? where
    // "Ana Ruiz, apologies" says it of the name before.
    const last = words === '' ? told.at(-1) : undefined
    if (last) last.where = where
    if (words !== '') told.push(...readName(words, where, known))
  }
  return told
}

/** Of all but some, whoever is not invited is a guest who came, or somebody whose name is not as it is known. */
const whereIfAsked = (where: Told['where'], name: string, invited: string[]): Told['where'] =>
  where !== 'away' || invited.includes(name)
    ? where
    : /^(?:an?|one|two|three|some|\d+)\s/i.test(name)
      ? 'present'
      : 'unclear'

function readName(words: string, where: Where, known: string[]): Told[] {
  const all = (of: Told['where'], names: string[]) => names.map((name): Told => ({ where: of, name }))
  if (known.includes(words)) return all(where, [words])
  const inBrackets = BRACKETED.exec(words)
  const ends = AFTER.find(([, after]) => after.test(inBrackets ? ` ${inBrackets[1]}` : words))
  if (!ends && where === 'present') return all(SPEAKS_OF_AWAY.test(words) ? 'unclear' : 'present', [words])
  if (!ends) return all(where, namesIn(words, known))
  const names = namesIn(inBrackets ? words.replace(BRACKETED, '') : words.replace(ends[1], ''), known)
  // In brackets it is said of the last of several.
  const others = inBrackets ? names.slice(0, -1) : []
  return [...all(where, others), ...all(ends[0], names.slice(others.length))]
}

/** Names with "and" between them, each as it is known in whole. */
const namesIn = (words: string, known: string[]): string[] =>
  words
    .split(/\s*(?:,|&|\band\b)\s*/i)
    .map((name) => name.replace(/[\s)\].:–—-]+$/, '').replace(/^[\s([]+/, ''))
    .filter((name) => name !== '')
    .map((name) => wholeName(known, name) ?? name)
