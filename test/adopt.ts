import { readFileSync } from 'node:fs'
import * as D from 'docx'

/** Agreements of before, as they come. All of them are made up, after kinds that are published. */

/** A pixel, in place of the picture of a page. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const packed = async (children: (D.Paragraph | D.Table)[]): Promise<Uint8Array> =>
  D.Packer.toBuffer(new D.Document({ sections: [{ children }] }))

const source = (file: string): string => readFileSync(`test/adopt/${file}`, 'utf8')
const linesOf = (file: string): string[] =>
  source(file)
    .split('\n')
    .filter((line) => line.trim())

const cell = (children: D.Paragraph[]) => new D.TableCell({ children })
const table = (rows: D.Paragraph[][][]) =>
  new D.Table({ rows: rows.map((cells) => new D.TableRow({ children: cells.map(cell) })) })

/** A line as people write it in Word: typed numbers, bold in place of a heading, dashes. */
const typed = (line: string) =>
  new D.Paragraph({ children: [new D.TextRun({ text: line, bold: line === line.toUpperCase() })] })
/** A line of Markdown with Word's own headings and bullets. */
const styled = (line: string) => {
  const [, marks = '', words = line] = /^(#+|-) (.*)$/.exec(line) ?? []
  if (marks === '-') return new D.Paragraph({ text: words, bullet: { level: 0 } })
  const heading = ({ '#': D.HeadingLevel.TITLE, '##': D.HeadingLevel.HEADING_1 } as const)[marks]
  return new D.Paragraph({ text: words, ...(heading && { heading }) })
}

function withTables(lines: string[]): (D.Paragraph | D.Table)[] {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((words) => [typed(words.trim())])
  const first = lines.findIndex((line) => line.startsWith('|'))
  const rows = lines.filter((line) => line.startsWith('|'))
  const others = lines.filter((line) => !line.startsWith('|')).map(typed)
  return first < 0 ? others : [...others.slice(0, first), table(rows.map(cells)), ...others.slice(first)]
}

/** Half of the lines beside the other half. */
function inColumns(lines: string[]): D.Table[] {
  const half = lines.indexOf('Consent')
  return [table([[lines.slice(0, half).map(typed), lines.slice(half).map(typed)]])]
}

/** By its name, the file as it comes. */
export const OLD: Record<string, () => Promise<[name: string, bytes: Uint8Array]>> = {
  'short-letter': async () => ['short-letter.txt', Buffer.from(source('short-letter.txt'))],
  markdown: async () => ['markdown.md', Buffer.from(source('markdown.md'))],
  'ten-pages': async () => ['ten-pages.docx', readFileSync('test/adopt/ten-pages.docx')],
  tables: async () => ['tables.docx', readFileSync('test/adopt/tables.docx')],
  american: async () => ['american.docx', readFileSync('test/adopt/american.docx')],
  'odd-numbers': async () => ['odd.docx', await packed(linesOf('odd-numbers.txt').map(typed))],
  'no-headings': async () => ['none.docx', await packed(linesOf('no-headings.txt').map(typed))],
  'three-parties': async () => ['three.docx', await packed(linesOf('three-parties.md').map(styled))],
  deed: async () => ['deed.docx', await packed(linesOf('deed.txt').map(typed))],
  columns: async () => ['columns.docx', await packed(inColumns(linesOf('columns.txt')))],
  'chatty-letter': async () => ['chatty.txt', Buffer.from(source('chatty-letter.txt'))],
  'long-deed': async () => ['long.docx', await packed(linesOf('long-deed.txt').map(typed))],
  contract: async () => ['contract.docx', await packed(linesOf('contract.txt').map(typed))],
  'law-school': async () => ['school.docx', await packed(linesOf('law-school.md').map(styled))],
  surgery: async () => ['surgery.docx', await packed(linesOf('surgery.txt').map(typed))],
  'aboriginal-health': async () => ['country.txt', Buffer.from(source('aboriginal-health.txt'))],
  youth: async () => ['youth.md', Buffer.from(source('youth.md'))],
  maternity: async () => ['maternity.docx', await packed(linesOf('maternity.txt').map(typed))],
  'one-page': async () => ['page.txt', Buffer.from(source('one-page.txt'))],
  'service-level': async () => ['level.txt', Buffer.from(source('service-level.txt'))],
  'health-service': async () => ['service.docx', await packed(withTables(linesOf('health-service.txt')))],
}

/** A Word file with a footnote, a line that is broken by hand, and a heading that its words would say less without. */
export const noted = (): Promise<Uint8Array> =>
  D.Packer.toBuffer(
    new D.Document({
      footnotes: { 1: { children: [new D.Paragraph('Not on holidays.')] } },
      sections: [
        {
          children: [
            styled('# Agreement'),
            styled('## Referral'),
            new D.Paragraph({
              children: [
                new D.TextRun('The lawyer calls within two working days'),
                new D.FootnoteReferenceRun(1),
                new D.TextRun('.'),
                new D.TextRun({ text: 'And she says who she is.', break: 1 }),
              ],
            }),
            styled('## Only with consent'),
            styled('What a client says goes to the Clinic.'),
          ],
        },
      ],
    }),
  )

/** A Word file of nothing but pictures. */
export const scanned = (): Promise<Uint8Array> =>
  packed([
    new D.Paragraph({
      children: [new D.ImageRun({ type: 'png', data: PIXEL, transformation: { width: 400, height: 600 } })],
    }),
  ])

/** What each paragraph answers, by its first words, as numbers of prompts or `left`. */
export const truthOf = (name: string): [start: string, right: string[]][] =>
  source(`${name}.yaml`)
    .split('\n')
    .flatMap((line) => {
      const [, start, right] = /^"(.*)": (.+)$/.exec(line) ?? []
      return start && right ? [[start, right.split(' ')] as [string, string[]]] : []
    })

/** Words alone, as truth has them. */
export const bareWords = (words: string): string => (words.match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ')
