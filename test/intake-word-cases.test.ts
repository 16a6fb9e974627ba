import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { numberOf } from './bench/intake/sent.ts'
import { filled } from './fillings.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { edited, zipped } from './zipped.ts'

/** What comes back in Word, changed by the programs and the people that had it. */

const hillside = readFileSync('test/intake-cases/partnership.yaml', 'utf8')
const { hjp, written } = runner({ library, today: '2026-11-23' })

const SAID = {
  '1.2': 'We see anyone.',
  '5.1': 'On one form.',
  '5.3': 'By phone.',
  '6.4': 'Quarterly counts.',
}
const form = written(hillside, ['worksheet', ...Object.keys(SAID), '--for', 'health'], 'docx', {
  today: '2026-11-16',
})
const typed = (words: string) => [{ kind: 'paragraph' as const, words, how: 'typed' as const }]
const answered = async (said: Record<string, string> = SAID) =>
  filled(await form, Object.values(said).map(typed))

/** What the partner has in the file after its Word file came back. */
async function bring(bytes: Uint8Array, file = hillside) {
  const made = await hjp(file, ['import', 'back.docx', '--as', 'health', '--yes', '--notes'], {
    files: { 'back.docx': bytes },
  })
  const { answers } = readYaml('partnership.yaml', made.text, Partnership)
  const told = answers.flatMap(({ prompt, perspectives }) =>
    perspectives.flatMap(({ partner, said }) =>
      partner === 'health' && said ? [[numberOf.get(prompt)!, said]] : [],
    ),
  )
  const notes = answers.flatMap((each) => each.notes.map(({ text }) => text))
  const proposed = answers.flatMap(({ prompt, proposals }) => proposals.map(() => numberOf.get(prompt)!))
  return { ...made, said: Object.fromEntries(told), notes, proposed }
}

type Edit = (xml: string) => string
const inBody = (bytes: Uint8Array, ...edits: Edit[]) =>
  edited(bytes, {
    'word/document.xml': (xml) =>
      edits.reduce((before, edit) => {
        const after = edit(before)
        expect(after, `${edit}`).not.toBe(before)
        return after
      }, xml),
  })
type Cases = Record<string, () => Uint8Array | Promise<Uint8Array>>
/** Files of one kind, of which the same is right: those that are read so, and those that are not yet. */
function kind(
  about: string,
  right: (bytes: Uint8Array, name: string) => Promise<void>,
  { holds = {}, fails = {} }: { holds?: Cases; fails?: Cases },
) {
  describe(about, () => {
    const made = new Map<string, Uint8Array>()
    // A file that cannot be made is no bug of what reads it.
    beforeAll(async () => {
      for (const [name, make] of Object.entries({ ...holds, ...fails })) made.set(name, await make())
    }, 120_000)
    for (const name of Object.keys(holds)) test(name, () => right(made.get(name)!, name))
    for (const name of Object.keys(fails)) test.fails(name, () => right(made.get(name)!, name))
  })
}

/** As programs save it that keep nothing of what they do not know. */
function withoutOurs(bytes: Uint8Array): Uint8Array {
  const kept = Object.entries(unzipSync(bytes)).filter(([path]) => !/^customXml|custom\.xml$/.test(path))
  return edited(zipped(Object.fromEntries(kept)), {
    '[Content_Types].xml': (xml) =>
      xml.replace(/<Override PartName="\/(customXml|docProps\/custom)[^>]*>/g, ''),
    '_rels/.rels': (xml) => xml.replace(/<Relationship [^>]*custom[^>]*>/g, ''),
    'word/_rels/document.xml.rels': (xml) => xml.replace(/<Relationship [^>]*customXml[^>]*>/g, ''),
  })
}
const withoutControls: Edit = (xml) => xml.replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content)?>/gs, '')
const withoutBookmarks: Edit = (xml) => xml.replace(/<w:bookmark(Start|End)[^>]*>/g, '')
const withoutHidden: Edit = (xml) => xml.replace(/<w:r><w:rPr><w:vanish\/><\/w:rPr>.*?<\/w:r>/gs, '')
const CELL = '<w:tc>(?:(?!<w:tc>).)*</w:tc>'
const swapped: Edit = (xml) => xml.replace(new RegExp(`(${CELL})(${CELL})(?=</w:tr>)`, 'gs'), '$2$1')
const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const areAllAnswered = async (bytes: Uint8Array) => expect((await bring(bytes)).said).toEqual(SAID)

