import { wrapAnsi } from 'fast-wrap-ansi'
import { answerTo } from '../../core/file/gathered.ts'
import { partnerName } from '../../core/file/partner.ts'
import type { Proposal } from '../../core/file/partnership.ts'
import type { Prompt } from '../../core/prompts/prompts.ts'
import { whyAside } from '../../core/prompts/set-aside.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { heldAgainst } from '../../core/tools/serves.ts'
import { promptView, viewOf } from '../../core/view/view.ts'
import { agreedDay } from '../../core/view/who-agreed.ts'
import { clean } from '../../render/document/clean.ts'
import type { Terminal } from '../../world/world.ts'
import type { Opened } from './open.ts'

/** Words as they stand under a question in the terminal. */
export const indented = ({ width }: Terminal, text: string): string =>
  wrapAnsi(clean(text).trimEnd(), width - 5).replace(/^/gm, '     ')

/** How far a walk has come: "3 of 13". */
export const progress = (at: number, many: number): string => `${at + 1} of ${many}`

/** What somebody does whose words wait. */
const HOW: Partial<Record<Proposal['for'], string>> = {
  said: 'also said',
  talk: 'said about it',
}

/** The question, why it is asked, and what has been said to it so far; `far` is how far the conversation has come. */
export function showPrompt(
  terminal: Terminal,
  opened: Opened,
  prompt: Prompt,
  today: string,
  far?: string,
): void {
  const { partnership } = opened
  const parked = whyAside(partnership, prompt)
  const { perspectives, agreed, proposals, notes } = answerTo(partnership, prompt)
  const fill = inWords(partnership)
  const view = viewOf({ ...opened, today })
  const when = (day: string | undefined) => (day ? ` on ${day}` : '')
  const quote = (label: string, words: string) =>
    terminal.out(`${indented(terminal, `${label}:\n${words}`)}\n`)

  const question = wrapAnsi(`${prompt.number}  ${fill(prompt.ask)}`, terminal.width)
  terminal.say(`\n${far ? `Question ${far}\n` : ''}${question.replace(/.+/g, '*$&*')}`)
  if (prompt.why) terminal.say(indented(terminal, `Why we ask: ${fill(prompt.why)}`))
  if (prompt['listen-for']) terminal.say(indented(terminal, `Listen for: ${fill(prompt['listen-for'])}`))
  for (const { label, words } of heldAgainst(view, promptView(view, prompt))) quote(label, words)
  for (const { partner, said, on } of perspectives)
    if (said) quote(`${partnerName(partnership, partner)} said${when(on)}`, said)
  const { agreed: seen } = promptView(view, prompt)
  const days = seen?.on && agreedDay(seen, (day) => day)
  if (agreed) quote(`Agreed${when(days)}${agreed.decision ? ` (${agreed.decision})` : ''}`, agreed.text)
  for (const { partner, text, on, decision, lead, review, ...proposal } of proposals) {
    const beside = [decision, lead && `lead: ${lead}`, review && `review: ${review}`].filter(Boolean)
    const how = HOW[proposal.for] ?? (partner ? 'proposes' : 'has')
    const label = proposal.from
      ? `In ${proposal.from}`
      : `${partnerName(partnership, partner)} ${how}${when(on)}`
    quote(beside.length > 0 ? `${label} (${beside.join(', ')})` : label, text)
  }
  for (const { partner, by, text, on } of notes)
    quote(`Note from ${by ?? partnerName(partnership, partner)}${when(on)}`, text)
  if (parked) quote(`Set aside, until hjp park ${prompt.number} --resume`, parked)
}
