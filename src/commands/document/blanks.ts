import type { KindView } from '../../core/request.ts'
import type { Document } from '../../render/document/document.ts'
import { blanksIn } from '../../render/document/tree.ts'

/** What the keeper is told of the blanks that a document has. */

/** What a document still lacks: blanks that it shows, and what it leaves out. `name` is what *hjp ask --for* calls it. */
export function lackingIn(
  { blocks }: Document,
  { lacks = [] }: KindView,
  name: string,
): { many: number; lines: string[]; how: string } {
  const blanks = blanksIn(blocks)
  const lines = [...blanks.map(({ text }) => text), ...lacks.map(({ topic }) => topic)]
  return { many: lines.length, lines: eachOnce(lines), how: settling(blanks, name) }
}

/** How the questions among blanks are settled: by agreeing on them, or by setting them aside on purpose. */
function settling(blanks: { prompt?: string; command?: string }[], name: string): string {
  const first = (verb: string) =>
    blanks.find(({ prompt, command }) => prompt && command?.startsWith(`hjp ${verb} `))?.command
  const [ask, agree, confirm] = [first('ask'), first('agree'), first('worksheet')]
  return [
    ask &&
      `\nGo through what is open with *hjp ask --for ${name}* or set a question aside: *${ask.replace('ask', 'park')} "why"*`,
    confirm && `\nAsk those who have not agreed yet: *${confirm}*`,
    agree &&
      `\nAsk those who have not agreed yet, and write it down once they do, for example with *${agree}*`,
  ]
    .filter(Boolean)
    .join('')
}

/** Lines, each once and with how often it is there. */
const eachOnce = (lines: string[]): string[] =>
  [...new Set(lines)].map((line) => {
    const many = lines.filter((each) => each === line).length
    return many > 1 ? `${line} (${many} times)` : line
  })

/** The command that fills them, or where it takes several, the one that goes through them all. */
export function filling(blanks: { command?: string }[], name: string): string {
  const [first, ...more] = new Set(blanks.flatMap(({ command }) => command ?? []))
  if (first === undefined) return ''
  return more.length > 0 ? ` To go through them: *hjp ask --for ${name}*` : ` Next: *${first}*`
}
