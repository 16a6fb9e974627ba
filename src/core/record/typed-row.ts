import * as z from 'zod'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import { zodWords } from '../file/complaint.ts'
import type { Value } from '../file/layout.ts'
import { PartnerFacts, PartnersPerson } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import { IndicatorsReading, TABLES } from '../file/tables.ts'
import { innerOf } from '../file/walk.ts'
import { findPrompt } from '../prompts/called.ts'
import { type Part, promptNamed } from '../prompts/prompts.ts'
import { type ColumnFacts, columnsOf } from '../values/column.ts'
import { day, maybe, time } from '../values/fields.ts'
import type { Lies } from '../values/typed-day.ts'

/** What rows can be added to and changed in: the file's tables, and the people of its partners. */
export const TYPED_TABLES = {
  ...TABLES,
  people: {
    about: 'The people in each service, what they may decide and how soon they respond',
    row: PartnersPerson,
  },
} as const

export type TypedTable = keyof typeof TYPED_TABLES

/** And what they can be changed in: a partner joins and leaves by commands of its own, and a reading is measured. */
export const CHANGED_TABLES = {
  ...TYPED_TABLES,
  readings: { about: 'What you counted or heard, and when', row: IndicatorsReading },
  partners: { about: 'The partners', row: PartnerFacts },
} as const

export type TableName = keyof typeof CHANGED_TABLES

/** What a row of a table is. */
const rowOf = (sheet: TableName) => CHANGED_TABLES[sheet].row

/** What a field of a table takes. */
const fieldSchema = (sheet: TableName, field: string): z.ZodType =>
  (rowOf(sheet).shape as Record<string, z.ZodType>)[field]!

/** Whether no row of a table is without this field. */
export const isNeeded = (sheet: TableName, field: string): boolean =>
  !fieldSchema(sheet, field).safeParse(undefined).success

/** What each field of a table says of itself. */
export const fieldsOf = (sheet: TableName): Record<string, ColumnFacts> => columnsOf(rowOf(sheet))

/** The sheet of this name, or of one of its rows: actions, action. Throws HjpError unknownTable. */
export function tableNamed(name: string): TypedTable {
  if (name === 'partner' || name === 'partners') throw new HjpError('joinInstead')
  const known = Object.keys(TYPED_TABLES) as TypedTable[]
  const found = known.find((sheet) => [sheet, singular(sheet)].includes(name))
  if (!found) throw new HjpError('unknownTable', name, nearest(name, known), known)
  return found
}

/** What one row of a table is: actions, action. */
export const singular = (sheet: TableName): string =>
  sheet === 'people' ? 'person' : sheet.replace(/s$/, '')

/** Fields as they are written, `field=value` each, and what is known to be wrong with some, as a sentence goes on that begins with the field. */
export type TypedFields = { given: string[]; wrong?: Record<string, string> | undefined }

/**
 * A row as it is written: `field=value` each, a field that is a list as often as it has items. Throws HjpError badRow with
 * all that is wrong in it, but for what only the rest of the file can tell.
 */
export function readRow(sheet: TableName, { given, wrong }: TypedFields, parts: Part[]): Row {
  const { told, complaints } = fieldsIn(sheet, given, parts)
  for (const [field, value] of Object.entries(told))
    if (value === null) complaints.push(`*${field}* ${fieldErrors.wantsText}`)
  return checkedRow(sheet, withoutBlanks(told), { complaints, wrong }, 'added to')
}

/** The fields of a row that change, as they are written: `field=` empties one. Throws HjpError badRow. */
export function readChange(sheet: TableName, before: Row, { given, wrong }: TypedFields, parts: Part[]): Row {
  const { told, complaints } = fieldsIn(sheet, given, parts)
  for (const field of Object.keys(told))
    if (fieldsOf(sheet)[field]?.stays) complaints.push(`*${field}* ${fieldErrors.staysAsIs}`)
  const row = checkedRow(sheet, { ...before, ...told }, { complaints, wrong }, 'changed in')
  return Object.fromEntries(Object.keys(told).map((field) => [field, row[field] ?? null]))
}

