import { after, around, before } from './around.ts'
import { LETTER, UPPER } from './letters.ts'

/** What a post is written as before the expressions look: a list of posts inside of them takes long to compile. */
const POST = '\\u0001'
const POSTS =
  /\b(?:secretary of state|solicitor-general|community worker|chair(?:person)?(?! \d)|attorney-general|outreach worker|support worker|representative|case ?manager|social worker|health worker|chief justice|administrator|youth worker|psychologist|psychiatrist|co-ordinator|commissioner|statistician|photographer|receptionist|practitioner|board member|coordinator|facilitator|interpreter|team leader|caseworker|counsellor|pharmacist|researcher|supervisor|magistrate|accountant|journalist|councillor|consultant|specialist|solicitor|paralegal|barrister|physician|counselor|therapist|navigator|president|secretary|treasurer|evaluator|professor|principal|registrar|architect|economist|historian|moderator|panellist|ombudsman|volunteer|presenter|colleague|dietitian|clinician|associate|executive|attorney|advocate|director|convenor|lecturer|educator|designer|supplier|panelist|graduate|minister|governor|guardian|champion|counsel|midwife|manager|officer|trainer|liaison|partner|auditor|keynote|scholar|trainee|premier|sheriff|coroner|senator|student|speaker|head of|planner|analyst|contact|trustee|lawyer|worker|doctor|deputy|editor|vendor|mentor|intern|fellow|funder|author|leader|nurse|judge|emcee|mayor|elder|staff|lead|host|ceo|rep|gp|mc|mp)\b/gi
const posted = (words: string): string => words.replace(POSTS, '\u0001')
const BETWEEN = `(?:(?!who |needs? |wants? |with |and |to |of |said |told |thought )[${LETTER}${POST}'’-]+ ){0,3}`
const POST_AFTER = new RegExp(
  `^['’]s (?:team|desk|inbox|calendar|slides)\\b|^['’]?s?(?:,|,? (?:who )?(?:is|was|will be|has been|became|joins? (?:us )?as|as)|:)? ?(?:(?:the|our|an?|their|its|acting|new|senior|managing|${POST}) )${BETWEEN}${POST}|^['’]?s?, ${BETWEEN}${POST}(?=[,.;)]| (?:at|for|of|from|in|with|who)\\b|$)|^,? (?:from|of) (?:the |our )?(?:[\\w'’]+ ){0,3}(?:team|unit|desk|department|office|branch|union|society|NSW|Housing|registry|bank)\\b|^(?:, | ?\\()(?:Housing|Health|Legal|Legal Aid|Finance|IT|Catering|Records|Reception|Security|Police|Council|Centrelink|Social Work|Allied Health|Pharmacy|Midwifery|Emergency|ED|HR|Comms|Facilities|Evaluation)[,.)]|^ ?\\((?:the |our |an? )?${BETWEEN}${POST}|^,? (?:from|at|of|with) (?:the |our )?(?:[${UPPER}][${LETTER}]+ ){1,3}(?:Legal|Health|Law|Council|Court|Trust|Aid|Services?|Cent(?:re|er)|Clinic|Hospital|University|Surgery)\\b|^ (?:and [${UPPER}][${LETTER}]+ (?:[${UPPER}][${LETTER}]+ )?)?(?:chair(?:s|ed)|facilitat|present(?:s|ed) (?:the|on|a)|took (?:the )?(?:notes|minutes)|will (?:${POST}|draft|circulate|book|take (?:the )?(?:notes|minutes)|present|invite|share|update|organi[sz]e|run|train|prepare|report|cover)|to (?:${POST}|draft|circulate|send|write|ask|book|present|bring|invite|check|follow|share|update|organi[sz]e|prepare|report|run)|welcomed|spoke (?:at|to) (?:the|our|an?) (?:conference|launch|staff|meeting|AGM)|opened the (?:meeting|day|event|session|clinic|rooms?|report|conference)|launched|thanked|reported (?:that the|on)|tabled|trains|runs|leads|coordinates|manages|will (?:send|write|ask|bring|check|follow|call|speak|talk|look|find|join|meet|take) (?!.{0,60}\\b(?:her|his|him|he|she)\\b)|gave (?:an update|the welcome|apolog|a talk)|(?:(?:is|are) )?on leave|suggest(?:s|ed) (?:that|an?|we)\\b|proposed|seconded|moved (?:that|the motion)|sent (?:her |his )?apolog)`,
  'i',
)
const POST_BEFORE = new RegExp(
  `(?:${POST}(?: (?:of|for) [${LETTER}]+(?: (?:and )?[${LETTER}]+)?)?,? ?(?:at [${UPPER}][${LETTER}]+(?: [${LETTER}]+)?,? )?(?:is |was |will be |named |called |with |from |: ?|- ?| ?– ?| (?:on|in|at|for|of) [\\w ]{1,24}: ?)?|(?:\\b(?:present|apologies|apology|notes|minutes|attendees|attending|in attendance|action|owner|welcome to country|guest|presenters|speakers|authors|(?:taught|staffed) by)|${POST}(?: is| was)?)(?:ed by)?:? (?:by |from )?(?:[^.:;]{0,60}(?:, | and ))?|\\b(?:thanks to|thank you to|according to|(?:paper|book|study|article|report|talk|chapter|lecture|poem|song|film) (?:by|of)|works? (?:by|of)) |\\b(?:dr|prof|justice|cr|hon|sir|dame|his honour|her honour|the hon(?:ourable)?)\\.? (?:[${UPPER}][${LETTER}]+ )?)(?:(?:mr|mrs|ms|mx|miss|dr)\\.? )?$`,
  'i',
)
const WELCOMING =
  /\b(?:welcom(?:e|ed|ing) (?:by|to country|all|every\w+|us|guests)|welcome to country|acknowledg\w*|karakia|elder|smudging|opening prayer|mihi|with a welcome)\b/i
/** Whether somebody opens a day or a meeting, as elders do. */
export const isWelcoming = (words: string): boolean => WELCOMING.test(words)

/** Whether somebody is spoken of as one who works in a post, chairs, or speaks for a body. */
export const isAtWork = (text: string, [start, end]: [number, number]): boolean =>
  isWelcoming(around(text, [start, end])) ||
  POST_BEFORE.test(posted(before(text, start, 90))) ||
  POST_AFTER.test(posted(after(text, end, 90)))
