import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cli } from '../src/cli.ts'
import { Partnership } from '../src/core/file/partnership.ts'
import { versionReader } from '../src/core/file/versions.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { type StoryEvent, story } from '../src/core/history/history.ts'
import { findPrompt } from '../src/core/prompts/called.ts'
import { recordAgreement } from '../src/core/record/agreement.ts'
import { recordPerspective } from '../src/core/record/answer.ts'
import { enter as entering } from '../src/core/record/enter.ts'
import { recordParked } from '../src/core/record/parked.ts'
import { HjpError } from '../src/errors.ts'
import { nodeFiles } from '../src/world/files.ts'
import { nodeGit } from '../src/world/git.ts'
import { fileOf } from './known.ts'
import { libraryIn, memoryWorld, runner, small } from './memory-world.ts'
import { has, runs } from './programs.ts'

/** The text alone. */
const enter = (...given: Parameters<typeof entering>) => entering(...given).text

/** What somebody may have told git to do always, none of which may change the story. */
const CONFIG = `[log]
showSignature = true
follow = true
diffMerges = first-parent
showRoot = false
date = relative
[color]
ui = always
[core]
quotePath = true
abbrev = 20
pager = false
[diff]
renames = false
relative = true
[format]
pretty = oneline
`

describe.skipIf(!has('git'))('in a git repository', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'hjp-')))
    file = join(folder, 'partnership.yaml')
    writeFileSync(join(folder, 'config'), CONFIG)
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'config'))
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
    git('init', '--quiet', '--object-format=sha1', '--initial-branch=main')
    writeFileSync(file, small)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
  const edit = (...changes: [string, string][]) => {
    const before = readFileSync(file, 'utf8')
    for (const [words] of changes) expect(before).toContain(words)
    writeFileSync(
      file,
      changes.reduce((text, [words, others]) => text.replace(words, others), before),
    )
  }
  const commit = (author: string, day: string, subject: string) => {
    for (const who of ['AUTHOR', 'COMMITTER']) {
      vi.stubEnv(`GIT_${who}_NAME`, author)
      vi.stubEnv(`GIT_${who}_EMAIL`, `${author.toLowerCase()}@hill.example`)
      vi.stubEnv(`GIT_${who}_DATE`, `${day}T10:00:00+1000`)
    }
    git('add', '--all', ':!config')
    git('commit', '--quiet', '-m', subject)
  }
  const commitOnly = () =>
    git('-c', 'user.name=Ana', '-c', 'user.email=ana@hill.example', 'commit', '-qm', 'Notes')
  const hjp = async (...args: string[]) => {
    const { world, out, said } = memoryWorld()
    const code = await cli(
      [...args, '--file', file],
      { ...world, cwd: folder, files: nodeFiles, git: nodeGit },
      '0',
    )
    return { code, out: out(), said: said() }
  }

  test('an earlier version goes by its commit, its tag or its day', async () => {
    commit('Ana', '2026-03-02', 'Start')
    git('tag', 'first')
    await hjp('agree', '5.1', 'By phone.')
    commit('Ana', '2026-03-09', 'What we agreed')
    const since = (name: string) => hjp('mou', '--format', 'md', '--out', '-', '--since', name)
    for (const name of ['first', 'HEAD~1', '2026-03-05', '2026-03-02']) {
      const { out, said } = await since(name)
      expect(out).toContain('{+By phone.+}')
      expect(said).toMatch(/^Since 2 March 2026 \([0-9a-f]{7,}\): 1 clause changed\.$/)
    }
    expect((await since('HEAD')).said).toMatch(/^Since 9 March 2026 .*: nothing has changed\.$/)
    expect((await since('2025-12-31')).code).toBe(2)
    expect((await since('nobody')).said).toContain('no earlier version *nobody* to compare with')
    git('mv', 'partnership.yaml', 'other.yaml')
    file = join(folder, 'other.yaml')
    commit('Ana', '2026-03-10', 'Moved')
    expect((await since('first')).said).toContain('did not exist yet in *first*')
  })

  test('it tells the whole story, through a rename, a merge and a version that is broken', async () => {
    commit('Ana', '2026-03-02', 'Start')
    edit(['said:\n', 'said: We call.\n        on: 2026-03-03\n'])
    edit(['said:\n', 'said: On paper.\n        on: 2026-03-03\n'])
    commit('Ana', '2026-03-03', 'What we said in March')
    edit(
      ['On paper.', 'By form, please.'],
      [
        'answers:\n',
        'answers:\n  - prompt: what-we-do/old\n    perspectives: [{ partner: health, said: Fax, on: 2026-03-04 }]\n',
      ],
    )
    commit('Ben', '2026-03-05', 'From the health side')
    edit(['said: Fax', 'said: "Fax'])
    commit('Ben', '2026-03-06', 'Tidy up')
    edit(['said: "Fax', 'said: Phone'])
    commit('Ana', '2026-03-07', 'Mend the quotes')

    git('switch', '--quiet', '--create', 'ben')
    edit(
      ['We call.', 'We call within a day.'],
      ['    agreed:\n', '    agreed:\n    parked: Not before June.\n'],
    )
    commit('Ben', '2026-03-08', 'A day')
    git('switch', '--quiet', 'main')
    mkdirSync(join(folder, 'Hügel 1'))
    git('mv', 'partnership.yaml', 'Hügel 1/hillside.yml')
    file = join(folder, 'Hügel 1', 'hillside.yml')
    edit(['We call.', 'We call within two days.'])
    commit('Ana', '2026-03-09', 'Two days, and a folder of our own')
    expect(() => git('merge', '--quiet', 'ben')).toThrow()
    edit([
      /<{7}[\s\S]*?>{7}.*\n/.exec(readFileSync(file, 'utf8'))![0],
      '        said: We call within two working days.\n',
    ])
    commit('Ana', '2026-03-10', 'Bring both together')

    edit([
      'agreed:\n    parked: Not before June.\n',
      'agreed: { text: We will call., lead: legal, on: 2026-03-10, review: 2027-03-10, wording: w1234567 }\n',
    ])
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}actions:\n  - { what: Print the form, owner: health, person: Bo Li, due: 2026-04-01 }\nmeetings:\n  - { on: 2026-03-20, start: "10:00", place: Library }\n`,
    )
    commit('Ben', '2026-03-12', 'Agree')
    edit(
      ['review: 2027-03-10', 'review: 2026-09-10'],
      ['due: 2026-04-01', 'due: 2026-04-01, done: 2026-03-19'],
      [
        'place: Library',
        'place: Library, present: [Bo Li], decisions: [Print it in blue., Meet again in May.]',
      ],
      ['        said: Ana and Lee', '        said:'],
    )
    commit('Ben', '2026-03-20', 'The meeting')
    edit(
      [
        'text: We will call., lead: legal, on: 2026-03-10',
        'text: We will call., lead: legal, on: 2026-09-11',
      ],
      ['By form', 'By a blue form'],
      ['place: Library', 'place: Library, notes: Bring the form'],
    )

    const all = await hjp('log')
    const some = await hjp('log', '5.1', 'what-we-do/old')
    expect([all.code, some.code]).toEqual([0, 0])
    await expect(
      `$ hjp log\n${all.out}\n${all.said}\n\n$ hjp log 5.1 what-we-do/old\n${some.out}\n${some.said}\n`,
    ).toMatchFileSnapshot('golden/log.txt')
    const { out } = await hjp('log', '5.1', '--json')
    const data: { what: string; commit: object | null; now: object; before: object[] }[] = JSON.parse(out)
    expect(data.map(({ what }) => what)).toEqual([
      ...['said', 'said', 'said-anew', 'said-anew', 'parked', 'said-anew', 'said-anew', 'agreed', 'resumed'],
      ...['agreement-changed', 'said-anew', 'agreed-again'],
    ])
    expect(data[2]).toMatchObject({
      commit: { hash: 'e5a2d91', author: 'Ben', day: '2026-03-05', subject: 'From the health side' },
      prompt: 'what-we-do/referral-pathways',
      now: { partner: 'health', said: 'By form, please.' },
      before: [{ partner: 'health', said: 'On paper.' }],
    })
    expect(data.at(-1)!.commit).toBeNull()
  })

  test('it says what it cannot know of a file that was never committed, in an empty repository too', async () => {
    const empty = await hjp('log', '1.1')
    writeFileSync(join(folder, 'notes.yaml'), 'x: y')
    git('add', 'notes.yaml')
    commitOnly()
    const other = await hjp('log', '1.1')
    expect(other).toEqual(empty)
    expect(other.code).toBe(0)
    expect(other.out).toBe(
      '1.1 Your people\n     Who on your staff will work with the other service?\n\n  Hill Law said on 2 March 2026:\n     Ana and Lee\n',
    )
    expect(other.said).toBe(
      'This file has never been committed, so hjp cannot know who wrote it, what was there before, or when it was saved. To keep a history from now on: *git add* and *git commit*',
    )
  })

  test('a clone that does not go all the way back names nobody for what was there before', async () => {
    commit('Ana', '2026-03-02', 'Start')
    edit(['said:\n', 'said: We call.\n        on: 2026-03-03\n'])
    commit('Ana', '2026-03-03', 'What we said')
    edit(['We call.', 'We ring.'])
    commit('Ben', '2026-03-09', 'In our words')
    edit(['We ring.', 'We ring first.'])
    commit('Ana', '2026-03-10', 'First')
    git('clone', '--quiet', '--depth', '2', `file://${folder}`, 'near')
    file = join(folder, 'near', 'partnership.yaml')
    const { out, said } = await hjp('log', '5.1')
    expect(out).toContain('Up to 9 March 2026, author not in this copy of the repository')
    expect(out).toContain('10 March 2026, Ana: First')
    expect(out).not.toContain('Ben')
    expect(said).toContain('*git fetch --unshallow*')
    const told = JSON.parse((await hjp('log', '5.1', '--json')).out) as {
      commit: { author: string | null }
    }[]
    expect(told.map((event) => event.commit.author)).toEqual([null, 'Ana'])
  })

  test('a folder may be called anything', async () => {
    const odd = join(folder, 'two\nlines "and" \\t')
    mkdirSync(odd)
    file = join(odd, 'partnership.yaml')
    writeFileSync(file, small)
    commit('Ana', '2026-03-02', 'Start')
    edit(['said:\n', 'said: We call.\n'])
    const { out } = await hjp('log', '5.1')
    expect(out).toContain('Not committed yet\n')
    expect(out).toContain('We call.')
  })

  test('git that fails is told in its own words, and git that is not there by name', async () => {
    const PATH = process.env['PATH']!
    vi.stubEnv('PATH', folder)
    const missing = await hjp('log')
    vi.stubEnv('PATH', PATH)
    writeFileSync(join(folder, '.git', 'HEAD'), 'nonsense')
    const broken = await hjp('log')
    expect([missing.code, broken.code]).toEqual([2, 2])
    expect(missing.said).toContain('hjp cannot find *git* on this computer')
    expect(broken.said).toContain('fatal: not a git repository')
  })
})

