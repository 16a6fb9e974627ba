import type { WorksheetRow } from '../../core/agreement/worksheet.ts'
import type { Picture } from '../../core/tools/picture.ts'
import { inFull, listed, onClock } from '../../core/values/locale.ts'
import type { View } from '../../core/view/view.ts'
import { fieldErrors, nearest } from '../../errors.ts'
import { formBlock } from '../document/form.ts'
import { clause } from './clause.ts'
import type { Section } from './library.ts'
import { Misplaced, type TemplatePlace } from './misplaced.ts'
import { type Aside, mark } from './placeholder.ts'
import { sectionName } from './sections.ts'

type HelperOptions = { data: { root: View }; loc: TemplatePlace }

const BUILT_IN = 'if unless each with lookup'
const OURS = 'eq day time names titled ref clause blank lack space picture form'

/** What templates can call. Those used with three braces return a mark for what they set aside. */
export const HELPERS = `${BUILT_IN} ${OURS}`.split(' ')

/** Sets something aside, and gives the mark that stands for it. */
type SetAside = (aside: Aside) => string

/**
 * The helpers of one run. `asides` takes what they set aside; `templates` can be used inside others, `sections` can be referred
 * to, and `dropped` are prompts that the partnership does without.
 */
export function helpers(
  seen: { locale: string; today: string },
  asides: Aside[],
  {
    templates,
    sections,
    dropped,
  }: { templates: Record<string, unknown>; sections: Section[]; dropped: string[] },
) {
  const put: SetAside = (aside) => mark(asides.push(aside) - 1)
  return {
    ...wordsFor(seen.locale),
    ...blocksBy(put),
    ...calledByStrict(put, Object.keys(templates)),
    /** Another section or a schedule: by its number, and where it has none, by its title. */
    ref(name: string, options: HelperOptions) {
      const to = nameAmong(name, sections.map(sectionName), fieldErrors.unknownSectionHere, options)
      const { title } = sections.find((section) => sectionName(section) === to)!
      return put({ inlines: [{ kind: 'text', text: `“${title}”`, to }] })
    },
    /** The agreed position on a prompt, or a blank; nothing for a follow-up that is not to be asked. */
    clause(this: { title?: string }, name: string, options: HelperOptions) {
      const { prompts } = options.data.root
      if (dropped.includes(name)) return ''
      const ids = prompts.map(({ id }) => id)
      const id = nameAmong(name, ids, fieldErrors.unknownPromptHere, options)
      const prompt = prompts.find((each) => each.id === id)!
      return prompt.asked ? put({ blocks: [clause(prompt, seen, this.title)] }) : ''
    },
  }
}

/** A name that is there. Throws Misplaced. */
function nameAmong(
  name: string,
  among: string[],
  wrong: typeof fieldErrors.unknownName,
  { loc }: HelperOptions,
): string {
  if (among.includes(name)) return name
  throw new Misplaced(wrong(name, nearest(name, among)), loc)
}

const wordsFor = (locale: string) => ({
  eq: (a: unknown, b: unknown) => a === b,
  day: (iso: string | undefined) => iso && inFull(iso, locale),
  time: (clock: string | undefined) => clock && onClock(clock, locale),
  /** a, b and c */
  names: (rows: ({ name: string } | string)[]) =>
    listed(
      rows.map((row) => (typeof row === 'string' ? row : row.name)),
      locale,
    ),
})

const blocksBy = (put: SetAside) => ({
  /** The heading of a section or of a schedule. */
  titled: (section: Section) =>
    put({
      blocks: [
        {
          kind: 'heading',
          level: section.schedule ? 1 : 2,
          inlines: [{ kind: 'text', text: section.title }],
          name: sectionName(section),
          ...(section.schedule && { schedule: true }),
        },
      ],
    }),
  /** What is missing, and of whom if that is said too. */
  blank: (text: string, of: string | HelperOptions) =>
    put({ inlines: [{ kind: 'blank', text: typeof of === 'string' ? `${text} of ${of}` : text }] }),
  /** What is missing in the file, and the command that puts it there. */
  lack: (text: string, command: string) => put({ inlines: [{ kind: 'blank', text, command }] }),
  /** Its title is a line; the words say what is to be seen in it. */
  picture: (picture: Picture, title: string, words: string) =>
    put({ blocks: [{ kind: 'picture', picture, title, words }] }),
  /** Questions for a partner, named by its id, with places for the answers. */
  form: (partner: string, places: WorksheetRow[]) => put({ blocks: [formBlock(partner, places)] }),
  space: (lines: number) => put({ blocks: [{ kind: 'space', lines }] }),
})

/** What strict.ts puts into every template. */
const calledByStrict = (put: SetAside, templates: string[]) => ({
  text: (value: unknown, { loc }: HelperOptions) => {
    if (typeof value === 'object' && value !== null) throw new Misplaced(fieldErrors.notText, loc)
    return value === undefined || value === null || value === '' ? '' : put({ text: String(value) })
  },
  need: (from: object, name: string, options: HelperOptions) =>
    (from as Record<string, unknown>)[
      nameAmong(name, Object.keys(from ?? {}), fieldErrors.unknownName, options)
    ],
  template: (name: string, options: HelperOptions) =>
    nameAmong(name, templates, fieldErrors.unknownPartial, options),
})
