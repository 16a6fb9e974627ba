import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { paragraphsIn } from '../src/intake/word/word.ts'
import {
  type Filled,
  filledAbove,
  filledBetween,
  filledLines,
  filledPage,
  filledTable,
  filledText,
  filledWord,
  filling,
  type Place,
  placesOf,
  rowsOf,
  type Table,
  TEXTS,
  wanted,
} from './filled-rows.ts'
import { about } from './known.ts'
import { library, runner, riverbend as whole } from './memory-world.ts'
import { outlookFile } from './outlook-file.ts'
import { runs, some } from './programs.ts'
import { edited } from './zipped.ts'

// The matrix and the map as tables that a partner fills in and corrects: every cell comes home, by whatever way.

const riverbend = about(whole)
const { hjp, written } = runner({ library, today: '2026-11-16' })
const form = (file: string, table: Table, format: string, ...more: string[]) =>
  written(file, ['worksheet', table, '--for', 'health', ...more], format)

/** The line by which a form is known again. */
const lineOf = (sent: Uint8Array) => /\w+\/health\/\d[\w/-]+/.exec(String(sent))![0]

/** An email from health with these words as a page, and the form as it was sent below. */
const mailed = (sent: Uint8Array, html: string) =>
  [
    'From: Maree <maree.dunstan@riverbendhealth.example>',
    'Date: Mon, 16 Nov 2026 10:00:00 +1100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...html.replace(/<[^>]+>/g, ' ').split('\n'),
    '',
    'On 3 Nov 2026, Ana wrote:',
    String(sent).replace(/^/gm, '> '),
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `${html}<div class="gmail_attr">On 3 Nov 2026, Ana wrote:</div><blockquote>${lineOf(sent)}</blockquote>`,
    '--b--',
    '',
  ].join('\r\n')

type Channel = {
  format: string
  isEmptied: boolean
  back(sent: Uint8Array, html: string, places: Place[], filled: Filled): [string, string | Uint8Array]
}
const CHANNELS: Record<string, Channel> = {
  'in Word, with rows deleted': {
    ...{ format: 'docx', isEmptied: true },
    back: (sent, _, places, filled) => ['back.docx', filledWord(sent, places, filled, true)],
  },
  'in Word, with rows that say so': {
    ...{ format: 'docx', isEmptied: true },
    back: (sent, _, places, filled) => ['back.docx', filledWord(sent, places, filled, false)],
  },
  'in a text': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => ['back.txt', filledText(String(sent), places, filled)],
  },
  'behind the questions of a text': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => ['back.txt', filledText(String(sent), places, filled, true)],
  },
  'between what is quoted': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => ['back.txt', filledBetween(String(sent), places, filled)],
  },
  'above what is quoted': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => ['back.txt', filledAbove(String(sent), places, filled)],
  },
  'in a page that a program saved': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => [
      'back.html',
      `<p>${lineOf(sent)}</p>${filledTable(places, filled, true)}`,
    ],
  },
  'pasted into an email above what is quoted': {
    ...{ format: 'txt', isEmptied: false },
    back: (sent, _, places, filled) => ['back.eml', mailed(sent, filledTable(places, filled, false))],
  },
  ...Object.fromEntries(
    some(TEXTS).map((layout): [string, Channel] => [
      `in a text that ${layout}`,
      {
        ...{ format: 'txt', isEmptied: false },
        back: (sent, _, places, filled) => [
          'back.txt',
          `${lineOf(sent)}\n${filledLines(places, filled, layout)}`,
        ],
      },
    ]),
  ),
  'in a browser': {
    ...{ format: 'html', isEmptied: true },
    back: (_, html, places, filled) => ['answers.txt', filledPage(html, places, filled)],
  },
}

test.each(
  Object.keys(CHANNELS).flatMap((how) => [[how, 'contributions'] as const, [how, 'stakeholders'] as const]),
)('%s: %s come home cell by cell', async (how, table) => {
  const { format, isEmptied, back } = CHANNELS[how]!
  const sent = await form(riverbend, table, format)
  const html = String(await form(riverbend, table, 'html'))
  const places = placesOf(html)
  await fc.assert(
    fc.asyncProperty(filling(places, isEmptied), async (filled) => {
      const [name, bytes] = back(sent as Uint8Array, html, places, filled)
      const made = await hjp(riverbend, ['import', name, '--yes'], { files: { [name]: bytes } })
      expect(rowsOf(made.text, table), made.out() + made.said()).toEqual(
        wanted(riverbend, table, places, filled),
      )
    }),
    { numRuns: runs(6), seed: 1 },
  )
})

