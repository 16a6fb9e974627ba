import { AMOUNTS, weightOf } from '../values/fields.ts'
import { forPartners } from '../view/privacy.ts'
import type { View } from '../view/view.ts'
import { continuedTitle, type Grid, inPieces } from './picture.ts'

type StakeholderView = View['stakeholders'][number]

/** The people and services around a partnership; if it is `shared` with partners, without what is thought of them. */
export function stakeholderMap(view: View, shared: boolean) {
  const { stakeholders } = shared ? forPartners(view) : view
  const rows = stakeholders
    .map((each) => ({ ...each, approach: approach(each) }))
    .toSorted((a, b) => weightOf(b.priority) - weightOf(a.priority))
  const placed = stakeholders.filter(({ power, stake }) => power && stake)
  return {
    shared,
    lived: rows.filter((each) => each['lived-experience'] === 'yes'),
    others: rows.filter((each) => each['lived-experience'] !== 'yes'),
    unplaced: shared ? [] : stakeholders.filter((each) => !placed.includes(each)).map(({ name }) => name),
    /** Sorts of people and services that nobody here is, for the keeper to think about. */
    absent: shared ? [] : absentFrom(view),
    drawings: placed.length > 0 ? drawings(placed) : [],
    starred: placed.some((each) => each['lived-experience'] === 'yes'),
  }
}

/** Who such work usually depends on, by the sectors of partners and by words that tell. */
const USUAL: [name: string, sectors: string[], words: RegExp][] = [
  [
    'people who use the services',
    [],
    /client|patient|consumer|\busers?\b|resident|tenant|famil|parent|carer/i,
  ],
  ['health services', ['health', 'hospital'], /health|hospital|clinic|medical|nurs|doctor|surger|pharmac/i],
  ['legal services', ['legal'], /legal|law|court|tribunal|solicitor|attorney/i],
  [
    'community services',
    ['community', 'social'],
    /community|social|housing|school|charit|food|shelter|faith|church/i,
  ],
  ['local government', ['government'], /council|government|municipal|county|city hall/i],
  ['funders', ['funder'], /fund|trust|foundation|grant|philanthrop|donor/i],
]

function absentFrom({ stakeholders, partners }: View): string[] {
  const isThere = ([, sectors, words]: (typeof USUAL)[number]) =>
    partners.some(({ sector }) => sector && sectors.includes(sector)) ||
    stakeholders.some(({ name, kind, role }) => words.test([name, kind, role].join(' ')))
  const lived = stakeholders.some((each) => each['lived-experience'] === 'yes')
  return USUAL.filter((usual, n) => !(isThere(usual) || (n === 0 && lived))).map(([name]) => name)
}

/** How to work with somebody. People who live with the problem decide with us, whatever power they have. */
function approach({ power, stake, ...each }: StakeholderView): string | undefined {
  if (each['lived-experience'] === 'yes') return 'decide with them'
  if (!power || !stake) return undefined
  if (power === 'high') return stake === 'high' ? 'work with them closely' : 'keep them on our side'
  return stake === 'high' ? 'tell them early, and ask what they think' : 'stay in touch'
}

const STAR = '★'

/** Names that one picture holds, and one cell of it; with more, there is a picture for each row of it, or several. */
const TOGETHER = 18
const CELL = 10

function drawings(placed: StakeholderView[]): { picture: Grid; title: string; words: string }[] {
  const rows =
    placed.length > TOGETHER ? AMOUNTS.toReversed().map((power) => [power]) : [AMOUNTS.toReversed()]
  return rows.flatMap((powers) => {
    const only = powers.length === 1 ? `, ${powers[0]} power` : ''
    const ours = placed.filter(({ power }) => powers.some((each) => each === power))
    return (ours.length > 0 ? byCell(ours) : []).map((shown, n) => ({
      picture: gridOf(shown, powers),
      title: `Power, and what is at stake${only}${continuedTitle(n)}`,
      words: describe(shown),
    }))
  })
}

/** So many of each cell at a time. */
function byCell(placed: StakeholderView[]): StakeholderView[][] {
  const places = [...new Set(placed.map(placeOf))]
  const cells = places.map((place) =>
    inPieces(
      placed.filter((each) => placeOf(each) === place),
      CELL,
    ),
  )
  const most = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: most }, (_, n) => cells.flatMap((pieces) => pieces[n] ?? []))
}

const placeOf = ({ power, stake }: StakeholderView): string => `${power} ${stake}`

function gridOf(placed: StakeholderView[], powers: (typeof AMOUNTS)[number][]): Grid {
  const at = (power: string, stake: string) =>
    placed
      .filter((each) => each.power === power && each.stake === stake)
      .map((each) => (each['lived-experience'] === 'yes' ? `${each.name} ${STAR}` : each.name))
  return {
    sort: 'grid',
    up: { title: 'Power to decide or to help', labels: powers },
    across: { title: 'What is at stake for them', labels: [...AMOUNTS] },
    cells: powers.map((power) => AMOUNTS.map((stake) => at(power, stake))),
  }
}

function describe(placed: StakeholderView[]): string {
  const both = placed.filter(({ power, stake }) => power === 'high' && stake === 'high')
  const names = both.map(({ name }) => name).join(', ')
  return `A grid of power against what is at stake, with ${placed.length} names. High in both: ${names || 'nobody yet'}.`
}
