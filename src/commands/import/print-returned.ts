import { wrapAnsi } from 'fast-wrap-ansi'
import { confirmationIn } from '../../core/prompts/confirmations.ts'
import { headingOf, type Part, promptNamed } from '../../core/prompts/prompts.ts'
import type { Confirmed } from '../../core/record/confirm.ts'
import type { Merge } from '../../core/record/merge.ts'
import { AT_HOME, listed } from '../../core/values/locale.ts'
import { counted } from '../../errors.ts'
import type { Leftover } from '../../intake/returned.ts'
import { clean, oneLine } from '../../render/document/clean.ts'
import type { Terminal } from '../../world/world.ts'
import { indented } from '../shared/show-prompt.ts'

/** What came back in its place, held against what is here. */
export type Arrival = Merge | Confirmed
/** One that is not as it is here. */
type News = Arrival & { how: Exclude<Arrival['how'], 'same'> }
export const isNews = (arrival: Arrival): arrival is News => arrival.how !== 'same'

const TALK = 'to talk about'

/** How many of each sort came back, in words. */
export function kindsOf(arrivals: Arrival[], which = ''): string[] {
  const kinds = arrivals.map(kindOf)
  return [...new Set(kinds)].map((kind) => {
    const many = kinds.filter((other) => other === kind).length
    return kind === TALK ? `${counted(many, `${which}point`)} to talk about` : counted(many, which + kind)
  })
}

/** What came back: what is in its place, what was in the file before, how many clauses are as they were and remarks kept already, and what has no place. */
export type Sorted = {
  arrivals: Arrival[]
  known: Arrival[]
  unchanged: number
  kept: number
  others: Leftover[]
}

/** What was left blank is no answer. */
const isSaid = ({ words }: Arrival): boolean => words.trim() !== ''

/** What came back in a file, in a line. */
export function headlineOf(file: string, called: string, sorted: Sorted): string {
  const { arrivals, known, unchanged, kept, others } = sorted
  const news = arrivals.filter((each) => isNews(each) && isSaid(each))
  const there = [...kindsOf(known.filter(isSaid)), ...(kept > 0 ? [counted(kept, 'remark')] : [])]
  const rest = [
    ...(there.length > 0 ? [`already in your file: ${listed(there, AT_HOME)}`] : []),
    ...(unchanged > 0 ? [`unchanged: ${counted(unchanged, 'clause')}`] : []),
  ]
  if (news.length > 0)
    return [`${file}: ${listed(kindsOf(news, 'new '), AT_HOME)} from ${called}`, ...rest].join('; ')
  if (rest.length > 0) return [`${file}, from ${called}: nothing new`, ...rest].join('; ')
  return `${file}, from ${called}: ${arrivals.length + others.length > 0 ? 'nothing in it could be placed under a question' : 'it has no answers'}`
}

function kindOf(arrival: Arrival): string {
  const { as, how, words } = arrival
  if (how === 'unasked' || 'clause' in arrival) return 'remark'
  if (as === 'said') return 'answer'
  const { confirmation, rest } = confirmationIn(words)
  if (as === 'agreed' || (confirmation === 'change' && rest)) return 'proposal'
  return confirmation === 'yes' ? 'confirmation' : TALK
}

/** What is made of words that came back, in a line. */
function outcomeOf(news: News, called: string): string {
  const { how, as, here, partner, prompt } = news
  const { number } = prompt
  const person = 'person' in news ? news.person : undefined
  const who = person?.name ? `${oneLine(person.name)} of ${called}` : called
  switch (how) {
    case 'agrees':
      return `${called} agrees.`
    case 'proposes':
      return `Proposed by ${called}, for you to settle: hjp ask ${number}`
    case 'talks':
      if ('struck' in news && news.struck)
        return `${called} struck it out. What is agreed here stays, and it comes to the next agenda.`
      return 'clause' in news && news.clause
        ? `${called} comments on clause ${news.clause}. It comes to the next agenda.`
        : `${called} would like to talk about it. It comes to the next agenda.`
    case 'doubts':
      return `${called} has not said yes. It comes to the next agenda. If it does agree: hjp agree ${number} --by ${partner}`
    case 'outdated':
      return `A yes, but what is agreed here did not come back with it word for word, so nothing is written. Ask again: hjp worksheet ${number} --confirm --for ${partner}\nIf it does agree to the words here now: hjp agree ${number} --by ${partner}`
    case 'unasked':
      return `To the question, or to what you agreed? Nothing shows it, so nothing is written. Ask: hjp worksheet ${number} --confirm --for ${partner}\nIf it agrees: hjp agree ${number} --by ${partner}\nIf this is its answer to the question: hjp answer ${number} --as ${partner}`
    case 'both':
      return `${person ? `${person.name ? who : `Someone else of ${called}`} says something else.` : 'This has changed since.'} Both are kept until you choose: hjp ask ${number}`
    case 'emptied':
      return as === 'agreed'
        ? 'Deleted there. What is agreed here stays.'
        : 'Left blank there. What is written here stays.'
    case 'new':
      if (as === 'agreed') return `Proposed by ${called}, for you to settle: hjp ask ${number}`
      return here ? `${who} has changed ${person ? 'this' : 'its'} answer.` : `${who} answers.`
  }
}

