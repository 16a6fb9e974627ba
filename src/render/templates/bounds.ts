import type { HelperDelegate, HelperOptions } from 'handlebars'
import { fieldErrors } from '../../field-errors.ts'
import { bracesIn } from './library.ts'
import { Misplaced, type TemplatePlace } from './misplaced.ts'

/**
 * What one document may cost: a hundred times what the longest does, and little enough that no template, whoever wrote it,
 * runs for more than a moment.
 */
const MOST = { steps: 200_000, letters: 3_000_000 }

/** Letters of one template, and its braces: Handlebars takes four times as long for twice as many. */
const LONGEST = 200_000
const BRACES = 500

/** Letters of Markdown, the marks of emphasis and links in one stretch and in all, and what stands within each other. */
const MARKDOWN = { letters: 200_000, stretch: 3000, marks: 20_000, depth: 30 }

const BEGINNING: TemplatePlace = { start: { line: 1, column: 0 } }

/** Counts what a document costs. */
export type Budget = {
  /** One step, and the letters that come of it. Throws Misplaced where it is too much. */
  spend(letters: number, loc?: TemplatePlace): void
}

export function budget(): Budget {
  const left = { ...MOST }
  return {
    spend(letters, loc = BEGINNING) {
      left.steps -= 1
      left.letters -= letters
      if (left.steps < 0 || left.letters < 0) throw new Misplaced(fieldErrors.endlessTemplate, loc)
    },
  }
}

/** Handlebars' own loop, each round of which costs a step and what comes of it. */
export const boundedEach = (each: HelperDelegate, { spend }: Budget): HelperDelegate =>
  function bounded(this: unknown, rows, options: HelperOptions & { loc: TemplatePlace }) {
    const fn: HelperOptions['fn'] = (context, inner) => {
      const text = options.fn(context, inner)
      spend(text.length, options.loc)
      return text
    }
    return each.call(this, rows, { ...options, fn })
  }

/** Throws Misplaced where a template is longer than can be compiled in a moment. */
export function checkLength(text: string): void {
  if (text.length > LONGEST || bracesIn(text) > BRACES)
    throw new Misplaced(fieldErrors.longTemplate(BRACES), BEGINNING)
}

/** A line that opens more quotes and lists than there may be: the parser reads the rest anew for each. */
const OPENING = new RegExp(`^[ \\t]*(?:>[ \\t]*|(?:[-*+]|\\d+[.)])[ \\t]+){${MARKDOWN.depth + 1}}`, 'm')

/** Throws Misplaced where Markdown would take long to read. */
export function checkMarkdown(source: string): void {
  if (OPENING.test(source)) throw new Misplaced(fieldErrors.deepTemplate, BEGINNING)
  const stretches = source.split(/\n[ \t]*\n/).map((stretch) => stretch.match(/[*_~`[<]/g)?.length ?? 0)
  const all = stretches.reduce((sum, marks) => sum + marks, 0)
  const isLong = source.length > MARKDOWN.letters || all > MARKDOWN.marks
  if (isLong || stretches.some((marks) => marks > MARKDOWN.stretch))
    throw new Misplaced(fieldErrors.longMarkdown, BEGINNING)
}

/** Throws Misplaced where so many blocks stand within each other. */
export function checkDepth(depth: number): void {
  if (depth > MARKDOWN.depth) throw new Misplaced(fieldErrors.deepTemplate, BEGINNING)
}

/** Does what may be nested too deeply for the machine, and says so in words. */
export function withinStack<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof RangeError ? new Misplaced(fieldErrors.deepTemplate, BEGINNING) : error
  }
}
