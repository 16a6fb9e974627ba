import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { type KnownOn, type View, viewOf } from '../src/core/view/view.ts'
import { library } from './memory-world.ts'

const PARTNERS = `partners:
  - { id: legal, name: Law, sector: legal, people: [{ role: liaison, name: Ana }] }
  - { id: health, name: Clinic, sector: health, people: [{ role: liaison, name: Bo }] }
`

/** Two partners with their liaisons, and whatever else is said of them, as a partnership file. */
export const fileOf = (rest: string, partners = PARTNERS): string =>
  `version: 1\nname: N\n${partners}${rest.trimEnd()}\n`

/** What is known of them on a day, and the view of it. */
export function knownOn(text: string, today: string): { known: KnownOn; view: View } {
  const { parts, questionnaires } = library
  const known = { partnership: readYaml('partnership.yaml', text, Partnership), parts, questionnaires, today }
  return { known, view: viewOf(known) }
}

/** A file in which nothing is agreed on a prompt. */
export const unagreed = (file: string, prompt: string): string =>
  file.replace(
    new RegExp(`(- prompt: ${prompt}\\n(?: {4}.*\\n)*? {4}agreed:)(?:.*\\n)(?: {6}.*\\n|\\n(?= {6}))+`),
    (_, before: string) => `${before}\n`,
  )

/**
 * A file with its answers to these prompts and those under them alone: every command reads the whole file, so a test of many
 * cases takes what it is about.
 */
export const about = (file: string, ...prompts: string[]): string =>
  file.replace(/\nanswers:\n[\s\S]*?\n(?=\S)/, (answers) => {
    const items = answers.split(/\n(?= {2}- prompt: )/).slice(1)
    const kept = items.filter((item) =>
      prompts.some((prompt) => new RegExp(`^ {2}- prompt: ${prompt}[/\n]`).test(item)),
    )
    return kept.length > 0 ? `\nanswers:\n${kept.map((item) => `${item.trimEnd()}\n`).join('')}` : '\n'
  })
