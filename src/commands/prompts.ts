import { choosePrompts } from '../core/prompts.ts'
import type { Command } from './command.ts'
import { copyOwn } from './copy.ts'
import { library } from './find.ts'

export const command: Command = {
  args: '[part-or-prompt...]',
  options: [['--copy <part>', "put a part's file in your own prompts folder, to change"]],
  json: true,
  examples: [
    'hjp prompts',
    'hjp prompts what-we-do',
    'hjp prompts 5.3 --json',
    'hjp prompts --copy what-we-do',
  ],
  async run(world, { copy, ...options }, ...names) {
    const { parts } = await library(world, options)
    if (typeof copy === 'string') {
      const [first] = choosePrompts(parts, [copy])
      const part = parts.find(({ id }) => id === first!.part)!
      return copyOwn(world, options, `prompts/${String(part.number).padStart(2, '0')}-${part.id}.yaml`)
    }
    const chosen = names.length > 0 ? choosePrompts(parts, names) : parts.flatMap(({ prompts }) => prompts)
    if (options.json) {
      const about = parts.map(({ prompts, ...part }) => ({
        ...part,
        prompts: prompts.filter((prompt) => chosen.includes(prompt)),
      }))
      world.terminal.out(
        `${JSON.stringify(
          about.filter(({ prompts }) => prompts.length > 0),
          null,
          2,
        )}\n`,
      )
      return 0
    }
    for (const part of parts) {
      const shown = part.prompts.filter((prompt) => chosen.includes(prompt))
      if (shown.length === 0) continue
      const { title, publisher, address } = part.source
      world.terminal.out(
        `${part.number}  ${part.title}  (${part.id})\n   From: ${[title, publisher, address].filter(Boolean).join(', ')}\n\n`,
      )
      for (const { number, id, ask } of shown)
        world.terminal.out(`   ${number.padEnd(6)}${ask}\n         ${id}\n`)
      world.terminal.out('\n')
    }
    return 0
  },
}
