/** What a number counts, as far as words can tell. */

/** What an indicator can count, beside what partners call it in words of their own. */
export const UNITS = ['people', 'times', 'days', 'percent', 'score', 'money', 'other'] as const

/** Of a kind that is unclear it may be people, and is treated so. */
export type Unit = {
  kind: string
  /** What those are called that may be people. */
  word?: string
}
const PEOPLE: Unit = { kind: 'people', word: 'people' }
/** Of words, where a bare number is the name of a ward or a day. */
export const OTHER: Unit = { kind: 'other' }
export const UNCLEAR: Unit = { kind: 'unclear' }

/** Whether numbers of this kind are numbers of people, or may be. */
export const mayBePeople = (kind: string): boolean => kind === 'people' || kind === 'unclear'

/** Whether it has to be known of how many people it is, before it can be told that it shows nobody. */
export const isMean = (kind: string): boolean => ['percent', 'ratio', 'score'].includes(kind)

export const CURRENCY = String.raw`[$€£¥]|\b(?:AUD|NZD|USD|CAD|GBP|EUR)\b`

const wordsIn = (text: string): string[] => text.split(' ')
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '')

const PRONOUNS = wordsIn('who whom them those us')
const GROUPS = wordsIn(
  'people persons clients patients students participants members residents tenants users consumers customers workers staff nurses doctors clinicians lawyers attorneys solicitors practitioners professionals carers caregivers parents mothers fathers mums dads families households children kids babies youth adults elders women men girls boys individuals volunteers employees respondents responses replies attendees learners survivors veterans refugees migrants',
)
const PERSONS = new Set([...GROUPS, ...GROUPS.map(singular), 'person', 'child', 'woman', 'man'])

/** Words that are sure to count no people. */
const THINGS: Record<string, string[]> = {
  ...Object.fromEntries(
    ['days', 'weeks', 'months', 'years', 'hours', 'minutes'].map((time) => [time, [time]]),
  ),
  times: wordsIn('times meetings sessions workshops trainings events'),
  percent: wordsIn('percent percentage share proportion rate rates thirds quarters'),
  score: wordsIn('score scores rating ratings satisfaction confidence points stars'),
  money: wordsIn('money dollars cents euros cost costs spending savings'),
  other: wordsIn(
    'services sites agencies organisations organizations places kilometres kilometers miles pages steps',
  ),
}
const KINDS = new Map(
  Object.entries(THINGS).flatMap(([kind, words]) =>
    words.flatMap((word) => [word, singular(word)].map((each) => [each, kind] as const)),
  ),
)
/** Each of these mostly stands for one person, unless somebody says that they are what is counted. */
const EVENTS = wordsIn('referrals matters cases visits appointments calls homes houses letters consultations')

const LISTED = new Set([...GROUPS, ...Object.values(THINGS).flat()])
/** In "client satisfaction" and "day patients" it only says of what sort. */
const isSingular = (word: string): boolean => !LISTED.has(word) && (PERSONS.has(word) || KINDS.has(word))

/** Before these words it has been said what is counted, and after those it is still to be said. */
const ENDS = wordsIn(
  'a an per each every in by from for at to on with and or but that which when where whose than out of was were',
)
const STARTS = wordsIn(
  'of the total average mean median middle usual typical how many much number count all our these new',
)

/** The words that name what is counted, from the start of a text on. */
function naming(text: string): string[] {
  const [plain = ''] = /^[^\p{Nd}.,;:()]*/u.exec(text) ?? []
  const words = plain
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .map((word) => word.replace(/['’]s?$/, ''))
    .filter(Boolean)
  const named = words.slice(words.findIndex((word) => !STARTS.includes(word)))
  const end = named.findIndex((word) => ENDS.includes(word))
  return end < 0 ? named : named.slice(0, end)
}

/** What these words count, in turn. In "patient days" the patients only say whose they are. */
const unitsIn = (words: string[]): Unit[] =>
  words.flatMap((word, n) => {
    const kind = KINDS.get(word)
    if (kind) return { kind }
    if (PRONOUNS.includes(word)) return PEOPLE
    return PERSONS.has(word) && !KINDS.has(words[n + 1] ?? '') ? { kind: 'people', word } : []
  })

/** What the words after a number name, and what kind of thing that is. */
export function namedAfter(text: string): { named: boolean; kind: string | undefined } {
  const words = naming(text)
  const units = unitsIn(words)
  const { kind } = units.find((unit) => unit.kind === 'people') ?? units[0] ?? {}
  return { named: words.length > 0, kind }
}

/** What an indicator of this measure counts, as far as its words tell. */
export function unitOfMeasure(measure: string): Unit | undefined {
  if (measure.trim().startsWith('%')) return { kind: 'percent' }
  const [first] = unitsIn(naming(measure).filter((word) => !isSingular(word)))
  if (first) return first
  if (/%|\bper ?cent\b/i.test(measure)) return { kind: 'percent' }
  if (/\bout of \d|\bscale\b|\d ?(?:to|-|–) ?\d/i.test(measure)) return { kind: 'score' }
  if (new RegExp(CURRENCY).test(measure)) return { kind: 'money' }
  const [, last = ''] =
    /(?:\bin|[,(]) ?(?:(?:working|business|calendar|school) )?(\p{L}+)\)?$/u.exec(measure.toLowerCase()) ?? []
  const kind = LISTED.has(last) ? KINDS.get(last) : undefined
  return kind ? { kind } : undefined
}

/** What an indicator counts whose unit somebody gave. Words that are not known here may be a name for people. */
export function unitSaid(said: string): Unit {
  const word = said.trim().toLowerCase()
  const known = UNITS.find((unit) => unit === word)
  if (known) return known === 'people' ? PEOPLE : { kind: known }
  if (EVENTS.includes(naming(word).at(-1) ?? '')) return { kind: 'times' }
  const { kind } = unitOfMeasure(word) ?? UNCLEAR
  return mayBePeople(kind) ? { kind, word } : { kind }
}
