/** How far a sentence is looked at on either side of a place in it, in letters. */
const REACH = 160

const ENDS =
  /(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|St|No|Rd|Ave|v|no|ph|tel))[.!?]["”’)]*\s+(?=[A-ZÀ-ÞĀ-ɏ"“])|\n\s*\n|\n(?=\s*[-*•\d])/g

const CAN_END = /[.!?\n]/

/** What stands before a place, in its sentence. */
export function before(text: string, start: number, reach = REACH): string {
  const stretch = text.slice(Math.max(0, start - reach), start)
  const last = CAN_END.test(stretch) ? [...stretch.matchAll(ENDS)].at(-1) : undefined
  return last ? stretch.slice(last.index + last[0].length) : stretch
}

/** What stands after a place, in its sentence. */
export function after(text: string, end: number, reach = REACH): string {
  const stretch = text.slice(end, end + reach)
  const [first] = CAN_END.test(stretch) ? stretch.matchAll(ENDS) : []
  return first ? stretch.slice(0, first.index) : stretch
}

/** The sentence that something stands in, without the thing itself. */
export const around = (text: string, [start, end]: [number, number]): string =>
  `${before(text, start)} ${after(text, end)}`

/** Somebody who is helped, or one of their own. */
const CLIENT =
  /\b(?:client|patient|consumer|tenant|renter|lodger|resident|complainant|applicant|claimant|defendant|respondent|appellant|service user|participant|carer|mother|mum|mom|father|dad|son|daughter|child|baby|toddler|husband|wife|spouse|widow|widower|grandmother|grandfather|nan|nanna|grandma|grandpa|pop|aunt|uncle|sister|brother|niece|nephew|cousin|ex|boyfriend|girlfriend|de facto|neighbour|neighbor|survivor|refugee|asylum seeker|pensioner|woman|man|lady|gentleman|bloke|guy|lad|teen(?:ager)?|girl|boy|he|she|him|her|his|hers|himself|herself|their (?:home|house|flat|unit|mobile|phone|number|email|address)|lives?|living|lived|resid(?:es|ing)|stay(?:s|ing)|evicted|homeless|couch[- ]surfing|moved (?:in|out|to)|bond|arrears)\b/i
/** The partners' own people and places. */
const SERVICE =
  /\b(?:intake|our (?:own )?(?:phone|numbers?|emails?|address)|desk|reception(?:ist)?|switchboard|duty|hotline|helpline|advice line|line|clinic|hospital|surgery|centre|center|office|service|services|team|department|ward|library|hall|court|tribunal|registry|council|hub|liaison|lawyer|solicitor|attorney|paralegal|barrister|worker|caseworker|nurse|midwife|doctor|gp|physician|coordinator|co-ordinator|manager|director|officer|navigator|staff|trainer|facilitator|interpreter|interpreting|agency|foundation|funder|trust|partner|partners|partnership|inbox|mailbox|referrals?|bookings?|extension|ext|fax|enquiries|inquiries|website|venue|meet|meeting|meetings|(?<!\b(?:his|her) )room|kitchen|visit us|training|workshop|session|sessions|outreach|open(?:s|ed)?|pharmacy|school|(?<!bus )shelter|refuge|food bank|community house|neighbou?rhood house|town hall|civic|church|marae|pavilion|premises|building|floor|level|suite|secretariat|steering|board|ceo|chair|principal|supervisor|media|press)\b/i

const ALL_CLIENT = new RegExp(CLIENT, 'gi')
const ALL_SERVICE = new RegExp(SERVICE, 'gi')

/** Which of them is spoken of last in some words, or first. */
export function spokenOf(words: string, which: 'last' | 'first'): 'client' | 'service' | undefined {
  const at = which === 'last' ? -1 : 0
  const client = [...words.matchAll(ALL_CLIENT)].at(at)?.index
  const service = [...words.matchAll(ALL_SERVICE)].at(at)?.index
  if (client === undefined) return service === undefined ? undefined : 'service'
  if (service === undefined) return 'client'
  return client < service === (which === 'first') ? 'client' : 'service'
}

export const isAboutClient = (words: string): boolean => CLIENT.test(words)

/** Made up for a training or a form, and said to be. */
export const isMadeUp = (words: string): boolean =>
  /\b(?:fictional|fictitious|made[- ]up|invented|imaginary|imagin(?:e|ed|ing)|hypothetical(?:ly)?|suppose|composite|pseudonym|dummy|sample|placeholder|role[- ]?play|vignette|scenario|for example,? (?:a|an)|such as (?:a|an)|e\.g\.,? (?:a|an)|like (?:a|an)|say,? (?:a|an)|let(?: us|['’]s) say|persona|actors?|training case|exercise|quiz|video shows|film|puppet|comic)\b/i.test(
    words,
  )

/** A number that money, a company or a law goes by, and no person: a visa is granted to somebody. */
export const isOfPaper = (words: string): boolean =>
  !/\bvisa\b/i.test(words) &&
  (/\b(?:grants?|funding|contract|deed|tender|purchase order|p\.?o\.?|invoice|abn|acn|arbn|nzbn|ein|uei|uen|duns|gst|vat|charity|charities|company|companies|incorporation|registered|registration|award|account code|budget|cost cent(?:re|er)|project|program(?:me)?|policy|insurance|certificate|model|version|asset|serial|room|item|form|section|clause|schedule|regulation|reg|isbn|issn|doi|iso|sra|lsb|accreditation|practising|ref of the (?:grant|fund)|act|cfr|u\.?s\.?c\.?|pub\.? ?l\.?|quote|icn|fund|funder|agreement|mou)\W{0,3}(?:with [\w ]{1,20}|is|was|of|under)?\W{0,3}(?:no\.?|numbers?|#|id|code|ref(?:erence)?)?\W{0,4}(?:is|was)?\W{0,3}$/i.test(
    words.slice(-60),
  ) ||
    /\b(?:abn|acn|arbn|nzbn|ein|uei|charity (?:no|number)|company (?:no|number))\b[^.;\d]{0,40}[\d ]{0,14}$/i.test(
      words,
    ))
