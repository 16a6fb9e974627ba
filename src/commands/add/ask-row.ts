import * as z from 'zod'
import { innerOf } from '../../core/file/walk.ts'
import {
  daysIn,
  fieldSchema,
  fieldsOf,
  isList,
  TYPED_TABLES,
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
}

/** The fields of a table that a person can be asked for, one after the other. */
function askedFields(sheet: TypedTable, { partnership, parts }: Opened, here: Here): Field[] {
  const { row } = TYPED_TABLES[sheet]
  const partners = partnership.partners.map(({ id }) => id)
  return Object.entries(fieldsOf(sheet)).flatMap(([key, { ask, names, later }]) => {
    const schema = innerOf(row, key)
    const items = schema && innerOf(schema, 0)
    if (later || items instanceof z.ZodObject) return []
    const together = names === 'partner-or-together' ? ['together'] : []
    const words = schema instanceof z.ZodEnum ? schema.options.map(String) : []
    return {
      key,
      question: `${ask}${daysIn(sheet, key) ? ' (such as 12 March)' : ''}`,
      needed: !fieldSchema(sheet, key).safeParse(undefined).success,
      isList: isList(sheet, key),
      choices: names?.startsWith('partner') ? [...partners, ...together] : words,
      read: (value) => readField(sheet, key, value, here),
      wrong: (value) => wrongIn(sheet, key, value, parts),
    }
  })
}

/** Asks for the fields of a row, as `field=value` each. */
export async function askRow(
  terminal: Interview,
  sheet: TypedTable,
  opened: Opened,
  here: Here,
): Promise<string[]> {
  const given: string[] = []
  const fields = askedFields(sheet, opened, here)
  for (const [at, field] of fields.entries()) {
    const question = `${progress(at, fields.length)}: ${field.question}`
    for (;;) {
      const value = await (field.choices.length > 0 ? pick : line)(terminal, question, field)
      if (value !== '') given.push(`${field.key}=${value}`)
      if (value === '' || !field.isList) break
    }
  }
  return given
}

const pick = (terminal: Interview, question: string, { choices, needed }: Field): Promise<string> =>
  terminal.choose(question, [
    ...(needed ? [] : [{ value: '', name: 'Skip' }]),
    ...choices.map((value) => ({ value, name: value })),
  ])

/** A line, asked again until it will do. */
async function line(terminal: Interview, question: string, { needed, read, wrong }: Field): Promise<string> {
  for (;;) {
    const typed = (await terminal.line(needed ? question : `${question} (or Enter)`)).trim()
    if (typed === '' && !needed) return typed
    const value = typed === '' ? undefined : await read(typed)
    const complaint = value && ('wrong' in value ? `This ${value.wrong}` : wrong(value.is))
    if (value && 'is' in value && !complaint) return value.is
    terminal.say(complaint ?? 'This one is required. */s* stops.')
  }
}
