import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTheyAre, emphasised, inShell, typedSo } from '../src/errors.ts'
import { library, runner, small } from './memory-world.ts'
import { has, runs } from './programs.ts'

// What a person sees of a message: marks of emphasis go, and stars of somebody's own stay.

test.each([
  ['*hjp ask* or *hjp agree*', '[hjp ask] or [hjp agree]'],
  ['There is no partner *a*b*.', 'There is no partner [a*b].'],
  ['*my *best* notes.txt* is empty.', '[my *best* notes.txt] is empty.'],
  ['Add *people:*. Then (*--force*), */b* goes back', 'Add [people:]. Then ([--force]), [/b] goes back'],
  ['Run *hjp agree 5.1\n--as health* again', 'Run [hjp agree 5.1\n--as health] again'],
  ['2 * 3 * 4, 2*3*4 and a*', '2 * 3 * 4, 2*3*4 and a*'],
  [`changed  ${asTheyAre('my *best* notes.md')}: *hjp undo*`, 'changed  my *best* notes.md: [hjp undo]'],
])('%s', (message, shown) => {
  expect(emphasised(message, (word) => `[${word}]`)).toBe(shown)
})

const { hjp } = runner({ library })

/** What a shell makes of a line. */
const argv = (line: string): string[] =>
  spawnSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1)

/** The commands that a message prints, as a person sees them. */
function printed(message: string): string[] {
  const found: string[] = []
  emphasised(message, (words) => {
    if (words.startsWith('hjp ')) found.push(emphasised(words))
    return words
  })
  return found
}

test.skipIf(!has('bash'))('any word goes through a shell as it is', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...' "\'$`\\!*~#&|;<>(){}[]?=%-\n'.split(''), 'a', 'é') }),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (given) => {
      // No shell takes a zero byte.
      const words = given.map((each) => each.replaceAll('\0', ''))
      expect(argv(words.map(inShell).join(' '))).toEqual(words)
      const [said] = printed(`*hjp show ${words.map((each) => typedSo(each)).join(' ')}*`)
      if (said && !said.includes('\n')) expect(argv(said)).toEqual(['hjp', 'show', ...words])
    }),
    { numRuns: runs(20) },
  )
})

const NASTY = `Dr "O'Neill" & $HOME's *best* \`shed\``
const there = {
  'actions:': `actions:\n  - { what: ${JSON.stringify(NASTY)}, owner: legal, due: 2026-01-01 }`,
  'indicators:': `indicators:\n  - { measure: ${JSON.stringify(NASTY)} }`,
}
const file = Object.values(there).reduce((text, rows) => `${text}${rows}\n`, small)

test.skipIf(!has('bash')).each<[what: string, args: string[], command: string, names: string[]]>([
  ['a document', ['welcome', '--for', NASTY], 'hjp ask --for', [`welcome/${NASTY}`]],
  ['an action that is late', ['check'], 'hjp done', [NASTY.slice(0, NASTY.indexOf('*')).trim()]],
  ['an indicator', ['check'], 'hjp measure', [NASTY]],
  ['a file', ['adopt', `${NASTY}.txt`], 'hjp adopt', [`${NASTY}.txt`]],
])('the commands about %s go through a shell as they are meant', async (_, args, command, names) => {
  const run = await hjp(file, args, { files: { [`${NASTY}.txt`]: 'Referral\n\nWe call.\n' } })
  const told = `${run.said()}\n${run.out()}`
  const shown = run.out().match(/hjp .*?(?= or hjp | {2}\()/g) ?? []
  const given = [...printed(run.said()), ...shown]
    .filter((each) => each.startsWith(command))
    .map((each) => argv(each)[command.split(' ').length])
  expect(given.length, told).toBeGreaterThan(0)
  for (const name of names) expect(given).toContain(name)
})