kind('columns that stand elsewhere', areAllAnswered, {
  holds: {
    'with one for remarks between them': async () =>
      inBody(await answered(), (xml) =>
        xml.replace(new RegExp(`(${CELL})(?=${CELL}</w:tr>)`, 'gs'), `$1${cell('')}`),
      ),
    swapped: async () => inBody(await answered(), swapped),
    'swapped, in a file that lost its data': async () => inBody(withoutOurs(await answered()), swapped),
    'swapped in one table': async () =>
      inBody(await answered(), (xml) => xml.replace(/<w:tbl>.*?<\/w:tbl>/s, swapped)),
    'swapped, without the row on top': async () =>
      inBody(await answered(), swapped, (xml) =>
        xml.replace(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/>.*?<\/w:tr>/gs, ''),
      ),
  },
})

kind(
  'what programs drop',
  async (bytes) => {
    const { said, notes } = await bring(bytes)
    expect([said, notes]).toEqual([SAID, []])
  },
  {
    holds: {
      'what hjp keeps in it': async () => withoutOurs(await answered()),
      'the controls, too': async () => inBody(withoutOurs(await answered()), withoutControls),
      'the bookmarks, too': async () =>
        inBody(withoutOurs(await answered()), withoutControls, withoutBookmarks),
      'what is hidden, too': async () =>
        inBody(withoutOurs(await answered()), withoutControls, withoutBookmarks, withoutHidden),
      'what it keeps, of a form with a day to answer by': async () => {
        const args = ['worksheet', ...Object.keys(SAID), '--for', 'health', '--reply-by', '2026-12-04']
        const sheet = await written(hillside, args, 'docx', { today: '2026-11-16' })
        return withoutOurs(filled(sheet, Object.values(SAID).map(typed)))
      },
    },
  },
)

/** A Word file that somebody wrote from nothing. */
const plainFile = (...lines: string[]) =>
  zipped({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((line) => (line.startsWith('<') ? line : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)).join('')}</w:body></w:document>`,
  })
const labelled = (label: (number: string) => string) =>
  Object.entries(SAID).map(([number, words]) => label(number) + words)
const askOf = (number: string) => promptsOf(library.parts).find((each) => each.number === number)!.ask

kind('answers in a Word file of their own', areAllAnswered, {
  holds: {
    'with numbers': () => plainFile('Our answers', ...labelled((number) => `${number}: `)),
    'with numbers and a word': () => plainFile(...labelled((number) => `Question ${number}: `)),
    'with numbers on lines of their own': () => plainFile(...Object.entries(SAID).flat()),
    'in a table': () =>
      plainFile(
        `<w:tbl>${Object.entries(SAID)
          .map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`)
          .join('')}</w:tbl>`,
      ),
    'below the questions, copied': () =>
      plainFile(
        ...Object.entries(SAID).flatMap(([number, words]) => [
          askOf(number).replace('{clients}', 'clients'),
          words,
        ]),
      ),
  },
})

const twoIn = async (second: string) => filled(await form, [[], [...typed('On one form.'), ...typed(second)]])
kind(
  'two answers in one cell',
  async (bytes) => {
    const { said, printed } = await bring(bytes)
    expect(said['5.1']).toBe('On one form.')
    expect(said['6.4'] ?? printed).toMatch(/quarterly counts/i)
  },
  {
    holds: {
      'a number and a colon': () => twoIn('6.4: Quarterly counts.'),
      'a word and a number': () => twoIn('Re 6.4: quarterly counts.'),
      'a Q and a number': () => twoIn('Q6.4: quarterly counts.'),
      'a number in brackets': () => twoIn('(6.4) Quarterly counts.'),
      'a number and a dash': () => twoIn('6.4 - quarterly counts.'),
      'on a line of the same paragraph': async () =>
        inBody(await twoIn('And so on.'), (xml) =>
          xml.replace(
            'On one form.</w:t></w:r></w:p>',
            'On one form.</w:t><w:br/><w:t>6.4: Quarterly counts.</w:t></w:r></w:p>',
          ),
        ),
    },
  },
)

