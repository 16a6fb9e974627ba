import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { SentClause } from '../src/intake/clauses.ts'
import { openEmail, readMessage } from '../src/intake/email/email.ts'
import { quotedLines } from '../src/intake/quoted-lines.ts'
import { readReply, readTextReply } from '../src/intake/reply/reply.ts'
import type { Returned } from '../src/intake/returned.ts'
import { runs } from './programs.ts'
import { asked, email, numbered, ours, type Sent, sent, worksheet } from './replies.ts'

/** Reads an email as import does. */
const readEmail = async (bytes: Uint8Array, ...by: [typeof asked, string[]]) => {
  const message = await openEmail(bytes)
  return { ...(await readMessage(message, ...by)), attachments: message.files }
}

type Style = 'worksheet' | 'inline' | 'labels' | 'ordinals'
type Typed = { prompt: string; text: string; wanted: string }

/** Every word is there once, so that none can be mistaken for another. */
const someWords = (most: number) =>
  fc
    .array(
      fc.constantFrom('phone', 'weekly', 'intake', "nurse's", 'not', 'sure', '“yes”', '(both)', '9:30'),
      {
        minLength: 1,
        maxLength: most,
      },
    )
    .map((words) => words.join(' '))
const block = (lists: boolean) =>
  fc.oneof(
    { weight: 4, arbitrary: someWords(14).map((words) => [`So ${words}.`]) },
    fc.array(someWords(8), { minLength: 2, maxLength: 3 }).map((lines) => lines.map((line) => `And ${line}`)),
    fc
      .tuple(
        fc.constantFrom('- ', '• ', '* ', '– ', ...(lists ? ['n'] : [])),
        fc.array(someWords(6), { minLength: 1, maxLength: 3 }),
      )
      .map(([mark, items]) => items.map((item, n) => (mark === 'n' ? `${n + 1}. ${item}` : mark + item))),
  )
const answer = (lists: boolean) => fc.array(block(lists), { minLength: 1, maxLength: 3 })

const LABELS: ((number: string) => string)[] = [
  (number) => `${number}: `,
  (number) => `${number} - `,
  (number) => `${number}. `,
  (number) => `Q${number}) `,
  (number) => `(${number}) `,
  (number) => `Question ${number}\n`,
  (number) => `Re ${number}: `,
  (number) => `*${number}* `,
  (number) => `${number}\n`,
]
const GREETINGS = [
  '',
  'Hi Tom,',
  'Hi Tom,\n\nThanks for this – answers below.',
  'Dear all,\nsee what we think.',
]
const SIGNATURES = [
  '',
  'Kind regards,\nAna Ruiz\nPractice manager\n(03) 5550 0100',
  'Thanks, Ana',
  '-- \nAna Ruiz | Riverbend Health',
  'Sent from my iPhone',
  'Cheers\n\nAna\n\nThis email is confidential and intended only for the person it is addressed to. If you have received it in error, please delete it and tell us at once, and do not copy or pass on anything in it.',
]
const HEADERS = [
  'On Tue, 24 Nov 2026 at 9:14 am, Tom Baker <tom@riverbendlegal.example> wrote:',
  'On Tuesday, 24 November 2026 at 09:14, Tom Baker of Riverbend Community\nLegal Centre <tom@riverbendlegal.example> wrote:',
  '-----Original Message-----\nFrom: Tom Baker\nSent: Tuesday, 24 November 2026 9:14 AM\nTo: Ana Ruiz\nSubject: A few questions',
  '________________________________\nFrom: Tom Baker <tom@riverbendlegal.example>\nSent: Tuesday, 24 November 2026 9:14 AM\nTo: Ana Ruiz; Bo Li;\n Cass Day\nSubject: A few questions\n',
  'Von: Tom Baker\nGesendet: Dienstag, 24. November 2026 09:14\nAn: Ana Ruiz\nBetreff: A few questions',
]

const wrapped = (line: string, width: number): string[] => {
  if (line.length <= width) return [line]
  const at = line.lastIndexOf(' ', width)
  return at <= 3 ? [line] : [line.slice(0, at), ...wrapped(line.slice(at + 1), width)]
}

const reply = fc
  .record({
    style: fc.constantFrom<Style>('worksheet', 'inline', 'labels', 'ordinals'),
    questions: fc.shuffledSubarray(sent, { minLength: 1, maxLength: 5 }),
    greeting: fc.constantFrom(...GREETINGS),
    signature: fc.constantFrom(...SIGNATURES),
    header: fc.constantFrom(...HEADERS),
    quoted: fc.constantFrom('', '> ', '>', '> > '),
    width: fc.constantFrom(60, 72, 10_000),
    label: fc.constantFrom(...LABELS),
    bottom: fc.boolean(),
    ends: fc.constantFrom('\n', '\r\n', ' \r\n'),
    spaced: fc.boolean(),
    beside: fc.boolean(),
  })
  .chain((all) =>
    fc.record({
      all: fc.constant(all),
      answers: fc.array(answer(all.style !== 'ordinals'), {
        minLength: all.questions.length,
        maxLength: all.questions.length,
      }),
    }),
  )
  .map(({ all, answers }) => built(all, answers))

