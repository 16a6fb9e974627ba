import { isDeepStrictEqual } from 'node:util'
import { HjpError } from '../../errors.ts'
import { orNothing } from '../values/or-nothing.ts'
import { changesOf, type DataChange, dataAfter, type Edit, sayStep } from './edits.ts'
import type { Style } from './layout.ts'
import { styleOf } from './slot.ts'
import { lineBreak, type Splice, splicesFor } from './splice.ts'
import { type Path, valueAt } from './walk.ts'
import { type Parsed, parseYaml } from './yaml.ts'

/** Says things in a YAML text; throws as `editedBy` does. */
export const editYaml = (path: string, text: string, edits: Edit[]): string =>
  editedBy(path, parseYaml(path, text), [() => edits]).text

/** What is to be said, seeing the data as it is by then; `soFar` is the file with all that was said before. */
export type Editor = (data: unknown, soFar: () => Parsed) => Edit[]

/** The changes of one edit, and how to say that it cannot be made. */
type Step = { changes: DataChange[]; refuse: () => never }

/**
 * Says things in a YAML text by changing only the lines they stand on. Each editor sees what those before it
 * have said. What is written is read again, and if it does not say exactly what was meant, nothing is changed: throws HjpError
 * editRefused. Changes that do not touch each other go in together, so that many cost about what one costs.
 */
export function editedBy(path: string, file: Parsed, editors: Editor[]): Parsed {
  let now = file
  let data = file.data
  let waiting: Step[] = []
  const soFar = (): Parsed => {
    if (waiting.length > 0)
      now = together(path, now, waiting) ?? waiting.reduce((before, step) => alone(path, before, step), now)
    waiting = []
    return now
  }
  for (const editor of editors)
    for (const edit of editor(data, soFar)) {
      const refuse = (): never => {
        throw new HjpError('editRefused', path, edit.at.map(sayStep).join(' → '))
      }
      const changes = changesOf(data, edit, refuse)
      if (changes.length === 0) continue
      if (waiting.some((step) => touches(now.data, step.changes, changes))) soFar()
      waiting.push({ changes, refuse })
      data = changes.reduce(dataAfter, data)
    }
  return soFar()
}

/** Where a change is felt: what it writes over, or what it adds to or takes from. */
const feltAt = ({ kind, path }: DataChange) => (kind === 'write' ? path : path.slice(0, -1))

/** Whether some later changes cannot be made in data as it was before the earlier ones. */
const touches = (data: unknown, earlier: DataChange[], later: DataChange[]): boolean =>
  earlier.some((one) =>
    later.some((other) => {
      const [a, b] = [feltAt(one), feltAt(other)]
      return a.every((step, n) => n >= b.length || step === b[n]) && !follows(data, one, other)
    }),
  )

const isSameList = (one: DataChange, other: DataChange): boolean =>
  one.kind === other.kind &&
  (one.kind === 'item' || one.kind === 'out') &&
  isDeepStrictEqual(feltAt(one), feltAt(other))

/**
 * Whether both add to a list, one behind the other; its first two items tell how the others are laid out. Or whether both take an
 * item out, one before the other.
 */
const follows = (data: unknown, one: DataChange, other: DataChange): boolean =>
  isSameList(one, other) &&
  (one.kind === 'item'
    ? one.path.at(-1)! < other.path.at(-1)! && lengthAt(data, feltAt(one)) >= 2
    : Number(one.path.at(-1)) > Number(other.path.at(-1)))

function lengthAt(data: unknown, path: Path): number {
  const list = valueAt(data, path)
  return Array.isArray(list) ? list.length : 0
}

/** A change in the place where it is made before those that were thought of earlier. */
function inPlace(change: DataChange, earlier: DataChange[]): DataChange {
  const added = change.kind === 'item' ? earlier.filter((each) => isSameList(each, change)).length : 0
  return added === 0 ? change : { ...change, path: [...feltAt(change), Number(change.path.at(-1)) - added] }
}

const alone = (path: string, file: Parsed, step: Step): Parsed =>
  together(path, file, [step]) ?? step.refuse()

/** Prose goes in as literals if that reads back exactly, and in quotes if not; nothing where neither does. */
function together(path: string, file: Parsed, steps: Step[]): Parsed | undefined {
  const { text, data } = file
  const changes = steps.flatMap((step) => step.changes)
  const wanted = changes.reduce(dataAfter, data)
  const style = styleOf(file)
  const missing = text.endsWith('\n') ? '' : lineBreak(text)
  for (const quotes of [false, true]) {
    const splices = changes.map((change, n) =>
      splicesIn(file, missing, inPlace(change, changes.slice(0, n)), { ...style, quotes }),
    )
    const next = spliced(text + missing, splices.flat())
    const read = orNothing(() => parseYaml(path, missing ? next.slice(0, -missing.length) : next))
    if (read && isDeepStrictEqual(read.data, wanted)) return read
    if (steps.length > 1) return undefined
  }
  return undefined
}

/** How a change is made in the least part of a text that it is felt in. Only a whole may lack its last line end. */
function splicesIn({ stretchAt }: Parsed, missing: string, change: DataChange, style: Style): Splice[] {
  const { text, start, document, path } = stretchAt(feltAt(change))
  const within = [...path, ...change.path.slice(feltAt(change).length)]
  return splicesFor(text + missing, document, { ...change, path: within }, style).map((splice) => ({
    start: start + splice.start,
    end: start + splice.end,
    text: splice.text,
  }))
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
