import { before, isMadeUp, isOfPaper } from './around.ts'
import { type ScreenRule, spotOf, spotsOf } from './spot.ts'

/** File numbers of courts and tribunals that are known by how they are written. */
const KNOWN = [
  // New Zealand
  /(?<![\w-])(?:CIV|CRI|FAM|CRN|YTH|MAG|CIR)[- ]\d{4}[- ]\d{3}[- ]\d{1,6}(?!\d)/g,
  /(?<![\w-])(?:TT|NZTT|IPT|SSAA|HRRT|DT)[ -]?(?:No\.? ?)?\d{3,8}(?:\/\d{2,4})?(?!\d)/g,
  // Australia
  /(?<![\w-])(?:\((?:P|C|S)\)? ?)?(?:MLC|MLG|SYC|SYG|BRC|BRG|PAC|PAG|ADC|ADG|CAC|CAG|DGC|DGG|DNC|DNG|HBC|HBG|LNC|NCC|NCG|WOC|TVC|CSC|PTW|VID|NSD|QUD|WAD|SAD|TAD|ACD|NTD|SCI|MCDO|MCDT|GAA|RO|RD|VRT)[- ]?\d{1,6}(?:[/-]| of )(?:19|20)?\d\d(?!\d)/g,
  /(?<![\w/-])(?:R|C|P|G|BP|OC|Z|H)?20\d\d\/\d{4,8}(?!\d)/g,
  /(?<![\w-])(?:RT|SH|COM|GEN|HB|SC|RP|SP) ?\d\d\/\d{4,6}(?!\d)/g,
  /(?<![\w-])CI-\d\d-\d{4,6}(?!\d)/g,
  // United States
  /(?<![\w-])\d{1,2}:\d\d-?(?:cv|cr|bk|mc|mj|ap)-?\d{3,6}(?:-[A-Z]{2,4})*/gi,
  /(?<![\w-])(?:\d{2}|20\d\d)[- ]?(?!CFR)(?:CV|CR|FA|DR|JV|PR|SC|LT|DV|FL|TR|CM|CF|DC|STUD|UD|PO|GD|DP|SP|HC|CA|FC|CVG|LTB|DVRO|DOM|JC|EV)[- ]?(?:[A-Z]{1,2}[- ]?)?\d{3,8}(?:-[A-Z\d]{1,4})?(?!\d)/g,
  /(?<![\w-])(?:CV|CR|FL|DR|JV|LT|FC|FS|FO|FA|DC|CI|SC|DV|UD|EV|HP|PR|CP|SU|VLC|KEL)-?\d{2,4}-\d{3,8}(?:-\d{2,4})?(?!\d)/g,
  /(?<![\w-])\d{3,6}-(?:CR|CV|JV|FA|FL|DR)-\d{2,6}(?!\d)/g,
  /(?<![\w-])\d\d-(?:cv|cr|bk|mc|mj|dr|fa)-\d{3,6}(?!\d)/gi,
  /(?<![\w-])(?:20)?\d\d-?(?:L&T|LT|SC|RC)-?\d{4,7}(?!\d)/g,
  /(?<![\w-])A[- ]?#? ?\d{3}[- ]?\d{3}[- ]?\d{3}(?![\d-])/g,
  /(?<![\w-])(?:WAC|EAC|LIN|SRC|MSC|IOE|NBC)\d{10}(?!\d)/g,
  // United Kingdom
  /(?<![\w/-])(?:PA|HU|IA|DA|DC|EA|RP|UI|VA|AA|OA|LP|UA|CE|SC|CO)\/\d{3,6}\/(?:\d\d\/)?\d{4,5}(?!\d)/g,
  /(?<![\w/-])(?:SC|EA|LON|CAM|BIR|MAN)\/?\d{2,3}\/\d{2}(?:\/|[A-Z]{2}\/)\w{2,5}(?:\/\d{4})?(?!\w)/g,
  /(?<![\w-])(?:UA|HC|CA|CO|QB|KB|FD|PT|CR|BL|EA|AC)-20\d\d-[A-Z\d]{2,3}?-?\d{3,6}(?:-[A-Z]{1,4})?(?!\d)/g,
  /(?<![\w-])[A-HJ-NP-Z]\d{1,2}[A-Z]{2}\d{3,4}(?![\w-])/g,
  /(?<![\w-])[A-Z]{2}\d{2}[CPDFZ]\d{5}(?![\w-])/g,
  // Canada
  /(?<![\w-])(?:LTB|TSL|TNL|TEL|TST|EAL|SOL|SWL|CEL|HRTO|SBT|CET|SOT|EAT|NOL|NOT|HOL|TET)(?:-[A-Z])?-\d{4,6}-\d{2}(?:-[A-Z]{2,3})?(?!\d)/g,
  /(?<![\w-])(?:IMM|T|A)-\d{1,5}-\d{2}(?!\d)/g,
  /(?<![\w-])[A-Z]{3}-[A-Z]-[A-Z]{1,2}-\d{4,6}(?!\d)/g,
  /(?<![\w-])(?:MB|TB|VB|MC|TC|VC)\d-\d{5}(?!\d)/g,
]

