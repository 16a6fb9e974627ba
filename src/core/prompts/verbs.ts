/** Verbs that are seldom anything else, as agreements use them. Their -s forms are taken for verbs too. */
const VERBS =
  'accept agree allow apply arrange ask attend avoid become begin belong bring build carry choose come confirm consider continue decide depend destroy discuss ensure expect explain fill find finish follow get give go grow happen hear hold include inform introduce invite involve join keep know learn let lie live look lose maintain make mean meet mention need notify pay prepare protect provide publish put raise receive refer refuse remain remind remove renew require respond retain say see seek send serve sign sit speak stand submit take tell think treat try want withdraw write'.split(
    ' ',
  )
/** What stands for a verb by itself, or helps one. */
const HELPERS =
  'is are was were be been has have had do does did will would shall should may might must can cannot could closes covers ends goes helps leads rings runs shares starts stays works'.split(
    ' ',
  )
const KNOWN = new Set([
  ...HELPERS,
  ...VERBS.flatMap((verb) => [verb, `${verb.replace(/y$/, 'ie')}s`, `${verb}s`]),
])
const SHORTENED = /n't$|'(?:ll|re|ve|d|m)$|^(?:it|that|there|who|what|here|let|he|she)'s$/

/** Whether there is a verb in words, outside brackets, as far as a short list can tell. */
export const hasVerb = (words: string): boolean =>
  (
    words
      .replace(/\([^)]*\)/g, ' ')
      .replaceAll('\u2019', "'")
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  ).some((word) => KNOWN.has(word) || SHORTENED.test(word))
