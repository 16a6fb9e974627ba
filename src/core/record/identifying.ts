import { createHash } from 'node:crypto'
import type { Edit } from '../file/edits.ts'
import { sourceOf } from '../file/partner.ts'
import { COLUMNS, type Partnership } from '../file/partnership.ts'
import { type Path, type PlacedColumn, textsIn, valueAt } from '../file/walk.ts'
import { type Telling, tellingIn } from '../screen/screen.ts'
import type { Known } from '../screen/spot.ts'
import { ALLOWED } from '../values/column.ts'
import { untitled } from '../view/addressees.ts'
import type { Write } from './enter.ts'

/** A text in people's own words, and the row it stands in. Of what is told by group, the name of the group is one too. */
type Words = { column: PlacedColumn; at: Path; row: Path; text: string; isKey: boolean }
/** Words of the file in which something could tell who a client is. */
export type Identifying = Words & { found: Telling[] }

/** After the reason why words may stand, of which words it was said. */
const STAMP = / \((w[0-9a-f]{7})\)\s*$/

const FREE = COLUMNS.filter(({ free }) => free)

const wordsIn = (partnership: Partnership, column: PlacedColumn): Words[] =>
  textsIn(partnership, column).flatMap(({ at, text: all }) => {
    const text = column.name === ALLOWED ? all.replace(STAMP, '') : all
    const place = { column, at, row: at.slice(0, column.steps.lastIndexOf(column.name)) }
    const key = at.at(-1)
    const isGroup = typeof key === 'string' && key !== column.name
    return [{ ...place, text, isKey: false }, ...(isGroup ? [{ ...place, text: key, isKey: true }] : [])]
  })

/** Who is known: the partners' own people, and how they and the partners are reached. */
function knownIn({ partners }: Partnership): Known {
  const people = partners.flatMap((partner) => partner.people)
  return {
    names: people.flatMap(({ name }) => (name ? untitled(name) : [])),
    reached: [
      ...partners.flatMap(({ address }) => address ?? []),
      ...people.flatMap(({ email, phone }) => [email ?? [], phone ?? []].flat()),
    ],
  }
}

/** The words for which `isSought`, where something in them could tell who a client is and nobody has allowed it. */
function sought(partnership: Partnership, isSought: (words: Words) => boolean): Identifying[] {
  const known = knownIn(partnership)
  return FREE.flatMap((column) =>
    wordsIn(partnership, column)
      .filter(isSought)
      .map((words) => ({ ...words, found: tellingIn(words.text, known, column.free === 'staff') })),
  ).filter(({ row, found }) => found.length > 0 && !isAllowed(partnership, row))
}

/** All in a file that could tell who a client is, but for what was looked at and allowed. */
export const identifying = (partnership: Partnership): Identifying[] => sought(partnership, () => true)

/** The same, of words that were not in this column before. */
export function newlyIdentifying(before: Partnership | undefined, after: Partnership): Identifying[] {
  const seen = new Map<PlacedColumn, Set<string>>()
  const seenIn = (column: PlacedColumn): Set<string> => {
    const there = seen.get(column) ?? new Set(before && wordsIn(before, column).map(({ text }) => text))
    seen.set(column, there)
    return there
  }
  return sought(after, ({ column, text }) => !seenIn(column).has(text))
}

const rowAt = (partnership: Partnership, row: Path): Record<string, unknown> =>
  valueAt(partnership, row) as Record<string, unknown>

/** What was allowed in a row, as a stamp of the words that tell; so it does not hold for other words that come later. */
function stampIn(partnership: Partnership, row: Path): string {
  const known = knownIn(partnership)
  const depth = row.length
  const words = FREE.filter(({ steps, name }) => steps.lastIndexOf(name) === depth)
    .flatMap((column) => wordsIn(partnership, column).filter((each) => isIn(row, each)))
    .flatMap(({ text, column }) => tellingIn(text, known, column.free === 'staff'))
    .map(({ words }) => words)
  const hash = createHash('sha256').update([...new Set(words)].sort().join('\n'))
  return `w${hash.digest('hex').slice(0, 7)}`
}

const isIn = (row: Path, words: Words): boolean =>
  words.row.length === row.length && row.every((step, n) => step === words.row[n])

/** What somebody wrote under `allowed` by hand holds for all that stands there. */
function isAllowed(partnership: Partnership, row: Path): boolean {
  const allowed = rowAt(partnership, row)[ALLOWED]
  if (typeof allowed !== 'string' || !allowed.trim()) return false
  const [, stamp] = STAMP.exec(allowed) ?? []
  return stamp === undefined || stamp === stampIn(partnership, row)
}

/** Why words may stand, as was said of the same words where they stood before: taken over from there, they may still. */
export function whyAllowed(before: Partnership | undefined, { text }: Identifying): string | undefined {
  const rows = before
    ? FREE.flatMap((column) =>
        wordsIn(before, column).flatMap((words) => (words.text === text ? [words.row] : [])),
      )
    : []
  const row = rows.find((each) => isAllowed(before!, each))
  return row && String(rowAt(before!, row)[ALLOWED]).replace(STAMP, '')
}

/** The same words, wherever they stand by now. */
const again = (partnership: Partnership, { column, text, isKey }: Words): Words[] =>
  wordsIn(partnership, column).filter((each) => each.text === text && each.isKey === isKey)

/** Other words in the place of some that could tell who a client is. */
export const recordMended =
  (words: Identifying, text: string): Write =>
  (partnership) =>
    again(partnership, words).map(({ at }): Edit => ({ at, value: text }))

/** That words may stand though they could tell who a client is, and why, beside them. */
export const recordAllowed =
  (all: Identifying[], reason: string): Write =>
  (partnership) => {
    const rows = all.flatMap((words) => again(partnership, words).map(({ row }) => row))
    const each = [...new Map(rows.map((row) => [row.join('\0'), row])).values()]
    return each.flatMap((row): Edit[] => {
      // The reason is words of the row too, so the stamp is of both.
      const told = { ...rowAt(partnership, row), [ALLOWED]: reason }
      return [
        { at: [...row, ALLOWED], value: `${reason} (${stampIn(withRow(partnership, row, told), row)})` },
      ]
    })
  }

/** A partnership with another row in the place of one. */
function withRow(partnership: Partnership, row: Path, told: object): Partnership {
  const put = (value: unknown, [step, ...rest]: Path): unknown => {
    if (step === undefined) return told
    if (Array.isArray(value)) return value.with(Number(step), put(value[Number(step)], rest))
    return { ...(value as object), [step]: put(Reflect.get(value as object, step), rest) }
  }
  return put(partnership, row) as Partnership
}

/** Where words stand, as a person would say it: the prompt and who said it, or the table and its column. `headingOf` names a prompt by its id. */
export function placeOfWords(
  { answers, partners }: Partnership,
  { at, column: { name, steps } }: Pick<Words, 'at' | 'column'>,
  headingOf: (prompt: string) => string,
): string {
  const [table, n, sort, m] = at
  if (table !== 'answers') return steps.length > 1 ? `${String(table)}, *${name}*` : `*${name}*`
  const answer = answers[Number(n)]!
  const heading = headingOf(answer.prompt)
  if (sort === 'agreed') return `${heading}, what is agreed`
  if (sort !== 'perspectives' && sort !== 'proposals' && sort !== 'notes')
    return `${heading}, why it is set aside`
  const said = answer[sort][Number(m)]!
  const who = sourceOf({ partners }, said)
  const what = { perspectives: 'what was said by', proposals: 'a proposal from', notes: 'a note from' }[sort]
  return `${heading}, ${what} ${who}`
}
