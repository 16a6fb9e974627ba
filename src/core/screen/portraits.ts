import { isMadeUp } from './around.ts'
import { LETTER, UPPER } from './letters.ts'
import { isThing } from './other-words.ts'
import type { ScreenRule, Spot } from './spot.ts'

/** What people are, of whom a small place has one. */
const JOBS =
  '(?:harp|organ|pian|violin|cell|guitar|flaut|flor|dent|art|novel|cycl|cartoon|hypnot|palm|machin|taxiderm|herbal|horticultur|ventriloqu|motor|aerial|evangel|solo)ist|[a-z]{3,10}(?:smith|monger|wright|herd)|receptionist|housekeeper|deacon|sexton|fire chief|fire captain|chemist|undertaker|vet|blacksmith|farrier|saddler|plumber|electrician|mechanic|welder|potter|weaver|artist|painter|poet|novelist|singer|drummer|fiddler|dancer|swimmer|boxer|wrestler|cricketer|cyclist|goalkeeper|golfer|coach|umpire|referee|jockey|drover|stockman|rouseabout|ringer|crayfisher|oyster farmer|lobsterman|fishing guide|hunter|trapper|whaler|pilot|skipper|deckhand|lighthouse keeper|harbou?rmaster|station ?master|signalman|postie|postal worker|mail carrier|newsagent|florist|jeweller|watchmaker|bookseller|beauty queen|headmaster|headmistress|head ?teacher|school principal|ranger|gamekeeper|piper|bell-?ringer|garage owner|shopkeeper|grocer|hairdresser|funeral director|gravedigger|taxi driver|ambulance driver|truck driver|ferry (?:operator|captain|skipper|master)|kindergarten teacher|bishop|nun|monk|cantor|sheriff|constable|trooper|lobbyist|influencer|contortionist|twin|amputee|albino|dwarf|centenarian|olympian|paralympian'
const PERSON = `(?:mother|mum|mom|father|dad|woman|man|lady|grandmother|grandfather|grandma|widow|widower|client|patient|tenant|baby|boy|girl|teenager|teen|student|pensioner|veteran|couple|family|household|farmer|teacher|fisherman|trucker|refugee|parent|carer|child|son|daughter|sister|brother|wife|husband|resident|person|migrant|apprentice|baker|butcher|tailor|barber|priest|vicar|pastor|imam|rabbi|mayor|postmaster|postmistress|publican|pharmacist|shearer|musician|midwife|survivor|twins|triplets|wheelchair user|asylum seeker|single mum|single mother|single dad|bus driver|drag queen|councillor|headteacher|footballer|jockey|monk|nun|nurse|logger|miner|trapper|elder|builder|fire ?fighter|police officer|sergeant|organist|librarian|crossing guard|lollipop lady|lollipop man|ferryman|principal|organist|coach|dairy farmer|sheep farmer|orchardist|beekeeper|${JOBS})`
const AGE =
  /\b\d{1,3}[- ]years?[- ]old\b|\b\d{1,3} ?(?:yo|y\/o|y\.o\.)(?![\w])|\b\d{2}[MF]\b|\b(?:sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)[- ]year[- ]old\b|\baged? \d{1,3}\b(?! ?(?:to|-|–|and (?:over|above|under|older)|or|\+))|\b(?:man|woman|elder|widow|widower|mother|father|client|patient|tenant|farmer) of \d\d\b|\bnow \d\d\b|\b(?:she|he) (?:is|was) \d\d\b|\bin (?:her|his) (?:early |mid|late )?-?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/i
const SOMEONE = new RegExp(
  `^(?:former|retired|ex-)|(?<=\\b(?:an?|the|one|this|that|our|her|his) (?:[\\w'’-]+ ){0,6})${PERSON}(?:['’]s)?\\b|\\b(?:she|he|her|his|twins?|twin (?:brothers|sisters))\\b|\\b\\d{2}[ -]?(?:yo|year)`,
  'i',
)
const KIN =
  /\b(?:mother|mum|mom|father|dad|parent|grandmother|widow(?:er)?)\b[^.]{0,20} of (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twins|triplets|quadruplets|\d)|\bwith (?:her |his )?(?:two|three|four|five|six|seven|eight|nine|twin|triplet|\d)\b[^.]{0,20} (?:children|kids|sons|daughters|girls|boys)|\b(?:twins|triplets|quadruplets|pregnant|eight months pregnant)\b/i
