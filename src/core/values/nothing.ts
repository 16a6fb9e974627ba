/** Words that people write where there is nothing to say. */

/** A stroke or dots in a place that was not to stay empty. */
export const isStroke = (words: string): boolean => /^[\s\p{Pd}_.…/]+$/u.test(words)

/** The same, and "n/a", as a cell has it. */
export const saysNothing = (words: string): boolean =>
  isStroke(words) || /^\s*n\s*[/.]\s*a\.?\s*$/i.test(words)

/** The same, and a word for it, where words would stand for a thing. */
export const namesNothing = (words: string): boolean =>
  saysNothing(words) ||
  /^\W*(?:no|none|nil|nothing)(?:\s+(?:yet|at all|missing|that we know of))?\W*$/i.test(words)
