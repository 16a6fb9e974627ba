import { ANSWERS } from './answers.ts'
import type { Chance } from './chance.ts'
import { CLIENTS, type Client } from './clients.ts'
import { ENGLISH, type Language, OTHERS } from './languages.ts'
import { NUMBERINGS, type Numbering } from './numbers.ts'
import type { Original, Typed } from './reply.ts'
import { type Sent, type SentBlock, topicOf } from './sent.ts'
import { SIGNATURES, type Signature } from './signatures.ts'

/** Where the answers stand: over, under or between what is quoted, in a form's places, or in a message of their own. */
type Place = 'above' | 'below' | 'between' | 'form' | 'alone'

/** A reply before it is set: whatever it is made of can still be changed. */
export type Draft = {
  sent: Sent
  client: Client
  language: Language
  sends: Client['sends'][number]
  place: Place
  numbering: Numbering
  greeting: string[]
  /** The questions that are answered, in their order here. */
  answers: { number: string; words: string }[]
  signature: Signature
  /** Whether who answers in between signs on top, where the program puts the signature. */
  signsOnTop: boolean
  /** What else is typed, above the signature and below it. */
  besides: Typed[]
  under: Typed[]
  /** Changes what is quoted. */
  thread: (original: Original) => Original
  /** How a look of HTML changes what is typed. */
  look?: (html: string) => string
  isList?: true
  /** Whether the first line of each answer is typed on the line of its mark. */
  runsOn?: true
  /** Whether it is saved as text, with the head of the message on top. */
  isSavedAsText?: true
}

const GREETINGS: ((name: string) => string[])[] = [
  () => [],
  (name) => [`Hi ${name},`],
  (name) => [`Hi ${name}, answers below.`],
  (name) => [`Dear ${name},`, '', 'Thank you for asking us. Here is what we think so far.'],
  (name) => [`Hello ${name}, good to see you on Thursday.`],
]
const COMMON = NUMBERINGS.filter(({ isRare }) => !isRare)

const firstName = (name: string): string => name.split(' ')[0]!

/** A reply with nothing unusual in it. */
export function draftOf(sendings: { emails: Sent[]; forms: Sent[] }, chance: Chance): Draft {
  const place = chance.pick<Place>([
    ...(['above', 'above', 'above', 'above', 'between', 'between', 'between', 'between'] as const),
    ...(['below', 'form', 'form', 'alone'] as const),
  ])
  const sent = chance.pick(place === 'form' ? sendings.forms : sendings.emails)
  const client = chance.pick(CLIENTS)
  const sends = chance.pick(client.sends)
  const words = chance.some(ANSWERS, sent.numbers.length)
  return {
    ...{ sent, client, place },
    language: client.isLocal && chance.is(0.7) ? chance.pick(OTHERS) : ENGLISH,
    sends,
    numbering: chance.pick(COMMON),
    greeting: chance.pick(GREETINGS)(firstName(sent.setting.keeper.name)),
    answers: sent.numbers.map((number, n) => ({ number, words: words[n]! })),
    signature: chance.pick(SIGNATURES.filter((each) => !each.needsMark || marks(client, sends))),
    signsOnTop: chance.is(0.4),
    ...{ besides: [], under: [], thread: (original) => original },
  }
}

/** Whether a program marks the signature that it puts there. */
const marks = ({ html, isDashed }: Client, sends: Draft['sends']): boolean =>
  (sends === 'plain' ? isDashed : html?.signature) !== undefined

const filled = (text: string, { setting: { keeper, asked }, subject }: Sent): string =>
  text.replace(
    /\{(\w+)\}/g,
    (_, key: string) =>
      ({ name: keeper.name, mail: keeper.mail, to: asked.name, tomail: asked.mail, subject })[key] ?? '',
  )

/** What stands above an original by this program. */
export const aboveIn = ({ client, language, sent }: Draft): string[] =>
  client.above(language).map((line) => filled(line, sent))

const isLabelled = ({ place }: Draft): boolean => place !== 'between' && place !== 'form'

/** The answers as they are typed, each with what says which question it is to. */
export function answersOf(draft: Draft): Typed[] {
  const { sent, numbering, runsOn, isList } = draft
  return draft.answers.map(({ number, words }) => {
    const ask = askIn(sent, number)
    const label = numbering.label(number, sent.numbers.indexOf(number) + 1, ask)
    return {
      ...{ whose: 'answer' as const, lines: words.split('\n'), number },
      ...(isLabelled(draft) && !isList && { label }),
      ...(runsOn && { runsOn }),
    }
  })
}

const askIn = ({ plain }: Sent, number: string): string =>
  plain
    .map(({ text }) => text.replace(/^[\d.]+\s+/, ''))
    .find((text) => text.startsWith(`${topicOf(number)}:`)) ?? ''

export function signatureOf({ signature, sent, language, client }: Draft): Typed[] {
  const lines = signature.lines(sent.setting.asked, language)
  const own = client.below?.(language) ?? []
  const { isBoxed } = signature
  return [
    ...(lines.length > 0 ? [{ whose: 'signature' as const, lines, ...(isBoxed && { isBoxed }) }] : []),
    ...(own.length > 0 ? [{ whose: 'footer' as const, lines: own }] : []),
  ]
}

/** What is quoted, with the answers in it where they stand in between. */
export function originalOf(draft: Draft, isHtml: boolean): Original {
  const { sent, place } = draft
  const typed = new Map(answersOf(draft).map((each) => [each.number, each]))
  const withAnswer = (block: SentBlock): (SentBlock | Typed)[] => {
    const answer = place === 'between' || place === 'form' ? typed.get(block.answer) : undefined
    return answer ? [block, answer] : [block]
  }
  const blocks = isHtml ? sent.html : sent.plain
  return draft.thread({ above: aboveIn(draft), inside: blocks.flatMap(withAnswer) })
}
