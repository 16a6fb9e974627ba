import { COLUMNS } from '../file/partnership.ts'
import { FILE_TABLES, type FileTable } from '../file/tables.ts'
import { isNamed } from '../prompts/prompts.ts'
import type { PromptView, View } from './view.ts'

/** Whether an action or the like is about a prompt that is private, which it names by id or by number. */
export const isPrivate = ({ prompts }: View, about: string | undefined): boolean =>
  prompts.some((prompt) => prompt.private && isNamed(prompt, about))

const columnsIn = (table: FileTable) => COLUMNS.filter(({ steps }) => steps[0] === table)

/** The columns that say which one prompt a row is about. */
export const aboutColumns = (table: FileTable): string[] =>
  columnsIn(table).flatMap(({ name, names, steps }) => (names === 'prompt' && steps.length === 3 ? name : []))

/** A row without what is candid in it; `way` leads there, through its lists. */
function open(row: Record<string, unknown>, [name = '', ...inner]: string[]): Record<string, unknown> {
  const value = row[name]
  const left = inner.length > 0 && Array.isArray(value) ? value.map((each) => open(each, inner)) : undefined
  return { ...row, [name]: left }
}

/** The rows of a table that partners can see, as far as they can. */
function shownRows(view: View, table: FileTable): object[] {
  const rows: Record<string, unknown>[] = view[table]
  const about = aboutColumns(table)
  const candid = columnsIn(table).flatMap(({ candid, steps }) =>
    candid ? [steps.slice(1).filter((step) => typeof step === 'string')] : [],
  )
  return rows
    .filter((row) => !about.some((name) => isPrivate(view, String(row[name]))))
    .map((row) => candid.reduce(open, row))
}

/**
 * What documents for partners can see: nothing that was said or agreed on a private prompt, no row about one, and in no
 * row what is thought of somebody.
 */
export function forPartners(view: View): View {
  const hushed = (prompt: PromptView): PromptView =>
    prompt.private
      ? {
          ...prompt,
          ...{ standing: 'open', heard: false, agreed: undefined, parked: undefined },
          voices: prompt.voices.map((voice) => ({ ...voice, said: undefined })),
          ...{ proposals: [], alsoSaid: [], unheard: [], adopted: [], talks: [], notes: [] },
        }
      : prompt
  return {
    ...view,
    prompts: view.prompts.map(hushed),
    ...Object.fromEntries(FILE_TABLES.map((table) => [table, shownRows(view, table)])),
  }
}

/** What somebody who is not a partner yet may be told of a prompt, or of later ones that say it better; and the command for it. */
export function pointToTell({ partners, prompts }: View, [name, ...later]: string[]) {
  const prompt = prompts.find(({ id }) => id === name)
  if (!prompt) return undefined
  const better = prompts.filter(({ id }) => later.includes(id))
  return {
    topic: prompt.topic,
    aside: prompt.parked !== undefined,
    command: `hjp ask ${prompt.number}`,
    words: [...better, prompt].flatMap((each) => toldOutside(each, partners.length === 1) ?? [])[0],
  }
}

/** What is agreed. While a service is alone in the file, what it said itself is its own to tell. */
const toldOutside = ({ agreed, voices }: PromptView, alone: boolean): string | undefined =>
  agreed?.settled ? agreed.text : alone ? voices.find(({ said }) => said)?.said : undefined
