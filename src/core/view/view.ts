import { unsettledIn } from '../file/gathered.ts'
import { leaversBy, membersOn, outside } from '../file/members.ts'
import { type Partner, Person } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Action, FILE_TABLES, type FileTable, TABLES } from '../file/tables.ts'
import { isAsked, type Part, type Prompt } from '../prompts/prompts.ts'
import type { Questionnaire } from '../prompts/questionnaires.ts'
import { inWords, openingIn, vocabulary } from '../prompts/vocabulary.ts'
import { inEnglish } from '../values/locale.ts'
import { addressesOf, liaisonsOf } from './addressees.ts'
import { answerView } from './answer-view.ts'
import { keeperAmong } from './keeper.ts'
import { partView } from './part-view.ts'
import { signedVersions } from './signed.ts'
import { tallyOf } from './tally.ts'

/** What is known of a partnership, on a day. */
export type KnownOn = {
  partnership: Partnership
  parts: Part[]
  questionnaires?: Questionnaire[]
  today: string
}

/** What templates can see: plain data, nothing formatted; a key that has no value is there, and undefined. */
export type View = ReturnType<typeof newView>
export type PromptView = View['prompts'][number]

/** A row with every key there, so that a template can ask for each. */
const whole = <T extends object>({ shape }: { shape: object }, row: T): T => ({
  ...(Object.fromEntries(Object.keys(shape).map((key) => [key, undefined])) as T),
  ...row,
})

/** The tables of the file, of whole rows. */
const wholeTables = (partnership: Partnership) =>
  Object.fromEntries(
    FILE_TABLES.map((table) => [table, partnership[table].map((row) => whole(TABLES[table].row, row))]),
  ) as Pick<Partnership, FileTable>

const ROLE_NAMES = {
  liaison: 'Liaison',
  deputy: 'Deputy',
  signatory: 'Signatory',
  escalation: 'Escalation contact',
  member: 'Member',
}

/** Whether a person comes to meetings: liaisons and deputies do, and whoever else is a member, be it a nurse or somebody the partners help. */
export const isInvited = ({ role }: Pick<Person, 'role'>): boolean =>
  role === 'liaison' || role === 'deputy' || role === 'member'

/** Whether a prompt is agreed in documents for everyone: it is asked here and settled, and neither set aside nor kept back. */
export const isAgreed = ({ asked, agreed, parked, private: hidden }: PromptView): boolean =>
  asked && agreed?.settled === true && !parked && !hidden

/** Whether it is agreed, but follows a decision that is not a yes, so that no document has it. */
export const waitsForYes = ({ asked, agreed }: PromptView): boolean => !asked && agreed?.settled === true

/** Whether it is agreed, and is something that the partners do together. */
export const isUndertaken = (prompt: PromptView): boolean =>
  isAgreed(prompt) && prompt.activity && prompt.agreed?.decision !== 'no'

/** What is agreed on the prompt of this id, in documents for everyone. */
export const agreedText = (prompts: PromptView[], id: string): string | undefined =>
  prompts.find((prompt) => prompt.id === id && isAgreed(prompt))?.agreed?.text

/** Who signs, as far as it is known: someone does. */
const signatoriesOf = (people: Person[]): Pick<Person, 'name' | 'title'>[] => {
  const signatories = people.filter(({ role }) => role === 'signatory')
  return (signatories.length > 0 ? signatories : [{ name: undefined, title: undefined }]).map(
    ({ name, title }) => ({ name, title }),
  )
}

/** What is done by all partners is done by these. */
export const TOGETHER = 'the partners together'

const partnerView = (partner: Partner) => ({
  id: partner.id,
  name: partner.name,
  legalName: partner['legal-name'] ?? partner.name,
  registration: partner.registration,
  address: partner.address,
  notices: partner.notices,
  sector: partner.sector,
  joined: partner.joined,
  people: partner.people.map(({ allowed: _, ...person }) => ({
    ...whole(Person, person),
    called: ROLE_NAMES[person.role],
  })),
  /** Who to call, and for what; those who only sign or come to meetings are left out. */
  contacts: partner.people
    .filter(({ role }) => role !== 'signatory' && role !== 'member')
    .map(({ role, name, title, email, phone, authority, responds }) => {
      const row = `${partner.id}/${role}`
      return { row, role: ROLE_NAMES[role], name, title, email, phone, authority, responds }
    }),
  invited: partner.people.filter(isInvited).flatMap(({ name }) => name ?? []),
  signatories: signatoriesOf(partner.people),
})

