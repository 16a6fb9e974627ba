import { type Editor, editedBy } from '../file/apply.ts'
import type { Edit } from '../file/edits.ts'
import { Partnership, PartnershipRows } from '../file/partnership.ts'
import { places } from '../file/places.ts'
import { sound } from '../file/quick-check.ts'
import type { Path } from '../file/walk.ts'
import { checked, parseYaml } from '../file/yaml.ts'

/**
 * Something to write down: what it changes in the partnership as it is when it is written. `placeOf` says where in the file
 * something stands, as in partnership.yaml:12:5.
 */
export type Write = ((partnership: Partnership, placeOf: (at: Path) => string) => Edit[]) & {
  /** What to write instead, beside what stands there, where that was written by someone else meanwhile. */
  beside?: Write
}

/** A text with things written in it, and what it said before and says now. */
export type Entered = { text: string; before: Partnership; after: Partnership }

/**
 * The text of a file with these things written in it, one after the other; the text as it was where it says them already.
 * `path` is for messages. Throws HjpError badFile where the file cannot be read, and editRefused where a change would touch
 * anything else.
 */
export function enter(path: string, text: string, writes: Write[]): Entered {
  const isSame =
    latest?.path === path &&
    latest.text === text &&
    latest.writes.length === writes.length &&
    latest.writes.every((write, n) => write === writes[n])
  if (!isSame) latest = { path, text, writes: [...writes], entered: entering(path, text, writes) }
  return latest!.entered
}

/** What is looked at before it is saved is entered twice. */
let latest: { path: string; text: string; writes: Write[]; entered: Entered } | undefined

function entering(path: string, text: string, writes: Write[]): Entered {
  const start = parseYaml(path, text)
  const before = checked(path, start, Partnership)
  let known = { data: start.data, partnership: before }
  const editors = writes.map(
    (write): Editor =>
      (data, soFar) => {
        if (data !== known.data)
          known = { data, partnership: sound(data, PartnershipRows) ?? checked(path, soFar(), Partnership) }
        return write(known.partnership, (at) => {
          const { line, col } = places(soFar().text)(at)
          return `${path}:${line}:${col}`
        })
      },
  )
  const end = editedBy(path, start, editors)
  return { text: end.text, before, after: checked(path, end, Partnership) }
}
