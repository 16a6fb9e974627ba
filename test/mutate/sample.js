import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { changed, mutantsIn, parses } from './mutants.js'

/** So many changes, in every room as many as in any other, in an order that follows from the seed and not from where a line stands. */
export function sample(many, seed) {
  const rooms = new Map()
  for (const name of readdirSync('src/core', { recursive: true })) {
    if (!name.endsWith('.ts')) continue
    const file = `src/core/${name.replaceAll('\\', '/')}`
    rooms.set(dirname(file), [...(rooms.get(dirname(file)) ?? []), file])
  }
  return [...rooms.values()].flatMap((files) => first(Math.ceil(many / rooms.size), files.sort(), seed))
}

function first(many, files, seed) {
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const chosen = []
  for (const { mutant } of inOrder(sources, seed)) {
    if (chosen.length === many) break
    if (parses(changed(sources[mutant.file], mutant))) chosen.push(mutant)
  }
  return chosen
}

const inOrder = (sources, seed) =>
  Object.entries(sources)
    .flatMap(([file, source]) => mutantsIn(file, source))
    .map((mutant) => {
      const { file, at, from, text } = mutant
      return { mutant, key: createHash('sha1').update([seed, file, at, from, text].join('\n')).digest('hex') }
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
