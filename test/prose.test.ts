import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { viewOf } from '../src/core/view/view.ts'
import { clean } from '../src/render/document/clean.ts'
import type { Block, Inline } from '../src/render/document/document.ts'
import { prose } from '../src/render/document/prose.ts'
import { FORMATS } from '../src/render/formats/index.ts'
import { drawPictures } from '../src/render/pictures/index.ts'
import { png } from '../src/render/pictures/png.ts'
import { makeLibrary } from '../src/render/templates/library.ts'
import { compose } from '../src/render/templates/template.ts'
import { character } from './characters.ts'
import { runs } from './programs.ts'

const said = fc.oneof(
  fc.string({ unit: character }),
  fc.string({ unit: fc.constantFrom(...'ab1 .#*_|[]\\`>-+&<{}()!~=:/"\n\t'.split('')), maxLength: 60 }),
  fc.constantFrom(
    '{{name}}',
    '{{{clause "x"}}}',
    '<script>alert(1)</script>',
    ']]>',
    '&amp;',
    '    code',
    '- a\n  - b\n- c',
    '1. x',
    '1. x\n2) y\n\n3. z',
    'a\n(a) x\n  (i) p\n  (ii) q\n(b) y',
    '1. x\n   - y\n3. z',
    '\uE0000\uE001',
    '# x',
    '---',
    '| a |',
    'x\u2028y',
  ),
)

/** Text without what can stand before an item of a list, at the start of any line. */
const bare = (text: string): string => {
  const less = text.replace(/^\s*(?:[-•]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]) +(?=\S)/gm, '')
  return less === text ? less : bare(less)
}
const words = (text: string) => bare(clean(text)).replace(/\s+/g, '')
const inlineText = (inlines: Inline[]): string =>
  bare(inlines.map((each) => (each.kind === 'break' ? '\n' : each.text)).join('')).replace(/\s+/g, '')
const textOf = (blocks: Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.map(textOf).join('')
      if (block.kind === 'table') return block.rows.flat().map(textOf).join('')
      if (block.kind === 'clause' || block.kind === 'note') return textOf(block.blocks)
      return 'inlines' in block ? inlineText(block.inlines) : ''
    })
    .join('')

test('what was said becomes paragraphs and lists of the very same words', () => {
  fc.assert(
    fc.property(said, (text) => {
      expect(textOf(prose(text))).toBe(words(text.trim()))
    }),
    { numRuns: runs(2000) },
  )
})

const template = `---
title: T
summary: S
group: meet
formats: [md]
to: t
audience: partners
---
# Start {{name}} end

Before

{{name}}

- one {{name}}
- {{name}}

| A | B |
| --- | --- |
| {{name}} | x |

Before {{name}} after
`
const library = makeLibrary([], [{ path: 't.hbs', text: template }])
const base = viewOf({
  partnership: readYaml(
    't',
    'version: 1\nname: N\npartners: [{ id: legal, name: L, sector: legal }]\n',
    Partnership,
  ),
  parts: [],
  today: '2026-01-01',
})

test('wherever a template puts it, it stays in its place and becomes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      said.filter((text) => words(text.trim()) !== ''),
      async (name) => {
        const { document } = await compose(library, library.kinds[0]!, { ...base, name })
        const want = words(name.trim())
        const [heading, before, ...rest] = document.blocks
        expect(heading).toMatchObject({ kind: 'heading', level: 1 })
        const marks = /[-•]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]/g
        expect(textOf([heading!]).replace(marks, '')).toBe(`Start${want}end`.replace(marks, ''))
        expect(textOf([before!])).toBe('Before')
        const [list, table, after] = rest.slice(-3)
        expect(textOf(rest.slice(0, -3))).toBe(want)
        expect(list).toMatchObject({ kind: 'list', ordered: false })
        expect(list?.kind === 'list' && list.items.length).toBe(2)
        expect(table?.kind === 'table' && table.rows.map((row) => row.map(textOf))).toEqual([
          ['A', 'B'],
          [want, 'x'],
        ])
        expect(after).toMatchObject({ kind: 'paragraph' })
      },
    ),
    { numRuns: runs(500) },
  )
})

test('every format can write whatever was said', async () => {
  await fc.assert(
    fc.asyncProperty(said, async (name) => {
      const { document } = await compose(library, library.kinds[0]!, { ...base, name })
      for (const [format, { write }] of Object.entries(FORMATS))
        if (format !== 'svg') expect((await write(document)).length).toBeGreaterThan(0)
    }),
    { numRuns: runs(50) },
  )
})

test('a picture can show whatever was said', async () => {
  await fc.assert(
    fc.asyncProperty(said, async (name) => {
      const labels = [name]
      const about = { kind: 'picture' as const, title: name, words: name }
      const axis = { title: name, labels }
      const pictures: Block[] = [
        { ...about, picture: { sort: 'grid', up: axis, across: axis, cells: [[labels]] } },
        {
          ...about,
          picture: {
            sort: 'graph',
            above: [{ title: name, lines: labels }],
            columns: [
              { title: name, nodes: [{ id: name, lines: labels, note: name }] },
              { title: name, nodes: [] },
            ],
            arrows: [],
            below: [{ title: name, lines: [name, name] }],
          },
        },
        {
          ...about,
          picture: {
            sort: 'timeline',
            today: '2026-03-02',
            span: ['2026-03-02', '2026-03-02'],
            rows: [{ what: name, from: undefined, to: '2026-03-02', state: 'to do' }],
          },
        },
      ]
      // What makes the image reads SVG strictly.
      for (const drawing of (await drawPictures({ blocks: pictures, landscape: false })).values())
        expect((await png(drawing)).length).toBeGreaterThan(0)
    }),
    { numRuns: runs(10), examples: [['a\0b'], ['\u0001\ufffe']] },
  )
})
