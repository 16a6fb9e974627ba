import { within } from '../../ooxml/stamps.ts'
import { FIRST, type Part, type Prompt, promptsOf } from '../prompts/prompts.ts'
import type { Addressee } from './addressees.ts'

/** How long a part of the name of a file may be. */
const LONG = 100

/** What can be told of a document that its readers and what it is about may set apart from others of its kind. */
type Told = {
  options: Record<string, string | number | boolean | Addressee | undefined>
  taken: Record<string, { wants: string }>
  parts: Part[]
  prompts: Prompt[]
  /** What it asks in place of prompts, and the code of the copy. */
  asks: string | undefined
  code: string | undefined
  /** The names of its sections, where it has not got all of them. */
  sections: string[]
}

/**
 * What sets a document apart from others of its kind, for the name of its file, after a hyphen each: the sections that it
 * has, whom it is for, how it is shown, and the prompts that were named. Blank for one that has all and is for all.
 */
export function whichOf({ options, taken, parts, prompts, asks, code, sections }: Told): string {
  const readers = Object.entries(taken).flatMap(([name, { wants }]) => {
    const value = options[name]
    if (typeof value === 'object') return [value.name ?? [], value.email ?? []].flat()
    return value !== undefined && ['partner', 'choice'].includes(wants) ? String(value) : []
  })
  const pieces = [asks ?? [], sections, readers, namesOf(parts, prompts), code ?? []].flat().map(inFileName)
  return within(LONG, pieces.map((piece) => `-${piece}`).join(''))
}

/** As no system minds it in the name of a file. */
export const inFileName = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}@.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')

/** Prompts by their numbers, in the order named; a part that is there whole, by its id, and so the first conversation. */
function namesOf(parts: Part[], prompts: Prompt[]): string[] {
  const first = promptsOf(parts).filter((prompt) => prompt.first)
  if (
    prompts.length > 0 &&
    prompts.length === first.length &&
    first.every((prompt) => prompts.includes(prompt))
  )
    return [FIRST]
  const whole = parts.filter((part) => part.prompts.every((prompt) => prompts.includes(prompt)))
  const names = prompts.map((prompt) => whole.find(({ id }) => id === prompt.part)?.id ?? prompt.number)
  return [...new Set(names)]
}
