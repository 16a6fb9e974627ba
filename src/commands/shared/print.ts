import type { Value } from '../../core/file/layout.ts'
import type { Row } from '../../core/file/row.ts'
import { isRecord } from '../../core/file/walk.ts'
import { plainJson } from '../../render/document/clean.ts'
import type { World, Written } from '../../world/world.ts'
import type { Opened } from './open.ts'

export const printJson = ({ terminal }: World, data: unknown): void => terminal.out(`${plainJson(data)}\n`)

/** What became of the file, and what was written in it. */
export const saySaved = ({ terminal }: World, done: Written, { shown }: Opened, what: string): void =>
  terminal.say(`${done}  ${shown}: ${what}`)

/** A row as a person would read it, a field a line. */
export const fieldLines = (row: Row): string[] =>
  Object.entries(row).map(([field, value]) => `${field}: ${valueInWords(value)}`)

function valueInWords(value: Value): string {
  if (value === null) return 'blank'
  if (Array.isArray(value)) return value.map(valueInWords).join('; ')
  return isRecord(value) ? fieldLines(value).join(', ') : String(value).trimEnd().replace(/\n/g, '\n    ')
}
