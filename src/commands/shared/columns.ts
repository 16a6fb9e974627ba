import { wrapAnsi } from 'fast-wrap-ansi'
import type { Terminal } from '../../world/world.ts'

/** Room for a few words beside a first column. */
const ROOM = 30

/** Words in lines beside a first column of so many letters, or below it where there is little room; after it where all is read aloud. */
export function besideColumn(
  { width, isSpoken }: Terminal,
  first: string,
  at: number,
  words: string,
): string {
  if (isSpoken) return `${wrapAnsi(`${first && `${first}: `}${words}`, width)}\n`
  const isBeside = width >= at + ROOM
  const indent = ' '.repeat(isBeside ? at + 2 : 5)
  const lines = wrapAnsi(words, width - indent.length).replace(/\n/g, `\n${indent}`)
  if (isBeside) return `  ${first.padEnd(at)}${lines}\n`
  return `${first && `  ${first}\n`}${indent}${lines}\n`
}

/** Lines that another program may read: on a screen they break between words, and what goes on is set in. */
export function outLines({ interactive, width, out }: Terminal, text: string): void {
  const broken = (_: string, start: string, words: string) =>
    start + wrapAnsi(words, width - start.length - 2).replace(/\n/g, `\n${start}  `)
  out(`${interactive ? text.replace(/^( *)(\S.*)$/gm, broken) : text}\n`)
}

/** Rows of two columns, the first as wide as its longest word. */
export function inColumns(terminal: Terminal, rows: [first: string, words: string][], least = 0): string {
  const at = Math.max(least, ...rows.map(([first]) => first.length)) + 2
  return rows.map(([first, words]) => besideColumn(terminal, first, at, words)).join('')
}
