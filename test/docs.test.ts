import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { library, memoryWorld } from './memory-world.ts'

const { scripts, files: shipped } = JSON.parse(readFileSync('package.json', 'utf8'))
const pages: Record<string, string> = Object.fromEntries(
  ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
    .concat((readdirSync('docs', { recursive: true }) as string[]).map((name) => join('docs', name)))
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)
const readme = pages['README.md']!
const contributing = pages['CONTRIBUTING.md']!
const tutorial = pages['docs/tutorial.md']!

/** The blocks of a page in this language. */
const blocksIn = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block!)
/** The YAML the tutorial shows that begins so. */
const shownYaml = (start: string): string =>
  blocksIn(tutorial, 'yaml').find((yaml) => yaml.startsWith(start))!
/** Each command of a page with the lines it says are printed. */
const sessionsIn = (page: string): string[] =>
  blocksIn(page, 'console').flatMap((block) => block.split(/^\$ /m).slice(1))
/** A command line as a shell would part it. */
const words = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''))

const stories = Object.entries(pages).filter(([, page]) => sessionsIn(page).length > 0)

test('the README and the tutorial tell a story', () =>
  expect(stories.map(([path]) => path)).toEqual(['README.md', 'docs/tutorial.md']))

// Every command a page shows is run, one after the other in one folder, and prints what the page says it does.
test.each(stories)('what %s shows is what happens', async (_, page) => {
  const { world, out, said } = memoryWorld({
    files: {
      'meeting.yaml': shownYaml('on:'),
      'ratings.yaml': shownYaml('concerned:'),
      'reply.txt': blocksIn(tutorial, 'text')[0]!,
    },
    library,
    today: '2026-11-16',
  })
  for (const session of sessionsIn(page)) {
    const [command, ...lines] = session.trimEnd().split('\n')
    const [heard, seen] = [said().length, out().length]
    expect(await cli(words(command!).slice(1), world, '0'), command).toBeLessThan(2)
    expect(out().length + said().length, command).toBeGreaterThan(heard + seen)
    const printed = `${out().slice(seen)}${said().slice(heard)}`.replace(/\*/g, '').trim()
    const upTo = lines.indexOf('…')
    const wanted = (upTo < 0 ? lines : lines.slice(0, upTo)).join('\n').replace(/\*/g, '').trim()
    if (upTo < 0) expect(printed, command).toBe(wanted)
    else expect(printed.startsWith(wanted), `${command}\n${printed.slice(0, 300)}`).toBe(true)
  }
})

test('its first command shows an agenda and writes the agreement as a Word file', async () => {
  expect(readme).toContain('npm ci && npm run example')
  const path = 'examples/riverbend/partnership.yaml'
  const { world, out, bytes, said } = memoryWorld({ files: { [path]: readFileSync(path) }, library })
  for (const line of scripts.example.split(' && '))
    expect(await cli(words(line.replace('node bin/hjp.js ', '')), world, '0'), said()).toBe(0)
  expect(out().split('\n')[0]).toBe('# Riverbend Health Justice Partnership<br>Agenda')
  expect(bytes('mou.docx')!.subarray(0, 2).toString()).toBe('PK')
})

test('the answers file of the tutorial is taken as it is', async () => {
  const files = { 'partnership.yaml': readFileSync('test/small.yaml', 'utf8') }
  const { world, said } = memoryWorld({ files, library, input: shownYaml('5.1:') })
  expect(await cli(['ask', '--answers', '-'], world, '0'), said()).toBe(0)
  expect(said()).toBe('changed  partnership.yaml: 3 answers')
})

test('the README is short', () => expect(readme.split('\n').length - 1).toBeLessThanOrEqual(120))

test('its table of words names the types', () => {
  const rows = [...readme.matchAll(/^\| [a-z ]+ \| .* \| `(\w+)` \|$/gm)].map(([, type]) => type!)
  expect(rows.length).toBeGreaterThan(10)
  const index = readFileSync('src/index.ts', 'utf8')
  expect(rows.filter((type) => !new RegExp(`\\b${type}\\b`).test(index))).toEqual([])
})

test.each(Object.entries(pages))('every command that %s names is one', async (_, page) => {
  const { world, out } = memoryWorld({ library })
  await cli(['help', 'everything'], world, '0')
  for (const [, name] of page.matchAll(/`hjp (?!help\b)([a-z-]+)/g))
    expect(out(), name).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test.each(Object.entries(pages))('every link of %s leads somewhere that is shipped', (path, page) => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!)
  for (const link of links) {
    const [to = '', heading] = link.split('#')
    const target = to === '' ? path : join(dirname(path), to)
    expect(existsSync(target), link).toBe(true)
    expect(
      shipped.concat('README.md').some((each: string) => `${target}/`.startsWith(`${each}/`)),
      link,
    ).toBe(true)
    if (heading) expect(headingsOf(readFileSync(target, 'utf8')), link).toContain(heading)
  }
})

const inSrc = readdirSync('src', { recursive: true }) as string[]
const sources = Object.fromEntries(
  inSrc
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`src/${name}`, readFileSync(`src/${name}`, 'utf8')]),
)

test('the map of CONTRIBUTING has every room, and no other', () => {
  const [map = ''] = blocksIn(contributing, '')
  const rooms = inSrc.filter((name) => !name.endsWith('.ts')).map((name) => `src/${name}/`)
  expect((map.match(/\bsrc\/[a-z/-]*\/(?=[ ,])/g) ?? []).sort()).toEqual(rooms.sort())
})

test('the code that CONTRIBUTING walks through is in the files it names', () => {
  const [rule = '', code = ''] = blocksIn(contributing.replace(/^ {3}/gm, ''), 'ts')
  expect(sources['src/core/checks/checks.ts']).toContain(rule.trim())
  expect(sources['src/core/checks/codes.ts']).toContain(code.trim())
})

test('what records stands where CONTRIBUTING says', () => {
  const recording = Object.keys(sources).filter((path) =>
    /^export (const|function) record[A-Z]/m.test(sources[path]!),
  )
  expect(recording.length).toBeGreaterThan(5)
  expect(recording.filter((path) => !path.startsWith('src/core/record/'))).toEqual([])
})

const headingsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\d\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
