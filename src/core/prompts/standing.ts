import { answerTo } from '../file/gathered.ts'
import { membersOn } from '../file/members.ts'
import type { Partnership } from '../file/partnership.ts'
import { asked, type Prompt } from './prompts.ts'
import { whyAside } from './set-aside.ts'

/** Where a prompt stands. Always derived, never written down. */
export type Standing = 'open' | 'heard-by-some' | 'heard' | 'agreed' | 'due' | 'reworded' | 'parked'

/** Where a prompt stands on a day. */
export function standing(prompt: Prompt, partnership: Partnership, today: string): Standing {
  const { perspectives, agreed } = answerTo(partnership, prompt)
  if (whyAside(partnership, prompt)) return 'parked'
  if (agreed && agreed.decision !== 'not-yet') {
    if (agreed.wording && agreed.wording !== prompt.wording) return 'reworded'
    return agreed.review && agreed.review <= today ? 'due' : 'agreed'
  }
  const voices = asked(prompt, membersOn(partnership, today))
  const heard = voices.filter(({ id }) => perspectives.some((each) => each.partner === id && each.said))
  if (heard.length === 0) return 'open'
  return heard.length === voices.length ? 'heard' : 'heard-by-some'
}
