import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { cli } from '../src/cli.ts'
import { onScreen, plainJson } from '../src/render/document/clean.ts'
import { gated } from '../src/world/gate.ts'
import { Interrupted, type Terminal } from '../src/world/world.ts'
import { library, memoryWorld, riverbend } from './memory-world.ts'

/** What a terminal obeys, or does not show: escapes and their 8-bit forms, and what hides, moves or turns text. */
const ATTACKS = [
  ['a colour', '\x1b[31mzq'],
  ['the title of the window', '\x1b]0;zq\x07'],
  ['the clipboard', '\x1b]52;c;enE=\x1b\\zq'],
  ['a link', '\x1b]8;;http://evil.example\x1b\\zq\x1b]8;;\x1b\\'],
  ['a report that is typed back', '\x1b[6nzq\x1b[c'],
  ['a key that is set anew', '\x1bP$q"p\x1b\\zq'],
  ['the screen wiped', '\x1b[2J\x1b[Hzq'],
  ['the other screen', '\x1b[?1049hzq'],
  ['8-bit escapes', '\x9b31mzq\x9d0;zq\x9c\x90zq'],
  ['a bell', 'zq\x07'],
  ['words taken back', 'zq\b\b\bab'],
  ['a line written over', 'zq\rab'],
  ['a line further up', 'zq\x1bM\x84\x8d'],
  ['other letters', '\x0ezq\x0f'],
  ['nothing', 'zq\0\x7f'],
  ['text turned round', 'zq\u202eab\u202c'],
  ['text set apart', 'zq\u2066ab\u2069\u2067\u2068'],
  ['marks of direction', 'zq\u200e\u200f\u061c'],
  ['spaces of no width', 'z\u200bq\u2060\ufeff'],
  [
    'words in tags',
    `zq${[...'hidden'].map((it) => String.fromCodePoint(0xe0000 + it.codePointAt(0)!)).join('')}`,
  ],
  ['words in variations', 'zq\u{e0100}\u{e01ef}'],
  ['notes between lines', 'zq\ufff9a\ufffab\ufffb'],
  ['old marks that are not shown', 'zq\u206a\u206f\u180e'],
  ['half of a letter', 'zq\ud800'],
  ['other ends of lines', 'zq\u2028a\u2029b\u0085c\vd\fe'],
] as const

const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]|\p{Surrogate}/u

describe.each(ATTACKS)('%s', (_, attack) => {
  test('is text and no more on a screen, and an escape in JSON', () => {
    expect(onScreen(attack)).not.toMatch(FORBIDDEN)
    expect(onScreen(attack)).toMatch(/z/)
    expect(plainJson({ [attack]: attack })).not.toMatch(FORBIDDEN)
    expect(JSON.parse(plainJson({ [attack]: attack }))).toEqual({ [attack]: attack })
  })
})

test.each(['Ana Ruiz', 'שלום 12', 'مرحبا', '👩🏽‍⚕️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'می‌خواهم', 'a\tb\nc', '“quotes” – …', '❤️'])(
  '%s stays as it is',
  (words) => {
    expect(onScreen(words)).toBe(words)
  },
)

const ALL = ATTACKS.map(([, attack]) => attack.replace('\0', '')).join(' ')

/** Words get all of it; what other things go by stays. */
const poisoned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(each)]))
  return typeof value === 'string' && / \w/.test(value) ? value + ALL : value
}
const { answers, ...rest } = parse(riverbend)
/** The mature example so, with what two parts hold of each sort of answer. */
const file = stringify(
  poisoned({
    ...rest,
    answers: answers.filter(({ prompt }: { prompt: string }) =>
      /^(what-we-do|agreement-terms)\//.test(prompt),
    ),
  }),
)

const PROMPTS = stringify({
  number: '50',
  id: 'own',
  title: `Own ${ALL}`,
  purpose: `Own ${ALL}`,
  source: { title: `Own ${ALL}` },
  relation: `Own ${ALL}`,
  prompts: [
    { id: 'first', topic: `Topic ${ALL}`, ask: `Ask ${ALL}?`, why: `Why ${ALL}`, 'listen-for': `L ${ALL}` },
  ],
})
const QUESTIONNAIRE = stringify({
  id: 'own',
  title: `Own ${ALL}`,
  purpose: `Own ${ALL}`,
  source: { title: `Own ${ALL}` },
  relation: `Own ${ALL}`,
  scale: { A: `A ${ALL}`, B: `B ${ALL}`, C: `C ${ALL}` },
  groups: [{ id: 'one', title: `One ${ALL}`, statements: [{ id: 'first', text: `First ${ALL}` }] }],
})
const KIND = `---
title: ${JSON.stringify(`Own ${ALL}`)}
summary: ${JSON.stringify(`Own ${ALL}`)}
group: keep
formats: [md, txt]
to: documents/own
audience: keeper
options: { odd: { about: ${JSON.stringify(`Odd ${ALL}`)}, value: word, wants: text } }
examples: [${JSON.stringify(`hjp own ${ALL}`)}]
---
Words ${ALL} {{name}}
`
const commit = { hash: 'abc1234', author: `Ana ${ALL}`, day: '2026-03-01', subject: `Said ${ALL}` }

