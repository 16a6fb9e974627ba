import * as z from 'zod'
import { readYaml } from '../../core/file/yaml.ts'
import { type Part, parseParts, promptsOf, type Source } from '../../core/prompts/prompts.ts'
import { parseQuestionnaires, type Questionnaire } from '../../core/prompts/questionnaires.ts'
import { flag } from '../../core/values/fields.ts'
import { HjpError } from '../../errors.ts'
import { FORMATS } from '../formats/index.ts'
import { isOfSchedules, sectionName } from './sections.ts'

const FrontMatter = z.strictObject({
  /** May use the view, as may `to`. */
  title: z.string(),
  summary: z.string(),
  group: z.enum(['start', 'meet', 'agree', 'plan', 'learn', 'keep']),
  /** The first is the one used when none is asked for. */
  formats: z.array(z.enum(Object.keys(FORMATS) as [string, ...string[]])).min(1),
  /** Where it is written, from the partnership's folder, without an ending. */
  to: z.string(),
  audience: z.enum(['partners', 'keeper']),
  /** The command takes parts and prompts to write about. */
  prompts: flag,
  options: z
    .record(
      z.string(),
      z.strictObject({
        about: z.string(),
        /** What stands for the value in help; a flag has none. */
        value: z.string().optional(),
        /** The words it can be, where it wants a choice. */
        choices: z.array(z.string()).optional(),
        /** The command does nothing without it. */
        needed: flag,
        wants: z.enum(['text', 'number', 'date', 'later', 'time', 'choice', 'partner', 'person', 'flag']),
      }),
    )
    .default({}),
  /** Just one of its sections is used, the first unless this option names another. */
  choose: z.string().optional(),
  /** The kind whose sections it speaks of, where they are not its own. */
  sections: z.string().optional(),
  examples: z.array(z.string()).default([]),
  /** Stands on every page. */
  notice: z.string().optional(),
  numbered: flag,
  landscape: flag,
  contents: flag,
  /** Addressed to the liaisons of the partners. */
  addressed: flag,
})
/** The title of a section that is chosen may use the view. */
const SectionMatter = z.strictObject({ title: z.string(), group: z.string().optional() })

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

/** The body of a template file: as text, or compiled when hjp was built. `offset` lines of front matter stand above it. */
export type Template = { path: string; offset: number } & ({ text: string } | { compiled: object })

/** Prompts and templates: those that come with hjp, and over them a partnership's own. */
export type Library = {
  parts: Part[]
  questionnaires: Questionnaire[]
  kinds: Kind[]
  sections: Section[]
  templates: Record<string, Template>
  /** The ids of hjp's prompts that the partnership's own parts leave out. */
  dropped: string[]
}

const isQuestionnaire = ({ path }: Source): boolean => path.startsWith('prompts/questionnaires/')

/**
 * Of what stands in a folder of prompts and one of templates, by their paths in them. Throws HjpError badFile,
 * badFrontMatter or duplicatePrompt.
 */
export function makeLibrary(prompts: Source[], templates: Source[]): Library {
  const named = prompts.map(({ path, text }) => ({ path: `prompts/${path}`, text }))
  const library: Library = {
    parts: parseParts(named.filter((source) => !isQuestionnaire(source))),
    questionnaires: parseQuestionnaires(named.filter(isQuestionnaire)),
    kinds: [],
    sections: [],
    templates: {},
    dropped: [],
  }
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
  return library
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
  const idsOf = (of: Part[]) => promptsOf(of).map(({ id }) => id)
  return {
    parts,
    questionnaires: over(shipped.questionnaires, own.questionnaires, ({ id }) => id),
    dropped: idsOf(shipped.parts).filter((id) => !idsOf(parts).includes(id)),
    kinds: over(shipped.kinds, own.kinds, ({ name }) => name),
    sections: over(shipped.sections, own.sections, sectionName).sort((a, b) =>
      a.template < b.template ? -1 : 1,
    ),
    templates: { ...shipped.templates, ...own.templates },
  }
}
