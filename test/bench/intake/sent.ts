import PostalMime from 'postal-mime'
import { promptsOf } from '../../../src/core/prompts/prompts.ts'
import { exampleFile, library, runner } from '../../memory-world.ts'

/** What hjp sends, as its own templates have it today, taken apart so that answers can be put in. */

export type Person = { name: string; mail: string; role: string; phone: string; service: string }
/** A partnership, the partner that is asked, and who writes to whom. */
export type Setting = { file: string; partner: string; keeper: Person; asked: Person }
/** A paragraph, and the number of the question whose answer goes below it. */
export type SentBlock = { text: string; html: string; answer?: string }
export type Sent = {
  setting: Setting
  subject: string
  plain: SentBlock[]
  html: SentBlock[]
  numbers: string[]
  isForm: boolean
}

/** The day that everything is sent, and the day that replies are read. */
const SENT_ON = '2026-11-16'
export const TODAY = '2026-11-23'

const { hjp } = runner({ library, today: SENT_ON })

const prompts = promptsOf(library.parts)
/** The numbers of prompts, by their ids. */
export const numberOf = new Map(prompts.map(({ number, id }) => [id, number]))
export const topicOf = (number: string): string => prompts.find((each) => each.number === number)!.topic

export const ALDERMERE: Setting = {
  file: exampleFile('first-steps'),
  partner: 'surgery',
  keeper: {
    ...{ name: 'Bethan Frost', mail: 'bethan.frost@aldermerelaw.example', phone: '01632 960142' },
    ...{ role: 'Housing and benefits solicitor', service: 'Aldermere Law Centre' },
  },
  asked: {
    ...{ name: 'Nasreen Dale', mail: 'nasreen.dale@fenbrook.example', phone: '01632 960171' },
    ...{ role: 'Social prescribing link worker', service: 'Fenbrook Surgery' },
  },
}
export const RIVERBEND: Setting = {
  file: exampleFile('riverbend'),
  partner: 'health',
  keeper: {
    ...{ name: 'Joanna Petrakis', mail: 'joanna.petrakis@riverbendlegal.example', phone: '(03) 5550 0142' },
    ...{ role: 'Senior lawyer, health justice', service: 'Riverbend Community Legal Centre' },
  },
  asked: {
    ...{ name: 'Maree Dunstan', mail: 'maree.dunstan@riverbendhealth.example', phone: '(03) 5550 0170' },
    ...{ role: 'Nurse unit manager, community health', service: 'Riverbend Health' },
  },
}

/** An email, or with `worksheet` a form in one, about these questions. */
export async function sentBy(
  setting: Setting,
  numbers: string[],
  kind: 'email' | 'worksheet' = 'email',
  options: string[] = [],
): Promise<Sent> {
  const asked = numbers.map((number) => prompts.find((each) => each.number === number)!.id)
  const args = [kind, ...asked, '--for', setting.partner, ...options]
  const run = await hjp(setting.file, [...args, '--format', 'eml', '--out', 'it.eml'])
  const { subject = '', text = '', html = '' } = await PostalMime.parse(run.bytes('it.eml')!)
  const signed = (words: string) => words.replaceAll('[your name]', setting.keeper.name)
  const paragraphs = signed(text)
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean)
  const elements = signed(html).match(/<(p|h\d)\b[^>]*>[\s\S]*?<\/\1>/g) ?? []
  const isForm = kind === 'worksheet'
  return {
    ...{ setting, subject, numbers, isForm },
    plain: withPlaces(paragraphs, numbers, isForm).map((each) => ({ ...each, html: '' })),
    html: withPlaces(elements.map(wordsOf), numbers, isForm).map((each, n) => ({
      ...each,
      html: elements[n]!,
    })),
  }
}

const wordsOf = (html: string): string =>
  html
    .replace(/<br>\s*/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()

/** With this an email's questions are over. */
const CLOSING = /^You can write under (?:each|the) question\b/

/** In a form an answer goes below its mark; in an email below the question and why it is asked. */
function withPlaces(texts: string[], numbers: string[], isForm: boolean): Omit<SentBlock, 'html'>[] {
  const asked = (text = '') =>
    numbers.find((number) => text.replace(/^Q?[\d.]+[a-z]?\s+/, '').split(/:|\n/)[0] === topicOf(number))
  let open: string | undefined
  const blocks = texts.map((text, n) => {
    open = asked(text) ?? open
    const next = texts[n + 1] ?? ''
    const isEnd = isForm
      ? text.endsWith(`Your answer to Q${open}:`)
      : asked(next) !== undefined || CLOSING.test(next)
    const answer = isEnd ? open : undefined
    if (isEnd) open = undefined
    return { text, ...(answer && { answer }) }
  })
  const missing = numbers.find((number) => !blocks.some(({ answer }) => answer === number))
  if (missing) throw new Error(`No place for an answer to ${missing}: what hjp sends has changed.`)
  return blocks
}
