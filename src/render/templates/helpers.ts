import type { HelperDelegate } from 'handlebars'
import { isNamed, promptsOf, questionNumber } from '../../core/prompts/prompts.ts'
import type { KindRequest, KindView } from '../../core/request.ts'
import { toAddPerson, toChange } from '../../core/tools/to-fill.ts'
import { inFull, listed, onClock, withWeekday } from '../../core/values/locale.ts'
import type { View } from '../../core/view/view.ts'
import { agreedDay } from '../../core/view/who-agreed.ts'
import { capital, fieldErrors, nearest } from '../../errors.ts'
import type { Inline, Sheet } from '../document/document.ts'
import { formBlock } from '../document/form.ts'
import { arePlaces, isPicture, isSection, lettersOf } from './asides.ts'
import type { Budget } from './bounds.ts'
import { type ClauseSection, clause } from './clause.ts'
import { gapsPage } from './gaps.ts'
import type { Library } from './library.ts'
import { Misplaced, type TemplatePlace } from './misplaced.ts'
import { type Aside, mark } from './placeholder.ts'
import { sectionName } from './sections.ts'

type HelperOptions = { data: { root: View }; loc: TemplatePlace }

/** What has a beginning and an end. */
export const BLOCKS = 'if unless each with'.split(' ')
/** What returns a mark for what it sets aside: only these are used with three braces. */
export const MAKERS = 'titled page sheet gaps ref clause blank lack space picture form'.split(' ')
/** What templates can call. */
export const HELPERS = [
  ...BLOCKS,
  ...'lookup eq day agreedDay weekday time capital questionNumber names toChange toAddPerson'.split(' '),
  ...MAKERS,
]

/** Sets something aside, and gives the mark that stands for it. */
type SetAside = (aside: Aside) => string

/**
 * The helpers of one run, within its budget. `asides` takes what they set aside; `templates` can be used inside others, `sections` can be referred
 * to; `parts` have all prompts, also those that are not put where the partnership is, and `dropped` are those that it does without.
 */
