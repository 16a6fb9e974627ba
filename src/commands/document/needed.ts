import { type Prompt, partNamed, promptNamed } from '../../core/prompts/prompts.ts'
import { isAgreed, promptView } from '../../core/view/view.ts'
import { blanksIn } from '../../render/document/tree.ts'
import { compose, seenBy } from '../../render/templates/template.ts'
import type { Opened } from '../shared/open.ts'
import { type Wished, wishOf } from './wish.ts'

/** What a document needs before it has no blank, in its order. */
export type Needed = {
  /** To be agreed. */
  prompts: Prompt[]
  /** Agreed, but for who leads them, and when they are reviewed. */
  unled: Prompt[]
  undated: Prompt[]
  /** Other blanks, each with the command that fills it. */
  blanks: { text: string; command: string }[]
}

/** Of sections that are asked for by name, all that they could say is needed, and not only what the agreement must have. */
export async function neededFor(opened: Opened, { kind, options }: Wished, today: string): Promise<Needed> {
  const wish = wishOf(opened, kind, options, [], today)
  const view = seenBy(kind, { ...opened, today }, wish)
  const { document } = await compose(opened.library, kind, view)
  const blanks = [
    ...blanksIn(document.blocks),
    ...(view.lacks ?? []).map(({ topic, command }) => ({ text: topic, command })),
  ].flatMap(({ text, command }) => (command === undefined ? [] : [{ text, command }]))
  const asked = blanks.flatMap(({ command }) => ASKS.exec(command)?.[1] ?? [])
  const prompts = [
    // Of a part, its questions without those that follow them up.
    ...asked.flatMap(
      (name) =>
        partNamed(opened.parts, name)?.prompts.filter(({ under }) => !under) ??
        promptNamed(opened.parts, name) ??
        [],
    ),
    ...(wish.whole ? [] : wish.sections)
      .flatMap((section) => section.prompts)
      .flatMap((id) => promptNamed(opened.parts, id) ?? []),
  ].map((prompt) => ({ prompt, seen: promptView(view, prompt) }))
  const needed = (isNeeded: (each: (typeof prompts)[number]) => boolean) => [
    ...new Set(prompts.filter(isNeeded).map(({ prompt }) => prompt)),
  ]
  const lacking = (term: 'lead' | 'review') =>
    needed(({ seen }) => isAgreed(seen) && asked.includes(seen.number) && !seen.agreed?.[term])
  return {
    prompts: needed(({ seen }) => !isAgreed(seen) && !seen.parked),
    unled: lacking('lead'),
    undated: lacking('review'),
    blanks: blanks.filter(
      ({ command }, n) => !ASKS.test(command) && n === blanks.findIndex((other) => other.command === command),
    ),
  }
}

const ASKS = /^hjp ask (\S+)$/
