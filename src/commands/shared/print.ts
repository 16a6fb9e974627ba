import type { Value } from '../../core/file/layout.ts'
import type { Row } from '../../core/file/row.ts'
import { isRecord } from '../../core/file/walk.ts'
import { asTheyAre } from '../../errors.ts'
import { plainJson } from '../../render/document/clean.ts'
import { inARow } from '../../text.ts'
import type { World, Written } from '../../world/world.ts'
import { shown } from './find.ts'
import type { Opened } from './open.ts'

export const printJson = ({ terminal }: World, data: unknown): void => terminal.out(`${plainJson(data)}\n`)

/** What became of a file, and what was written in it, in words without emphasis. */
export const sayWritten = (world: World, done: Written, path: string, what = ''): void =>
  world.terminal.say(asTheyAre(`${done}  ${shown(world, path)}${what && `: ${what}`}`))

/** What became of the partnership file, and what was written in it. */
export const saySaved = (world: World, done: Written, { path }: Opened, what: string): void =>
  sayWritten(world, done, path, what)

/** A row as a person would read it, a field a line. */
export const fieldLines = (row: Row): string[] =>
  Object.entries(row).map(([field, value]) => `${field}: ${valueInWords(value)}`)

function valueInWords(value: Value): string {
  if (value === null) return 'blank'
  if (Array.isArray(value)) return inARow(value.map(valueInWords))
  return isRecord(value) ? fieldLines(value).join(', ') : String(value).trimEnd().replace(/\n/g, '\n    ')
}
