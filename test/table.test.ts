import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HjpError } from '../src/errors.ts'
import { readTable, type Table } from '../src/intake/table/table.ts'
import { runs } from './programs.ts'
import { bombs, zipped } from './zipped.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
/** What was read, or why it was not. */
const read = (bytes: Uint8Array): Promise<Table | string> =>
  readTable('t.csv', bytes).catch((error: HjpError) => error.message)

/** Two columns, in which everything stands that could be taken for something else. */
const cells = [
  ['name', 'next step, and when?'],
  ['Zoë; Müller', 'Ring her "today"\nor tomorrow'],
  ['=1+1', ''],
]
const rows = { header: cells[0], rows: cells.slice(1) }
const quoted = (parting: string, end = '\n') =>
  cells.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(parting)).join(end)

describe('a CSV file', () => {
  test.each<[how: string, bytes: Uint8Array]>([
    ['with commas', utf8(quoted(','))],
    ['with semicolons, as Excel saves it where decimals have a comma', utf8(quoted(';', '\r\n'))],
    ['with tabs, as Excel saves Unicode text', utf16(quoted('\t', '\r\n'))],
    ['in the other order of bytes', utf16(quoted('\t')).swap16()],
    ['with a mark of its encoding', utf8(`\ufeff${quoted(',')}`)],
    ['in Windows-1252', Buffer.from(quoted(','), 'latin1')],
    ['that says what parts its cells', utf8(`sep=;\r\n${quoted(';')}`)],
    ['with blank rows around and within', utf8(`\n,\n${quoted(',')}\n , \n\n`)],
    ['with formulas kept from running', utf8(quoted(',').replace('=1+1', "'=1+1"))],
    ['from an old Mac', utf8(quoted(',').replaceAll('\n', '\r'))],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(rows)
  })

  test.each<[how: string, text: string, wanted: Table]>([
    [
      'one column, in which a comma is a comma',
      'name\nBo, Li, nurse\n',
      { header: ['name'], rows: [['Bo, Li, nurse']] },
    ],
    [
      'semicolons beside decimal commas',
      'what;value\nShare;12,5\nCost, in all;3,0\n',
      {
        header: ['what', 'value'],
        rows: [
          ['Share', '12,5'],
          ['Cost, in all', '3,0'],
        ],
      },
    ],
    [
      'a heading that has the other sign in it',
      'When, where, who?;name\nmonday;Bo\n',
      { header: ['When, where, who?', 'name'], rows: [['monday', 'Bo']] },
    ],
    [
      'a row too long, and one too short',
      'a,b\n1,2,3\n1\n',
      {
        header: ['a', 'b', ''],
        rows: [
          ['1', '2', '3'],
          ['1', '', ''],
        ],
      },
    ],
    [
      'apostrophes that are the word’s own',
      "a\n'tis\n''=x\n-5\n",
      { header: ['a'], rows: [["'tis"], ["'=x"], ['-5']] },
    ],
    ['headings alone', 'a;b\n', { header: ['a', 'b'], rows: [] }],
  ])('with %s', async (_, text, wanted) => {
    expect(await read(utf8(text))).toEqual(wanted)
  })

  test('with a great many rows', async () => {
    expect((await readTable('t.csv', utf8('a,b\n'.repeat(500_000)))).rows).toHaveLength(499_999)
  })

  test.each<[how: string, bytes: Uint8Array, wanted: string]>([
    ['nothing in it', utf8('\n ; \n'), 'nothing in it'],
    ['a quotation mark that is not closed', utf8('a,b\n1,"2\n3,4\n'), 'a quotation mark in row 2'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'is no text'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old format'],
    ['13 MB of it', new Uint8Array(13_000_000).fill(97), 'far more than a document'],
    [
      'one row far longer than the others',
      utf8(`a,b\n${'a\n'.repeat(5000)}${','.repeat(5000)}a`),
      'far more',
    ],
  ])('with %s is refused', async (_, bytes, wanted) => {
    expect(await read(bytes)).toContain(wanted)
  })
})

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** A workbook of these sheets as Excel writes it, with styles 1 a share, 2 a day, 3 a time, 4 both. */
function workbook(sheets: [name: string, rows: string, state?: string][], shared: string[] = []): Uint8Array {
  const relation = (id: string, what: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${what}" Target="${target}"/>`
  const relations = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`
  const each = (print: (sheet: [string, string, string?], n: number) => string) => sheets.map(print).join('')
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(([name, , state = 'visible'], n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="s${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      each((_, n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)) +
        relation('st', 'styles', 'styles.xml') +
        relation('ss', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-C09]d\\ mmmm\\ yyyy;@"/></numFmts><cellXfs>${[0, 9, 170, 20, 22].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((each) => `<si>${each}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(([, rows], n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  })
}
const inline = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`

describe('a workbook', () => {
  test('says what its cells show, and a number whole', async () => {
    const sheet = `<row r="1">${inline('A1', 'what')}<c r="B1" t="s"><v>0</v></c></row>
      <row r="3"><c r="A3" s="1"><v>0.645</v></c><c r="B3"><v>1234.5</v></c></row>
      <row r="4"><c r="A4" s="2"><v>46357</v></c><c r="B4" s="3"><v>0.4375</v></c></row>
      <row r="5"><c r="A5" s="4"><v>46357.5</v></c><c r="B5"><f>B3*2</f><v>2469</v></c></row>
      <row r="6"><c r="A6" t="s"><v>1</v></c><c r="B6" t="s"><v>2</v></c></row>`
    const shared = ['<t>value</t>', '<r><t>Bo </t></r><r><t>Li</t></r>', '<t>=HYPERLINK("x")&#10;-1</t>']
    expect(await read(workbook([['S', sheet]], shared))).toEqual({
      header: ['what', 'value'],
      rows: [
        ['64.5%', '1234.5'],
        ['2026-12-01', '10:30'],
        ['2026-12-01 12:00', '2469'],
        ['Bo Li', '=HYPERLINK("x")\n-1'],
      ],
    })
  })

  test('is read from the one sheet that is seen and says something', async () => {
    const one = `<row r="1">${inline('A1', 'what')}</row>`
    const wanted = { header: ['what'], rows: [] }
    expect(
      await read(
        workbook([
          ['Lists', one, 'hidden'],
          ['Blank', ''],
          ['It', one],
        ]),
      ),
    ).toEqual(wanted)
    expect(
      await read(
        workbook([
          ['May', one],
          ['June', one],
        ]),
      ),
    ).toContain('several sheets: "May", "June"')
    expect(await read(workbook([['May', '']]))).toContain('nothing in it')
  })

  const far = `<row r="1">${inline('A1', 'a')}</row><row r="1048576">${inline('XFD1048576', 'z')}</row>`
  test.each<[how: string, bytes: Uint8Array, wanted: string]>([
    ['two cells as far from each other as can be', workbook([['S', far]]), 'far more'],
    ['no end to it', workbook([['S', '<row>'.repeat(100_000)]]), 'damaged'],
    ['entities of its own', workbook([['S', '<!DOCTYPE a [<!ENTITY a "aa">]>']]), 'damaged'],
    ['what unpacks to 60 MB', zipped({ 'xl/workbook.xml': new Uint8Array(60_000_000) }), 'far more'],
    ['another document in it', bombs()[0], 'no workbook'],
  ])('with %s is refused', async (_, bytes, wanted) => {
    expect(await read(bytes)).toContain(wanted)
  })

  test('whatever the bytes are, it is read or refused in words', async () => {
    const good = workbook([['S', `<row r="1">${inline('A1', 'what')}</row>`]])
    const sound = async (bytes: Uint8Array) => {
      await readTable('t.xlsx', bytes).catch((error) => expect(error).toBeInstanceOf(HjpError))
    }
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), sound), { numRuns: runs(100) })
    const bytes = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, by]) => good.with(at, by))
    await fc.assert(fc.asyncProperty(bytes, sound), { numRuns: runs(100) })
  })
})
