import type { KindView } from '../../core/request.ts'
import type { Document } from '../../render/document/document.ts'
import { blanksIn } from '../../render/document/tree.ts'

/** What the keeper is told of the blanks that a document has. */

/** What a document still lacks: blanks that it shows, and what it leaves out. */
export function lackingIn(
  { blocks }: Document,
  { lacks = [] }: KindView,
): { many: number; lines: string[]; how: string } {
  const blanks = blanksIn(blocks)
  const lines = [...blanks.map(({ text }) => text), ...lacks.map(({ topic }) => topic)]
  return { many: lines.length, lines: eachOnce(lines), how: settling(blanks) }
}

/** How the questions among blanks are settled: by agreeing on them, or by setting them aside on purpose. */
function settling(blanks: { prompt?: string; command?: string }[]): string {
  const first = (verb: string) =>
    blanks.find(({ prompt, command }) => prompt && command?.startsWith(`hjp ${verb} `))?.command
  const [ask, agree, confirm] = [first('ask'), first('agree'), first('worksheet')]
  return [
    ask &&
      `\nAgree on what is still open, for example with *${ask}*, or set it aside: *${ask.replace('ask', 'park')} "why"*.`,
    confirm && `\nAsk those who have not agreed yet: *${confirm}*.`,
    agree &&
      `\nAsk those who have not agreed yet, and write it down once they do, for example with *${agree}*.`,
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

/** The first commands that fill them; of the questions to ask, one, and of those to agree. */
export function filling(blanks: { command?: string }[]): string {
  const commands = [...new Set(blanks.flatMap(({ command }) => command ?? []))]
  const verbOf = (command: string) => command.split(' ')[1]!
  const first = commands.filter((command, n) => {
    const verb = verbOf(command)
    return !['ask', 'agree'].includes(verb) || n === commands.findIndex((each) => verbOf(each) === verb)
  })
  return first.length === 0 ? '' : ` Next: *${first.slice(0, 3).join('*, *')}*.`
}
