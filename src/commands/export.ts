import type { PlacedRow } from '../core/record/change-row.ts'
import { cellOf, SHEETS, type SheetName, sheetColumns, sheetNamed, sheetRows } from '../core/record/sheet.ts'
import { choicesFor } from '../core/record/typed-row.ts'
import { aboutColumns, isPrivate } from '../core/view/privacy.ts'
import { type View, viewOf } from '../core/view/view.ts'
import { HjpError } from '../errors.ts'
import { csv, isOwnWorkbook, type Spreadsheet, xlsx } from '../render/formats/spreadsheet.ts'
import { formatOf, put } from './document/deliver.ts'
import { chooseOne } from './shared/choose-one.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { WRITING, wants } from './shared/options.ts'

const FORMATS = ['xlsx', 'csv']

export const command = commandOf({
  args: '[rows]',
  options: {
    for: wants.choice(
      ['partners'],
      '<readers>',
      'partners: without what you think of people, and without what is private',
    ),
    format: { ...wants.text('<format>', `${FORMATS.join(', ')} (default: ${FORMATS[0]})`), choices: FORMATS },
    ...WRITING,
  },
  examples: [
    'hjp export stakeholders',
    'hjp export actions --for partners',
    'hjp export readings -o readings.csv',
  ],
  note: `The rows are: ${SHEETS.join(', ')}. Change them in Excel or LibreOffice, add more below, and take them back with hjp import. Leave the column "id" as it is: it tells which row is which.`,
  async run(world, options, given) {
    const opened = await open(world, options)
    const name =
      given ??
      (await chooseOne(
        world,
        MISSING,
        SHEETS.map((value) => ({ value, name: value })),
      ))
    const sheet = sheetNamed(name)
    const isForPartners = options.for === 'partners'
    if (isForPartners && sheet === 'readings') throw new HjpError('readingsInReport')
    const { partnership } = opened
    const view = viewOf({ ...opened, today: world.today })
    const columns = sheetColumns(sheet).filter(([, { candid }]) => !(candid && isForPartners))
    const rows = sheetRows(partnership, sheet).filter((row) => !isForPartners || !isHushed(view, sheet, row))
    const spreadsheet: Spreadsheet = {
      name: sheet,
      today: world.today,
      cells: [
        columns.map(([column]) => column),
        ...rows.map(({ row }) => columns.map(([column]) => cellOf(row[column]))),
      ],
      choices: columns.map(([column]) => choicesFor(sheet, column, partnership)),
    }
    const format = formatOf({ name: sheet, formats: FORMATS }, options)
    const isBook = format === 'xlsx'
    const content = isBook ? await xlsx(spreadsheet) : await csv(spreadsheet, partnership.locale)
    if (options.out === '-' && isBook && world.terminal.interactive)
      throw new HjpError('notForScreens', format)
    if (options.out === '-') world.terminal.out(content)
    else
      await put(world, opened, content, `documents/${sheet}.${format}`, {
        ...options,
        isOwn: (bytes) => isBook && isOwnWorkbook(bytes),
      })
    const candid = columns.flatMap(([column, { candid }]) => (candid ? column : []))
    if (candid.length > 0)
      world.terminal.say(
        `It is for you alone, since it says what you think of people: ${candid.join(', ')}. To give it to a partner: *hjp export ${sheet} --for partners*`,
      )
    if (sheet === 'readings')
      world.terminal.say(
        'It is for you alone, since it hides no story and no small number. For others there is *hjp report*',
      )
    return 0
  },
})

const MISSING = {
  command: 'hjp export',
  needs: 'a table',
  question: 'Which rows would you like as a spreadsheet?',
}

/** Whether a row is about something that is kept from partners. */
const isHushed = (view: View, sheet: SheetName, { row }: PlacedRow): boolean =>
  sheet !== 'readings' && aboutColumns(sheet).some((column) => isPrivate(view, String(row[column])))
