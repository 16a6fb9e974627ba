import { answerTo } from './partnership.ts'
import type { Prompt } from './prompts.ts'
import { type Entry, recordPerspective, recordProposal } from './record.ts'
import { stampOf } from './traces.ts'
import type { Known } from './view.ts'

/** What came back on a prompt: words in the place made for them, and the stamp of what was sent out there, if that is known. */
export type Came = { prompt: Prompt; as: 'said' | 'agreed'; words: string; sent: string | undefined }

/**
 * What came back, held against what the file says now. `new` words are written where they belong; where something else was written
 * here meanwhile, `both` are kept; what was `emptied` there stays here.
 */
export type Arrival = Came & {
  how: 'same' | 'new' | 'both' | 'emptied'
  here: string
  entry: Entry | undefined
}

/** What comes of words that came back from a partner, on a day. Nothing that is here is written over, but for what was sent out. */
export function arrival(came: Came, partner: string, on: string, { partnership, parts }: Known): Arrival {
  const { prompt, as, words, sent } = came
  const { perspectives, agreed, proposals } = answerTo(partnership, prompt.id)
  const here =
    (as === 'agreed' ? agreed?.text : perspectives.find((each) => each.partner === partner)?.said) ?? ''
  const waits = proposals.some(
    (each) => each.partner === partner && each.for === as && stampOf(each.text) === stampOf(words),
  )
  const how = waits ? 'same' : verdict(here, words, sent)
  const proposal = recordProposal(parts, prompt, { partner, for: as, text: words, on })
  const entry =
    how === 'new' && as === 'said'
      ? recordPerspective(parts, prompt, partner, words, on)
      : how === 'new' || how === 'both'
        ? proposal
        : undefined
  return { ...came, how, here, entry }
}

/** Three ways: what is here now, what came back, and what was sent out. */
function verdict(here: string, there: string, sent: string | undefined): Arrival['how'] {
  const [now, back] = [stampOf(here), stampOf(there)]
  if (back === now || back === sent) return 'same'
  if (back === NOTHING) return sent === undefined ? 'same' : 'emptied'
  return now === (sent ?? NOTHING) ? 'new' : 'both'
}

const NOTHING = stampOf('')
