import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { commands } from '../src/commands/index.ts'
import { COMMAND_GROUPS } from '../src/commands/shared/command.ts'
import { EXAMPLES, exampleFile, library, memoryWorld, runner, small } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-11-16' })
const TOPICS = readdirSync('docs/help').map((name) => name.replace('.md', ''))

/** What hjp prints on a screen so many columns wide. */
async function onScreen(
  width: number,
  args: string[],
  files: Record<string, string> = {},
): Promise<string[]> {
  const { world, out } = memoryWorld({ files, library, today: '2026-11-16' })
  const terminal = { ...world.terminal, width, isWide: width >= 80, interactive: true }
  expect(await cli(args, { ...world, terminal }, '0')).toBeLessThan(2)
  return out().trimEnd().split('\n')
}

describe.each([
  [80, 24],
  [40, 20],
])('on a screen of %i columns and %i lines', (width, height) => {
  test.each(EXAMPLES)('hjp alone tells where %s stands, and fits', async (name) => {
    const lines = await onScreen(width, [], { 'partnership.yaml': exampleFile(name) })
    expect(lines.length).toBeLessThan(height)
    expect(lines.filter((line) => line.startsWith('  hjp '))).toHaveLength(3)
  })

  test('hjp alone says how to start, and fits', async () => {
    const lines = await onScreen(width, [])
    expect(lines.length).toBeLessThan(height)
    expect(lines.filter((line) => line.startsWith('  hjp ')).map((line) => line.split(/ {2,}/)[1])).toEqual([
      'hjp init',
      'hjp prompts',
      'hjp help',
    ])
  })

  test.each([
    [['--help']],
    [['mou', '--help']],
    [['check']],
    [['kinds']],
    [['prompts']],
    [['status']],
    [['help', 'everything']],
    ...TOPICS.map((topic) => [['help', topic]]),
  ])('no line of hjp %j runs over', async (args) => {
    const lines = await onScreen(width, args, { 'partnership.yaml': exampleFile('harbor') })
    // An address or an id cannot be broken, and a command is to be copied.
    const isCommand = (line: string) => line.startsWith('  $ ')
    expect(
      lines.filter((line) => line.length > width && /\S\s+\S/.test(line.trim()) && !isCommand(line)),
    ).toEqual([])
  })
})

test('help fits a screen, and so does each topic', async () => {
  expect((await onScreen(80, ['--help'])).length).toBeLessThan(24)
  for (const topic of TOPICS) expect((await onScreen(80, ['help', topic])).length, topic).toBeLessThan(24)
})

test('help names every topic and every group, and each opens', async () => {
  const overview = (await onScreen(80, ['help'])).join('\n')
  const groups = Object.values(COMMAND_GROUPS).map((title) => title.toLowerCase().split(' ')[0]!)
  for (const name of [...TOPICS, ...groups]) {
    expect(overview).toMatch(new RegExp(`[ ,]${name}[,\n]`))
    expect((await onScreen(80, ['help', name])).length, name).toBeGreaterThan(2)
  }
  expect((await onScreen(80, ['help', 'exit', 'codes']))[0]).toBe('Exit codes')
})

test('a group lists its commands, and everything lists them all', async () => {
  const named = (lines: string[]) => lines.flatMap((line) => /^ {2}([a-z-]+) /.exec(line)?.[1] ?? [])
  expect(named(await onScreen(80, ['help', 'meet'])).sort()).toEqual(
    ['agenda', 'email', 'minutes', 'record', 'starter'].sort(),
  )
  const all = [...Object.keys(commands), ...library.kinds.map(({ name }) => name)]
  expect(named(await onScreen(80, ['help', 'everything'])).sort()).toEqual(all.sort())
})

test('a command goes before a group, and what is none says what was meant', async () => {
  expect((await onScreen(80, ['help', 'agree']))[0]).toBe('Usage: hjp agree [options] [prompt] [text]')
  const { code, said } = await hjp(small, ['help', 'privcy'])
  expect([code, said()]).toEqual([
    2,
    'There is no help on *privcy*. Did you mean *privacy*? *hjp help* lists what there is.',
  ])
})

