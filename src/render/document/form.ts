import type { WordsToConfirm, WorksheetRow } from '../../core/agreement/worksheet.ts'
import { questionNumber } from '../../core/prompts/prompts.ts'
import { oneLine } from './clean.ts'
import type { Block, FormRow } from './document.ts'
import { ledBy } from './led-by.ts'
import { inlineProse, prose } from './prose.ts'

type FormBlock = Extract<Block, { kind: 'form' }>
type Paragraph = Extract<Block, { kind: 'paragraph' }>

/** Questions for a partner, each with a place for its answer. */
export const formBlock = (partner: string, places: WorksheetRow[]): FormBlock => ({
  kind: 'form',
  partner,
  asks: headOf(places),
  rows: places.map(rowOf),
})

/** What stands above the questions; above words that are to be confirmed, this. */
export const AGREED_ABOVE = 'What is agreed'

const headOf = (places: WorksheetRow[]): string => {
  if (places.some(({ agreed }) => agreed)) return AGREED_ABOVE
  return places.every(({ ask }) => ask === '') ? 'Statement' : 'Question'
}

const paragraph = (text: string, strong = false): Paragraph => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text, ...(strong && { strong }) }],
  framed: true,
})

const rowOf = ({
  prompt,
  number,
  topic,
  ask,
  why,
  follows,
  agreed,
  beside,
  others,
  choices,
  which,
  said,
  rest,
  ticksOnly,
  row,
}: WorksheetRow): FormRow => ({
  ...{ prompt, number: row ? number : questionNumber(number), topic, choices, which, said, rest },
  ...(agreed && { confirms: true }),
  ...(ticksOnly && { ticksOnly }),
  ...(row && { row }),
  ask: [
    ...(follows ? [paragraph(`If you said yes to ${questionNumber(follows)}:`)] : []),
    ...(agreed ? agreedBlocks(agreed) : []),
    ...(ask && !agreed ? [{ kind: 'paragraph' as const, inlines: inlineProse(ask) }] : []),
  ],
  more: [
    ...(agreed?.about ?? []).map((text) => paragraph(text)),
    ...(why ? [paragraph(`Why we ask: ${why}`)] : []),
    ...beside.flatMap(({ label, words }) => [paragraph(`${label}:`, true), ...prose(words)]),
    ...others.flatMap(({ partner, said }) => [paragraph(`${partner} said:`, true), ...prose(said)]),
  ],
  answer: rest ? prose(rest) : [],
})

/** What is agreed, as its clause reads. */
export const agreedBlocks = ({ lead, words, leader }: WordsToConfirm): Block[] => [
  ...ledBy(lead, prose(words)),
  ...(leader ? [paragraph(`Lead: ${leader}.`)] : []),
]

/** A row of a table on a form, and what it is called there. */
export type TableRowOfForm = { key: string; number: string; title: string; cells: FormRow[] }

/** The rows of the table that a form is. None where it asks questions. */
export function tableRowsIn({ rows }: FormBlock): TableRowOfForm[] {
  const keys = [...new Set(rows.flatMap(({ row }) => row ?? []))]
  return keys.map((key) => {
    const cells = rows.filter(({ row }) => row === key)
    const [number = ''] = cells[0]!.number.split('.')
    return { key, number, title: `${number}  ${oneLine(cells[0]!.said) || NEW_ROW}`, cells }
  })
}

const NEW_ROW = 'New'

/** What such a table says where it is text, but for what is in its cells. */
export const besideCells = (table: TableRowOfForm[]): Block[] =>
  table.flatMap(({ title, cells }) => [heading(title), ...cells.map(questionOf)])

/** A form as blocks, for formats without cells: what it asks one below the other, each by itself. */
export function formAsBlocks(form: FormBlock): Block[][] {
  const table = tableRowsIn(form)
  if (table.length === 0) return form.rows.map(asBlocks)
  return table.map(({ title, cells }) => [heading(title), ...cells.flatMap(cellAsBlocks)])
}

const heading = (text: string): Block => ({ kind: 'heading', level: 3, inlines: [{ kind: 'text', text }] })

/** Its answer comes under a line that names it. */
const asBlocks = ({ number, topic, ask, more, which, said }: FormRow): Block[] => [
  heading(`${number}  ${topic}`),
  ...ask,
  ...more,
  paragraph(`${which} Your answer to ${number}:`.trim(), true),
  ...(said ? prose(said) : []),
]

/** What is in it begins on the line below its question. */
function cellAsBlocks(cell: FormRow): Block[] {
  const question = questionOf(cell)
  const [first, ...rest] = cell.answer
  if (first?.kind !== 'paragraph') return [question, ...cell.answer]
  return [{ ...question, inlines: [...question.inlines, { kind: 'break' }, ...first.inlines] }, ...rest]
}

const questionOf = ({ number, topic }: FormRow): Paragraph => paragraph(`${number}  ${topic}`, true)
