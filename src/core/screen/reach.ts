import { after, around, before, isAboutClient, isOfPaper, spokenOf } from './around.ts'
import { LETTER, UPPER } from './letters.ts'
import { type Known, type ScreenRule, type Spot, spotOf, spotsOf } from './spot.ts'

/** Whether what is reached there is the service that helps, and not a person who is helped: the nearest word in the sentence tells. */
function isOfService(text: string, [start, end]: [number, number]): boolean {
  const ahead = before(text, start)
  const nearest = spokenOf(ahead, 'last')
  if (nearest || /\b(?:mobile|cell|whatsapp)\W{0,3}$/i.test(ahead)) return nearest === 'service'
  // A mobile phone with nothing before it that says whose it is belongs to somebody.
  if (/^(?:\+61 ?4|04|\+44 ?7|07)/.test(text.slice(start, end))) return false
  const behind = after(text, end, 60)
  return spokenOf(behind, 'first') === 'service' && !/\b(?:her|him|his|she|he)\b/i.test(behind)
}

const bare = (reached: string): string => reached.toLowerCase().replace(/[^\p{L}\d@]/gu, '')
const isKnown = ({ reached }: Known, words: string): boolean =>
  reached.some((each) => {
    const [theirs, these] = [bare(each), bare(words)]
    return theirs === these || (these.length >= 8 && theirs.endsWith(these)) || theirs.startsWith(these)
  })

