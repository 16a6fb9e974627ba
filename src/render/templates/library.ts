import type * as z from 'zod'
import { readYaml } from '../../core/file/yaml.ts'
import { type ClauseExamples, parseClauseExamples } from '../../core/prompts/clause-examples.ts'
import { type Part, type Prompt, parseParts, promptsOf, type Source } from '../../core/prompts/prompts.ts'
import { parseQuestionnaires, type Questionnaire } from '../../core/prompts/questionnaires.ts'
import { HjpError } from '../../errors.ts'
import { FrontMatter, SectionMatter, TAKES } from './front-matter.ts'
import { isOfSchedules, sectionName } from './sections.ts'

export const isTemplate = (title: string): boolean => title.includes('{{')

/** A sort of document, and so a command: `templates/<name>.hbs`. */
export type Kind = z.infer<typeof FrontMatter> & { name: string }

/** A heading of a longer document: `templates/<kind>/NN-<name>.hbs`, or at its end, `templates/<kind>-schedules/NN-<name>.hbs`. */
export type Section = z.infer<typeof SectionMatter> & {
  name: string
  kind: string
  schedule: boolean
  template: string
  /** The ids of the prompts whose clauses it has. */
  prompts: string[]
}

/** The body of a template file: as text, or as it was compiled when hjp was built. `offset` lines of front matter stand above it. */
export type Template = { path: string; offset: number } & ({ text: string } | { compiled(): object })

/** Prompts and templates: those that come with hjp, and over them a partnership's own. */
export type Library = {
  parts: Part[]
  questionnaires: Questionnaire[]
  clauses: ClauseExamples
  kinds: Kind[]
  sections: Section[]
  templates: Record<string, Template>
  /** The ids of hjp's prompts that the partnership's own parts leave out. */
  dropped: string[]
}

/** Twice as many as hjp's own templates have: so long it takes to compile them. */
const BRACES_IN_ALL = 4000

/** How many values and blocks a template brings in, at most. */
export const bracesIn = (text: string): number => text.split('{{').length - 1

/** Folders whose files are no parts. */
const BESIDE = /^prompts\/(questionnaires|clauses)\//

/**
 * Of what stands in a folder of prompts and one of templates, by their paths in them. Throws HjpError badFile,
 * badFrontMatter, badOption, manyTemplates or duplicatePrompt.
 */
export function makeLibrary(prompts: Source[], templates: Source[]): Library {
  const named = prompts.map(({ path, text }) => ({ path: `prompts/${path}`, text }))
  const within = (folder: string | undefined) => named.filter(({ path }) => BESIDE.exec(path)?.[1] === folder)
  const library: Library = {
    parts: parseParts(within(undefined)),
    questionnaires: parseQuestionnaires(within('questionnaires')),
    clauses: parseClauseExamples(within('clauses')),
    kinds: [],
    sections: [],
    // A file may be called anything, even as what every object has.
    templates: Object.create(null),
    dropped: [],
  }
  if (templates.reduce((all, { text }) => all + bracesIn(text), 0) > BRACES_IN_ALL)
    throw new HjpError('manyTemplates', BRACES_IN_ALL)
  for (const { path: inside, text: whole } of templates) {
    const text = whole.replace(/^\uFEFF/, '')
    const path = `templates/${inside}`
    const name = inside.replace(/\.hbs$/, '')
    const section = /^([^/]+)\/\d+-(.+)$/.exec(name)
    const matter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text)
    if (!matter) throw new HjpError('badFrontMatter', path)
    // The line of dashes counts, so that a complaint names the right line.
    const head = `\n${matter[1]}`
    const keep = (field: string, text: string) => {
      const offset = head.split('\n').findIndex((line) => line.startsWith(`${field}:`))
      library.templates[`${name}#${field}`] = { path, offset, text }
    }
    if (section) {
      const about = readYaml(path, head, SectionMatter)
      const prompts = [...text.matchAll(/\{\{\{clause "([^"]+)"/g)].map((match) => match[1]!)
      const [, kind = '', called = ''] = section
      const schedule = isOfSchedules(kind)
      library.sections.push({ ...about, kind, name: called, schedule, template: name, prompts })
      if (isTemplate(about.title)) keep('title', about.title)
    } else {
      const kind = { ...readYaml(path, head, FrontMatter), name }
      checkOptions(path, kind)
      library.kinds.push(kind)
      keep('title', kind.title)
      keep('to', kind.to)
    }
    library.templates[name] = {
      path,
      offset: matter[0].split('\n').length - 1,
      text: text.slice(matter[0].length),
    }
  }
  return withTaken(library)
}

/** The library with what each section takes of the prompts that are left. */
function withTaken(library: Library): Library {
  const all = promptsOf(library.parts)
  const placed = library.sections.flatMap(({ kind, takes, prompts }) =>
    takes ? [] : prompts.map((id) => sectionName({ kind, name: id })),
  )
  const isLeft = (kind: string, { id, was }: Prompt) =>
    [id, ...was].every((name) => !placed.includes(sectionName({ kind, name })))
  const sections = library.sections.map((section) => {
    const { kind, takes } = section
    if (!takes) return section
    const taken = all.filter((prompt) => isLeft(kind, prompt) && TAKES[takes](prompt, all))
    const prompts = taken.map(({ id }) => id)
    placed.push(...prompts.map((id) => sectionName({ kind, name: id })))
    return { ...section, prompts }
  })
  return { ...library, sections }
}

/** The options of every document and of every command. */
const TAKEN =
  'file today dry-run quiet input lock allow json help format complete since comments out force open section with'
    .split(' ')
    .concat('color')

/** Throws HjpError badOption where an option of a kind would stand in for one of hjp's, or cannot be typed. */
function checkOptions(path: string, { options, choose }: Kind): void {
  for (const name of [...Object.keys(options), ...(choose === undefined ? [] : [choose])])
    if (!/^[a-z][a-z-]*[a-z]$/.test(name) || TAKEN.includes(name)) throw new HjpError('badOption', path, name)
  const odd = Object.values(options).find(({ value = '' }) => !/^[\w .:-]*$/.test(value))
  if (odd) throw new HjpError('badOption', path, odd.value!)
}

/** Own parts, kinds and sections replace those of the same name; the rest stand beside them. Throws HjpError duplicateNumber. */
export function layOver(shipped: Library, own: Library): Library {
  const over = <T>(under: T[], top: T[], key: (row: T) => string) => [
    ...under.filter((each) => !top.some((other) => key(other) === key(each))),
    ...top,
  ]
  const parts = over(shipped.parts, own.parts, ({ id }) => id).sort((a, b) => a.number - b.number)
  const same = parts.find((part, n) => parts[n + 1]?.number === part.number)
  if (same) throw new HjpError('duplicateNumber', same.number, same.id, parts[parts.indexOf(same) + 1]!.id)
  const here = new Set(promptsOf(parts).map(({ id }) => id))
  return withTaken({
    parts,
    questionnaires: over(shipped.questionnaires, own.questionnaires, ({ id }) => id),
    clauses: { ...shipped.clauses, ...own.clauses },
    dropped: promptsOf(shipped.parts).flatMap(({ id }) => (here.has(id) ? [] : id)),
    kinds: over(shipped.kinds, own.kinds, ({ name }) => name),
    sections: over(shipped.sections, own.sections, sectionName).sort((a, b) =>
      a.template < b.template ? -1 : 1,
    ),
    templates: { ...shipped.templates, ...own.templates },
  })
}
