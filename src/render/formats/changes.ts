import type { Change } from '../document/document.ts'

const MARKS = { added: ['{+', '+}'], removed: ['[-', '-]'] } as const

/** Words as plain text shows that they were put in or taken out; the white space round them stays outside. */
export function showing(change: Change | undefined, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text)!
  if (!change || words === '') return text
  const [open, close] = MARKS[change]
  return `${before}${open}${words}${close}${after}`
}
