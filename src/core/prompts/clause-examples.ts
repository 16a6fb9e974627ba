import * as z from 'zod'
import { readYaml } from '../file/yaml.ts'
import { list, text } from '../values/fields.ts'
import type { Source } from './prompts.ts'

/** How agreements say what a prompt asks for, by its id: headings they say it under, and clauses. Made up, to know others by; no document has them. */
export type ClauseExamples = z.infer<typeof ClauseExamples>

const ClauseExamples = z.record(z.string(), z.strictObject({ headings: list(text), says: list(text) }))

/** From `prompts/clauses/<part>.yaml`. Throws HjpError badFile. */
export const parseClauseExamples = (sources: Source[]): ClauseExamples =>
  Object.assign({}, ...sources.map(({ path, text }) => readYaml(path, text, ClauseExamples)))
