import { basename } from 'node:path'
import { rowFormNamed } from '../../core/agreement/row-form.ts'
import { SHEETS } from '../../core/record/sheet.ts'
import { HjpError } from '../../errors.ts'
import { NUMBERED_THINGS, type NumberedThings } from '../../intake/clauses.ts'
import type { Table } from '../../intake/table/table.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { fileGiven } from '../shared/file-given.ts'
import { type Opened, open, reopen } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { importCopies } from './import-copies.ts'
import { type ReturnedBy, readReturned } from './open-returned.ts'
import { placedByHand } from './place-by-hand.ts'
import type { ReturnedCopy } from './read-file.ts'
import { responsesIn } from './responses.ts'
import { importRowForm } from './row-forms.ts'
import { importRows, isTable, tableIn } from './rows.ts'
import { hasNumbers, importReturned } from './take-returned.ts'

export const command = commandOf({
  args: '[file...]',
  options: {
    as: wants.text('<partner>', 'whose answers these are, if the file does not say'),
    table: {
      ...wants.text(
        '<table>',
        `which rows a spreadsheet has, if its headings do not say: ${SHEETS.join(', ')}`,
      ),
      choices: SHEETS,
    },
    yes: wants.flag('write all of it without asking'),
    notes: wants.flag('keep anything written outside the answers as notes'),
    numbers: wants.choice(
      NUMBERED_THINGS,
      '<which>',
      'what numbers like 5.1 in a reply stand for, if it does not say: clauses of the agreement, or questions',
    ),
  },
  examples: [
    'hjp import worksheet-health.docx',
    'hjp import "RE Your view.eml" --as health',
    'hjp import mou-returned.docx --as health --yes --notes',
    'hjp import copies/*.docx --yes',
    'hjp import stakeholders.xlsx',
  ],
  async run(world, { as, table, yes = false, notes = false, numbers, ...options }, ...given) {
    const opened = await open(world, options)
    const first = await fileGiven(world, given[0], RETURNED, ENDINGS)
    const { copies, files, code } = await readAll(world, opened, [first, ...given.slice(1)], { as, numbers })
    const codes = [code]
    const marked = copies.filter(({ copy }) => !rowFormNamed(copy.asks))
    if (marked.length > 0) codes.push(await importCopies(world, opened, marked, yes))
    for (const copy of copies) {
      const table = rowFormNamed(copy.copy.asks)
      const now = await reopen(world, opened)
      if (table) codes.push(await importRowForm(world, now, table, copy, { yes, notes }))
    }
    for (const file of files) {
      const { name } = file
      const now = await reopen(world, opened)
      codes.push(
        'returned' in file
          ? await importReturned(world, now, name, await placedByHand(world, now, file.returned), {
              ...{ yes, notes, isNumbered: numbers !== undefined },
            })
          : await importRows(world, now, name, file.rows, { table, yes }),
      )
    }
    return codes.includes(1) ? 1 : 0
  },
})

const RETURNED = {
  ...{ command: 'hjp import', needs: 'a Word file, an email or a text that came back' },
  question: 'Which file came back?',
}

const ENDINGS = ['.docx', '.doc', '.eml', '.msg', '.txt', '.csv', '.xlsx', '.ods']

/** What is in files: copies of forms, what partners said, and where there is neither, a table. One of several that cannot be read is told. */
async function readAll(world: World, opened: Opened, names: string[], said: Said) {
  const copies: ReturnedCopy[] = []
  const files: ({ name: string } & ({ returned: ReturnedBy } | { rows: Table }))[] = []
  let code: 0 | 1 = 0
  for (const name of names)
    try {
      const rows = isTable(name) ? await tableIn(world, name) : undefined
      const read = await (rows
        ? responsesIn(world, opened, rows, said.as)
        : readWithNumbers(world, opened, name, said))
      if (!read) {
        files.push({ name, rows: rows! })
        continue
      }
      copies.push(...read.copies)
      read.told?.forEach(world.terminal.say)
      files.push(...[read.returned ?? []].flat().map((returned) => ({ name, returned })))
    } catch (error) {
      if (!(error instanceof HjpError) || names.length === 1) throw error
      world.terminal.say(`${oneLine(basename(name))}: ${error.message}`)
      code = 1
    }
  return { copies, files, code }
}

/** Whose words they are and what numbers in them are, where the keeper said so beforehand. */
type Said = { as: string | undefined; numbers: NumberedThings | undefined }

/** What came back; where its numbers could be clauses or questions, as the keeper says. */
async function readWithNumbers(
  world: World,
  opened: Opened,
  name: string,
  { as, numbers }: Said,
): ReturnType<typeof readReturned> {
  const read = await readReturned(world, opened, name, as, numbers)
  const { returned } = read
  if (!returned || numbers || !world.terminal.interactive || !hasNumbers(returned.others)) return read
  const chosen = await world.terminal.choose(
    'Numbers like 5.1 in it could be clauses of the agreement or our questions. Which are they?',
    [
      { value: 'clauses', name: 'Clauses of the agreement' },
      { value: 'questions', name: 'Questions' },
      { value: 'unclear', name: 'I cannot tell, or some are the one and some the other' },
    ],
  )
  return chosen === 'unclear' ? read : readReturned(world, opened, name, returned.partner, chosen)
}
