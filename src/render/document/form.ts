import type { WorksheetRow } from '../../core/agreement/worksheet.ts'
import { DECISIONS } from '../../core/file/partnership.ts'
import type { Decision } from '../../core/prompts/decisions.ts'
import type { Block, FormRow } from './document.ts'
import { inlineProse, prose } from './prose.ts'

type FormBlock = Extract<Block, { kind: 'form' }>

/** Questions for a partner, each with a place for its answer. */
export const formBlock = (partner: string, places: WorksheetRow[]): FormBlock => ({
  kind: 'form',
  partner,
  rows: places.map(rowOf),
})

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
  others,
  decision,
  said,
  chosen,
  rest,
}: WorksheetRow): FormRow => ({
  ...{ prompt, number, topic, said },
  ask: [
    ...(follows ? [paragraph(`If you said yes to ${follows}:`)] : []),
    { kind: 'paragraph', inlines: inlineProse(ask) },
  ],
  more: [
    ...(why ? [paragraph(`Why we ask: ${why}`)] : []),
    ...others.flatMap(({ partner, said }) => [paragraph(`${partner} said:`, true), ...prose(said)]),
  ],
  choices: decision ? DECISIONS.map((each: Decision) => ({ decision: each, ticked: each === chosen })) : [],
  answer: rest ? prose(rest) : [],
})

/** A question of a form as blocks, for formats without cells: its answer comes under a line that names it. */
export function formRowAsBlocks({ number, topic, ask, more, choices, said }: FormRow): Block[] {
  const place = `Your answer to ${number}:`
  return [
    { kind: 'heading', level: 3, inlines: [{ kind: 'text', text: `${number}  ${topic}` }] },
    ...ask,
    ...more,
    paragraph(choices.length > 0 ? `Yes, no or not yet? ${place}` : place, true),
    ...(said ? prose(said) : []),
  ]
}
