import { expect, test } from 'vitest'
import { z } from 'zod'
import { editYaml } from '../src/core/file/apply.ts'
import type { Edit } from '../src/core/file/edits.ts'
import { places } from '../src/core/file/places.ts'
import { readText, readYaml } from '../src/core/file/yaml.ts'
import { HjpError } from '../src/errors.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof HjpError) return error.code
    throw error
  }
  return 'none'
}

test('text is kept as it is, and what is no text is refused', () => {
  const kept = '\uFEFFname: Zoë 🌱\r\n'
  expect(readText('f', bytes(kept))).toBe(kept)
  expect(
    Object.entries({
      nothing: new Uint8Array(),
      'only blanks': bytes('\uFEFF \r\n\t\n'),
      'a NUL': bytes('name: a\0b'),
      'half a letter': Uint8Array.of(0x61, 0xc3),
      'UTF-16': Uint8Array.of(0xff, 0xfe, 0x61, 0),
      'UTF-16 without a mark': Uint8Array.of(0x61, 0, 0x62, 0),
      'too much': new Uint8Array(2 * 1024 * 1024 + 1),
    }).map(([what, given]) => `${what}: ${refusal(() => readText('f', given))}`),
  ).toEqual([
    'nothing: isEmpty',
    'only blanks: isEmpty',
    'a NUL: isBinary',
    'half a letter: isBinary',
    'UTF-16: isBinary',
    'UTF-16 without a mark: isBinary',
    'too much: tooLarge',
  ])
})

test('every scalar is text or nothing', () => {
  const text =
    'phone: 0412345678\nsaid: yes\nversion: 1.10\non: 2026-01-02\nat: 14:30\nbig: 1e3\nhex: 0x1f\nnot: !!int 12\n' +
    'none:\ntilde: ~\nnull: null\nquoted: "null"\nempty: ""\nstar: "*"\nmap: { 1: 2, y: }\n'
  expect(readYaml('f', text, z.any())).toEqual({
    phone: '0412345678',
    said: 'yes',
    version: '1.10',
    on: '2026-01-02',
    at: '14:30',
    big: '1e3',
    hex: '0x1f',
    not: '12',
    none: null,
    tilde: null,
    null: null,
    quoted: 'null',
    empty: '',
    star: '*',
    map: { 1: '2', y: null },
  })
})

test('what is nested or repeated without end is refused at once', () => {
  const started = performance.now()
  for (const text of ['[', '- ', '? ', '{a: '].map((piece) => piece.repeat(20_000)))
    expect(refusal(() => readYaml('f', text, z.any()))).toBe('badFile')
  readYaml('f', Array.from({ length: 20_000 }, (_, n) => `k${n}: x\n`).join(''), z.any())
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a place is where the key or the item starts, or what is around it', () => {
  const text = '\uFEFFname: a\nanswers:\n  - prompt: x # note\n    agreed: { text: t }\n  -\n    prompt: y\n'
  const at = (...path: (string | number)[]) => Object.values(places(text)(path)).join(':')
  expect([
    at(),
    at('name'),
    at('answers'),
    at('answers', 0),
    at('answers', 0, 'agreed', 'text'),
    at('answers', 0, 'parked'),
    at('answers', 1, 'prompt'),
    at('answers', 7),
    at('meetings', 0),
  ]).toEqual(['1:1', '1:1', '2:1', '3:5', '4:15', '3:5', '6:5', '2:1', '1:1'])
})

const FILE = `version: 1
terms: {}
partners:
- id: legal # first
  people: [] # nobody yet
actions:
- id: ring
  what: Ring Bo
  due: 2026-04-01

# the end
`
const edited = (edits: Edit[], text = FILE) => editYaml('f', text, edits)