/** What people call things, and write of them: like numbers, days, marks of YAML or of Markdown, in other scripts, long, and of several lines. */
const ODD = [
  ...['1', '2.10', '3/4', '2026-11-03', '3 Nov 2026', '10%', '$5', '=1+1', 'No.', '2.5'],
  ...['yes', 'null', '~', '- x', '# y', 'x: y', '"q" and \'s\'', '---', '[a](b)', '| a | b |', '`c`', '*b*'],
  ...['نحن نقدم غرفة خاصة', '我们提供一个私人房间', 'Chúng tôi có phòng riêng', 'x'.repeat(5000)],
  ...['- one\n- two', 'A\nB', 'take out the bins', '<b>&amp;'],
]
/** The rows of this partner are called so, and need it. */
const odd = riverbend.replace(
  /\ncontributions:\n[\s\S]*?\n(?=\n#)/,
  () =>
    `\ncontributions:\n${ODD.map((word) => `  - what: ${JSON.stringify(word)}\n    partner: health\n    needs: ${JSON.stringify(word)}\n`).join('')}`,
)

test.each(Object.keys(CHANNELS))(
  '%s: whatever things are called, what nobody changed is not new',
  async (how) => {
    const { format, back } = CHANNELS[how]!
    const html = String(await form(odd, 'contributions', 'html'))
    const sent = (await form(odd, 'contributions', format)) as Uint8Array
    const [name, bytes] = back(sent, html, placesOf(html), { words: new Map(), out: new Set() })
    const made = await bring(odd, name, bytes)
    expect([made.code, made.text], made.out()).toEqual([0, odd])
    expect(made.out()).toContain('nothing new\n')
  },
)

test.each(Object.keys(CHANNELS))('%s: whatever is written in a cell stands there', async (how) => {
  const { format, back } = CHANNELS[how]!
  const html = String(await form(odd, 'contributions', 'html'))
  const sent = (await form(odd, 'contributions', format)) as Uint8Array
  const places = placesOf(html)
  const cells = places.filter(({ key }) => key.endsWith('/brings') && !key.includes('/new/'))
  // Behind its question a dash only parts the two.
  const words = new Map(
    cells.map(({ key }, n) => [
      key,
      ODD[n]!.replace(/^- (?=x|one)/, how.startsWith('behind') ? '' : '- ').replace(/^---$/, '--- and more'),
    ]),
  )
  const filled = { words, out: new Set<string>() }
  const [name, bytes] = back(sent, html, places, filled)
  const made = await bring(odd, name, bytes)
  expect(rowsOf(made.text, 'contributions'), made.out()).toEqual(wanted(odd, 'contributions', places, filled))
})

const ROOM = 'contributions/wksphmgf'
const bring = (file: string, name: string, bytes: string | Uint8Array, ...more: string[]) =>
  hjp(file, ['import', name, '--yes', ...more], { files: { [name]: bytes } })

/** A form of riverbend that came back from a browser with these words in it, by the column of a row. */
async function page(table: Table, told: Record<string, string>, out: string[] = []) {
  const html = String(await form(riverbend, table, 'html'))
  return filledPage(html, placesOf(html), { words: new Map(Object.entries(told)), out: new Set(out) })
}
const where = (text: string, what: string) =>
  rowsOf(text, 'contributions').find((row) => row['what'] === what)

test('the row of a test is the one it means', async () => {
  const places = placesOf(String(await form(riverbend, 'contributions', 'html')))
  expect(places.find(({ key }) => key === `${ROOM}/what`)?.words).toBe('Room 4')
})

const MEANWHILE: [what: string, here: [string, string], code: number, needs: string, conditions: string][] = [
  ['nothing', ['', ''], 0, 'A key', 'Mondays only'],
  ['another cell', ['brings: A private room', 'brings: A quiet room'], 0, 'A key', 'Mondays only'],
  ['the same cell', ['conditions: Mondays and Thursdays only', 'conditions: Fridays'], 1, 'A key', 'Fridays'],
  [
    'the same cell alike',
    ['conditions: Mondays and Thursdays only', 'conditions: Mondays only'],
    0,
    'A key',
    'Mondays only',
  ],
]
test.each(MEANWHILE)('here %s was changed meanwhile', async (_, [was, is], code, needs, conditions) => {
  const back = await page('contributions', {
    [`${ROOM}/needs`]: 'A key',
    [`${ROOM}/conditions`]: 'Mondays only',
  })
  const made = await bring(riverbend.replace(was, is), 'a.txt', back)
  expect(made.code).toBe(code)
  expect(where(made.text, 'Room 4')).toMatchObject({ needs, conditions })
  if (code === 1) {
    expect(made.out()).toContain('Theirs: Mondays only')
    expect(made.out()).toContain('hjp change "Room 4" conditions="Mondays only"')
  }
})

const QUIET = 'A quiet room'
const KNOWN_FROM: [from: string, conditions: string, code: number][] = [
  ['git', 'Mondays only', 0],
  ['the last changes', 'Mondays only', 0],
  ['nothing', 'Mondays and Thursdays only', 1],
]
test.each(KNOWN_FROM.flatMap((each) => ['text', 'page', 'answer above'].map((as) => [as, ...each] as const)))(
  'in a %s, words that were changed here meanwhile stay, where %s tells what was sent',
  async (as, from, conditions, code) => {
    const places = placesOf(String(await form(riverbend, 'contributions', 'html')))
    const sent = String(await form(riverbend, 'contributions', 'txt'))
    const words = new Map([
      [`${ROOM}/needs`, 'A key'],
      [`${ROOM}/conditions`, 'Mondays only'],
    ])
    const filled = { words, out: new Set<string>() }
    const back =
      as === 'text'
        ? filledText(sent, places, filled)
        : as === 'page'
          ? `<p>${lineOf(Buffer.from(sent))}</p>${filledTable(places, filled, true)}`
          : filledAbove(sent, places, filled)
    const kept = new Map<string, string>()
    const now = await hjp(riverbend, ['change', 'Room 4', `brings=${QUIET}`], { kept })
    const commit = { hash: 'a', author: 'Ana', day: '2026-11-16', subject: '' }
    const history = {
      head: riverbend,
      isShallow: false,
      versions: [{ commit, text: riverbend, before: [] }],
    }
    const name = as === 'page' ? 'a.html' : 'a.txt'
    const made = await hjp(now.text, ['import', name, '--yes'], {
      files: { [name]: back },
      ...(from === 'git' && { history }),
      ...(from === 'the last changes' && { kept }),
    })
    expect(where(made.text, 'Room 4')).toMatchObject({ brings: QUIET, needs: 'A key', conditions })
    expect(made.code).toBe(code)
    if (code === 1) expect(made.out()).toContain('hjp change "Room 4" conditions="Mondays only"')
  },
)

test('what came back twice is news once', async () => {
  const back = await page(
    'contributions',
    { [`${ROOM}/needs`]: 'A key', 'contributions/new/1/what': 'Tea' },
    [],
  )
  const { text } = await bring(riverbend, 'a.txt', back)
  const again = await bring(text, 'a.txt', back)
  expect([again.text, again.said()]).toEqual([text, expect.stringContaining('Nothing in it is new')])
})

test('a row that is not here any more comes back only as words', async () => {
  const without = riverbend.replace(/ {2}- what: Room 4\n(?: {4}.*\n)+/, '')
  const same = await bring(without, 'a.txt', await page('contributions', {}))
  expect([same.code, same.text]).toEqual([0, without])
  const struck = await bring(without, 'a.txt', await page('contributions', {}, [ROOM]))
  expect([struck.code, struck.text]).toEqual([0, without])
  const changed = await bring(without, 'a.txt', await page('contributions', { [`${ROOM}/needs`]: 'A key' }))
  expect([changed.code, changed.text]).toEqual([1, without])
  expect(changed.out()).toMatch(/needs: A key\s+It is not in the file any more/)
})

test('a new row that does not say what it is, is told', async () => {
  const back = await page('contributions', { 'contributions/new/2/brings': 'Something' })
  const made = await bring(riverbend, 'a.txt', back)
  expect([made.code, made.text]).toEqual([1, riverbend])
  expect(made.out()).toMatch(/brings: Something\s+It does not say what it is/)
})

test('numbers in a text stand for the rows that were sent, or for none', async () => {
  const sent = String(await form(riverbend, 'contributions', 'txt'))
  const reply = `2.4: A key\n8.1: Tea\n\n${sent.replace(/^/gm, '> ')}`
  const more = riverbend.replace(
    '\ncontributions:\n',
    (begin) => `${begin}  - what: Our own line\n    partner: legal\n`,
  )
  const longer = `${riverbend.replace(/\n(?=outcomes:)/, '\n  - what: Later\n    partner: health\n')}`
  for (const file of [riverbend, more, longer]) {
    const { text } = await bring(file, 'a.txt', reply)
    expect(where(text, 'Room 4')).toMatchObject({ needs: 'A key' })
    expect(where(text, 'Tea')).toMatchObject({ partner: 'health' })
  }
  const fewer = riverbend.replace(/ {2}- what: Room 4\n(?: {4}.*\n)+/, '')
  const made = await bring(fewer, 'a.txt', reply)
  expect([made.code, made.text]).toEqual([2, fewer])
  expect(made.said()).toContain('which row a number means')
})

/** The rows of a table in Word, by their hidden names. */
const inWord = (bytes: Uint8Array, change: (rows: string[]) => string[]) =>
  edited(bytes, {
    'word/document.xml'(xml) {
      const rows = xml.match(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/gs)!.filter((row) => row.includes('>hjp:'))
      const [first = '', ...rest] = rows
      const kept = rest.reduce((all, row) => all.replace(row, ''), xml)
      return kept.replace(first, () => change(rows).join(''))
    },
  })
const cellsIn = (row: string) => row.match(/<w:tc>.*?<\/w:tc>/gs)!
const named = (row: string) => /contributions\/([\w/]+)</.exec(row)![1]!
/** A row with these words in one of its cells. */
const inCell = (row: string, n: number, words: string) => {
  const cell = cellsIn(row)[n]!
  const typed = cell
    .replace('<w:showingPlcHdr/>', '')
    .replace(/(<w:sdtContent>).*(<\/w:sdtContent>)/s, `$1<w:p><w:r><w:t>${words}</w:t></w:r></w:p>$2`)
  return row.replace(cell, typed)
}
const inRoom4 = (change: (row: string) => string) => (rows: string[]) =>
  rows.map((row) => (named(row) === 'wksphmgf' ? change(row) : row))
const TABLES: [how: string, change: (rows: string[]) => string[], told: RegExp][] = [
  ['in another order', (rows) => rows.toReversed(), /nothing new/],
  [
    'with a row added that has no number',
    (rows) => [
      ...rows,
      rows
        .at(-1)!
        .replace(/<w:t[^>]*>10<\/w:t>/, '')
        .replace(/>hjp:[^<]*</, '><')
        .replace('[Write here]', 'Tea'),
    ],
    /1 new\n\nNew: Tea\n/,
  ],
  [
    'with a row copied and changed',
    (rows) =>
      rows.flatMap((row) => (named(row) === 'wksphmgf' ? [row, row.replace('Room 4', 'Room 5')] : [row])),
    /1 new\n\nNew: Room 5\n {5}kind: premises and equipment/,
  ],
  [
    'with a row twice, each changed',
    (rows) =>
      rows.flatMap((row) =>
        named(row) === 'wksphmgf' ? [inCell(row, 4, 'A key'), inCell(row, 4, 'Two keys')] : [row],
      ),
    /1 changed\n\nRoom 4\n {5}needs: A key\n {5}needs: it came back twice, and the first time it said: A key\n.*Theirs: Two keys\n/,
  ],
  [
    'with a row deleted and typed again',
    (rows) =>
      rows.flatMap((row) => {
        if (named(row) === 'wksphmgf') return []
        const again = inCell(inCell(inCell(row, 1, 'Room 4'), 4, 'A key'), 5, 'Fridays')
        return [named(row) === 'new/1' ? again : row]
      }),
    /1 changed\n\nRoom 4\n {5}needs: A key\n {5}conditions: Mondays and Thursdays only → Fridays\n$/,
  ],
  [
    'with "take out" beside the name, and something to say of it',
    inRoom4((row) => inCell(inCell(row, 1, 'Room 4 – take out'), 4, 'A key')),
    /1 taken out\n\nTaken out by them: Room 4\n {5}needs: A key\n$/,
  ],
  [
    'with what Word puts in a place that was emptied',
    inRoom4((row) => inCell(row, 5, 'Click or tap here to enter text.')),
    /1 changed\n\nRoom 4\n {5}conditions: Mondays and Thursdays only → \(nothing\)\n$/,
  ],
  [
    'with a column of its own',
    inRoom4((row) =>
      row.replace('</w:tr>', '<w:tc><w:p><w:r><w:t>Since 2019</w:t></w:r></w:p></w:tc></w:tr>'),
    ),
    /nothing new\n\nOutside the answers\n {5}Near .*:\n {5}Room 4: Since 2019\n$/,
  ],
  [
    'with our own questions as answers',
    (rows) =>
      rows.map((row) =>
        named(row) === 'new/1'
          ? ['Tea', 'What is it?', 'What does it bring?'].reduce(
              (all, words) => all.replace('[Write here]', words),
              row,
            )
          : row,
      ),
    /1 new\n\nNew: Tea\n {5}brings: What does it bring\?\n\nOutside[\s\S]*Tea: What kind is it\? What is it\?/,
  ],
  [
    'with one cell crossed out',
    (rows) =>
      rows.map((row) =>
        named(row) === 'wksphmgf'
          ? row.replace(/<w:r>(?=<w:t[^>]*>Mondays and Thursdays only)/, '<w:r><w:rPr><w:strike/></w:rPr>')
          : row,
      ),
    /1 changed\n\nRoom 4\n {5}conditions: Mondays and Thursdays only → \(nothing\)\n$/,
  ],
  [
    'with a row crossed out',
    (rows) =>
      rows.map((row) =>
        named(row) === 'wksphmgf'
          ? row.replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(?=<w:t)/g, '<w:r><w:rPr><w:strike/>$1</w:rPr>')
          : row,
      ),
    /1 taken out\n\nTaken out by them: Room 4\n$/,
  ],
  [
    'with a new row crossed out',
    (rows) =>
      rows.map((row) =>
        named(row) === 'new/1'
          ? row
              .replace('[Write here]', 'Tea')
              .replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(?=<w:t)/g, '<w:r><w:rPr><w:strike/>$1</w:rPr>')
          : row,
      ),
    /nothing new\n\nOutside the answers\n {5}Near .*, crossed out by hand, so it was not read:\n {5}Tea\n$/,
  ],
  [
    'with a row deleted while changes are tracked',
    (rows) =>
      rows.map((row) =>
        named(row) === 'wksphmgf'
          ? row
              .replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1" w:author="Mei"/></w:trPr>')
              .replace(
                /<w:r>.*?<\/w:r>/gs,
                (run) =>
                  `<w:del w:id="2" w:author="Mei">${run.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`,
              )
          : row,
      ),
    /1 taken out\n\nTaken out by them: Room 4\n$/,
  ],
]
test.each(TABLES)('a table in Word %s', async (_, change, told) => {
  const sent = (await form(riverbend, 'contributions', 'docx')) as Uint8Array
  const made = await bring(riverbend, 'back.docx', inWord(sent, change))
  expect(made.out()).toMatch(told)
})

