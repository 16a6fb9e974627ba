import { answerTo } from '../../core/file/gathered.ts'
import { agreedBy, agreeingOn, unheardOn } from '../../core/file/members.ts'
import { type Partner, partnerName } from '../../core/file/partner.ts'
import { toAgreeTo } from '../../core/meeting/awaited.ts'
import { headingOf, type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { enter, type Write } from '../../core/record/enter.ts'
import { listed } from '../../core/values/locale.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from './open.ts'

/** Who agreed, and who is left out since it has agreed to nothing yet. */

/** The ids of those who agree on a day where nobody said who, and whoever is there says of each unheard partner whether it does too; undefined where none is. */
export async function askUnheard(
  { terminal }: World,
  { partnership }: Opened,
  on: string,
): Promise<string[] | undefined> {
  const unheard = unheardOn(partnership, on)
  if (unheard.length === 0 || !terminal.interactive) return undefined
  const agreeing = agreeingOn(partnership, on).filter((id) => !unheard.some((each) => each.id === id))
  for (const { id, name, joined } of unheard) {
    const answer = await terminal.choose(
      `Does ${name} agree too? It joined on ${joined}, and has agreed to nothing yet.`,
      [
        { value: 'no', name: 'Not yet' },
        { value: 'yes', name: 'Yes' },
      ],
    )
    if (answer === 'yes') agreeing.push(id)
  }
  return agreeing
}

/** The names of those who agree to a prompt once this is written: "Hill Law and Hill Health". */
export function namesAgreeing({ shown, text, partnership }: Opened, prompt: Prompt, writes: Write[]): string {
  const { after } = enter(shown, text, writes)
  const { agreed } = answerTo(after, prompt)
  const ids = agreed ? agreedBy(agreed, after) : []
  return listed(
    ids.map((id) => partnerName(after, id)),
    partnership.locale,
  )
}

/** Tells of each unheard partner, and of those who were not there, what these writes settled without it, and how to say that it agrees. */
export function sayUnheard(
  world: World,
  { shown, text, parts, partnership }: Opened,
  writes: Write[],
  away: Partner[] = [],
): void {
  const { before, after } = enter(shown, text, writes)
  const unheard = unheardOn(before, world.today)
  for (const partner of [...unheard, ...away.filter(({ id }) => !unheard.some((each) => each.id === id))]) {
    const { id, name } = partner
    const without = promptsOf(parts).filter((prompt) => {
      const { agreed } = answerTo(after, prompt)
      const isNew = agreed && agreed.text !== answerTo(before, prompt).agreed?.text
      return isNew && !agreedBy(agreed, after).includes(id)
    })
    const why = unheard.includes(partner) ? 'has agreed to nothing yet, and' : 'was not there, and'
    if (without.length > 0)
      world.terminal.say(
        `*${name}* ${why} is not named as agreeing to ${listed(without.map(headingOf), partnership.locale)}. Once it agrees: *${toAgreeTo(without, id)}*`,
      )
  }
}