/** Runs hjp in a terminal that writes down every character that reaches it. */
async function shown(args: string[], replies: string[] = [], files: Record<string, string> = {}) {
  const { world } = memoryWorld({
    library,
    today: '2026-11-16',
    files: {
      'partnership.yaml': file,
      'prompts/50-own.yaml': PROMPTS,
      'templates/own.hbs': KIND,
      ...files,
    },
    history: { versions: [{ commit, text: file, before: [''] }], head: file, isShallow: false },
  })
  const seen: string[] = []
  const next = (what: string) => {
    seen.push(what)
    const reply = replies.shift()
    if (reply === undefined) throw new Interrupted()
    return reply
  }
  const raw: Terminal = {
    ...world.terminal,
    interactive: true,
    line: async (question, value = '') => next(`${question}${value}`),
    async choose(question, choices) {
      const reply = next(`${question}${choices.map(({ name, hint = '' }) => name + hint).join('\n')}`)
      return choices[Number(reply)]!.value
    },
    out: (text) => void seen.push(text.toString()),
    say: (text) => void seen.push(text),
  }
  await cli(args, { ...world, terminal: gated(raw, true) }, '1')
  return seen.join('\n')
}

const REPLY = `5.1 Referral pathways\n\nBy phone ${ALL}.\n`
/** Commands, what is answered to them, and whether anything of the file is to be seen. */
const SEEN: [string, string[], Record<string, string>?][] = [
  ['status', []],
  ['status --json', []],
  ['check', []],
  ['check --json', []],
  ['prompts', []],
  ['prompts 5.1', []],
  ['prompts own', []],
  ['prompts own/first', []],
  ['kinds', []],
  ['kinds --json', []],
  ['', []],
  ['--help', []],
  ['help everything', []],
  ['own --help', []],
  ['own', []],
  ['own --format txt', []],
  ['log', []],
  ['log 5.1', []],
  ['log --json', []],
  ['agenda 5.1', []],
  ['agenda --format txt', []],
  ['minutes --format md', []],
  ['email --format txt', []],
  ['email --about actions', []],
  ['handover', []],
  ['mou --format md --out -', []],
  ['mou --format html --out -', []],
  ['page --format md --out -', []],
  ['map --format svg --out -', []],
  ['mou --format md --since abc1234', []],
  ['ask 5.1', ['0', 'x']],
  ['ask own', ['0', '/s']],
  ['ask own --as legal', ['x']],
  ['rate six-requirements', ['0', '0', '0']],
  ['measure', ['0', 'x']],
  ['record', ['x', 'x', 'x', 'x', 'x', 'x']],
  ['add action', ['x', '0', 'x']],
  ['add stakeholder', ['x', '0', '0', 'x']],
  ['done x', []],
  ['done e', []],
  ['change e', []],
  ['import reply.txt --as legal', ['0', '0'], { 'reply.txt': REPLY }],
  ['import reply.txt', [], { 'reply.txt': REPLY }],
  [`answer 5.1 --as ${'nobody\x1b[31mzq'} x`, []],
  [`ask ${'zq\x1b]0;x\x07'}`, []],
  [`${'zq\x1b]0;x\x07'}`, []],
  [`status --file ${'zq\x1b]0;x\x07\u202e.yaml'}`, []],
  [
    'status',
    [],
    { 'partnership.yaml': `version: 1\n"zq\\e[31m\\u202e": "zq\\e]0;x\\a"\nname: "zq\\e[2J"\n` },
  ],
  ['status', [], { 'partnership.yaml': `version: 1\nzq\x9b31m: [` }],
  ['status', [], { 'prompts/50-own.yaml': 'number: 50\nid: "zq\\e[31m"\n' }],
  ['own', [], { 'templates/own.hbs': KIND.replace('{{name}}', '{{zq\x9b31m}}') }],
  ['own', [], { 'templates/own.hbs': KIND.replace('{{name}}', '{{> zq\x1b]0;x\x07}}') }],
  ['own', [], { 'templates/zq\x1b[31m.hbs': 'no front matter' }],
  ['rate own', ['0'], { 'prompts/questionnaires/own.yaml': QUESTIONNAIRE }],
  ['ask --answers zq.yaml', [], { 'zq.yaml': '"zq\\e[31m": "zq\\e]0;x\\a"\n' }],
  ['record zq.yaml', [], { 'zq.yaml': '"zq\\e[31m": "zq\\e]0;x\\a"\n' }],
]

const marked: string[] = []

test.each(SEEN)('hjp %s: nothing reaches the terminal but text', async (line, replies, files) => {
  const all = await shown(line.split(' '), [...replies], files)
  expect(all).not.toMatch(FORBIDDEN)
  expect(all).not.toBe('')
  if (/zq/.test(all)) marked.push(line)
})

test('and most of them showed what a stranger wrote', () => {
  expect(marked.length).toBeGreaterThanOrEqual(42)
})

test('what stands ready to be edited is shown without it, and left as it was where nobody changes it', async () => {
  const { terminal } = memoryWorld({ replies: ['', 'other'] }).world
  const value = 'Said\x1b[31m so.'
  expect(await gated(terminal, true).line('What?', value)).toBe(value)
  expect(await gated(terminal, true).line('What?', value)).toBe('other')
})

test('what does not go to a screen stays as it is, byte for byte', () => {
  const { world, out } = memoryWorld()
  gated(world.terminal, false).out(`a\x1b[31m\r\n${ALL}`)
  expect(out()).toBe(`a\x1b[31m\r\n${ALL}`)
})