/** What came back on a prompt, beside what stands here. */
export function showMerge(terminal: Terminal, arrival: News, called: string): void {
  const { prompt, here, words } = arrival
  const all: [string, string][] =
    arrival.how === 'agrees'
      ? [['And says', arrival.rest]]
      : [
          ['Here now', here],
          ['Sent back', words],
        ]
  const texts = all.filter(([, text]) => text)
  const printed = terminal.isWide && texts.length === 2 ? abreast(terminal, texts) : below(terminal, texts)
  const outcome = `\n${headingOf(prompt)}\n${indented(terminal, outcomeOf(arrival, called))}\n`
  terminal.out(printed ? `${outcome}\n${printed}\n` : outcome)
}

const below = (terminal: Terminal, texts: [string, string][]): string =>
  texts.map(([label, words]) => indented(terminal, `${label}:\n${excerpt(words)}`)).join('\n')

/** Two texts side by side, each line of one beside a line of the other. */
function abreast({ width }: Terminal, texts: [string, string][]): string {
  const each = Math.floor((width - 8) / 2)
  const [left = [], right = []] = texts.map(([label, words]) =>
    wrapAnsi(`${label}:\n${excerpt(words).trimEnd()}`, each, { hard: true }).split('\n'),
  )
  return Array.from({ length: Math.max(left.length, right.length) }, (_, n) =>
    `     ${(left[n] ?? '').padEnd(each)}   ${right[n] ?? ''}`.trimEnd(),
  ).join('\n')
}

const WHAT: Record<Leftover['what'], string> = {
  words: '',
  unclear: 'not clear which answer is meant',
  nothing: 'says that there is nothing to answer, so it is not saved',
  elsewhere: 'says only where its answer stands, so it is not saved',
  number: 'a clause or a question, which is not clear',
  clause: 'not clear which clause is meant',
  agreement: 'an agreement that is not yours here, so nothing in it was placed',
  copy: 'a copy of your agreement that reads otherwise in too much to be held against it here',
  comment: 'a comment',
  footnote: 'a footnote',
  picture: 'a picture, which cannot be kept',
  signature: 'a signature',
  greeting: 'a greeting',
  earlier: 'from an earlier message',
  quoted: 'quoted in it',
  struck: 'crossed out by hand, so it was not read',
  frame: 'in a header or footer',
  gone: 'deleted there',
  sent: 'much like what hjp would write there today',
  file: 'a file that was not read',
}

/** Letters of a text that are shown. */
const SHOWN = 2000

/** A text as it can be shown at once: of a very long one the beginning. */
function excerpt(words: string): string {
  const text = clean(words).replace(/[^\S\n]{4,}/g, '   ')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters in all)` : text
}

/** What stands outside the answers, each with where. */
export function showLeftovers(terminal: Terminal, others: Leftover[], parts: Part[]): void {
  if (others.length === 0) return
  terminal.out('\nOutside the answers\n')
  for (const { what, near, words, by } of others) {
    const prompt = near === undefined ? undefined : promptNamed(parts, near)
    const where = prompt ? `Near ${headingOf(prompt)}` : 'On its own'
    const about = [where, WHAT[what], by && `by ${oneLine(by).slice(0, 80)}`].filter(Boolean).join(', ')
    terminal.out(`${indented(terminal, words.trim() ? `${about}:\n${excerpt(words)}` : about)}\n`)
  }
}