test('nothing that is thought of people goes out, and what others bring only where it is wished', async () => {
  const candid = readYaml('', riverbend, Partnership).stakeholders.flatMap(
    ({ interest, influence, next, 'find-out': unknown }) =>
      [interest, influence, next, unknown].filter(Boolean),
  )
  expect(candid.length).toBeGreaterThan(4)
  const theirs = 'Health justice lawyer, four days a week'
  for (const format of ['txt', 'html', 'eml', 'docx']) {
    const all = await Promise.all(
      [form(riverbend, 'stakeholders', format), form(riverbend, 'contributions', format)].map(
        async (made) => {
          const bytes = await made
          return format === 'docx' ? paragraphsIn(bytes as Uint8Array)!.join('\n') : String(bytes)
        },
      ),
    )
    for (const words of [...candid, theirs]) expect(all.join('\n')).not.toContain(words)
  }
  const shown = String(await form(riverbend, 'contributions', 'txt', '--show', 'ours'))
  expect(shown).toContain(theirs)
})

test.each([
  [['--confirm'], '--confirm'],
  [['--copies', '3'], '--copies'],
  [['--format', 'questions'], '--format questions'],
  [['--since', '2026-01-01'], '--since'],
])('%j does not go with a table', async (more, told) => {
  const made = await hjp(riverbend, ['worksheet', 'contributions', '--for', 'health', ...more])
  expect([made.code, made.said()]).toEqual([2, expect.stringContaining(`*${told}* does not go with`)])
})

