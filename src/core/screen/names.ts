import { after, before, isAboutClient, isMadeUp } from './around.ts'
import { isFamilyName, isGivenName } from './given-names.ts'
import { LETTER, UPPER } from './letters.ts'
import { isOtherWord } from './other-words.ts'
import { type Known, type ScreenRule, spotOf, spotsOf } from './spot.ts'

const WORD = `(?:(?:al|el|bin)-)?[${UPPER}][${LETTER}'’-]{1,24}`
const INITIAL = `[${UPPER}]\\.?(?![${LETTER}\\d]|['’-][${UPPER}])`
const PARTICLE = '(?:van|von|de|da|di|du|del|della|der|den|la|le|bin|binti|ibn|al|el|te|ap|dos|y) '
/** One to four words of a name, initials among them. */
const NAME = `(?:${WORD}|${INITIAL})(?: (?:${PARTICLE}){0,2}(?:${WORD}|${INITIAL})){0,3}`
const FULL_NAME = `${WORD}(?: ${INITIAL})?(?: (?:${PARTICLE}){0,2}${WORD}){1,3}`

const what = 'a name'
const wordsOf = (name: string): string[] =>
  name
    .replace(/['’]s?$/u, '')
    .split(/[ .]+/)
    .filter(Boolean)
/** The first of two given names that are joined counts too. */
const isGiven = (word: string): boolean => isGivenName(word) || isGivenName(word.split('-')[0]!)
const isInitial = (word: string): boolean => word.length === 1

/** Short words in capitals that are no one's initials. */
const SHORT =
  /^(?:ID|IDs|IT|GP|GPs|HR|NZ|UK|US|USA|EU|TV|AM|PM|CEO|MOU|NHS|DHB|VLA|CLC|HJP|MLP|FAQ|PDF|OK|FV|DV|ED|ICU|AOD|NGO|RN|SW|AI|QR|CR|II|III|IV|FOI|GDPR|DNA|EN|ESL|LGBT|LGBTQ|LGBTIQ)$/

/** Whether these words can be somebody's name; a `sure` cue stands before them, so that a name alone is enough. */
function isName(name: string): boolean {
  const words = wordsOf(name)
  if (words.length === 0 || words.some((word) => SHORT.test(word))) return false
  const [first = ''] = words
  const whole = words.filter((word) => !isInitial(word) && !/^[a-zß-ÿ]/.test(word))
  if (whole.length === 0) return words.length > 1
  if (whole.some((word) => !isOtherWord(word)) && isGiven(first)) return true
  return words.length > 1 && whole.every((word) => !isOtherWord(word))
}

/** The longest start of these words that can be a name: what follows it with a capital is of something else. */
function nameIn(words: string): string | undefined {
  const all = words.split(' ')
  for (let n = all.length; n > 0; n--) {
    const name = all.slice(0, n).join(' ')
    if (isName(name) || (n === 1 && isGiven(wordsOf(name)[0] ?? ''))) return name
  }
  return undefined
}

/** Without the words that only begin a sentence, as in "When Ana". */
const withoutStart = (words: string): string => {
  const [first = '', ...rest] = words.split(' ')
  return rest.length > 0 && isOtherWord(first) && !isGiven(first) ? withoutStart(rest.join(' ')) : words
}

/** Whether one of the partners' own people goes by this name, or by a part of it. */
function isStaff({ names }: Known, name: string): boolean {
  const words = wordsOf(name).filter((word) => !isInitial(word))
  return names.some((each) => {
    const theirs = wordsOf(each)
    return words.length > 0 && words.every((word) => theirs.includes(word))
  })
}

const POST =
  '(?:lawyer|solicitor|attorney|paralegal|barrister|counsel|advocate|caseworker|case ?manager|social worker|support worker|outreach worker|youth worker|health worker|community worker|worker|nurse|midwife|doctor|gp|physician|psychologist|psychiatrist|counsellor|counselor|therapist|pharmacist|coordinator|co-ordinator|manager|director|officer|navigator|trainer|facilitator|interpreter|chair(?:person)?|ceo|president|secretary|treasurer|convenor|evaluator|researcher|professor|lecturer|educator|liaison|supervisor|principal|deputy|lead|partner|registrar|magistrate|judge|commissioner|ombudsman|minister|mp|councillor|senator|mayor|elder|funder|consultant|receptionist|administrator|student|volunteer|speaker|presenter|author|team leader|head of|staff|colleague|planner|analyst|dietitian|clinician|practitioner|specialist|executive|trustee|board member|representative|rep|champion)'
const BETWEEN = `(?:(?!who |needs? |wants? |with |and |to |of |said |told |thought )[${LETTER}'’-]+ ){0,3}`
const POST_AFTER = new RegExp(
  `^['’]?s?(?:,|,? (?:who )?(?:is|was|will be|has been|became|joins? (?:us )?as|as)|:)? ?(?:(?:the|our|an?|their|its|acting|new|senior|principal|managing|deputy) )${BETWEEN}${POST}\\b|^['’]?s?, ${BETWEEN}${POST}(?=[,.;)]| (?:at|for|of|from|in|with|who)\\b|$)|^ ?\\((?:the |our |an? )?${BETWEEN}${POST}\\b|^,? (?:from|at|of|with) (?:the |our )?(?:[${UPPER}][${LETTER}]+ ){1,3}(?:Legal|Health|Law|Council|Court|Trust|Aid|Services?|Cent(?:re|er)|Clinic|Hospital|University|Surgery)\\b|^ (?:and [${UPPER}][${LETTER}]+ (?:[${UPPER}][${LETTER}]+ )?)?(?:chair(?:s|ed)|facilitat|present(?:s|ed) (?:the|on|a)|took (?:the )?(?:notes|minutes)|will (?:chair|draft|circulate|send|write|ask|book|take|present|bring|invite|check|follow|share|update|organi[sz]e|call|run|train|speak|talk|look|find|prepare|report|join|cover|sign|meet)|to (?:draft|circulate|send|write|ask|book|chair|present|bring|invite|check|follow|share|update|organi[sz]e|prepare|report|run)|welcomed|thanked|reported (?:that the|on)|tabled|trains|runs|leads|coordinates|manages|gave (?:an update|the welcome|apolog|a talk)|(?:is|are) on leave|sent (?:her |his )?apolog)`,
  'i',
)
const POST_BEFORE = new RegExp(
  `(?:\\b${POST}(?: of [${LETTER}]+(?: [${LETTER}]+)?)?,? (?:at [${UPPER}][${LETTER}]+(?: [${LETTER}]+)?,? )?(?:is |was |will be |named |called |with |from |: ?|- ?)?|\\b(?:present|apologies|apology|chair|notes|minutes|facilitator|attendees|attending|in attendance|action|owner|lead|contact|thanks to|thank you to|welcome to country|guest|presenters?|speakers?|authors?)(?:ed by)?:? (?:by |from )?(?:[^.:;]{0,60}, | and )?|\\b(?:dr|prof(?:essor)?|judge|justice|magistrate|minister|senator|cr|councillor|hon|commissioner|sir|dame|elder|registrar|deputy president|his honour|her honour|the hon(?:ourable)?)\\.? (?:[${UPPER}][${LETTER}]+ )?)(?:(?:mr|mrs|ms|mx|miss|dr)\\.? )?$`,
  'i',
)
const isAtWork = (text: string, [start, end]: [number, number]): boolean =>
  POST_BEFORE.test(before(text, start, 90)) || POST_AFTER.test(after(text, end, 90))

const found = (
  looks: RegExp,
  counts: (text: string, name: string, at: [number, number], known: Known) => boolean,
): ScreenRule => {
  return (text, known) =>
    spotsOf(text, looks, (match) => {
      const { who: all = '' } = match.groups!
      if (wordsOf(all).every((word) => isOtherWord(word) && !isGiven(word))) return undefined
      const who = withoutStart(all)
      const name = nameIn(who) ?? who
      const {
        at: [from],
      } = spotOf(match, 'name', what, 'who')
      const start = from + all.length - who.length
      const at: [number, number] = [start, start + name.replace(/['’]s?$/u, '').length]
      const isSomebody = counts(text, name, at, known) && !isMadeUp(before(text, match.index, 80))
      return isSomebody ? { sort: 'name', what, at } : undefined
    })
}

const TITLED = new RegExp(
  `(?<![${LETTER}-])(?:Mr|Mrs|Ms|Mx|Miss|Master|Aunty|Auntie|Aunt|Uncle|Mme|Madame|Señora?|Sra?|Doña|Nana|Nanna|Whaea|Matua|Koro|Kuia|MR|MRS|MS)\\.? (?:and (?:Mr|Mrs|Ms)\\.? )?(?<who>(?:${INITIAL} ?){0,2}${NAME})`,
  'g',
)
const titled = found(TITLED, (text, name, at, known) => {
  const welcomes = /\b(?:welcome to country|acknowledg|karakia|elder|smudging|opening prayer|mihi)\b/i
  if (/^[XYZ]$/.test(name)) return false
  if (welcomes.test(`${before(text, at[0])} ${after(text, at[1])}`)) return false
  return !isStaff(known, name) && !isAtWork(text, at)
})

const HELPED =
  '(?:[Cc]lient|[Pp]atient|[Cc]onsumer|[Tt]enant|[Rr]enter|[Ll]odger|[Bb]oarder|[Rr]esident|[Cc]omplainant|[Aa]pplicant|[Cc]laimant|[Dd]efendant|[Rr]espondent|[Aa]ppellant|[Ss]ervice user|[Pp]articipant|[Cc]arer|[Mm]other|[Mm]um|[Mm]om|[Ff]ather|[Dd]ad|[Ss]on|[Dd]aughter|[Gg]randson|[Gg]randdaughter|[Cc]hild|[Kk]id|[Bb]ub|[Bb]aby|[Tt]oddler|[Hh]usband|[Ww]ife|[Ww]idow|[Gg]randmother|[Gg]randfather|[Aa]unt|[Uu]ncle|[Ss]ister|[Bb]rother|[Nn]iece|[Nn]ephew|[Cc]ousin|ex-partner|ex-husband|ex-wife|ex|[Bb]oyfriend|[Gg]irlfriend|[Nn]eighbou?r|[Ss]urvivor|[Rr]efugee|asylum seeker|[Pp]ensioner|[Ww]oman|[Mm]an|[Ll]ady|[Gg]irl|[Bb]oy|[Tt]eenager|young person|[Vv]ictim|[Ii]nmate|[Pp]risoner|[Ww]itness|[Mm]ember of the public|[Ll]andlord)'
const ROLED = new RegExp(
  `(?<![${LETTER}-])${HELPED}(?:['’]s? name)?(?:,| is| was|:| -| –|,? named|,? called|,? known as| \\(| we (?:will|shall|can) call)? ?(?<who>${NAME})`,
  'g',
)
const roled = found(ROLED, (text, name, at) => {
  const cue = before(text, at[0], 40)
  const words = wordsOf(name)
  if (/\b(?:is|was) $/.test(cue) && words.length < 2) return false
  if (/(?:Father|Mother|Sister|Brother) $/.test(cue) && words.length < 2) return false
  const isKinAlone =
    words.length === 1 && KIN.test(cue) && !isOtherWord(name) && !SHORT.test(name) && name.length > 2
  return (isName(name) || isKinAlone) && !/\b(?:for|of|by|to) the (?:landlord|respondent),? $/i.test(cue)
})
/** After these a single name is enough, even one that is not known. */
const KIN =
  /\b(?:mum|mom|mother|dad|father|son|daughter|grandson|granddaughter|grandmother|grandfather|kid|child|baby|toddler|husband|wife|aunt|uncle|sister|brother|niece|nephew|cousin|ex|boyfriend|girlfriend|teenager|girl|boy|woman|man)(?:, | |,? named |,? called )$/

const NAMED = new RegExp(
  `\\b(?:[Nn]ames? (?:is|was|are|were|being|as)|[Nn]ame:|named|called|(?:re)?named|known (?:to us |to staff |locally )?(?:as|by)|goes by|went by|answers to|calls (?:her|him|them)sel(?:f|ves)|a\\.?k\\.?a\\.?|alias|née|nee|formerly|nicknamed|surname(?: is|:)|maiden name|[Cc]lient:|[Pp]atient:|[Tt]enant:|[Aa]pplicant:|[Rr]e:|RE:|[Ii]n re|[Mm]atter of|[Ee]state of|[Oo]n behalf of|[Aa]cting for|[Rr]eferral (?:for|of)|[Rr]eferred|[Cc]onsent (?:from|of|form (?:from|of|for))|[Ff]ile (?:for|of)|[Nn]otes (?:for|on)|[Aa]ppointment (?:for|with)|[Hh]ome visit to|[Vv]isited|[Ss]eeing|[Aa]ssisted|[Hh]elped|[Rr]epresent(?:ed|ing|s)|[Aa]dvised|[Tt]enancy of|[Cc]ase of|[Ss]upporting|[Ll]etter (?:for|to|from)) ['"“‘]?(?<who>${NAME})`,
  'g',
)
const named = found(NAMED, (text, name, at, known) => {
  const cue = before(text, at[0], 90)
  const isTold =
    /\b(?:sur|first |last |family |given |her |his |their |real |full )names? (?:is|was) ['"“‘]?$/i.test(cue)
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
  `(?<![${LETTER}-])(?<who>(?:[${UPPER}][${LETTER}'’-]{1,24}|[${UPPER}]{2,20}), ${WORD}(?: ${WORD}){0,2})(?![${LETTER},]| and | or |, )`,
  'g',
)
const turned: ScreenRule = (text, known) =>
  spotsOf(text, TURNED, (match) => {
    const { who = '' } = match.groups!
    const [family = '', given = ''] = who.split(', ')
    const [first = ''] = wordsOf(given)
    const cue = before(text, match.index, 40)
    const isPeople = [...wordsOf(family), ...wordsOf(given)].every((word) => !isOtherWord(word))
    const isListed =
      /(?:^|[:–-]|\b(?:client|patient|for|of|re|from|tenant|file|matter|is|name|consumer|saw|with|see))[:\s]*$/i.test(
        cue,
      )
    const isCapitals = /^[A-ZÀ-Þ]{3,}$/.test(family)
    const counts =
      isPeople && !isGivenName(family) && (isGivenName(first) || isCapitals) && (isListed || isCapitals)
    return counts && !isStaff(known, `${given} ${family}`) ? spotOf(match, 'name', what, 'who') : undefined
  })

const TROUBLE =
  'eviction|landlord|bond|arrears|visa|custody|fines?|debts?|hearing|tenancy|injur(?:y|ies)|diagnosis|matter|case|file|appeal|benefits?|ex(?:-\\w+)?|husband|wife|mother|father|children|kids|son|daughter|rent|lease|house|flat|unit|home|bail|charges?|sentence|parole|children|medication|pregnancy|surgery|housing|application|referral|appointment|consent|records?|bruises|carer|payments?|pension|will|compensation|claim|scan|results?|statement|story'
const IN_TROUBLE = new RegExp(
  `^(?:(?:['’]s?| (?:about|regarding|with) (?:her|his|their)) (?:\\w+ ){0,2}(?:${TROUBLE})\\b|,? (?:who )?(?:(?:is|was|has been|is being|had been|got|were) (?:\\w+ly |being |now )?(?:evicted|homeless|charged|assaulted|diagnosed|admitted|discharged|arrested|sacked|fired|pregnant|deported|detained|sleeping|couch|hit|attacked|stabbed|suicidal|fleeing|facing|refused|deaf|blind|at risk|on bail|released|sentenced|remanded|behind|living|staying|afraid|scared|distressed|injured|bitten|scammed)|owes?|lost (?:her|his|their)|lives?|presented (?:with|at|to)|disclos(?:ed|es)|fled|faces|suffers|has (?:a |an )?(?:debt|visa|disability|cancer|hearing|baby|two|three|four|five|six|schizophrenia|dementia|diabetes|HIV|hepatitis|epilepsy|bruis)|came (?:in|to us|to the clinic|back)|(?:rang|called|emailed|texted) (?:us|about|because|in tears)|need(?:s|ed) (?:help|advice|housing|an interpreter|a lawyer)|told (?:us|the|her|his|me|our) (?:\\w+ )?(?:that )?(?:her|his|she|he|they)|asked (?:us|for help)|received (?:an? )?(?:eviction|notice|letter|fine|bill)|signed (?:the|a|her|his) consent|agreed to be referred|missed (?:her|his)|died|overdosed|and (?:her|his) (?:\\w+ )?(?:children|kids|son|daughter|baby|partner|husband|wife|mother|twins|family)|, (?:aged )?\\d{1,2}(?:,| who| and|\\))|,? (?:aged )?\\(?\\d{1,2}\\)?(?:,|\\)| who)))`,
  'i',
)
const BARE = new RegExp(
  `(?<![${LETTER}\\d@.-]|[A-Z]\\. )(?<who>${WORD}(?: (?:${INITIAL}|(?:${PARTICLE}){0,2}${WORD})){0,3})`,
  'g',
)
/** A name with nothing before it: one that is known for a name, or any in a sentence about what befell somebody. */
const bare = found(BARE, (text, name, at, known) => {
  const words = wordsOf(name)
  const [first = ''] = words
  if (words.slice(1).some((word) => isOtherWord(word) || /^[A-Z]{2,5}$/.test(word))) return false
  if (isOtherWord(first) && !isGiven(first)) return false
  const isKnownName = isGiven(first) || words.slice(1).some(isFamilyName)
  if ((words.length === 1 && (!isKnownName || isOtherWord(first))) || isStaff(known, name)) return false
  const ahead = before(text, at[0], 40)
  // A row of words with capitals is the name of some thing.
  if (!isKnownName && /^ [A-Z]/.test(text.slice(at[1], at[1] + 2))) return false
  const behind = after(text, at[1], 60)
  const isPlace =
    !isKnownName &&
    (/\b(?:in|at|near|to|around|across|outside|the|from) $/i.test(ahead) || ahead.trim() === '')
  const counts =
    words.length === 1 || isPlace
      ? IN_TROUBLE.test(behind)
      : isKnownName || IN_TROUBLE.test(behind) || isAboutClient(`${ahead} ${behind}`)
  return counts && !/\bv\.? $/.test(ahead) && !OF_THINGS.test(behind) && !isAtWork(text, at)
})
const OF_THINGS =
  /^(?:['’]s)? (?:ward|house|street|poster|report|review|inquiry|foundation|trust|award|prize|lecture|principles?|test|model|scale|index|method|hall|room|building|v\.? )/i

const LETTERS = new RegExp(
  `(?<![${LETTER}-])${HELPED}(?:,| is|:)? (?<who>[${UPPER}]\\.? ?[${UPPER}]\\.?(?: ?[${UPPER}]\\.?)?)(?![${LETTER}\\d])`,
  'g',
)
const lettered: ScreenRule = (text) =>
  spotsOf(text, LETTERS, (match) => {
    const { who = '' } = match.groups!
    if (SHORT.test(who) || isMadeUp(before(text, match.index, 80))) return undefined
    return spotOf(match, 'name', what, 'who')
  })

const WHOLE = new RegExp(
  `(?<who>${FULL_NAME})(?= ?[(,] ?(?:[Dd]\\.?[Oo]\\.?[Bb]|born|aged? \\d|\\d{1,2}[,)]|MRN|NHS|CRN|NHI|client|patient|tenant|\\d{1,2}[./-]\\d))`,
  'g',
)
/** A full name that something else about a person follows. */
const described = found(
  WHOLE,
  (text, name, at, known) => isName(name) && !isStaff(known, name) && !isAtWork(text, at),
)

/** Names that are said to be a client's, which are found in columns of staff too; and those that anyone could have. */
export const namesOfClients: ScreenRule[] = [roled, lettered]
export const namesOfAnyone: ScreenRule[] = [titled, named, turned, bare, described]
