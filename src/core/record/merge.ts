import { saysAlike, stampOf } from '../../ooxml/stamps.ts'
import { answerTo } from '../file/gathered.ts'
import { type Partnership, proposalsFor } from '../file/partnership.ts'
import { clauseWordsIn } from '../prompts/clause-words.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { isWaiting, recordPerspective, recordProposal } from './answer.ts'
import type { Write } from './enter.ts'

/** What came back from a partner on a prompt: words in the place made for them, and the stamp of what was sent out there, if that is known. */
export type Returning = {
  prompt: Prompt
  partner: string
  as: 'said' | 'agreed'
  words: string
  sent: string | undefined
  /** The day on which it was said. */
  on: string
  /** Which of its people says so, where a file has the words of several: they stand beside what the others say, and in place of what the same one said before. */
  person?: { name?: string; before: string[] } | undefined
}

/**
 * What came back, held against what the file says now. `new` words are written where they belong; where something else was written
 * here meanwhile, `both` are kept; what was `emptied` there stays here.
 */
export type Merge = Returning & { how: 'same' | 'new' | 'both' | 'emptied'; here: string }

export function mergeReturned(came: Returning | Merge, partnership: Partnership): Merge {
  const { prompt, partner, as, words, sent, on, person } = came
  const answer = answerTo(partnership, prompt)
  const voice = answer.perspectives.find((each) => each.partner === partner)
  const here = (as === 'agreed' ? answer.agreed?.text : voice?.said) ?? ''
  const waits = isWaiting(answer, { partner, for: as, text: words })
  const shown = as === 'agreed' ? clauseWordsIn(partnership, prompt, answer.agreed).words : here
  // Said again in an email or a form, its lines are wrapped otherwise.
  const isAgain = as === 'said' && here !== '' && saysAlike(here, words)
  const how = waits || isAgain ? 'same' : verdict(shown, words, sent)
  const wasBlank = (sent ?? NOTHING) === NOTHING
  // What it said before is its own to change, unless that has been written since it was shown. Of two on one day nobody knows which came last.
  const isShown = !('here' in came) || came.here === here
  const isItsOwn = person
    ? person.before.includes(stampOf(here))
    : wasBlank && isShown && voice?.on !== undefined && voice.on < on
  // Whatever waits beside what stands here would go with it.
  const isAlone = as === 'agreed' || proposalsFor(answer, partner).length === 0
  const isNew = how === 'new' || (how === 'both' && as === 'said' && isItsOwn)
  return { ...came, how: isNew ? (isAlone ? 'new' : 'both') : how, here }
}

/** Three ways: what is here now, what came back, and what was sent out. */
function verdict(here: string, there: string, sent: string | undefined): Merge['how'] {
  const [now, back] = [stampOf(here), stampOf(there)]
  if (back === now || back === sent) return 'same'
  if (back === NOTHING) return sent === undefined ? 'same' : 'emptied'
  return now === (sent ?? NOTHING) ? 'new' : 'both'
}

const NOTHING = stampOf('')

/** Writes down what came back: never over what stands here by then, but for what was sent out, and what the partner itself said on an earlier day. */
export const recordMerged =
  (parts: Part[], came: Merge): Write =>
  (partnership, placeOf) => {
    const { how } = mergeReturned(came, partnership)
    if (how === 'same' || how === 'emptied') return []
    const { prompt, partner, as, words, on } = came
    const write =
      how === 'new' && as === 'said'
        ? recordPerspective(parts, prompt, partner, words, on)
        : recordProposal(parts, prompt, { partner, for: as, text: words, on })
    return write(partnership, placeOf)
  }