test('remarks beside a table are kept as notes on the question it is about', async () => {
  const sent = String(await form(riverbend, 'contributions', 'txt'))
  const reply = `The room is small, you know.\n\n2.4: A key\n\n${sent.replace(/^/gm, '> ')}`
  const made = await bring(riverbend, 'a.txt', reply, '--notes')
  const { answers } = readYaml('', made.text, Partnership)
  const { notes } = answers.find(({ prompt }) => prompt === 'what-we-can-achieve/what-each-brings')!
  expect(notes.map(({ text }) => text)).toContain('The room is small, you know.')
})

test.each([
  ['2 take out', 1],
  ['Row 2: please delete it.', 1],
  ['no. 2 - remove', 1],
  ['2 more nurses', 0],
  ['2', 0],
])('"%s" below the answer to another cell', async (line, many) => {
  const sent = String(await form(riverbend, 'contributions', 'txt'))
  const mark = /contributions\/health\/\S+/.exec(sent)![0]
  const made = await bring(riverbend, 'a.txt', `1.4 A phone\n${line}\n\n${mark}\n`)
  expect(where(made.text, 'Room 4') === undefined ? 1 : 0).toBe(many)
  expect(where(made.text, 'Social worker, one day a week')!['needs']).toBe(
    many === 1 ? 'A phone' : `A phone\n${line}`,
  )
})

