import type { Change } from '../document/document.ts'

const MARKS = { added: ['{+', '+}'], removed: ['[-', '-]'] } as const

/** Text with marks round what was put in, {+so+}, or taken out, [-so-]; white space at its ends stays outside them. */
export function withChangeMarks(change: Change | undefined, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text)!
  if (!change || words === '') return text
  const [open, close] = MARKS[change]
  return `${before}${open}${words}${close}${after}`
}
