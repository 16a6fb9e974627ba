import { answerTo, Partnership } from './partnership.ts'
import type { Part, Prompt } from './prompts.ts'
import { type Entry, recordPerspective, recordProposal } from './record.ts'
import { stampOf } from './traces.ts'
import { checked } from './yaml.ts'

/** What came back from a partner on a prompt: words in the place made for them, and the stamp of what was sent out there, if that is known. */
export type Came = {
  prompt: Prompt
  partner: string
  as: 'said' | 'agreed'
  words: string
  sent: string | undefined
}

/**
 * What came back, held against what the file says now. `new` words are written where they belong; where something else was written
 * here meanwhile, `both` are kept; what was `emptied` there stays here.
 */
export type Arrival = Came & { how: 'same' | 'new' | 'both' | 'emptied'; here: string }

export function arrival(came: Came, partnership: Partnership): Arrival {
  const { prompt, partner, as, words, sent } = came
  const { perspectives, agreed, proposals } = answerTo(partnership, prompt.id)
  const said = perspectives.find((each) => each.partner === partner)?.said
  const here = (as === 'agreed' ? agreed?.text : said) ?? ''
  const waits = proposals.some(
    (each) => each.partner === partner && each.for === as && stampOf(each.text) === stampOf(words),
  )
  return { ...came, how: waits ? 'same' : verdict(here, words, sent), here }
}

/** Three ways: what is here now, what came back, and what was sent out. */
function verdict(here: string, there: string, sent: string | undefined): Arrival['how'] {
  const [now, back] = [stampOf(here), stampOf(there)]
  if (back === now || back === sent) return 'same'
  if (back === NOTHING) return sent === undefined ? 'same' : 'emptied'
  return now === (sent ?? NOTHING) ? 'new' : 'both'
}

const NOTHING = stampOf('')

/** Writes down what came back, on a day: never over what stands here by then, but for what was sent out. */
export const recordArrival =
  (parts: Part[], came: Came, on: string): Entry =>
  (path, file) => {
    const { how } = arrival(came, checked(path, file, Partnership))
    if (how === 'same' || how === 'emptied') return file
    const { prompt, partner, as, words } = came
    const entry =
      how === 'new' && as === 'said'
        ? recordPerspective(parts, prompt, partner, words, on)
        : recordProposal(parts, prompt, { partner, for: as, text: words, on })
    return entry(path, file)
  }