test('a row that lost its name is told, and stays', async () => {
  const made = await bring(riverbend, 'a.txt', await page('contributions', { [`${ROOM}/what`]: '' }))
  expect([made.code, made.text]).toEqual([1, riverbend])
  expect(made.out()).toContain('what: It is empty there')
})

test('what is no row can be kept as a note', async () => {
  const back = await page('contributions', { 'contributions/new/2/brings': 'Something' })
  const { text } = await bring(riverbend, 'a.txt', back, '--notes')
  expect(text).toContain('brings: Something')
})

test.each([
  ['Yes, two of them', 'yes', 'Library: Yes, two of them'],
  ['no – not that we know', 'no', 'Library: no – not that we know'],
  ['Yes', 'yes', undefined],
  ['yes and no', undefined, 'is not one of'],
])('whether they have lived experience is answered %j', async (words, saved, shown) => {
  const back = await page('stakeholders', {
    'stakeholders/new/1/name': 'Library',
    'stakeholders/new/1/lived-experience': words,
  })
  const made = await bring(riverbend, 'a.txt', back)
  const row = rowsOf(made.text, 'stakeholders').find(({ name }) => name === 'Library')
  expect(row?.['lived-experience']).toBe(saved)
  if (shown) expect(made.out()).toContain(shown)
  else expect(made.out()).not.toContain('Outside the answers')
})

