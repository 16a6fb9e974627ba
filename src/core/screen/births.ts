import { MONTH_WRITTEN } from '../values/locale.ts'
import { before } from './around.ts'
import { LETTER, UPPER } from './letters.ts'
import { type ScreenRule, spotOf, spotsOf } from './spot.ts'

const MONTH = `${MONTH_WRITTEN}\\.?`
const YEAR = '(?:19|20)\\d\\d'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
/** A day, with its year, however it is written. */
const FULL_DAY = `(?:\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?(?:19|20)?\\d\\d|${YEAR}[./-]\\d{1,2}[./-]\\d{1,2}|${DAY}[ -](?:of )?${MONTH},?[ -](?:19|20)?\\d\\d|${MONTH} ${DAY},? (?:${YEAR}|[’']\\d\\d))(?!\\d)`
const ANY_DAY = `(?:${FULL_DAY}|${DAY} (?:of )?${MONTH}|${MONTH} (?:${YEAR}|${DAY})|${YEAR})(?!\\d)`

const what = 'a date of birth'

const LABEL = new RegExp(
  `(?<![\\w-])(?:d[. ]?o[. ]?b\\b\\.?|dates? of birth|birth ?dates?|year of birth|proof of age|wrist ?band|birth ?year|birthdays?)[^\\d\\n;.]{0,32}?(?<day>${ANY_DAY})`,
  'gi',
)
const LABEL_AFTER = new RegExp(
  `(?<day>${FULL_DAY}) ?[(\\[,]? ?(?:d\\.?o\\.?b\\b|date of birth|birth ?date)`,
  'gi',
)
/** Days so long ago that hardly anything but a birth is told by the day. */
const LONG_AGO = new RegExp(
  `(?<![\\w/.-])(?<day>\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?(?:19[3-9]\\d|200\\d|201[0-2])|(?:19[3-9]\\d|200\\d|201[0-2])[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}-${MONTH}-(?:19[3-9]\\d|200\\d|201[0-2]))(?![\\d/])`,
  'gi',
)
const OF_LAW =
  /\b(?:acts?|laws?|regulations?|opened|founded|signed|began|agreements?|reports?|published|versions?|established|passed|launched|since|amended|decided|judge?ment|built|merged|convention|treaty|polic(?:y|ies)|reviews?|minutes|dated|meetings?|editions?|from|until|between|to)\b/i
const longAgo: ScreenRule = (text) =>
  spotsOf(text, LONG_AGO, (match) =>
    OF_LAW.test(before(text, match.index, 80)) ? undefined : spotOf(match, 'birth', what, 'day'),
  )

const BORN = new RegExp(
  `(?<![\\w-])(?:born|née|b\\.)(?<how>(?: (?:on|in|at|to|here|there|prematurely|[a-z]+ hospital|[${LETTER}]{2,14})){0,5},? ?(?:on |in |the )?)(?<day>${ANY_DAY})`,
  'gi',
)
const TURNS = new RegExp(
  `(?:\\b|(?=['’]))(?:turn(?:s|ed|ing)?|celebrat(?:es|ed)|will be|['’]ll be) (?:her |his |their )?(?:\\d{1,3}(?:st|nd|rd|th)?|[a-z-]{4,14}(?:st|nd|rd|th))?(?: birthday)? (?:on|this|last|next) (?:the )?(?:\\w{3,9}day,? )?(?<day>${ANY_DAY})`,
  'gi',
)
const NTH = new RegExp(
  `\\b(?:her|his|their) (?:\\d{1,3}|[a-z-]{3,12})(?:st|nd|rd|th)(?: birthday)? (?:is|was|falls|fell) on (?:the )?(?<day>${ANY_DAY})`,
  'gi',
)
const BESIDE_NAME = new RegExp(
  `(?:[${UPPER}][${LETTER}'’-]{1,30}|[${UPPER}]\\.? ?[${UPPER}]\\.?) ?[(,] ?(?<day>\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19\\d\\d|200\\d|201\\d)|[4-9]\\d)|${DAY} ${MONTH} (?:19\\d\\d|200\\d)|19\\d\\d-\\d\\d-\\d\\d)(?!\\d)`,
  'g',
)
/** Things are born too, and so are groups of people whom nobody can tell by it. */
const NOT_SOMEBODY =
  /\b(?:partnerships?|projects?|programs?|programmes?|ideas?|services?|clinics?|work|networks?|models?|collaborations?|pilots?|charit(?:y|ies)|cent(?:re|er)|it|which|children|babies|infants|people|persons|those|anyone|everyone|all|mothers|patients|clients|residents|practice|alliance|coalition|that|[a-z]+ were|any(?:body| child))(?: (?:was|were|is|are|being|has been))? $/i

const born: ScreenRule = (text) =>
  spotsOf(text, BORN, (match) => {
    if (NOT_SOMEBODY.test(before(text, match.index, 60))) return undefined
    return spotOf(match, 'birth', what, 'day')
  })

const labels: ScreenRule = (text) =>
  [LABEL, LABEL_AFTER, TURNS, NTH, BESIDE_NAME].flatMap((looks) =>
    spotsOf(text, looks, (match) =>
      isDeadline(match[0]) || NOT_SOMEBODY.test(before(text, match.index, 60))
        ? undefined
        : spotOf(match, 'birth', what, 'day'),
    ),
  )

/** "A birthday lunch for the clinic on 3 March", "dates of birth by 1 July": when something is to be done. */
const isDeadline = (words: string): boolean =>
  /\b(?:by|before|from|until|since|after|lunch|cake|party|morning tea|meeting|version|form)\b/i.test(words) ||
  /^dates of birth/i.test(words)

export const births: ScreenRule[] = [labels, born, longAgo]
