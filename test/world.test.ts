import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { edited } from '../src/world/editor.ts'
import { nodeFiles } from '../src/world/files.ts'
import { nodeGit } from '../src/world/git.ts'
import { inFolders } from './folders.ts'
import { library, memoryWorld } from './memory-world.ts'

let folder: string
inFolders((its) => {
  folder = its
})

/** Runs hjp on real files, where nobody is there to ask. */
const hjp = async (args: string[]) => {
  const { world, out, said } = memoryWorld({ library })
  const code = await cli(args, { ...world, cwd: folder, files: nodeFiles, git: nodeGit }, '0')
  return { code, out: out(), said: said() }
}
const start = () =>
  hjp(['init', '--name', 'Hillside', '--partner', 'legal=Hill Law', '--partner', 'health=Hill Health'])

test('a file is created, changed or left identical, whole, through links, with its mode', async () => {
  const path = join(folder, 'deep', 'a.txt')
  expect(await nodeFiles.write(path, 'one')).toBe('created')
  expect(await nodeFiles.write(path, 'one')).toBe('identical')
  chmodSync(path, 0o600)
  symlinkSync(path, join(folder, 'link'))
  expect(await nodeFiles.write(join(folder, 'link'), 'two')).toBe('changed')
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['a.txt'])
})

test.each([
  ['a folder', () => mkdirSync(join(folder, 'partnership.yaml')), /is a folder\. Name the file inside it\./],
  ['50 MB', () => writeFileSync(join(folder, 'partnership.yaml'), Buffer.alloc(50e6, 'x')), /is 50 MB/],
  ['nothing', () => writeFileSync(join(folder, 'partnership.yaml'), ''), /is empty/],
  [
    'a picture',
    () => writeFileSync(join(folder, 'partnership.yaml'), Buffer.from([137, 80, 78, 71, 0, 255])),
    /is not plain text in UTF-8/,
  ],
])('%s in place of the file is refused in plain words', async (_, make, message) => {
  make()
  const { code, said, out } = await hjp(['status'])
  expect(said).toMatch(message)
  expect(said).not.toContain('    at ')
  expect([code, out]).toEqual([2, ''])
})

test('where there is nobody to ask it never waits, and says what to use', async () => {
  expect((await hjp(['init'])).said).toContain('Give these on the command line:')
  expect((await start()).code).toBe(0)
  expect((await hjp(['ask'])).said).toContain('hjp ask --answers FILE')
  expect((await hjp(['answer', '5.1', '--as', 'legal'])).code).toBe(2)
})

test('many who find a lock that was left behind still take turns', async () => {
  const path = join(folder, 'count')
  writeFileSync(path, '0')
  for (let round = 1; round <= 10; round++) {
    writeFileSync(`${path}.lock`, '')
    utimesSync(`${path}.lock`, 0, 0)
    const add = () =>
      nodeFiles.alone(path, async () => {
        const before = Number(readFileSync(path, 'utf8'))
        await setTimeout(1)
        writeFileSync(path, String(before + 1))
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect(readFileSync(path, 'utf8')).toBe(String(8 * round))
  }
  expect(readdirSync(folder)).toEqual(['count'])
})

test("what editors and systems leave among one's own prompts is passed over", async () => {
  await start()
  mkdirSync(join(folder, 'prompts', 'old.yaml'), { recursive: true })
  symlinkSync('nowhere', join(folder, 'prompts', '.#05.yaml'))
  writeFileSync(join(folder, 'prompts', '._05.yaml'), Buffer.from([0, 1, 2]))
  expect((await hjp(['status'])).code).toBe(0)
})

test.each([
  ['changes them', "sed -i 's/two/three/'", 'one\n\nthree'],
  ['writes UTF-16', `node -e "fs.writeFileSync(process.argv[1], '\\ufeffna\\u00efve', 'utf16le')"`, 'naïve'],
  ['writes Windows-1252', `node -e "fs.writeFileSync(process.argv[1], 'na\\u00efve', 'latin1')"`, 'naïve'],
  [
    'writes a mark and Windows line ends',
    `node -e "fs.writeFileSync(process.argv[1], '\\ufeffa\\r\\nb\\r\\n')"`,
    'a\nb',
  ],
])('the words come back from an editor that %s', async (_, editor, words) => {
  expect((await editedWith(editor)).words).toBe(words)
})

test('an editor that fails, or is back at once, loses no words', async () => {
  await expect(editedWith('echo lost >>', 'and fails')).rejects.toThrow(
    /closed without saving.* is in .*\.md\.$/,
  )
  const drafts = join(folder, 'drafts')
  expect(readdirSync(drafts).map((name) => readFileSync(join(drafts, name), 'utf8'))).toEqual([
    'one\n\ntwo\nlost\n',
  ])
  expect(await editedWith('true')).toEqual({ words: 'one\n\ntwo', waited: 1 })
})

async function editedWith(...editor: string[]): Promise<{ words: string; waited: number }> {
  const { VISUAL } = process.env
  let waited = 0
  process.env['VISUAL'] = editor[0]
  if (editor[1]) process.env['VISUAL'] = `f() { ${editor[0]} "$1"; false; }; f`
  try {
    return { words: await edited('one\n\ntwo', folder, async () => void waited++), waited }
  } finally {
    process.env['VISUAL'] = VISUAL ?? ''
  }
}
