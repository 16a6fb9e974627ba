import type { Partnership } from '../file/partnership.ts'
import type { Part } from '../prompts/prompts.ts'
import { rowOfPart } from '../prompts/set-aside.ts'

/** A part in the words of a partnership. */
export const partView = (part: Part, partnership: Partnership, fill: (text: string) => string) => ({
  id: part.id,
  number: part.number,
  title: fill(part.title),
  purpose: fill(part.purpose),
  /** Why it is set aside as a whole. */
  parked: partnership.parked[rowOfPart(partnership, part)]?.why,
})
