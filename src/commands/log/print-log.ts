import { wrapAnsi } from 'fast-wrap-ansi'
import { headingOf } from '../../core/prompts/prompts.ts'
import type { View } from '../../core/view/view.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { Terminal } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import { indented } from '../shared/show-prompt.ts'
import { type LogEvent, sayCommit, sayEvent } from './event-words.ts'

/** Prints what came about on everything, in order of time. */
export function tellInTime(terminal: Terminal, view: View, events: LogEvent[], kept: boolean): void {
  tell(terminal, view, events, kept, ({ prompt }) => (prompt ? `${headingById(view, prompt)}. ` : ''))
}

/** Prints what came about on each of these prompts, after that on the parts that they are all of. */
export function tellByPrompt(
  terminal: Terminal,
  view: View,
  events: LogEvent[],
  kept: boolean,
  ids: string[],
): void {
  const onParts = events.filter(({ prompt }) => !prompt)
  tell(terminal, view, onParts, kept, () => '')
  if (onParts.length > 0 && onParts.length < events.length) terminal.out('\n')
  const talked = ids.filter((id) => events.some(({ prompt }) => prompt === id))
  talked.forEach((id, n) => {
    const ask = promptIn(view, id)?.ask
    outLines(terminal, `${n > 0 ? '\n\n' : ''}${headingById(view, id)}`)
    terminal.out(ask ? `${indented(terminal, ask)}\n\n` : '\n')
    const own = events.filter(({ prompt }) => prompt === id)
    tell(terminal, view, own, kept, () => '')
  })
}

const promptIn = ({ prompts }: View, id: string) => prompts.find((prompt) => prompt.id === id)

/** "5.1 Referral pathways", or the id of a prompt that is no longer in the catalogue. */
function headingById(view: View, id: string): string {
  const prompt = promptIn(view, id)
  return prompt ? headingOf(prompt) : id
}

/** Events in their order, under the commits that keep them, where git has `kept` any. */
function tell(
  terminal: Terminal,
  view: View,
  events: LogEvent[],
  kept: boolean,
  lead: (event: LogEvent) => string,
): void {
  const { out, width } = terminal
  const line = (text: string, indent: string) =>
    out(`${wrapAnsi(oneLine(text), width - indent.length).replace(/^/gm, indent)}\n`)

  events.forEach((event, n) => {
    const { commit } = event
    if (kept && (n === 0 || commit !== events[n - 1]!.commit)) {
      if (n > 0) out('\n')
      line(commit ? sayCommit(commit, view) : 'Not committed yet', '')
    }
    sayEvent(event, view).forEach(([label, words], m) => {
      line(`${m === 0 ? lead(event) : ''}${label}:`, '  ')
      out(`${indented(terminal, words)}\n`)
    })
  })
}
