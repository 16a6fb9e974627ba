/** Text as YAML scalars: plain where that is safe, literal for prose, quoted where nothing else can carry it. */

/** What YAML does not let stand in a file as itself: controls, odd line ends, byte order marks, lone surrogates. */
const UNPRINTABLE = '[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF\\p{Cs}]'
const unprintable = new RegExp(UNPRINTABLE, 'u')
const escaped = new RegExp(`["\\\\\\n\\t]|${UNPRINTABLE}`, 'gu')

/** Would mean something else than text to some reader of YAML. */
const NOT_TEXT = /^(~|null|true|false|[-+]?(\.?\d[\d_]*(\.\d*)?(e[-+]?\d+)?|0[xo][\da-f]+|\.inf|\.nan))$/i
const UNSAFE_START = /^[\s\-?:,[\]{}#&*!|>'"%@`=<.]/
const UNSAFE_INSIDE = /:(\s|$)|\s#|\s$|[\n\t]/

export const isPlain = (text: string, inFlow: boolean): boolean =>
  text !== '' &&
  !UNSAFE_START.test(text) &&
  !UNSAFE_INSIDE.test(text) &&
  !(inFlow && /[,[\]{}]/.test(text)) &&
  !NOT_TEXT.test(text) &&
  !unprintable.test(text)

const NAMED: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' }
const quoted = (text: string) =>
  `"${text.replace(escaped, (each) => NAMED[each] ?? `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`

/** On one line. */
export const inline = (text: string, inFlow: boolean): string => (isPlain(text, inFlow) ? text : quoted(text))

/** A literal's header and its lines, not yet indented; nothing where a literal could not carry the text exactly. */
export function literal(text: string, indent: number): { head: string; lines: string[] } | undefined {
  let end = text.length
  while (text[end - 1] === '\n') end -= 1
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
  if (unprintable.test(text) || /^[ \t]*$/.test(lastLine)) return undefined
  const breaks = text.length - end
  const head = `|${/^\n*[ \t]/.test(text) ? indent : ''}${['-', ''][breaks] ?? '+'}`
  return { head, lines: (breaks === 0 ? text : text.slice(0, -1)).split('\n') }
}
