import { flow, itemLines, pairLines } from '../file/layout.ts'
import { type Partner, ROLES } from '../file/partner.ts'
import { LEVELS, TABLES } from '../file/tables.ts'
import { blankPrompt, wrapped } from '../prompts/blank-prompt.ts'
import { type Part, partsFor } from '../prompts/prompts.ts'
import { startsAside } from '../prompts/set-aside.ts'
import { inWords } from '../prompts/vocabulary.ts'
import { ALLOWED } from '../values/column.ts'
import { AT_HOME } from '../values/locale.ts'

/** What is known of a partnership on its first day. */
export type Start = {
  name: string
  locale?: string
  timezone?: string | undefined
  level?: (typeof LEVELS)[number]
  /** Who of the partners' people keeps the file. */
  keeper?: string | undefined
  partners: (Pick<Partner, 'id' | 'name' | 'sector'> & { people: Record<string, string>[] })[]
}

const STYLE = { step: 2, list: 2, item: 2, quotes: false }

/** A new partnership file: every prompt stands in it from the start, so that two people can answer different ones at once. */
export function blankFile(start: Start, parts: Part[]): string {
  const { name, locale = AT_HOME, timezone, level, keeper, partners } = start
  const fill = inWords({ locale, terms: {} })
  const lines = [
    '# Never write anything here that could identify a client: git keeps it permanently.',
    '# Each question below has room for what each partner says (said:) and for what you agree (agreed:).',
    '# Write it here, or let hjp do it. Lines that start with # are notes.',
    'version: 1',
    ...pairLines('name', name, 0, STYLE),
    `locale: ${locale} # sets how dates are written, the paper size and a few words`,
    `timezone:${timezone ? ` ${timezone}` : ''} # where you meet: calendar entries use it`,
    `level:${level ? ` ${level}` : ''} # ${LEVELS.join(', ')}`,
    `${keeper ? pairLines('keeper', keeper, 0, STYLE).join('\n') : 'keeper:'} # which of your people keeps this file: what partners send back goes to them`,
    'terms: {} # your own words for client, lawyer, partnership and mou',
    '',
    'partners:',
    ...partners.flatMap(partnerLines),
    '',
    ...asideLines(start, parts),
    '',
    'answers:',
    ...partsFor(parts, { locale }).flatMap((part) => [
      '',
      `  # ── ${part.number} · ${fill(part.title)} ──`,
      ...part.prompts.flatMap((prompt) => {
        const { comment, value } = blankPrompt(prompt, partners, fill)
        return ['', ...itemLines(value, 2, STYLE, comment)]
      }),
    ]),
    ...Object.entries(TABLES).flatMap(([table, { about, row }]) => [
      '',
      ...wrapped(
        '# ',
        `${about}: ${Object.keys(row.shape)
          .filter((name) => name !== ALLOWED)
          .join(', ')}.`,
      ),
      `${table}: []`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** The parts that are for a kind of service that none of the partners is. */
function asideLines({ partners, locale = AT_HOME }: Start, parts: Part[]): string[] {
  const rows = partsFor(parts, { locale })
    .filter((part) => startsAside(part, partners))
    .flatMap(({ id, aside, prompts }) => {
      const except = prompts.filter(({ core }) => core).map((prompt) => prompt.id)
      const row = { part: id, why: aside!.why, ...(except.length > 0 && { except }) }
      return itemLines(row, 2, STYLE)
    })
  const about = '# parts that you have set aside, and why'
  return rows.length > 0 ? [`parked: ${about}`, ...rows] : [`parked: [] ${about}`]
}

function partnerLines({ people, ...about }: Start['partners'][number]): string[] {
  const rows = people.flatMap((person) => {
    const line = `      - ${flow(person)}`
    return line.length <= 100 ? [line] : itemLines(person, 6, STYLE)
  })
  return [
    ...itemLines(about, 2, STYLE),
    rows.length > 0 ? '    people:' : `    people: [] # each with a role: ${ROLES.join(', ')}`,
    ...rows,
  ]
}
