import { inFull } from '../../core/values/locale.ts'
import type { PromptView } from '../../core/view/view.ts'
import type { Block, Inline } from '../document/document.ts'
import { prose } from '../document/prose.ts'

/**
 * An agreed position as a clause, word for word; where there is none, a blank that names its question. Its topic is its
 * heading, unless the section it stands in is called the same.
 */
export function clause(
  prompt: PromptView,
  { locale, today }: { locale: string; today: string },
  section: string | undefined,
): Block {
  const { agreed, id, number, topic } = prompt
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })
  const framed = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines, framed: true })
  const blank = (text: string): Inline => ({ kind: 'blank', text, prompt: id, command: `hjp ask ${number}` })
  const particular = (label: string, value: string | undefined, question: string): Inline[] => [
    { kind: 'text', text: `${label}: `, emphasis: true },
    value ? { kind: 'text', text: value, emphasis: true } : blank(`To be agreed: ${question}`),
  ]
  const body = (): Block[] => {
    if (prompt.parked && !prompt.essential)
      return [framed({ kind: 'text', text: 'The partners have set this aside for now.', emphasis: true })]
    if (!agreed?.settled) return [paragraph(blank(`To be agreed: ${prompt.ask}`))]
    if (!prompt.activity || agreed.decision === 'no') return prose(agreed.text)
    const { lead, review } = agreed
    const when = review && review <= today ? 'Review was due' : 'Next review'
    return [
      ...prose(agreed.text),
      framed(
        ...particular('Lead', lead, `Who leads on ${topic.toLowerCase()}?`),
        { kind: 'break' },
        ...particular(
          when,
          review && inFull(review, locale),
          `When will you look at ${topic.toLowerCase()} again?`,
        ),
      ),
    ]
  }
  return {
    kind: 'clause',
    prompt: id,
    blocks:
      topic.toLowerCase() === section?.toLowerCase()
        ? body()
        : [paragraph({ kind: 'text', text: topic, strong: true }), ...body()],
  }
}
