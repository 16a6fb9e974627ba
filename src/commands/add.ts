import { readRow, recordAddedMeeting, recordRow, tableNamed } from '../core/rows.ts'
import { TABLES } from '../core/tables.ts'
import type { Command } from './command.ts'
import { open, save } from './open.ts'
import { saySaved } from './print.ts'

export const command: Command = {
  args: '<table> [field=value...]',
  examples: [
    'hjp add action what="Ask both insurers in writing" owner=health due=2026-12-01 about=9.5',
    'hjp add meeting on=2026-12-01 start=10:00 minutes=60 place="Meeting room 2" agenda=5.3 agenda=1.2',
    'hjp add milestone what="Sign the agreement" lead=together end=2027-02-26',
    'hjp add funding source="State grant" until=2027-06-30 holds=legal',
  ],
  note: `The tables are: ${Object.keys(TABLES).join(', ')}.`,
  async run(world, options, name, ...fields) {
    const table = tableNamed(name!)
    const opened = await open(world, options)
    const row = readRow(table, fields, opened.parts)
    const { on, ...told } = row
    const entry = table === 'meetings' ? recordAddedMeeting(String(on), told) : recordRow(table, row)
    const done = await save(world, opened, [entry])
    saySaved(
      world,
      done,
      opened,
      `${table}: ${row['what'] ?? row['name'] ?? row['text'] ?? Object.values(row)[0]}`,
    )
    return 0
  },
}
