import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { escaped } from './bench/intake/html-styles.ts'
import { notesIn, type ReplyRead, replyReader } from './bench/intake/reader.ts'
import { holds } from './bench/intake/score.ts'
import { numberOf, type Sent, sentBy } from './bench/intake/sent.ts'

/**
 * A reply, in which braces stand for what mail programs and hjp put there, and what is right. `{> 5.1}` is hjp's email up to
 * where an answer to 5.1 goes, quoted, `{5.1}` the same without quoting, and `{end}` what is left of it.
 */
type Case = {
  what: string
  text?: string
  html?: string
  /** What hjp asked, and how: in an email, or in a form. */
  asks?: string[]
  options?: string[]
  form?: true
  as?: 'txt'
  /** The answers by their numbers: these and no others. */
  answers?: Record<string, string>
  /** What is in no answer and no note. */
  never?: string[]
  /** What is in an answer or shown, besides all that is typed into text. */
  seen?: string[]
  /** A bug that is known. */
  fails?: true
}

const ANA = { name: 'Ana Ruiz', mail: 'ana@hillsidelegal.example', role: '', phone: '', service: '' }
const BO = { name: 'Bo Li', mail: 'bo.li@hillsidehealth.example', role: '', phone: '', service: '' }
const HILLSIDE = {
  ...{ file: readFileSync('test/intake-cases/partnership.yaml', 'utf8'), partner: 'health' },
  ...{ keeper: ANA, asked: BO },
}
const WORDS: Record<string, string> = {
  wrote: 'On Mon, 16 Nov 2026 at 10:11, Ana Ruiz <ana@hillsidelegal.example> wrote:',
  fields:
    'From: Ana Ruiz <ana@hillsidelegal.example>\nSent: Monday, 16 November 2026 10:11 AM\nTo: Bo Li\nSubject: your view on a few questions',
  head: 'From:\tBo Li <bo.li@hillsidehealth.example>\nSent:\tTuesday, 17 November 2026 9:12 AM\nTo:\tAna Ruiz\nSubject:\tRE: your view on a few questions',
}
const BRACES = /\{(> )?([\w. ]+)\}(\n?)/g

/** A reply with hjp's own words in it. */
function written(text: string, { plain }: Sent, isHtml: boolean): string {
  let at = 0
  const upTo = (end: number) => {
    const texts = plain.slice(at, end).map((block) => block.text)
    at = end
    return texts
  }
  const paragraphsOf = (name: string): string[] => {
    if (WORDS[name]) return [WORDS[name]]
    if (name === 'sent') return plain.map((block) => block.text)
    if (name === 'end') return upTo(plain.length)
    const number = name.replace('question ', '')
    const place = plain.findIndex(({ answer }) => answer === number)
    if (name === number) return upTo(place + 1)
    at = plain.findIndex((block) => block.text.startsWith(`Q${number} `))
    return [upTo(place).join('\n')]
  }
  return text.replace(BRACES, (_, quoted: string | undefined, name: string, ends: string) => {
    const paragraphs = paragraphsOf(name)
    if (isHtml) return escaped(paragraphs.join('\n\n')).replaceAll('\n', '<br>') + ends
    const lines = paragraphs.join('\n\n')
    const gap = ends && !WORDS[name] && !name.startsWith('question') ? '\n' : ''
    return (quoted ? lines.replace(/^/gm, '> ') : lines) + ends + gap
  })
}

function fileOf({ text, html, as }: Case, sent: Sent): { name: string; bytes: Uint8Array } {
  const body = written(text ?? html ?? '', sent, html !== undefined)
  const head = `From: Bo Li <bo.li@hillsidehealth.example>
To: ana@hillsidelegal.example
Subject: Re: your view on a few questions
Date: Tue, 17 Nov 2026 09:12:00 +1100
Message-ID: <case@example>
MIME-Version: 1.0
Content-Type: text/${html === undefined ? 'plain' : 'html'}; charset=utf-8
Content-Transfer-Encoding: 8bit

`
  return as
    ? { name: 'reply.txt', bytes: Buffer.from(body) }
    : { name: 'reply.eml', bytes: Buffer.from(head + body) }
}

/** Lines that a partner typed, and that have to be found again. */
const typedIn = ({ text = '', never = [] }: Case): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\{[^}]*\}|^\d\.\d: /g, '').trim())
    .filter((line) => /\w\w/.test(line) && !never.some((each) => line.includes(each)))

function holdsTrue(reply: Case, sent: Sent, read: ReplyRead): void {
  const { answers, never = [], seen = [] } = reply
  const placed = Object.fromEntries(read.answers.map(({ prompt, words }) => [numberOf.get(prompt)!, words]))
  if (answers) expect(placed).toEqual(answers)
  const all = [...Object.values(placed), ...read.others.map(({ words }) => words)]
  const said = Object.values(answers ?? {}).flatMap((words) => words.split('\n'))
  const typed = typedIn(reply).filter((line) => !said.some((each) => each && line.endsWith(each)))
  expect([...typed, ...seen].filter((line) => !holds(all, line))).toEqual([])
  const kept = [...Object.values(placed), ...notesIn(read)]
  const strange = [...never, ...sent.plain.map(({ text }) => text)].filter((text) => !said.includes(text))
  expect(strange.filter((text) => holds(kept, text))).toEqual([])
}

const reader = replyReader(HILLSIDE.file, '2026-11-23')
const made = new Map<string, Promise<Sent>>()
/** What hjp sent; the same is made once. */
function sentFor({ asks = ['5.1', '5.3', '6.4', '1.2'], options = [], form, text }: Case): Promise<Sent> {
  const kind = form || text?.includes('{question') ? 'worksheet' : 'email'
  const key = [kind, ...asks, ...options].join(' ')
  const sent = made.get(key) ?? sentBy(HILLSIDE, asks, kind, options)
  made.set(key, sent)
  return sent
}

for (const file of readdirSync('test/intake-cases').filter((name) => /^\d.*\.yaml$/.test(name))) {
  const cases: Case[] = parse(readFileSync(`test/intake-cases/${file}`, 'utf8'))
  // What hjp will not send is no bug of what reads it.
  beforeAll(() => Promise.all(cases.map(sentFor)))
  for (const reply of cases)
    (reply.fails ? test.fails : test)(`${file.slice(0, -5)}: ${reply.what}`, async () => {
      const sent = await sentFor(reply)
      const { name, bytes } = fileOf(reply, sent)
      holdsTrue(reply, sent, await (await reader)(name, bytes))
    })
}