/** Anything that could be a file number, where a court or its file is spoken of just before. */
const CUED =
  /\b(?:(?:court|case|docket|cause|proceedings?|matter|claim|appeal|hearing|tribunal|application|dispute|charge|warrant|petition|intervention order|protection order|apprehended violence order|avo|ivo|dvo|index|process|citation|(?:infringement|penalty|fine|court attendance|charge)(?: notice)?|event|plaint|summons)(?: file)?(?: ?(?:notice|numbers?|no\.?|nos\.?|#|id|ref(?:erence)?))|docket|(?<!no )matter|case(?= \w+-\w+-)|court file|avo|ivo|dvo|(?:VCAT|NCAT|QCAT|SACAT|SAT|ACAT|TASCAT|NTCAT|LTB|RTB|RTDRS|AAT|ART|IAA|FCFCOA|FCC|IAD|RPD|SSCSA|HESC|SEND tribunal|first-tier tribunal|upper tribunal|employment tribunal|county court|magistrates['’]? court|local court|district court|family court|housing court|superior court|tenancy tribunal|high court|small claims)(?: (?:file|case|matter|application|claim|dispute|order|ref(?:erence)?|appeal|hearing))?(?: ?(?:numbers?|no\.?|#))?)[ :,(]{1,3}(?:is |was |ref |under )?(?:number |no\.? ?|# ?)?(?<id>(?:[A-Z]{1,5}[ -]?)?\d[\dA-Z]*(?:[-/](?:[A-Z]{1,3}|[\dA-Z]+)|[ .](?=[\dA-Z]*\d)[\dA-Z]+){0,4})/gi

/** Or just after. */
const CUED_AFTER =
  /(?<![\w/-])(?<id>[A-Z\d]{2,8}[/-][A-Z\d]{1,8}(?:[/-][A-Z\d]{1,8}){0,3}) (?:in|at|before|to) the (?:[\w']+ ){0,4}(?:court|tribunal|chamber|registry)\b/gi

const what = 'the file number of a court or tribunal'

const known: ScreenRule = (text) =>
  KNOWN.flatMap((looks) =>
    spotsOf(text, looks, (match) => {
      const ahead = before(text, match.index)
      return isOfPaper(ahead) || isMadeUp(ahead) || /\b(?:(?<!claim )form|ISO|s|act) ?$/i.test(ahead)
        ? undefined
        : spotOf(match, 'case', what)
    }),
  )

const cued: ScreenRule = (text) =>
  [CUED, CUED_AFTER].flatMap((looks) =>
    spotsOf(text, looks, (match) => {
      const { id = '' } = match.groups!
      const digits = id.replace(/\D/g, '')
      const isDay = /^(?:(?:19|20)\d\d([-/ ](?:\d{1,2}|20\d\d)){0,2}|\d{1,2}[/ -]\d{1,2}[/ -]\d{2,4})$/.test(
        id,
      )
      if (digits.length < 4 || isDay || isOfPaper(before(text, match.index, 40))) return undefined
      return spotOf(match, 'case', what, 'id')
    }),
  )

export const cases: ScreenRule[] = [known, cued]
