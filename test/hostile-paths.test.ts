import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { nodeFiles } from '../src/world/files.ts'
import { library, memoryWorld, runner, small } from './memory-world.ts'

const kind = (to: string, matter = '') =>
  `---\ntitle: Own\nsummary: Own\ngroup: keep\nformats: [docx, md]\nto: ${JSON.stringify(to)}\naudience: keeper\n${matter}---\nWords.\n`

describe('where a template says that its document belongs', () => {
  const { hjp } = runner({ library })

  test.each([
    '../x',
    '../../../outside/x',
    'documents/../../x',
    'documents/..',
    '..',
    '.',
    '/etc/x',
    '//server/share/x',
    '\\\\server\\share\\x',
    '..\\..\\x',
    'documents\\..\\..\\x',
    'C:/x',
    'C:x',
    'c:\\x',
    'documents/x:stream',
    '~/x',
    '~root/x',
    '.git/hooks/x',
    '.ssh/x',
    'documents/.x',
    'con',
    'documents/NUL.txt',
    'aux',
    'COM1',
    'documents/lpt9',
    'documents/x.',
    'documents//x',
    'documents/',
    '',
    'a*b',
    'what?',
    'a|b',
    'a<b',
    `${'x'.repeat(300)}`,
    '{{#each (lookup @root "partners")}}../{{/each}}x',
    'documents/{{name}}',
  ])('%s is refused, with its place and what to do', async (to) => {
    const file = small.replace(/^name: .*$/m, 'name: "Hill/../../../x"')
    const run = await hjp(file, ['own'], { files: { 'templates/own.hbs': kind(to) } })
    expect(run.said()).toMatch(
      /templates\/own\.hbs:6:1\* ".*" is not a place inside the partnership's folder/s,
    )
    expect(run.said()).toContain('*--out*')
    expect(run.code).toBe(2)
    expect(run.paths().filter((path) => path.endsWith('.docx'))).toEqual([])
  })

  test.each(['own', 'documents/own', 'a/b/c d/Übersicht (2)', 'documents/{{today}}'])(
    '%s is fine',
    async (to) => {
      const run = await hjp(small, ['own'], { files: { 'templates/own.hbs': kind(to) } })
      expect(run.said()).toContain('created')
    },
  )

  test('a person may write wherever they like', async () => {
    const run = await hjp(small, ['own', '--out', '../x.docx'], {
      files: { 'templates/own.hbs': kind('../x') },
    })
    expect(run.code).toBe(2)
    const other = await hjp(small, ['mou', '--out', '../x.docx'])
    expect(other.paths()).toContain('/home/x.docx')
  })

  test.each(['file', 'out', 'force', 'today', 'help', 'json', 'a b', 'x <y>', '-x', 'constructor '])(
    'an option of its own called %s is refused',
    async (name) => {
      const options = `options: { ${JSON.stringify(name)}: { about: a, value: b, wants: text } }\n`
      const run = await hjp(small, ['own'], { files: { 'templates/own.hbs': kind('x', options) } })
      expect([run.code, run.said()]).toEqual([
        2,
        expect.stringMatching(/option called|does not belong|has no option/),
      ])
    },
  )

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a template called %s is one like any other, or none',
    async (name) => {
      const run = await hjp(small, [name], { files: { [`templates/${name}.hbs`]: kind('documents/own') } })
      expect(run.said()).toMatch(/^created {2}documents\/own\.docx$|There is no command/)
    },
  )
})

describe('a link that leads out of the folder', () => {
  let root: string
  let folder: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hjp-'))
    folder = join(root, 'folder')
    for (const name of ['folder', 'outside']) mkdirSync(join(root, name))
    writeFileSync(join(folder, 'partnership.yaml'), small)
    writeFileSync(join(root, 'outside', 'own.hbs'), kind('documents/own'))
    writeFileSync(join(root, 'outside', '05-own.yaml'), 'number: 50')
    writeFileSync(join(root, 'outside', 'secret.docx'), 'secret')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const hjp = async (...args: string[]) => {
    const { world, out, said } = memoryWorld({ library })
    const code = await cli(args, { ...world, cwd: folder, files: nodeFiles }, '0')
    return { code, printed: out() + said() }
  }
  const link = (to: string, from: string) => symlinkSync(to, join(folder, from))
  const outside = () => readdirSync(join(root, 'outside')).sort()

  test.each([
    ['templates', '../outside', ['own']],
    ['prompts', '../outside', ['status']],
    ['documents', '../outside', ['mou']],
    ['documents', '..', ['mou']],
    ['documents', '/tmp', ['mou']],
    ['documents', '../nowhere', ['mou']],
    ['documents', 'documents', ['mou']],
  ])('%s → %s: nothing is read or written there', async (from, to, args) => {
    link(to, from)
    const before = outside()
    const { code, printed } = await hjp(...args)
    expect(printed).toMatch(
      new RegExp(`\\*${from}.*\\* is a link, or behind one, that leads out of the partnership's`),
    )
    expect(code).toBe(2)
    expect([outside(), readdirSync(root).sort()]).toEqual([before, ['folder', 'outside']])
  })

  test('in the place of a document, letterhead or template is not followed', async () => {
    mkdirSync(join(folder, 'documents'))
    link('../../outside/secret.docx', 'documents/mou.docx')
    expect((await hjp('mou', '--force')).printed).toContain('*documents/mou.docx* is a link')
    expect(readFileSync(join(root, 'outside', 'secret.docx'), 'utf8')).toBe('secret')
    mkdirSync(join(folder, 'templates'))
    link('../../outside/secret.docx', 'templates/letterhead.docx')
    expect((await hjp('page', '--format', 'docx')).printed).toContain('*templates/letterhead.docx* is a link')
    link('../../outside/own.hbs', 'templates/own.hbs')
    expect((await hjp('own')).printed).toContain('There is no command *own*')
  })

  test('may be written through by whoever names it, and one within the folder is no matter', async () => {
    link('../outside', 'shared')
    expect((await hjp('page', '--format', 'md', '--out', 'shared/page.md')).code).toBe(0)
    expect(outside()).toContain('page.md')
    mkdirSync(join(folder, 'papers'))
    link('papers', 'documents')
    expect((await hjp('mou')).code).toBe(0)
    expect(readdirSync(join(folder, 'papers'))).toEqual(['mou.docx'])
  })

  test('and a folder with far more than prompts is not read', async () => {
    mkdirSync(join(folder, 'prompts'))
    writeFileSync(join(folder, 'prompts', '50-long.yaml'), '#'.repeat(3_000_000))
    expect((await hjp('status')).printed).toContain('There is far more in')
  })
})
