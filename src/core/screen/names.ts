import { after, around, before, isAboutClient, isMadeUp } from './around.ts'
import { isAtWork, isWelcoming } from './at-work.ts'
import { isAmbiguous, isFamilyName, isGivenName, isWellKnown } from './given-names.ts'
import { isGreeted, isGreeting } from './greeting.ts'
import { LETTER, UPPER } from './letters.ts'
import {
  FULL_NAME,
  found,
  INITIAL,
  isGiven,
  isInitial,
  isName,
  isPlaceToo,
  isStaff,
  PARTICLE,
  SHORT,
  SPELT,
  WORD,
  what,
  wordsOf,
} from './name-shapes.ts'
import { isBody, isListed, isOtherWord } from './other-words.ts'
import { type ScreenRule, spotOf, spotsOf } from './spot.ts'

const TITLED = new RegExp(
  `(?<![${LETTER}-])(?:Mr|Mrs|Ms|Mx|Miss|Master|Aunty|Auntie|Aunt|Uncle|Mme|Madame|Señora?|Sra?|Doña|Bà|Ông|Chị|Frau|Herr|Signora|Tía|Nonna|Yiayia|Nana|Nanna|Whaea|Matua|Koro|Kuia|MR|MRS|MS)\\.? (?:and (?:Mr|Mrs|Ms)\\.? )?(?<who>(?:${INITIAL} ?){0,2}(?:${PARTICLE}){0,2}${SPELT})`,
  'g',
)
const titled = found(
  TITLED,
  (text, name, at, known) => !/^[XYZ]$/.test(name) && !isStaff(known, name) && !isAtWork(text, at),
)

const HELPED =
  '(?:[Cc]lient|[Pp]atient|[Cc]onsumer|[Tt]enant|[Rr]enter|[Ll]odger|[Bb]oarder|[Rr]esident|[Cc]omplainant|[Aa]pplicant|[Cc]laimant|[Dd]efendant|[Rr]espondent|[Aa]ppellant|[Ss]ervice user|[Pp]articipant|[Cc]arer|[Mm]other|[Mm]um|[Mm]om|[Ff]ather|[Dd]ad|[Ss]on|[Dd]aughter|[Gg]randson|[Gg]randdaughter|[Cc]hild|[Kk]id|[Bb]ub|[Bb]aby|[Tt]oddler|[Hh]usband|[Ww]ife|[Ww]idow|[Gg]randmother|[Gg]randfather|[Aa]unt|[Uu]ncle|[Ss]ister|[Bb]rother|[Nn]iece|[Nn]ephew|[Cc]ousin|ex-partner|ex-husband|ex-wife|ex|[Bb]oyfriend|[Gg]irlfriend|[Nn]eighbou?r|[Ss]urvivor|[Rr]efugee|asylum seeker|[Pp]ensioner|[Ww]oman|[Mm]an|[Ll]ady|[Gg]irl|[Bb]oy|[Tt]eenager|[Gg]entleman|[Bb]loke|[Gg]uy|[Ll]ad|[Ss]tepson|[Ss]tepfather|[Ss]tepmother|[Ss]tepdad|[Ss]tepmum|[Ff]ianc[ée]e?|[Ii]n-laws?|[Pp]t|[Mm]oko|[Ss]tepdaughter|young person|[Vv]ictim|[Ii]nmate|[Pp]risoner|[Ww]itness|[Mm]ember of the public|[Ll]andlord)'