const RARE =
  /\b(?:triplets|quadruplets|twin (?:brothers|sisters)|burn(?:ed|t)(?: down)?|house fire|barn fire|caught fire|flood(?:ed)?|drown(?:ed|ing)|crash(?:ed)?|collapse[ds]?|murder(?:ed)?|shot|shooting|stabb(?:ed|ing)|lottery|front page|in the (?:local )?(?:paper|papers|news|newspaper|headlines)|on (?:the )?(?:tv|television|radio|news)|evening news|amput\w+|prosthetic|transplant|one leg|one arm|los(?:t|ing) (?:her|his|an|a|both|two|three|their) (?:leg|legs|arm|arms|hand|sight|hearing|eye|foot|fingers|farm|home|house|husband|wife|sons?|daughters?|child|children|baby|twins|job at the)|transgender|trans (?:woman|man|girl|boy|teen)|only survivor|survived|rescued|struck by lightning|snake|shark|bitten|explosion|landslide|mudslide|tornado|cyclone|hurricane|bushfire|wildfire|earthquake|mine accident|tractor|train|plane|helicopter|boat capsized|convicted|acquitted|sued|won (?:the|a|gold)|olympi\w+|elected|former (?:mayor|councillor|principal|pastor|priest|police|star|champion|olympian)|first (?!time)(?:\w+ ){0,3}(?:mayor|woman|man|person|student|doctor|refugee|same-sex|couple|gay|lesbian)|known (?:in town|locally|to everyone)|everyone (?:in town )?knows|the whole town|(?:rare|one of (?:two|three|four|five)|only (?:two|three)) (?:\w+ )?(?:disease|disorder|condition|cases?|people)|dwarfism|albinism|huntington\S*|motor neurone|haemophilia|hemophilia|cystic fibrosis|locked-in|conjoined|evicted from the (?:old|last|only)|runs the only|owns the only|the first from|whose \w+ (?:was|were|is|has|had|got|drove|killed|died|burned|burnt|set|ran|shot|fell)|glass eye|burns to)\b/i
