import { HjpError } from '../../errors.ts'
import type { Block, Document, FormRow, Inline } from '../document/document.ts'
import { AGREED_ABOVE } from '../document/form.ts'
import { everyBlock } from '../document/tree.ts'
import { txt } from './txt.ts'

const HOW =
  'To paste into a form of Microsoft Forms, Google Forms or LimeSurvey, question by question. Leave the number in brackets where it is: by it, import knows what an answer belongs to. What people send comes back as a CSV or Excel file.'
const MARKS =
  'To paste into a form of Microsoft Forms, Google Forms or LimeSurvey. Each statement is a question with these choices, or a row of a grid that has them as columns. Leave the words as they are: by them, import knows the statement. Let the form ask for no name, and keep no address. What people send comes back as a CSV or Excel file.'

/** What a form asks, as a list to make a form of in another service: the questions, what can be chosen, and nothing that was said. */
export function questions(document: Document): string {
  if (document.blocks.some((block) => block.kind === 'form' && block.asks === AGREED_ABOVE))
    throw new HjpError('notAList')
  const rows = [...everyBlock(document.blocks)].flatMap((block) => (block.kind === 'form' ? block.rows : []))
  const isMarks = rows.length > 0 && rows.every(({ ticksOnly }) => ticksOnly)
  const blocks = document.blocks.flatMap((block, n): Block[] => {
    if (n === 0) return [block, paragraph(isMarks ? MARKS : HOW)]
    if (block.kind === 'form') return block.rows.flatMap(asked)
    return block.kind === 'heading' || (block.kind === 'note' && !isMarks) ? [block] : []
  })
  return txt({ ...document, blocks })
}

/** A question and its choices; where there is more to say than to choose, that is another. */
function asked({ number, topic, ask, choices, ticksOnly }: FormRow): Block[] {
  const words = ask.length > 0 ? inlinesOf(ask) : [{ kind: 'text' as const, text: topic }]
  const mark = ticksOnly ? '' : `[${number}] `
  const list: Block[] =
    choices.length > 0
      ? [
          {
            kind: 'list',
            ordered: false,
            items: choices.map((choice) => [
              paragraph([choice.words, choice.means].filter(Boolean).join(': ')),
            ]),
          },
        ]
      : []
  const more =
    choices.length > 0 && !ticksOnly ? [paragraph(`${mark}What would you like to say about that?`)] : []
  return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: mark }, ...words] }, ...list, ...more]
}

/** Paragraphs as one. */
const inlinesOf = (blocks: Block[]): Inline[] =>
  blocks.flatMap((block, n): Inline[] =>
    block.kind === 'paragraph'
      ? [...(n > 0 ? [{ kind: 'text' as const, text: ' ' }] : []), ...block.inlines]
      : [],
  )

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })
