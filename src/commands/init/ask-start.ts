import { SECTORS } from '../../core/file/partner.ts'
import type { Start } from '../../core/record/blank-file.ts'
import { likelyZone, zonesIn } from '../../core/values/time-zones.ts'
import { HjpError } from '../../errors.ts'
import type { Interview } from '../shared/interview.ts'
import { asService } from '../shared/options.ts'
import { progress } from '../shared/show-prompt.ts'
import { liaisonOf, partnerOf, type Started } from './partners.ts'

type Sector = (typeof SECTORS)[number]
type Place = { locale: string; timezone: string }
/** What is told of a partner, as it was typed. */
type Told = { name: string; sector: Sector; contact: string }
/** Who keeps the file is the first partner's liaison, until somebody else is named. */
type Draft = { name: string; place: Place; partners: Told[]; keeper?: string }

/** What was said beforehand, and the time zone of this machine. */
export type KnownBefore = { here: string } & { [fact in 'name' | 'locale' | 'timezone']?: string | undefined }

/** How git is to keep it: with all that hjp can do for it, or left alone. */
export type WithGit = 'with-git' | 'without'

/** The kinds of service, the likeliest first: what its name says, else what the others are not yet. */
function sectorsFor(name: string, others: readonly Told[]): Sector[] {
  const isLegal = others.some(({ sector }) => sector === 'legal')
  const likely: Sector[] = [
    ...SECTOR_WORDS.flatMap(([sector, words]) => (words.test(name) ? [sector] : [])),
    ...(others.length > 0 && !isLegal ? (['legal'] as const) : []),
    ...(isLegal ? (['health', 'hospital', 'community', 'social'] as const) : []),
  ]
  return [...new Set([...likely, ...SECTORS])]
}

/** Words in the name of a service that tell its kind; a legal clinic is legal. */
const SECTOR_WORDS: [Sector, RegExp][] = [
  ['legal', /\b(?:legal|law|lawyers?|justice|solicitors?|advocates?)\b/i],
  ['hospital', /\bhospitals?\b/i],
  [
    'health',
    /\b(?:health|healthcare|clinics?|medical|medicine|doctors?|nurs(?:es|ing)|gps?|midwi(?:fe|ves|fery))\b/i,
  ],
]

const COUNTRIES = [
  { value: 'en-AU', name: 'Australia' },
  { value: 'en-NZ', name: 'Aotearoa New Zealand' },
  { value: 'en-GB', name: 'United Kingdom' },
  { value: 'en-IE', name: 'Ireland' },
  { value: 'en-CA', name: 'Canada' },
  { value: 'en-US', name: 'United States' },
]

/** Asks what a partnership starts with, shows it, and changes what is to be changed until it is right. */
export async function askStart(
  terminal: Interview,
  known: KnownBefore,
  isInGit: boolean,
): Promise<{ start: Start; git: WithGit }> {
  const head = (title: string, at: number) => terminal.head(`\n*${title}* (${progress(at, 4)})`)
  head('The partnership', 0)
  const name = known.name ?? (await nameOf(terminal, 'What is the partnership called?'))
  const place = await placeOf(terminal, known)
  head('Your service', 1)
  const partners = [await askPartner(terminal, await nameOf(terminal, 'What is your service called?'), [])]
  head('Your partner', 2)
  const other = await line(terminal, 'What is your partner called? (or Enter, if there is none yet)', asName)
  if (other) partners.push(await askPartner(terminal, other, partners))
  head('What will be written', 3)
  const draft: Draft = { name, place, partners }
  for (;;) {
    const choice = await chooseNext(terminal, draft, isInGit)
    if (choice === 'with-git' || choice === 'without') return { start: startOf(draft), git: choice }
    await change(terminal, draft, known.here, choice)
  }
}

/** What the file is to begin with. */
function startOf(draft: Draft): Start {
  const { name, place, partners: told } = draft
  const partners: Started[] = []
  for (const { name, sector, contact } of told)
    partners.push({
      ...partnerOf(partners, sector, name),
      people: contact ? [liaisonOf(contact)] : [],
    })
  return { name, partners, ...place, keeper: keeperIn(draft) }
}