test('every variable that hjp reads is in the help on them', () => {
  const page = readFileSync('docs/help/environment.md', 'utf8')
  const source = (readdirSync('src/world') as string[]).map((name) =>
    readFileSync(`src/world/${name}`, 'utf8'),
  )
  const read = new Set([...source.join('').matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name]) => name!))
  const ofOthers = ['FORCE_COLOR', 'GIT_INDEX_FILE', 'LOCALAPPDATA', 'XDG_STATE_HOME']
  expect([...read].filter((name) => !ofOthers.includes(name) && !page.includes(`\`${name}`))).toEqual([])
})

describe('HJP_FILE', () => {
  const files = { 'partnership.yaml': small, '/elsewhere/p.yaml': small.replace('Hillside', 'Valley') }
  const named = async (args: string[], file: string | undefined) => {
    const { world, out, said } = memoryWorld({ files, library })
    await cli(args, { ...world, named: file }, '0')
    return (out() + said()).split('\n')[0]
  }

  test('names the file where --file does not', async () => {
    expect(await named(['status'], undefined)).toBe('Hillside')
    expect(await named(['status'], '/elsewhere/p.yaml')).toBe('Valley')
    expect(await named(['status', '--file', 'partnership.yaml'], '/elsewhere/p.yaml')).toBe('Hillside')
    expect(await named([], '/elsewhere/p.yaml')).toBe('Valley')
    expect(await named(['status'], '/gone.yaml')).toContain('There is no partnership file at')
  })
})

describe('a dry run', () => {
  test('shows the change, and writes nothing', async () => {
    const run = await hjp(small, ['answer', '5.1', '--as', 'health', 'By one form.', '-n'])
    expect(run.text).toBe(small)
    expect(run.kept.size).toBe(0)
    await expect(`${run.out()}=====\n${run.said()}\n`).toMatchFileSnapshot('golden/dry-run.txt')
  })

  test('makes no document, and opens none', async () => {
    const run = await hjp(small, ['mou', '--dry-run', '--open'])
    expect([run.code, run.paths().length, run.opened]).toEqual([0, 1, []])
    expect(run.said()).toContain('would create  documents/mou.docx')
  })

  test('asks nothing, since words would be lost', async () => {
    const run = await hjp(small, ['ask', '5.1', '-n'], { replies: ['legal', 'Words.'] })
    expect([run.code, run.asked]).toEqual([2, []])
  })

  test('builds on what it would have written itself', async () => {
    const input = '5.1: { legal: One. }\n1.1: { health: Two. }\n'
    const run = await hjp(small, ['ask', '--answers', '-', '-n'], { input })
    expect(run.out()).toContain('+          One.')
    expect(run.out()).toContain('+          Two.')
  })
})

describe('--open', () => {
  test('opens what was written, be it a text that would go to the screen', async () => {
    const run = await hjp(small, ['agenda', '--date', '2026-12-01', '--open'])
    expect(run.opened).toEqual(['/home/keeper/documents/agenda-2026-12-01.docx'])
    expect(run.out()).toBe('')
    expect((await hjp(small, ['mou', '--open', '-o', 'm.docx'])).opened).toEqual(['/home/keeper/m.docx'])
  })

  test('is no fault where nothing could be opened', async () => {
    const { world, said } = memoryWorld({ files: { 'partnership.yaml': small }, library })
    const args = ['agenda', '--date', '2026-12-01', '--plan', '--open']
    expect(await cli(args, { ...world, show: async () => false }, '0')).toBe(0)
    expect(said()).toContain('It could not be opened from here: open it yourself.')
    expect(said()).toContain('partnership.yaml: the meeting on 2026-12-01')
  })

  test('has nothing to open where it goes to the screen', async () => {
    const run = await hjp(small, ['agenda', '--open', '-o', '-'])
    expect([run.code, run.opened]).toEqual([2, []])
  })
})