/** What a prompt asks, in the words of this partnership. */
const wordingOf = (prompt: Prompt, part: Part, fill: (text: string) => string) => ({
  id: prompt.id,
  number: prompt.number,
  part: part.id,
  was: prompt.was,
  formerly: prompt.formerly,
  under: prompt.under,
  topic: prompt.topic,
  ask: fill(prompt.ask),
  why: prompt.why && fill(prompt.why),
  listenFor: prompt['listen-for'] && fill(prompt['listen-for']),
  minutes: prompt.minutes,
  activity: prompt.activity,
  decision: prompt.decision,
  ...openingIn(fill, prompt),
  essential: prompt.essential,
  core: prompt.core,
  first: prompt.first,
  reflection: prompt.reflection,
  private: prompt.private,
  side: prompt.side,
})

/** The last view of each partnership: what one command writes and checks is mostly of the same. */
const LAST = new WeakMap<Partnership, { known: KnownOn; view: View }>()

/** All that is known, for templates and for the rules that choose among it. Nothing may be changed in it. */
export function viewOf(known: KnownOn): View {
  const { partnership, parts, questionnaires, today } = known
  const last = LAST.get(partnership)
  const isSame =
    last?.known.parts === parts && last.known.questionnaires === questionnaires && last.known.today === today
  if (isSame) return last.view
  const view = newView(known)
  LAST.set(partnership, { known, view })
  return view
}

function newView({ partnership, parts, questionnaires = [], today }: KnownOn) {
  const fill = inWords(partnership)
  const tables = wholeTables(partnership)
  const partners = membersOn(partnership, today).map(partnerView)
  const isMembers = (id: string) => id === 'together' || partners.some((partner) => partner.id === id)
  const nameOf = (id: string | undefined) =>
    id === 'together' ? TOGETHER : partnership.partners.find((partner) => partner.id === id)?.name
  const whoOf = ({ person, owner }: Action) =>
    person && owner === 'together' ? person : [person, nameOf(owner)].filter(Boolean).join(', ')
  const unsettled = partnership.answers
    .flatMap(unsettledIn)
    .filter(({ partner }) => !leaversBy(partnership, today)(partner))
  return {
    today,
    locale: inEnglish(partnership.locale),
    zone: partnership.timezone,
    name: partnership.name,
    level: partnership.level,
    terms: vocabulary(partnership),
    partners,
    /** Who keeps the file: what partners send back goes to them, and they sign what goes out. */
    keeper: partnership.keeper ? keeperAmong(partners, partnership.keeper) : undefined,
    ...outside(partnership.partners, today),
    /** Whom an email goes to, unless its kind says otherwise. */
    recipients: addressesOf(liaisonsOf(partners)),
    parts: parts.map((part) => partView(part, partnership, fill)),
    prompts: parts.flatMap((part) =>
      part.prompts.map((prompt) =>
        // So many fields take V8 a hundred times as long to spread.
        Object.assign(wordingOf(prompt, part, fill), answerView(prompt, { partnership, today }, nameOf), {
          asked: isAsked(prompt, parts, partnership),
        }),
      ),
    ),
    ...tables,
    agreements: signedVersions(tables.agreements, partnership, today),
    actions: tables.actions.map((action) => ({
      ...action,
      who: whoOf(action),
      open: !action.done && !action.dropped,
      late: !action.done && !action.dropped && action.due !== undefined && action.due < today,
    })),
    milestones: tables.milestones.map((milestone) => ({
      ...milestone,
      lead: nameOf(milestone.lead),
      open: milestone.status !== 'done' && milestone.status !== 'dropped',
    })),
    contributions: tables.contributions
      .filter(({ partner }) => isMembers(partner))
      .map((each) => ({
        ...each,
        partner: nameOf(each.partner),
        by: each.partner,
      })),
    indicators: tables.indicators.map((indicator) => ({
      ...indicator,
      collects: nameOf(indicator.collects),
    })),
    rounds: partnership.rounds.map((round) => tallyOf(round, partnership.partners)),
    questionnaires,
    /** How many words wait to be settled: those that came back, and what versions of the file say differently. */
    waiting: partnership.conflicts.length + unsettled.length,
    /** How many of them are what partners would have agreed instead. */
    suggested: unsettled.filter((each) => each.for === 'agreed' && each.partner !== undefined).length,
    funding: tables.funding.map((money) => ({ ...money, holds: nameOf(money.holds) })),
    meetings: tables.meetings.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** The view of one prompt. */
export const promptView = (view: View, { id }: Prompt): PromptView =>
  view.prompts.find((each) => each.id === id)!
