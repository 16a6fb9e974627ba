import type { WordsToConfirm, WorksheetRow } from '../../core/agreement/worksheet.ts'
import { questionNumber } from '../../core/prompts/prompts.ts'
import type { Block, FormRow } from './document.ts'
import { ledBy } from './led-by.ts'
import { inlineProse, prose } from './prose.ts'

type FormBlock = Extract<Block, { kind: 'form' }>

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

const paragraph = (text: string, strong = false): Block => ({
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
}: WorksheetRow): FormRow => ({
  ...{ prompt, number: questionNumber(number), topic, choices, which, said, rest },
  ...(agreed && { confirms: true }),
  ...(ticksOnly && { ticksOnly }),
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

/** A question of a form as blocks, for formats without cells: its answer comes under a line that names it. */
export function formRowAsBlocks({ number, topic, ask, more, which, said }: FormRow): Block[] {
  return [
    { kind: 'heading', level: 3, inlines: [{ kind: 'text', text: `${number}  ${topic}` }] },
    ...ask,
    ...more,
    paragraph(`${which} Your answer to ${number}:`.trim(), true),
    ...(said ? prose(said) : []),
  ]
}
