import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'

const readme = readFileSync('README.md', 'utf8')
/** The YAML it shows that begins so. */
const shownYaml = (start: string): string =>
  [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, yaml]) => yaml!)
    .find((yaml) => yaml.startsWith(start))!

// Every command the README shows is run, one after the other in one folder, and prints what the README says it does.
test('what the README shows is what happens', async () => {
  const { world, out, said } = memoryWorld({
    files: {
      'meeting.yaml': shownYaml('on:'),
      'ratings.yaml': shownYaml('concerned:'),
      'reply.txt': /```text\n([\s\S]*?)```/.exec(readme)![1]!,
    },
    library: libraryIn('.'),
    today: '2026-11-16',
  })
  const shown = [...readme.matchAll(/^```console\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    block!.split(/^\$ /m).slice(1),
  )
  expect(shown.length).toBeGreaterThan(10)
  for (const session of shown) {
    const [command, ...lines] = session.trimEnd().split('\n')
    const before = out().length + said().length
    const [heard, seen] = [said().length, out().length]
    expect(await cli(words(command!).slice(1), world, '0'), command).toBeLessThan(2)
    expect(out().length + said().length, command).toBeGreaterThan(before)
    const printed = `${out().slice(seen)}${said().slice(heard)}`.replace(/\*/g, '').trim()
    const upTo = lines.indexOf('…')
    const wanted = (upTo < 0 ? lines : lines.slice(0, upTo)).join('\n').replace(/\*/g, '').trim()
    if (upTo < 0) expect(printed, command).toBe(wanted)
    else expect(printed.startsWith(wanted), `${command}\n${printed.slice(0, 300)}`).toBe(true)
  }
})

test('its first command shows an agenda and writes the agreement as a Word file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(readme).toContain('npm ci && npm run example')
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', scripts.example.replaceAll('mou.docx', join(folder, 'mou.docx'))],
    {
      encoding: 'utf8',
    },
  )
  expect([status, stdout.split('\n')[0]]).toEqual([0, '# Riverbend Health Justice Partnership: agenda'])
  expect(readFileSync(join(folder, 'mou.docx')).subarray(0, 2).toString()).toBe('PK')
  rmSync(folder, { recursive: true })
})

test('its answers file is taken as it stands', async () => {
  const files = { 'partnership.yaml': readFileSync('test/small.yaml', 'utf8') }
  const { world, said } = memoryWorld({ files, library: libraryIn('.'), input: shownYaml('5.1:') })
  expect(await cli(['ask', '--answers', '-'], world, '0'), said()).toBe(0)
  expect(said()).toBe('changed  partnership.yaml: 3 answers')
})

test('its table of words names the types', () => {
  const rows = [...readme.matchAll(/^\| [a-z ]+ \| .* \| `(\w+)` \|$/gm)].map(([, type]) => type!)
  expect(rows.length).toBeGreaterThan(10)
  const index = readFileSync('src/index.ts', 'utf8')
  expect(rows.filter((type) => !new RegExp(`\\b${type}\\b`).test(index))).toEqual([])
})

test('every command it names is one', async () => {
  const { world, out } = memoryWorld({ library: libraryIn('.') })
  await cli(['help'], world, '0')
  for (const [, name] of readme.matchAll(/`hjp ([a-z-]+)/g))
    expect(out(), name).toMatch(new RegExp(`^  ${name} `, 'm'))
})

/** A command line as a shell would part it. */
const words = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''))
