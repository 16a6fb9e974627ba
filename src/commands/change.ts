import {
  allCalled,
  type PlacedRow,
  placedRows,
  recordChange,
  rowInWords,
  rowNamed,
  rowsOfTable,
} from '../core/record/change-row.ts'
import {
  fieldsOf,
  isInLines,
  isNeeded,
  readChange,
  singular,
  type TableName,
} from '../core/record/typed-row.ts'
import { HjpError, onLines } from '../errors.ts'
import type { World } from '../world/world.ts'
import { askAnew } from './add/ask-row.ts'
import { chooseThing, firstWords, oneMeant, thingInWords } from './shared/choose-one.ts'
import { type AskingWorld, commandOf } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { peopleMeant } from './shared/person-meant.ts'
import { fieldLines, saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'
import { hereIn, readFields } from './shared/typed.ts'

export const command = commandOf({
  args: '[row] [field=value...]',
  examples: [
    'hjp change "sign the agreement" end=2027-04-30',
    'hjp change a3f1c person="Bo Li" due=',
    'hjp change partner health name="Riverbend Health and Care" short="the health service"',
    'hjp change health/escalation responds="within the hour, day and night"',
  ],
  note: 'Name a row by its id, the start of its id, or some of its words; a meeting by its day; a partner by `partner` and its id; a person with their partner, as in health/liaison. `field=` empties a field, and what you give for a list replaces the whole list. `hjp rename-partner` gives a partner another id.',
  async run(world, options, ...words) {
    const opened = await open(world, options)
    // A partner can be called as such, since people and rows may have the same name.
    const within = words[0] === 'partner' && !words[1]?.includes('=') ? 'partners' : undefined
    const [name, ...typed] = within ? words.slice(1) : words
    const placed =
      name === undefined ? await chooseRow(world, opened) : await rowGiven(world, opened, name, within)
    const { sheet, row } = placed
    const given = typed.length > 0 ? typed : await askChange(world, opened, placed)
    if (given.length === 0) {
      world.terminal.say('Nothing was changed.')
      return 0
    }
    const named = await peopleMeant(world, opened, sheet, given)
    const fields = await readFields(sheet, named, hereIn(world, opened))
    const told = readChange(sheet, row, fields, opened.parts)
    const done = await save(world, opened, [recordChange(placed, fields, opened.parts)])
    saySaved(world, done, opened, `${sheet}, ${rowInWords(sheet, row)}${onLines(fieldLines(told))}`)
    return 0
  },
})

/** The row of this name; where several have it, the one that whoever is there chooses. Throws as rowNamed does. */
const rowGiven = (world: World, { partnership }: Opened, name: string, within: TableName | undefined) => {
  const rows = rowsOfTable(partnership, within)
  return oneMeant(world, name, allCalled(rows, name), thingInWords, () => rowNamed(rows, name))
}

const chooseRow = (world: World, { partnership }: Opened): Promise<PlacedRow> =>
  chooseThing(
    world,
    {
      ...{ command: 'hjp change', needs: 'a row, by its id or some of its words, of one of these' },
      question: 'What would you like to change?',
    },
    placedRows(partnership).map((row) => ({ ...row, kind: singular(row.sheet) })),
  )

/** What to change of a row, as whoever is there says. Throws HjpError nothingSaid where nobody is, or nothing is said. */
async function askChange(world: AskingWorld, opened: Opened, placed: PlacedRow): Promise<string[]> {
  const { terminal } = world
  const { sheet, row } = placed
  if (!terminal.interactive)
    throw new HjpError('nothingSaid', 'Say what to change, such as *due=2027-01-15*.')
  const columns = Object.entries(fieldsOf(sheet)).filter(
    ([key, { stays }]) => !stays && isInLines(sheet, key),
  )
  const key = await terminal.choose(
    `What should be different in "${firstWords(rowInWords(sheet, row))}"?`,
    columns.map(([value]) => ({
      value,
      name: row[value] === undefined ? value : `${value}: ${firstWords([row[value]].flat().join(', '))}`,
    })),
  )
  const given = await askAnew(terminal, placed, key, opened, hereIn(world, opened))
  const isSame = given.length === 0 || given.join() === `${key}=${row[key]}`
  if (!isSame || row[key] === undefined || isNeeded(sheet, key)) return given
  const choice = await terminal.choose(`It stays as it is. Should "${key}" be empty instead?`, [
    { value: 'no', name: 'No, let it stay' },
    { value: 'yes', name: 'Yes, empty it' },
  ])
  return choice === 'yes' ? [`${key}=`] : []
}
