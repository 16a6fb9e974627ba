import * as z from 'zod'
import { nearest, words } from '../../errors.ts'
import { AT_HOME, blankable, day, id, list, locale, maybe, oneOf, text, zone } from '../values/fields.ts'
import type { Path } from './edits.ts'
import {
  Action,
  Contribution,
  Funding,
  Indicator,
  LEVELS,
  Meeting,
  Milestone,
  Outcome,
  Round,
  Stakeholder,
} from './tables.ts'

/** The partnership file: schema and types in one, a noun each. */

export const SECTORS = ['legal', 'health', 'community', 'social', 'government', 'funder', 'other'] as const
export const ROLES = ['liaison', 'deputy', 'signatory', 'escalation'] as const
export const DECISIONS = ['yes', 'no', 'not-yet'] as const

export const Person = z.strictObject({
  role: oneOf(ROLES),
  name: blankable,
  title: blankable,
  email: blankable,
  phone: blankable,
  /** What they may decide, and how soon they answer. */
  authority: blankable,
  responds: blankable,
  confirmed: maybe(day),
})

/** A service or other body in the partnership. */
export const Partner = z.strictObject({
  id,
  name: text,
  'legal-name': blankable,
  registration: blankable,
  address: blankable,
  sector: oneOf(SECTORS),
  people: list(Person),
})

/** What one partner said to a prompt. */
export const Perspective = z.strictObject({ partner: id, said: blankable, on: maybe(day) })

/** What the partners settled on; `wording` stamps the prompt as it was asked. */
export const Agreed = z.strictObject({
  decision: maybe(oneOf(DECISIONS)),
  text,
  lead: maybe(id),
  on: maybe(day),
  review: maybe(day),
  wording: maybe(z.string().regex(/^w[0-9a-f]{7}$/, words.wantsWording)),
})

/**
 * Words that came back from a partner and wait to be settled: how what is agreed should read, or what it said, where something
 * else was written down meanwhile.
 */
export const Proposal = z.strictObject({
  partner: id,
  for: oneOf(['said', 'agreed']),
  text,
  on: maybe(day),
})

/** Something a partner remarked beside an answer, in a comment or among other words. */
export const Note = z.strictObject({ partner: id, by: blankable, text, on: maybe(day) })

export const Answer = z.strictObject({
  prompt: text,
  perspectives: list(Perspective),
  agreed: maybe(Agreed),
  parked: blankable,
  proposals: list(Proposal),
  notes: list(Note),
})

/** The file, each row by itself. */
export const PartnershipRows = z.strictObject({
  version: z.preprocess(
    (value) => (value === '1' ? 1 : value),
    z.literal(1, { error: (issue) => words.wantsVersion(issue.input) }),
  ),
  name: text,
  locale: maybe(locale).transform((tag) => tag ?? AT_HOME),
  timezone: maybe(zone),
  level: maybe(oneOf(LEVELS)),
  terms: z
    .record(z.string(), text)
    .nullish()
    .transform((terms) => terms ?? {}),
  partners: z.array(Partner).min(1, words.wantsPartner),
  answers: list(Answer),
  actions: list(Action),
  stakeholders: list(Stakeholder),
  contributions: list(Contribution),
  outcomes: list(Outcome),
  indicators: list(Indicator),
  milestones: list(Milestone),
  funding: list(Funding),
  meetings: list(Meeting),
  rounds: list(Round),
})

/** And with nothing in it that contradicts the rest. */
export const Partnership = PartnershipRows.superRefine((file, { addIssue }) => {
  for (const { path, message } of contradictions(file)) addIssue({ code: 'custom', path, message })
})

/** What is wrong in a file of which each row is right by itself. */
export function contradictions(file: File): { path: Path; message: string }[] {
  const complaints: { path: Path; message: string }[] = []
  const complain = (path: Path, message: string) => complaints.push({ path, message })
  const partners = file.partners.map(({ id }) => id)
  for (const { at, partner } of mentions(file))
    if (!partners.includes(partner))
      complain(at, words.unknownPartnerHere(partner, nearest(partner, partners), partners))
  for (const { at, key, values } of keys(file))
    values.forEach((value, row) => {
      if (value !== undefined && values.indexOf(value) < row)
        complain([...at, row, key], words.twice(String(at.at(-1)), key, value))
    })
  return complaints
}

