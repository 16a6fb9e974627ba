import * as z from 'zod'
import { HjpError } from '../errors.ts'
import { isRecord } from './layout.ts'
import { Answer, contradictions, Partnership } from './partnership.ts'
import { parseYaml, readYaml } from './yaml.ts'

/** Some keys of the file, or some of its answers. */
type Piece = Partial<Partnership> | Answer[]

const Answers = z.array(Answer)
const Keys = z.strictObject(Partnership.shape).partial()
const WITHOUT = Keys.parse({}) as Partial<Partnership>
const NEEDED = Object.entries(Partnership.shape).flatMap(([key, schema]) =>
  schema.safeParse(undefined).success ? [] : [key],
)

/**
 * Reads versions of one file; nothing where one is no partnership file. They have most of their lines in common, so
 * each is cut into its keys and its answers, and a piece is read once however many versions it stands in. What stands
 * in several is the same object in each.
 */
export function versionReader(): (text: string) => Partnership | undefined {
  const pieces = new Map<string, Piece | undefined>()
  const read = (text: string): Piece | undefined => {
    if (!pieces.has(text))
      pieces.set(
        text,
        attempt(() => pieceOf(text)),
      )
    return pieces.get(text)
  }
  // Not every layout can be cut.
  return (text) => joined(cut(text).map(read)) ?? attempt(() => readYaml('', text, Partnership))
}

/** Nothing where it throws HjpError. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}

/** Before each key in the first column, and before each item of the answers. Words that look like either stand further in. */
function cut(text: string): string[] {
  return text.split(/(?<=\n)(?=[^\s#-])/).flatMap((part) => {
    const indent = /^answers:[^\n]*\n(?: *(?:#[^\n]*)?\r?\n)*( *)-\s/.exec(part)?.[1]
    return indent === undefined ? [part] : part.split(new RegExp(`(?<=\n)(?=${indent}-\\s)`))
  })
}

function pieceOf(text: string): Piece | undefined {
  const { data } = parseYaml('', text)
  if (Array.isArray(data)) return Answers.safeParse(data).data
  if (data === null) return {}
  const read = Keys.safeParse(data).data
  if (!read || !isRecord(data)) return undefined
  return Object.fromEntries(Object.entries(read).filter(([key]) => Object.hasOwn(data, key)))
}

/** A whole file, where nothing in it is missing, is there twice or contradicts the rest. */
function joined(pieces: (Piece | undefined)[]): Partnership | undefined {
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
