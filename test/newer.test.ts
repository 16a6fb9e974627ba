import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { library, needed, riverbend, runner, small } from './memory-world.ts'

const { hjp } = runner({ library, today: '2027-01-01' })

/** As a newer hjp might write it: with what this one does not know, and without what it needs. */
const NEWER = small
  .replace('version: 1', 'version: 2\nsites: [{ called: Tallow Creek }]')
  .replace('sector: legal', 'sector: [legal, tenancy]')
  .replaceAll('perspectives:', 'voices:')
const REFUSAL =
  'partnership.yaml:2:1 version: is 2, so a newer hjp wrote this file. This hjp knows version 1, and has not changed the file. Update hjp: *git pull* and *npm ci* in the folder it was installed from.'

/** A command line as a shell would part it. */
const words = (line: string): string[] =>
  (line.replace(/ [<>].*/, '').match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''))

const lines: string[][] = library.kinds.map((kind) => [kind.name, ...needed(kind, riverbend)])
for (const { load } of Object.values(commands))
  lines.push(...(await load()).command.examples.map((line) => words(line).slice(1)))
/** What takes no look at what the file says. */
const BLIND = ['kinds', 'schema', 'undo', 'redo']
const reading = lines.filter(
  ([name = '', ...rest]) =>
    !['init', 'merge-driver', 'completion'].includes(name) && (rest.length > 0 || !BLIND.includes(name)),
)

test.each(reading.map((args) => [args.join(' '), args] as const))(
  'a file of a newer hjp is refused by hjp %s',
  async (_, args) => {
    const { code, text, said, out, paths } = await hjp(NEWER, [...args])
    expect([code, said(), out()]).toEqual([2, REFUSAL, ''])
    expect(text).toBe(NEWER)
    expect(paths()).toEqual(['/home/keeper/partnership.yaml'])
  },
)

test('a file of a newer hjp is refused as what to compare with', async () => {
  const files = { 'newer.yaml': NEWER }
  const { code, said } = await hjp(riverbend, ['mou', '--since', 'newer.yaml'], { files })
  expect([code, said()]).toEqual([2, REFUSAL.replace('partnership', 'newer')])
})

test.each([
  ['0', 'version: expects *version: 1*, the only one'],
  ['-1', 'version: expects *version: 1*, the only one'],
  ['one', 'version: expects *version: 1*, the only one'],
  ['1.0', 'version: expects *version: 1*, the only one'],
  ['[1]', 'version: expects *version: 1*, the only one'],
  ['{ major: 1 }', 'version: expects *version: 1*, the only one'],
  ['', 'version: is missing. Write *version: 1*.'],
  ['2.1', 'version: is 2.1, so a newer hjp wrote this file.'],
  ['"12"', 'version: is 12, so a newer hjp wrote this file.'],
])('version: %s is refused with its place', async (version, says) => {
  const { code, said } = await hjp(small.replace('version: 1', `version: ${version}`), ['status'])
  expect(code).toBe(2)
  expect(said()).toContain(`partnership.yaml:2:1 ${says}`)
})

test('a version in quotes is the same', async () => {
  expect((await hjp(small.replace('version: 1', "version: '1'"), ['status'])).code).toBe(0)
})

test('of a file without a version everything else is said too', async () => {
  const { said } = await hjp(small.replace('version: 1', 'nmae: N').replace(/^name: .*/m, ''), ['status'])
  expect(said()).toContain('version: is missing. Write *version: 1*.')
  expect(said()).toContain('nmae: is not a key that belongs here. Did you mean *name*?')
})
