import { clauseWords } from '../../core/prompts/clause-words.ts'
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
  { locale, today, final }: { locale: string; today: string; final: boolean },
  section: string | undefined,
): Block {
  const { agreed, id, number, topic } = prompt
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })
  const framed = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines, framed: true })
  const blank = (text: string): Inline => ({ kind: 'blank', text, prompt: id, command: `hjp ask ${number}` })
  const particular = (label: string, value: string | undefined, question: string): Inline[][] => {
    const put = value
      ? ({ kind: 'text', text: value, emphasis: true } as const)
      : blank(`To be agreed: ${question}`)
    return value || !final ? [[{ kind: 'text', text: `${label}: `, emphasis: true }, put]] : []
  }
  const { lead: own, words } = clauseWords(prompt)
  const said = ledBy(own, words === '' ? [] : prose(words))
  const body = (): Block[] => {
    if (prompt.parked) return [framed({ kind: 'text', text: 'Set aside for now.', emphasis: true })]
    if (!agreed?.settled) return [paragraph(blank(`To be agreed: ${prompt.ask}`))]
    if (!prompt.activity || agreed.decision === 'no') return said
    const { lead, review } = agreed
    const when = review && review <= today ? 'Review was due' : 'Next review'
    const particulars = [
      ...particular('Lead', lead, 'Who will lead this?'),
      ...particular(when, review && inFull(review, locale), 'When will you review this?'),
    ]
    const lines = particulars.flatMap((line, n): Inline[] => [
      ...(n > 0 ? [{ kind: 'break' as const }] : []),
      ...line,
    ])
    return [...said, ...(lines.length > 0 ? [framed(...lines)] : [])]
  }
  return {
    kind: 'clause',
    prompt: id,
    ...(own && { lead: own }),
    blocks:
      topic.toLowerCase() === section?.toLowerCase()
        ? body()
        : [paragraph({ kind: 'text', text: topic, strong: true }), ...body()],
  }
}

/** Blocks with words before them: in their first paragraph, if that is what they begin with. */
function ledBy(lead: string, blocks: Block[]): Block[] {
  const words: Inline = { kind: 'text', text: lead }
  const [first, ...rest] = blocks
  if (lead === '') return blocks
  if (first?.kind === 'paragraph') return [{ ...first, inlines: [words, ...first.inlines] }, ...rest]
  return [{ kind: 'paragraph', inlines: [words] }, ...blocks]
}
