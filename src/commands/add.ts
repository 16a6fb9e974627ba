import { readRow, recordAddedMeeting, recordRow, tableNamed } from '../core/rows.ts'
import { TABLES, type Table } from '../core/tables.ts'
import type { World } from '../world/world.ts'
import type { Command } from './command.ts'
import { fill } from './filling.ts'
import { type Opened, open, save } from './open.ts'
import { saySaved } from './print.ts'

export const command: Command = {
  args: '<table> [field=value...]',
  examples: [
    'hjp add stakeholder',
    'hjp add action what="Ask both insurers in writing" owner=health due=2026-12-01 about=9.5',
    'hjp add meeting on=2026-12-01 start=10:00 minutes=60 place="Meeting room 2" agenda=5.3 agenda=1.2',
    'hjp add milestone what="Sign the agreement" lead=together end=2027-02-26',
    'hjp add funding source="State grant" until=2027-06-30 holds=legal',
  ],
  note: `In a terminal, a table alone asks for one field after the other. The tables are: ${Object.keys(TABLES).join(', ')}.`,
  async run(world, options, name, ...fields) {
    const table = tableNamed(name!)
    const opened = await open(world, options)
    if (fields.length > 0 || !world.terminal.interactive) await add(world, opened, table, fields)
    else await ask(world, opened, table)
    return 0
  },
}

async function add(world: World, opened: Opened, table: Table, fields: string[]): Promise<void> {
  const row = readRow(table, fields, opened.parts)
  const { on, ...told } = row
  const entry = table === 'meetings' ? recordAddedMeeting(String(on), told) : recordRow(table, row)
  const done = await save(world, opened, [entry])
  const named = row['what'] ?? row['name'] ?? row['text'] ?? row['measure'] ?? Object.values(row)[0]
  saySaved(world, done, opened, `${table}: ${named}`)
}

/** Row after row, each kept before the next is asked for. */
async function ask(world: World, opened: Opened, table: Table): Promise<void> {
  const { terminal } = world
  terminal.say(`*${TABLES[table].about}.* Enter leaves a field open, and */s* stops.`)
  for (;;) {
    const fields = await fill(terminal, table, opened.partnership.partners)
    if (!fields) return terminal.say('Stopped. Nothing of this row was written.')
    await add(world, opened, table, fields)
    const more = await terminal.choose('Another one?', [
      { value: 'no', name: 'No, that is all' },
      { value: 'yes', name: 'Yes' },
    ])
    if (more === 'no') return
  }
}
