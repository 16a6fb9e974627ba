import { commands } from '../../src/commands/index.ts'
import { cell, generated, printed, table } from './run.ts'

type Help = { usage: string; about: string; options: [flags: string, about: string][]; rest: string }

/** Every command and kind of document, as its own --help tells of it. */
export async function commandsPage(): Promise<string> {
  const { groups, names } = listed(await printed(['help', 'everything']))
  const helps = new Map<string, Help>()
  for (const name of names) helps.set(name, readHelp(await printed([name, '--help'])))
  const all = [...helps.values()]
  /** What every command takes stands once, above. */
  const everywhere = all[0]!.options.filter(([flags]) =>
    all.every(({ options }) => options.some(([other]) => other === flags)),
  )
  const section = (name: string) => {
    const { usage, about, options, rest } = helps.get(name)!
    const own = options.filter(([flags]) => !everywhere.some(([other]) => other === flags))
    const sort = Object.hasOwn(commands, name)
      ? []
      : [`A kind of document; \`hjp kinds --copy ${name}\` copies its template, to change.`]
    return [`### ${name}`, about, ...sort, fenced(usage), ...optionTable(own), rest]
      .filter(Boolean)
      .join('\n\n')
  }
  return `${generated(
    'Commands',
    'What `hjp <command> --help` tells, in one place. In a usage line `<this>` is needed, `[this]` may be left out, and `...` means one or more. A prompt is named by its id or its number, `what-we-do/referral-pathways` or `5.1`.',
    '## Every command takes',
    ...optionTable(everywhere),
    'See also the [exit codes](../help/exit-codes.md), and the [variables](../help/environment.md) of your shell that change what hjp does.',
    ...groups.flatMap(([title, members]) => [`## ${title}`, ...members.map(section)]),
  )}\n`
}

const optionTable = (options: Help['options']): string[] =>
  options.length === 0
    ? []
    : [
        table(
          ['option', 'what it does'],
          options.map(([flags, about]) => [`\`${flags}\``, cell(about)]),
        ),
      ]

const fenced = (text: string) => `\`\`\`text\n${text}\n\`\`\``

/** The groups of `hjp help`, and the commands in each. */
function listed(help: string): { groups: [title: string, names: string[]][]; names: string[] } {
  const groups = [...help.matchAll(/^([A-Z][^\n]*):\n((?: {2}.+\n)+)/gm)]
    .filter(([, title]) => title !== 'Options' && title !== 'Examples')
    .map(([, title, lines]): [string, string[]] => [
      title!,
      [...lines!.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!),
    ])
  return { groups, names: groups.flatMap(([, names]) => names) }
}

/** A command's help, taken apart; lines that were wrapped are joined again. */
function readHelp(help: string): Help {
  const [usage = '', about = '', ...blocks] = help.trimEnd().split('\n\n')
  const options = blocks.find((block) => block.startsWith('Options:'))!
  const examples = blocks.findIndex((block) => block.startsWith('Examples:'))
  const lines = blocks[examples]!.split('\n').slice(1)
  return {
    usage: usage.replace('Usage: ', ''),
    about: about.replace(/\s*\n\s*/g, ' '),
    options: options
      .split(/\n {2}(?=-)/)
      .slice(1)
      .map((option) => {
        const [flags = '', ...words] = option.split(/ {2,}|\n/).map((word) => word.trim())
        return [flags, words.filter(Boolean).join(' ')]
      }),
    rest: [
      fenced(lines.map((line) => line.trim()).join('\n')),
      ...blocks.slice(examples + 1).map((block) => block.replace(/(?<=^\S.*)\n(?=\S)/gm, ' ')),
    ].join('\n\n'),
  }
}
