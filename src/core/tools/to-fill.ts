import { inShell } from '../../text.ts'

/** The commands that put what is missing into the file. */

/** What a row lacks in a field; nothing for a row that has no name. */
export const toChange = (row: (string | undefined)[], field: string): string =>
  row.every(Boolean) ? `hjp change ${row.map((name) => inShell(name!)).join(' ')} ${field}="…"` : ''

export const toAddPerson = (partner: string, role: string): string =>
  `hjp add person partner=${partner} role=${role}`
