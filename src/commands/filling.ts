import * as z from 'zod'
import { zodWords } from '../core/complaint.ts'
import type { Partner } from '../core/partnership.ts'
import { SHEETS, type Sheet } from '../core/sheets.ts'
import type { Terminal } from '../world/world.ts'
import { FEWER_KEYS, isKey } from './heard.ts'

/** What is asked for a field of a row; a field that is not here is asked for by its name. */
const ASKS: Record<string, string> = {
  what: 'What is it?',
  owner: 'Which partner sees to it?',
  person: 'Who is that?',
  due: 'By when? (YYYY-MM-DD)',
  about: 'Which prompt is it about? (such as 5.3)',
  'asked-by': 'Did those you serve ask for it? Who?',
  'paid-by': 'Which money pays for it? (the name of its source)',
  name: 'Who, or which service?',
  kind: 'What kind is that?',
  'lived-experience': 'Do they live with what this work is about?',
  role: 'What is their part in it?',
  interest: 'What matters to them?',
  influence: 'How can they help or hinder?',
  power: 'How much power do they have to decide or to help?',
  stake: 'How much is at stake for them?',
  contact: 'Who knows them?',
  'find-out': 'What is still to find out?',
  priority: 'How pressing is it?',
  next: 'What is the next step?',
  partner: 'Which partner?',
  brings: 'What does it bring?',
  needs: 'What does it need in return?',
  conditions: 'On what conditions?',
  gap: 'What is still missing?',
  action: 'Which action is to mend that? (its id)',
  for: 'For whom?',
  term: 'Is it delivered, or does it change soon, in time or in the long run?',
  text: 'In a sentence:',
  from: 'Where does it come from?',
  assumes: 'What must hold for that?',
  outside: 'What else bears on it?',
  area: 'What does it look at?',
  outcome: 'Which outcome does it tell of? (its id)',
  measure: 'What is counted or asked?',
  method: 'How?',
  source: 'Where does it come from?',
  collects: 'Which partner collects it?',
  baseline: 'How does it stand today?',
  target: 'Where is it to get to?',
  split: 'Which groups should be seen apart?',
  lead: 'Which partner leads?',
  start: 'From when?',
  end: 'By when? (YYYY-MM-DD)',
  holds: 'Which partner holds it?',
  until: 'Until when? (YYYY-MM-DD)',
  title: 'What is their position?',
  authority: 'What may they decide without asking?',
  responds: 'How soon do they answer?',
}
const NAMES_PARTNER = ['owner', 'partner', 'lead', 'collects', 'holds']
/** Fields that hjp fills in itself, or that are told at another time. */
const LATER = ['id', 'done', 'dropped', 'dropped-on', 'confirmed']

type Field = { key: string; schema: z.ZodType; needed: boolean; choices: string[]; isList: boolean }

/** The fields of a table that a person can be asked for, one after the other. */
function fieldsOf(sheet: Sheet, partners: Pick<Partner, 'id'>[]): Field[] {
  const shape: Record<string, z.ZodType> = SHEETS[sheet].row.shape
  return Object.entries(shape).flatMap(([key, schema]) => {
    const told = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    const isNested = told.includes('"object"')
    if (LATER.includes(key) || isNested) return []
    const named = /"enum":(\[[^\]]*\])/.exec(told)
    const choices = NAMES_PARTNER.includes(key)
      ? [...partners.map(({ id }) => id), ...(sheet === 'people' ? [] : ['together'])]
      : []
    return {
      ...{ key, schema, needed: !schema.safeParse(undefined).success, isList: told.includes('"array"') },
      choices: named ? (JSON.parse(named[1]!) as string[]) : choices,
    }
  })
}

/** Asks for the fields of a row, as `field=value` each; nothing where the person had enough. */
export async function fill(
  terminal: Terminal,
  sheet: Sheet,
  partners: Pick<Partner, 'id'>[],
): Promise<string[] | undefined> {
  const given: string[] = []
  for (const field of fieldsOf(sheet, partners)) {
    const question = ASKS[field.key] ?? `${field.key}:`
    for (;;) {
      const value =
        field.choices.length > 0
          ? await pick(terminal, question, field)
          : await line(terminal, question, field)
      if (value === undefined) return undefined
      if (value !== '') given.push(`${field.key}=${value}`)
      if (value === '' || !field.isList) break
    }
  }
  return given
}

const pick = (terminal: Terminal, question: string, { choices, needed }: Field): Promise<string> =>
  terminal.choose(question, [
    ...(needed ? [] : [{ value: '', name: 'Leave it open' }]),
    ...choices.map((value) => ({ value, name: value })),
  ])

/** A line, asked again until it will do. Nothing where it was to stop. */
async function line(
  terminal: Terminal,
  question: string,
  { schema, needed, isList }: Field,
): Promise<string | undefined> {
  for (;;) {
    const typed = (await terminal.line(needed ? question : `${question} (or Enter)`)).trim()
    if (typed === '/s') return undefined
    if (typed === '' && !needed) return ''
    const read = schema.safeParse(isList ? [typed] : typed, { error: zodWords })
    if (isKey(typed)) terminal.say(FEWER_KEYS)
    else if (typed === '') terminal.say('This one is needed. */s* stops.')
    else if (!read.success) terminal.say(`This ${read.error.issues[0]!.message}`)
    else return typed
  }
}
