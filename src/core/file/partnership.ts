import * as z from 'zod'
import { fieldErrors, nearest } from '../../errors.ts'
import { type ColumnFacts, column, names, own, row, staff } from '../values/column.ts'
import { blankable, day, id, list, locale, maybe, oneOf, text, zone } from '../values/fields.ts'
import { AT_HOME } from '../values/locale.ts'
import { Partner } from './partner.ts'
import { type FileTable, LEVELS, TABLES } from './tables.ts'
import { columnsWithin, type Path, textsIn } from './walk.ts'

/** The partnership file: schema and types in one, a noun each. */

export const DECISIONS = ['yes', 'no', 'not-yet'] as const

/** What one partner said to a prompt. */
export const Perspective = row({
  partner: names('partner', id, 'Which partner?', { once: true }),
  said: own(blankable, 'What do they say?', { prose: true }),
  on: column(maybe(day), 'On what day?', { past: true }),
})

/** A partner that agreed by itself, and when; and who of it said so, where that is known. */
export const AgreedToo = row({
  partner: names('partner', id, 'Which partner?', { once: true }),
  by: names('person', blankable, 'Who said so?', { free: 'staff' }),
  on: column(day, 'On what day did it agree?', { past: true }),
})

/**
 * What the partners settled on; `wording` stamps the prompt as it was asked. Where it does not say who agreed, those did who were in on
 * that day. Who agreed on a day of its own stands in `also`, which holds where it stands in `by` too.
 */
export const Agreed = row({
  decision: column(maybe(oneOf(DECISIONS)), 'Is it a yes?'),
  text: own(text, 'What have you agreed?', { prose: true }),
  lead: names('partner-or-together', maybe(id), 'Which partner leads?'),
  by: names('partner', list(id), 'Which partners agreed?', { brief: true }),
  on: column(maybe(day), 'On what day?', { past: true }),
  also: column(list(AgreedToo), 'Which partners agreed separately, and when?'),
  review: column(maybe(day), 'When will you review it?', { after: 'on' }),
  wording: column(
    maybe(z.string().regex(/^w[0-9a-f]{7}$/, fieldErrors.wantsStamp)),
    'How was the question worded? (hjp writes this stamp)',
  ),
})

/**
 * Words that wait to be settled: how what is agreed should read, or what a partner said, where something else was written down
 * meanwhile. They came back from a partner or, where none is named, from another version of the file in a merge; that may bring
 * all that goes with what is agreed. Or they stand in an agreement that the partners had before, and nobody has said yet that they hold
 * here. Or a partner said something about what is agreed, which waits to be talked about.
 */
export const Proposal = row({
  partner: names('partner', maybe(id), 'Which partner? (none if two versions of this file were merged)', {
    tells: true,
  }),
  from: staff(blankable, 'From which agreement that you had before? (the document)', { tells: true }),
  for: column(
    oneOf(['said', 'agreed', 'talk']),
    'Does it replace what they said, or what is agreed, or ask to talk about that?',
    { tells: true },
  ),
  text: own(text, 'What do they propose?', { prose: true, tells: true }),
  decision: column(maybe(oneOf(DECISIONS)), 'With which decision?', { tells: true }),
  lead: names('partner-or-together', maybe(id), 'Led by which partner?', { tells: true }),
  on: column(maybe(day), 'On what day?', { past: true }),
  review: column(maybe(day), 'To be reviewed when?', { tells: true }),
})

/** Something a partner remarked beside an answer, in a comment or among other words. */
export const Note = row({
  partner: names('partner', id, 'Which partner?', { tells: true }),
  by: names('person', blankable, 'Who exactly?', { free: 'staff' }),
  text: own(text, 'What do they remark?', { prose: true, tells: true }),
  on: column(maybe(day), 'On what day?', { past: true }),
})

export const Answer = row({
  prompt: names('prompt-id', text, 'Which prompt?', {
    once: true,
    lost: ', so no document shows what is said here',
  }),
  perspectives: column(list(Perspective), 'What does each partner say?'),
  agreed: column(maybe(Agreed), 'What have you agreed?'),
  parked: own(blankable, 'Why is it set aside?'),
  proposals: column(list(Proposal), 'What came back, and is still to be settled?'),
  notes: column(list(Note), 'What else did they remark?'),
})

/** A part that does not apply for now, with all its prompts but those that were brought back. */
const ParkedPart = row({
  part: names('part', text, 'Which part?', { once: true, lost: ', so this sets nothing aside' }),
  why: own(text, 'Why is it set aside?'),
  except: names('prompt', list(text), 'Which of its prompts are not set aside?', { brief: true }),
})

const stamps = z.string().regex(/^s[0-9a-f]{10}( s[0-9a-f]{10})*$/, fieldErrors.wantsStamp)

/** An agreement that the partners had before: a stamp of each of its paragraphs, by the prompt at which it went into the file. */
const Adopted = row({
  document: staff(text, 'Which document is it? (beside this file)', { once: true, title: true }),
  on: column(day, 'On what day was it taken in?', { past: true }),
  clauses: names(
    'prompt-id',
    z
      .record(z.string(), stamps)
      .nullish()
      .transform((stamps) => stamps ?? {}),
    'Where did each paragraph go? (hjp adds a stamp of each)',
    { later: true, lost: ', at which a paragraph of an earlier agreement is' },
  ),
  left: column(maybe(stamps), 'Which of its paragraphs are left out? (hjp adds a stamp of each)', {
    later: true,
  }),
})

/** What two versions of the file said differently in one place, where it is neither what was said nor what is agreed. */
const Conflict = row({
  at: column(text, 'Where? (the table, the row and the column)', { tells: true }),
  other: own(text, 'What did the other version say there?', { tells: true }),
})