function built(
  {
    style,
    questions,
    greeting,
    signature,
    header,
    quoted,
    width,
    label,
    bottom,
    ends,
    spaced,
    beside,
  }: {
    style: Style
    questions: Sent[]
    greeting: string
    signature: string
    header: string
    quoted: string
    width: number
    label: (number: string) => string
    bottom: boolean
    ends: string
    spaced: boolean
    beside: boolean
  },
  answers: string[][][],
) {
  let count = 0
  const unique = (line: string) =>
    line.replace(/[a-z’']{3,}/g, (word) => `${word}${String.fromCharCode(97 + (count % 26))}${++count}`)
  const typed: Typed[] = answers.map((blocks, n) => {
    const lines = blocks.map((block) => block.map(unique))
    const text = lines.map((block) => block.join('\n')).join('\n\n')
    return { prompt: questions[n]!.prompt, text, wanted: text.replace(/^[•*–] /gm, '- ') }
  })
  const isList = (text: string) => /^([-•*–]|\d\.) /.test(text)
  const form = style === 'worksheet' ? worksheet(questions) : email(questions)
  const isInside = style === 'worksheet' || style === 'inline'
  const asks = questions.map(({ ask, number }) => (style === 'inline' ? ask : `Your answer to Q${number}:`))
  /** The answer that is typed on the same line as its question. */
  const besideOf = (line: string) => {
    const it = typed[asks.findIndex((ask) => line.endsWith(ask))]
    return beside && isInside && quoted === '' && it && !isList(it.text) ? it : undefined
  }
  const isBeside = new Set(
    form.flatMap((line) => (typeof line === 'string' ? (besideOf(line)?.prompt ?? []) : [])),
  )
  const original = form.flatMap((line): string[] => {
    if (typeof line === 'string') {
      const lines = wrapped(line, width).map((each) => quoted + each)
      const next = besideOf(line)
      return next ? [...lines.slice(0, -1), `${lines.at(-1)} ${next.text}`] : lines
    }
    if (!isInside || isBeside.has(line.after)) return []
    const { text } = typed.find(({ prompt }) => prompt === line.after)!
    return spaced ? ['', text, ''] : [text]
  })
  const above =
    style === 'labels'
      ? typed.map(({ prompt, text }) => {
          const { number } = questions.find((each) => each.prompt === prompt)!
          const it = label(number)
          return it.endsWith('\n') || !isList(text) ? it + text : `${it.trimEnd()}\n${text}`
        })
      : style === 'ordinals'
        ? typed.map(({ text }, n) => `${n + 1}. ${isList(text) ? '\n' : ''}${text}`)
        : []
  const message = [greeting, ...above, signature].join('\n\n')
  const isBelow = bottom && style === 'labels' && quoted !== ''
  const whole = isBelow
    ? [header, ...original, '', message]
    : style === 'worksheet' && quoted === ''
      ? [greeting, '', ...original, '', signature]
      : [message, '', header, ...(header.startsWith('On') ? [] : ['']), ...original]
  const hello = quoted === '' && style !== 'worksheet' ? HELLO : ''
  const rest = [greeting, signature.replace(/^--.*\n/, '-- \n'), hello].join('\n')
  return { text: whole.join('\n').replaceAll('\n', ends), typed, rest, style }
}

const tokens = (text: string) => text.split(/\s+/).filter(Boolean).sort()
/** Of hjp's own words, the only ones that it cannot know again. */
const HELLO = 'Dear Joanna,'

function holds(
  { typed, rest }: ReturnType<typeof built>,
  { answers, others }: Pick<Returned, 'answers' | 'others'>,
) {
  expect(answers.map(({ prompt }) => prompt).sort()).toEqual(typed.map(({ prompt }) => prompt).sort())
  for (const { prompt, wanted } of typed)
    expect(answers.find((each) => each.prompt === prompt)!.words).toBe(wanted)
  const shown = tokens(others.map(({ words }) => words).join('\n'))
  expect(shown).toEqual(tokens(rest))
}

test('every word that was typed is found once, in its place, however the reply is laid out', () => {
  fc.assert(
    fc.property(reply, fc.boolean(), (it, isText) =>
      holds(
        it,
        isText ? readTextReply(it.text, asked, ours) : readReply(quotedLines(it.text, 'fixed'), asked, ours),
      ),
    ),
    { numRuns: runs(400) },
  )
})

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
const quotedPrintable = (text: string) =>
  [...Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8')]
    .map((byte) =>
      (byte > 32 && byte < 127 && byte !== 61) || byte === 13 || byte === 10
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replace(/[^\r\n]{70}(?=[^\r\n]{4})/g, (run) => {
      const cut = /=.?$/.exec(run)?.[0] ?? ''
      return `${run.slice(0, run.length - cut.length)}=\r\n${cut}`
    })
const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** As Gmail writes it: a line a div, and quotes in one another. */
const html = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => {
      const marks = /^(?:> ?)*/.exec(line)![0]
      const depth = marks.replaceAll(' ', '').length
      const words = safe(line.slice(marks.length)).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length))
      return `${'<blockquote>'.repeat(depth)}<div>${words.trim() ? words : '<br>'}</div>${'</blockquote>'.repeat(depth)}`
    })
    .join('')

/** As Thunderbird writes it: long lines are wrapped, with a space left at their ends. */
const flowed = (text: string) =>
  text
    .split(/\r?\n/)
    .flatMap((line) => {
      const marks = /^(?:> ?)*/.exec(line)![0]
      const short = line === '-- ' ? line : line.trimEnd()
      return wrapped(short.slice(marks.length), 66).map((each, n, all) => {
        const words = n < all.length - 1 ? `${each} ` : each
        return marks ? `${marks.trim()} ${words}` : words.replace(/^(?=[ >]|From )/, ' ')
      })
    })
    .join('\r\n')

const FORMS: Record<string, (text: string) => string> = {
  base64: (text) =>
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}`,
  'quoted-printable': (text) =>
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}`,
  html: (text) =>
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(html(text))}`,
  flowed: (text) => `Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n${flowed(text)}`,
  both: (text) =>
    `Content-Type: multipart/alternative; boundary=part\r\n\r\n--part\r\n${FORMS['quoted-printable']!(text)}\r\n--part\r\n${FORMS['html']!(text)}\r\n--part--\r\n`,
}
const emailOf = (body: string) =>
  Buffer.from(
    `From: Ana Ruiz <ana@riverbendhealth.example>\r\nDate: Wed, 25 Nov 2026 08:15:00 +1100\r\nMIME-Version: 1.0\r\n${body}`,
  )

test('the same holds of an email, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(reply, fc.constantFrom(...Object.values(FORMS)), async (it, form) =>
      holds(it, await readEmail(emailOf(form(it.text)), asked, ours)),
    ),
    { numRuns: runs(300) },
  )
})

const FIXTURES = readdirSync('test/replies')
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -4))
const numberOf = (id: string | undefined) => asked.find(({ prompt }) => prompt === id)?.number

test.each(FIXTURES)('reads %s.eml', async (name) => {
  const { from, on, answers, others, attachments } = await readEmail(
    readFileSync(`test/replies/${name}.eml`),
    asked,
    ours,
  )
  const read = {
    from: `${from.name} <${from.email}>`,
    on,
    answers: Object.fromEntries(answers.map(({ prompt, words }) => [numberOf(prompt), words])),
    others: others.map(({ what, near, words }) => ({ what, ...(near && { near: numberOf(near) }), words })),
    ...(attachments.length > 0 && { attachments: attachments.map((file) => file.name) }),
  }
  expect(read).toEqual(parse(readFileSync(`test/replies/${name}.yaml`, 'utf8')))
})

test('a worksheet that comes back as plain text is read like one in an email', () => {
  const filled = worksheet([numbered('5.1'), numbered('5.3')])
    .map((line) =>
      typeof line === 'string' ? line : line.after.endsWith('pathways') ? 'By phone\n\n• always' : '',
    )
    .join('\r\n')
  expect(readTextReply(`\ufeff${filled}`, asked, ours)).toMatchObject({
    answers: [{ prompt: 'what-we-do/referral-pathways', as: 'said', words: 'By phone\n\n- always' }],
    others: [],
  })
})

test.each([
  ['a day that is none', 'Wed, 31 Feb 2026 08:15:00 +1100', undefined],
  ['no day at all', 'yesterday', undefined],
  ['a day without the name of the day', '5 Mar 2026 23:59:59 -0800', '2026-03-05'],
])('tells the day from %s', async (_, date, on) => {
  const bytes = Buffer.from(`From: ana@riverbendhealth.example\nDate: ${date}\n\n5.1: By phone\n`)
  const read = await readEmail(bytes, asked, ours)
  expect(read.on).toBe(on)
  expect(read.from).toEqual({ email: 'ana@riverbendhealth.example' })
})

test.each([
  ['5.1 By phone', 'By phone'],
  ['5.1 million people', undefined],
  ['5.1 and 5.3: see below', undefined],
  ['5.1.2 By phone', undefined],
  ['15.1: By phone', undefined],
  ['Our answer to 5.1: By phone', 'By phone'],
  ['*5.1* – By phone', 'By phone'],
  ['5.1 Referral pathways: By phone', 'By phone'],
  ['1. By phone', undefined],
])('takes from "%s" what is an answer to 5.1', (line, wanted) => {
  const { answers, others } = readTextReply(line, asked, ours)
  expect(answers[0]?.words).toBe(wanted)
  expect(others[0]?.words).toBe(wanted === undefined ? line : undefined)
})

const [first, second, third] = ['5.1', '5.2', '5.3'].map(numbered) as [Sent, Sent, Sent]
const [Q1, Q2, Q3] = [first, second, third].map(({ ask }, n) => `${n + 1}. ${ask}`)
const ABOVE = 'On 24 Nov 2026, at 9:14, Tom Baker wrote:'
const OUTLOOK = 'From: Tom Baker\nSent: Tuesday\nTo: Ana Ruiz\nSubject: Questions\n'

test.each<[string, string, Record<string, string>, string[]]>([
  [
    'ordinals that leave one out',
    `1. By phone\n3. Yes\n\n${ABOVE}\n> ${Q1}\n> ${Q2}\n> ${Q3}`,
    { '5.1': 'By phone', '5.3': 'Yes' },
    [],
  ],
  [
    'ordinals in another order',
    `3. Yes\n1. By phone\n\n${ABOVE}\n> ${Q1}\n> ${Q2}\n> ${Q3}`,
    { '5.1': 'By phone', '5.3': 'Yes' },
    [],
  ],
  ['one ordinal alone', `2. Lunch\n\n${ABOVE}\n> ${Q1}\n> ${Q2}`, { '5.2': 'Lunch' }, []],
  [
    'ordinals of a list of topics',
    `1. By phone\n2. Lunch\n\n${ABOVE}\n> 1. ${first.topic}: ${first.ask}\n> 2. ${second.topic}: ${second.ask}`,
    { '5.1': 'By phone', '5.2': 'Lunch' },
    [],
  ],
  [
    'ordinals of follow-ups',
    `1. By phone\n1a) Ten\n1 (b): Twenty\n\n${ABOVE}\n> ${Q1}\n> - 1a. ${numbered('5.1a').ask}\n> - 1b. ${numbered('5.1b').ask}`,
    { '5.1': 'By phone', '5.1a': 'Ten', '5.1b': 'Twenty' },
    [],
  ],
  [
    'letters that are no number of the original',
    `1. Two things:\n1a. by phone\n1b. by letter\n\n${ABOVE}\n> ${Q1}\n> ${Q2}`,
    { '5.1': 'Two things:\n1a. by phone\n1b. by letter' },
    [],
  ],
  [
    'an ordinal of a question that hjp words differently by now',
    `1/ By phone\n2/ Lunch\n3/ Yes\n\n${ABOVE}\n> ${Q1}\n> 2. Who brings the cake,\n> and when?\n> ${Q3}`,
    { '5.1': 'By phone', '5.3': 'Yes' },
    ['2/ Lunch', '2. Who brings the cake,'],
  ],
  [
    'the same ordinal twice',
    `1. By phone\n2. Two things\n1. lunch\n\n${ABOVE}\n> ${Q1}\n> ${Q2}`,
    {},
    ['1. By phone\n2. Two things\n1. lunch'],
  ],
  [
    'numbers that are no ordinals',
    `1. By phone\n2 May is too late\n1/2 day is enough\n#1 priority\n\n${ABOVE}\n> ${Q1}\n> ${Q2}`,
    { '5.1': 'By phone\n2 May is too late\n1/2 day is enough\n#1 priority' },
    [],
  ],
  [
    'ordinals of questions that are not numbered 1, 2, 3',
    `1) By phone\n3) Yes\n\n${ABOVE}\n> 5.1 ${first.ask}\n> 5.2 ${second.ask}\n> 5.3 ${third.ask}`,
    { '5.1': 'By phone', '5.3': 'Yes' },
    [],
  ],
  [
    'ordinals where it is not plain which questions are counted',
    `1) By phone\n2) Yes\n\n${ABOVE}\n> 5.1 ${first.ask}\n> 5.1a ${numbered('5.1a').ask}\n> 5.3 ${third.ask}`,
    {},
    ['1) By phone\n2) Yes'],
  ],
  ['more ordinals than questions', `1. By phone\n2. Yes\n\n${ABOVE}\n> ${Q1}`, {}, ['1. By phone\n2. Yes']],
  [
    'ordinals that are said',
    `Q1: By phone\nQuestion 2: Lunch\n\n${ABOVE}\n> ${Q1}\n> ${Q2}`,
    { '5.1': 'By phone', '5.2': 'Lunch' },
    [],
  ],
  ['ordinals of two emails', `1. By phone\n\n${ABOVE}\n> ${Q1}\n> > 1. ${second.ask}`, {}, ['1. By phone']],
  [
    'ordinals below the original',
    `${ABOVE}\n> ${Q1}\n> ${Q2}\n> That was the last question.\n\n1. By phone\n2. Lunch`,
    { '5.1': 'By phone', '5.2': 'Lunch' },
    [],
  ],
  [
    'ordinals in an answer below the original',
    `> ${Q1}\n> ${Q2}\n\n1. By phone\n2. Lunch`,
    { '5.2': '1. By phone\n2. Lunch' },
    [],
  ],
  [
    'an earlier message without quoting',
    `See below.\n\n${OUTLOOK}\n5.1: ok?\n\n${OUTLOOK}\n${Q2}\n\nLunch`,
    { '5.2': 'Lunch' },
    ['See below.', '5.1: ok?'],
  ],
  [
    'a message that was forwarded',
    `---------- Forwarded message ---------\n${OUTLOOK}\n5.1: By phone`,
    { '5.1': 'By phone' },
    [],
  ],
  [
    'an answer on the line of its question',
    `${Q1} By phone\n\n${Q3} Yes`,
    { '5.1': 'By phone', '5.3': 'Yes' },
    [],
  ],
  ['hjp two paragraphs on one line', `${Q1} ${first.why} By phone`, { '5.1': 'By phone' }, []],
  ['words typed into a quoted line', `> ${Q1} By phone\n> ${first.why}`, {}, ['By phone']],
  ['words typed behind a quoted mark', '> Your answer to 5.1: By phone', { '5.1': 'By phone' }, []],
  [
    'a question with empty lines in it',
    `${Q1!.replace('between', '\n\nbetween')}\n\nBy phone`,
    { '5.1': 'By phone' },
    [],
  ],
  [
    'a quoted line that lost its mark',
    `> ${Q1!.replace('between', '\nbetween')}\nBy phone`,
    { '5.1': 'By phone' },
    [],
  ],
  [
    'a sentence like an attribution',
    '5.1: By phone\nOn 3 March she wrote:\nno letters',
    { '5.1': 'By phone\nOn 3 March she wrote:\nno letters' },
    [],
  ],
  ['lines like a header', '5.1: as below\nFrom: us\nTo: you', { '5.1': 'as below\nFrom: us\nTo: you' }, []],
  [
    "somebody else's question",
    `> ${Q1}\nBy phone\n> And who pays?\nWe do`,
    { '5.1': 'By phone' },
    ['> And who pays?', 'We do'],
  ],
  [
    'thanks in the middle',
    '5.1: By phone.\nThanks\n\n5.2: Lunch',
    { '5.1': 'By phone.\nThanks', '5.2': 'Lunch' },
    [],
  ],
  [
    'thanks before much more',
    `5.1: By phone.\nThanks\n${'We say more of it here. '.repeat(9).trim()}`,
    { '5.1': `By phone.\nThanks\n${'We say more of it here. '.repeat(9).trim()}` },
    [],
  ],
  [
    'thanks before many lines',
    `5.1: By phone.\nThanks${'\nmore'.repeat(30)}`,
    { '5.1': `By phone.\nThanks${'\nmore'.repeat(30)}` },
    [],
  ],
  ['a name where an answer goes', `> ${Q1}\nBo\n> ${Q2}\nAna Ruiz`, { '5.1': 'Bo', '5.2': 'Ana Ruiz' }, []],
  ['a name below an answer', '5.2: Lunch\n\nAna', { '5.2': 'Lunch' }, ['Ana']],
  [
    'what another partner said, who is not known',
    `${OUTLOOK}\n${Q1}\n\n   We have heard from Aldermere Law Centre.\n\nBy phone`,
    { '5.1': 'By phone' },
    ['We have heard from Aldermere Law Centre.'],
  ],
  [
    'what hjp says, said by a partner',
    `5.1: Hello.\nWith thanks, we accept`,
    { '5.1': 'Hello.\nWith thanks, we accept' },
    [],
  ],
  [
    'paragraphs that go on to other questions',
    '5.1 By phone\n\nAnd 5.3 - no.\n\nAlso 5.2: lunch.\n\nAs for 4.1, mornings.\n\nAnd then, on 4.2:\nAna',
    { '5.1': 'By phone', '5.3': 'no.', '5.2': 'lunch.', '4.1': 'mornings.', '4.2': 'Ana' },
    [],
  ],
  [
    'what goes on to a question less plainly, which is shown',
    '5.1 By phone\n\nAnd 5.3 not really.\n\nAlso 5.2 and 4.1: lunch.\n\nFor 4.2 I ask our principal.\n\nOn 4.3 nothing is settled.',
    { '5.1': 'By phone' },
    [
      'And 5.3 not really.',
      'Also 5.2 and 4.1: lunch.',
      'For 4.2 I ask our principal.',
      'On 4.3 nothing is settled.',
    ],
  ],
  [
    'what goes on and names no other question',
    '5.1 Ring the people at the desk of the front office first,\nand 5.3 - if we can.\n\nAnd 2.5 days a week.\n\nFor 2.5 hours we wait.\n\nAnd 10.30 is best.',
    {
      '5.1':
        'Ring the people at the desk of the front office first,\nand 5.3 - if we can.\n\nAnd 2.5 days a week.\n\nFor 2.5 hours we wait.\n\nAnd 10.30 is best.',
    },
    [],
  ],
  [
    'a number inside a wrapped sentence',
    '5.1: Of the people we see, there are on average about\n5.3 Each week',
    { '5.1': 'Of the people we see, there are on average about\n5.3 Each week' },
    [],
  ],
  [
    'a number that begins the next of some answers, below a long line',
    '5.1 yes but two days is too slow for the people we see at the clinic\n5.3 No problem',
    { '5.1': 'yes but two days is too slow for the people we see at the clinic', '5.3': 'No problem' },
    [],
  ],
  [
    'a number that begins small, where it had room on the line above',
    '5.1 writen consent, on the form. they can take it back any time\n5.3 three months notice',
    { '5.1': 'writen consent, on the form. they can take it back any time', '5.3': 'three months notice' },
    [],
  ],
  [
    'a number that begins small, below a line that is shorter than others of a message that nobody wrapped',
    '5.1 we do a check before we see anyone, and if we cannot act we say so and give them the number of another service\n5.2 fax is not OK with us!! needs to be secure email, and we can ring to confirm within days\n5.3 from april',
    {
      '5.1':
        'we do a check before we see anyone, and if we cannot act we say so and give them the number of another service',
      '5.2': 'fax is not OK with us!! needs to be secure email, and we can ring to confirm within days',
      '5.3': 'from april',
    },
    [],
  ],
  [
    'a number below a long line that could begin an answer, or go on with one',
    '5.1: yes, but two days is too slow for the people we see at the clinic\n5.3 seems longer',
    { '5.1': 'yes, but two days is too slow for the people we see at the clinic' },
    ['5.3 seems longer'],
  ],
  [
    'words behind the last line',
    'Your answer to 5.1: Yes\nThat was the last question. Thank you for your time. Ring me',
    { '5.1': 'Yes' },
    ['Ring me'],
  ],
  [
    'words behind a last line in other words',
    'Your answer to 5.1: Yes\nThat was the last question. Ring me',
    { '5.1': 'Yes' },
    ['Ring me'],
  ],
])('places %s', (_, text, wanted, rest) => {
  const { answers, others } = readReply(quotedLines(text, 'fixed'), asked, ours, { name: 'Ana Ruiz' })
  expect(Object.fromEntries(answers.map(({ prompt, words }) => [numberOf(prompt), words]))).toEqual(wanted)
  expect(others.map(({ words }) => words)).toEqual(rest)
})

