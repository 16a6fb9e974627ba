import { ABOUT_ROWS, isNewRow, type RowForm } from '../../core/agreement/row-form.ts'
import { partnerName } from '../../core/file/partner.ts'
import { nameInCommand } from '../../core/record/change-row.ts'
import {
  type ReturnedRow,
  recordReturnedRow,
  remarksInRows,
  returnedRows,
  rowsCalled,
} from '../../core/record/returned-rows.ts'
import { singular } from '../../core/record/typed-row.ts'
import { counted, typedSo } from '../../errors.ts'
import { withoutPlaceholder } from '../../intake/placeholder.ts'
import type { Leftover } from '../../intake/returned.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { cellsOfNews } from '../shared/sheet-rows.ts'
import { indented } from '../shared/show-prompt.ts'
import { rowsThere, sayTwice } from '../shared/twins.ts'
import { chooseWhatToSave } from './choose-what-to-save.ts'
import { showLeftovers } from './print-returned.ts'
import type { ReturnedCopy } from './read-file.ts'
import { chooseNotes } from './take-returned.ts'

/** Takes in a table that a partner filled in or corrected. What was changed here as well stays as it is here, and is told. Throws HjpError needsYes. */
export async function importRowForm(
  world: World,
  opened: Opened,
  table: RowForm,
  { copy: { partner }, answers, others }: ReturnedCopy,
  { yes, notes }: { yes: boolean; notes: boolean },
): Promise<0 | 1> {
  const { terminal } = world
  const rows = returnedRows(table, partner, answers, opened)
  terminal.out(`${table}, from ${partnerName(opened.partnership, partner)}: ${summed(rows)}\n`)
  for (const row of rows) terminal.out(`\n${told(world, table, row)}\n`)
  const more = remarksInRows(table, partner, answers, opened).map(
    (each): Leftover => ({ what: 'words', ...each }),
  )
  const called = rowsCalled(table, answers)
  const beside = [...more, ...withStruckRows(table, others)].map(
    ({ near = '', words, ...other }): Leftover => {
      const row = called.get(near)
      return {
        ...other,
        near: near ? ABOUT_ROWS[table] : undefined,
        words: row && words ? `${row}: ${words}` : words,
      }
    },
  )
  showLeftovers(terminal, beside, opened.parts)
  if (beside.some(({ what, near }) => what === 'gone' && near))
    terminal.say(
      'What was deleted there stays here. To take it out too: *hjp remove* for a row, *hjp change* for a cell',
    )

  const writable = rows
    .map((row) => ({ row, writes: recordReturnedRow(table, partner, row, opened) }))
    .filter(({ writes }) => writes.length > 0)
  const wanted = await chooseWhatToSave(world, writable, yes, ({ row: { how, called } }) =>
    how === 'struck' ? `Remove ${called}` : called,
  )
  const unwritten = rows
    .filter(isLeft)
    .map((row) => ({ what: 'words' as const, near: ABOUT_ROWS[table], words: cellsInWords(row) }))
  const kept = await chooseNotes(
    world,
    opened,
    [...beside, ...unwritten],
    { partner, on: world.today },
    { yes, notes },
  )
  const writes = [...wanted.flatMap((each) => each.writes), ...kept]
  if (writes.length > 0) {
    const there = rowsThere(opened, writes)
    const what = [
      ...(wanted.length > 0 ? [counted(wanted.length, 'row')] : []),
      ...(kept.length > 0 ? [counted(kept.length, 'note')] : []),
    ]
    saySaved(
      world,
      await save(world, opened, writes, { tells: false }),
      opened,
      `${what.join(' and ')} of ${partner}`,
    )
    sayTwice(world, there)
  } else if (rows.length + beside.length === 0) terminal.say('Nothing in it is new, so nothing changed.')
  return rows.some((row) => row.both.length + row.wrong.length > 0 || isLeft(row)) ? 1 : 0
}

/**
 * What stands outside the answers, of what is crossed out in rows only new ones, each whole and without its number: of a row of the file
 * the cells say what is left.
 */
function withStruckRows(table: RowForm, others: Leftover[]): Leftover[] {
  const rows = new Map<string, string[]>()
  const isInRow = ({ what, near = '' }: Leftover) => what === 'struck' && near.startsWith(`${table}/`)
  for (const { near = '', words } of others.filter(isInRow)) {
    const cells = rows.get(near) ?? []
    const isNumber = cells.length === 0 && /^\d+$/.test(words)
    rows.set(near, isNumber ? cells : [...cells, withoutPlaceholder(words).trim()].filter(Boolean))
  }
  const struck = [...rows].flatMap(([near, cells]): Leftover[] =>
    isNewRow(near) && cells.length > 0 ? [{ what: 'struck', near, words: cells.join('\n') }] : [],
  )
  return [...others.filter((each) => !isInRow(each)), ...struck]
}

const isLeft = ({ how }: ReturnedRow): boolean => how === 'lost' || how === 'nameless'

/** A row that is not written, as somebody's words. */
const cellsInWords = ({ told }: ReturnedRow): string =>
  Object.entries(told)
    .map(([column, words]) => `${column}: ${words}`)
    .join('\n')

const COUNTS: [ReturnedRow['how'], string][] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['struck', 'taken out'],
  ['lost', 'no longer here'],
  ['nameless', 'without a name'],
]

const summed = (rows: ReturnedRow[]): string =>
  COUNTS.flatMap(([how, words]) => {
    const many = rows.filter((row) => row.how === how).length
    return many > 0 ? `${many} ${words}` : []
  }).join(', ') || 'nothing new'

/** What came back of a row, and what is made of it. */
function told({ terminal }: World, table: RowForm, row: ReturnedRow): string {
  const { how, called, both, wrong } = row
  const add = `hjp add ${singular(table)}`
  const why = [
    ...cellsOfNews(row),
    ...(how === 'lost'
      ? [`It is not in the file any more, so this is not saved. To add it again: ${add}`]
      : []),
    ...(how === 'nameless' ? [`It does not say what it is, so it is not saved. To add it: ${add}`] : []),
    ...both.map(
      ({ column, here, there, why }) =>
        `${column}: ${WHY_BOTH[why]}: ${here || '(nothing)'}\n  Theirs: ${there || '(nothing)'}\n  To take theirs: ${takeCommand(row.row ?? { sheet: table, id: '', words: called }, column, there)}`,
    ),
    ...wrong.map(({ column, why: complaint }) => `${column}: ${complaint} So it is not saved.`),
  ]
  return [HEADS[how](called), ...(why.length > 0 ? [indented(terminal, why.join('\n'))] : [])].join('\n')
}

const WHY_BOTH: Record<ReturnedRow['both'][number]['why'], string> = {
  changed: 'both of you changed this. The file still says',
  unknown: 'it may have been changed here after it was sent. The file still says',
  twice: 'it came back twice, and the first time it said',
}
const HEADS: Record<ReturnedRow['how'], (called: string) => string> = {
  new: (called) => `New: ${called}`,
  changed: (called) => called,
  struck: (called) => `Taken out by them: ${called}`,
  lost: (called) => `No longer here: ${called}`,
  nameless: () => 'New, without a name',
}

const takeCommand = (row: Parameters<typeof nameInCommand>[0], column: string, words: string): string =>
  `hjp change ${nameInCommand(row)} ${column}=${typedSo(words)}`
