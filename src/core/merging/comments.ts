import { Lexer } from 'yaml'
import type * as z from 'zod'
import { places } from '../file/places.ts'
import { lineBreak } from '../file/splice.ts'
import { innerOf, isRecord, type Path } from '../file/walk.ts'
import { samePlaces } from './same-items.ts'

/** Comments that one version added, and that are not in what was merged. */

type Comment = { words: string; line: number }
/** A text and what it says. */
export type Said = { text: string; data: unknown }

/** Before the source of a scalar the lexer gives this, so words that start like a comment are not taken for one. */
const SCALAR = '\u001F'

export function commentsIn(text: string): Comment[] {
  const found: Comment[] = []
  let [line, isWords] = [1, false]
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isWords) found.push({ words: lexeme.trimEnd(), line })
    isWords = lexeme === SCALAR
    line += lexeme.split('\n').length - 1
  }
  return found
}

const countsOf = (comments: Comment[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { words } of comments) counts.set(words, (counts.get(words) ?? 0) + 1)
  return counts
}

/** The comments of either version that a merged text should have too, and has not. */
function missing(base: string, versions: Said[], result: string): { from: Said; comment: Comment }[] {
  const was = countsOf(commentsIn(base))
  const is = countsOf(commentsIn(result))
  const all = versions.map((from) => ({ from, comments: commentsIn(from.text) }))
  const counts = all.map(({ comments }) => countsOf(comments))
  return all.flatMap(({ from, comments }, side) => {
    const many = (words: string, n: number) => counts[n]!.get(words) ?? 0
    return comments.flatMap((comment) => {
      const { words } = comment
      const old = was.get(words) ?? 0
      const [mine, others] = [many(words, side), many(words, 1 - side)]
      const wanted = Math.max(mine, others) > old ? Math.max(mine, others) : Math.min(mine, others)
      const has = is.get(words) ?? 0
      if (has >= wanted || mine < wanted) return []
      is.set(words, has + 1)
      return [{ from, comment }]
    })
  })
}

/** Whether every line with anything like a comment is there, which is told sooner than what is one. */
function hasAllNotes(versions: Said[], result: string): boolean {
  const notes = (text: string) => text.match(/^.*#.*$/gm) ?? []
  const there = new Map<string, number>()
  for (const line of notes(result)) there.set(line, (there.get(line) ?? 0) + 1)
  return versions.every(({ text }) => {
    const left = new Map(there)
    return notes(text).every((line) => {
      const many = left.get(line) ?? 0
      left.set(line, many - 1)
      return many > 0
    })
  })
}

/** A merged text with the comments that it lacks, each above what it stood beside or above. */
export function withComments(base: string, versions: Said[], result: Said, schema: z.ZodType): string {
  if (hasAllNotes(versions, result.text)) return result.text
  const lost = missing(base, versions, result.text)
  if (lost.length === 0) return result.text
  const [lines, placeOf] = [result.text.split('\n'), places(result.text)]
  const pathsIn = new Map(versions.map((version) => [version, linesOfPaths(version)]))
  const above = new Map<number, string[]>()
  for (const { from, comment } of lost) {
    const path = pathsIn.get(from)!.find(({ line }) => line >= comment.line)?.path
    const there = path && pathIn(path, from.data, result.data, schema)
    const line = there ? placeOf(there).line : lines.length
    const indent = there ? /^ */.exec(lines[line - 1]!)![0] : ''
    above.set(line, [...(above.get(line) ?? []), indent + comment.words])
  }
  const end = lineBreak(result.text).slice(0, -1)
  return lines.flatMap((line, n) => [...(above.get(n + 1) ?? []).map((each) => each + end), line]).join('\n')
}

/** Where each key and item of a text stands, from the top down; of several on one line the innermost first. */
function linesOfPaths({ text, data }: Said): { line: number; path: Path }[] {
  const placeOf = places(text)
  const found: { line: number; path: Path }[] = []
  const visit = (value: unknown, path: Path) => {
    const inside = Array.isArray(value)
      ? value.map((each, n) => [n, each] as const)
      : isRecord(value)
        ? Object.entries(value)
        : []
    for (const [step, each] of inside) {
      visit(each, [...path, step])
      found.push({ line: placeOf([...path, step]).line, path: [...path, step] })
    }
  }
  visit(data, [])
  return found.sort((a, b) => a.line - b.line)
}

/** The same place in other data, or the nearest around it that is there. */
function pathIn(path: Path, from: unknown, to: unknown, schema: z.core.$ZodType): Path | undefined {
  const there: Path = []
  let [here, other, inner]: [unknown, unknown, z.core.$ZodType | undefined] = [from, to, schema]
  for (const step of path) {
    inner = innerOf(inner, step)
    const next: Path[number] | undefined =
      Array.isArray(here) && Array.isArray(other) && inner
        ? samePlaces(inner, [here[step as number]], other)[0]
        : isRecord(other) && Object.hasOwn(other, step)
          ? step
          : undefined
    if (next === undefined || next === -1) break
    there.push(next)
    here = (here as Record<Path[number], unknown>)[step]
    other = (other as Record<Path[number], unknown>)[next]
  }
  return there.length > 0 ? there : undefined
}
