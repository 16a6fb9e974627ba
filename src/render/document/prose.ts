import { clean } from './clean.ts'
import type { Block, Inline } from './document.ts'

const splitLines = (text: string): string[] => clean(text).trim().split('\n')

const broken = (said: string[]): Inline[] =>
  said.flatMap((text, n): Inline[] => [
    ...(n > 0 ? [{ kind: 'break' as const }] : []),
    { kind: 'text', text },
  ])

/** What was said as inlines, to stand in a line of something else: every word, and a break for each line end. */
export const inlineProse = (text: string): Inline[] => broken(splitLines(text))

const DASH = /^(\s*)[-•] +(?=\S)/

/** What was said as blocks, word for word: empty lines part paragraphs, and lines that start with a dash are a list. */
export function prose(text: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', inlines: broken(open) })
    open = []
  }
  const all = splitLines(text)
  for (let n = 0; n < all.length; n++) {
    const line = all[n]!
    if (line.trim() === '') close()
    else if (DASH.test(line)) {
      close()
      const from = n
      while (n + 1 < all.length && (DASH.test(all[n + 1]!) || /^\s+\S/.test(all[n + 1]!))) n++
      blocks.push(list(all.slice(from, n + 1)))
    } else open.push(line)
  }
  close()
  return blocks
}

/** Lines that start with a dash, some of them deeper, and lines that go on under one. */
function list(said: string[]): Block {
  const depth = DASH.exec(said[0]!)![1]!.length
  const items: { words: string[]; under: string[] }[] = []
  for (const line of said) {
    const dash = DASH.exec(line)
    const last = items.at(-1)
    if (dash && (!last || dash[1]!.length <= depth))
      items.push({ words: [line.slice(dash[0].length)], under: [] })
    else if (dash || last!.under.length > 0) last!.under.push(line)
    else last!.words.push(line.trim())
  }
  return {
    kind: 'list',
    ordered: false,
    items: items.map(({ words, under }) => [
      { kind: 'paragraph', inlines: broken(words) },
      ...(under.length > 0 ? [list(under)] : []),
    ]),
  }
}
