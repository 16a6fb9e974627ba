import type { PromptView } from '../core/view.ts'
import { inFull } from './day.ts'
import type { Block, Inline } from './document.ts'
import { prose } from './prose.ts'

/** An agreed position as a clause, word for word; where there is none, a blank that names its question. */
export function clause(prompt: PromptView, locale: string): Block {
  const { agreed, id, topic } = prompt
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })
  const blank = (text: string): Inline => ({ kind: 'blank', text, prompt: id })
  const particular = (label: string, value: string | undefined): Inline[] => [
    { kind: 'text', text: `${label}: `, emphasis: true },
    value ? { kind: 'text', text: value, emphasis: true } : blank('to be agreed'),
  ]
  const body = (): Block[] => {
    if (prompt.parked && !prompt.essential)
      return [paragraph({ kind: 'text', text: 'The partners have set this aside for now.', emphasis: true })]
    if (!agreed?.settled) return [paragraph(blank(`To be agreed: ${prompt.ask}`))]
    if (!prompt.activity || agreed.decision === 'no') return prose(agreed.text)
    const review = agreed.review && inFull(agreed.review, locale)
    return [
      ...prose(agreed.text),
      paragraph(...particular('Lead', agreed.lead), { kind: 'break' }, ...particular('Next review', review)),
    ]
  }
  return {
    kind: 'clause',
    prompt: id,
    blocks: [paragraph({ kind: 'text', text: topic, strong: true }), ...body()],
  }
}
