import { HjpError } from '../../errors.ts'
import type { Template } from './library.ts'

/** Lines count from 1, and columns from 0. */
export type TemplatePlace = { start: { line: number; column: number } }

/** Something wrong in a template, of which only the place in it is known. */
export class Misplaced extends Error {
  readonly place: TemplatePlace
  constructor(problem: string, place: TemplatePlace) {
    super(problem)
    this.place = place
  }
}

/** The same, with the file and the place in that. */
export const badTemplate = ({ path, offset }: Template, { place: { start }, message }: Misplaced): HjpError =>
  new HjpError('badTemplate', path, start.line + offset, start.column + 1, message)
