import type { PlacedRow } from '../../core/record/change-row.ts'
import {
  choicesFor,
  daysIn,
  fieldsOf,
  isInLines,
  isList,
  isNeeded,
  type TableName,
  type TypedTable,
  wrongIn,
} from '../../core/record/typed-row.ts'
import type { Typed } from '../../core/values/typed-day.ts'
import type { Interview } from '../shared/interview.ts'
import type { Opened } from '../shared/open.ts'
import { progress } from '../shared/show-prompt.ts'
import { type Here, readField } from '../shared/typed.ts'

type Field = {
  key: string
  question: string
  needed: boolean
  choices: string[]
  isList: boolean
  /** What is typed, as the file has it. */
  read(value: string): Promise<Typed>
  /** What is wrong with a value, if anything. */
  wrong(value: string): string | undefined
  /** What it says now. */
  ready?: string | undefined
}

/** What a person is asked for a field of a table. */
function fieldOf(sheet: TableName, key: string, { partnership, parts }: Opened, here: Here): Field {
  const { ask } = fieldsOf(sheet)[key]!
  return {
    key,
    question: `${ask}${daysIn(sheet, key) ? ' (such as 12 March)' : ''}`,
    needed: isNeeded(sheet, key),
    isList: isList(sheet, key),
    choices: choicesFor(sheet, key, partnership),
    read: (value) => readField(sheet, key, value, here),
    wrong: (value) => wrongIn(sheet, key, value, parts),
  }
}

/** Asks for the fields of a row that are not known, as `field=value` each. */
export async function askRow(
  terminal: Interview,
  sheet: TypedTable,
  opened: Opened,
  here: Here,
  known: string[] = [],
): Promise<string[]> {
  const given: string[] = []
  const keys = Object.keys(fieldsOf(sheet)).filter(
    (key) =>
      !fieldsOf(sheet)[key]!.later &&
      isInLines(sheet, key) &&
      !known.some((each) => each.startsWith(`${key}=`)),
  )
  for (const [at, key] of keys.entries()) {
    const field = fieldOf(sheet, key, opened, here)
    given.push(...(await askAll(terminal, `${progress(at, keys.length)}: ${field.question}`, field)))
  }
  return given
}

/** Asks for a field as often as it has something to take, as `field=value` each; none where nothing is said. */
async function askAll(terminal: Interview, question: string, field: Field): Promise<string[]> {
  const given: string[] = []
  for (;;) {
    const value = await askFor(terminal, question, field)
    if (value !== '') given.push(`${field.key}=${value}`)
    if (value === '' || !field.isList) return given
  }
}

/** Asks for a field of a row that is there, as `field=value` each, with what it says now standing ready. */
export function askAnew(
  terminal: Interview,
  { sheet, row }: Pick<PlacedRow, 'sheet' | 'row'>,
  key: string,
  opened: Opened,
  here: Here,
): Promise<string[]> {
  const field = fieldOf(sheet, key, opened, here)
  const now = row[key]
  const ready = now === undefined || Array.isArray(now) || /\n/.test(String(now)) ? undefined : String(now)
  return askAll(terminal, field.question, { ...field, ready })
}

/** Asks for one field of a row that is there; blank where nothing is said. */
export const askField = (
  terminal: Interview,
  sheet: TableName,
  key: string,
  opened: Opened,
  here: Here,
  question: string,
): Promise<string> => askFor(terminal, question, { ...fieldOf(sheet, key, opened, here), needed: false })

const askFor = (terminal: Interview, question: string, field: Field): Promise<string> =>
  (field.choices.length > 0 ? pick : line)(terminal, question, field)

const pick = (terminal: Interview, question: string, { choices, needed }: Field): Promise<string> =>
  terminal.choose(question, [
    ...(needed ? [] : [{ value: '', name: 'Skip' }]),
    ...choices.map((value) => ({ value, name: value })),
  ])

/** A line, asked again until it will do. */
async function line(
  terminal: Interview,
  question: string,
  { needed, read, wrong, ready }: Field,
): Promise<string> {
  for (;;) {
    const typed = (
      await terminal.line(needed || ready !== undefined ? question : `${question} (or Enter)`, ready)
    ).trim()
    if (typed === '' && !needed) return typed
    const value = typed === '' ? undefined : await read(typed)
    const complaint = value && ('wrong' in value ? `This ${value.wrong}` : wrong(value.is))
    if (value && 'is' in value && !complaint) return value.is
    terminal.say(complaint ?? 'This one is required. */s* stops.')
  }
}
