import { after, around, before } from './around.ts'
import { LETTER, UPPER } from './letters.ts'

const POST =
  '(?:lawyer|solicitor|attorney|paralegal|barrister|counsel|advocate|caseworker|case ?manager|social worker|support worker|outreach worker|youth worker|health worker|community worker|worker|nurse|midwife|doctor|gp|physician|psychologist|psychiatrist|counsellor|counselor|therapist|pharmacist|coordinator|co-ordinator|manager|director|officer|navigator|trainer|facilitator|interpreter|chair(?:person)?|ceo|president|secretary|treasurer|convenor|evaluator|researcher|professor|lecturer|educator|liaison|supervisor|principal|deputy|lead|partner|registrar|magistrate|judge|commissioner|auditor|accountant|architect|economist|statistician|historian|photographer|designer|editor|journalist|architect|vendor|supplier|host|mc|emcee|moderator|panellist|panelist|keynote|mentor|intern|graduate|fellow|scholar|trainee|ombudsman|attorney-general|solicitor-general|minister|secretary of state|premier|governor|chief justice|mp|sheriff|coroner|guardian|mp|councillor|senator|mayor|elder|funder|consultant|receptionist|administrator|student|volunteer|speaker|presenter|author|team leader|head of|staff|colleague|planner|analyst|dietitian|clinician|contact|practitioner|associate|leader|specialist|executive|trustee|board member|representative|rep|champion)'
const BETWEEN = `(?:(?!who |needs? |wants? |with |and |to |of |said |told |thought )[${LETTER}'’-]+ ){0,3}`
const POST_AFTER = new RegExp(
  `^['’]?s?(?:,|,? (?:who )?(?:is|was|will be|has been|became|joins? (?:us )?as|as)|:)? ?(?:(?:the|our|an?|their|its|acting|new|senior|principal|managing|deputy) )${BETWEEN}${POST}\\b|^['’]?s?, ${BETWEEN}${POST}(?=[,.;)]| (?:at|for|of|from|in|with|who)\\b|$)|^,? (?:from|of) (?:the |our )?(?:[\\w'’]+ ){0,3}(?:team|unit|desk|department|office|branch|union|society|NSW|Housing|registry|bank)\\b|^(?:, | ?\\()(?:Housing|Health|Legal|Legal Aid|Finance|IT|Catering|Records|Reception|Security|Police|Council|Centrelink|Social Work|Allied Health|Pharmacy|Midwifery|Emergency|ED|HR|Comms|Facilities|Evaluation)[,.)]|^ ?\\((?:the |our |an? )?${BETWEEN}${POST}\\b|^,? (?:from|at|of|with) (?:the |our )?(?:[${UPPER}][${LETTER}]+ ){1,3}(?:Legal|Health|Law|Council|Court|Trust|Aid|Services?|Cent(?:re|er)|Clinic|Hospital|University|Surgery)\\b|^ (?:and [${UPPER}][${LETTER}]+ (?:[${UPPER}][${LETTER}]+ )?)?(?:chair(?:s|ed)|facilitat|present(?:s|ed) (?:the|on|a)|took (?:the )?(?:notes|minutes)|will (?:chair|draft|circulate|book|take (?:the )?(?:notes|minutes)|present|invite|share|update|organi[sz]e|run|train|prepare|report|cover)|to (?:draft|circulate|send|write|ask|book|chair|present|bring|invite|check|follow|share|update|organi[sz]e|prepare|report|run)|welcomed|opened the (?:meeting|day|event|session|clinic|rooms?|report|conference)|launched|thanked|reported (?:that the|on)|tabled|trains|runs|leads|coordinates|manages|will (?:send|write|ask|bring|check|follow|call|speak|talk|look|find|join|meet|take) (?!.{0,60}\\b(?:her|his|him|he|she)\\b)|gave (?:an update|the welcome|apolog|a talk)|(?:is|are) on leave|sent (?:her |his )?apolog)`,
  'i',
)
const POST_BEFORE = new RegExp(
  `(?:\\b${POST}(?: (?:of|for) [${LETTER}]+(?: (?:and )?[${LETTER}]+)?)?,? ?(?:at [${UPPER}][${LETTER}]+(?: [${LETTER}]+)?,? )?(?:is |was |will be |named |called |with |from |: ?|- ?)?|\\b(?:present|apologies|apology|chair|notes|minutes|facilitator|attendees|attending|in attendance|action|owner|lead|contact(?: is| was)?|welcome to country|guest|presenters?|speakers?|authors?)(?:ed by)?:? (?:by |from )?(?:[^.:;]{0,60}, | and )?|\\b(?:thanks to|thank you to|according to|(?:paper|book|study|article|report|talk|chapter|lecture|poem|song|film) (?:by|of)|works? (?:by|of)) |\\b(?:dr|prof(?:essor)?|judge|justice|magistrate|minister|senator|cr|councillor|hon|commissioner|sir|dame|elder|registrar|deputy president|his honour|her honour|the hon(?:ourable)?)\\.? (?:[${UPPER}][${LETTER}]+ )?)(?:(?:mr|mrs|ms|mx|miss|dr)\\.? )?$`,
  'i',
)
const WELCOMING =
  /\b(?:welcom(?:e|ed|ing) (?:to country|all|every\w+|us|guests)|welcome to country|acknowledg\w*|karakia|elder|smudging|opening prayer|mihi|with a welcome)\b/i
/** Whether somebody opens a day or a meeting, as elders do. */
export const isWelcoming = (words: string): boolean => WELCOMING.test(words)

/** Whether somebody is spoken of as one who works in a post, chairs, or speaks for a body. */
export const isAtWork = (text: string, [start, end]: [number, number]): boolean =>
  isWelcoming(around(text, [start, end])) ||
  POST_BEFORE.test(before(text, start, 90)) ||
  POST_AFTER.test(after(text, end, 90))
