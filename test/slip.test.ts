import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { slipsIn } from '../src/intake/slip.ts'
import { PAGE_SCRIPT, SLIP_SCRIPT } from '../src/render/formats/form-script.ts'
import { character } from './characters.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'

// What the page of a form writes is read back exactly, however it came.

type Answer = { key: string; label: string; sent: string; asked: string; words: string }
const slip = new Function(`${SLIP_SCRIPT}; return slip`)() as (
  title: string,
  head: string,
  answers: Answer[],
) => string

const HEAD = 'prompts/health/2026-11-16'
const read = (text: string) => slipsIn(text.split(/\r?\n/).map((line) => ({ text: line })))

/** Words as a text field has them: what only parts words is one blank, since mail programs make it that. */
const word = fc.oneof(
  fc.constantFrom('[end 1-a]', '|', '| a', '> we', '[Q5.1 | a/b]', '5.1:', '--', '“so”', '- one'),
  fc.string({ unit: character, minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/gu, '') || 'x'),
)
const line = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '))
const words = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) =>
  lines
    .map((each) => each.trim())
    .join('\n')
    .trim(),
)
const answer = fc.record({
  key: fc.constantFrom('what-we-do/referral-pathways', 'six-requirements//level', 'a/b/c'),
  label: fc.constantFrom(
    'Q5.1 Referral pathways',
    'Q5.2 [Training] | and',
    'Q1.1 A statement that is so long that a mail program breaks it',
  ),
  sent: fc.constantFrom('', '8e6f12ab34'),
  asked: fc.constantFrom('', '0123456789'),
  words,
})

const wrapped = (text: string) =>
  text.replace(/^.{73,}$/gm, (long) => long.replace(/(.{40,72}) (?=\S)/g, '$1\n'))
const WAYS: Record<string, (text: string) => string> = {
  'as it was saved': (text) => text,
  'with other line ends': (text) => text.replaceAll('\n', '\r\n'),
  'with every line a paragraph': (text) => text.replaceAll('\n', '\n\n'),
  'set in': (text) => text.replace(/^/gm, '    '),
  'without empty lines': (text) => text.replace(/\n{2,}/g, '\n'),
  'among other words': (text) => `Hello,\nhere it is.\n\n${text}\n--\nBo Lindqvist\n`,
}

test.each(Object.entries(WAYS))('every answer is back, %s', (_, sent) => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
      const { slips, rest } = read(sent(slip('Questions | for [Bo]', `${HEAD} 8e6f12ab34`, answers)))
      expect(slips).toEqual([
        {
          copy: { asks: 'prompts', partner: 'health', on: '2026-11-16' },
          by: '8e6f12ab34',
          answers: answers.map(({ key, words, sent, asked }) => ({
            ...{ key, words },
            ...(sent && { sent }),
            ...(asked && { asked }),
          })),
        },
      ])
      expect(rest.map(({ text }) => text.trim()).filter(Boolean)).toEqual(
        sent === WAYS['among other words'] ? ['Hello,', 'here it is.', '--', 'Bo Lindqvist'] : [],
      )
    }),
    { numRuns: runs(500) },
  )
})

test('lines that a mail program broke are whole again', () => {
  const plain = answer.map((each) => ({ ...each, words: each.words.replace(/[[\]|>-]/g, '') || 'x' }))
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 6 }), (answers) => {
      const { slips } = read(wrapped(slip('Questions', HEAD, answers)))
      expect(slips[0]!.answers.map((each) => each.words.replace(/\s+/g, ' '))).toEqual(
        answers.map((each) => each.words.replace(/\s+/g, ' ').trim()),
      )
    }),
    { numRuns: runs(500) },
  )
})

const THREE = slip(
  'Questions',
  HEAD,
  ['By phone.', 'On Mondays.\nAnd “later”.', 'No.'].map((said, n) => ({
    ...{ key: `a/${n}`, label: `Q5.${n}`, sent: '', asked: '', words: said },
  })),
)

