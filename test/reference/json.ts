import { commands } from '../../src/commands/index.ts'
import type { History } from '../../src/world/world.ts'
import { generated, partnerships, printed } from './run.ts'
import { shapeOf } from './shape.ts'

/** What those have to be told that tell nothing by themselves. */
const ARGS: Record<string, string[]> = {
  adopt: ['old-mou.md'],
  find: ['the'],
  show: ['what-we-do', 'agreement-terms'],
}
/** What each command that prints JSON tells. */
const TELLS: Record<string, string> = {
  adopt:
    'What an agreement that you had before says, in its order: pieces under their headings, each with the three prompts that it is likeliest to answer. `beside` says what is no clause.',
  status:
    'How far the conversations have come: each part, whose voice is missing, what is due and what is next.',
  show: 'All that is known on each prompt that is named. `clause` says where its clause stands in the agreement and the letter, and whether it is printed there yet.',
  find: 'What in the file has the words, where it stands and who said it. `found` is the sentences that have them, each with its column, `kept` whether documents for partners have none of it, and `documents` the commands that print it, left out where that cannot be told.',
  check:
    'What needs attention, with its place in the file: [checks.md](checks.md) tells of each code. `table` and `row` are what it is about: a prompt of the answers, a partner, or a row by its id, its day or its words. `lesser` is how many `--level` left out. `version` goes up where a key goes away or comes to mean something else.',
  log: 'How the answers came about, oldest first. `commit` is null where nothing is committed yet, and `author` where this copy of the repository does not tell.',
  prompts: 'The parts and their prompts, in the words of the partnership.',
  kinds: 'The kinds of document, with their sections and schedules.',
}

const commit = { hash: 'a1b2c3d', day: '2026-11-16', subject: 'What we said' }
/** As git would tell of a file: not at all; committed once, in other words; in a copy that does not go all the way back. */
const histories = (text: string): (History | undefined)[] => [
  undefined,
  ...['Ana Ruiz', undefined].map((author) => {
    const before = text.replaceAll(' the ', ' this ')
    return {
      versions: [{ commit: { ...commit, author }, text: before, before: [''] }],
      head: before,
      isShallow: author === undefined,
    }
  }),
]

/** What `--json` prints, read off what the commands print for the examples. */
export async function jsonPage(): Promise<string> {
  const sections: string[] = []
  for (const [command, { load }] of Object.entries(commands)) {
    if (!(await load()).command.json) continue
    const about = TELLS[command]
    if (!about) throw new Error(`Say in ${import.meta.url} what hjp ${command} --json tells.`)
    const runs = partnerships.flatMap((text) =>
      (command === 'log' ? histories(text) : [undefined]).map((history) =>
        printed([command, ...(ARGS[command] ?? []), '--json'], text, history),
      ),
    )
    const shape = shapeOf((await Promise.all(runs)).map((out) => JSON.parse(out)))
    sections.push(`## hjp ${command} --json`, about, `\`\`\`text\n${shape}\n\`\`\``)
  }
  return `${generated(
    'What --json prints',
    'The keys and what they hold, read off what each command prints for the fictional examples and a small file with what they lack. `?` marks a key that is sometimes left out. A day is text, YYYY-MM-DD.',
    'Data goes to standard output and messages to standard error, so the output can go straight into another program: `hjp status --json | jq .due`. `hjp schema` prints the JSON Schema of the partnership file; [file.md](file.md) shows it as tables.',
    ...sections,
  )}\n`
}
