import { notYetBy, toAgree } from '../../core/meeting/awaited.ts'
import { clauseWords } from '../../core/prompts/clause-words.ts'
import { foldedWords } from '../../core/search/words.ts'
import { inFull } from '../../core/values/locale.ts'
import type { PromptView, View } from '../../core/view/view.ts'
import type { Block, Inline } from '../document/document.ts'
import { ledBy } from '../document/led-by.ts'
import { prose } from '../document/prose.ts'

/** The document that a clause is for: of which day, and whether it is a copy to sign, or a letter. */
export type ClauseManner = Pick<View, 'locale' | 'today' | 'partners' | 'prompts'> & {
  final: boolean
  short: boolean
  /** What it says beside some clauses, by their prompts. */
  marks?: Map<string, string> | undefined
}

/** The section that a clause stands in, and the prompts that it may have. */
export type ClauseSection = { title?: string; prompts?: string[] }

/**
 * An agreed position as a clause, word for word; where there is none, a blank that names its question. Its topic is its
 * heading, unless its section says it; in a letter, where sections have several clauses, each has its own.
 */
export function clause(prompt: PromptView, manner: ClauseManner, section: ClauseSection): Block {
  const { id, topic, agreed, parked } = prompt
  const { lead, words } = clauseWords(prompt)
  const isSaid = !parked && agreed?.settled === true
  const body = isSaid
    ? [
        ...ledBy(lead, prose(words)),
        ...particulars(prompt, manner),
        ...awaiting(prompt, manner),
        ...marked(prompt, manner),
      ]
    : [missing(prompt)]
  const own = isSaid ? lead : ''
  const whole = { kind: 'clause' as const, prompt: id, ...(own && { lead: own }) }
  if (manner.short)
    return { ...whole, topic, lead: `${topic}. ${own}`, blocks: ledBy(`${topic}.`, body, true) }
  if (saysTopic(section, topic) && body[0]?.kind === 'paragraph') return { ...whole, blocks: body }
  return { ...whole, topic, blocks: [...ledBy(topic, [], true), ...body] }
}

/** Whether the title of a section begins with a topic or, where nothing else stands in it, has its words in some form. */
function saysTopic({ title = '', prompts = [] }: ClauseSection, topic: string): boolean {
  if (title.toLowerCase().startsWith(topic.toLowerCase())) return true
  const said = foldedWords(title).filter((word) => word.length > 3)
  const isSaid = (word: string) => said.some((each) => word.startsWith(each) || each.startsWith(word))
  return prompts.length === 1 && foldedWords(topic).every(isSaid)
}

const paragraph = (inlines: Inline[], framed = false): Block => ({
  kind: 'paragraph',
  inlines,
  ...(framed && { framed }),
})

const missing = (prompt: PromptView): Block =>
  prompt.parked
    ? paragraph([{ kind: 'text', text: 'Set aside for now.', emphasis: true }], true)
    : paragraph([blankFor(prompt, [prompt.ask, ...openIn(prompt)].join(' '))])

const WHO_LEADS = 'Who will lead this?'
const WHEN_REVIEWED = 'When will you review this?'

/** What else is open where the partners do something together, so that all of it is told at once. */
const openIn = ({ activity, agreed }: PromptView): string[] =>
  activity ? [...(agreed?.lead ? [] : [WHO_LEADS]), ...(agreed?.review ? [] : [WHEN_REVIEWED])] : []

/** What stands before the question of a blank. */
export const TO_BE_AGREED = 'To be agreed: '

const blankFor = ({ id, number }: PromptView, question: string): Inline => ({
  kind: 'blank',
  text: TO_BE_AGREED + question,
  prompt: id,
  command: `hjp ask ${number}`,
})

/** Who is in and has not agreed to it. */
function awaiting(prompt: PromptView, manner: ClauseManner): Block[] {
  const text = notYetBy(prompt, manner.locale)
  if (text === undefined) return []
  return [paragraph([{ kind: 'blank', text, prompt: prompt.id, command: toAgree(manner, prompt) }], true)]
}

/** What a draft says beside it. */
const marked = ({ id }: PromptView, { marks }: ClauseManner): Block[] => {
  const mark = marks?.get(id)
  return mark ? [paragraph([{ kind: 'text', text: `${mark}.`, emphasis: true }], true)] : []
}

/** Who leads what the partners do together, and when it is reviewed: in a copy to sign as far as that is known. */
function particulars(prompt: PromptView, { locale, today, final, short }: ClauseManner): Block[] {
  const { lead, review, decision } = prompt.agreed!
  if (!prompt.activity || decision === 'no') return []
  const emphasised = (text: string): Inline => ({ kind: 'text', text, emphasis: true })
  const particular = (label: string, value: string | undefined, question: string): Inline[][] =>
    value || !final
      ? [[emphasised(`${label}: `), value ? emphasised(value) : blankFor(prompt, question)]]
      : []
  const lines = [
    ...particular('Lead', lead, WHO_LEADS),
    ...particular(
      review && review <= today ? 'Review was due' : 'Next review',
      review && inFull(review, locale),
      WHEN_REVIEWED,
    ),
  ]
  const between: Inline = short ? emphasised('. ') : { kind: 'break' }
  const inlines = lines.flatMap((line, n) => [...(n > 0 ? [between] : []), ...line])
  return inlines.length > 0 ? [paragraph(inlines, true)] : []
}