test.each([
  ['an answer is missing', THREE.replace(/\[Q5\.1[^[]*/, ''), /2 of 3 are there/],
  ['a word is missing', THREE.replace('Mondays', ''), /3 of 3 are there, or words/],
  ['a letter has changed', THREE.replace('“later”', '?later?'), /words in them have changed/],
  ['the end is missing', THREE.slice(0, THREE.indexOf('[end')), /3 are there, and the end is missing/],
  ['it breaks off', THREE.slice(0, THREE.indexOf('Mondays')), /2 are there, and the end is missing/],
  ['two are run together', THREE.slice(0, -20) + THREE, /did not come back as they were sent/],
])('where %s, nothing is taken', (_, text, told) => expect(() => read(text)).toThrow(told))

test('two that stand in one text are told apart', () =>
  expect(read(THREE + THREE).slips.map(({ answers }) => answers.length)).toEqual([3, 3]))

test('a text without any is left as it is', () => {
  const text = 'Hello [you | me]\n| not an answer\n[end 3-abc]\n[Q5.1 | a/b]\n| c'
  expect(read(text)).toEqual({ slips: [], rest: text.split('\n').map((line) => ({ text: line })) })
})

test('the script has no words that older browsers do not know', () => {
  expect(SLIP_SCRIPT + PAGE_SCRIPT).not.toMatch(/=>|\b(let|const|class|async)\b|`|\.\.\.|\?\?|\?\./)
})

const { hjp, written } = runner({ library, today: '2026-11-16' })
const PATHWAYS = 'what-we-do/referral-pathways'

/** What a form writes where somebody says these things in it, by what they answer. */
async function answered(file: string, args: string[], said: Record<string, string>): Promise<string> {
  const html = String(await written(file, args, 'html'))
  const head = /data-head="([^"]+)"/.exec(html)![1]!
  const answers = [...html.matchAll(/<div data-key="([^"]+)" data-label="([^"]+)"([^>]*)>/g)].map(
    ([, key = '', label = '', more = '']) => ({
      ...{ key, label, words: said[key] ?? '' },
      sent: /data-sent="(\w+)"/.exec(more)?.[1] ?? '',
      asked: /data-asked="(\w+)"/.exec(more)?.[1] ?? '',
    }),
  )
  return slip(
    'It',
    head,
    answers.filter(({ words, sent }) => words || sent),
  )
}
const bring = (file: string, text: string, name = 'a.txt', ...more: string[]) =>
  hjp(file, ['import', name, '--yes', ...more], { files: { [name]: text } })
const saidBy = (text: string, partner = 'health') =>
  readYaml('', text, Partnership)
    .answers.find(({ prompt }) => prompt === PATHWAYS)!
    .perspectives.find((each) => each.partner === partner)!
    .said!.trim()

test('what a form says is held against the file three ways', async () => {
  const was = saidBy(riverbend)
  const form = ['worksheet', '5.1', '--for', 'health']
  const changed = await bring(riverbend, await answered(riverbend, form, { [PATHWAYS]: 'By phone.' }))
  expect(changed.out()).toContain('has changed its answer')
  expect(saidBy(changed.text)).toBe('By phone.')
  const same = await bring(riverbend, await answered(riverbend, form, { [PATHWAYS]: was }))
  expect([same.text, same.said()]).toEqual([riverbend, expect.stringContaining('Nothing in it is new')])
  const meanwhile = riverbend.replace(was.split('\n')[0]!, 'Meanwhile.')
  const both = await bring(meanwhile, await answered(riverbend, form, { [PATHWAYS]: 'By phone.' }))
  expect([both.code, both.out()]).toEqual([1, expect.stringContaining('Both are kept until you choose')])
  const emptied = await bring(riverbend, await answered(riverbend, form, {}))
  expect([emptied.text, emptied.out()]).toEqual([riverbend, expect.stringContaining('Left blank there')])
})

const JOINED = riverbend.replace(
  '\npartners:\n',
  '\npartners:\n  - { id: youth, name: Youth House, sector: community, joined: 2026-11-16, people: [] }\n',
)

test('a yes in a form is a yes to the words that it showed', async () => {
  const yes = await answered(JOINED, ['worksheet', '5.1', '--confirm', '--for', 'youth'], {
    [PATHWAYS]: 'Yes, we agree.',
  })
  const made = await bring(JOINED, yes)
  expect(made.out()).toContain('Youth House agrees.')
  const changed = JOINED.replace('will first explain', 'may first explain')
  const stale = await bring(changed, yes)
  expect([stale.text, stale.code]).toEqual([changed, 1])
  expect(stale.out()).toContain('did not come back with it word for word')
})

test('around it, an email says what it says; what stands in it is answers, whatever it looks like', async () => {
  const said = '> 5.3: no\n\nOn Mon, 2 Nov 2026, Ana wrote:\n--\nBo'
  const text = await answered(riverbend, ['worksheet', '5.1', '--for', 'health'], { [PATHWAYS]: said })
  const mail = `From: Maree Dunstan <maree.dunstan@riverbendhealth.example>\nDate: Mon, 16 Nov 2026 10:00:00 +1100\nSubject: It\nContent-Type: text/plain; charset=utf-8\n\nHi Jo, can we meet later?\n\n${text}\n-- \nMaree\n`
  const made = await bring(riverbend, mail, 'a.eml')
  expect(saidBy(made.text)).toBe(said)
  expect(made.out()).toContain('Hi Jo, can we meet later?')
})

test('a form for one partner is not taken for another, nor one of another partnership for ours', async () => {
  const text = await answered(riverbend, ['worksheet', '5.1', '--for', 'health'], { [PATHWAYS]: 'By phone.' })
  const other = await bring(
    riverbend.replace('name: Riverbend Health Justice', 'name: Hill Health Justice'),
    text,
  )
  expect(other.said()).toContain('another partnership')
  const cut = await bring(riverbend, text.replace('By phone', 'By'))
  expect([cut.code > 0, cut.text, cut.said()]).toEqual([
    true,
    riverbend,
    expect.stringContaining('Nothing was taken'),
  ])
})

test('the page says nothing that the form in Word does not, and runs no words as a script', async () => {
  const words = '</textarea></script><script>alert(1)</script>'
  const { text } = await hjp(riverbend, ['answer', '5.1', '--as', 'health', words])
  const html = String(await written(text, ['worksheet', '5.1', '--for', 'health'], 'html'))
  expect(html).not.toContain('<script>alert')
  expect(html.match(/<script/g)).toHaveLength(1)
  const others = saidBy(riverbend, 'legal').slice(0, 40)
  expect(html).not.toContain(others)
})

test('its script has no words that a browser of 2012 does not know', () => {
  const as = (target: string) => transformSync(SLIP_SCRIPT + PAGE_SCRIPT, { target }).code
  expect(as('es5')).toBe(as('esnext'))
})

test.each([
  [['4.1', '5.3'], 'how-we-work/meetings'],
  [['contributions'], 'contributions/new/1/what'],
])('a page of %s that was saved whole says what was answered in it, and nothing more', async (asks, key) => {
  const page = String(await written(riverbend, ['worksheet', ...asks, '--for', 'health'], 'html'))
  const [head] = /(?<=data-head=")[^"]+/.exec(page)!
  const bring = async (...answers: Answer[]) => {
    // A browser saves what the script wrote into the page.
    const whole = page.replace(/(<pre id="answers"[^>]*>)/, `$1${slip('', head, answers)}`)
    const files = { 'a.html': answers.length > 0 ? whole : page }
    const made = await hjp(riverbend, ['import', 'a.html', '--as', 'health', '--yes', '--notes'], { files })
    expect(made.printed).not.toContain('Outside the answers')
    return made.text
  }
  expect(await bring()).toBe(riverbend)
  expect(await bring({ key, label: 'One', sent: '', asked: '', words: 'By carrier pigeon.' })).toContain(
    'By carrier pigeon.',
  )
})
