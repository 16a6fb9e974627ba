import { strFromU8, unzipSync } from 'fflate'
import { edited } from './zipped.ts'

/** Copies of an agreement that somebody has changed in one place. */

export const MUTATIONS = ['word', 'number', 'not', 'drop', 'move'] as const
export type Mutation = (typeof MUTATIONS)[number]

const CLAUSE = /<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val="hjp:.*?<\/w:sdt>/gs
const TEXT = /(<w:t(?: [^>]*)?>)([^<]+)(<\/w:t>)/g

/** An agreement in Word with one thing changed, and what must be told of it: the wording that is new, or what became of the clause. */
export function mutated(word: Uint8Array, how: Mutation, where: number, there: number) {
  const xml = strFromU8(unzipSync(word)['word/document.xml']!)
  const clauses = [...xml.matchAll(CLAUSE)]
  const { changed, wanted } =
    how === 'drop' || how === 'move'
      ? elsewhere(xml, clauses, how, where, there)
      : inWords(xml, clauses, how, where, there)
  return { bytes: edited(word, { 'word/document.xml': () => changed }), wanted }
}

function elsewhere(
  xml: string,
  clauses: RegExpExecArray[],
  how: 'drop' | 'move',
  where: number,
  there: number,
) {
  const [clause] = clauses[where % clauses.length]!
  const without = xml.replace(clause, () => '')
  if (how === 'drop') return { changed: without, wanted: /: dropped\n/ }
  const others = clauses.map(([text]) => text).filter((text) => text !== clause)
  const at = clauses.findIndex(([text]) => text === clause)
  const far = others.filter((_, n) => Math.abs(n - at) > 3)
  // Of few clauses, the last or the first is far enough.
  const after = far[there % far.length] ?? (at < others.length ? others.at(-1)! : others[0]!)
  return { changed: without.replace(after, () => after + clause), wanted: /: moved\n/ }
}

const WORDS = { word: /(?<=[a-z] )[a-z]{3,}(?= [a-z])/g, number: /\b\d+\b/g, not: /(?<=[a-z]) (?=[a-z])/g }

function inWords(
  xml: string,
  clauses: RegExpExecArray[],
  how: keyof typeof WORDS,
  where: number,
  there: number,
): { changed: string; wanted: RegExp } {
  const places = clauses.flatMap((clause) =>
    [...clause[0].matchAll(TEXT)].flatMap((text) =>
      [...text[2]!.matchAll(WORDS[how])].map(
        (found) => [clause.index + text.index + text[1]!.length + found.index, found[0]] as const,
      ),
    ),
  )
  const [at, was] = places[where % places.length] ?? []
  // Where there is no number, another word will do.
  if (at === undefined || was === undefined) return inWords(xml, clauses, 'word', where, there)
  const is = { word: 'zebras', number: `${Number(was) + 1 + (there % 9)}`, not: ' not ' }[how]
  const changed = xml.slice(0, at) + is + xml.slice(at + was.length)
  return { changed, wanted: new RegExp(`Copy: .*\\b${is.trim()}\\b`) }
}