test.each([
  ['kind', 'Premises', 'premises and equipment'],
  ['kind', 'PEOPLE & TIME', 'people and time'],
  ['kind', 'Money ($500)', 'money', 'Library: What kind is it? Money ($500)'],
  ['kind', 'Our people, and money', undefined, 'Library: What kind is it? Our people, and money'],
  ['kind', 'a big room', undefined, 'Library: What kind is it? a big room'],
  ['kind', 'Good advice', undefined, 'Library: What kind is it? Good advice'],
  ['gap', '-', undefined],
  ['gap', ' – ', undefined],
  ['gap', 'N/A', undefined],
  ['needs', 'None', 'None'],
])('in the column %s, %j is %j', async (column, words, saved, shown?: string) => {
  const told = { 'contributions/new/1/what': 'Library', [`contributions/new/1/${column}`]: words }
  const made = await bring(riverbend, 'a.txt', await page('contributions', told))
  expect(where(made.text, 'Library')?.[column]).toBe(saved)
  if (shown) expect(made.out()).toContain(shown)
  else expect(made.out()).not.toContain('Outside the answers')
})

test.each(['us', 'We', 'our team'])('"%s" as a contact is whoever filled in the form', async (words) => {
  const told = { 'stakeholders/new/1/name': 'Library', 'stakeholders/new/1/contact': words }
  const { text } = await bring(riverbend, 'a.txt', await page('stakeholders', told))
  const row = rowsOf(text, 'stakeholders').find(({ name }) => name === 'Library')
  expect(row?.['contact']).toBe('Riverbend Health')
})

test('a stroke in the place of an answer is no answer', async () => {
  const sent = String(await written(riverbend, ['worksheet', '5.1', '--for', 'health'], 'txt'))
  const made = await bring(riverbend, 'a.txt', `${sent.split('5.1')[0]}5.1\n–\n`)
  expect(made.text).toBe(riverbend)
})

const withProperty = (cell: string, property: string) => cell.replace('<w:tcPr>', `<w:tcPr>${property}`)
/** A whole table in Word, its header too, with the cells of each row changed. */
const byCell = (change: (cells: string[], row: string) => string[]) => (bytes: Uint8Array) =>
  edited(bytes, {
    'word/document.xml': (xml) =>
      xml.replace(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/gs, (row) => {
        const cells = cellsIn(row)
        return cells.length < 7 ? row : row.replace(cells.join(''), change(cells, row).join(''))
      }),
  })
