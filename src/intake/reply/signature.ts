/** The end of a message: how people and their programs sign it. */

const DASHES = /^\s*--\s*$/
const SIGN_OFF =
  /^\s*(?:(?:with |my |our )*(?:kind(?:est)?|warm(?:est)?|best|many|much|thanks and)? ?(?:regards|wishes|thanks)|best|all the best|cheers|thank you|thanks (?:again|so much|a lot|heaps)|(?:yours )?(?:sincerely|faithfully|truly)|warmly|talk soon|take care|mit freundlichen grüßen|cordialement|saludos)(?![\p{L}\d])(.*)$/iu
const NAMED = /^[\s,.!–-]*(?:\p{Lu}[\p{L}'’.-]*[\s,.!]*){0,3}$/u
const SENT_FROM =
  /^\s*[*_[]*(sent (from|via|with) (my |a )?(iphone|ipad|mobile|phone|samsung|galaxy|android|outlook|mail|gmail|yahoo|proton|blackberry|windows|huawei|google)|get outlook for|von meinem \w+ gesendet|envoyé de(puis)? mon|enviado desde mi|download outlook)/i
const FOOTER =
  /^\s*[*_]*(disclaimer|confidential(ity)?( notice)?\b\W|(important )?notice:|caution:|this (e-?mail|message|communication)\b.*\b(confidential|privileged|intended|recipient)|the (information|contents?)\b.*\b(e-?mail|message)\b|please consider the environment|if you (are not|have received)\b.*\b(intended|error)|(we|\p{Lu}[\p{L} ]+) acknowledges? the (traditional|aboriginal|first)|we pay our respects)/iu
/** Lines of a name, a role, numbers and an address; and letters in one of them. */
const LINES = 14
const LETTERS = 110

export const isSentFrom = (line: string): boolean => line.length < 200 && SENT_FROM.test(line)

/**
 * Where in the last lines of a message the signature begins; their number, where none does. `name` is the sender's; alone
 * where an answer goes, it is one. A thank-you that goes on with more than a name, numbers and an address is no signature.
 */
export function signatureIn(lines: string[], name: string | undefined, isAnswer: boolean): number {
  const names = [name, name?.split(/\s+/)[0]].flatMap((each) => each?.toLowerCase() ?? [])
  const isName = (line: string) => names.includes(line.replace(/^[\s–—-]+|[\s.!]+$/g, '').toLowerCase())
  let isSaid = !isAnswer
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!
    if (DASHES.test(line) || FOOTER.test(line.slice(0, 300))) return n
    const isSigned =
      line.length < LETTERS && (NAMED.test(SIGN_OFF.exec(line)?.[1] ?? 'x') || (isSaid && isName(line)))
    if (isSigned && isShort(lines, n + 1)) return n
    isSaid ||= line.trim() !== ''
  }
  return lines.length
}

/** Whether little but a footer follows. */
function isShort(lines: string[], from: number): boolean {
  let written = 0
  for (const line of lines.slice(from, from + 2 * LINES)) {
    if (FOOTER.test(line.slice(0, 300))) return true
    if (line.trim() !== '') written += 1
    if (written > LINES || line.length >= LETTERS) return false
  }
  return lines.length <= from + 2 * LINES
}
