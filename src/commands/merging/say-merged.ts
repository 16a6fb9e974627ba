import type { Merged } from '../../core/merging/merge-versions.ts'
import { placeOf } from '../../core/merging/waiting.ts'
import { counted } from '../../errors.ts'
import type { World } from '../../world/world.ts'

/** What the two versions say differently, where it waits, and what stayed though one of them took it away. */
export function sayMerged({ terminal }: World, name: string, { clashes, kept }: Merged): void {
  if (clashes.length > 0) {
    const those = clashes.map((clash) => {
      const [, prompt, , partner] = clash.at
      if (clash.of === 'said') return `what ${partner} said about ${prompt}: *hjp ask ${prompt}*`
      if (clash.of === 'agreed') return `what is agreed on ${prompt}: *hjp ask ${prompt}*`
      return `${placeOf(clash)}: ${String(clash.ours)}, or ${String(clash.theirs)}`
    })
    terminal.say(
      `${name}: the two versions differ in ${counted(clashes.length, 'place')}. Both versions are kept, and *hjp check* says how to settle each:\n${indented(those)}`,
    )
  }
  if (kept.length > 0)
    terminal.say(
      `${name}: one version deleted what the other changed, so it is still there:\n${indented(kept.map(placeOf))}`,
    )
}

const indented = (lines: string[]): string => lines.map((line) => `  ${line.replace(/\n/g, ' ')}`).join('\n')
