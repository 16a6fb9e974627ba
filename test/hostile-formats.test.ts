import { strFromU8, unzipSync } from 'fflate'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { library, needed, riverbend, runner } from './memory-world.ts'
import { some } from './programs.ts'

/** What would be more than words in one format or another. */
const ATTACK = [
  ' "><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>',
  '[x](javascript:alert(1)) javascript:alert(1) <a href="file:///c:/x.exe">x</a> ]]> --> {{constructor}}',
  '\r\nBcc: evil@evil.example\r\nMETHOD:CANCEL\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd\r\n\r\n',
  '\nMETHOD:CANCEL\nBcc: evil@evil.example',
  '{ DDEAUTO cmd } <w:fldSimple w:instr="DDE x"/> </w:t><w:object/> &#x0; &e; %00',
].join(' ')

const poisoned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(each)]))
  return typeof value === 'string' && / \w/.test(value) ? value + ATTACK : value
}
const file = stringify(poisoned(parse(riverbend)))
const { written } = runner({ library, today: '2026-11-16' })
const kindsWith = (format: string) => library.kinds.filter(({ formats }) => formats.includes(format))
const make = async (name: string, format: string) => {
  const kind = library.kinds.find((each) => each.name === name)!
  return written(file, [name, ...needed(kind, file), '--force'], format)
}

test.each(['html', 'svg'])('%s has no script and no link but to pages and addresses', async (format) => {
  for (const { name } of kindsWith(format)) {
    const text = (await make(name, format)).toString()
    const tags = text.match(/<[a-zA-Z][^>]*>/g)!
    // A form has the one script that its policy names.
    expect(
      tags.filter((tag) => /^<(script|iframe|object|embed|foreignObject)\b/i.test(tag)),
      name,
    ).toEqual(name === 'worksheet' ? ['<script>'] : [])
    expect(
      tags.filter((tag) => /\son\w+\s*=/i.test(tag.replace(/"[^"]*"/g, ''))),
      name,
    ).toEqual([])
    const links = [...tags.join('').matchAll(/\b(?:href|src)="([^"]*)"/g)].map((match) => match[1]!)
    expect(
      links.filter((link) => !/^(https?:|mailto:|tel:|#|data:image\/)/.test(link)),
      name,
    ).toEqual([])
  }
})

test('a calendar has the entries that it has, and asks for nothing', async () => {
  for (const args of [['agenda', '--format', 'md', '--date', '2026-12-01', '--time', '10:00'], ['status']]) {
    const text = (await written(file, args, 'ics')).toString()
    const plain = (await written(riverbend, args, 'ics')).toString()
    const entries = (ics: string) => ics.match(/^(BEGIN|END|METHOD):.*$|^(ATTACH|ATTENDEE|Bcc)\b/gm)
    expect(entries(text)).toEqual(entries(plain))
  }
})

test('an email goes to whom it went before', async () => {
  const [mail, plain] = await Promise.all([
    make('email', 'eml'),
    written(riverbend, ['email', '--force'], 'eml'),
  ])
  const [is, was] = await Promise.all([mail, plain].map((bytes) => PostalMime.parse(bytes)))
  expect(is!.headers.map(({ key }) => key).sort()).toEqual(was!.headers.map(({ key }) => key).sort())
  expect(is!.to?.map(({ address }) => address)).toEqual(was!.to?.map(({ address }) => address))
  expect([is!.bcc, is!.cc]).toEqual([was!.bcc, was!.cc])
})

test('a Word file has no field, object or link that fetches or runs', async () => {
  for (const { name } of some(kindsWith('docx'))) {
    const parts = Object.entries(unzipSync(await make(name, 'docx'))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ])
    const xml = parts.map(([, text]) => text).join('')
    const fields = [...xml.matchAll(/<w:[^<>]*\sw:instr="([^"]*)"|<w:instrText[^>]*>([^<]*)/g)].map(
      ([, one, two]) => one ?? two,
    )
    expect(
      fields.filter((field) => !/^\s*(PAGE|NUMPAGES|PAGEREF|REF|TOC|HYPERLINK)\b/.test(field!)),
      name,
    ).toEqual([])
    expect(fields.filter((field) => /HYPERLINK\s+(&quot;)?(javascript|file):/i.test(field!))).toEqual([])
    expect(xml).not.toMatch(/<w:object|<w:altChunk|attachedTemplate/)
    const outside = [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => match[1]!)
    expect(outside.filter((to) => !/^(https?|mailto|tel):/.test(to))).toEqual([])
  }
})
