import { wrapAnsi } from 'fast-wrap-ansi'
import { recordAdded } from '../../core/record/added.ts'
import { rowInWords } from '../../core/record/change-row.ts'
import { readRow, singular, TYPED_TABLES, type TypedTable, tableNamed } from '../../core/record/typed-row.ts'
import { capital, counted, typedSo } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import { chooseOne } from '../shared/choose-one.ts'
import { type AskingWorld, commandOf } from '../shared/command.ts'
import { type Opened, open } from '../shared/open.ts'
import { peopleMeant } from '../shared/person-meant.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { ANOTHER, areOthers } from '../shared/twins.ts'
import { hereIn, readFields } from '../shared/typed.ts'
import { askRow } from './ask-row.ts'

export const command = commandOf({
  args: '[table] [field=value...]',
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
    const table = tableNamed(name ?? (await chooseTable(world)))
    const opened = await open(world, options)
    if (fields.length > 0 || !world.terminal.interactive) await addRow(world, opened, table, fields, another)
    else await ask(world, opened, table)
    return 0
  },
})

const chooseTable = (world: World): Promise<string> =>
  chooseOne(
    world,
    { command: 'hjp add', needs: 'a table', question: 'What would you like to add?' },
    (Object.keys(TYPED_TABLES) as TypedTable[]).map((table) => ({
      ...{ value: table, name: capital(singular(table)) },
      hint: TYPED_TABLES[table].about,
    })),
  )

/** Adds a row of these fields, `field=value` each. Whether it was added: not where it is there already. */
export async function addRow(
  world: World,
  opened: Opened,
  table: TypedTable,
  fields: string[],
  isAnother = false,
): Promise<boolean> {
  const named = await peopleMeant(world, opened, table, fields)
  const row = readRow(table, await readFields(table, named, hereIn(world, opened)), opened.parts)
  const writes = [recordAdded(table, row)]
  if (!isAnother && !(await areOthers(world.terminal, opened, writes))) {
    world.terminal.say('It was not added again.')
    return false
  }
  const done = await save(world, opened, writes)
  saySaved(world, done, opened, `${table}: ${rowInWords(table, row)}`)
  return true
}

/** Row after row, each kept before the next is asked for. */
async function ask(world: AskingWorld, opened: Opened, table: TypedTable): Promise<void> {
  const { terminal } = world
  const help = 'Enter skips a field, */b* goes back, and */s* stops.'
  terminal.say(wrapAnsi(`*${TYPED_TABLES[table].about}.* ${help}`, terminal.width))
  let kept = 0
  await terminal.telling(
    () => (kept > 0 ? `${counted(kept, 'row')} saved.` : 'Nothing was added.'),
    async () => {
      do {
        const isAdded = await terminal.round(async () =>
          addOrHandBack(world, opened, table, await askRow(terminal, table, opened, hereIn(world, opened))),
        )
        if (isAdded) kept += 1
      } while (await wantsMore(terminal))
    },
  )
}

const wantsMore = async (terminal: Terminal): Promise<boolean> =>
  (await terminal.choose('Add another?', [
    { value: 'no', name: 'No, that is all' },
    { value: 'yes', name: 'Yes' },
  ])) === 'yes'

/** A row that cannot be added is not lost with what was typed for it. */
async function addOrHandBack(
  world: World,
  opened: Opened,
  table: TypedTable,
  fields: string[],
): Promise<boolean> {
  try {
    return await addRow(world, opened, table, fields)
  } catch (error) {
    const typed = fields.map(typedSo).join(' ')
    world.terminal.say(`To add what you typed once that is fixed:\n  hjp add ${table} ${typed}\n`)
    throw error
  }
}
