import { isDeepStrictEqual } from 'node:util'
import { HjpError } from '../../errors.ts'
import { changesOf, type DataChange, dataAfter, type Edit, sayStep } from './edits.ts'
import { styleOf } from './slot.ts'
import { lineBreak, type Splice, splicesFor } from './splice.ts'
import { type Parsed, parseYaml } from './yaml.ts'

export const editYaml = (path: string, text: string, edits: Edit[]): string =>
  editParsed(path, parseYaml(path, text), edits).text

/**
 * Says things in a YAML text by changing only the lines they stand on. What is written is read again, and if it does
 * not say exactly what was meant, nothing is changed.
 */
export function editParsed(path: string, parsed: Parsed, edits: Edit[]): Parsed {
  return edits.reduce((before, edit) => {
    const refuse = (): never => {
      throw new HjpError('editRefused', path, edit.at.map(sayStep).join(' → '))
    }
    const changes = changesOf(before.data, edit, refuse)
    return changes.length === 0 ? before : (made(path, before, changes) ?? refuse())
  }, parsed)
}

/** Prose goes in as literals if that reads back exactly, and in quotes if not. */
function made(path: string, { text, document, data }: Parsed, changes: DataChange[]): Parsed | undefined {
  const wanted = changes.reduce(dataAfter, data)
  const style = styleOf(text, document)
  const missing = text.endsWith('\n') ? '' : lineBreak(text)
  for (const quotes of [false, true]) {
    const splices = changes.map((change) =>
      splicesFor(text + missing, document, change, { ...style, quotes }),
    )
    const next = spliced(text + missing, splices.flat())
    const read = readBack(path, missing ? next.slice(0, -missing.length) : next)
    if (read && isDeepStrictEqual(read.data, wanted)) return read
  }
  return undefined
}

/** Of splices at the same place, the earlier goes in first. */
function spliced(text: string, splices: Splice[]): string {
  let [from, made] = [0, '']
  for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(from, splice.start) + splice.text
    from = splice.end
  }
  return made + text.slice(from)
}

function readBack(path: string, text: string): Parsed | undefined {
  try {
    return parseYaml(path, text)
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