test.each<[string, Edit[], string, string]>([
  [
    'a key goes where it usually stands',
    [{ at: ['actions', { id: 'ring' }, 'owner'], value: 'legal' }],
    '  due:',
    '  owner: legal\n  due:',
  ],
  [
    'a first key goes before the others',
    [
      { at: ['name'], value: 'A: b' },
      { at: ['locale'], value: 'en-AU' },
    ],
    'terms',
    'name: "A: b"\nlocale: en-AU\nterms',
  ],
  [
    'several keys at once',
    [{ at: ['actions', 0], value: { done: '2026-05-01', owner: 'together', due: null } }],
    '  due: 2026-04-01',
    '  owner: together\n  due:\n  done: 2026-05-01',
  ],
  [
    'a row goes to the end of its table',
    [{ at: ['actions', 1], value: { what: 'Write\nit up', due: '2026-05-01' } }],
    '04-01\n',
    '04-01\n- what: |-\n    Write\n    it up\n  due: 2026-05-01\n',
  ],
  [
    'a row goes before another, under a note',
    [{ at: ['actions', { id: 'x' }], value: { what: 'y' }, before: 0, comment: ['# z'] }],
    '- id: ring',
    '# z\n- id: x\n  what: y\n\n- id: ring',
  ],
  [
    'a table that is not there yet is made',
    [{ at: ['meetings', { id: 'may' }], value: { on: '2026-05-01', minutes: 60, present: ['Ana', 'no'] } }],
    '\n# the end',
    'meetings:\n- id: may\n  on: 2026-05-01\n  minutes: 60\n  present:\n  - Ana\n  - no\n\n# the end',
  ],
  [
    'an empty table becomes lines',
    [{ at: ['partners', { id: 'legal' }, 'people', 0], value: { role: 'liaison', phone: '0412' } }],
    'people: [] # nobody yet',
    'people: # nobody yet\n  - role: liaison\n    phone: "0412"',
  ],
  [
    'empty brackets become lines',
    [{ at: ['terms', 'client'], value: 'true' }],
    'terms: {}',
    'terms:\n  client: "true"',
  ],
  [
    'lists in lists',
    [{ at: ['terms'], value: { a: [['b'], [], {}], c: {} } }],
    'terms: {}',
    'terms:\n  a:\n  -\n    - b\n  - []\n  - {}\n  c: {}',
  ],
  [
    'what is said already is left alone',
    [
      { at: ['actions', 0, 'what'], value: 'Ring Bo' },
      { at: ['version'], value: 1 },
    ],
    '',
    '',
  ],
])('%s', (_, edits, from, to) => {
  expect(edited(edits)).toBe(FILE.replace(from, to))
})

test.each([
  [
    'lines',
    'a: # of\n  - x # one\n  # two\n  - |\n    y\n\n  - z\n# after\nb: 1\n',
    'a: # of\n  - x # one\n  # two\n\n# after\nb: 1\n',
    'a: [] # of\n  # two\n\n# after\nb: 1\n',
  ],
  ['brackets', 'a: [x, "y, z", q ] # one\nb: 1', 'a: [x ] # one\nb: 1', 'a: [ ] # one\nb: 1'],
  ['lines of brackets', 'a: [\n  x, # one\n  y\n]\n', 'a: [\n  x, # one\n  \n]\n', undefined],
])('a list in %s is made shorter from its end, and all else stays', (_, text, wanted, empty) => {
  expect(edited([{ at: ['a'], shorter: 1 }], text)).toBe(wanted)
  expect(edited([{ at: ['a'], shorter: 3 }], text)).toBe(text)
  const none = () => edited([{ at: ['a'], shorter: 0 }], text)
  if (empty) expect(none()).toBe(empty)
  else expect(refusal(none)).toBe('editRefused')
})

test.each<[string, Edit, string]>([
  ['a list of other things', { at: ['actions'], value: ['x'] }, FILE],
  ['nothing over a whole row', { at: ['actions', 0], value: null }, FILE],
  ['a key under text', { at: ['version', 'x'], value: 'y' }, FILE],
  ['an item under keys', { at: ['terms', 0], value: 'y' }, FILE],
  ['a comment in empty brackets', { at: ['a'], value: ['x'] }, 'a: [ # to come\n  ]\n'],
  ['what an alias repeats', { at: ['a', 'x'], value: '2' }, 'a: &a\n  x: 1\nb: *a\n'],
  ['what is behind an alias', { at: ['b', 'x'], value: '2' }, 'a: &a\n  x: 1\nb: *a\n'],
])('%s is never overwritten', (_, edit, text) => {
  expect(refusal(() => edited([edit], text))).toBe('editRefused')
})
