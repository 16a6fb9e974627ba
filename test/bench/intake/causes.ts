import { TRAPS } from './answers.ts'
import type { Chance } from './chance.ts'
import { CLIENTS, type Client } from './clients.ts'
import { aboveIn, type Draft } from './draft.ts'
import { escaped } from './html-styles.ts'
import { NUMBERINGS } from './numbers.ts'
import type { Original } from './reply.ts'
import type { Sent, SentBlock } from './sent.ts'
import { FOOTERS, SIGNATURES, WARNING } from './signatures.ts'

/** Something that could go wrong in a reply: what it changes in one that has nothing unusual. */
type Cause = (draft: Draft, chance: Chance, sendings: Sendings) => Partial<Draft>
export type Sendings = { emails: Sent[]; forms: Sent[]; single: Sent[]; dated: Sent[] }

const RARE = NUMBERINGS.filter(({ isRare }) => isRare)
const PLACED = NUMBERINGS.filter(({ by, isRare }) => by === 'place' && !isRare)
const BY_NUMBER = NUMBERINGS.filter(({ by }) => by === 'number')

/** In an email, so that the questions have an order. */
const emailed = (chance: Chance, { emails }: Sendings) => {
  const sent = chance.pick(emails.filter(({ numbers }) => numbers.length > 2))
  return { sent, answers: answering(sent, chance) }
}
const SHORT = [
  'On one form.',
  'By phone, if nobody is named.',
  'Not before March.',
  'The front desk does it.',
  'Half a day a month.',
]
const answering = ({ numbers }: Sent, chance: Chance) => {
  const words = chance.some(SHORT, numbers.length)
  return numbers.map((number, n) => ({ number, words: words[n]! }))
}

const by = (fits: (client: Client) => boolean, chance: Chance) => {
  const client = chance.pick(CLIENTS.filter(fits))
  const sends = client.sends.includes('html') ? ('html' as const) : client.sends[0]!
  // A signature that only a mark would tell may have none here.
  return { client, sends, signature: chance.pick(SIGNATURES.filter(({ needsMark }) => !needsMark)) }
}
const writesHtml = ({ html }: Client) => html !== undefined
const quotesNothing = ({ quoted }: Client) => quoted === ''

/** A paragraph that somebody else wrote. */
const block = (text: string): SentBlock => ({
  text,
  html: `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`,
})
/** The first question has this answer. */
const first = ({ answers }: Draft, words: string): Draft['answers'] =>
  answers.map((each, n) => (n === 0 ? { ...each, words } : each))

const NUMBERS: Record<string, Cause> = {
  'numbers with a gap': (_, chance, sendings) => {
    const all = emailed(chance, sendings)
    return { ...all, place: 'above', numbering: chance.pick(PLACED), answers: all.answers.toSpliced(1, 1) }
  },
  'numbers in another order': (_, chance, sendings) => {
    const all = emailed(chance, sendings)
    return { ...all, place: 'above', numbering: chance.pick(PLACED), answers: all.answers.toReversed() }
  },
  'one number alone': (_, chance, sendings) => {
    const all = emailed(chance, sendings)
    return {
      ...all,
      place: 'above',
      numbering: chance.pick(PLACED),
      answers: [chance.pick(all.answers.slice(1))],
    }
  },
  'numbers below the quote': (_, chance, sendings) => ({
    ...{ ...emailed(chance, sendings), place: 'below', numbering: chance.pick(PLACED) },
  }),
  'numbers that the program made': (_, chance, sendings) => ({
    ...{ ...emailed(chance, sendings), place: 'above', numbering: PLACED[0]!, isList: true },
    ...by((client) => writesHtml(client) && client.sends.includes('html'), chance),
    sends: 'html',
  }),
  'one question, and no number': ({ answers }, chance, { single }) => {
    const sent = chance.pick(single)
    const none = { name: 'none', by: 'words' as const, label: () => '' }
    return {
      ...{ sent, place: 'above', numbering: none, greeting: [] },
      answers: [{ number: sent.numbers[0]!, words: answers[0]!.words }],
    }
  },
  ...Object.fromEntries(
    RARE.map((numbering): [string, Cause] => [
      `numbers as ${numbering.name}`,
      (_, chance, sendings) => ({ ...emailed(chance, sendings), place: 'above', numbering }),
    ]),
  ),
}

const WORDS: Record<string, Cause> = {
  'an answer that is a name': (draft, chance) => ({
    answers: first(draft, chance.pick([draft.sent.setting.asked, draft.sent.setting.keeper]).name),
  }),
  'an answer that ends in a name': (draft, chance) => ({
    ...{ place: 'between' as const, signature: SIGNATURES[0]! },
    answers: first(draft, `${chance.pick(SHORT)}\n${draft.sent.setting.asked.name}`),
  }),
  'an answer that hjp says, too': (draft, chance) => ({
    answers: first(
      draft,
      chance.pick([
        'Consent',
        'Confidentiality',
        'Urgent needs',
        draft.sent.setting.asked.service,
        'Yes',
        'Draft',
        'Next steps',
      ]),
    ),
  }),
  ...Object.fromEntries(
    Object.entries(TRAPS).map(([name, all]): [string, Cause] => [
      `an answer ${name}`,
      (draft, chance) => ({
        answers: first(draft, chance.pick(all)),
        ...(draft.place === 'above' && { numbering: chance.pick(BY_NUMBER) }),
      }),
    ]),
  ),
}

