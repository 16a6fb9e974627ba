import { CLAUSE, DEPTHS, indentOfNext, NOTE } from './lists.ts'
import { escaped } from './text.ts'

/** The colour of headings. */
export const NAVY = '1B3A57'
const GREY = '4A5B6A'
const LINE = 'B7C4D1'
const SHADE = 'EEF3F7'

type WordStyle = { based?: string; next?: string; own?: boolean; paragraph?: string; run?: string }

const style = (
  type: string,
  id: string,
  name: string,
  { based, next, own, paragraph, run }: WordStyle,
  rest = '',
): string =>
  `<w:style w:type="${type}"${own ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
  `${based ? `<w:basedOn w:val="${based}"/>` : ''}${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>` +
  `${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}${rest}</w:style>`

const paragraph = (id: string, name: string, about: WordStyle) =>
  style('paragraph', id, name, { based: 'Normal', ...about })
const character = (id: string, name: string, run: string, own = false) =>
  style('character', id, name, { based: 'DefaultParagraphFont', own, run })

const table = (id: string, name: string, based: string, edges: string[]) =>
  style(
    'table',
    id,
    name,
    { based, own: true },
    `<w:tblPr><w:tblBorders>${edges.map((edge) => border(edge, 4, LINE, 0)).join('')}</w:tblBorders><w:tblCellMar>` +
      '<w:top w:w="85" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="115" w:type="dxa"/>' +
      '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>' +
      `<w:shd w:val="clear" w:color="auto" w:fill="${SHADE}"/></w:tcPr></w:tblStylePr>`,
  )

const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const color = (value: string) => `<w:color w:val="${value}"/>`
const spacing = (before: number, after: number, more = '') =>
  `<w:spacing w:before="${before}" w:after="${after}"${more}/>`
const indent = (left: number) => `<w:ind w:left="${left}"/>`
const border = (side: string, width: number, hue: string, space = 1) =>
  `<w:${side} w:val="single" w:sz="${width}" w:space="${space}" w:color="${hue}"/>`
const numbered = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const BOLD = '<w:b/><w:bCs/>'
const ITALIC = '<w:i/><w:iCs/>'
const KEEP = '<w:keepNext/><w:keepLines/>'
const exactly = (twips: number) => ` w:line="${twips}" w:lineRule="exact"`

export type Look = {
  locale: string
  /** Twips between the margins. */
  width: number
  /** The heading style that counts sections, where they are counted. */
  section: string | undefined
  /** Number ids of the lists that styles refer to. */
  lists: { agreement: number; bullets: number; schedules: number }
  /** Whether it comes under a letterhead, and wants styles for what of ours stands in that. */
  guest: boolean
}

const heading = (n: number, points: number, before: number, { section, lists }: Look) =>
  paragraph(`Heading${n}`, `heading ${n}`, {
    next: 'Normal',
    paragraph:
      KEEP +
      (section === `Heading${n}` ? numbered(lists.agreement, 0) : '') +
      spacing(before, 120) +
      `<w:outlineLvl w:val="${n - 1}"/>`,
    run: BOLD + color(NAVY) + size(points),
  })

/** word/styles.xml whole: docx has no table styles, and what it writes unasked is not ours. */
export function styles(look: Look): string {
  const { locale, width, lists } = look
  const language = escaped(locale)
  const side = `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`
  const lists3 = DEPTHS.flatMap((n, depth) => [
    paragraph(`ListBullet${n}`, `List Bullet ${n}`.trim(), {
      paragraph: numbered(lists.bullets, depth) + spacing(0, 80),
    }),
    paragraph(`ListNumber${n}`, `List Number ${n}`.trim(), { paragraph: spacing(0, 80) }),
    paragraph(`ListContinue${n}`, `List Continue ${n}`.trim(), {
      paragraph: spacing(0, 80) + indent(indentOfNext(false, depth)),
    }),
    paragraph(`ClauseList${n}`, `Clause List ${n}`.trim(), {
      own: true,
      paragraph: numbered(lists.agreement, depth + 2) + spacing(0, 80),
    }),
    paragraph(`ClauseListText${n}`, `Clause List Text ${n}`.trim(), {
      own: true,
      paragraph: spacing(0, 80) + indent(indentOfNext(true, depth)),
    }),
  ])
  const all = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    paragraph('Title', 'Title', {
      next: 'Normal',
      paragraph: KEEP + spacing(120, 160, ' w:line="240" w:lineRule="auto"'),
      run: BOLD + color(NAVY) + size(25),
    }),
    paragraph('Subtitle', 'Subtitle', {
      next: 'Normal',
      paragraph: spacing(0, 100),
      run: color(GREY) + size(13),
    }),
    heading(1, 15, 400, look),
    paragraph('HeadingUnnumbered', 'Heading Unnumbered', {
      own: true,
      based: 'Heading1',
      next: 'Normal',
      paragraph: `${numbered(0, 0)}<w:ind w:left="0" w:firstLine="0"/>`,
    }),
    paragraph('Schedule', 'Schedule', {
      own: true,
      based: 'Heading1',
      next: 'Normal',
      paragraph: numbered(lists.schedules, 0),
    }),
    heading(2, 13, 320, look),
    heading(3, 11.5, 240, look),
    paragraph('Clause', 'Clause', {
      own: true,
      next: 'ClauseText',
      paragraph: numbered(lists.agreement, 1) + spacing(160, 80),
    }),
    paragraph('ClauseText', 'Clause Text', { own: true, paragraph: spacing(0, 120) + indent(CLAUSE) }),
    ...lists3,
    paragraph('Note', 'Note', {
      own: true,
      paragraph:
        `<w:pBdr>${border('top', 4, SHADE, 4)}${border('left', 24, '4F7CAC', 8)}${border('bottom', 4, SHADE, 4)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${SHADE}"/>` +
        spacing(0, 100) +
        indent(NOTE),
    }),
    paragraph('TableText', 'Table Text', {
      own: true,
      paragraph: spacing(0, 60, ' w:line="259" w:lineRule="auto"'),
    }),
    paragraph('TableHeading', 'Table Heading', {
      own: true,
      based: 'TableText',
      paragraph: '<w:keepNext/>',
      run: BOLD + color(NAVY),
    }),
    paragraph('TableTopic', 'Table Topic', {
      own: true,
      based: 'TableText',
      run: BOLD + color(NAVY),
    }),
    paragraph('TableNote', 'Table Note', {
      own: true,
      based: 'TableText',
      run: color(GREY) + size(9.5),
    }),
    paragraph('WritingLine', 'Writing Line', {
      own: true,
      paragraph: `<w:pBdr>${border('bottom', 4, '7F8C98')}${border('between', 4, '7F8C98')}</w:pBdr>${spacing(0, 0, exactly(520))}`,
    }),
    paragraph('Rule', 'Rule', {
      own: true,
      paragraph: `<w:pBdr>${border('bottom', 6, LINE)}</w:pBdr>${spacing(60, 240, exactly(120))}`,
    }),
    paragraph('Gap', 'Gap', { own: true, paragraph: spacing(0, 0, exactly(200)), run: size(4) }),
    paragraph('TOCHeading', 'TOC Heading', {
      next: 'Normal',
      paragraph: KEEP + spacing(240, 80),
      run: BOLD + color(NAVY) + size(13),
    }),
    ...[1, 2].map((n) =>
      paragraph(`TOC${n}`, `toc ${n}`, {
        paragraph: `<w:tabs><w:tab w:val="left" w:pos="482"/></w:tabs>${spacing(0, 10, ' w:line="245" w:lineRule="auto"')}${indent(n === 1 ? 0 : 240)}`,
        run: size(10),
      }),
    ),
    paragraph('Header', 'header', { paragraph: side + spacing(0, 0), run: color(GREY) + size(9) }),
    paragraph('Footer', 'footer', { paragraph: side + spacing(0, 0), run: color(GREY) + size(9) }),
    ...(look.guest
      ? [
          paragraph('RunningLine', 'Running Line', {
            own: true,
            paragraph: `${side}${spacing(80, 80)}<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>`,
            run: color(GREY) + size(9),
          }),
          paragraph('RunningText', 'Running Text', { own: true, paragraph: spacing(0, 140) }),
        ]
      : []),
    character('Strong', 'Strong', BOLD),
    character('Emphasis', 'Emphasis', ITALIC),
    character('IntenseEmphasis', 'Intense Emphasis', BOLD + ITALIC),
    character('Hyperlink', 'Hyperlink', `${color('0B57A4')}<w:u w:val="single"/>`),
    character('Blank', 'Blank', color('000000'), true),
    character('PlaceholderText', 'Placeholder Text', color('5A6672')),
    character('Notice', 'Notice', BOLD + color('8A1F11') + size(10), true),
    character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    character('EndnoteReference', 'endnote reference', '<w:vertAlign w:val="superscript"/>'),
    table('Grid', 'Partnership Table', 'TableNormal', ['top', 'bottom', 'insideH']),
    table('Form', 'Partnership Form', 'TableNormal', [
      'top',
      'left',
      'bottom',
      'right',
      'insideH',
      'insideV',
    ]),
  ]
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>${size(11)}` +
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    `${all.join('')}</w:styles>`
  )
}
