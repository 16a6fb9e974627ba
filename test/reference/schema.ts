import { cell, table } from './run.ts'

/** As much of a JSON Schema as these have. */
export type Schema = {
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: string[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  additionalProperties?: Schema | false
}

/** Without the alternative that it is left blank; what is said of the whole stays. */
export const filledIn = (schema: Schema): Schema => {
  const { anyOf, ...rest } = schema
  const one = anyOf?.find(({ type }) => type !== 'null')
  return one ? { ...filledIn(one), ...rest } : schema
}

/** What can be written there, in words. */
function holds(schema: Schema): string {
  const one = filledIn(schema)
  if (one.const !== undefined) return `\`${one.const}\``
  if (one.enum) return one.enum.map((choice) => `\`${choice}\``).join(', ')
  if (one.properties) return 'keys of its own, below'
  if (one.items) return filledIn(one.items).properties ? 'rows, below' : `a list: ${holds(one.items)}`
  if (one.additionalProperties) return `a name, then ${holds(one.additionalProperties)}`
  if (one.format === 'date') return 'a day, YYYY-MM-DD'
  const { pattern, minimum } = one
  if (pattern) return PATTERNS.find(([example]) => new RegExp(pattern).test(example))?.[1] ?? 'words'
  if (one.type === 'integer') return `a whole number${minimum === undefined ? '' : ` from ${minimum}`}`
  return 'words'
}

/** What a pattern is for, told by what it takes. */
const PATTERNS: [example: string, words: string][] = [
  ['10:00', 'a time, HH:MM'],
  ['legal', 'an id: small letters, digits and dashes'],
  ['w0123abc', 'a stamp, which hjp writes'],
]

/** A line a column: its name, what can be written there, whether it is needed, and what it means where that is said. */
export function columnTable({ properties = {}, required = [] }: Schema, first = 'column'): string {
  const rows = Object.entries(properties).map(([name, schema]) => [
    `\`${name}\`${required.includes(name) ? ', needed' : ''}`,
    cell(holds(schema)),
    cell(schema.description ?? filledIn(schema).description ?? ''),
  ])
  const isTold = rows.some(([, , told]) => told !== '')
  return isTold
    ? table([first, 'what it holds', 'what it means'], rows)
    : table(
        [first, 'what it holds'],
        rows.map((row) => row.slice(0, 2)),
      )
}
