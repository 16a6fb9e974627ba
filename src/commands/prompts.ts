import { wrapAnsi } from 'fast-wrap-ansi'
import { type Part, promptsOf } from '../core/prompts/prompts.ts'
import { rowOfPart } from '../core/prompts/set-aside.ts'
import type { Terminal } from '../world/world.ts'
import { calledHere, promptsIn } from './shared/called-prompts.ts'
import { besideColumn } from './shared/columns.ts'
import { commandOf } from './shared/command.ts'
import { copyOwn } from './shared/copy.ts'
import { promptsHere } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { printJson } from './shared/print.ts'

export const command = commandOf({
  args: '[part-or-prompt...]',
  options: { copy: wants.text('<part>', "copy a part's file to your own prompts folder to change") },
  json: true,
  examples: [
    'hjp prompts',
    'hjp prompts what-we-do',
    'hjp prompts 5.3 --json',
    'hjp prompts --copy what-we-do',
  ],
  async run(world, { copy, ...options }, ...names) {
    const { parts, partnership, fill } = await promptsHere(world, options)
    if (copy !== undefined) {
      const [first] = promptsIn(await calledHere(world, { parts, fill }, [copy]))
      const { number, id } = parts.find(({ id }) => id === first!.part)!
      return copyOwn(world, options, `prompts/${String(number).padStart(2, '0')}-${id}.yaml`)
    }
    const chosen =
      names.length > 0 ? promptsIn(await calledHere(world, { parts, fill }, names)) : promptsOf(parts)
    const shown = parts
      .map((part) =>
        filled({ ...part, prompts: part.prompts.filter((prompt) => chosen.includes(prompt)) }, fill),
      )
      .filter(({ prompts }) => prompts.length > 0)
    const { out } = world.terminal
    if (options.json) printJson(world, shown)
    else
      for (const part of shown)
        out(listed(world.terminal, part, partnership?.parked[rowOfPart(partnership, part)]?.why))
    return 0
  },
})

/** A part with its words filled in. */
function filled(part: Part, fill: (text: string) => string): Part {
  const each = <T extends object>(thing: T): T =>
    Object.fromEntries(
      Object.entries(thing).map(([key, value]) => [
        key,
        typeof value === 'string' ? fill(value) : key === 'clause' && value ? each(value) : value,
      ]),
    ) as T
  return { ...part, title: fill(part.title), purpose: fill(part.purpose), prompts: part.prompts.map(each) }
}

function listed(
  terminal: Terminal,
  { number, title, id, source, relation, prompts }: Part,
  aside: string | undefined,
): string {
  const origin = [source.title, source.publisher, source.address].filter(Boolean).join(', ')
  const wide = Math.max(...prompts.map((prompt) => prompt.number.length)) + 2
  const asks = prompts.map(
    (prompt) =>
      besideColumn(terminal, prompt.number, wide, prompt.ask) + besideColumn(terminal, '', wide, prompt.id),
  )
  const set = aside === undefined ? [] : [`Set aside: ${aside}`]
  const about = [...set, `Draws on: ${origin}`, relation.trim()].map((text) =>
    besideColumn(terminal, '', 0, text),
  )
  return `${wrapAnsi(`${number}  ${title}  (${id})`, terminal.width)}\n${about.join('')}\n${asks.join('')}\n`
}
