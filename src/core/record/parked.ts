import { type Edit, listEdits } from '../file/edits.ts'
import type { Partnership } from '../file/partnership.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { rowOfPart, rowOver } from '../prompts/set-aside.ts'
import { recorded } from './answer.ts'
import type { Write } from './enter.ts'
import { settledConflicts } from './settle.ts'

/** Why a prompt is set aside. Without a reason, it is brought back, be it from a part that stays set aside. */
export const recordParked =
  (parts: Part[], prompt: Prompt, reason: string | undefined): Write =>
  (partnership, placeOf) => {
    const park = recorded(parts, prompt, ({ parked }, at) =>
      parked === reason ? [] : [{ at: [...at, 'parked'], value: reason ?? null }],
    )
    const row = partnership.answers.findIndex((answer) => answer.prompt === prompt.id)
    const settled = row < 0 ? [] : settledConflicts(partnership, [['answers', row, 'parked']])
    return [
      ...park(partnership, placeOf),
      ...(reason === undefined ? broughtBack(partnership, prompt) : []),
      ...settled,
    ]
  }

/** Takes a prompt out of what is set aside with its part. */
function broughtBack(partnership: Partnership, prompt: Prompt): Edit[] {
  const row = rowOver(partnership, prompt)
  if (row < 0) return []
  const { except } = partnership.parked[row]!
  return listEdits(['parked', row, 'except'], [...except, prompt.id])
}

/** Why a part is set aside as a whole, with whatever of it had been brought back. Without a reason, all of it is brought back. */
export const recordPartParked =
  (part: Part, reason: string | undefined): Write =>
  (partnership) => {
    const row = rowOfPart(partnership, part)
    if (row < 0) return reason ? [{ at: ['parked', { part: part.id }], value: { why: reason } }] : []
    const settled = settledConflicts(partnership, [['parked', row, 'why']])
    if (!reason) return [{ at: ['parked', row], out: true }, ...settled]
    const at = ['parked', row]
    return [{ at: [...at, 'why'], value: reason }, { at: [...at, 'except'], out: true }, ...settled]
  }