const inRoom = (row: string) => row.includes('contributions/wksphmgf<')
const SHAPES: [how: string, change: (bytes: Uint8Array) => Uint8Array, told: RegExp][] = [
  ['with its columns the other way round', byCell((cells) => cells.toReversed()), /nothing new\n$/],
  [
    'with a column deleted',
    byCell((cells) => cells.toSpliced(3, 1)),
    /nothing new\n\nOutside the answers\n {5}On its own, deleted there:\n.*\n$/,
  ],
  [
    'with two cells of a row merged',
    byCell((cells, row) =>
      inRoom(row) ? cells.toSpliced(2, 2, withProperty(cells[2]!, '<w:gridSpan w:val="2"/>')) : cells,
    ),
    /nothing new\n\nOutside the answers\n {5}Near .*:\n {5}Room 4: premises and equipment\n$/,
  ],
  [
    'with cells of two rows merged',
    byCell((cells, row) => {
      const is = inRoom(row) ? '<w:vMerge w:val="restart"/>' : row.includes('jxxxgdgp<') ? '<w:vMerge/>' : ''
      const empty = '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>'
      if (!is) return cells
      return cells.with(2, is.includes('restart') ? withProperty(cells[2]!, is) : empty)
    }),
    /nothing new\n\nOutside the answers\n {5}Near .*:\n {5}Room 4: premises and equipment\n$/,
  ],
]
test.each(SHAPES)('a table in Word %s', async (_, change, told) => {
  const made = await bring(
    riverbend,
    'b.docx',
    change((await form(riverbend, 'contributions', 'docx')) as Uint8Array),
  )
  expect(made.out()).toMatch(told)
})

/** What came back of riverbend: as a page with a table, and as a text. */
async function filledWays(told: Record<string, string>) {
  const places = placesOf(String(await form(riverbend, 'contributions', 'html')))
  const text = String(await form(riverbend, 'contributions', 'txt'))
  const filled = { words: new Map(Object.entries(told)), out: new Set<string>() }
  const line = lineOf(Buffer.from(text))
  return { line, table: filledTable(places, filled, true), text: filledText(text, places, filled) }
}

test.each([
  ['the same', 'Fridays', { needs: 'A key', conditions: 'Fridays' }, 0, undefined],
  ['nothing new', 'Mondays and Thursdays only', { conditions: 'Fridays' }, 0, undefined],
  ['something else', 'Sundays', { conditions: 'Fridays' }, 1, 'conditions=Sundays'],
])('a cell is answered by its number, and in its place it says %s', async (_, inPlace, cells, code, told) => {
  const { line, table, text } = await filledWays({
    [`${ROOM}/conditions`]: inPlace,
    [`${ROOM}/needs`]: 'A key',
  })
  for (const [name, back] of [
    ['a.html', `<p>2.5: Fridays</p><p>${line}</p>${table}`],
    ['a.txt', `2.5: Fridays\n\n${text}`],
  ] as const) {
    const made = await bring(riverbend, name, back)
    expect([made.code, where(made.text, 'Room 4')], made.out()).toMatchObject([code, cells])
    if (told) expect(made.out()).toContain(told)
    else expect(made.out()).not.toContain('twice')
  }
})

test('what was deleted in a page or a text is told, and stays', async () => {
  const { line, table, text } = await filledWays({})
  const emptied = await filledWays({ [`${ROOM}/conditions`]: '' })
  const gone: [string, string, string][] = [
    ['a.html', `<p>${line}</p>${table.replace(/<tr><td><p>2<span.*?<\/tr>/s, '')}`, 'Room 4'],
    ['a.txt', text.replace(/\n2 {2}Room 4[\s\S]*?\n(?=3 {2})/, '\n'), 'Room 4'],
    ['a.txt', emptied.text, 'Room 4: Mondays and Thursdays only'],
  ]
  for (const [name, back, words] of gone) {
    const made = await bring(riverbend, name, back)
    expect([made.code, made.text]).toEqual([0, riverbend])
    expect(made.out()).toMatch(
      new RegExp(`nothing new\n\nOutside the answers\n {5}Near .*, deleted there:\n {5}${words}\n$`),
    )
    expect(made.said()).toContain('*hjp remove* for a row')
  }
  const few = table.replace(/<tr><td><p>[1-6]<span.*?<\/tr>/gs, '')
  const made = await bring(riverbend, 'a.html', `<p>${line}</p>${few}`)
  expect(made.said()).toBe('Nothing in it is new, so nothing changed.')
})

