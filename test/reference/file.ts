import { TABLES } from '../../src/core/file/tables.ts'
import { generated, printed } from './run.ts'
import { columnTable, filledIn, type Schema } from './schema.ts'

/** The tables and columns of the partnership file, as `hjp schema` prints them. */
export async function filePage(): Promise<string> {
  const schema: Schema = JSON.parse(await printed(['schema']))
  return `${generated(
    'The partnership file',
    'What can stand in `partnership.yaml`, from the JSON Schema that `hjp schema` prints for an editor. A column that is not needed may be left out or left blank; a key that is not listed here is an error, so a misspelling cannot pass. `together` stands for all partners where a column names who leads, does, brings, collects or holds something.',
    'Never write anything in the file that could identify a client: git keeps it for ever.',
    '## At the top',
    columnTable(schema, 'key'),
    ...inner(schema, []),
  )}\n`
}

/** A table for whatever has columns of its own, beneath what holds it. */
const inner = ({ properties = {} }: Schema, path: string[]): string[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const held = filledIn(schema)
    const row = held.items ? filledIn(held.items) : held
    if (!row.properties) return []
    const here = [...path, name]
    const heading = `##${path.length > 0 ? '#' : ''} ${here.join(' → ')}`
    return [heading, ...about(here), columnTable(row), ...inner(row, here)]
  })

/** What a table of the file is for, as `hjp init` writes above it. */
const about = ([name = '', ...deeper]: string[]): string[] =>
  deeper.length === 0 && Object.hasOwn(TABLES, name) ? [`${TABLES[name as keyof typeof TABLES].about}.`] : []
