import { wrapAnsi } from 'fast-wrap-ansi'
import { oneLine, safe } from '../document/clean.ts'
import { isRightToLeft } from '../document/direction.ts'

/** Text in lines of at most so many letters. */
export const inLines = (text: string, letters: number): string[] =>
  wrapAnsi(oneLine(text), letters, { hard: true }).split('\n')

/** About as wide as letters of Arial are. */
export const widthOf = (text: string, size: number): number =>
  size * [...text].reduce((sum, letter) => sum + ems(letter), 0)

function ems(letter: string): number {
  if (/[ijltfrI.,:;!'|()[\]/ -]/.test(letter)) return 0.34
  if (/[mwMW@%]|[^\u0000-\u2fff]/.test(letter)) return 1
  return /\p{Lu}/u.test(letter) ? 0.75 : 0.57
}

/** Text in lines of at most so many pixels. */
export function inWidth(text: string, width: number, size: number): string[] {
  const lines = ['']
  for (const word of inLines(text, Math.floor(width / size)).flatMap((line) => line.split(' '))) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A line of which nothing is markup. It keeps its own direction to its full stop. */
export const safeLine = (line: string): string => safe(isRightToLeft(line) ? `\u2067${line}\u2069` : line)

/** The lines of a text, of which nothing is markup. */
export const safeLines = (text: string, letters: number): string[] => inLines(text, letters).map(safeLine)