const ROLED = new RegExp(
  `(?<![${LETTER}-])${HELPED}(?:['’]s? name)?(?:-in-law)?(?:,| is| was|:| -| –|,? named|,? called|,? known as| \\(| we (?:will|shall|can) call)? ?(?<who>${SPELT})`,
  'g',
)
const roled = found(ROLED, (text, name, at, known) => {
  const cue = before(text, at[0], 40)
  if (/\b(?:uncle|aunt) $/i.test(cue) && (isStaff(known, name) || isWelcoming(around(text, at)))) return false
  const words = wordsOf(name)
  if (/\b(?:is|was) $/.test(cue) && words.length < 2) return false
  if (
    /(?:Father|Mother|Sister|Brother) $/.test(cue) &&
    (words.length < 2 || OF_THINGS.test(after(text, at[1], 40)) || isAtWork(text, at))
  )
    return false
  const isKinAlone =
    words.length === 1 && KIN.test(cue) && !isOtherWord(name) && !SHORT.test(name) && name.length > 2
  return (isName(name) || isKinAlone) && !/\b(?:for|of|by|to) the (?:landlord|respondent),? $/i.test(cue)
})
/** After these a single name is enough, even one that is not known. */
const KIN =
  /\b(?:mum|mom|mother|dad|father|son|daughter|grandson|granddaughter|grandmother|grandfather|kid|child|baby|toddler|husband|wife|aunt|uncle|sister|brother|niece|nephew|cousin|ex|boyfriend|girlfriend|teenager|girl|boy|woman|man)(?:, | |,? named |,? called )$|\b(?:client|patient|tenant|resident),? (?:named|known as) $/

const NAMED = new RegExp(
  `\\b(?:[Nn]ames? (?:is|was|are|were|being|as)|[Nn]ame:|named|called|(?:re)?named|known (?:to us |to staff |locally )?(?:as|by)|goes by|went by|answers to|calls (?:her|him|them)sel(?:f|ves)|a\\.?k\\.?a\\.?|alias|née|nee|formerly|nicknamed|surname(?: is|:)|maiden name|[Cc]lient:|[Pp]atient:|[Tt]enant:|[Aa]pplicant:|[Rr]e:|RE:|[Ii]n re|[Mm]atter of|[Ee]state of|[Oo]n behalf of|[Aa]cting for|[Rr]eferral (?:for|of)|[Rr]eferred|[Cc]onsent (?:from|of|form (?:from|of|for))|[Ff]ile (?:for|of)|[Nn]otes (?:for|on)|[Aa]ppointment (?:for|with)|[Hh]ome visit to|[Vv]isited|[Ss]eeing|[Aa]ssisted|[Hh]elped|[Rr]epresent(?:ed|ing|s)|[Aa]dvised|[Tt]enancy of|[Cc]ase of|[Ss]upporting|[Ll]etter (?:for|to|from)) ['"“‘]?(?<who>${SPELT})`,
  'g',
)
const named = found(NAMED, (text, name, at, known) => {
  const cue = before(text, at[0], 90)
  const isTold =
    /\b(?:sur|first |last |family |given |her |his |their |real |full )names? (?:is|was) ['"“‘]?$|\b(?:s?he|who) (?:goes|went) by ['"“‘]?$/i.test(
      cue,
    )
  const isSingle = isTold && wordsOf(name).length === 1 && !isOtherWord(name) && !SHORT.test(name)
  if (isSingle) return true
  if (isStaff(known, name) || !isName(name)) return false
  const isCalled =
    /\b(?:named|called|known (?:to us |to staff |locally )?(?:as|by)|formerly|visited|seeing|assisted|helped|represent\w*|advised|letter \w+|supporting|referred|appointment with)\W+$/i.test(
      cue,
    )
  if (!isCalled)
    return !/\b(?:project|programme?|service|partnership|clinic|its|file|template|form) names? (?:is|was)\W+$/i.test(
      cue,
    )
  if (isAtWork(text, at)) return false
  const isFull = wordsOf(name).length > 1
  return isGiven(wordsOf(name)[0] ?? '')
    ? isFull || isAboutClient(`${cue} ${after(text, at[1], 60)}`)
    : isFull && isAboutClient(cue)
})