test.each([
  '1. %',
  '1) %',
  '1/ %',
  '(1) %',
  '[1] %',
  '*1.* %',
  '1: %',
  '1 - %',
  '1.\n%',
  '#1 %',
  '#1: %',
  'Q1 %',
  'Q.1: %',
  'q1) %',
  'A1: %',
  'Ans 1. %',
  'Answer 1: %',
  'My answer to question 1: %',
  'Question 1\n%',
  'Re 1: %',
  'Ad 1) %',
  'No. 1: %',
  'Item 1 – %',
  'First question: %',
  'On your first one, %',
])('knows "%s" for an answer to the first question', (way) => {
  const text = way.replace('%', 'By phone')
  const { answers, others } = readReply(
    quotedLines(`Hi\n\n${text}\n\n${ABOVE}\n> ${Q1}`, 'fixed'),
    asked,
    ours,
  )
  expect(answers.map(({ prompt, words }) => [numberOf(prompt), words])).toEqual([['5.1', 'By phone']])
  expect(others.map(({ words }) => words)).toEqual(['Hi'])
})

const clause = (number: string, of: string, words: string, isAgreed = true): SentClause => ({
  ...{ number, prompt: numbered(of).prompt, words, isAgreed },
})
const CLAUSES = [
  clause('1.1', '9.1', 'This memorandum does not bind us.', false),
  clause('5.1', '9.17', "We will respect each other's work."),
  clause('5.2', '1.3', 'We care about people.'),
  clause('12.1', '9.6', 'A lawyer will come at 10am.'),
  clause('12.2', '9.6a', 'Days: Monday.'),
  clause('13.1', '1.5', 'We will say client.'),
  clause('14.1', '5.1', 'On one form.', false),
  clause('15.1', '9.16', 'As it was when it was sent: a month.'),
  clause('15.1', '9.14', 'As it is now: no fee.'),
]