/** What is told of the fields of a row, null where a field is told to be empty. */
function fieldsIn(sheet: TableName, given: string[], parts: Part[]): { told: Row; complaints: string[] } {
  const columns = fieldsOf(sheet)
  const told: Row = {}
  const complaints: string[] = []
  for (const pair of given) {
    const [, field, value = ''] = /^([a-z-]+)=([\s\S]*)$/.exec(pair) ?? []
    if (field === undefined)
      complaints.push(`"${pair}" ${fieldErrors.wantsField(nearest(pair, Object.keys(columns)))}`)
    else if (!Object.hasOwn(columns, field))
      complaints.push(`*${field}* ${fieldErrors.unknownKey([field], nearest(field, Object.keys(columns)))}`)
    else if (field in told && !isList(sheet, field)) complaints.push(`*${field}* ${fieldErrors.givenTwice}`)
    else if (value.trim() === '') told[field] = null
    else {
      const named = promptId(columns[field]!, parts, value)
      const before = told[field]
      told[field] = isList(sheet, field)
        ? [...(Array.isArray(before) ? before : []), named]
        : whole(sheet, field, named)
    }
  }
  return { told, complaints }
}

function checkedRow(
  sheet: TableName,
  row: Row,
  { complaints, wrong = {} }: { complaints: string[]; wrong?: TypedFields['wrong'] },
  doing: string,
): Row {
  const { row: schema } = CHANGED_TABLES[sheet]
  const read = schema.safeParse(row, { error: zodWords })
  for (const { path, message } of read.success ? [] : read.error.issues) {
    const field = String(path[0])
    complaints.push(
      `*${field}* ${row[field] === undefined ? fieldErrors.missing : (wrong[field] ?? message)}`,
    )
  }
  if (complaints.length > 0)
    throw new HjpError('badRow', `${doing} ${sheet}`, complaints, Object.keys(schema.shape))
  return withoutBlanks(read.data as Row)
}

/** What is wrong with a value for a field, in a sentence; nothing where it will do. */
export function wrongIn(sheet: TableName, field: string, value: string, parts: Part[]): string | undefined {
  const given = isList(sheet, field) ? [value] : whole(sheet, field, value)
  const read = fieldSchema(sheet, field).safeParse(given, { error: zodWords })
  if (!read.success) return `This ${read.error.issues[0]!.message}`
  try {
    promptId(fieldsOf(sheet)[field]!, parts, value)
    return undefined
  } catch (error) {
    if (error instanceof HjpError) return error.message
    throw error
  }
}

/** What a field can say, where it is one of a few words: partners by their ids. */
export function choicesFor(sheet: TableName, field: string, { partners }: Partnership): string[] {
  const { names } = fieldsOf(sheet)[field]!
  const schema = innerOf(rowOf(sheet), field)
  const together = names === 'partner-or-together' ? ['together'] : []
  if (names?.startsWith('partner')) return [...partners.map(({ id }) => id), ...together]
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}

/** Where a field holds a day, where that lies when it is typed without its year. */
export function daysIn(sheet: TableName, field: string): Lies | undefined {
  if (![day, maybe(day)].some((each) => each === fieldSchema(sheet, field))) return undefined
  const { past, ahead, after } = fieldsOf(sheet)[field]!
  return past ? 'behind' : ahead || after ? 'ahead' : 'near'
}

export const isTime = (sheet: TableName, field: string): boolean => fieldSchema(sheet, field) === maybe(time)

export const isList = (sheet: TableName, field: string): boolean =>
  innerOf(rowOf(sheet), field) instanceof z.ZodArray

/** What is typed for a field that holds values by name, `name=value` each in a line of its own; or as it is. */
function whole(sheet: TableName, field: string, value: string): Value {
  if (!(innerOf(rowOf(sheet), field) instanceof z.ZodRecord)) return value
  return Object.fromEntries(
    value.split('\n').map((line) => [line.replace(/=.*/s, '').trim(), line.replace(/^[^=]*=?/, '').trim()]),
  )
}

/** Whether it can be told in a line, or in one an item. */
export const isInLines = (sheet: TableName, key: string): boolean => {
  const schema = innerOf(rowOf(sheet), key)
  return !(schema && innerOf(schema, 0) instanceof z.ZodObject)
}

/** Where a field names prompts, a number or an id as the id. What leads to an outcome need not be a prompt; the others must be. */
function promptId({ names }: ColumnFacts, parts: Part[], name: string): string {
  if (names === 'lead') return promptNamed(parts, name)?.id ?? name
  return names === 'prompt' ? findPrompt(parts, name).id : name
}
