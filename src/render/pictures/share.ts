import type { Share } from '../../core/tools/picture.ts'
import { PALETTE } from './palette.ts'

const [WIDTH, HEIGHT] = [90, 8]

/** A bar that is filled as far as the part goes. */
export function share({ of: [part, whole] }: Share): string {
  const filled = whole > 0 ? Math.min(1, Math.max(0, part / whole)) * WIDTH : 0
  const { accent, paper } = PALETTE
  return `<svg viewBox="-1 -1 ${WIDTH + 2} ${HEIGHT + 2}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}" stroke="${accent}"/>
<rect width="${Math.round(filled)}" height="${HEIGHT}" fill="${accent}"/>
</svg>`
}
