import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { LEVELS, RATINGS } from '../src/core/file/tables.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { statementsOf } from '../src/core/prompts/questionnaires.ts'
import { library, runner, small } from './memory-world.ts'
import { edited } from './zipped.ts'

// Copies of a questionnaire, and what people mark on them.

const { hjp } = runner({ library, today: '2026-11-16' })
const questionnaire = library.questionnaires.find(({ id }) => id === 'six-requirements')!
export const ids = statementsOf(questionnaire).map(({ id }) => id)
const numbers = questionnaire.groups.flatMap(({ statements }, n) =>
  statements.map((_, m) => `${n + 1}.${m + 1}`),
)
const LEVEL = `${questionnaire.groups.length + 1}.1`

/** What somebody marks: a statement by its place, and how close we are. */
export type Marks = { ratings: (string | undefined)[]; level: string | undefined }
const someone: fc.Arbitrary<Marks> = fc.record({
  ratings: fc.array(fc.option(fc.constantFrom(...RATINGS), { nil: undefined, freq: 6 }), {
    minLength: ids.length,
    maxLength: ids.length,
  }),
  level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
})
export const respondents = (many: number, seed = 1) => fc.sample(someone, { numRuns: many, seed })

/** The mark at each number that somebody made. */
export const byNumber = ({ ratings, level }: Marks): [number: string, mark: string][] =>
  [...numbers.map((number, n) => [number, ratings[n]] as const), [LEVEL, level] as const].flatMap(
    ([number, mark]) => (mark === undefined ? [] : [[number, mark] as [string, string]]),
  )

/** Copies for so many, by their codes in the order they were made. */
export async function copies(many: number, format: string, ...more: string[]) {
  const args = [
    'worksheet',
    'six-requirements',
    '--for',
    'health',
    '--copies',
    String(many),
    '--format',
    format,
  ]
  const made = await hjp(small, [...args, ...more])
  expect(made.code, made.said()).toBe(0)
  const paths = made.paths().filter((path) => path.endsWith(`.${format}`))
  return paths.map((path) => ({ code: /-([a-z]{8})-\d{4}/.exec(path)![1]!, bytes: made.bytes(path)! }))
}

/** What a draft says. */
export const textOf = async (bytes: Uint8Array) =>
  (await PostalMime.parse(bytes)).text!.replace(/\r\n/g, '\n')

/** A copy with boxes ticked as Word ticks them. */
export function tickedIn(bytes: Uint8Array, marks: Marks): Uint8Array {
  const wanted = new Map(byNumber(marks))
  return edited(bytes, {
    'word/document.xml': (xml) =>
      xml.replace(/<w:sdt>(?:(?!<\/w:sdt>).)*w14:checkbox.*?<\/w:sdt>/gs, (box) => {
        const [, number = '', words] = /w:alias w:val="Q(\S+) ([^"]+)"/.exec(box)!
        return wanted.get(number) === words
          ? box.replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"').replace('☐', '☒')
          : box
      }),
  })
}

export const marksOf = (text: string) =>
  readYaml('', text, Partnership).rounds.flatMap(({ marks }) =>
    marks.map(({ partner, by, level, ratings }) => ({ partner, by, level, ratings })),
  )
export const wantedOf = (code: string, { ratings, level }: Marks) => ({
  ...{ partner: 'health', by: code, level },
  ratings: Object.fromEntries(ids.flatMap((id, n) => (ratings[n] ? [[id, ratings[n]]] : []))),
})

export const ordered = (all: ReturnType<typeof wantedOf>[]) => all.toSorted((a, b) => (a.by < b.by ? -1 : 1))
