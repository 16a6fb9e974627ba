/** What people say to the reader around what they answer. */

const NAMES =
  "(?:[\\s,&]+(?:and |both |dear )?(?:\\p{Lu}[\\p{L}'’.-]*|all|both|every(?:one|body)|team|there|folks|again)){0,5}"
const GREETING = new RegExp(
  `^[\\s*_]*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]'?day|[Gg]reetings|[Gg]ood (?:morning|afternoon|evening|day)|[Mm]orning|[Aa]fternoon|[Kk]ia ora|[Tt][eē]n[aā] (?:koe|k[oō]rua|koutou)|[Hh]allo|[Bb]onjour|[Hh]ola)(?![\\p{L}])${NAMES})[\\s,.!:–—*_-]*$`,
  'u',
)

/** Whether a line greets the reader, and says nothing else. */
export const greetsReader = (line: string): boolean => GREETING.test(line)

const POSTSCRIPT =
  /^[\s*_]*(?:p\.\s?){1,2}s\.?(?!\p{L})[\s:,–—*_-]*(?=\S)|^[\s*_]*(?:PP?S|pp?s|Ps)\b[\s.:,–—*_-]*(?=\S)/iu

/** Whether a line is a postscript, with which a message goes on below the names under it. */
export const isPostscript = (line: string): boolean => POSTSCRIPT.test(line)
export const withoutPostscript = (line: string): string => line.replace(POSTSCRIPT, '')

const WHEN =
  '(?:(?:at (?:the|our) (?:next |monthly )?(?:meeting|call)|on|next|this|then|there|soon|tomorrow|later|all|you|both)\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d)'
const PARTING = new RegExp(
  `^\\W*(?:(?:i'?ll |we'?ll )?(?:see you|speak|talk|chat|catch up) ${WHEN}|(?:i am |i'm |we are |we're )?looking forward to (?:seeing|meeting|hearing|talking|speaking|catching|our (?:chat|call|meeting)|${WHEN})|(?:please )?let (?:me|us) know if (?:you|there|any)|(?:i |we )?hope (?:this|that|these|it) (?:helps?|is (?:ok|okay|useful|clear|enough))|have a (?:good|great|lovely|nice) |(?:(?:many )?thanks|thank you) (?:again\\b|for (?:this|asking|your|all (?:this|your)|sending|(?:the|these) (?:form|questions|worksheet|email)))|(?:i'm |we're )?(?:so |very )?sorry (?:this is|for|about) (?:so |the |being |my |our )*(?:late|delay))`,
  'i',
)
/** Words of a paragraph with which somebody parts. */
const SHORT = 30

/** Whether a paragraph parts from the reader, as in "See you Tuesday. I'll bring biscuits." */
export const isParting = (paragraph: string): boolean =>
  PARTING.test(paragraph.replace(/’/g, "'")) && paragraph.trim().split(/\s+/).length <= SHORT