const TURNED = new RegExp(
  `(?<![${LETTER}-])(?<who>(?:[${UPPER}][${LETTER}'’-]{1,24}|[${UPPER}]{2,20}), (?:${WORD}(?: ${WORD}){0,2}|[${UPPER}]\\.?(?= ?[-–:;])))(?![${LETTER},]| and | or |, )`,
  'g',
)
const turned: ScreenRule = (text, known) =>
  spotsOf(text, TURNED, (match) => {
    const { who = '' } = match.groups!
    const [family = '', given = ''] = who.split(', ')
    const [first = ''] = wordsOf(given)
    const isPeople = [...wordsOf(family), ...wordsOf(given)].every(
      (word) => isInitial(word) || !isOtherWord(word),
    )
    const isListed =
      /(?:^|[:–-]|\b(?:client|patient|for|of|re|from|tenant|file|matter|is|name|consumer|saw|with|see))[:\s]*$/i.test(
        before(text, match.index, 40),
      )
    const isCapitals =
      /^[A-ZÀ-Þ]{3,}$/.test(family) &&
      (family.length > 4 || isFamilyName(family[0] + family.slice(1).toLowerCase()))
    if (isAtWork(text, spotOf(match, 'name', what, 'who').at)) return undefined
    const counts =
      (isCapitals || !/^[A-Z]{2,5}$/.test(family)) && // In "RCL, Margaret Webb" that is a service.
      isPeople &&
      !isGivenName(family) &&
      !isGreeting(family) &&
      (isGivenName(first) || isInitial(first) || isCapitals) &&
      (isListed || isCapitals)
    return counts && !isStaff(known, `${given} ${family}`) ? spotOf(match, 'name', what, 'who') : undefined
  })

const TROUBLE =
  'eviction|landlord|bond|arrears|visa|custody|fines?|debts?|boyfriend|girlfriend|partner|sister|brother|mum|mom|dad|nan|baby|twins|stepfather|stepson|granddaughter|grandson|niece|nephew|cousin|grandmother|pain|stroke|dialysis|chemo|asthma|heart|leg|back|school|employer|boss|job|wages|car|dog|passport|papers|rights|letters?|bills?|loan|bank account|award|assessment|transfer|licence|discharge|funeral|estate|hearing|tenancy|injur(?:y|ies)|diagnosis|matter|case|file|appeal|benefits?|ex(?:-\\w+)?|husband|wife|mother|father|children|kids|son|daughter|rent|lease|house|flat|unit|home|bail|charges?|sentence|parole|children|medication|pregnancy|surgery|housing|application|referral|appointment|consent|records?|bruises|carer|payments?|pension|will|compensation|claim|scan|results?|statement|story'
