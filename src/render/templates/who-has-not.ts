import { withoutAnswer } from '../../core/prompts/decisions.ts'
import { listed } from '../../core/values/locale.ts'
import { isUndertaken, type PromptView, type View } from '../../core/view/view.ts'
import type { Block } from '../document/document.ts'
import { inlinesIn, picturesIn, plain } from '../document/tree.ts'

/**
 * The blocks of a document, which says of what it shows as agreed who has not agreed to it yet. A clause and a form say so themselves, and
 * what is told elsewhere is told of under the title, or at the end of what has none.
 */
export function sayingWhoHasNot(blocks: Block[], { prompts, partners, locale }: View): Block[] {
  const open = prompts.filter(({ agreed }) => agreed && agreed.awaited.length > 0)
  if (open.length === 0) return blocks
  const others = blocks.filter(({ kind }) => kind !== 'clause' && kind !== 'form')
  const said = wordsOf(
    [...inlinesIn(others).map(plain), ...picturesIn(others).flatMap(({ picture }) => textsOf(picture))].join(
      ' ',
    ),
  )
  const shown = open.filter((prompt) => isIn(said, prompt))
  const notes = partners.flatMap(({ id, name }): Block[] => {
    const topics = shown
      .filter(({ agreed }) => agreed!.awaited.some((each) => each.id === id))
      .map(({ topic }) => topic)
    if (topics.length === 0) return []
    const text = `Not agreed yet by ${name}: ${listed(topics, locale)}.`
    return [{ kind: 'note', blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }] }]
  })
  const title = blocks.findIndex(({ kind }) => kind === 'heading')
  return title < 0 ? [...blocks, ...notes] : blocks.toSpliced(title + 1, 0, ...notes)
}

/** All texts in a value, at any depth. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

const wordsOf = (text: string): string => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase()} `

/** As many words as tell one text from another, and as a document that shortens it leaves. */
const TELLING = 6

/** A text up to as many words, or one more, which shows that it goes on. */
const START = new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]+){1,${TELLING + 1}}`, 'u')

/** Whether a document shows what is agreed on a prompt: its words as they begin, or its topic where it is something that is done. */
function isIn(said: string, prompt: PromptView): boolean {
  const beginning = (text: string) =>
    wordsOf(START.exec(text.replace(/^\s*(?:[-*•]|\(?\w{1,2}[.)])\s/, ''))?.[0] ?? '')
      .split(' ')
      .slice(0, TELLING + 1)
      .join(' ')
  const { decision, text } = prompt.agreed!
  const texts = [text, ...(decision ? [withoutAnswer(decision, text)] : [])].map(beginning)
  const isDone = isUndertaken(prompt) && said.includes(wordsOf(prompt.topic))
  return isDone || texts.some((text) => text.trim() !== '' && said.includes(text))
}