const GOODBYES: Record<string, Cause> = {
  ...Object.fromEntries(
    Object.entries(FOOTERS).map(([name, lines]): [string, Cause] => [
      `below it, ${name}`,
      () => ({ under: [{ whose: 'footer', lines }], signsOnTop: false }),
    ]),
  ),
  'a signature in a box': (_, chance) => ({
    ...by(({ html }) => html?.signature !== undefined, chance),
    ...{ signature: chance.pick(SIGNATURES.filter(({ isBoxed }) => isBoxed)), signsOnTop: false },
  }),
  'a colleague quoted': () => ({
    besides: [
      { whose: 'remark', lines: ['Tom at the front desk adds:'] },
      { whose: 'colleague', lines: ['> On Fridays in winter we close at three.'] },
    ],
  }),
}

/** What the keeper wrote besides what hjp did, and what was said before. */
const THREADS: Record<string, Cause> = {
  'the keeper greets': (draft) => ({
    thread: ({ above, inside }) => ({
      above,
      inside: [
        block(
          `Hi ${draft.sent.setting.asked.name.split(' ')[0]}, it was good to see the new waiting room on Tuesday.`,
        ),
        block('Here come the questions that I promised. No rush from our side.'),
        ...inside,
        block(`${draft.sent.setting.keeper.role}\n${draft.sent.setting.keeper.phone}`),
      ],
    }),
  }),
  'the keeper greets, nothing quoted': (draft, chance) => ({
    ...by(quotesNothing, chance),
    thread: ({ above, inside }) => ({
      above,
      inside: [block(`Hi ${draft.sent.setting.asked.name}, as I said on the phone:`), ...inside],
    }),
  }),
  'a dated introduction': (_, chance, { dated }) => {
    const sent = chance.pick(dated)
    return { sent, answers: answering(sent, chance), place: chance.pick(['above', 'between'] as const) }
  },
  'a dated introduction, nothing quoted': (_, chance, { dated }) => {
    const sent = chance.pick(dated)
    return { ...by(quotesNothing, chance), sent, answers: answering(sent, chance), place: 'between' as const }
  },
  'a reminder in between': (draft) => ({
    ...(draft.place === 'between' && { place: 'above' as const }),
    thread: (original) => ({
      above: aboveIn(draft),
      inside: [block('Dear all, have you had a moment for these yet?'), block('Best, B.'), original],
    }),
  }),
  'an earlier message': (draft) => ({ thread: (original) => withEarlier(original, draft) }),
  'an earlier message, nothing quoted': (draft, chance) => {
    const client = by(quotesNothing, chance)
    return { ...client, thread: (original) => withEarlier(original, { ...draft, ...client }) }
  },
  'a warning on top': () => ({
    thread: ({ above, inside }) => ({ above, inside: [block(WARNING), ...inside] }),
  }),
}

/** The keeper wrote once before. */
function withEarlier({ above, inside }: Original, draft: Draft): Original {
  const words = 'Thank you for Thursday. If it suits you, I will put our questions in an email next week.'
  return { above, inside: [...inside, { above: aboveIn(draft), inside: [block(words), block('B.')] }] }
}

const LOOKS: Record<string, Cause> = {
  'a line drawn above': (draft, chance) => ({
    ...by(({ name }) => /Outlook (classic|for Mac)$|Windows/.test(name), chance),
    ...(draft.place === 'between' && { place: 'above' as const }),
    ...{
      sends: 'html',
      look: (html) =>
        `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">${html}</div>`,
    },
  }),
  'answers in colour': (_, chance) => ({
    ...by(({ name, html }) => /Outlook|Windows/.test(name) && html !== undefined, chance),
    ...{
      sends: 'html',
      look: (html) => html.replace(/(<(?:p|div)[^>]*>)([^<]+)/g, '$1<span style="color:#0070C0">$2</span>'),
    },
  }),
  'an answer on the line of its mark': (_, chance, { forms }) => {
    const sent = chance.pick(forms)
    const client = chance.pick(
      CLIENTS.filter(({ quoted, sends }) => quoted !== '' && sends.includes('plain')),
    )
    const answers = answering(sent, chance).map(({ number, words }, n) => ({
      ...{ number, words: `${words}\nMore on this: ask our front desk, ${n + 1} to 5.` },
    }))
    return { sent, client, answers, sends: 'plain', place: 'form', runsOn: true }
  },
  'saved as text': (draft) => ({
    ...{
      isSavedAsText: true,
      sends: 'plain',
      client: CLIENTS.find(({ name }) => name === 'Outlook classic')!,
    },
    ...(draft.place === 'between' || draft.place === 'form'
      ? {}
      : { place: 'above' as const, numbering: BY_NUMBER[0]! }),
  }),
}

export const CAUSES: Record<string, Cause> = { ...NUMBERS, ...WORDS, ...GOODBYES, ...THREADS, ...LOOKS }