export function helpers(
  seen: KindView & { options?: KindRequest['options']; letter?: boolean },
  asides: Aside[],
  { spend, each }: Budget & { each: HelperDelegate },
  { templates, sections, parts, dropped }: Pick<Library, 'templates' | 'sections' | 'parts' | 'dropped'>,
) {
  const final = seen.options?.['final'] === true
  const ids = promptsOf(parts).flatMap(({ id, was }) => [id, ...was])
  const put: SetAside = (aside) => {
    spend(lettersOf(aside))
    return mark(asides.push(aside) - 1)
  }
  return {
    each,
    ...looking,
    ...wordsFor(seen.locale),
    ...commandsThatFill,
    ...blocksBy(put, final),
    ...calledByStrict(put, spend, Object.keys(templates)),
    /** Other sections or schedules: by their numbers, and where they have none, by their titles. */
    ref(...given: [...names: (string | string[])[], options: HelperOptions]) {
      const options = given.pop() as HelperOptions
      const inlines = (given as (string | string[])[]).flat().map((name): Inline => {
        const to = nameAmong(name, sections.map(sectionName), fieldErrors.unknownSectionHere, options)
        const { title } = sections.find((section) => sectionName(section) === to)!
        return { kind: 'text', text: `“${title}”`, to }
      })
      return put({ inlines })
    },
    /** A page that lists the blanks that stand before it, with where each is and who is to be asked; none where there are none. */
    gaps(title: unknown, about: unknown, { loc }: HelperOptions) {
      const blocks = gapsPage(asides, seen, words(title, loc), words(about, loc))
      return blocks.length > 0 ? put({ blocks }) : ''
    },
    /** The agreed position on a prompt; without one a blank, or nothing where it is left out or not to be asked. */
    clause(this: ClauseSection, name: string, options: HelperOptions) {
      if (dropped.includes(name)) return ''
      const id = nameAmong(name, ids, fieldErrors.unknownPromptHere, options)
      const prompt = options.data.root.prompts.find((each) => isNamed(each, id))
      if (!prompt?.asked || seen.omits?.includes(prompt.id)) return ''
      return put({ blocks: [clause(prompt, { ...seen, final, short: seen.letter === true }, this)] })
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

/** Whether something is a thing's own, and not what everything has in JavaScript. */
const isOwn = (from: object | undefined, name: string): from is object =>
  Object.prototype.propertyIsEnumerable.call(from ?? {}, name)

const looking = {
  lookup: (from: object, name: string) => (isOwn(from, name) ? Reflect.get(Object(from), name) : undefined),
}

/** The commands that fill a blank. */
const commandsThatFill = {
  toChange(...given: [...row: string[], field: string, HelperOptions]) {
    const [field, ...row] = (given.slice(0, -1) as string[]).toReversed()
    return toChange(row.toReversed(), field!)
  },
  toAddPerson: (partner: string, role: string) => toAddPerson(partner, role),
}

const wordsFor = (locale: string) => ({
  eq: (a: unknown, b: unknown) => a === b,
  day: (iso: string | undefined) => iso && inFull(iso, locale),
  /** The day on which something was agreed, and whoever agreed to it on another. */
  agreedDay: (agreed: Parameters<typeof agreedDay>[0]) => agreedDay(agreed, (iso) => inFull(iso, locale)),
  weekday: (iso: string | undefined) => iso && withWeekday(iso, locale),
  time: (clock: string | undefined) => clock && onClock(clock, locale),
  capital: (text: string | undefined) => text && capital(text),
  questionNumber: (number: string | undefined) => number && questionNumber(number),
  /** a, b and c */
  names: (rows: ({ name: string } | string)[], { loc }: HelperOptions) =>
    listed(
      rows.map((row) => words(typeof row === 'string' ? row : row.name, loc)),
      locale,
    ),
})

/** A value as words, which it has to be. Throws Misplaced. */
function words(value: unknown, loc: TemplatePlace): string {
  if (typeof value === 'object' && value !== null) throw new Misplaced(fieldErrors.notText, loc)
  return value === undefined || value === null ? '' : String(value)
}

type Missing = { text: unknown; of: unknown; command: unknown }

function missing({ text, of, command }: Missing, loc: TemplatePlace): Aside {
  const whose = of ? ` of ${words(of, loc)}` : ''
  const inlines: Inline[] = [{ kind: 'blank', text: words(text, loc) + whose, ...ours(command, loc) }]
  return { inlines, ...(of ? { of: words(of, loc) } : {}) }
}

const blocksBy = (put: SetAside, final: boolean) => ({
  /** The heading of a section or of a schedule. */
  titled(section: unknown, { loc }: HelperOptions) {
    if (!isSection(section)) throw new Misplaced(fieldErrors.wantsSection, loc)
    return put({
      blocks: [
        {
          kind: 'heading',
          level: section.schedule ? 1 : 2,
          inlines: [{ kind: 'text', text: section.title }],
          name: sectionName(section),
          ...(section.schedule && { schedule: true }),
        },
      ],
    })
  },
  /** What is missing, of whom if that is said too, and the command that puts it there; nothing in a copy to sign, where it can be written in by hand. */
  blank(text: unknown, ...rest: [...of: unknown[], HelperOptions]) {
    const { loc } = rest.pop() as HelperOptions
    const [of, command] = rest
    return final ? '' : put(missing({ text, of, command }, loc))
  },
  /** What is missing in the file, of whom if that is said too, and the command that puts it there, in a copy to sign too. */
  lack(text: unknown, ...rest: [...of: unknown[], command: unknown, HelperOptions]) {
    const { loc } = rest.pop() as HelperOptions
    const command = rest.pop()
    return put(missing({ text, of: rest[0], command }, loc))
  },
  /** A heading that opens a page, on paper. */
  page(title: unknown, { loc }: HelperOptions) {
    const inlines: Inline[] = [{ kind: 'text', text: words(title, loc) }]
    return put({ blocks: [{ kind: 'heading', level: 1, inlines, page: true }] })
  },
  /** A heading that opens a sheet for the wall. */
  sheet(paper: unknown, title: unknown, { loc }: HelperOptions) {
    if (!isSheet(paper)) throw new Misplaced(fieldErrors.wantsSheet(SHEETS_OF_PAPER), loc)
    const inlines: Inline[] = [{ kind: 'text', text: words(title, loc) }]
    return put({ blocks: [{ kind: 'heading', level: 1, inlines, sheet: paper }] })
  },
  /** Its title is a line; the words say what is to be seen in it. */
  picture(picture: unknown, title: unknown, about: unknown, { loc }: HelperOptions) {
    if (!isPicture(picture)) throw new Misplaced(fieldErrors.wantsPicture, loc)
    return put({ blocks: [{ kind: 'picture', picture, title: words(title, loc), words: words(about, loc) }] })
  },
  /** Questions for a partner, named by its id, with places for the answers. */
  form(partner: unknown, places: unknown, { loc }: HelperOptions) {
    if (!arePlaces(places)) throw new Misplaced(fieldErrors.wantsPlaces, loc)
    return put({ blocks: [formBlock(words(partner, loc), places)] })
  },
  space(lines: unknown, { loc }: HelperOptions) {
    if (!(Number.isInteger(lines) && Number(lines) >= 1 && Number(lines) <= MOST_LINES))
      throw new Misplaced(fieldErrors.wantsLines, loc)
    return put({ blocks: [{ kind: 'space', lines: Number(lines) }] })
  },
})

const SHEETS_OF_PAPER: Sheet[] = ['large', 'small']
const isSheet = (paper: unknown): paper is Sheet => SHEETS_OF_PAPER.some((each) => each === paper)

const MOST_LINES = 60
/** A command of hjp and nothing else, since people copy what they are told to go on with. */
const OF_OURS = /^hjp [^;&|`$<>\\\n]*$/
const ours = (command: unknown, loc: TemplatePlace) =>
  OF_OURS.test(words(command, loc)) ? { command: words(command, loc) } : {}

/** What strict.ts puts into every template. */
const calledByStrict = (put: SetAside, spend: Budget['spend'], templates: string[]) => ({
  text: (value: unknown, { loc }: HelperOptions) => {
    if (typeof value === 'object' && value !== null) throw new Misplaced(fieldErrors.notText, loc)
    return value === undefined || value === null || value === '' ? '' : put({ text: String(value) })
  },
  need(from: object, name: string, { loc }: HelperOptions) {
    spend(0, loc)
    if (isOwn(from, name)) return Reflect.get(Object(from), name)
    throw new Misplaced(fieldErrors.unknownName(name, nearest(name, Object.keys(from ?? {}))), loc)
  },
  template(name: string, options: HelperOptions) {
    spend(0, options.loc)
    return nameAmong(name, templates, fieldErrors.unknownPartial, options)
  },
})