const IN_TROUBLE = new RegExp(
  `^(?: (?:(?:does not|doesn['’]t|did not|didn['’]t) )?(?:wants?|needs?|kept|keeps?|left|hurt|missed|forgot|hid|signed|sold|brought|says|said|told|thinks|fears|hopes|asked|asks|believes|lost|loves|hates) (?:that |whether |if |us |me )?(?:she|he|her|his|they|their)\\b|(?:['’]s?| (?:about|regarding|with) (?:her|his|their)) (?:\\w+ ){0,2}(?:${TROUBLE})\\b|,? (?:who )?(?:(?:is|was|has been|is being|had been|got|were) (?:\\w+ly |being |now )?(?:evicted|homeless|charged|assaulted|diagnosed|admitted|discharged|arrested|sacked|fired|pregnant|deported|detained|sleeping|couch|hit|attacked|stabbed|suicidal|fleeing|facing|refused|deaf|blind|at risk|on bail|released|sentenced|remanded|behind|living|staying|afraid|frightened|terrified|scared|in (?:hospital|prison|jail|custody|tears|rehab)|distressed|injured|bitten|scammed)|owes?|(?:lost|got|won) (?:her|his)|lives?|presented (?:with|at|to)|disclos(?:ed|es)|fled|faces|suffers|has (?:a |an )?(?:debt|visa|disability|cancer|hearing|baby|two|three|four|five|six|schizophrenia|dementia|diabetes|hiv|hepatitis|epilepsy|bruis)|had (?:a|an|two|three|her|his) |cannot |can['’]t |could not |is \\w+ (?:weeks|months) behind|came (?:in|to us|to the clinic|back)|(?:rang|called|emailed|texted) (?:us|about|because|in tears|to say)|need(?:s|ed) (?:help|advice|housing|an interpreter|a lawyer)|told (?:us|the|her|his|me|our) (?:\\w+ )?(?:that )?(?:her|his|she|he|they)|asked (?:us|for help)|received (?:an? )?(?:eviction|notice|letter|fine|bill)|signed (?:the|a|her|his) consent|agreed to be referred|(?:has )?missed (?:her|his|\\w+ appointments?)|died|passed away|overdosed|and (?:her|his|the) (?:\\w+ )?(?:children|kids|son|daughter|baby|partner|husband|wife|mother|twins|family))|,? aged \\d{1,2}\\b| who (?:told|asked|rang|came|said)\\b| \\((?:[fm],? ?|aged )\\d{1,2}\\)|, \\d{1,2},? (?:who|was|is|has|needs|wants)\\b)`,
)
export const isInTrouble = (behind: string): boolean => IN_TROUBLE.test(behind.toLowerCase())

const BARE = new RegExp(
  `(?<![${LETTER}\\d@.-]|[A-Z]\\. )(?<who>${WORD}(?: (?:${INITIAL}|(?:${PARTICLE}){0,2}${WORD})){0,3})`,
  'g',
)
/** Whom people meet, ring and write to is hardly ever a place or a thing. */
const MET =
  /\b(?:met|saw|rang|called|phoned|rung|visited|texted|emailed|told|tell|asked|ask|spoke (?:to|with)|speak (?:to|with)|talked (?:to|with)|talk (?:to|with)|contact(?:ed)?|follow(?:ed)?[- ]up (?:with|on)|check(?:ed)? (?:in )?(?:with|on)|sat with|met with|help(?:ed)?|assist(?:ed)?|advis(?:ed?|ing)|referr(?:ed|al):?|refer|call|ring|text|visit|see|seeing|letters? (?:to|for|from|drafted for)|writ(?:e|ten|ing) (?:to|for)|wrote (?:to|for)|got|appeal (?:for|by)|act(?:ed|ing|s)? for|on behalf of|consent (?:from|of)|appointment (?:for|with)|visit (?:to|with)|intake (?:for|with)|session with|discharg(?:e|ed|ing)|admitted|interview(?:ed)?|client|patient|poor|dear|old|young|little|bail for|file for|will for|restored for|waived for|won for|for|re:?|about|with) $/i
const WEAK_MET = /\b(?:for|re:?|about|with|see|call|contact|got|help|ask|old|young|dear) $/i
/** Whether those who stand here are surely met. */
export const isMet = (ahead: string): boolean => MET.test(ahead) && !WEAK_MET.test(ahead)

/** How much there is to say that these words are somebody's name. */
const likeness = (words: string[]): number => {
  const [first = '', ...rest] = words
  if (
    /^[A-Z]{3,}$/.test(first) &&
    isGiven(rest[0] ?? '') &&
    !isListed(`${first[0]}${first.slice(1).toLowerCase()}`)
  )
    return 3
  const given = !isGiven(first) ? 0 : isAmbiguous(first) || isOtherWord(first) ? 1 : 2
  if (rest.length === 0) return given || (isFamilyName(first) && !isOtherWord(first) ? 1 : 0)
  const isTurned = isFamilyName(first) && rest.some((word) => isGiven(word) && !isAmbiguous(word))
  return isTurned
    ? 3
    : given + (rest.some((word) => isFamilyName(word) || (isGiven(word) && !isAmbiguous(word))) ? 2 : 1)
}

