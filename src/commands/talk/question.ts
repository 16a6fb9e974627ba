import { HjpError } from '../../errors.ts'
import type { Interview } from '../shared/interview.ts'
import { EVERYWHERE, type Key, keysHelp } from '../shared/keys.ts'
import { indented } from '../shared/show-prompt.ts'
import { chooseOver } from './choices.ts'

/** The keys of a question that is answered in people's own words. */
const KEYS: Key[] = ['edit', 'park']
export const HELP = keysHelp([...EVERYWHERE, ...KEYS])
/** What whoever sets something aside should know. */
export const REASON_SHOWS = '(Your partners will see this in drafts of the agreement.)'

/** What somebody answered: words, or none that are new; or a reason to set the question aside. */
export type PromptReply = { words: string | undefined } | { parked: string }

/** Puts the question of a prompt, where `before` is what stands there already. */
export async function askReply(
  terminal: Interview,
  about: string,
  question: string,
  before: string | undefined,
): Promise<PromptReply> {
  sayStands(terminal, before)
  for (;;) {
    const reply = await terminal.reply(question, { about, keys: KEYS })
    if ('words' in reply) {
      const typed = reply.words.trim()
      if (typed === '' || typed === before?.trim()) return { words: undefined }
      return { words: before ? await chooseOver(terminal, before, typed) : typed }
    }
    if (reply.key === 'park') {
      const parked = (await terminal.line(`Why are you setting it aside? ${REASON_SHOWS}`)).trim()
      if (parked !== '') return { parked }
    } else {
      const words = await fromEditor(terminal, reply.stands ?? before ?? '')
      if (words !== undefined && words.trim() !== '') return { words: words === before ? undefined : words }
    }
  }
}

/** Shows what stands already: in the line itself, what is typed would be stuck to the end of it. */
export function sayStands(terminal: Interview, before: string | undefined): void {
  if (before) terminal.out(`${indented(terminal, `Now, and Enter keeps it:\n${before}`)}\n`)
}

async function fromEditor(terminal: Interview, text: string): Promise<string | undefined> {
  try {
    return await terminal.edit(text)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    terminal.say(error.message)
    return undefined
  }
}
