import type { ReplyRead } from './reader.ts'
import type { Reply } from './reply.ts'
import type { Fate, Score } from './score.ts'
import { numberOf } from './sent.ts'

export type Scored = { reply: Reply; score: Score }
type Row = { name: string; replies: Scored[] }

const FATES: [Fate, string][] = [
  ['right', 'placed right'],
  ['changed', 'with more or less'],
  ['misplaced', 'misplaced'],
  ['shown', 'shown'],
]
const TITLES = [
  ...FATES.map(([, title]) => `${title}, %`),
  'gone',
  "others' words, %",
  'signature, %',
  'to see one',
]

const share = (part: number, all: number): string => (all === 0 ? '' : ((100 * part) / all).toFixed(1))
const answersIn = (replies: Scored[]) => replies.flatMap(({ score }) => score.answers)
const isBad = ({ score }: Scored): boolean =>
  score.answers.some(({ fate }) => fate !== 'right') || score.gone.length + score.others.length > 0
/** How bad a row is: the share of its answers that are not right, and of its replies with somebody else's words. */
const badness = ({ replies }: Row): number => {
  const answers = answersIn(replies)
  const wrong = answers.filter(({ fate }) => fate !== 'right').length / answers.length
  return wrong + replies.filter(({ score }) => score.others.length > 0).length / replies.length
}

function rowOf({ name, replies }: Row): string[] {
  const answers = answersIn(replies)
  const some = (has: (score: Score) => boolean) => replies.filter(({ score }) => has(score)).length
  return [
    name,
    ...FATES.map(([fate]) => share(answers.filter((each) => each.fate === fate).length, answers.length)),
    `${replies.reduce((sum, { score }) => sum + score.gone.length, 0)}`,
    share(
      some(({ others }) => others.length > 0),
      replies.length,
    ),
    share(
      some(({ signed }) => signed.length > 0),
      replies.length,
    ),
    replies.find(isBad)?.reply.id ?? '',
  ]
}

function groups(all: Scored[], keyOf: (reply: Reply) => string): Row[] {
  const rows = new Map<string, Scored[]>()
  for (const each of all) {
    const key = keyOf(each.reply)
    rows.set(key, [...(rows.get(key) ?? []), each])
  }
  return [...rows].map(([name, replies]) => ({ name, replies })).toSorted((a, b) => badness(b) - badness(a))
}

function table(first: string, rows: Row[]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line([first, ...TITLES]),
    line(['---', ...TITLES.map(() => '--:')]),
    ...rows.map((row) => line(rowOf(row))),
    '',
  ]
}

/** Replies in which nothing is made to go wrong. */
export const USUAL = 'nothing unusual'
const CELLS = 10
/** Replies in a cell, at least: fewer say little. */
const FEW = 3

const summaryOf = (all: Scored[]): string[] => {
  const cells = groups(all, ({ about }) => `${about.cause}; ${about.place}`)
  return [
    `${all.length} replies with ${answersIn(all).length} answers:`,
    '',
    ...table('', [
      { name: 'all', replies: all },
      { name: USUAL, replies: all.filter(({ reply }) => reply.about.cause === USUAL) },
    ]),
    'The worst:',
    '',
    ...table('cause and place', cells.filter(({ replies }) => replies.length >= FEW).slice(0, CELLS)),
  ]
}
const by = (all: Scored[], kind: keyof Reply['about']): string[] => [
  `By ${kind}:`,
  '',
  ...table(
    kind,
    groups(all, ({ about }) => about[kind]),
  ),
]

/** All that was measured. */
export const tablesOf = (all: Scored[]): string =>
  [
    ...summaryOf(all),
    ...(['cause', 'client', 'language', 'place', 'numbers', 'signature'] as const).flatMap((kind) =>
      by(all, kind),
    ),
  ].join('\n')

/** The page of what was measured, for whoever wants to know how far import can be trusted. */
export const pageOf = (all: Scored[]): string =>
  [
    '# What import makes of replies',
    '',
    'Written by `npm run bench:intake -- --write`. It makes replies as partners send them, from what hjp itself sends, in the ways of',
    `${groups(all, ({ about }) => about.client).length} mail programs and ${groups(all, ({ about }) => about.language).length} languages, and reads them as \`hjp import --notes\` does. Of every word it is known whose it is and where it`,
    'belongs. Every other reply has one thing in it that could go wrong, which is far more than in life: the second line below is nearer to that.',
    "The programs are written down from what they are known to do, and from nobody's mail.",
    '',
    'An answer is *placed right* if it is in its place word for word, without a signature or anything else. It has *more or less* if it is',
    'in its place with other words or in part, is *misplaced* if any of it is under another question, and *shown* if it is printed and left for',
    "the keeper. *Gone* counts lines of a partner's that are nowhere. *Others' words* is the share of replies of which an answer or a",
    "note holds what the keeper, hjp, a mail program or a scanner wrote; *signature* the same of the sender's own.",
    '',
    "Wanted: at least 97 % placed right, none gone, and others' words in at most 1 % of replies. `npm run bench:intake` prints more,",
    'and `npm run bench:intake -- --show 0417` one reply with what became of it. Smaller cases, each with what is right, are in `test/intake-cases`.',
    '',
    ...summaryOf(all),
    ...by(all, 'cause'),
  ].join('\n')

/** A reply, what is known of it, and what was made of it. */
export function shown({ about, text, typed }: Reply, { answers, others }: ReplyRead, score: Score): string {
  const part = (name: string, ...lines: string[]) => [`── ${name} ──`, ...lines, '']
  return [
    ...part('it is', ...Object.entries(about).map(([key, value]) => `${key}: ${value}`)),
    ...part('it says', text),
    ...part(
      'known',
      ...typed.map(({ whose, number, lines }) => `${number ?? whose}: ${lines.join('\n    ')}`),
    ),
    ...part(
      'read',
      ...answers.map(({ prompt, words }) => `${numberOf.get(prompt)}: ${words.replaceAll('\n', '\n    ')}`),
      ...others.map(
        ({ what, near, words }) =>
          `(${what}${near ? ` near ${numberOf.get(near)}` : ''}) ${words.replaceAll('\n', '\n    ')}`,
      ),
    ),
    ...part(
      'so',
      ...score.answers.map(({ number, fate }) => `${number} is ${fate}`),
      ...score.gone.map((line) => `gone: ${line}`),
      ...score.others.map((line) => `somebody else's: ${line}`),
      ...score.signed.map((line) => `signature: ${line}`),
    ),
  ].join('\n')
}
