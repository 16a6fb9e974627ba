/** The commands that put what is missing into the file. */

/** What a row lacks in a field; nothing for a row that has no name. */
export const toChange = (row: (string | undefined)[], field: string): string =>
  row.every(Boolean) ? `hjp change ${row.map((name) => asWord(name!)).join(' ')} ${field}="…"` : ''

export const toAddPerson = (partner: string, role: string): string =>
  `hjp add person partner=${partner} role=${role}`

/** As it is typed: in quotes where it is more than a word. */
const asWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `"${text.replaceAll('"', '')}"`)
