import { COLUMNS, type Partnership } from '../../core/file/partnership.ts'
import { type Path, textsIn } from '../../core/file/walk.ts'
import { isHeld } from '../../core/meeting/meetings.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { Kind } from '../../render/templates/library.ts'
import { compose, type DocumentRequest, seenBy } from '../../render/templates/template.ts'
import type { Opened } from '../shared/open.ts'
import { chosenSections, inCode } from './sections.ts'

/** Which documents print something, as they would be written today: told by putting marks into the words, and looking for them. */

/** Words with a mark before them, that nobody would write, and that nothing takes apart. */
const markOf = (n: number): string =>
  `qx${[...String(n)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}xq`

/** Sentences that stand in the columns of a row. */
type Place = { at: Path; found: { column: string; sentences: string[] }[] }

/** The commands whose documents print what stands in each of these places; nothing of a place where no words of people's own stand. */
export async function documentsShowing(opened: Opened, today: string, places: Place[]): Promise<string[][]> {
  const marked = withMarks(opened.partnership, places)
  const shown = places.map((): string[] => [])
  for (const { command, kind, options } of variants({ ...opened, partnership: marked }, today)) {
    const text = await printed({ ...opened, partnership: marked }, today, kind, options)
    if (text !== undefined)
      shown.forEach((commands, n) => void (text.includes(markOf(n)) && commands.push(command)))
  }
  return shown
}

/** Figures, and what they are counted in, are read for what they say. */
const VALUES = ['value', 'baseline', 'target', 'unit', 'groups', 'kind']
/** The columns in which a mark changes nothing but the words. */
const MARKED = COLUMNS.filter(({ free, name }) => free && !VALUES.includes(name))

function withMarks(partnership: Partnership, places: Place[]): Partnership {
  const marked = structuredClone(partnership)
  for (const column of MARKED)
    for (const { at, text } of textsIn(partnership, column)) {
      const n = places.findIndex((place) => place.at.length > 0 && isIn(place.at, at, column.name))
      const sentence = places[n]?.found.find(
        (each) => each.column === column.name && text.includes(each.sentences[0]!),
      )?.sentences[0]
      if (sentence)
        put(
          marked,
          at,
          text.replace(sentence, () => withMark(sentence, markOf(n))),
        )
    }
  return marked
}

/** Whether a text stands in a column of the row in a place, and not in a row within it. */
const isIn = (row: Path, at: Path, column: string): boolean =>
  row.every((step, depth) => step === at[depth]) && at[row.length] === column

/** After what makes an item of a list of it. */
const withMark = (sentence: string, mark: string): string =>
  sentence.replace(/^(?:[-*•]|\d+[.)])?\s*/, (start) => `${start}${mark} `)

function put(inside: unknown, [step, ...rest]: Path, text: string): void {
  const there = inside as Record<Path[number], unknown>
  if (rest.length === 0) there[step!] = text
  else put(there[step!], rest, text)
}

type Variant = { command: string; kind: Kind; options: Record<string, string | boolean> }

/** Each kind as it is written when it is asked for, and in the ways that show other things. */
function variants(opened: Opened, today: string): Variant[] {
  const view = viewOf({ ...opened, today })
  const { kinds, sections } = opened.library
  return kinds.flatMap((kind): Variant[] => {
    const { name, choose, options } = kind
    const of = (flag: string, values: string[]): Variant[] =>
      values.map((value) => ({ command: `${name} --${flag} ${value}`, kind, options: { [flag]: value } }))
    if (choose)
      return of(
        choose,
        sections.filter((section) => section.kind === name).map((section) => section.name),
      )
    if (name === 'minutes')
      return of(
        'date',
        view.meetings.filter((meeting) => isHeld(view, meeting)).map(({ on }) => on),
      )
    const [needed] = Object.entries(options).find(([, { needed }]) => needed) ?? []
    if (needed)
      return of(
        needed,
        view.partners.map(({ id }) => id),
      )
    const [letter] = Object.entries(options).find(([, { sections }]) => sections) ?? []
    return [
      { command: name, kind, options: {} },
      ...(letter ? [{ command: `${name} --${letter}`, kind, options: { [letter]: true } }] : []),
    ]
  })
}

/** All that a document says, as one text; nothing where there is no such document yet. */
async function printed(
  known: Opened,
  today: string,
  kind: Kind,
  given: Variant['options'],
): Promise<string | undefined> {
  const all = Object.keys(kind.options).map((name) => [name, given[name]])
  const wish: DocumentRequest = {
    options: { ...Object.fromEntries(all), ...given },
    prompts: [],
    ...chosenSections(
      kind,
      known.library,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [inCode(name), value])),
    ),
  }
  try {
    const { document } = await compose(known.library, kind, seenBy(kind, { ...known, today }, wish))
    return JSON.stringify(document).toLowerCase()
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
