import type { KindView } from '../../core/request.ts'
import type { View } from '../../core/view/view.ts'
import { capital, counted, onLines, typedSo } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { numberOf } from '../../render/document/numbering.ts'
import { blanksIn } from '../../render/document/tree.ts'
import { TO_BE_AGREED } from '../../render/templates/clause.ts'

/** What the keeper is told of the blanks that a document has. */

type Blank = ReturnType<typeof blanksIn>[number]

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
function settling(blanks: Blank[], name: string): string {
  const first = (verb: string) =>
    blanks.find(({ prompt, command }) => prompt && command?.startsWith(`hjp ${verb} `))?.command
  const [ask, agree, confirm] = [first('ask'), first('agree'), first('worksheet')]
  return [
    ask &&
      `\nGo through what is open with *hjp ask --for ${typedSo(name)}* or set a question aside: *${ask.replace('ask', 'park')} "why"*`,
    confirm && `\nAsk those who have not agreed yet: *${confirm}*`,
    agree &&
      `\nAsk those who have not agreed yet, and write it down once they do, for example with *${agree}*`,
    !ask && !confirm && !agree && filling(blanks, name).replace(' ', '\n'),
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

/** How many blanks a document shows. */
export const leftBlank = (blanks: Blank[], name: string): string =>
  `${counted(blanks.length, 'blank')} left, shown in [brackets].${filling(blanks, name)}`

/** What a copy to sign leaves out, where its draft has blanks. */
export function leftOutToSign(blanks: Blank[], { prompts }: View, name: string): string {
  const lines = blanks.map(({ text, prompt }) => {
    const topic = prompts.find(({ id }) => id === prompt)?.topic
    return topic ? `${topic}: ${text.replace(TO_BE_AGREED, '')}` : capital(text)
  })
  return `This copy leaves out what nobody has written down yet:${onLines(eachOnce(lines))}\nBefore anyone signs, fill it in or decide to do without it.${filling(blanks, name)}`
}

/** Which numbers a copy to sign has for what its draft has under others, as it leaves out what stood before. */
export function numberedAnew(draft: Document, final: Document): string[] {
  const places = (document: Document) =>
    [...numberOf(document)].flatMap(([block, number]) =>
      block.kind === 'heading' && block.name
        ? [[block.name, number.replace(/^\d/, 'section $&')] as const]
        : [],
    )
  const now = new Map(places(final))
  const moved = places(draft).flatMap(([name, was]) => {
    const is = now.get(name)
    return is && is !== was ? `its ${was} is ${is} here` : []
  })
  return moved.length > 0
    ? [`Some numbers in this copy are not those of the draft: ${moved.join(', ')}.`]
    : []
}

/** The command that fills them, or where it takes several, the one that goes through them all. */
export function filling(blanks: { command?: string }[], name: string): string {
  const [first, ...more] = new Set(blanks.flatMap(({ command }) => command ?? []))
  if (first === undefined) return ''
  return more.length > 0 ? ` To go through them: *hjp ask --for ${typedSo(name)}*` : ` Next: *${first}*`
}