test('without git it tells what the file says, in order of time, and what it cannot know', async () => {
  const later = small.replace('said:\n', 'said: We call.\n        on: 2026-03-09\n')
  const { code, out, said } = await runner().hjp(later, ['log'])
  expect(code).toBe(0)
  expect(out()).toBe(
    '  1.1 Your people. Hill Law said on 2 March 2026:\n     Ana and Lee\n  5.1 Referral pathways. Hill Law said on 9 March 2026:\n     We call.\n',
  )
  expect(said()).toBe(
    'This file is not in a git repository, so hjp cannot know who wrote it, what was there before, or when it was saved. To keep a history from now on: *git init* and then *git add* and *git commit*',
  )
})

const files = ['test/hand', 'test/bad', 'examples'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
)
/** As a version, a text is what it is by itself. */
function isReadAsAVersion(text: string): void {
  let whole: Partnership | undefined
  try {
    whole = readYaml('', text, Partnership)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
  }
  expect({ text, version: versionReader()(text) }).toEqual({ text, version: whole })
}

test.each(files)('%s is read as a version just as it is read by itself', (name) =>
  isReadAsAVersion(readFileSync(name, 'utf8')),
)

test('what is no partnership file is no version, even where each of its parts would be right', () => {
  for (const line of ['', '...', '{}', '[]', '- prompt: a', ' x: y', 'null', '---', '# note'])
    for (const key of ['# A small', 'version:', 'name:', 'answers:', '  - prompt:'])
      isReadAsAVersion(small.replace(key, `${line}\n${key}`))
  for (const value of ['[]', '~', 'null', '{}', '&a', '# note'])
    isReadAsAVersion(small.replace('answers:', `answers: ${value}`))
})