/** And how much what stands around them says that somebody is meant, and not a place or a thing. */
function isSpokenOf(words: string[], like: number, ahead: string, behind: string): boolean {
  const [first = '', ...rest] = words
  const isInRow = like < 3 && /^ [A-Z]/.test(behind)
  const isPlace = like < 2 && /(?:^|\b(?:in|at|near|to|around|across|outside|the|from) )$/i.test(ahead)
  // A word inside a sentence that has a capital is meant as a name.
  const isMeant =
    like === 1 + rest.length &&
    isGiven(first) &&
    !isOtherWord(first) &&
    /[a-z,:] $/.test(ahead) &&
    !/\b(?:in|at|near|from|the) $/.test(ahead)
  const met = /[a-z:] $/.test(ahead) ? ahead.slice(-32) : ''
  const isBesideCapitals = /[A-Z][\w'’]+(?:,|\sand)\s$/.test(ahead) || /^(?:,?\sand|,|;)\s[A-Z]/.test(behind)
  const isInList =
    isBesideCapitals ||
    (!/^['’]/.test(behind) && /(?<!^(?:[Hh]i|[Hh]ello|[Dd]ear|[Tt]hanks) \w{1,12}),\s$/.test(ahead))
  const isAlone = rest.length === 0
  // A given name by itself is enough, but not in a list, which may be of towns or tools; two words need more there.
  const enough = isAlone && like === 2 && !isInList ? 2 : !isAlone && isBesideCapitals ? 5 : 3
  const score =
    like +
    (/^(?:['’]|,? ?[a-z(\d])/.test(behind) && isInTrouble(behind) ? 3 : 0) +
    (MET.test(met) && /^ (?:her|his) /.test(behind) ? 2 : 0) +
    (WEAK_MET.test(met) ? 1 : MET.test(met) ? 2 : 0) +
    (isMeant ? 1 : 0) -
    (isInRow ? 2 : 0) -
    (isPlace ? 1 : 0) -
    (isAlone && /\b[Tt]he $/.test(ahead) ? 2 : 0)
  return score >= enough || (score + 1 === enough && isAboutClient(`${ahead} ${behind}`))
}

/** A name with nothing before it that says so: what is known of names, and what is said around it, must be enough together. */
const bare = found(BARE, (text, name, at, known) => {
  const words = wordsOf(name)
  const [first = '', ...rest] = words
  const isOfThing = (word: string) =>
    (isListed(word) && !isInitial(word) && (isPlaceToo(word) || !isFamilyName(word))) ||
    /^[A-Z]{2,5}$/.test(word)
  if (isInitial(first) || (isOtherWord(first) && !isGiven(first)) || rest.some(isOfThing)) return false
  const ahead = before(text, at[0], 60)
  const behind = after(text, at[1], 80)
  // Initials have no article; bodies and posts do.
  if ((/^[A-Z]{2,5}$/.test(name) && ARTICLE.test(ahead)) || isBody(name, behind)) return false
  if (!isSpokenOf(words, likeness(words), ahead, behind)) return false
  if (isStaff(known, name) || SHORT.test(first) || isWellKnown(name)) return false
  // Cases go by family names, and one with a given name before it is of somebody near.
  const isParty = /^ v\.? /.test(behind) && likeness(words) > 3
  const isCalledSo = /\b(?:St|Saint|Mount|Port|Lake|Fort|v\.?|o|o Te) $/.test(ahead.replace(/\bR v $/, ''))
  return !isCalledSo && (isParty || !OF_THINGS.test(behind)) && !isAtWork(text, at) && !isGreeted(text, at)
})
const ARTICLE = /\b(?:an?|the|our|their|your|each|every|any|local|state|federal) $/i
const OF_THINGS =
  /^(?:['’]s)? (?:ward|street|poster|report|review|inquiry|foundation|trust|award|prize|lecture|principles?|law|clause|funding|test|model|scale|index|method|hospital|institute|centre|center|clinic|library|university|system|scheme|disease|syndrome)s?\b|^ v\.? |^(?:['’]s)? (?:Act|Case|House|Hall|Place|Rule|Road|School|College|Estate|Building|Room|Park|Day|Week|Ward|Street|Foundation|Principle|Law)\b|^['’]s (?:\w+ )?(?:steps|theory|framework|work|quotes?|checklist|report|paper|book|article|study|circles)\b|^ (?:quotes?|et al\b|\(\d{4}\)|is (?:cited|quoted|on the reading)|and [A-Z]\w+ (?:\(\d{4}\)|found|argued?|show|say))|^ (?:are|and [A-Z]\w+(?: [A-Z]\w+)? are) (?:in|on|the|our|both|far|next|covered|partners|sites)\b|^ (?:hall|room|building|day|week|estate|appears on)\b|^['’]s (?=[A-Z][a-z])|^['’]s and |^ and [A-Z][a-z]+['’]s /

const LETTERS = new RegExp(
  `(?<![${LETTER}-])${HELPED}(?:,| is|:)? (?<who>[${UPPER}]\\.? ?[${UPPER}]\\.?(?: ?[${UPPER}]\\.?)?)(?![${LETTER}\\d])`,
  'g',
)
/** Letters alone, where it says that they are initials or how old somebody is. */
const INITIALS = new RegExp(
  `(?<![${LETTER}.-])(?<who>[${UPPER}]\\.?[${UPPER}]\\.?(?:[${UPPER}]\\.?)?)(?= ?[(,] ?(?:(?:f|m|female|male|aged?|nb),? ?)?\\d{1,2}(?: ?(?:f|m|y\\/?o|yrs?|years?))?[,);])|\\b[Ii]nitials:? (?<late>[${UPPER}]\\.? ?[${UPPER}]\\.?(?: ?[${UPPER}]\\.?)?)(?![${LETTER}])`,
  'g',
)
const lettered: ScreenRule = (text) =>
  [LETTERS, INITIALS].flatMap((looks) =>
    spotsOf(text, looks, (match) => {
      const group = match.groups?.['late'] ? 'late' : 'who'
      if (SHORT.test(match.groups?.[group] ?? '') || isMadeUp(before(text, match.index, 80))) return undefined
      return spotOf(match, 'name', what, group)
    }),
  )

const WHOLE = new RegExp(
  `(?<who>${FULL_NAME})(?= ?[(,] ?(?:[Dd]\\.?[Oo]\\.?[Bb]|born|aged? \\d|\\d{1,2}[,)]|MRN|NHS|CRN|NHI|client|patient|tenant|\\d{1,2}[./-]\\d))`,
  'g',
)
/** A full name that something else about a person follows. */
const described = found(
  WHOLE,
  (text, name, at, known) => isName(name) && !isStaff(known, name) && !isAtWork(text, at),
)

const KINDRED = new RegExp(
  `\\b[Tt]he (?<who>${WORD}) (?:family|boys?|girls?|kids|children|twins|baby|brothers|sisters|household|siblings|lad|matter|eviction|hearing|tenancy)\\b`,
  'g',
)
const kindred = found(
  KINDRED,
  (_, name, __, known) => isFamilyName(name) && !isOtherWord(name) && !isStaff(known, name),
)

/** Somebody to whom another belongs, in a column that names who is near: "Mrs. Tran's choir" is no name of staff. */
export const titledOwners: ScreenRule = (text, known) =>
  titled(text, known).filter(({ at: [, end] }) => /^['’]s? [a-z]/.test(text.slice(end)))

/** Names that are said to be a client's, which are found in columns of staff too; and those that anyone could have. */
export const namesOfClients: ScreenRule[] = [roled, lettered]
export const namesOfAnyone: ScreenRule[] = [titled, named, turned, bare, described, kindred]
