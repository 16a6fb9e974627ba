import { conflictMarker } from '../file/yaml.ts'
import type { Texts } from './merge-versions.ts'

/** The versions between git's conflict markers. */

const MARKER = /^(<|\||=|>){7}(?: .*)?\r?$/

/**
 * Both versions, each with all that git could merge and what was written since. The base is there where each conflict shows it.
 * Nothing where the markers do not go together.
 */
export function versionsIn(text: string): (Omit<Texts, 'base'> & { base: string | undefined }) | undefined {
  const sides = { base: '', ours: '', theirs: '' }
  let into: keyof typeof sides | undefined
  let [bases, conflicts] = [0, 0]
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const mark = MARKER.exec(line.trimEnd())?.[1]
    const next = { '<': 'ours', '|': 'base', '=': 'theirs', '>': undefined } as const
    const follows = { '<': [undefined], '|': ['ours'], '=': ['ours', 'base'], '>': ['theirs'] } as const
    if (mark === undefined) {
      for (const side of into ? [into] : (Object.keys(sides) as (keyof typeof sides)[])) sides[side] += line
      continue
    }
    const step = mark as keyof typeof next
    if (!follows[step].some((each) => each === into)) return undefined
    if (step === '<') conflicts += 1
    if (step === '|') bases += 1
    into = next[step]
  }
  if (into !== undefined || conflicts === 0) return undefined
  return { ...sides, base: bases === conflicts ? sides.base : undefined }
}

/** Whether a text that git left holds only lines of these versions, so that nobody has written in it since. */
export function isUntouched(text: string, { base, ours, theirs }: Texts): boolean {
  const known = new Set([base, ours, theirs].flatMap(bareLines))
  return bareLines(text).every((line) => known.has(line) || conflictMarker(line) !== undefined)
}

const bareLines = (text: string): string[] => text.replace('\uFEFF', '').split(/\r?\n/)
