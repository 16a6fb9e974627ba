import { around, before, isAboutClient, isOfPaper } from './around.ts'
import {
  isBritishColumbian,
  isChi,
  isCompany,
  isHealthIndex,
  isLuhn,
  isMedicare,
  isNhs,
  isTaxFile,
} from './check-digits.ts'
import { type ScreenRule, type Spot, spotOf, spotsOf } from './spot.ts'

/** Names of numbers that people have, which say enough by themselves. */
const PLAIN =
  "CRN|BIC|SIN|IHI|TFN|SSN|ITIN|MRN|UMRN|URN|UR|U\\.R(?=\\.)|NINO|MBI|NHI|PHN|RAMQ|OHIP|AHCIP|MCP|CHI|DVA|JSID|JSKID|NHS no|NI no|HICN|A-number|alien number|alien registration|driver[’']?s?(?: license| licence)"
/** And those that are only numbers of people's where it says so. */
const NAMED =
  'medicare|medicaid|medi-cal|medi-caid|crime report|police report|warrant|summons|nhs|national insurance|social security|social insurance|tax file|health ?card|health insurance|health index|healthcare identifier|health identifier|personal health|care ?card|concession card|pension(?:er)? card|centrelink|customer reference|customer access|community health index|hosp(?:ital|\\.)|medical|chart|unit record|patient|client|member|case file|client file|file|record|records|passport|licen[cs]e|green card|beneficiary|msd|work and income|ird|ni|chi|sin|universal credit|housing application|tenancy|booking|hmp|inmate|prisoner|prison|jail|cdcr|custody|correctional|offender|pnc|police event|event|home office|visa|bridging visa|immigration|uscis|nass|asylum|ndis|ndia|acc|dva|housing|bond|account|electricity|gas|water|debt|fine|infringement(?: notice)?|penalty notice|notice|super(?:annuation)?|membership|unit|ward|episode|admission|visit|encounter|accession|specimen|prescription|claim|policy holder|bank|customer|loan|credit card|student|union|payroll|ration|eftpos|myGov|gold card|white card|travel document|evisa|brp|share code|food stamp|snap|wic|ebt|section 8|voucher'

const NUMBER_WORD = '(?:numbers?|no\\.?|nos\\.?|num|#|ids?|refs?|reference|identifier|card|cards|code)'

const LABEL = new RegExp(
  `(?<![\\w-])(?:(?:${PLAIN})\\b|(?:${NAMED})(?: ?[a-z]{1,12})? ?${NUMBER_WORD}(?: ?${NUMBER_WORD})?(?![a-z])|(?:${NAMED})(?=:? \\(?(?:[A-Z]{1,2} ?)?\\d[\\d /-]{5,18}(?![,.]?\\d))|social(?= is| ends|: ?\\d)|(?!ABN|ACN|ARBN|NZBN|EIN|CRA|GST|VAT|ISBN|ISSN|DOI|HREC|REC|IRB|IRAS|PO|ICO|SRA|NPI|BN|UEI|DUNS|ACNC|CQC|NMC|GMC|AHPRA)(?:hmcts|dwp|uscis|ssa|acc45|cafcass|sdm|ccas|dhs|acs|ice|tvv|dva|dhhs|dcj|docs|oranga tamariki|wins?|eoir|lsc|laa|hud|hcv|osc) (?:ref(?:erence)?|no\\.?|numbers?|id|case|file))`,
  'gi',
)
const VALUE =
  /^[^\d\n;]{0,24}?(?<![\d$£€.A-Za-z-])(?<id>(?:[A-Z]{1,4}[ -]?)?\d(?:[ /-]?(?:\d|[A-Z](?![a-z]))){3,18})(?![.,\w]*\d)/

/** What looks like a number of somebody's where it says so, and is a year, a day, money or a law instead. */
const isNoNumber = (value: string, ahead: string): boolean =>
  value.replace(/\D/g, '').length < 4 ||
  /^(?:19|20)\d\d(?:[ /-]+(?:19|20)?\d\d){0,2}$/.test(value) ||
  /^[0-3]?\d[ /-][01]?\d[ /-](?:\d\d|\d{4})$/.test(value) ||
  /^(?:1[38]00|13 ?\d\d ?\d\d$|0800|0808|111$|999$)/.test(value) ||
  /^\d+ ?[a-z]{2,}/.test(value) ||
  /(?:[$£€]|\b(?:item|items|act|section|s|schedule|reg|level|page|budget|funding|grant)\.? ?)$/i.test(ahead)

const labelled: ScreenRule = (text) =>
  spotsOf(text, LABEL, ({ index, 0: label }) => {
    const end = index + label.length
    const found = VALUE.exec(text.slice(end, end + 64))
    const value = found?.groups?.['id'] ?? ''
    const ahead = found ? found[0].slice(0, -value.length) : ''
    if (!found || isNoNumber(value, ahead)) return undefined
    if (isOfPaper(before(text, index, 40)) || isOfPaper(ahead)) return undefined
    const start = end + ahead.length
    return { sort: 'number', what: 'a number that identifies someone', at: [start, start + value.length] }
  })

type Shape = { what: string; looks: RegExp; holds?: (value: string) => boolean; alone?: true; near?: true }

