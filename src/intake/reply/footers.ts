import { NOTICED, SENDERS, SENT } from './signature-words.ts'

/** What nobody typed: what telephones, scanners, lists and employers put under a message. One word alone makes none of them. */

const TAIL =
  '(?:[\\s,]*(?:for|on|with|mobile|phone|smartphone|tablet|device|app|wireless|handheld|mail|secure|email|encrypted|\\d+|ios|android|windows|mac|iphone|ipad))*'
const LINK = '(?:\\s*[<([]?(?:https?:|www\\.)\\S*)?'
const EXCUSE = '(?:[.,;]?\\s*(?:please )?(?:excuse|forgive|apologies for)\\b.*)?'
const ENGLISH = new RegExp(
  `^[\\s*_[(]*(?:sent (?:from|via|with|using)(?: (?:an?|the))?(?: my(?: \\p{L}+)?)? (?:${SENDERS})|sent (?:from|via|with|using) my (?:\\p{L}+ )?(?:mobile|phone|smartphone|cell|tablet|mail)|(?:get|download) outlook for)${TAIL}${LINK}[\\s*_\\])>.!]*${EXCUSE}$`,
  'iu',
)
const DEVICE = new RegExp(`(?:${SENDERS})|smartphone|mobiltelefon|mobile?\\b|telefon|handy`, 'iu')
const IN_OTHERS = new RegExp(`${SENT}`, 'iu')
/** Words in what a telephone adds. */
const SAID_BY_PHONE = 9

/** Whether a line says what a message was sent with, and nothing else. */
export const isSentFrom = (line: string): boolean =>
  line.length < 200 &&
  (ENGLISH.test(line) ||
    (DEVICE.test(line) &&
      IN_OTHERS.test(line) &&
      line.trim().split(/\s+/).length <= SAID_BY_PHONE &&
      !/[,;:]/.test(line)))

const ITSELF =
  /\b(?:this|any|das|dies\w*|cet?|este|esta|quest[ao]|deze?|dit|det(?:ta|te)|denne|tämä\w*|t[ae]n|ta|niniejsz\w+|tento|tato|ez|acest|bu)\s+(?:\p{L}+\s+)?(?:e-?mail|mail|message|communication|transmission|nachricht|courriel|mensaje|correo|messaggio|mensagem|bericht|meddel\w+|besked|melding|viesti|wiadomo\w+|zpráv\w+|üzenet|mesaj|ileti)|сообщени|письмо|повідомлення|лист|μήνυμα|الرسالة|הודעה|邮件|郵件|メール|메일|thư này/iu
const TITLED =
  /^[\s*_]*(?:disclaimer|confidentiality notice|legal notice|privacy notice|important|caution)\s*[:.–-]/i
const VIRUS_FREE =
  /^[\s*_]*(?:virus[- ]?free|virenfrei|sans virus|libre de virus|sin virus|senza virus|privo di virus|sem vírus|livre de vírus|virusvrij|virusfri\p{L}*|viruksetön|wolny od wirusów|bez virů|vírusmentes|fără viruși|virüs içermez|без вирусов|без вірусів|不含病毒|ウイルスなし)[\s.!*_]*(?:[<([]?(?:https?:|www\.)?\S+\.\S+)?$/iu
const LISTED =
  /\b(?:you (?:are receiving|received|got) this (?:e-?mail|message|mail)? ?because|to unsubscribe\b|unsubscribe (?:from|here|at)|mailing list$|list-unsubscribe)|listinfo\/|zum abmelden|vom newsletter abmelden|pour vous désabonner|se désinscrire|darse de baja|per cancellarti/iu
const TREES =
  /^[\s*_]*(?:please |bitte |merci de |por favor )?.{0,40}\b(?:environment|trees?|planet|umwelt|environnement|planète|medio ?ambiente|ambiente|milieu|miljön?|miljøet|ympäristö)\b.{0,60}\b(?:print|druck|ausdruck|imprim|stampa|skriv|tulost)/iu
const COUNTRY =
  /\backnowledges?\b.{0,120}\b(?:traditional (?:owners|custodians|lands?)|first (?:nations|peoples?)|aboriginal (?:and|people)|custodians of)|^[\s*_]*we pay (?:our )?respects? to/iu
const DRAWN = /^\s*[_-]{20,}\s*$/
/** Lines over which a paragraph goes on, and letters of it that are looked at. */
const WRAPPED = 8
const LOOKED_AT = 600

const isNotice = (text: string): boolean => {
  const many = NOTICED.filter((pattern) => pattern.test(text)).length
  return many >= 2 && (ITSELF.test(text) || TITLED.test(text))
}

/** Whether what somebody else put below a message begins on this line; `below` is what stands under it, where it may go on. */
export function isFooter(line: string, below: string[]): boolean {
  const text = line.slice(0, LOOKED_AT)
  if (DRAWN.test(text)) return below.slice(0, 3).some((each) => LISTED.test(each.slice(0, LOOKED_AT)))
  if (VIRUS_FREE.test(text) || LISTED.test(text)) return true
  const near = below.slice(0, WRAPPED)
  const end = near.findIndex((each) => each.trim() === '')
  const paragraph = [text, ...near.slice(0, end < 0 ? near.length : end)].join(' ').slice(0, LOOKED_AT)
  return TREES.test(paragraph) || COUNTRY.test(paragraph) || isNotice(paragraph)
}
