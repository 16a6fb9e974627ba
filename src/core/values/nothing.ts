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

/** A stroke or a word where an answer goes that says there is none: "n/a", "not applicable", "nil". A "no" or "none" is one. */
export const isNoAnswer = (words: string): boolean =>
  /^\s*[\p{Pd}/]+\s*$/u.test(words) ||
  /^\W*(?:n\s*[/.\\]?\s*a|not applicable|does(?: not|n['’]t) apply|nil)\W*$/i.test(words)

const PLACE =
  '(?:above|below|before|earlier|attached|(?:the )?(?:previous|last)(?: (?:one|answer|question))?|q?\\d{1,2}(?:\\.\\d{1,2}[a-z]?)?)'
const ELSEWHERE = new RegExp(
  `^\\W*(?:ditto|idem|same(?: again| here)?|(?:please )?(?:see|as|refer to|as (?:per|for|in|under|with)|like|per|(?:the )?same(?: answer)?(?: as)?)(?: (?:my|our|the|answers?|responses?|to|for|in|under|questions?|number|no\\.?))* ${PLACE}(?:(?:,| and| &) ${PLACE})*(?: please)?)\\W*$`,
  'i',
)

/** Whether words only say where an answer stands, as "see above" or "same as 5.1". */
export const pointsElsewhere = (words: string): boolean => ELSEWHERE.test(words)
