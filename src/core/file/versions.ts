import * as z from 'zod'
import { orNothing } from '../values/or-nothing.ts'
import { Answer, contradictions, Partnership } from './partnership.ts'
import { sound } from './quick-check.ts'
import { parseYaml, readYaml } from './yaml.ts'

/** Some keys of the file, or some of its answers. */
type FilePiece = Partial<Partnership> | Answer[]

const AnswerList = z.array(Answer)
const Keys = z.strictObject(Partnership.shape).partial()
/** What a file says that leaves a key out; a few may not be left out. */
const unnamed = Object.entries(Partnership.shape).map(
  ([key, schema]) => [key, schema.safeParse(undefined)] as const,
)
const WITHOUT: Partial<Partnership> = Object.fromEntries(unnamed.map(([key, { data }]) => [key, data]))
const NEEDED = unnamed.flatMap(([key, { success }]) => (success ? [] : [key]))

/**
 * Reads versions of one file; nothing where one is no partnership file. They have most of their lines in common, so
 * each is cut into its keys and its answers, and a piece is read once however many versions it stands in. What stands
 * in several is the same object in each.
 */
export function versionReader(): (text: string) => Partnership | undefined {
  const pieces = new Map<string, FilePiece | undefined>()
  const read = (text: string): FilePiece | undefined => {
    const piece = pieces.has(text) ? pieces.get(text) : orNothing(() => pieceOf(text))
    pieces.set(text, piece)
    return piece
  }
  // Not every layout can be cut.
  return (text) => joined(cut(text).map(read)) ?? orNothing(() => readYaml('', text, Partnership))
}

/**
 * Before each key in the first column, and before each item of the answers. Words that look like either stand further in. A text
 * that has anything else in the first column, or before its first key, stays whole: its parts may say what it does not.
 */
function cut(text: string): string[] {
  const isPlain = /^\uFEFF?(?:[^\S\n]*(?:#[^\n]*)?\n)*\w+:/.test(text) && !/^[^\w\s#-]/m.test(text)
  if (!isPlain) return [text]
  return cutBefore(/\n(?=\w+:)/g, text).flatMap((part) => {
    const indent = /^answers:(?:[^\S\n]*(?:#[^\n]*)?\n)+( *)-\s/.exec(part)?.[1]
    return indent === undefined ? [part] : cutBefore(new RegExp(`\n(?=${indent}-\\s)`, 'g'), part)
  })
}

/** A text in pieces, of which all but the first start after one of these line ends. */
function cutBefore(lineEnd: RegExp, text: string): string[] {
  const starts = [0, ...[...text.matchAll(lineEnd)].map(({ index }) => index + 1)]
  return starts.map((start, n) => text.slice(start, starts[n + 1]))
}

function pieceOf(text: string): FilePiece | undefined {
  const { data } = parseYaml('', text)
  if (Array.isArray(data)) return sound(data, AnswerList)
  // Zod leaves a key away that is not there, so a piece says no more than its lines.
  return (data === null ? {} : sound(data, Keys)) as FilePiece | undefined
}

/** A whole file, where nothing in it is missing, is there twice or contradicts the rest. */
function joined(pieces: (FilePiece | undefined)[]): Partnership | undefined {
  const keys: string[] = []
  const file: Partial<Partnership> = { ...WITHOUT }
  for (const piece of pieces) {
    if (!piece) return undefined
    if (Array.isArray(piece)) file.answers = [...(file.answers ?? []), ...piece]
    else {
      keys.push(...Object.keys(piece))
      Object.assign(file, piece)
    }
  }
  const isWhole = new Set(keys).size === keys.length && NEEDED.every((key) => keys.includes(key))
  return isWhole && contradictions(file as Partnership).length === 0 ? (file as Partnership) : undefined
}