test.each<[string, string, Record<string, string>, string[]]>([
  ['12.1 we would rather say 10:00', '', { 'clause 9.6': 'we would rather say 10:00' }, []],
  ['12.1 - "10am" should be "10:00".', '', { 'clause 9.6': '"10am" should be "10:00".' }, []],
  ['Clause 12.1: no.', '', { 'clause 9.6': 'no.' }, []],
  ['cl 12.1\nno.', '', { 'clause 9.6': 'no.' }, []],
  ['cl. 12.1 - no.', '', { 'clause 9.6': 'no.' }, []],
  ['§ 12.1: no.', '', { 'clause 9.6': 'no.' }, []],
  ['s12.1: no.', '', { 'clause 9.6': 'no.' }, []],
  ['Re clause 12.1: no.', '', { 'clause 9.6': 'no.' }, []],
  ['In clause 12.1, we want ten.', '', { 'clause 9.6': 'In clause 12.1, we want ten.' }, []],
  ['12.1(b) is too long', '', { 'clause 9.6': '(b) is too long' }, []],
  ['Section 13 of the Tenancies Act: no.', '', {}, ['words: Section 13 of the Tenancies Act: no.']],
  ['s 12.1 Housing Act 1985', '', {}, ['words: s 12.1 Housing Act 1985']],
  ['Clause 12.1 does not say who may act', '', { 'clause 9.6': 'Clause 12.1 does not say who may act' }, []],
  ['Section 13 of the draft is fine', '', { 'clause 1.5': 'Section 13 of the draft is fine' }, []],
  ['Section 13: no.', '', { 'clause 1.5': 'no.' }, []],
  ['Section 12: no.', '', {}, ['clause: Section 12: no.']],
  ['Clause 16.1: no.', '', {}, ['clause: Clause 16.1: no.']],
  [
    're 12.1 and 12.2: no.',
    '',
    { 'clause 9.6': 're 12.1 and 12.2: no.', 'clause 9.6a': 're 12.1 and 12.2: no.' },
    [],
  ],
  ['Clauses 12.1, 13.1 and 16.1: no.', '', {}, ['clause: Clauses 12.1, 13.1 and 16.1: no.']],
  ['12.1 to 12.2: no.', '', {}, ['words: 12.1 to 12.2: no.']],
  ['5.1: by phone', '', {}, ['number: 5.1: by phone']],
  ['5.1: by phone\nand more', '', {}, ['number: 5.1: by phone\nand more']],
  ['5.1 and 5.2: no.', '', {}, ['number: 5.1 and 5.2: no.']],
  ['5.3: by phone', '', { 'said 5.3': 'by phone' }, []],
  ['5.1: no.', 'Re: draft MOU', { 'clause 9.17': 'no.' }, []],
  ['5.1: no.', 'Re: draft agenda', {}, ['number: 5.1: no.']],
  [
    'Comments on the agreement\n\n5.1: no.',
    '',
    { 'clause 9.17': 'no.' },
    ['words: Comments on the agreement'],
  ],
  ['5.3: no.', 'Re: draft MOU', {}, ['clause: 5.3: no.']],
  ['5.1: no.\nClause 12.1: yes.', '', { 'clause 9.17': 'no.', 'clause 9.6': 'yes.' }, []],
  ['5.1: we have an MOU with them', '', {}, ['number: 5.1: we have an MOU with them']],
  [
    '5.1: “respect each other’s work” is vague',
    '',
    { 'clause 9.17': '“respect each other’s work” is vague' },
    [],
  ],
  ['Q5.1: by phone', 'Re: draft MOU', { 'said 5.1': 'by phone' }, []],
  [
    '• Q5.1: by phone\n– Q5.3: weekly\n– and a call',
    '',
    { 'said 5.1': 'by phone', 'said 5.3': 'weekly\n- and a call' },
    [],
  ],
  ['1) Q5.1: by phone\na. *Q5.3:* weekly', '', { 'said 5.1': 'by phone', 'said 5.3': 'weekly' }, []],
  ['→ Qu. 5.1 by phone\n  -Question 5.3 - no', '', { 'said 5.1': 'by phone', 'said 5.3': 'no' }, []],
  ['Q5.1: it is\n• 5.3 hours\n- 5.2: a call', '', { 'said 5.1': 'it is\n- 5.3 hours\n- 5.2: a call' }, []],
  ['Question 5.1: by phone\n5.2: lunch', '', { 'said 5.1': 'by phone', 'said 5.2': 'lunch' }, []],
  [`5.1: by phone\n\n${ABOVE}\n> 5.1 ${first.ask}`, '', { 'said 5.1': 'by phone' }, []],
  [`5.1: no.\n\n${ABOVE}\n> Here is the draft MOU.`, '', { 'clause 9.17': 'no.' }, []],
  ['1.1: Bo Li', '', { 'said 1.1': 'Bo Li' }, []],
  ['Clause 14.1: by phone', '', { 'said 5.1': 'by phone' }, []],
  ['Clause 15.1: longer', '', {}, ['clause: Clause 15.1: longer']],
  ['Clause 15.1: "a month" is short', '', { 'clause 9.16': '"a month" is short' }, []],
  [
    'We sat for an hour, all of us, and came to agree on\nclause 12.1 of the lease',
    '',
    {},
    ['words: We sat for an hour, all of us, and came to agree on\nclause 12.1 of the lease'],
  ],
])('reads %j, with the subject "%s"', (text, subject, wanted, rest) => {
  const about = { clauses: CLAUSES, subject }
  const { answers, others } = readReply(quotedLines(text, 'fixed'), asked, ours, about)
  const placed = answers.map(({ as, prompt, words }) => [`${as} ${numberOf(prompt)}`, words])
  expect(Object.fromEntries(placed)).toEqual(wanted)
  const isOurs = (words: string) => text.includes(`> ${words}`)
  expect(
    others.flatMap(({ what, words }) => (what === 'earlier' || isOurs(words) ? [] : `${what}: ${words}`)),
  ).toEqual(rest)
})

