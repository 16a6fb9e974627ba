import fc from 'fast-check'
import type { Block, Document, Inline } from '../src/render/document/document.ts'
import { character } from './characters.ts'
import { sample, text } from './sample.ts'

export const bare: Document = {
  ...sample,
  title: 'T',
  notice: undefined,
  contents: false,
  recipients: [],
  blocks: [],
}
export const holding = (...blocks: Block[]): Document => ({ ...bare, blocks })

/** Whole Unicode, and all that is markup somewhere. */
const FRAGMENTS =
  '* ** _ __ ` ``` ~ ~~ ~~~ [ ] ( ) ]( ]: [x] [ ] ![ < > <b> <!-- > ! # ## 1. 2) - -- --- + = === | \\ \\\\ & &copy; &#97; : :-- $ . , " \' a Z é ß 9 中 “ ” … 🙂 ́ ​   ا https://x.org https://x.org/a*b_c~d https://x.org/&lt;) www.x.org/~a'.split(
    ' ',
  )
export const words = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...FRAGMENTS,
          ' ',
          ' ',
          '  ',
          '\t',
          '\n',
          '\r\n',
          'word',
          'and ',
          ' a_b@x.org ',
        ),
      },
      fc.string({ unit: character, maxLength: 4 }),
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''))
const style = fc.record({ strong: fc.boolean(), emphasis: fc.boolean() })
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(words, style).map(([it, how]): Inline => ({ kind: 'text', text: it, ...how })),
  },
  { weight: 2, arbitrary: words.map(text) },
  { weight: 1, arbitrary: words.map((it): Inline => ({ kind: 'blank', text: it })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        words,
        style,
        fc.constantFrom('https://x.org/a_(b)*c*&lt;', '#a', 'mailto:a@b.co', 'https://x.org?q=\\'),
      )
      .map(([it, how, href]): Inline => ({ kind: 'text', text: it, href, ...how })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'break' }) },
)
const inlines = fc.array(inline, { maxLength: 5 })
export const { blocks } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    inlines.map((it): Block => ({ kind: 'paragraph', inlines: it })),
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), inlines)
      .map(([level, it]): Block => ({ kind: 'heading', level, inlines: it })),
    fc
      .tuple(
        fc.constantFrom(undefined, true, 'letters' as const, 'romans' as const),
        fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
      )
      .map(([sort, items]): Block => {
        const marks = sort === 'letters' || sort === 'romans' ? { marks: sort } : {}
        return { kind: 'list', ordered: sort !== undefined, ...marks, items }
      }),
    fc
      .array(
        fc.array(
          fc.array(
            inlines.map((it): Block => ({ kind: 'paragraph', inlines: it })),
            { maxLength: 2 },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((rows): Block => ({ kind: 'table', rows })),
    tie('blocks').map(
      (it): Block => ({
        kind: 'clause',
        blocks: it.filter(({ kind }) => kind === 'paragraph' || kind === 'list'),
      }),
    ),
    tie('blocks').map((it): Block => ({ kind: 'note', blocks: it })),
  ),
}))
