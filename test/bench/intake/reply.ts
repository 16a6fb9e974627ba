import type { Client } from './clients.ts'
import { escaped, type HtmlStyle } from './html-styles.ts'
import type { Sent, SentBlock } from './sent.ts'

/** Words that stand in a reply because its sender typed them, or had them typed. */
export type Typed = {
  whose: 'answer' | 'remark' | 'colleague' | 'signature' | 'footer'
  lines: string[]
  /** Of an answer, the number of its question, and what says so in front of it. */
  number?: string
  label?: string
  /** Whether the program put it there, and marks it as a signature where it can. */
  isBoxed?: true
  /** Whether its first line goes on the last line above. */
  runsOn?: true
}
/** A message that another is an answer to: what says that it begins, and what it says, with what was typed into it. */
export type Original = { above: string[]; inside: (SentBlock | Typed | Original)[] }
export type Message = {
  client: Client
  top: Typed[]
  original: (html: boolean) => Original | undefined
  bottom: Typed[]
  /** How a look of HTML changes what is typed: in a frame, in colour, or as a list. */
  look?: (html: string) => string
  isList?: true
}
export type Reply = {
  id: string
  /** What is in it that could go wrong, and where it comes from. */
  about: Record<'cause' | 'client' | 'language' | 'place' | 'numbers' | 'signature', string>
  sent: Sent
  name: 'reply.eml' | 'reply.txt'
  text: string
  typed: Typed[]
  /** What stands in it that is not its sender's, by the paragraph. */
  others: string[]
}

type QuotedText = { text: string; depth: number }

function wrapped(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  const at = text.lastIndexOf(' ', width)
  return at <= 0 ? [text] : [text.slice(0, at), ...wrapped(text.slice(at + 1), width)]
}

const labelled = ({ label = '', lines }: Typed): string[] =>
  lines.length === 0 ? [] : `${label}${lines.join('\n')}`.split('\n')

/** A message as plain text. */
export function plainOf({ client, top, original, bottom }: Message): string {
  const { quoted, wrap = Number.POSITIVE_INFINITY, isFlowed, isAboveQuoted, isDashed } = client
  const lines: QuotedText[] = []
  const say = (texts: string[], depth: number) => {
    for (const text of texts) lines.push({ text, depth })
  }
  const type = (typed: Typed) => {
    const words = [...(typed.isBoxed && isDashed ? ['-- '] : []), ...labelled(typed)]
    if (typed.runsOn) lines[lines.length - 1]!.text += ` ${words.shift()}`
    else if (lines.length > 0 && lines.at(-1)!.text !== '') say([''], 0)
    say(words, 0)
  }
  const quote = ({ above, inside }: Original, depth: number) => {
    say([...above, ...(isAboveQuoted ? [''] : [])], depth - (isAboveQuoted ? 0 : 1))
    if (!isAboveQuoted) say([''], depth - 1)
    for (const [n, each] of inside.entries())
      if ('whose' in each) {
        type(each)
        if (!each.runsOn) say([''], 0)
      } else if ('above' in each) quote(each, depth + 1)
      else {
        const next = inside[n + 1]
        say(each.text.split('\n'), depth)
        if (!next || !('runsOn' in next)) say([''], depth)
      }
  }
  for (const each of top) type(each)
  const below = original(false)
  if (below) {
    say(top.length > 0 ? [''] : [], 0)
    quote(below, 1)
  }
  for (const each of bottom) type(each)
  return lines
    .flatMap(({ text, depth }) => {
      const marks = quoted.repeat(depth)
      const parts = /^-- $/.test(text) ? [text] : wrapped(text, wrap - marks.length)
      return parts.map((part, n) => {
        const line = isFlowed && n < parts.length - 1 ? `${part} ` : part
        return line === '' ? marks.trimEnd() : marks + line
      })
    })
    .join('\n')
}

/** A message as HTML, in the way of its program. */
function htmlOf({ client, top, original, bottom, look = (html) => html, isList }: Message): string {
  const style = client.html!
  const below = original(true)
  const own = isList ? listOf(top, style) : top.map((each) => typedHtml(each, style)).join('')
  return [
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>',
    look(own),
    below ? originalHtml(below, style) : '',
    look(bottom.map((each) => typedHtml(each, style)).join('')),
    '</body></html>',
  ].join('\n')
}

function typedHtml(typed: Typed, style: HtmlStyle): string {
  const lines = labelled(typed).map((line) => (line === '' ? style.blank : style.line(escaped(line))))
  const html = lines.join('\n')
  return `${(typed.isBoxed && style.signature?.(html)) || html}\n${style.blank}\n`
}

/** What is typed, with its numbers made by the program. */
function listOf(top: Typed[], style: HtmlStyle): string {
  const items = top.filter(({ whose }) => whose === 'answer')
  const list = `<ol>${items.map(({ lines }) => `<li>${lines.map(escaped).join('<br>')}</li>`).join('')}</ol>`
  const at = top.indexOf(items[0]!)
  const rest = top.filter((each) => !items.includes(each))
  const html = rest.map((each) => typedHtml(each, style))
  return [...html.slice(0, at), list, ...html.slice(at)].join('')
}

function originalHtml({ above, inside }: Original, style: HtmlStyle): string {
  let html = style.above(above.map(escaped))
  let run = ''
  const close = () => {
    if (run) html += style.quote(run)
    run = ''
  }
  for (const each of inside)
    if ('above' in each) run += originalHtml(each, style)
    else if ('whose' in each) {
      close()
      html += typedHtml(each, style)
    } else run += each.html
  close()
  return style.original(html)
}

/** An email with a message in it, as its program sends it. */
export function emailOf(message: Message, how: Client['sends'][number], { setting, subject }: Sent): string {
  const { asked, keeper } = setting
  const flowed = message.client.isFlowed ? '; format=flowed' : ''
  const plain = `Content-Type: text/plain; charset=utf-8${flowed}\nContent-Transfer-Encoding: 8bit\n\n`
  const html = 'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n'
  const body = {
    plain: () => plain + plainOf(message),
    html: () => html + htmlOf(message),
    both: () =>
      `Content-Type: multipart/alternative; boundary="part"\n\n--part\n${plain}${plainOf(message)}\n--part\n${html}${htmlOf(message)}\n--part--`,
  }[how]()
  return `From: ${asked.name} <${asked.mail}>
To: ${keeper.name} <${keeper.mail}>
Subject: =?UTF-8?B?${Buffer.from(`Re: ${subject}`).toString('base64')}?=
Date: Fri, 20 Nov 2026 09:12:00 +1100
Message-ID: <2@partner.example>
MIME-Version: 1.0
${body}
`
}
