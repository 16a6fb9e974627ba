import * as z from 'zod'
import { innerOf } from '../../core/file/walk.ts'
import {
  fieldSchema,
  fieldsOf,
  isList,
  TYPED_TABLES,
  type TypedTable,
  wrongIn,
} from '../../core/record/typed-row.ts'
import type { Terminal } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { FEWER_KEYS, isKey } from '../talk/question.ts'

const STOP = '/s'

type Field = {
  key: string
  question: string
  needed: boolean
  choices: string[]
  isList: boolean
  /** What is wrong with a value, if anything. */
  wrong(value: string): string | undefined
}

/** The fields of a table that a person can be asked for, one after the other. */
function askedFields(
  sheet: TypedTable,
  { partnership, parts }: Pick<Opened, 'partnership' | 'parts'>,
): Field[] {
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
      question: ask,
      needed: !fieldSchema(sheet, key).safeParse(undefined).success,
      isList: isList(sheet, key),
      choices: names?.startsWith('partner') ? [...partners, ...together] : words,
      wrong: (value) => wrongIn(sheet, key, value, parts),
    }
  })
}

/** Asks for the fields of a row, as `field=value` each; nothing where the person had enough. */
export async function askRow(
  terminal: Terminal,
  sheet: TypedTable,
  opened: Opened,
): Promise<string[] | undefined> {
  const given: string[] = []
  for (const field of askedFields(sheet, opened)) {
    for (;;) {
      const value = await (field.choices.length > 0 ? pick : line)(terminal, field)
      if (value === STOP) return undefined
      if (value !== '') given.push(`${field.key}=${value}`)
      if (value === '' || !field.isList) break
    }
  }
  return given
}

const pick = (terminal: Terminal, { question, choices, needed }: Field): Promise<string> =>
  terminal.choose(question, [
    ...(needed ? [] : [{ value: '', name: 'Skip' }]),
    ...choices.map((value) => ({ value, name: value })),
    { value: STOP, name: 'Stop here' },
  ])

/** A line, asked again until it will do. */
async function line(terminal: Terminal, { question, needed, wrong }: Field): Promise<string> {
  for (;;) {
    const typed = (await terminal.line(needed ? question : `${question} (or Enter)`)).trim()
    if (typed === STOP || (typed === '' && !needed)) return typed
    const complaint = typed === '' ? undefined : wrong(typed)
    if (isKey(typed)) terminal.say(FEWER_KEYS)
    else if (typed === '') terminal.say('This one is required. */s* stops.')
    else if (complaint) terminal.say(complaint)
    else return typed
  }
}
