import { wrapAnsi } from 'fast-wrap-ansi'
import type { Row } from '../../core/file/row.ts'
import { recordAddedMeeting, recordRow } from '../../core/record/add-row.ts'
import { rowInWords } from '../../core/record/change-row.ts'
import type { Write } from '../../core/record/enter.ts'
import { recordPersonAdded } from '../../core/record/people.ts'
import { readRow, TYPED_TABLES, type TypedTable, tableNamed } from '../../core/record/typed-row.ts'
import { counted } from '../../errors.ts'
import { Interrupted, type World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { type Opened, open } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { ANOTHER, areOthers } from '../shared/twins.ts'
import { hereIn, readFields } from '../shared/typed.ts'
import { askRow } from './ask-row.ts'

export const command = commandOf({
  args: '<table> [field=value...]',
  options: { another: ANOTHER },
  examples: [
    'hjp add stakeholder',
    'hjp add action what="Ask both insurers in writing" owner=health due=2026-12-01 about=9.5',
    'hjp add meeting on=2026-12-01 start=10:00 minutes=60 place="Meeting room 2" agenda=5.3 agenda=1.2',
    'hjp add milestone what="Sign the agreement" lead=together end=2027-02-26',
    'hjp add funding source="State grant" until=2027-06-30 holds=legal',
    'hjp add person partner=health role=escalation name="Helen Okafor" authority="May open a bed" responds="within the hour"',
  ],
  note: `With only a table, hjp asks for one field after another. The tables are: ${Object.keys(TYPED_TABLES).join(', ')}.`,
  async run(world, { another, ...options }, name, ...fields) {
    const table = tableNamed(name!)
    const opened = await open(world, options)
    if (fields.length > 0 || !world.terminal.interactive) await add(world, opened, table, fields, another)
    else await ask(world, opened, table)
    return 0
  },
})

async function add(
  world: World,
  opened: Opened,
  table: TypedTable,
  fields: string[],
  isAnother = false,
): Promise<void> {
  const row = readRow(table, await readFields(table, fields, hereIn(world, opened)), opened.parts)
  const writes = [entryOf(table, row)]
  if (!isAnother && !(await areOthers(world.terminal, opened, writes)))
    return world.terminal.say('It was not added again.')
  const done = await save(world, opened, writes)
  saySaved(world, done, opened, `${table}: ${rowInWords(table, row)}`)
}

function entryOf(table: TypedTable, row: Row): Write {
  const { on, ...told } = row
  if (table === 'people') return recordPersonAdded(row)
  return table === 'meetings' ? recordAddedMeeting(String(on), told) : recordRow(table, row)
}

/** Row after row, each kept before the next is asked for. */
async function ask(world: World, opened: Opened, table: TypedTable): Promise<void> {
  const { terminal } = world
  terminal.say(
    wrapAnsi(`*${TYPED_TABLES[table].about}.* Enter skips a field, and */s* stops.`, terminal.width),
  )
  let kept = 0
  try {
    for (;;) {
      const fields = await askRow(terminal, table, opened, hereIn(world, opened))
      if (!fields) return terminal.say('Stopped. This row was not saved.')
      await addOrHandBack(world, opened, table, fields)
      kept += 1
      const more = await terminal.choose('Add another?', [
        { value: 'no', name: 'No, that is all' },
        { value: 'yes', name: 'Yes' },
      ])
      if (more === 'no') return
    }
  } catch (error) {
    if (error instanceof Interrupted && kept > 0)
      throw new Interrupted(`Stopped. ${counted(kept, 'row')} saved.`)
    throw error
  }
}

/** A row that cannot be added is not lost with what was typed for it. */
async function addOrHandBack(
  world: World,
  opened: Opened,
  table: TypedTable,
  fields: string[],
): Promise<void> {
  try {
    await add(world, opened, table, fields)
  } catch (error) {
    const typed = fields.map((each) => `'${each.replaceAll("'", `'\\''`)}'`).join(' ')
    world.terminal.say(`To add what you typed once that is fixed:\n  hjp add ${table} ${typed}\n`)
    throw error
  }
}
