import { isBrought } from '../tools/contributions.ts'
import { isUndertaken, TOGETHER, type View } from '../view/view.ts'
import { isByAllThen } from '../view/who-agreed.ts'

/** Beyond so many, partners do not fit side by side, and stand one below the other. */
const BESIDE = 3

/** What is done, by whom, and who has not agreed to it. */
type Thing = [what: string, by: string | undefined, without?: string[]]

/** What each partner leads, brings, collects and holds, as a table: a column a partner, or a row where they are many. */
export function duties(view: View): {
  corner: string
  head: string[]
  rows: { label: string; cells: string[][] }[]
} {
  const { partners, prompts, contributions, indicators, funding, today } = view
  const leads = prompts.filter(isUndertaken).filter(isByAllThen(view))
  const all: [string, Thing[]][] = [
    [
      'Leads',
      leads.map(({ topic, agreed }) => [topic, agreed!.lead, agreed!.awaited.map(({ name }) => name)]),
    ],
    ['Brings', contributions.filter(isBrought).map(({ what, partner }) => [what, partner])],
    ['Collects', indicators.map(({ measure, collects }) => [measure, collects])],
    [
      'Holds',
      funding.filter(({ until = today }) => until >= today).map(({ source, holds }) => [source, holds]),
    ],
  ]
  const told = all.filter(([, things]) => things.some(([, by]) => by !== undefined))
  const cell = (things: Thing[], name: string): string[] =>
    things.flatMap(([what, by, without = []]) =>
      by === name ? what : by === TOGETHER && !without.includes(name) ? `${what} (together)` : [],
    )
  const labels = told.map(([label]) => label)
  const names = partners.map(({ name }) => name)
  // One alone would only repeat what its clauses or its schedule say.
  if (told.length < 2) return { corner: '', head: [], rows: [] }
  return names.length <= BESIDE
    ? {
        corner: 'What it does',
        head: names,
        rows: told.map(([label, things]) => ({ label, cells: names.map((name) => cell(things, name)) })),
      }
    : {
        corner: 'Partner',
        head: labels,
        rows: names.map((name) => ({ label: name, cells: told.map(([, things]) => cell(things, name)) })),
      }
}
