import type { Partnership } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import type { Path } from '../file/walk.ts'
import { headingOf, type Part, promptNamed } from '../prompts/prompts.ts'
import { type PlacedRow, placedRows } from './change-row.ts'
import { CHANGED_TABLES, singular, type TableName } from './typed-row.ts'

/** Whatever stands in the file by itself: a row of a table, a partner, a person, and what is in a list within a row. */
export type Item = Pick<PlacedRow, 'row' | 'id' | 'words'> & {
  at: Path
  /** One of what it is, in a word: an action, a note. */
  kind: string
  /** What it belongs to, where it stands within something else. */
  of?: string
}

/** What stands within other rows. */
const INNER = ['reading', 'answer', 'signature', 'note', 'proposal'] as const

/** What things are called of which a table has this name, or which this word means: actions, action. */
export function kindNamed(word: string): string | undefined {
  const kinds = [
    ...Object.keys(CHANGED_TABLES).map((sheet) => [sheet, singular(sheet as TableName)]),
    ...INNER.map((kind) => [`${kind}s`, kind]),
  ]
  return kinds.find((names) => names.includes(word))?.[1]
}

export const itemsOf = (partnership: Partnership, parts: Part[]): Item[] => [
  ...placedRows(partnership).map(({ sheet, at, row, ...called }) => ({
    ...called,
    at,
    kind: singular(sheet),
    // A partner goes with its people.
    row: sheet === 'partners' ? withoutBlanks(partnership.partners[at[1]]!) : row,
  })),
  ...partnership.indicators.flatMap(({ id, measure, readings }, n) =>
    within(['indicators', n, 'readings'], 'reading', measure, readings, ({ on, value }) => [
      `${id ?? measure}/${on}`,
      value,
    ]),
  ),
  ...partnership.rounds.flatMap(({ id, on, marks }, n) =>
    within(['rounds', n, 'marks'], 'answer', `the round of ${on}`, marks, ({ by, partner }) => {
      const whose = by ?? partner ?? 'everyone'
      return [`${id ?? on}/${whose}`, whose]
    }),
  ),
  ...partnership.agreements.flatMap(({ id, from, signed }, n) =>
    within(['agreements', n, 'signed'], 'signature', `the agreement from ${from}`, signed, (each) => [
      `${id ?? from}/${each.partner}`,
      each.by,
    ]),
  ),
  ...besideAnswers(partnership, parts),
]

/** What partners remarked, and sent back to be settled. */
const besideAnswers = ({ answers }: Partnership, parts: Part[]): Item[] =>
  answers.flatMap(({ prompt: id, notes, proposals }, n) => {
    const prompt = promptNamed(parts, id)
    const heading = prompt ? headingOf(prompt) : id
    const called = prompt?.number ?? id
    return [
      ...within(['answers', n, 'notes'], 'note', heading, notes, ({ partner, text }) => [
        `${called}/${partner}`,
        text,
      ]),
      ...within(['answers', n, 'proposals'], 'proposal', heading, proposals, ({ partner, from, text }) => [
        `${called}/${from ?? partner ?? 'merged'}`,
        text,
      ]),
    ]
  })

const within = <T extends object>(
  list: Path,
  kind: string,
  of: string,
  items: T[],
  called: (item: T) => [id: string, words: string],
): Item[] =>
  items.map((item, n) => {
    const [id, words] = called(item)
    return { at: [...list, n], kind, of, row: withoutBlanks(item), id, words }
  })
