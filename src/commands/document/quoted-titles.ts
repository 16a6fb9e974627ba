import { isTitle, LEGAL_STATUS, quotedIn } from '../../core/agreement/quoted.ts'
import { isTerm } from '../../core/prompts/prompts.ts'
import type { View } from '../../core/view/view.ts'
import type { Document } from '../../render/document/document.ts'
import { plain } from '../../render/document/tree.ts'

/** The prompts whose clauses a document has, by their ids. */
export const promptsShown = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'clause' ? (block.prompt ?? []) : []))

/** What is told where the words on what binds them name a section that is in another document of theirs, and not in this one; nothing where all is well. */
export function titlesNotHere(
  document: Document,
  { prompts }: Pick<View, 'prompts'>,
  sections: { title: string }[],
): string | undefined {
  const here = promptsShown(document)
  const legal = prompts.find(({ id }) => id === LEGAL_STATUS)
  if (!legal?.agreed || !here.includes(LEGAL_STATUS)) return undefined
  const topics = (isHere: boolean) =>
    prompts.flatMap((each) => (isTerm(each) && here.includes(each.id) === isHere ? each.topic : []))
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? plain(block.inlines) : []))
  const isOne = (words: string, titles: string[]) => titles.some((title) => isTitle(words, title))
  const known = [...sections.map(({ title }) => title), ...topics(false)]
  const missing = quotedIn(legal.agreed.text)
    .map(({ words }) => words)
    .filter((words) => isOne(words, known) && !isOne(words, [...headings, ...topics(true)]))
  return missing.length > 0
    ? `${legal.number} ${legal.topic} names ${missing.map((words) => `"${words}"`).join(', ')}, which is not in this document. Change the words before anyone signs: *hjp ask ${legal.number}*`
    : undefined
}
