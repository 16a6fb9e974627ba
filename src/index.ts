/**
 * The library: the partnership file, the prompts, and documents as data or in any format, for programs other than the
 * command line. Days are text, YYYY-MM-DD. What a person has to mend is thrown as HjpError, in whose message `*word*`
 * is emphasis.
 */
export type { AgendaItem } from './core/agenda.ts'
export type { Event } from './core/calendar.ts'
export { check } from './core/checks.ts'
export type { Row } from './core/filled.ts'
export type { Finding } from './core/finding.ts'
export {
  type Agreed,
  type Partner,
  Partnership,
  type Perspective,
  type Proposal,
} from './core/partnership.ts'
export {
  findPrompt,
  type Part,
  type Prompt,
  type Source,
  type Standing,
  standing,
  wording,
} from './core/prompts.ts'
export {
  type Agreement,
  type Entry,
  enter,
  recordAgreement,
  recordParked,
  recordPerspective,
} from './core/record.ts'
export { recordMeeting, recordRow } from './core/rows.ts'
export type { Action, Meeting } from './core/tables.ts'
export { recordDone } from './core/undertakings.ts'
export { type Known, type View, view } from './core/view.ts'
export { readText, readYaml } from './core/yaml.ts'
export { emphasised, HjpError } from './errors.ts'
export type { Block, Document, Inline } from './render/document.ts'
export { FORMATS } from './render/formats/index.ts'
export { type Kind, type Library, layOver, makeLibrary, type Section } from './render/library.ts'
export { compose, seenBy } from './render/template.ts'