const JOB = new RegExp(
  `(?<=\\b(?:the|our|its|that|a|an|one|former|retired) (?:[\\w'’-]+ ){0,3})(?:${JOBS}|baker|butcher|barber|postmaster|postmistress|publican|priest|vicar|pastor|imam|rabbi|mayor|school principal|principal|headteacher|head teacher|pharmacist|police sergeant|sergeant|organist|librarian|ferry (?:operator|captain|skipper)|station ?master|crossing guard|lollipop (?:lady|man)|bus driver|choir leader|fire chief|lighthouse keeper|harbou?r ?master|shopkeeper|hairdresser|kindergarten teacher|piper|bell-?ringer|garage owner|ranger|undertaker|vet|deputy mayor|football coach|coach)(?:['’]s (?:wife|husband|son|daughter|mother|brother|sister|ex|partner))?\\b`,
  'i',
)
const PLACE = new RegExp(
  `\\b(?:in|at|from|of|near|outside|around|on|to) (?:the )?(?:small town of |village of |island of |remote |tiny )?(?<name>[${UPPER}][${LETTER}'’-]+(?: [${UPPER}][${LETTER}'’-]+){0,2})|\\b(?:town|village|island|valley)['’]s\\b|\\bin town\\b|\\b[Tt]he (?:mayor|bishop|sheriff|priest|imam|rabbi|vicar|principal|premier)['’]s (?:former |ex-)?(?:wife|husband|partner|son|daughter|brother|sister|driver|cleaner)\\b|\\b(?:in|from|on|of) (?:our|the|this|a|that) (?:[\\w-]+ )?(?:village|town|island|valley|street|hamlet|reserve|block|estate|parish|settlement|reservation|peninsula|bay|shire|school|caravan park|trailer park)\\b`,
  'g',
)
const ONLY = new RegExp(
  `\\b(?:(?:the|our|its|town['’]s|village['’]s|island['’]s) (?:only|sole|one|last|first)|only one(?= (?:family|household|person|man|woman)))(?: [${LETTER}'’-]+){0,5}? ${PERSON}\\b(?!s| (?:violence|law|court)\\b)|\\b(?:is|was) the only (?:[${LETTER}]+ )?(?:one|person)\\b`,
  'i',
)
/** One of a sort among those whom a service sees. */
const ONLY_HERE =
  /\b(?:the|our) (?:only|sole|one) (?:[\w'’-]+ ){1,4}(?:patient|client|tenant|resident|mother|father|mum|mom|dad|woman|man|girl|boy|family|couple|carer)\b.{0,30}\b(?:at|in|on) (?:the|our|this) (?!steering|working|advisory)(?:[\w-]+ ){0,2}(?:clinic|ward|group|practice|service|class|unit|program(?:me)?|hostel)\b/
const IN_THE_NEWS = /\b(?:in the (?:local )?(?:papers?|news)|on the news|front page)\b/
const OWNS =
  /\bwho (?:runs?|ran|owns?|owned) (?:the|our) (?:[\w-]+ ){0,2}(?:shop|store|farm|pub|bakery|garage|café|restaurant|motel)\b/
const LAST =
  /\b(?:the|our) (?:only|sole|last) (?!lawyer|service|clinic|hospital|legal|nurse|thing|room)[\w-]+\b/i
const TOLD =
  /\b(?:scam\w*|cheat\w*|defraud\w*|refused|denied|underpaid|victim|threat\w*|harass\w*|sacked|bullied|fined|owes?|behind (?:on|with)|stole\w*|stalk\w*|abus\w*|injur\w*|dialysis|hepatitis|depress\w*|psycho\w*|epilep\w*|wheelchair|miscarr\w*|abortion|infertil\w*|impotent|undocumented|told to (?:leave|go)|will not claim|needs? (?:a|an|help|her|his)|drink\w*|gambl\w*|sober|hospitali[sz]ed|sectioned|detained|suing|separated|widowed|evict\w*|disclos\w*|beats?|beaten|hits?|homeless|intervention order|protection order|restraining order|custody|debts?|arrears|assault\w*|violence|violent|charged|arrest\w*|bankrupt\w*|affair|divorc\w*|diagnos\w*|pregnan\w*|overdos\w*|suicid\w*|rehab|visa|deport\w*|drink driving|HIV|cancer|dementia|schizophrenia|bruis\w*|came (?:to us|in)|asked us|sees? us|rang us|is a client|is our client|we (?:help|saw|advised|act)\w*|our client|lives?|lost|sued|bail|prison|jail|fac(?:es|ing) (?:removal|court))\b/i
const ONLY_SERVICE =
  /\b(?:the only|sole) (?:\w+ ){0,2}(?:lawyer|service|clinic|hospital|legal|nurse|midwife|doctor|gp|interpreter|pharmacist)/i
const OF_AN_AGE = /\b(?:an?|our|the|this) (?:[\w-]+ ){0,2}\d{1,3}[- ]years?[- ]old\b/i
const PERHAPS = /\b(?:may|might|could|would|can|typical|every|each|any)\b/i
const CAN = /\b(?:may|can|might|could)\b/
const WHO = /\bwho(?:se)?\b/
const A_PERSON = new RegExp(`\\b${PERSON}\\b`, 'i')
/** What tells of many, of nobody, or of services. */
const MANY =
  /\b(?:per ?cent|%|average|median|most|many|several|\d+ (?:people|clients|patients|women|men|families|tenants|cases)|people (?:aged|over|under)|clients aged|women aged|men aged|for every|one in (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b/i

/** Two or more things that together fit hardly anyone: age and place and fate, or the only one of their kind in a place. */
const portrait: ScreenRule = (text) =>
  sentencesOf(text).flatMap(({ start, words }): Spot[] => {
    const is = (looks: RegExp): boolean => looks.test(words)
    if (words.length < 20 || isMadeUp(words) || is(MANY) || !(is(SOMEONE) || is(OWNS))) return []
    const isAged = AGE.test(words)
    const isPlaced = [...words.matchAll(PLACE)].some(
      ({ index, groups }) => !groups?.['name'] || (index > 0 && !isCalendar(groups['name'])),
    )
    const counts =
      (isPlaced && is(ONLY) && !is(ONLY_SERVICE)) ||
      (isAged && isPlaced && is(OF_AN_AGE) && !is(PERHAPS)) ||
      (isAged && (is(RARE) || is(JOB))) ||
      (is(RARE) && is(JOB)) ||
      (is(IN_THE_NEWS) && RARE.test(words.replace(IN_THE_NEWS, ''))) ||
      (is(OWNS) && is(TOLD)) ||
      (/ (?:only|sole|one) /.test(words) && ONLY_HERE.test(words.toLowerCase()) && !is(ONLY_SERVICE)) ||
      (isAged && isPlaced && (is(KIN) || is(ONLY) || is(TOLD) || is(WHO))) ||
      (isPlaced && is(TOLD) && ((is(KIN) && !is(CAN)) || is(LAST) || is(JOB))) ||
      (isPlaced && is(RARE) && is(A_PERSON))
    if (!counts) return []
    const end = start + words.trimEnd().length
    return [{ sort: 'portrait', what: 'a description that fits one person', at: [start, end] }]
  })

const isCalendar = (name: string): boolean =>
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)|^(?:English|Arabic|Part|Schedule|Section|Medicare|Centrelink|NDIS|NHS)/.test(
    name,
  ) || name.split(' ').every(isThing)

const sentencesOf = (text: string): { start: number; words: string }[] =>
  [...text.matchAll(/[^.!?\n]{1,600}(?:[.!?](?!\s+[A-ZÀ-Þ]|\s*$)[^.!?\n]{1,300}){0,4}/g)].map(
    ({ index, 0: words }) => ({
      start: index + (words.length - words.trimStart().length),
      words: words.trimStart(),
    }),
  )

export const portraits: ScreenRule[] = [portrait]
