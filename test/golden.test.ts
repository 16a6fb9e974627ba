import { existsSync, readdirSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx } from '../src/render/formats/docx.ts'
import { EXAMPLES, exampleFile, library, needed, riverbend, runner } from './memory-world.ts'
import { styledText } from './styled-text.ts'
import { everything } from './word-documents.ts'

// Each kind of document of each example is kept once, as text, its letter too, and each section of a kind that chooses. Beside it stands,
// for every example, what text cannot show, which is pictures; and for the one that has something of everything, what a
// format adds to the words: a page, a draft with its headers, calendar entries, and Word as styled text, which says all
// that is in the file (word.test.ts proves it). A new kind, section or example is covered by being there.
const MATURE = 'riverbend'
const BESIDE = /^(page\.html|email.*\.eml|(agenda|workplan|calendar)\.ics)$/
const { hjp, written } = runner({ library, today: '2026-11-16' })

/** Every document of an example: the name of its file without a format, and how it is asked for. */
const documentsOf = (example: string) =>
  library.kinds.flatMap((kind) => {
    const { name, formats, choose, options } = kind
    const letters = Object.keys(options).filter((option) => options[option]!.sections)
    const sections = choose ? library.sections.filter(({ kind }) => kind === name).slice(1) : []
    const tables = kind.asks ? ['contributions', 'stakeholders'] : []
    return [
      { file: name, args: [name, ...needed(kind, exampleFile(example))], formats },
      ...letters.map((option) => ({ file: `${name}-${option}`, args: [name, `--${option}`], formats })),
      ...tables.map((table) => ({
        file: `${name}-${table}`,
        args: [name, table, ...needed({ ...kind, prompts: false }, exampleFile(example))],
        formats,
      })),
      ...sections.map((section) => ({
        file: `${name}-${section.name}`,
        args: [name, `--${choose}`, section.name],
        formats,
      })),
    ]
  })
const cases = EXAMPLES.flatMap((example) =>
  documentsOf(example)
    .concat({ file: 'calendar', args: ['status'], formats: ['ics'] })
    .flatMap(({ formats, ...document }) => {
      const text = ['md', 'txt'].find((format) => formats.includes(format))
      return formats
        .filter(
          (format) =>
            format === text ||
            format === 'svg' ||
            (example === MATURE && BESIDE.test(`${document.file}.${format}`)),
        )
        .map((format) => ({ example, ...document, format, golden: `${document.file}.${format}` }))
    }),
)

test.each(cases)('$example $golden', async ({ example, args, format, golden }) => {
  const given = [...args, '--format', format, '--out', `out.${format}`]
  const { code, bytes, said } = await hjp(exampleFile(example), given)
  const path = `examples/${example}/documents/${golden}`
  // A document that has nothing to show yet has no picture.
  if (format === 'svg' && code === 2) {
    expect(said()).toContain('There is no picture')
    expect(existsSync(path)).toBe(false)
    return
  }
  expect(code, said()).toBe(0)
  await expect(bytes(`out.${format}`)!.toString()).toMatchFileSnapshot(`../${path}`)
})

const inWord = documentsOf(MATURE).filter(({ formats }) => formats.includes('docx'))
test.each(inWord)('$file in Word', async ({ file, args }) => {
  const bytes = await written(riverbend, args, 'docx')
  await expect(styledText(bytes)).toMatchFileSnapshot(`golden/word/${file}.txt`)
})

test('what stands behind the styled text: the XML of something of everything', async () => {
  const parts = unzipSync(await docx(everything))
  for (const name of ['document', 'numbering', 'styles', 'settings', 'header1', 'footer1'])
    await expect(
      strFromU8(parts[`word/${name}.xml`]!).replace(
        /<w:(p|tbl|tr|sdt|style|abstractNum|lvl|num)[ >]/g,
        '\n$&',
      ),
    ).toMatchFileSnapshot(`golden/word/everything.${name}.xml`)
})

test('no document is kept that nothing writes any more', () => {
  for (const example of EXAMPLES)
    expect(readdirSync(`examples/${example}/documents`).sort()).toEqual(
      cases
        .filter((each) => each.example === example)
        .map(({ golden }) => golden)
        .filter((name) => !name.endsWith('.svg') || existsSync(`examples/${example}/documents/${name}`))
        .sort(),
    )
  expect(readdirSync('test/golden/word').filter((name) => name.endsWith('.txt'))).toEqual(
    inWord.map(({ file }) => `${file}.txt`).sort(),
  )
})