test('a version with many comments under the answers, and no answer, is read at once', () => {
  const comments = '  # note\r\n'.repeat(1000)
  expect(versionReader()(`version: 1\r\nanswers:\r\n${comments}actions:\r\n`)).toBe(undefined)
})

const rows = {
  agreement: (more: string) => `answers: [{ prompt: getting-to-know/people, agreed: { ${more} } }]`,
  action: (more: string) => `actions: [{ id: a, what: Call, owner: legal${more} }]`,
  meeting: (more: string) => `meetings: [{ on: 2026-03-02${more} }]`,
}
test.each<[what: string, before: string, now: string]>([
  ['not-agreed-yet', '', rows.agreement('text: W, decision: not-yet')],
  ['agreed', '', rows.agreement('text: W')],
  ['agreed', rows.agreement('text: W, decision: not-yet'), rows.agreement('text: W, decision: yes')],
  ['agreement-changed', rows.agreement('text: W'), rows.agreement('text: V')],
  ['agreement-changed', rows.agreement('text: W'), rows.agreement('text: W, lead: legal')],
  ['agreement-changed', rows.agreement('text: W, on: 2026-03-02'), rows.agreement('text: V, on: 2026-03-03')],
  ['agreed-again', rows.agreement('text: W, on: 2026-03-02'), rows.agreement('text: W, on: 2026-03-03')],
  ['agreement-gone', rows.agreement('text: W'), ''],
  ['undertaken', '', rows.action('')],
  ['action-changed', rows.action(''), rows.action(', due: 2026-03-02')],
  ['done', rows.action(''), rows.action(', done: 2026-03-02')],
  ['dropped', rows.action(''), rows.action(', dropped: No.')],
  ['action-gone', rows.action(''), ''],
  ['planned', '', rows.meeting('')],
  ['meeting-changed', rows.meeting(''), rows.meeting(', place: Here')],
  ['recorded', rows.meeting(''), rows.meeting(', decisions: [Go.]')],
  ['meeting-gone', rows.meeting(''), ''],
])(
  'the story says %s, of a version and the one before, and nothing of a merge that takes it over',
  (what, before, now) => {
    const [was, is] = [fileOf(before), fileOf(now)]
    const told = (text: string, ...parents: string[]) =>
      story([
        { commit: 0, text: was, before: [''] },
        { commit: 1, text, before: parents },
      ]).events.flatMap(({ commit, what }) => (commit === 1 ? [what] : []))
    expect(told(is, was)).toEqual([what])
    expect(told(is, was, is)).toEqual([])
  },
)

