import { wrapAnsi } from 'fast-wrap-ansi'
import { HjpError } from '../../errors.ts'
import type { Terminal } from '../../world/world.ts'
import { chooseOver } from './choices.ts'

export const HELP =
  'Enter skips a question. */e* opens your editor for a longer answer, */b* goes back, */p* sets the question aside, */s* stops.'
/** Where only some keys do something. */
export const FEWER_KEYS = 'Here Enter skips and */s* stops. Type a key on its own.'
/** What whoever sets something aside should know. */
export const REASON_SHOWS = '(Your partners will see this in drafts of the agreement.)'
const KEYS = ['/b', '/e', '/p', '/s', '/?'] as const

/** Whether a line is meant as a key, be it one that is not there. */
export const isKey = (typed: string): boolean => /^\/[\w?]*$/.test(typed) || /\s\/[bepqs?]$/.test(typed)

/** What somebody answered: words, or none that are new; a reason to set the question aside; or where to go instead. */
export type Reply = { words: string | undefined } | { parked: string } | { move: 'back' | 'stop' }

/** Puts a question, where `before` is what stands there already. */
export async function askReply(
  terminal: Terminal,
  question: string,
  before: string | undefined,
): Promise<Reply> {
  let ready = before?.includes('\n') ? undefined : before
  for (;;) {
    const typed = (await terminal.line(question, ready)).trim()
    // Where words that are in the file stand ready to be edited, a key may be typed after them.
    const stands = ready === before ? ready?.trim() : undefined
    const key = KEYS.find((each) =>
      [each, stands && `${stands}${each}`, stands && `${stands} ${each}`].includes(typed),
    )
    if (!key && isKey(typed)) {
      terminal.say(
        wrapAnsi(
          `${typed.startsWith('/') ? '' : 'Type a key such as */e* on its own. '}${HELP}`,
          terminal.width,
        ),
      )
      ready = typed.replace(/\s*\/\w*\??$/, '') || ready
      continue
    }
    switch (key) {
      case '/b':
        return { move: 'back' }
      case '/s':
        return { move: 'stop' }
      case '/?':
        terminal.say(wrapAnsi(HELP, terminal.width))
        continue
      case '/p': {
        const parked = (await terminal.line(`Why are you setting it aside? ${REASON_SHOWS}`)).trim()
        if (parked === '') continue
        return { parked }
      }
      case '/e': {
        const words = await fromEditor(terminal, ready ?? before ?? '')
        if (words === undefined || words.trim() === '') continue
        return { words: words === before ? undefined : words }
      }
      case undefined:
        if (typed === '' || typed === before?.trim()) return { words: undefined }
        return { words: before?.includes('\n') ? await chooseOver(terminal, before, typed) : typed }
    }
  }
}

async function fromEditor(terminal: Terminal, text: string): Promise<string | undefined> {
  try {
    return await terminal.edit(text)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    terminal.say(error.message)
    return undefined
  }
}
