import { existsSync, readdirSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exampleFile as fileOf, library, needed, runner } from './memory-world.ts'

// Every example × every kind of document, and each section of one that chooses, × every format. A new one of any is
// covered by being there.
const { hjp } = runner({ library, today: '2026-11-16' })
const examples = readdirSync('examples')
const cases = examples.flatMap((example) =>
  library.kinds
    .flatMap((kind) => {
      const { name, formats, choose } = kind
      const sections = choose ? library.sections.filter(({ kind }) => kind === name) : []
      const others = sections.slice(1).map((section) => ({
        file: `${name}-${section.name}`,
        args: [name, `--${choose}`, section.name],
        formats,
      }))
      return [{ file: name, args: [name, ...needed(kind, fileOf(example))], formats }, ...others]
    })
    .concat({ file: 'calendar', args: ['status'], formats: ['ics'] })
    .flatMap(({ formats, ...document }) => formats.map((format) => ({ example, ...document, format }))),
)
const golden = ({ file, format }: { file: string; format: string }) =>
  `${file}.${format === 'docx' ? 'docx.xml' : format}`

test.each(cases)('$example $file $format', async ({ example, file, args, format }) => {
  const given = [...args, '--format', format, '--out', `out.${format}`]
  const { code, bytes, said } = await hjp(fileOf(example), given)
  // A document that has nothing to show yet has no picture.
  if (format === 'svg' && code === 2) {
    expect(said()).toContain('There is no picture')
    expect(existsSync(`examples/${example}/documents/${golden({ file, format })}`)).toBe(false)
    return
  }
  expect(code, said()).toBe(0)
  const made = bytes(`out.${format}`)!
  const seen = format === 'docx' ? wordText(made) : made.toString()
  await expect(seen).toMatchFileSnapshot(`../examples/${example}/documents/${golden({ file, format })}`)
})

test('no document is kept that nothing writes any more', () => {
  for (const example of examples)
    expect(readdirSync(`examples/${example}/documents`).sort()).toEqual(
      cases
        .filter((each) => each.example === example)
        .map(golden)
        .filter((name) => !name.endsWith('.svg') || existsSync(`examples/${example}/documents/${name}`))
        .sort(),
    )
})

/** A Word file as its XML, a paragraph a line. */
const wordText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<w:(p|tbl|tr|sdt)[ >]/g, '\n$&')
