import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { library, memoryWorld, small } from './memory-world.ts'

const rows = `${small}actions: [{ id: map, what: Print the map }, { id: old, what: Ring, done: 2026-01-01 }, { what: No id }]
indicators: [{ id: reached, measure: People advised, method: count }]
`

/** What a shell is offered for the last of these words, and whether it may offer files beside. */
async function offered(
  words: string[],
  text = rows,
): Promise<{ words: string[]; files: boolean; out: string }> {
  const { world, out, said } = memoryWorld({ files: text ? { 'partnership.yaml': text } : {}, library })
  expect(await cli(['complete', '--', ...words], world, '0')).toBe(0)
  expect(said()).toBe('')
  const lines = out().trimEnd().split('\n')
  return {
    words: lines.slice(0, -1).map((line) => line.split('\t')[0]!),
    files: lines.at(-1) === ':0',
    out: out(),
  }
}

test.each<[what: string, words: string[], all: string[]]>([
  ['a command', ['an'], ['answer']],
  ['a kind of document', ['ag'], ['agree', 'agenda']],
  ['help', ['he'], ['help']],
  ['a prompt', ['answer', '5.3'], ['5.3', '5.3a', '5.3b', '5.3c', '5.3d']],
  [
    'a prompt by its id',
    ['answer', 'what-we-do/ref'],
    expect.arrayContaining(['what-we-do/referral-pathways']),
  ],
  ['a part', ['ask', 'what-we-d'], ['what-we-do']],
  ['a second prompt', ['ask', '5.1', '5.2'], ['5.2', '5.2a', '5.2b', '5.2c', '5.2d']],
  ['a partner', ['answer', '5.1', '--as', ''], ['legal', 'health']],
  ['a partner, of a kind', ['worksheet', '5.1', '--for', 'h'], ['health']],
  ['an option', ['answer', '--al'], ['--allow']],
  ['an option before the command', ['--qu'], ['--quiet']],
  ['after an option with a value', ['--file', 'partnership.yaml', 'statu'], ['status']],
  ['what is open', ['done', ''], ['map']],
  ['a row', ['change', 'ma'], ['map']],
  ['an indicator', ['measure', ''], ['reached']],
  ['a table', ['add', 'act'], ['action']],
  ['a questionnaire', ['rate', 'six-r'], ['six-requirements']],
  ['a format', ['mou', '--format', ''], ['docx', 'md', 'html']],
  ['a section', ['mou', '--section', 'confid'], ['confidentiality']],
  ['a choice', ['agree', '5.2', '--decision', ''], ['yes', 'no', 'not-yet']],
  ['a topic', ['help', 'dat'], ['dates']],
  ['a shell', ['completion', 'z'], ['zsh']],
  ['nothing for words of their own', ['answer', '5.1', ''], []],
  ['nothing for no command', ['nonesuch', ''], []],
])('offers %s: hjp %j', async (_, words, all) => {
  const found = await offered(words)
  expect(found.words).toEqual(all)
  expect(found.files).toBe(false)
})

test.each([[['import', '']], [['verify', '']], [['agenda', '-o', '']], [['--file', '']]])(
  'leaves files to the shell: hjp %j',
  async (words) => expect(await offered(words)).toMatchObject({ words: [], files: true }),
)

test('outside a partnership, and in one that cannot be read, offers what comes with hjp', async () => {
  for (const text of ['', 'bad: [', `${small}oops: 1\n`])
    expect((await offered(['ask', '5.6'], text)).words).toEqual(['5.6', '5.6a'])
})

test('what a shell would run or obey is not offered', async () => {
  const hostile = `${small}indicators: [{ id: fine, measure: "\\e[31mRed\\n$(rm -rf x)", method: count }]\n`
  const { out } = await offered(['measure', ''], hostile)
  expect(out).toBe('fine\t[31mRed $(rm -rf x)\n:4\n')
  const kind = '---\ntitle: t\nsummary: s\ngroup: meet\nformats: [txt]\nto: t\naudience: keeper\n---\nx\n'
  const { world, out: printed } = memoryWorld({
    files: { 'partnership.yaml': small, 'templates/ag$(touch x).hbs': kind },
    library,
  })
  await cli(['complete', '--', 'ag'], world, '0')
  expect(printed()).not.toContain('$(')
})

test.each(['bash', 'zsh', 'fish', 'powershell'])('prints the script for %s', async (shell) => {
  const { world, out } = memoryWorld()
  expect(await cli(['completion', shell], world, '0')).toBe(0)
  expect(out()).toMatch(/hjp complete (--|'--')/)
})

test('to PowerShell what is typed is text, whatever quotes stand in it', async () => {
  const { world, out } = memoryWorld()
  await cli(['completion', 'powershell'], world, '0')
  const [, quotes = ''] = /\$_ -replace "(.+?)", '\$&\$&'/.exec(out()) ?? []
  expect("it’s ‘a’ 'b'".replace(new RegExp(quotes, 'g'), '$&$&')).toBe("it’’s ‘‘a’’ ''b''")
})
