import { story } from '../../core/history/history.ts'
import { promptsOf } from '../../core/prompts/prompts.ts'
import { viewOf } from '../../core/view/view.ts'
import type { World } from '../../world/world.ts'
import { calledHere, catalogueOf, promptsIn } from '../shared/called-prompts.ts'
import { commandOf } from '../shared/command.ts'
import { type Opened, open } from '../shared/open.ts'
import { printJson } from '../shared/print.ts'
import { type LogEvent, sayCommit } from './event-words.ts'
import { tellByPrompt, tellInTime } from './print-log.ts'

export const command = commandOf({
  args: '[part-or-prompt...]',
  json: true,
  examples: ['hjp log', 'hjp log 5.1', 'hjp log what-we-do --json'],
  async run(world, { json, ...options }, ...names) {
    const { terminal, today } = world
    const opened = await open(world, options)
    const history = await world.git.history(opened.path)
    const { versions = [], head = '' } = history ?? {}
    const kept = versions.length > 0
    const working = { commit: undefined, text: opened.text, before: [head] }
    const { events, unreadable } = story<LogEvent['commit']>([...versions, working], promptsOf(opened.parts))
    // Without git, what was written down with the words is all there is to tell the order by.
    const inTime = kept ? events : events.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
    const ids = await idsNamed(world, opened, events, names)
    const wanted = ids ? inTime.filter((event) => concerns(opened, event, ids)) : inTime
    const view = viewOf({ ...opened, today })

    if (json) printJson(world, wanted.map(withCommit))
    else if (wanted.length === 0) terminal.say(`Nothing has been said${ids ? ' about this' : ''} yet.`)
    else if (ids) tellByPrompt(terminal, view, wanted, kept, ids)
    else tellInTime(terminal, view, wanted, kept)

    for (const commit of unreadable)
      if (commit) terminal.say(`Skipped, because it is not a partnership file: ${sayCommit(commit, view)}`)
    if (history?.isShallow)
      terminal.say(
        'This copy of the repository does not have the whole history. To get the rest: *git fetch --unshallow*',
      )
    if (!kept)
      terminal.say(
        `This file ${history ? 'has never been committed' : 'is not in a git repository'}, so hjp cannot know who wrote it, what was there before, or when it was saved. To keep a history from now on: ${history ? '' : '*git init* and then '}*git add* and *git commit*`,
      )
    return 0
  },
})

/** Whether it came about on one of these prompts, or on the part of them all. */
const concerns = ({ parts }: Opened, event: LogEvent, ids: string[]): boolean => {
  if (event.prompt) return ids.includes(event.prompt)
  if (event.about !== 'parking') return false
  const { part: name } = event.now ?? event.before[0]!
  const part = parts.find(({ id, number }) => id === name || String(number) === name)
  return part?.prompts.every(({ id }) => ids.includes(id)) ?? false
}

/** A day after all others, where none was written down. */
const dayOf = ({ on = '9999' }: LogEvent): string => on

/** As data: what is not committed yet has no commit, and of one nobody may know the author. */
const withCommit = ({ commit, ...event }: LogEvent) => ({
  ...event,
  commit: commit ? { ...commit, author: commit.author ?? null } : null,
})

/** The prompts that are named; one that is no longer in the catalogue by the id it had. */
async function idsNamed(
  world: World,
  opened: Opened,
  events: LogEvent[],
  names: string[],
): Promise<string[] | undefined> {
  if (names.length === 0) return undefined
  const idsOf = async (called: string[]) =>
    promptsIn(await calledHere(world, catalogueOf(opened), called)).map(({ id }) => id)
  const isKept = (name: string) => events.some(({ prompt }) => prompt === name)
  if (!names.some(isKept)) return idsOf(names)
  const ids: string[] = []
  for (const name of names) ids.push(...(isKept(name) ? [name] : await idsOf([name])))
  return [...new Set(ids)]
}
