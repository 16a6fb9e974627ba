import { wrapAnsi } from 'fast-wrap-ansi'
import { oneLine } from '../document/clean.ts'

/** Text in lines of at most so many letters. */
export const inLines = (text: string, letters: number): string[] =>
  wrapAnsi(oneLine(text), letters, { hard: true }).split('\n')