type File = z.infer<typeof PartnershipRows>

/** Every place in the file that names a partner. */
function mentions({
  answers,
  actions,
  contributions,
  indicators,
  milestones,
  funding,
}: File): { at: Path; partner: string }[] {
  const places: [Path, string | undefined][] = [
    ...answers.flatMap(({ perspectives, agreed, proposals, notes }, n): [Path, string | undefined][] => [
      ...perspectives.map(({ partner }, m): [Path, string] => [
        ['answers', n, 'perspectives', m, 'partner'],
        partner,
      ]),
      [['answers', n, 'agreed', 'lead'], orTogether(agreed?.lead)],
      ...proposals.map(({ partner }, m): [Path, string] => [
        ['answers', n, 'proposals', m, 'partner'],
        partner,
      ]),
      ...notes.map(({ partner }, m): [Path, string] => [['answers', n, 'notes', m, 'partner'], partner]),
    ]),
    ...actions.map(({ owner }, n): [Path, string | undefined] => [
      ['actions', n, 'owner'],
      orTogether(owner),
    ]),
    ...contributions.map(({ partner }, n): [Path, string | undefined] => [
      ['contributions', n, 'partner'],
      orTogether(partner),
    ]),
    ...indicators.map(({ collects }, n): [Path, string | undefined] => [
      ['indicators', n, 'collects'],
      orTogether(collects),
    ]),
    ...milestones.map(({ lead }, n): [Path, string | undefined] => [
      ['milestones', n, 'lead'],
      orTogether(lead),
    ]),
    ...funding.map(({ holds }, n): [Path, string | undefined] => [
      ['funding', n, 'holds'],
      orTogether(holds),
    ]),
  ]
  return places.flatMap(([at, partner]) => (partner === undefined ? [] : [{ at, partner }]))
}
const orTogether = (partner: string | undefined) => (partner === 'together' ? undefined : partner)

/** Every list in the file in which a key stands for its row, and so may stand once. */
const keys = (file: File): { at: Path; key: string; values: (string | undefined)[] }[] => [
  { at: ['partners'], key: 'id', values: file.partners.map(({ id }) => id) },
  { at: ['answers'], key: 'prompt', values: file.answers.map(({ prompt }) => prompt) },
  ...file.answers.map(({ perspectives }, n) => ({
    at: ['answers', n, 'perspectives'],
    key: 'partner',
    values: perspectives.map(({ partner }) => partner),
  })),
  ...(['actions', 'stakeholders', 'outcomes', 'indicators', 'milestones', 'meetings', 'rounds'] as const).map(
    (table) => ({
      at: [table],
      key: 'id',
      values: file[table].map(({ id }) => id),
    }),
  ),
  { at: ['meetings'], key: 'on', values: file.meetings.map(({ on }) => on) },
]

export type Person = z.infer<typeof Person>
export type Partner = z.infer<typeof Partner>
export type Perspective = z.infer<typeof Perspective>
export type Agreed = z.infer<typeof Agreed>
export type Proposal = z.infer<typeof Proposal>
export type Note = z.infer<typeof Note>
export type Answer = z.infer<typeof Answer>
export type Partnership = z.infer<typeof Partnership>

const silent: Answer = {
  prompt: '',
  perspectives: [],
  agreed: undefined,
  parked: undefined,
  proposals: [],
  notes: [],
}

/** The words that came back on an answer and wait: other words for what is agreed, or for what a partner said. */
export const proposalsFor = ({ proposals }: Answer, partner?: string): Proposal[] =>
  proposals.filter((each) =>
    partner === undefined ? each.for === 'agreed' : each.for === 'said' && each.partner === partner,
  )

/** What a partner is called; one that is not there any more, by its id. */
export const partnerName = ({ partners }: { partners: Pick<Partner, 'id' | 'name'>[] }, id: string): string =>
  partners.find((partner) => partner.id === id)?.name ?? id

/** What the file holds on a prompt; an empty answer where it holds nothing. */
export const answerTo = (partnership: Partnership, prompt: string): Answer =>
  partnership.answers.find((answer) => answer.prompt === prompt) ?? { ...silent, prompt }
