import { NOT_YET_BY } from '../../core/meeting/awaited.ts'
import { listed } from '../../core/values/locale.ts'
import { TOGETHER, type View } from '../../core/view/view.ts'
import { capital } from '../../text.ts'
import type { Block, Inline } from '../document/document.ts'
import { blanksIn, plain } from '../document/tree.ts'
import { TO_BE_AGREED } from './clause.ts'
import type { Aside } from './placeholder.ts'

/** A page that lists the blanks set aside so far: what each asks, the section it stands in, and who is to be asked. None, no page. */
export function gapsPage(asides: Aside[], seen: View, title: string, about: string): Block[] {
  const rows: Block[][][] = []
  let where: Inline = text('')
  const gap = (what: string, who: string[]) =>
    rows.push([cell(text(what)), cell(where), cell(text(capital(listed(who, seen.locale))))])
  for (const aside of asides) {
    if ('inlines' in aside && aside.inlines.some(({ kind }) => kind === 'blank'))
      for (const blank of blanksIn([paragraph(...aside.inlines)]))
        gap(capital(blank.text), [aside.of ?? TOGETHER])
    if (!('blocks' in aside)) continue
    for (const block of aside.blocks)
      if (block.kind === 'heading' && block.name)
        where = { kind: 'text', text: plain(block.inlines), to: block.name, bare: true }
    for (const { text, prompt } of blanksIn(aside.blocks)) gap(...askedFor(text, prompt, seen))
  }
  if (rows.length === 0) return []
  const header = ['What', 'Section', 'Who to ask'].map((name) => cell(text(name)))
  return [
    { kind: 'heading', level: 1, inlines: [text(title)], page: true },
    paragraph(text(about)),
    { kind: 'table', rows: [header, ...rows] },
  ]
}

/** What the blank of a clause asks, with its topic where that is not its own question; and those who have not said yet what they think. */
function askedFor(words: string, id: string | undefined, { prompts }: View): [string, string[]] {
  const prompt = prompts.find((each) => each.id === id)
  const question = words.replace(TO_BE_AGREED, '')
  if (!prompt) return [question, [TOGETHER]]
  if (words.startsWith(NOT_YET_BY))
    return [`${prompt.topic}, as the others have agreed it`, prompt.agreed!.awaited.map(({ name }) => name)]
  const unheard = prompt.voices.flatMap(({ partner, said }) => (said === undefined ? [partner] : []))
  const isOwn = question.startsWith(prompt.ask)
  const isForAll = !isOwn || unheard.length === 0 || unheard.length === prompt.voices.length
  return [isOwn ? question : `${prompt.topic}: ${question}`, isForAll ? [TOGETHER] : unheard]
}

const text = (words: string): Inline => ({ kind: 'text', text: words })
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })
const cell = (inline: Inline): Block[] => [paragraph(inline)]
