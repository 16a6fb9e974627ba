import type { OptionValue } from '../../core/request.ts'
import { HjpError, nearest } from '../../errors.ts'
import type { Kind, Library, Section } from '../../render/templates/library.ts'
import { schedulesOf } from '../../render/templates/sections.ts'
import type { DocumentRequest } from '../../render/templates/template.ts'

/** Which sections a document has. */

/** proposed-by → proposedBy */
export const inCode = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** What sections can be asked for by: their groups and their names. */
export const sectionNames = (sections: Section[]): string[] => [
  ...new Set(sections.flatMap(({ name, group }) => (group ? [group, name] : [name]))),
]

/**
 * What stands in the document: all of its sections and then the schedules, or the sections that are asked for; or as a letter, the
 * sections that an option puts in their place, and only the schedules that are asked for.
 */
export function chosenSections(
  kind: Kind,
  { sections: all }: Library,
  options: Record<string, OptionValue | string[] | undefined>,
): Pick<DocumentRequest, 'sections' | 'schedules' | 'whole' | 'named' | 'letter'> {
  const sections = all.filter((section) => section.kind === (kind.sections ?? kind.name))
  const { [kind.choose ?? '']: one = sectionNames(sections)[0], section: names, with: forms } = options
  if (names && forms) throw new HjpError('wholeOnly', kind.name)
  const along = alongWith(kind, all, forms)
  const schedules = [...schedulesOf(kind.name, all), ...along]
  const [letter, { sections: folder } = {}] =
    Object.entries(kind.options).find(([name, { sections }]) => sections && options[inCode(name)]) ?? []
  if (letter && names) throw new HjpError('wholeLetter', kind.name, letter)
  if (folder) {
    const ofLetter = all.filter((section) => section.kind === folder)
    return { sections: ofLetter, schedules: along, whole: true, letter: true }
  }
  if (kind.choose) return { sections: sections.filter(({ name }) => name === one), schedules, whole: true }
  if (!Array.isArray(names)) return { sections, schedules, whole: true }
  return { sections: sectionsNamed(sections, names), schedules: [], whole: false, named: names }
}

/** The sections of these names, or of groups of these names. Throws HjpError unknownSection. */
function sectionsNamed(sections: Section[], names: string[]): Section[] {
  const known = sectionNames(sections)
  for (const name of names)
    if (!known.includes(name)) throw new HjpError('unknownSection', name, nearest(name, known), known)
  return sections.filter(({ name, group }) => names.includes(name) || (group && names.includes(group)))
}

/** The sections of another kind that go along as schedules. Throws HjpError unknownSection. */
function alongWith(kind: Kind, all: Section[], names: OptionValue | string[] | undefined): Section[] {
  if (!Array.isArray(names)) return []
  const forms = all.filter((section) => section.kind === kind.with)
  return sectionsNamed(forms, names).map((section) => ({ ...section, schedule: true }))
}
