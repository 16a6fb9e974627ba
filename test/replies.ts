import { readdirSync, readFileSync } from 'node:fs'
import { parseParts, promptsOf } from '../src/core/prompts/prompts.ts'
import type { Question } from '../src/intake/returned.ts'

/** hjp's prompts as Riverbend puts them, and what hjp sends about them. */

const TERMS: Record<string, string> = {
  client: 'patient',
  clients: 'patients',
  partnership: 'health justice partnership',
}
const said = (text: string) => text.replace(/\{(\w+)\}/g, (all, term: string) => TERMS[term] ?? all)
const prompts = promptsOf(
  parseParts(
    readdirSync('prompts')
      .filter((name) => name.endsWith('.yaml'))
      .map((path) => ({ path, text: readFileSync(`prompts/${path}`, 'utf8') })),
  ),
)

export type Sent = Question & { why: string; decision: boolean }
export const sent: Sent[] = prompts.map(({ id, number, topic, ask, why = '', decision }) => ({
  prompt: id,
  number,
  topic: said(topic),
  ask: said(ask),
  why: said(why),
  decision,
}))
export const asked: Question[] = sent.map(({ prompt, number, topic, ask }) => ({
  prompt,
  number,
  topic,
  ask,
}))
export const numbered = (number: string): Sent => sent.find((each) => each.number === number)!

const INTRO =
  'Before we meet on 1 December 2026, we would like to hear how these questions look from where you sit. A few lines on each is plenty, and "we are not sure yet" is an answer too.'
const HEARD = 'We have heard from Riverbend Community Legal Centre.'
const CLOSING =
  "You can write under each question and send this back, or call us and we will write down what you say. When we talk, we will put everyone's view side by side."
const LEAVE_OUT = 'Please leave out anything that could identify a patient.'
const LAST = 'That was the last question. Thank you for your time.'
export const ours = [INTRO, HEARD, CLOSING, LEAVE_OUT, LAST, 'With thanks,', ...sent.map(({ why }) => why)]

/** The lines of hjp's email, and under which of them an answer to each question goes. */
export function email(questions: Sent[]): (string | { after: string })[] {
  return [
    'Dear Joanna,',
    '',
    INTRO,
    ...questions.flatMap(({ prompt, number, ask, why }) => [
      '',
      ...(/[a-z]$/.test(number) ? [`- ${number} ${ask}`] : [`${number} ${ask}`, '', why]),
      { after: prompt },
    ]),
    '',
    CLOSING,
    '',
    LEAVE_OUT,
  ]
}

/** The lines of hjp's worksheet as text, and where the answers go. */
export function worksheet(questions: Sent[]): (string | { after: string })[] {
  return [
    ...questions.flatMap(({ prompt, number, topic, ask, why, decision }) => [
      `Q${number}  ${topic}`,
      ask,
      '',
      `Why we ask: ${why}`,
      '',
      `${decision ? 'Yes, no or not yet? ' : ''}Your answer to Q${number}:`,
      { after: prompt },
      '',
    ]),
    LAST,
  ]
}
