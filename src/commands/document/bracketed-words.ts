import { bracketedIn } from '../../core/agreement/bracketed.ts'
import type { View } from '../../core/view/view.ts'
import { asTheyAre, onLines } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { inlinesIn, plain } from '../../render/document/tree.ts'

/** What is told where words of an agreement stand in square brackets, which are no blank of ours; nothing where none do. */
export function bracketedWords({ blocks }: Document, { prompts }: Pick<View, 'prompts'>): string | undefined {
  let section = ''
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'heading') section = plain(block.inlines)
    const { number, topic } = prompts.find(({ id }) => block.kind === 'clause' && id === block.prompt) ?? {}
    const found = inlinesIn([block]).flatMap((inlines) => bracketedIn(plain(inlines)))
    const words = asTheyAre(`${number ? `${number} ${topic}` : section}: ${found.join(', ')}`)
    return found.length > 0 ? [number ? `${words} *hjp ask ${number}*` : words] : []
  })
  return lines.length > 0
    ? `These words are in square brackets, as a remark to yourselves would be, and everyone would sign them so. If one is a remark, settle it and take it out first:${onLines(lines)}`
    : undefined
}
