import * as z from 'zod'
import { HjpError, nearest } from '../../errors.ts'
import { RATINGS } from '../file/tables.ts'
import { readYaml } from '../file/yaml.ts'
import { id, text } from '../values/fields.ts'
import type { Source } from './prompts.ts'

/** Statements about the partnership itself, each answered A, B or C: `prompts/questionnaires/<id>.yaml`. */
export type Questionnaire = z.infer<typeof Questionnaire>
export type Statement = { id: string; text: string }

const Questionnaire = z.strictObject({
  id,
  title: text,
  purpose: text,
  source: z.strictObject({ title: text, publisher: text.optional(), address: text.optional() }),
  /** How our statements relate to the source. */
  relation: text,
  /** What each answer means. */
  scale: z.record(z.enum(RATINGS), text),
  groups: z
    .array(z.strictObject({ id, title: text, statements: z.array(z.strictObject({ id, text })).min(1) }))
    .min(1),
})

/** What is asked of a statement, and how closely the partners work together, where nothing can be ticked. */
export const WHICH_RATING = 'A, B or C?'
export const WHICH_LEVEL = 'Which of these?'

/** Throws HjpError badFile. */
export const parseQuestionnaires = (sources: Source[]): Questionnaire[] =>
  sources.map(({ path, text }) => readYaml(path, text, Questionnaire))

export const statementsOf = ({ groups }: Questionnaire): Statement[] =>
  groups.flatMap(({ statements }) => statements)

/** Throws HjpError unknownQuestionnaire. */
export function questionnaireNamed(all: Questionnaire[], name: string): Questionnaire {
  const known = all.map(({ id }) => id)
  const found = all.find(({ id }) => id === name)
  if (!found) throw new HjpError('unknownQuestionnaire', name, nearest(name, known), known)
  return found
}
