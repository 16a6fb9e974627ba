import type { Share } from './picture.ts'

/** A bar that shows how much of a whole there is, and the words for it. */
export const shareOf = (part: number, whole: number): { bar: Share; told: string } => ({
  bar: { sort: 'share', of: [part, whole] },
  told: `${part} of ${whole}`,
})
