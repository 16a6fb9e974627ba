import { story } from '../core/history.ts'
import { choosePrompts, type Part } from '../core/prompts.ts'
import { view } from '../core/view.ts'
import type { Command } from './command.ts'
import { indented } from './introduce.ts'
import { open } from './open.ts'
import { printJson } from './print.ts'
import { type Event, sayCommit, tell } from './telling.ts'

const UNKNOWN = 'so hjp cannot know who wrote it, what stood there before, or when it was kept.'

export const command: Command = {
  args: '[part-or-prompt...]',
  json: true,
  examples: ['hjp log', 'hjp log 5.1', 'hjp log what-we-do --json'],
  async run(world, { json, ...options }, ...names) {
    const { terminal, today } = world
    const opened = await open(world, options)
    const history = await world.git.history(opened.path)
    const { versions = [], head = '' } = history ?? {}
    const { events, unreadable } = story<Event['commit']>([
      ...versions,
      { commit: undefined, text: opened.text, before: [head] },
    ])
    const ids = idsNamed(opened.parts, events, names)
    const wanted = ids ? events.filter(({ prompt }) => prompt && ids.includes(prompt)) : events
    const kept = versions.length > 0
    const seen = view({ ...opened, today })
    const promptOf = (id: string) => seen.prompts.find((each) => each.id === id)
    const headed = (id: string) => [promptOf(id)?.number, promptOf(id)?.topic ?? id].filter(Boolean).join(' ')

    if (json)
      printJson(
        world,
        wanted.map((event) => ({ ...event, commit: event.commit ?? null })),
      )
    else if (wanted.length === 0) terminal.say(`Nothing has been said${ids ? ' to this' : ''} yet.`)
    else if (!ids) tell(terminal, seen, wanted, kept, ({ prompt }) => (prompt ? `${headed(prompt)}. ` : ''))
    else
      for (const id of ids) {
        const own = wanted.filter(({ prompt }) => prompt === id)
        if (own.length === 0) continue
        terminal.out(`${headed(id)}\n${indented(terminal, promptOf(id)?.ask ?? '')}\n`)
        tell(terminal, seen, own, kept, () => '')
        terminal.out('\n')
      }

    for (const commit of unreadable)
      if (commit)
        terminal.say(
          `Passed over, because it cannot be read as a partnership file: ${sayCommit(commit, seen)}`,
        )
    if (!history)
      terminal.say(
        `This file is in no git repository, ${UNKNOWN} To keep that from now on: *git init*, then *git add* and *git commit*.`,
      )
    else if (!kept)
      terminal.say(
        `This file has never been committed, ${UNKNOWN} To keep that from now on: *git add* and *git commit*.`,
      )
    return 0
  },
}

/** The prompts that are named; one that is no longer in the catalogue by the id it had. */
function idsNamed(parts: Part[], events: Event[], names: string[]): string[] | undefined {
  if (names.length === 0) return undefined
  const ids = names.flatMap((name) =>
    events.some(({ prompt }) => prompt === name) ? [name] : choosePrompts(parts, [name]).map(({ id }) => id),
  )
  return [...new Set(ids)]
}