/** A table as a column of the file. */
const table = <S extends z.ZodType>({ row, about }: { row: S; about: string }) => column(list(row), about)

/** The file, each row by itself. */
export const PartnershipRows = row({
  version: column(
    z.preprocess(
      (value) => (value === '1' ? 1 : value),
      z.literal(1, { error: (issue) => fieldErrors.wantsVersion(issue.input) }),
    ),
    'Which version of this file is it?',
    { governs: true },
  ),
  name: staff(text, 'What is the partnership called?'),
  locale: column(
    maybe(locale).transform((tag) => tag ?? AT_HOME),
    'Which language and country? (such as en-AU)',
  ),
  timezone: column(maybe(zone), 'In which time zone do you meet? (such as Australia/Melbourne)'),
  level: column(maybe(oneOf(LEVELS)), 'How closely do you work together?'),
  keeper: staff(blankable, 'Who of your people keeps this file? (what partners send back goes to them)', {
    names: 'person',
  }),
  terms: names(
    'term',
    z
      .record(z.string(), text)
      .nullish()
      .transform((terms) => terms ?? {}),
    'What are your own words for client, lawyer, partnership and mou?',
  ),
  partners: column(z.array(Partner).min(1, fieldErrors.wantsPartner), 'Who takes part?'),
  parked: column(list(ParkedPart), 'Which parts are set aside as a whole, and why?'),
  answers: column(list(Answer), 'What does each partner say, and what have you settled on?'),
  adopted: column(list(Adopted), 'Which agreements did you have before?'),
  agreements: table(TABLES.agreements),
  actions: table(TABLES.actions),
  stakeholders: table(TABLES.stakeholders),
  contributions: table(TABLES.contributions),
  outcomes: table(TABLES.outcomes),
  indicators: table(TABLES.indicators),
  milestones: table(TABLES.milestones),
  funding: table(TABLES.funding),
  meetings: table(TABLES.meetings),
  rounds: table(TABLES.rounds),
  conflicts: column(
    list(Conflict),
    'What did two versions of this file say differently, when they were merged?',
  ),
} satisfies Record<FileTable, unknown> & Record<string, unknown>)

/** Every column of the file, and where it stands. */
export const COLUMNS = columnsWithin(PartnershipRows)

/** And with nothing in it that contradicts the rest. */
export const Partnership = PartnershipRows.superRefine((file, { addIssue }) => {
  for (const { path, message } of inBrief(contradictions(file), file))
    addIssue({ code: 'custom', path, message })
})

export const namesPartner = ({ names }: ColumnFacts) => names === 'partner' || names === 'partner-or-together'
const HELD = COLUMNS.filter((column) => column.once || namesPartner(column))

/** What is wrong in a place, and the partner that it names and that there is not, if that is it. */
type Contradiction = { path: Path; message: string; stranger?: string }

/** The same, with a partner that there is not told of once: the row of one that was taken out is named in a hundred places. */
function inBrief(all: Contradiction[], { partners }: File): Contradiction[] {
  const known = partners.map(({ id }) => id)
  return all.flatMap((each, n) => {
    const { stranger } = each
    const same = all.filter((other) => stranger !== undefined && other.stranger === stranger)
    if (same.length < 2) return [each]
    const message = fieldErrors.unknownPartnerAll(stranger!, same.length, nearest(stranger!, known), known)
    return all.indexOf(same[0]!) === n ? [{ ...each, message }] : []
  })
}

/** What is wrong in a file of which each row is right by itself. */
export function contradictions(file: File): Contradiction[] {
  const partners = file.partners.map(({ id }) => id)
  const strangers: Contradiction[] = []
  const repeats: typeof strangers = []
  const seen = new Set<string>()
  for (const column of HELD) {
    const known = column.names === 'partner-or-together' ? [...partners, 'together'] : partners
    for (const { at, text } of textsIn(file, column)) {
      if (namesPartner(column) && !known.includes(text))
        strangers.push({
          path: at,
          message: fieldErrors.unknownPartnerHere(text, nearest(text, partners), partners),
          stranger: text,
        })
      if (!column.once) continue
      const list = at.slice(0, -2)
      const called = [...list, column.name, text].join('\0')
      if (seen.has(called))
        repeats.push({ path: at, message: fieldErrors.twice(String(list.at(-1)), column.name, text) })
      seen.add(called)
    }
  }
  return [...strangers, ...repeats]
}

type File = z.infer<typeof PartnershipRows>

export type Perspective = z.infer<typeof Perspective>
export type AgreedToo = z.infer<typeof AgreedToo>
export type Agreed = z.infer<typeof Agreed>
export type Proposal = z.infer<typeof Proposal>
export type Note = z.infer<typeof Note>
export type Answer = z.infer<typeof Answer>
export type Partnership = z.infer<typeof Partnership>

/** The words that came back on an answer and wait: other words for what is agreed, or for what a partner said. */
export const proposalsFor = ({ proposals }: Answer, partner?: string): Proposal[] =>
  proposals.filter((each) =>
    partner === undefined ? each.for === 'agreed' : each.for === 'said' && each.partner === partner,
  )

/** How an agreement that the partners had before has it. */
export const adoptedIn = ({ proposals }: Answer): (Proposal & { from: string })[] =>
  proposals.filter((each): each is Proposal & { from: string } => each.from !== undefined)

/** Where partners asked to talk about what is agreed. */
export const talksIn = ({ proposals }: Answer): Proposal[] => proposals.filter((each) => each.for === 'talk')
