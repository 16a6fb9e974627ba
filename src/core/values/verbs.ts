/** Verbs that are seldom anything else, as agreements use them. Their -s forms are taken for verbs too. */
const VERBS =
  'accept adapt add adopt advise agree allow apply appoint approve arrange ask assess assign assist attend avoid bear become begin belong bind bring build carry choose clarify collect come comply confirm consider consult continue contribute convene create decide defer define deliver depend describe destroy develop differ disclose discuss elect employ enable encourage ensure enter establish exclude exist expect expire explain extend fill find finish follow get give go govern handle happen hear hold host identify improve include inform insure intend introduce invite involve join keep know learn lend let liaise lie listen live look lose maintain make manage mean meet mention need negotiate nominate notify obtain organise organize oversee participate pay perform prepare prevent proceed promote propose protect provide publish put raise receive recommend refer refuse reimburse rely remain remind remove renew replace represent require resolve respond restrict retain reveal rotate say see seek select send serve settle sign sit speak stand strengthen submit suggest supersede supervise survive suspend take teach tell terminate think translate treat try understand undertake uphold verify want withdraw withhold write'.split(
    ' ',
  )
/** What stands for a verb by itself, helps one, or does not come without one. */
const HELPERS =
  'we they nobody everyone is are was were be been has have had do does did will would shall should may might must can cannot could cares closes covers ends goes helps leads opens owns rings runs shares starts stays uses works'.split(
    ' ',
  )
const FORMS = new Set(VERBS.flatMap((verb) => [verb, `${verb.replace(/y$/, 'ie')}s`, `${verb}s`]))
const KNOWN = new Set([...HELPERS, ...FORMS])
const SHORTENED = /n't$|'(?:ll|re|ve|d|m)$|^(?:it|that|there|who|what|here|let|he|she)'s$/

/** Words that are as often no verbs, before what they are done to: "phones the client". */
const DONE_TO =
  /\b(?:call|check|contact|cover|email|file|fund|help|lead|log|name|note|open|own|phone|plan|question|record|report|review|run|share|store|support|text|track|train|transfer|update|use|visit|weigh|welcome)s? (?:the|it|them|their|its|each|any|every|all|no|us|our|one another|whoever|what|who|whether|that|people|clients|patients)\b/i

/** What stands in a list or in brackets: "what it is about". */
const ASIDE = /\([^)]*\)|[,;:]\s*(?:what|who|which|where|how)\b[^,;.]*/gi
const MONTH = /\bMay\b/g

/** Whether there is a verb in words, as far as a short list can tell; one in brackets or within an enumeration makes no sentence. */
export function hasVerb(words: string): boolean {
  const plain = words.replace(ASIDE, ' ').replace(MONTH, ' ').replaceAll('\u2019', "'").toLowerCase()
  return (
    DONE_TO.test(plain) ||
    (plain.match(/[\p{L}']+/gu) ?? []).some((word) => KNOWN.has(word) || SHORTENED.test(word))
  )
}

/** Whether a word is a verb that is seldom anything else. */
export const isVerb = (word: string): boolean => FORMS.has(word.toLowerCase())
