/**
 * The library: the partnership file, the prompts, and documents as data or in any format, for programs other than the
 * command line. Days are text, YYYY-MM-DD. What a person has to mend is thrown as HjpError, in whose message `*word*`
 * is emphasis.
 */

export { check } from './core/checks/checks.ts'
export type { Finding } from './core/checks/finding.ts'
export type { Partner } from './core/file/partner.ts'
export {
  type Agreed,
  Partnership,
  type Perspective,
  type Proposal,
} from './core/file/partnership.ts'
export type { Row } from './core/file/row.ts'
export type { Action, Meeting } from './core/file/tables.ts'
export { readText, readYaml } from './core/file/yaml.ts'
export type { AgendaItem } from './core/meeting/agenda.ts'
export type { Event } from './core/meeting/calendar.ts'
export { findPrompt } from './core/prompts/called.ts'
export type { Part, Prompt, Source } from './core/prompts/prompts.ts'
export { type Standing, standing } from './core/prompts/standing.ts'
export { recordMeeting, recordRow } from './core/record/add-row.ts'
export { type Agreement, recordAgreement } from './core/record/agreement.ts'
export { recordPerspective } from './core/record/answer.ts'
export { recordDone } from './core/record/done.ts'
export { enter, type Write } from './core/record/enter.ts'
export { recordParked } from './core/record/parked.ts'
export { type KnownOn, type View, viewOf } from './core/view/view.ts'
export { emphasised, HjpError } from './errors.ts'
export type { Block, Document, Inline } from './render/document/document.ts'
export { FORMATS } from './render/formats/index.ts'
export { type Kind, type Library, layOver, makeLibrary, type Section } from './render/templates/library.ts'
export { compose, seenBy } from './render/templates/template.ts'