const digitsOf = (value: string): string => value.replace(/\D/g, '')
const hasGaps = (value: string): boolean => /[ /-]/.test(value)

/** Numbers that are known by how they are made. Those that stand `alone` need no word of whose they are. */
const SHAPES: Shape[] = [
  {
    what: 'the last digits of a number that identifies someone',
    looks:
      /\b(?:last|final) (?:four|4|three|3|five|5)(?: digits| numbers)?(?: (?:of|on|from) (?:the|her|his|their) (?:[\w ]{1,24}))?(?: is| are| were|:)? ?#?\d{3,5}(?!\d| ?%)/gi,
    alone: true,
  },
  {
    what: 'a number plate',
    looks:
      /\b(?:[Rr]ego|[Nn]umber ?plate|[Ll]icen[cs]e ?plate|[Pp]lates?|[Rr]egistration)(?: (?:no\.?|number|is|was))?:? (?=[A-Z -]{0,4}\d)[A-Z\d]{2,4}[ -]?[A-Z\d]{2,4}(?![\w-])/g,
    near: true,
  },
  {
    what: 'a driving licence number',
    looks: /(?<![\w-])[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z9]{2}\d?[A-Z]{1,2}(?![\w-])/g,
    alone: true,
  },
  {
    what: 'a Medicare number',
    looks: /(?<![\d.,/-])[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]\d)?(?![\d/-]|[.,]\d)/g,
    holds: (value) => isMedicare(digitsOf(value)),
  },
  {
    what: 'a Centrelink number',
    looks: /(?<![\w.,/-])\d{3}[ -]?\d{3}[ -]?\d{3}[ -]?[A-Z](?![\w-])/g,
    alone: true,
  },
  {
    what: 'a healthcare identifier',
    looks: /(?<![\d-])8003 ?6\d{3} ?\d{4} ?\d{4}(?!\d)/g,
    holds: (value) => isLuhn(digitsOf(value)),
    alone: true,
  },
  {
    what: 'an NHS number',
    looks: /(?<![\d.,/-]|\+)\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d/-]|[.,]\d)/g,
    holds: (value) => isNhs(digitsOf(value)) && !/^0[1278]|^1[38]00/.test(value),
  },
  {
    what: 'a CHI number',
    looks: /(?<![\w.-])\d{6} ?\d{4}(?![\w-])/g,
    holds: (value) => isChi(digitsOf(value)),
  },
  {
    what: 'a National Insurance number',
    looks:
      /(?<![\w-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w-])/g,
    alone: true,
  },
  {
    what: 'a social security number',
    looks: /(?<![\w./-])(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w/-])/g,
    alone: true,
  },
  {
    what: 'a social security number',
    looks: /(?<![\w./-])(?!000|666|9)\d{3} (?!00)\d{2} (?!0000)\d{4}(?![\w/-]| \d)/g,
    near: true,
  },
  {
    what: 'a Medicare beneficiary number',
    looks:
      /(?<![\w-])[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])/g,
    alone: true,
  },
  {
    what: 'a health card number',
    looks:
      /(?<![\w.-])(?!1[38]00)[1-9]\d{3}[ -]\d{3}[ -]\d{3}(?:[ -]?[A-Z]{1,2})?(?![\w-])|(?<![\w.-])\d{10} ?[A-Z]{2}(?![\w-])/g,
    holds: (value) => isLuhn(digitsOf(value)) || /[A-Z]{2}$/.test(value),
    alone: true,
  },
  {
    what: 'a personal health number',
    looks: /(?<![\w.-])9\d{3} ?\d{3} ?\d{3}(?![\w-])/g,
    holds: (value) => isBritishColumbian(digitsOf(value)),
  },
  {
    what: 'a health insurance number',
    looks: /(?<![\w-])[A-Z]{4} ?\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2]) ?\d{4}(?![\w-])/g,
    alone: true,
  },
  {
    what: 'a national health index number',
    looks: /(?<![\w-])[A-HJ-NP-Z]{3}\d{2}(?:\d{2}|[A-HJ-NP-Z]{2})(?![\w-])/g,
    holds: isHealthIndex,
    alone: true,
  },
  {
    what: 'a social insurance or tax file number',
    looks: /(?<![\w.,/-])\d{3}[ -]\d{3}[ -]\d{3}(?![\w/-]|[ -]\d|[.,]\d)/g,
    holds: (value) => (isLuhn(digitsOf(value)) || isTaxFile(digitsOf(value))) && !isCompany(digitsOf(value)),
  },
  {
    what: 'a number that identifies someone',
    looks: /(?<![\w.,/$£€#+@-])[A-Z]{0,3}(?!1[38]00)\d{7,16}[A-Z]{0,2}(?![\w/@-]|[.,]\d)/g,
    near: true,
  },
]

const shaped: ScreenRule = (text) =>
  SHAPES.flatMap(({ what, looks, holds, alone, near }) =>
    spotsOf(text, looks, (match): Spot | undefined => {
      const [value] = match
      const spot = spotOf(match, 'number', what)
      if ((holds && !holds(value)) || isOfPaper(before(text, match.index))) return undefined
      return alone || (hasGaps(value) && !near) || isAboutClient(around(text, spot.at)) ? spot : undefined
    }),
  )

export const personalNumbers: ScreenRule[] = [labelled, shaped]