/** Shows all of it, and asks whether it is right, or what is not: `0` is the first partner. */
function chooseNext(terminal: Interview, draft: Draft, isInGit: boolean): Promise<string> {
  const { name, place, partners } = draft
  const keeper = keeperIn(draft)
  terminal.say(`\n  *${name}*`)
  for (const { name, sector, contact } of partners)
    terminal.say(`  ${name} (${sector}), liaison: ${contact ? personInWords(contact) : 'not known yet'}`)
  if (keeper) terminal.say(`  ${keeper} keeps this file: what partners send back goes to ${keeper}`)
  terminal.say(`  ${countryName(place.locale)}, time zone ${place.timezone}\n`)
  const [help, leave] = isInGit
    ? ['Yes, and let hjp help git merge it and check each commit', 'Yes, and leave git as it is']
    : ['Yes, and keep its history with git in this folder', 'Yes, without git']
  return terminal.choose<string>('Is this right?', [
    { value: 'with-git', name: help },
    { value: 'without', name: leave },
    { value: 'name', name: 'Change the name of the partnership' },
    ...partners.map(({ name }, n) => ({ value: `${n}`, name: `Change ${name}` })),
    { value: 'more', name: 'Add a partner' },
    ...(peopleIn(draft).length > (keeper ? 1 : 0)
      ? [{ value: 'keeper', name: 'Change who keeps this file' }]
      : []),
    { value: 'place', name: 'Change the country or the time zone' },
  ])
}

async function change(terminal: Interview, draft: Draft, here: string, what: string): Promise<void> {
  const { partners } = draft
  if (what === 'name') draft.name = await nameOf(terminal, 'What is the partnership called?', draft.name)
  else if (what === 'place') draft.place = await placeOf(terminal, { here }, true)
  else if (what === 'keeper')
    draft.keeper = await terminal.choose(
      'Who keeps this file?',
      peopleIn(draft).map((value) => ({ value, name: value })),
    )
  else if (what === 'more')
    partners.push(await askPartner(terminal, await nameOf(terminal, 'What is it called?'), partners))
  else {
    const was = partners[Number(what)]!
    const name = await nameOf(terminal, 'What is it called?', was.name)
    partners[Number(what)] = await askPartner(terminal, name, partners, was)
  }
}

async function askPartner(
  terminal: Interview,
  name: string,
  others: readonly Told[],
  was?: Told,
): Promise<Told> {
  const likely = sectorsFor(name, others)
  const sectors = was ? [was.sector, ...likely.filter((each) => each !== was.sector)] : likely
  const sector = await terminal.choose(
    `What kind of service is ${name}?`,
    sectors.map((value) => ({ value, name: value })),
  )
  const question = `Who is the liaison at ${name}, the person to call first? (a name, an email address or both; or Enter)`
  return { name, sector, contact: await line(terminal, question, liaisonOf, was?.contact) }
}

/** Where they are: as this machine is, where that tells it; else it is asked, or where it is to be changed. */
async function placeOf(
  terminal: Interview,
  { here, ...said }: KnownBefore,
  isChange = false,
): Promise<Place> {
  const near = COUNTRIES.find(({ value }) => zonesIn(value).includes(here))
  const locale =
    said.locale ??
    (isChange ? undefined : near?.value) ??
    (await terminal.choose('Which country are you in?', COUNTRIES))
  const likely = said.timezone ?? likelyZone(locale, here)
  const zones = zonesIn(locale)
  if (likely && !(isChange && zones.length > 1)) return { locale, timezone: likely }
  const first = zones.filter((zone) => zone === likely)
  const timezone = await terminal.choose(
    'Which time zone do you meet in?',
    [...new Set([...first, ...zones])].map((value) => ({ value, name: value.replaceAll('_', ' ') })),
  )
  return { locale, timezone }
}

/** The people who are named, the first partner's first. */
const peopleIn = ({ partners }: Draft): string[] =>
  partners.flatMap(({ contact }) => (contact && liaisonOf(contact).name) || [])

const keeperIn = (draft: Draft): string | undefined =>
  peopleIn(draft).find((name) => name === draft.keeper) ??
  (draft.partners[0]?.contact ? liaisonOf(draft.partners[0].contact).name : undefined)

function personInWords(contact: string): string {
  const { name, email } = liaisonOf(contact)
  return [name, email].filter(Boolean).join(', ')
}

const countryName = (locale: string): string =>
  COUNTRIES.find(({ value }) => value === locale)?.name ?? locale

/** A line that `read` takes, or none. */
async function line(
  terminal: Interview,
  question: string,
  read: (typed: string) => unknown,
  now?: string,
): Promise<string> {
  for (;;) {
    const typed = (await terminal.line(question, now)).trim()
    try {
      if (typed) read(typed)
      return typed
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      terminal.say(error.message)
    }
  }
}

async function nameOf(terminal: Interview, question: string, now?: string): Promise<string> {
  for (;;) {
    const typed = await line(terminal, question, asName, now)
    if (typed) return typed
    terminal.say('This one is required. */s* stops.')
  }
}

const asName = (typed: string) => asService('The name', typed)