kind(
  'numbers that label nothing',
  async (bytes, name) => expect((await bring(bytes)).said).toEqual({ '5.1': `On one form.\n\n${name}` }),
  {
    holds: Object.fromEntries(
      [
        '6.4 hours a week.',
        '6.4 – 2 hours more',
        '5.3 applies here too.',
        '6.4',
        '2.2: we say so there.',
        'As in 6.4: quarterly.',
      ].map((words) => [words, () => twoIn(words)]),
    ),
  },
)

const yesIn = async (look: string) =>
  inBody(await form, (xml) => xml.replace(/<w:r>(<w:t[^>]*>\u00a0?Yes<)/, `<w:r><w:rPr>${look}</w:rPr>$1`))
kind(
  'a tick that is no tick',
  async (bytes) => {
    const { said, printed } = await bring(bytes)
    expect(said['5.3'] ?? printed).toMatch(/yes|marked/i)
  },
  {
    holds: {
      bold: () => yesIn('<w:b/>'),
      'marked with a pen': () => yesIn('<w:highlight w:val="yellow"/>'),
      underlined: () => yesIn('<w:u w:val="single"/>'),
      red: () => yesIn('<w:color w:val="FF0000"/>'),
      'in a frame': () => yesIn('<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'),
      shaded: () => yesIn('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
      larger: () => yesIn('<w:sz w:val="36"/>'),
      'in capitals': () => yesIn('<w:caps/>'),
    },
  },
)

test.each([
  ['That was the last question. Thank you. ', 'Sorry this is late.', ''],
  ['That was the last question. Thank you.', '', ' Sorry this is late.'],
])('what is written on our last line stands without that', async (ours, before, after) => {
  const bytes = inBody(await answered(), (xml) =>
    xml.replace(ours.trim(), `${before && `${before} `}${ours.trim()}${after}`),
  )
  const { notes, said } = await bring(bytes)
  expect(notes).toEqual(['Sorry this is late.'])
  expect(said).toEqual(SAID)
})

test('no line of boxes is an answer because all of it is in a colour', async () => {
  const bytes = await inBody(await form, (xml) =>
    xml.replace(/<w:p\b(?:(?!<\/w:p>).)*Yes<.*?<\/w:p>/gs, (line) =>
      line.replace(
        /<w:r>(?=<w:t)/g,
        '<w:r><w:rPr><w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="auto"/></w:rPr>',
      ),
    ),
  )
  expect((await bring(bytes)).said['5.3']).toBeUndefined()
})

const withPiece = async (piece: string) =>
  inBody(await answered(), (xml) => xml.replace(/On one form\.<\/w:t><\/w:r><\/w:p>/, `$&${piece}`))
kind(
  'a piece that is not read',
  async (bytes) => {
    const { said, printed } = await bring(bytes)
    expect(said['5.1']).toBe('On one form.')
    expect(printed).toMatch(/not read|cannot be (read|kept)/)
  },
  {
    holds: {
      'an object': () =>
        withPiece(
          '<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rIdOle"/></w:object></w:r></w:p>',
        ),
      'a chart': () =>
        withPiece(
          '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rIdChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
        ),
      'a file that was inserted': () => withPiece('<w:altChunk r:id="rIdAlt"/>'),
      'two of them': () => withPiece('<w:altChunk r:id="rIdAlt"/><w:altChunk r:id="rIdOther"/>'),
      'a document within': () => withPiece('<w:p><w:subDoc r:id="rIdSub"/></w:p>'),
      'words by hand': () => withPiece('<w:p><w:r><w:contentPart r:id="rIdInk"/></w:r></w:p>'),
    },
  },
)

/** An agreement as it comes back through another program: its words and headings are there, and no mark of ours. */
const agreement = written(riverbend, ['mou'], 'docx')
const throughDocs = async (...edits: Edit[]) =>
  inBody(
    withoutOurs(await agreement),
    withoutControls,
    (xml) => xml.replace(/w:name="hjp_/g, 'w:name="_heading=h.'),
    ...edits,
  )
const changed =
  (from: string, to: string): Edit =>
  (xml) =>
    xml.replace(from, to)
/** In its clause, and not among the facts on the cover. */
const inClause =
  (from: string, to: string): Edit =>
  (xml) =>
    xml.slice(0, xml.lastIndexOf(from)) + to + xml.slice(xml.lastIndexOf(from) + from.length)
const earlier = inClause('ends on 31 December 2029', 'ends on 30 June 2029')
kind(
  'an agreement that came through another program',
  async (bytes, name) => {
    const { code, proposed } = await bring(bytes, riverbend)
    expect([code, proposed]).toEqual([0, name === 'with nothing changed' ? [] : ['9.2']])
  },
  {
    holds: {
      'with a day changed': () => throughDocs(earlier),
      'with nothing changed': () => throughDocs(),
      'with words added': () =>
        throughDocs(
          inClause(
            'we have not decided, it ends.',
            'we have not decided, it ends. We will tell our clients.',
          ),
        ),
      'with words taken out': () => throughDocs(inClause(' If we have not decided, it ends.', '')),
      'with its styles gone': () => throughDocs(earlier, (xml) => xml.replace(/<w:pStyle [^>]*>/g, '')),
    },
  },
)

test('what is changed outside the clauses of such an agreement is shown', async () => {
  const bytes = await throughDocs(changed('ends on 31 December 2029', 'ends on 30 June 2029'))
  const { proposed, notes, printed } = await bring(bytes, riverbend)
  expect([proposed, notes]).toEqual([[], []])
  expect(printed).toMatch(/much like what hjp would write there today:.*ends on 30 June 2029/s)
})

const letterhead = async (...edits: Edit[]) =>
  inBody(
    await form,
    (xml) => xml.replace(/<w:body>.*<w:sectPr/s, '<w:body><w:p/><w:sectPr'),
    (xml) => xml.replace('<w:document ', '<w:document xmlns:zz="urn:example:zz" '),
    (xml) => xml.replace('mc:Ignorable="', 'mc:Ignorable="zz '),
    ...edits,
  )
kind(
  'a letterhead with names of its own gives a valid file, or is refused',
  async (bytes) => {
    const args = ['mou', '--format', 'docx', '--out', 'it.docx']
    const made = await hjp(hillside, args, { files: { 'templates/letterhead.docx': bytes } })
    if (made.code !== 0) return expect(made.printed).toContain('letterhead')
    const parts = Object.entries(unzipSync(made.bytes('it.docx')!))
    for (const [, xml] of parts.filter(([path]) => /\.(xml|rels)$/.test(path))) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => expect.fail(error.message))
      parser.write(strFromU8(xml)).close()
    }
  },
  {
    holds: {
      'on its paper': () => letterhead(changed('<w:pgSz ', '<w:pgSz zz:id="a1" ')),
      'on its section': () => letterhead(changed('<w:sectPr', '<w:sectPr zz:id="a1"')),
      'on its grid': () => letterhead(changed('<w:docGrid ', '<w:docGrid zz:id="a1" ')),
      'as an element of its section': () =>
        letterhead(changed('</w:sectPr>', '<zz:mark zz:id="a1"/></w:sectPr>')),
      'on its margins': () => letterhead(changed('<w:pgMar ', '<w:pgMar zz:id="a1" ')),
      'on its borders, and within them': () =>
        letterhead(
          changed(
            '</w:sectPr>',
            '<w:pgBorders zz:id="a1"><w:top w:val="single" zz:id="a1"/><zz:left/></w:pgBorders></w:sectPr>',
          ),
        ),
      'on its first page': () => letterhead(changed('</w:sectPr>', '<w:titlePg zz:id="a1"/></w:sectPr>')),
    },
  },
)