const PHONE =
  /(?<![\w/.,$£€#-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,5}\)[ .-]?)?(?:\d{9,11}|\d{1,5}(?!\d))(?:[ .-]\d{2,8}){0,4}(?![\w/-]|[.,]\d)/g
/** Lines that anyone may ring. */
const LINE =
  /^(?:\+?1[ .-]?)?\(?(?:1800|1300|13|18\d\d|0?800|0508|0808|0300|0303|0333|0344|0345|0370|0845|0870|0871|888|877|866|855|844|833|822)\)?(?=[ .-]|\d{6}$)|^13(?: ?\d){4}$|^(?:116|111|101|105|119|211|311|411|511|711|811|911|999|988|000|112)(?: |$)/
const CALL =
  /\b(?:phone|mobile|mob|cell|calls?|rings?|rang|text(?:ed|s)?|tel|telephone|ph|number(?: is)?|landline|on|at|reached|whatsapp|contact)\b[^.\d]{0,24}$/i

const IS_PHONE = /^ is [^.\d]{0,24}(?:phone|mobile|cell|number)\b/i

function isPhone(text: string, words: string, start: number): boolean {
  const digits = words.replace(/\D/g, '')
  if (LINE.test(words) || /^(?:19|20)\d\d[ .-]/.test(words)) return false
  if (words.startsWith('+')) return digits.length >= 9 && digits.length <= 13
  if (/^\(?0[1-9]/.test(words)) return digits.length >= 9 && digits.length <= 11 && !/^0\d\.\d/.test(words)
  if (/^(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}$/.test(words)) return true
  const isShort = /^(?:\d{3}-\d{4}|[2-9]\d{3} \d{4}|[2-9]\d\d \d{4})$/.test(words)
  if (!isShort) return false
  return CALL.test(before(text, start, 40)) || IS_PHONE.test(after(text, start + words.length, 40))
}

const phones: ScreenRule = (text, known) =>
  spotsOf(text, PHONE, (match) => {
    const spot = spotOf(match, 'phone', 'a phone number')
    if (!isPhone(text, match[0], match.index) || isKnown(known, match[0])) return undefined
    return isOfService(text, spot.at) ||
      isOfPaper(before(text, match.index)) ||
      /\b(?:fax|lifeline|helpline)\b[^\d]{0,20}$/i.test(before(text, match.index, 30))
      ? undefined
      : spot
  })

const EMAIL =
  /(?<![\w.+-])(?<who>[\p{L}\d_][\p{L}\d._+-]{0,63})@(?<where>[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4})/gu
const OF_ALL =
  /^(?:info|intake|referrals?|admin|administration|reception|contact|contactus|hello|enquir(?:y|ies)|inquiries|legal|help|helpdesk|support|office|team|duty|advice|clinic|bookings?|privacy|feedback|complaints|media|no-?reply|hr|training|events|data|research|mail|secretariat|accounts|finance|interpreters?|social-?work|partnership|hjp|mlp|justice|health|community|registry|library|grants|funding|board|minutes|agenda|list|all|staff|volunteers?|students?|evaluation|outreach|navigators?|records|appointments|kiaora|facilities|reception|switchboard|room|rooms|visit|shop|press|tenancy|housing|family|criminal|mhls|lawyers?|nurses?)(?:[._+-]?[\w-]{0,24})?$/i
const OF_HOME =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|bigpond|optusnet|btinternet|sky|virginmedia|talktalk|xtra|slingshot|shaw|rogers|sympatico|comcast|verizon|att|proton|protonmail|gmx|mailbox|mail|webmail|home|personal|freemail|inbox|post|example)\./i

const emails: ScreenRule = (text, known) =>
  spotsOf(text, EMAIL, (match) => {
    const { who = '', where = '' } = match.groups!
    const spot = spotOf(match, 'email', 'an email address')
    if (known.reached.some((each) => each.toLowerCase().endsWith(`@${where.toLowerCase()}`))) return undefined
    if (OF_ALL.test(who)) return undefined
    return !OF_HOME.test(where) && isOfService(text, spot.at) ? undefined : spot
  })

const KIND_OF_STREET =
  'Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Crescent|Cres|Cr|Place|Pl|Close|Cl|Terrace|Tce|Parade|Pde|Boulevard|Blvd|Highway|Hwy|Way|Grove|Gr|Gardens|Gdns|Square|Sq|Circuit|Cct|Esplanade|Row|Mews|Walk|Rise|Hill|Quay|Loop|Trail|Track|Circle|Cir|Green|Parkway|Pkwy|Crossing|Concession|Line|Sideroad'
const STREET = `(?:[${UPPER}][${LETTER}'’.-]{0,24} ){1,4}(?:${KIND_OF_STREET})(?![${LETTER}-])`
const INSIDE =
  '(?:(?:[Uu]nit|[Ff]lat|[Aa]pt\\.?|[Aa]partment|[Ll]ot|[Ss]ite|[Rr]oom) ?[\\dA-Z]{1,5},? ?(?:/ ?|of |at )?)?'
const ADDRESS = new RegExp(
  `(?<![\\w/.$£€-])(?<place>${INSIDE}\\d{1,5}[A-Za-z]?(?:[/-]\\d{1,5}[A-Za-z]?)?,? (?:[NSEW]\\.? )?${STREET}|(?:Room|Caravan|Cabin|Site|Van|Berth|Flat|Unit|Apt|Apartment) \\d{1,4}[A-Z]?,? (?:[${UPPER}][${LETTER}'’-]{0,24} ){1,3}(?:Park|Village|Marina|Motel|Lodge|House|Court|Towers?|Heights|Mansions)(?![${LETTER}-])|\\d{1,5},? (?:rue|avenue|boulevard|chemin) (?:[${LETTER}][${LETTER}'’-]{0,24} ?){1,4})`,
  'g',
)
const LIVES = new RegExp(
  `\\b(?:lives?|living|lived|resid(?:es|ing)|stay(?:s|ing)|moved|evicted|house|flat|unit|home)(?: \\w+){0,3} (?:in|on|at|to|from|into) (?<place>${INSIDE}(?:\\d{1,5} )?${STREET})`,
  'g',
)
const POSTCODE =
  /(?<![\w-])(?<place>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d)(?![\w-])/g

const BOX = new RegExp(
  `\\b(?<place>(?:P\\.? ?O\\.? Box|GPO Box|Private Bag|Locked Bag|RMB|RSD|R\\.?D\\.? ?#?) ?\\d{1,6}(?:,? [${UPPER}][${LETTER}]+){0,3})`,
  'g',
)
/** A name on some network that people write to each other on. */
const HANDLE =
  /(?<![\w.@/])@(?=[\w.]{0,30}[a-z])[\w.]{3,30}(?!\w|@)|\b(?:facebook\.com|instagram\.com|tiktok\.com|fb\.com|linkedin\.com\/in)\/@?[\w.-]{3,40}/g
const handles: ScreenRule = (text) =>
  spotsOf(text, HANDLE, (match) => {
    const spot = spotOf(match, 'email', 'a name on a network')
    return /\b(?:our|we|us|service|clinic|partnership|follow)\b/i.test(before(text, match.index))
      ? undefined
      : spot
  })

const place = (text: string, looks: RegExp, known: Known, counts: (spot: Spot) => boolean): Spot[] =>
  spotsOf(text, looks, (match) => {
    const spot = spotOf(match, 'address', 'an address', 'place')
    const words = text.slice(...spot.at)
    const isRoom = /^(?:room|suite|level|shop)\b/i.test(words) && !isAboutClient(before(text, spot.at[0], 60))
    return isRoom || isKnown(known, words) || !counts(spot) ? undefined : spot
  })

const addresses: ScreenRule = (text, known) => [
  ...place(text, ADDRESS, known, ({ at }) => !isOfService(text, at)),
  ...place(text, LIVES, known, ({ at }) => !isOfService(text, at)),
  ...place(
    text,
    BOX,
    known,
    ({ at }) =>
      !isOfService(text, at) &&
      !/\b(?:our|us|we|invoices?|post to|post:|mail to|send|return)(?!\w)/i.test(around(text, at)),
  ),
  ...place(
    text,
    POSTCODE,
    known,
    ({ at }) => isAboutClient(before(text, at[0], 60)) && !isOfService(text, at),
  ),
]

export const reach: ScreenRule[] = [phones, emails, handles, addresses]