test.each([
  ['in which wording it was agreed', rows.agreement('text: W'), rows.agreement('text: W, wording: w1234567')],
  ['where a line ends', rows.agreement('text: W'), rows.agreement('text: "W "')],
])('the story does not tell of %s', (_, before, now) => {
  const [was, is] = [fileOf(before), fileOf(now)]
  const { events } = story([
    { commit: 0, text: was, before: [''] },
    { commit: 1, text: is, before: [was] },
  ])
  expect(events.filter(({ commit }) => commit === 1)).toEqual([])
})

const words = fc.oneof(
  fc.constantFrom('a', 'a ', 'b', 'x\n  - prompt: y', 'x\n\nname: y\nanswers:\n  - z', 'x\u2028name: y'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
)
const edit = fc.record({
  as: fc.constantFrom('legal', 'health', 'agreed', 'parked', 'resumed'),
  id: fc.constantFrom('getting-to-know/people', 'what-we-do/referral-pathways'),
  words,
})
const { parts } = libraryIn('test/content')

test('whatever was in the file is told once for each time it changed', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (series) => {
      const stands = new Map<string, string>()
      const wanted: string[] = []
      const change = (n: number, name: string, now: string | undefined) => {
        const before = stands.get(name)
        if (before !== now) wanted.push(`${n} ${name}: ${before} → ${now}`)
        if (now === undefined) stands.delete(name)
        else stands.set(name, now)
      }
      change(0, 'getting-to-know/people legal', 'Ana and Lee')
      const versions = [{ commit: 0, text: small, before: [''] }]
      series.forEach(({ as, id, words }, n) => {
        const prompt = findPrompt(parts, id)
        const before = versions[n]!.text
        const isParking = as === 'parked' || as === 'resumed'
        const entry =
          as === 'agreed'
            ? recordAgreement(parts, prompt, { text: words, on: '2026-03-10' })
            : isParking
              ? recordParked(parts, prompt, as === 'parked' ? words : undefined)
              : recordPerspective(parts, prompt, as, words, '2026-03-10')
        versions.push({ commit: n + 1, text: enter('x', before, [entry]), before: [before] })
        if (!isParking) change(n + 1, `${id} ${as}`, words.trimEnd())
        if (as !== 'legal' && as !== 'health')
          change(n + 1, `${id} parked`, as === 'parked' ? words.trimEnd() : undefined)
      })
      const told = story(versions).events.map(({ commit, prompt, now, before }) => {
        const row = now ?? before[0]!
        const name = 'partner' in row ? row.partner : 'text' in row ? 'agreed' : 'parked'
        return `${commit} ${prompt} ${name}: ${wordsOf(before[0])} → ${wordsOf(now)}`
      })
      expect(told.toSorted()).toEqual(wanted.toSorted())
    }),
    { numRuns: runs(100) },
  )
})

const wordsOf = (row: StoryEvent<number>['now']): string | undefined => {
  const found = Object.entries(row ?? {}).find(([key]) => ['said', 'text', 'reason'].includes(key))
  return found && String(found[1]).trimEnd()
}
