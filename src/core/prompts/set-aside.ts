import { HjpError } from '../../errors.ts'
import { answerTo } from '../file/gathered.ts'
import type { Partner } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import type { Called } from './called.ts'
import { isNamed, type Part, type Prompt } from './prompts.ts'

/** What is set aside: a prompt by itself, or with its part. */

type Parked = Pick<Partnership, 'parked'>

/** Which row of the file sets a part aside; -1 where none does. */
export const rowOfPart = ({ parked }: Parked, { id, number }: Pick<Part, 'id' | 'number'>): number =>
  parked.findIndex(({ part }) => part === id || part === String(number))

/** Whether a part is for a kind of service that none of the partners is, and so is set aside from the start. */
export const startsAside = ({ aside }: Part, partners: Pick<Partner, 'sector'>[]): boolean =>
  aside !== undefined && !partners.some(({ sector }) => sector === aside.unless)

/** Which row of the file sets a prompt aside with its part; -1 where none does, or where it, or what it follows, was brought back. */
export function rowOver({ parked }: Parked, prompt: Prompt): number {
  const { part, number, under } = prompt
  const isBack = (name: string) =>
    isNamed(prompt, name) || name === under || name === number.replace(/[a-z]+$/, '')
  return parked.findIndex(
    (row) => (row.part === part || number.startsWith(`${row.part}.`)) && !row.except.some(isBack),
  )
}

/** Why a prompt is set aside, if it is. With its part only what is not settled is: an agreement holds until someone sets it aside by name. */
export function whyAside(partnership: Partnership, prompt: Prompt): string | undefined {
  const { parked, agreed } = answerTo(partnership, prompt)
  const isSettled = agreed !== undefined && agreed.decision !== 'not-yet'
  return parked ?? (isSettled ? undefined : partnership.parked[rowOver(partnership, prompt)]?.why)
}

/** The prompts that are called by their names: of a part, those that are not set aside. Throws HjpError partAside. */
export function promptsToAsk(partnership: Partnership, called: Called[]): Prompt[] {
  const chosen = called.flatMap(({ name, prompts, isPart }) => {
    if (!isPart) return prompts
    const left = prompts.filter((prompt) => whyAside(partnership, prompt) === undefined)
    if (left.length === 0) throw new HjpError('partAside', name)
    return left
  })
  return [...new Set(chosen)]
}
