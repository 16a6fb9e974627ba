import { wrapAnsi } from 'fast-wrap-ansi'
import { commentsIn } from '../core/merging/comments.ts'
import { type Comment, type Find, findsIn, nearestWord } from '../core/search/search.ts'
import { counted, meant } from '../errors.ts'
import type { World } from '../world/world.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { printJson } from './shared/print.ts'
import { indented } from './shared/show-prompt.ts'

export const command = commandOf({
  args: '<word...>',
  json: true,
  examples: ['hjp find insurance', 'hjp find warm handover', 'hjp find "Joanna Petrakis" --json'],
  note: 'It finds what has all of the words, in any order, case and form: "referral" finds "Referrals". The documents are those that would print it today, written without naming prompts.',
  async run(world, { json, ...options }, ...words) {
    const opened = await open(world, options)
    const { partnership, parts } = opened
    const sought = words.join(' ')
    const finds = findsIn(partnership, parts, ownComments(opened.text), sought)
    const { documentsShowing } = await import('./document/shown-in.ts')
    const shown = finds.length > 0 ? await documentsShowing(opened, world.today, finds) : []
    const all = finds.map((find, n) => ({ ...find, documents: shown[n] }))
    if (json) printJson(world, all)
    else {
      for (const find of all) tell(world, find)
      const near = finds.length > 0 ? undefined : nearestWord(partnership, parts, sought)
      world.terminal.say(
        finds.length > 0
          ? `Found in ${counted(finds.length, 'place')}.`
          : `Nothing in the file says "${sought}".${meant(near)}`,
      )
    }
    return 0
  },
})

/** What was noted in the file by hand: the questions that hjp writes above the answers are left out. */
function ownComments(text: string): Comment[] {
  const blocks: Comment[] = []
  for (const { words, line } of commentsIn(text)) {
    if (/^#(?: \d+\.\d|\s{4})/.test(words)) continue
    const last = blocks.at(-1)
    const bare = words.replace(/^#\s*/, '')
    if (last && line === last.line + last.words.split('\n').length) last.words += `\n${bare}`
    else blocks.push({ words: bare, line })
  }
  return blocks
}

function tell(
  { terminal }: World,
  { what, by, on, found, kept, documents = [] }: Find & { documents?: string[] | undefined },
): void {
  const who = [by.join(', '), on].filter(Boolean).join(', ')
  terminal.out(`${wrapAnsi(who ? `${what} (${who})` : what, terminal.width)}\n`)
  for (const { column, sentences } of found) {
    const words = sentences.join(' … ')
    const isPlain = ['said', 'text', 'what', 'comment', 'parked'].includes(column)
    terminal.out(`${indented(terminal, isPlain ? words : `${column}: ${words}`)}\n`)
  }
  if (kept) terminal.out(`${indented(terminal, 'Kept from partners.')}\n`)
  if (documents.length > 0) terminal.out(`${indented(terminal, `Printed in: ${documents.join(', ')}`)}\n`)
  terminal.out('\n')
}
