import type { Block, Inline } from '../document/document.ts'

/**
 * What a template sets aside while it runs: a mark stands for it in the Markdown, and it goes in only after that has
 * been parsed, so that no word of it can be taken for markup. A blank may say `of` whom.
 */
export type Aside = { text: string } | { inlines: Inline[]; of?: string } | { blocks: Block[] }

export const mark = (n: number): string => `\uE000${n}\uE001`

/** A template cannot write a mark itself. */
export const unmarked = (template: string): string => template.replace(/[\uE000\uE001]/g, '')

/** Splits a text at its marks: every second piece is the number of one. */
export const MARK = /\uE000(\d+)\uE001/

/** The number of the mark that a text consists of. */
export const markAlone = (text: string): number | undefined => {
  const found = /^\s*\uE000(\d+)\uE001\s*$/.exec(text)
  return found ? Number(found[1]) : undefined
}
