import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { places, placesFully } from '../src/core/file/places.ts'
import { readRegular } from '../src/core/file/quick-yaml.ts'
import type { Path } from '../src/core/file/walk.ts'
import { parseFully } from '../src/core/file/yaml.ts'
import { HjpError } from '../src/errors.ts'
import { runs, some } from './programs.ts'

const yamlIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
const ours = ['examples', 'prompts', 'test/content'].flatMap(yamlIn)
const others = ['test/hand', 'test/bad', 'test/replies'].flatMap(yamlIn)

/** What the full reader makes of a text; nothing where it refuses it. */
function full(text: string): { data: unknown } | undefined {
  try {
    return { data: parseFully('f', text).data }
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}

/** Gives up, or says just what the full reader says. */
function agrees(text: string): void {
  const quick = readRegular(text)
  if (quick === undefined) return
  expect({ text, data: quick }).toEqual({ text, data: full(text)?.data })
  const [place, fully] = [places(text), placesFully(text)]
  const paths = pathsIn(quick)
  expect({ text, found: paths.map((at) => ({ at, ...place(at) })) }).toEqual({
    text,
    found: paths.map((at) => ({ at, ...fully(at) })),
  })
}

/** The way to everything in some data, and a little past it. */
const pathsIn = (data: unknown, at: Path = []): Path[] => [
  at,
  [...at, 'nowhere'],
  ...(typeof data === 'object' && data !== null
    ? Object.entries(data).flatMap(([key, value]) =>
        pathsIn(value, [...at, Array.isArray(data) ? Number(key) : key]),
      )
    : []),
]

test('the files that hjp writes are regular', () => {
  expect(yamlIn('examples').map((text) => readRegular(text) !== undefined)).toEqual([true, true, true])
})

test('a regular file says what the full reader says, in the same places, and any other is left to it', () => {
  for (const text of [...ours, ...others, 'a: [{ b : c }]\n'])
    for (const each of some([text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd()]))
      agrees(each)
})

/** Pieces of lines that mean something to YAML somewhere. */
const piece = fc.constantFrom(
  ...['a', 'said', 'on', '0', '0412', '2026-01-02', 'null', '~', 'Null', 'word', 'é', '😀', '中', 'http://x'],
  ...[
    ':',
    ': ',
    ' :',
    '- ',
    '-',
    '? ',
    ' #',
    '#',
    '# note',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    '[ ]',
  ],
  ...[
    '"',
    "'",
    '""',
    "''",
    '"a"',
    "'b'",
    '"\\n"',
    '"\\x41"',
    '"\\u00e9"',
    '\\',
    '|',
    '|-',
    '|+',
    '|2',
    '|2-',
    '|-2',
  ],
  ...[
    '>',
    '>-',
    '&a',
    '*a',
    '!x',
    '!!str',
    '%',
    '@',
    '`',
    '<<',
    '---',
    '...',
    '=',
    '.',
    '(',
    ')',
    '/',
    '  ',
    ' ',
  ],
  ...[
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\r',
    '__proto__',
    '- a: b',
    'a: b',
    'k: "v" # c',
    '{ a: b, c: }',
    '[a, "b"]',
  ],
)
const line = fc
  .tuple(fc.constantFrom(0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 6, 8), fc.array(piece, { maxLength: 4 }))
  .map(([indent, pieces]) => ' '.repeat(indent) + pieces.join(''))
const likely = fc
  .tuple(
    fc.constantFrom('', '', '  ', '  ', '    ', '- ', '  - ', '   ', '      '),
    fc.constantFrom('a', 'b', 'c', 'said', 'on', 'what is it', '"q"', '-', ''),
    fc.constantFrom(':', ': ', ':', ': |-', ': |', ': |+', ': |2-', ': >', ': []', ': {', ' ', ''),
    fc.constantFrom(
      '',
      '',
      'x',
      'some words',
      '"q"',
      "'it''s'",
      '# note',
      ' # note',
      'x: y',
      '[a, b]',
      '{ a: b }',
      '~',
    ),
  )
  .map((pieces) => pieces.join(''))
const lines = (each: fc.Arbitrary<string>) =>
  fc.array(each, { maxLength: 9 }).map((all) => `${all.join('\n')}\n`)

const many = { numRuns: runs(20_000) }

test('a space that YAML takes for a letter stays where it is', () => {
  for (const space of ['\u00a0', '\u2003', '\u202f', '\u3000'])
    for (const text of [
      `a: [b${space}, c]`,
      `a: { b: c${space} }`,
      `a: [${space}]`,
      `a: |\n   ${space}\n  b`,
    ])
      agrees(`${text}\n`)
})

test('nor does a text of random lines fool it', () => {
  fc.assert(fc.property(fc.oneof(lines(line), lines(likely), lines(fc.oneof(line, likely))), agrees), many)
})

test('nor a file in which something was changed by chance', () => {
  const files = [...ours, ...others].map((text) => text.split('\n'))
  const broken = fc
    .tuple(
      fc.constantFrom(...files),
      fc.nat(),
      fc.integer({ min: 1, max: 30 }),
      fc.nat(),
      fc.nat(4),
      piece,
      line,
    )
    .map(([all, from, length, at, how, insert, other]) => {
      const some = all.slice(from % all.length, (from % all.length) + length)
      const row = at % some.length
      const [was, col] = [some[row]!, at % (some[row]!.length + 1)]
      some[row] = [
        was.slice(0, col) + insert + was.slice(col),
        was.slice(0, col) + was.slice(col + 1),
        ` ${was}`,
        was.slice(1),
        `${was}\n${other}`,
      ][how]!
      return `${some.join('\n')}\n`
    })
  fc.assert(fc.property(broken, agrees), many)
})