test.each<[string, string | undefined, Record<string, string>]>([
  [
    'in their order',
    `Re: N: your view on “${second.topic}” and “${first.topic}”`,
    { '5.2': 'By phone', '5.1': 'Lunch' },
  ],
  [
    'with plain quotes',
    `AW: your view on "${second.topic}", "${first.topic}"`,
    { '5.2': 'By phone', '5.1': 'Lunch' },
  ],
  ['one too few', `Re: your view on “${first.topic}”`, {}],
  ['one that nobody asked', `Re: your view on “${first.topic}” and “Cake”`, {}],
  ['another subject', 'Re: Lunch', {}],
  ['none', undefined, {}],
])('takes questions from a subject where nothing else of them came back: %s', (_, subject, wanted) => {
  const { answers, others } = readReply(quotedLines('1. By phone\n2. Lunch', 'fixed'), asked, ours, {
    subject,
  })
  expect(Object.fromEntries(answers.map(({ prompt, words }) => [numberOf(prompt), words]))).toEqual(wanted)
  expect(others.length).toBe(answers.length > 0 ? 0 : 1)
})

test.each([
  [
    'indented words',
    '<p>5.1:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>By phone</div></blockquote>',
    'By phone',
  ],
  ['quoted words', '<p>5.1: By phone</p><blockquote type="cite"><p>Hello</p></blockquote>', 'By phone'],
  [
    'lists in lists',
    '<p>5.1:</p><ol start="3"><li><p>one</p></li><li>two<ul><li>deep</li></ul></li></ol><p>end</p>',
    '3. one\n4. two\n  - deep\n\nend',
  ],
  ['words as they were set', '<pre>5.1: a\nb &lt;c&gt;</pre>', 'a\nb <c>'],
  [
    'words that break anywhere',
    '<div>5.1: Tele<b>pho</b>ne <i>first</i>\n   then&nbsp;fax</div>',
    'Telephone first then fax',
  ],
  [
    'what is struck out',
    '<p>5.1: We will <s>never</s> <span style="text-decoration: line-through">not</span> call.</p>',
    'We will call.',
    ['never', 'not'],
  ],
  [
    'a line that is struck out, and a question that is',
    `<p>5.1: By phone.</p><del>By fax.</del><div>Or in <strike>blue</strike> writing.</div><p><s>${second.number} ${second.topic}</s></p>`,
    'By phone.\n\nOr in writing.',
    ['By fax.', 'blue'],
  ],
])('reads %s in HTML', async (_, html, wanted, gone: string[] = []) => {
  const { answers, others } = await readEmail(
    emailOf(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    asked,
    ours,
  )
  expect(answers.map(({ words }) => words)).toEqual([wanted])
  const struck = others.flatMap(({ what, words }) => (what === 'struck' ? words.split('\n') : []))
  expect(struck.join(' ')).toBe(gone.join(' '))
})

test('what is struck out on a page is not read from the text beside it', async () => {
  const both = [
    ['plain', '5.1: By form. By fax.'],
    ['html', '<p>5.1: By form. <s>By fax.</s></p>'],
  ].map(([type, words]) => `--x\r\nContent-Type: text/${type}\r\n\r\n${words}\r\n`)
  const { answers, others } = await readEmail(
    emailOf(`Content-Type: multipart/alternative; boundary=x\r\n\r\n${both.join('')}--x--\r\n`),
    asked,
    ours,
  )
  expect(answers.map(({ words }) => words)).toEqual(['By form.'])
  expect(others.map(({ what, words }) => `${what}: ${words}`)).toEqual(['struck: By fax.'])
})

test('soft line ends join only what is quoted alike', () => {
  expect(
    quotedLines('> one \n> two \nthree \nfour\n-- \nAna', 'flowed').map(({ depth, text }) => [depth, text]),
  ).toEqual([
    [1, 'one two '],
    [0, 'three four'],
    [0, '-- '],
    [0, 'Ana'],
  ])
  expect(quotedLines('tele \nphone', 'flowed-added')[0]!.text).toBe('telephone')
})

const mailed = (body: string) => Buffer.from(`From: a@b.example\nTo: c@b.example\n${body}`)
test.each([
  ['nothing', new Uint8Array(), 'notAnEmail'],
  ['bytes', Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919) % 251), 'notAnEmail'],
  ['a zip', zipSync({ 'a.txt': strToU8('5.1: By phone') }), 'notAnEmail'],
  ['a page', Buffer.from('<!DOCTYPE html>\n<html>\n\n<p>5.1: By phone</p></html>'), 'notAnEmail'],
  ['a note', Buffer.from('Note: ring Ana\n\n5.1: By phone'), 'notAnEmail'],
  [
    'deep parts',
    mailed(
      Array.from({ length: 60 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join(
        '',
      ),
    ),
    'notAnEmail',
  ],
  ['deep messages', mailed('Content-Type: message/rfc822\n\nFrom: a@b.example\n'.repeat(6)), 'longReply'],
  [
    'many parts',
    mailed(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(3000)}`),
    'longReply',
  ],
  [
    'much HTML',
    mailed(
      `Content-Type: multipart/mixed; boundary=b\n\n${`--b\nContent-Type: text/html\n\n${'<b></b>'.repeat(100_000)}\n`.repeat(5)}`,
    ),
    'longReply',
  ],
  ['deep HTML', mailed(`Content-Type: text/html\n\n${'<div>'.repeat(500)}`), 'longReply'],
  ['many lines', mailed(`\n${'a\n'.repeat(100_000)}`), 'longReply'],
  ['one long line', mailed(`\n${'a '.repeat(200_000)}`), 'longReply'],
  ['no words', mailed('\n \n'), 'emptyReply'],
  ['no words in HTML', mailed('Content-Type: text/html\n\n<p>&nbsp;</p><img src="a.png">'), 'emptyReply'],
])('refuses %s', async (_, bytes, code) => {
  await expect(readEmail(bytes, asked, ours)).rejects.toMatchObject({ code })
})

test('whatever the bytes are, it reads them or says that it cannot', async () => {
  const known = (error: { code?: string }) =>
    expect(error.code).toMatch(/^(notAnEmail|emptyReply|longReply)$/)
  const good = FIXTURES.map((name) => readFileSync(`test/replies/${name}.eml`))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.nat(3),
      async (bytes, changes, cut) => {
        const bad = bytes.slice(0, cut === 0 ? Math.floor(bytes.length / 2) : bytes.length)
        for (const [at, value] of changes) bad[at % bad.length] = value
        await readEmail(bad, asked, ours).catch(known)
      },
    ),
  )
})

test('an email of 25 MB is read in a moment', async () => {
  const file = `${'A'.repeat(76)}\r\n`.repeat(320_000)
  const bytes = mailed(
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n5.1: By phone\r\n--b\r\nContent-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}--b--`,
  )
  const before = process.cpuUsage()
  const { answers, attachments } = await readEmail(bytes, asked, ours)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(8000)
  expect(answers.map(({ words }) => words)).toEqual(['By phone'])
  expect(attachments[0]!.bytes).toHaveLength(320_000 * 57)
})
