import * as z from 'zod'
import { type TableName, TYPED_TABLES, wrongIn } from '../../core/record/typed-row.ts'
import type { Terminal } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { FEWER_KEYS, isKey } from '../talk/question.ts'

/** What is asked for a field of a row. One that means something else in a table has words of its own there. */
const ASKS: Record<string, string> = {
  what: 'What is it?',
  owner: 'Which partner sees to it?',
  person: 'Who is that?',
  due: 'By when? (YYYY-MM-DD)',
  about: 'Which prompt is it about? (such as 5.3)',
  'asked-by': 'Did those you serve ask for it? Who?',
  'actions.from': 'Which meeting is it from? (its id)',
  'paid-by': 'Which money pays for it? (the name of its source)',
  on: 'On which day? (YYYY-MM-DD)',
  'meetings.start': 'At what time? (such as 10:00)',
  minutes: 'How many minutes will it take?',
  place: 'Where?',
  chair: 'Who chairs it?',
  notes: 'Who takes notes?',
  agenda: 'Which prompt is it to take up? (such as 5.3)',
  present: 'Who was there?',
  prompts: 'Which prompt was talked about? (such as 5.3)',
  decisions: 'What was decided?',
  appreciation: 'What was appreciated?',
  name: 'Who, or which service?',
  'people.name': 'What is their name?',
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
  'outcomes.from': 'What leads to it? (an activity such as 5.3, the id of an outcome, or words)',
  assumes: 'What must hold for that?',
  outside: 'What else bears on it?',
  area: 'What does it look at?',
  outcome: 'Which outcome does it tell of? (its id)',
  measure: 'What is counted or asked?',
  method: 'How?',
  source: 'Where does it come from?',
  collects: 'Which partner collects it?',
  baseline: 'Where did it stand before you began, and when?',
  target: 'Where is it to get to?',
  split: 'Which groups should be seen apart?',
  lead: 'Which partner leads?',
  start: 'From when? (YYYY-MM-DD)',
  end: 'By when? (YYYY-MM-DD)',
  status: 'Where does it stand?',
  amount: 'How much is it?',
  holds: 'Which partner holds it?',
  from: 'From when? (YYYY-MM-DD)',
  until: 'Until when? (YYYY-MM-DD)',
  questionnaire: 'Which questionnaire?',
  level: 'How closely do you work together?',
  title: 'What is their position?',
  email: 'What is their email address?',
  phone: 'What is their phone number?',
  authority: 'What may they decide without asking?',
  responds: 'How soon do they answer?',
}
const NAMES_PARTNER = ['owner', 'partner', 'lead', 'collects', 'holds']
/** Fields that hjp fills in itself, or that are told at another time. */
const LATER = ['id', 'done', 'dropped', 'dropped-on', 'confirmed']

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
function fieldsOf(sheet: TableName, { partnership, parts }: Pick<Opened, 'partnership' | 'parts'>): Field[] {
  const shape: Record<string, z.ZodType> = TYPED_TABLES[sheet].row.shape
  return Object.entries(shape).flatMap(([key, schema]) => {
    const told = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    const isNested = told.includes('"object"')
    if (LATER.includes(key) || isNested) return []
    const named = /"enum":(\[[^\]]*\])/.exec(told)
    const choices = NAMES_PARTNER.includes(key)
      ? [...partnership.partners.map(({ id }) => id), ...(sheet === 'people' ? [] : ['together'])]
      : []
    return {
      key,
      question: ASKS[`${sheet}.${key}`] ?? ASKS[key] ?? `${key}:`,
      needed: !schema.safeParse(undefined).success,
      isList: told.includes('"array"'),
      choices: named ? (JSON.parse(named[1]!) as string[]) : choices,
      wrong: (value) => wrongIn(sheet, key, value, parts),
    }
  })
}

/** Asks for the fields of a row, as `field=value` each; nothing where the person had enough. */
export async function askRow(
  terminal: Terminal,
  sheet: TableName,
  opened: Opened,
): Promise<string[] | undefined> {
  const given: string[] = []
  for (const field of fieldsOf(sheet, opened)) {
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
    ...(needed ? [] : [{ value: '', name: 'Leave it open' }]),
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
    else if (typed === '') terminal.say('This one is needed. */s* stops.')
    else if (complaint) terminal.say(complaint)
    else return typed
  }
}