test.each(['html', 'rich', 'body'] as const)('a table in the %s of what Outlook saved', async (as) => {
  const { line, table } = await filledWays({
    [`${ROOM}/conditions`]: 'Fridays',
    'contributions/new/1/what': 'Tea',
  })
  const sent = await filledWays({})
  const head = 'From: Joanna Petrakis\nSent: Monday, 16 November 2026 9:00 AM\nTo: Maree\nSubject: Yours'
  const rows = (html: string) =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<p>(?:<b>)?(?!&nbsp;)([^<]*)/g)]
        .map(([, cell = '']) => cell.replace(/\s+/g, ' '))
        .join('\t'),
    )
  const page = (html: string) =>
    html.replaceAll('<p>', '<p class=MsoNormal>').replaceAll('</p>', '<o:p></o:p></p>')
  const html = `<html><body><p class=MsoNormal>Here it is.</p>${page(table)}<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal>${head.replace(/\n/g, '<br>')}</p></div><p>${line}</p>${page(sent.table)}</body></html>`
  const body = `Here it is.\n\n${rows(table).join('\n')}\n\n${head}\n\n${line}\n\n${rows(sent.table).join('\n')}\n`
  const from = { name: 'Maree Dunstan', email: 'maree.dunstan@riverbendhealth.example' }
  const bytes = outlookFile({
    ...{ from, date: 'Mon, 16 Nov 2026 10:00:00 +1100', subject: 'RE: Yours' },
    [as]: as === 'body' ? body : html,
  })
  const made = await bring(riverbend, 'a.msg', bytes)
  expect(made.out()).toContain(
    ': 1 new, 1 changed\n\nRoom 4\n     conditions: Mondays and Thursdays only → Fridays\n\nNew: Tea\n\nOutside',
  )
  expect(where(made.text, 'Room 4')).toMatchObject({ conditions: 'Fridays' })
})

test('a form that was made for one partner is not taken in as that of another', async () => {
  const back = await page('contributions', { [`${ROOM}/needs`]: 'A key' })
  const made = await bring(riverbend, 'a.txt', back, '--as', 'legal')
  expect([made.code, made.text]).toEqual([2, riverbend])
  expect(made.said()).toContain('This form was made for Riverbend Health, and *--as* says ')
  const own = await bring(riverbend, 'a.txt', back, '--as', 'health')
  expect(where(own.text, 'Room 4')!['needs']).toBe('A key')
  const sheet = String(await written(riverbend, ['worksheet', '5.1', '--for', 'health'], 'txt'))
  const answered = await bring(
    riverbend,
    'a.txt',
    `${sheet.split('Your answer')[0]}Your answer to Q5.1:\nBy fax.\n`,
    '--as',
    'legal',
  )
  expect(answered.said()).toContain('This was made for Riverbend Health. It is read as the words of')
})

test('a form of a partner that has left since is read', async () => {
  const sent = String(await form(riverbend, 'contributions', 'txt'))
  const { text: file } = await hjp(riverbend, ['leave', 'health', '--on', '2026-11-10'])
  const made = await bring(file, 'a.txt', `2.4: A key\n\n${sent.replace(/^/gm, '> ')}`)
  expect([made.code, where(made.text, 'Room 4')]).toMatchObject([0, { needs: 'A key' }])
})

test('a name of several lines is one in a text', async () => {
  const file = riverbend.replace('- what: Room 4\n', '- what: "Room 4\\nand the hall"\n')
  const made = await bring(file, 'a.txt', String(await form(file, 'contributions', 'txt')))
  expect([made.code, made.text, made.out()]).toEqual([0, file, expect.stringContaining(': nothing new\n')])
})

test('a table alone in an email is known by its header, and its rows by what they are called', async () => {
  const places = placesOf(String(await form(riverbend, 'contributions', 'html')))
  const told = { words: new Map([[`${ROOM}/needs`, 'A key']]), out: new Set<string>() }
  const table = filledTable(places, told, false)
  const made = await bring(riverbend, 'a.html', `<p>Here it is.</p>${table}${table}`, '--as', 'health')
  expect(where(made.text, 'Room 4')).toMatchObject({
    needs: 'A key',
    conditions: 'Mondays and Thursdays only',
  })
  expect(made.out()).toContain(': 1 changed\n')
  expect(made.out()).toMatch(/Outside the answers\n {5}On its own:\n {5}Here it is\.\n$/)
})

test('a table in a text without the line that tells it is known by its questions, and its rows by their names', async () => {
  const sent = String(await form(riverbend, 'contributions', 'txt'))
  const back = sent
    .replace(/ Please leave this line as it is: \S+/, '')
    .replace('Mondays and Thursdays only', 'Fridays')
  for (const text of [back, back.replace(/^/gm, '> ').replace(/^/, '2.5: Fridays\n\n')]) {
    const made = await bring(riverbend, 'a.txt', text, '--as', 'health')
    expect(where(made.text, 'Room 4')).toMatchObject({ conditions: 'Fridays' })
    expect(made.out()).toContain(': 1 changed\n')
  }
  const other = riverbend.replace('  - what: Room 4\n', '  - what: Room 5\n')
  const made = await bring(other, 'a.txt', back, '--as', 'health')
  expect(made.text).toBe(other)
  expect(made.out()).toMatch(/Outside the answers[\s\S]*Fridays/)
})
