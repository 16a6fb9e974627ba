/** Verbs that are seldom anything else, as agreements use them. Their -s forms are taken for verbs too. */
const VERBS =
  'accept agree allow apply arrange ask attend avoid become begin belong bring build carry choose come confirm consider continue decide deliver depend destroy discuss employ ensure expect explain fill find finish follow get give go grow handle happen hear hold host include inform insure introduce invite involve join keep know learn let lie live look lose maintain make manage mean meet mention need notify pay prepare protect provide publish put raise receive refer refuse remain remind remove renew require respond retain say see seek send serve sign sit speak stand submit supervise take teach tell think train treat try want withdraw write'.split(
    ' ',
  )
/** What stands for a verb by itself, helps one, or does not come without one. */
const HELPERS =
  'we they nobody everyone is are was were be been has have had do does did will would shall should may might must can cannot could cares closes covers ends goes helps leads opens owns rings runs shares starts stays uses works'.split(
    ' ',
  )
const KNOWN = new Set([
  ...HELPERS,
  ...VERBS.flatMap((verb) => [verb, `${verb.replace(/y$/, 'ie')}s`, `${verb}s`]),
])
const SHORTENED = /n't$|'(?:ll|re|ve|d|m)$|^(?:it|that|there|who|what|here|let|he|she)'s$/

/** What stands in a list or in brackets: "what it is about". */
const ASIDE = /\([^)]*\)|[,;:]\s*(?:what|who|which|where|how)\b[^,;.]*/gi

/** Whether there is a verb in words, as far as a short list can tell; one in brackets or within an enumeration makes no sentence. */
export const hasVerb = (words: string): boolean =>
  (
    words
      .replace(ASIDE, ' ')
      .replaceAll('\u2019', "'")
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  ).some((word) => KNOWN.has(word) || SHORTENED.test(word))
