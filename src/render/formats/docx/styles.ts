import { FOR_NUMBER, lineOf, STEP_IN } from './contents.ts'
import { CLAUSE, DEPTHS, indentOfNext, NOTE } from './lists.ts'
import {
  BOLD,
  border,
  characterStyle,
  color,
  exactly,
  GREY,
  ITALIC,
  indent,
  KEEP,
  LINE,
  NAVY,
  numbered,
  paragraphStyle,
  SHADE,
  STRAW,
  shaded,
  size,
  spacing,
  tableStyle,
} from './style-xml.ts'
import { escaped } from './text.ts'
import { WALL_STYLES } from './wall.ts'

export type Look = {
  locale: string
  /** Twips between the margins. */
  width: number
  /** The heading style that counts sections, where they are counted. */
  section: string | undefined
  /** Number ids of the lists that styles refer to. */
  lists: { agreement: number; bullets: number; schedules: number }
  /** Whether it is set closely, as a letter. */
  letter: boolean
  /** Whether it comes under a letterhead, and wants styles for what of ours stands in that; and whether it has sheets for the wall. */
  guest: boolean
  sheets: boolean
}

/** Room between paragraphs, in twips: in a letter there is less. */
const room = ({ letter }: Look, before: number, after: number) =>
  letter ? spacing(before * 0.6, after * 0.6) : spacing(before, after)

const heading = (n: number, points: number, before: number, look: Look) =>
  paragraphStyle(`Heading${n}`, `heading ${n}`, {
    next: 'Normal',
    paragraph:
      KEEP +
      (look.section === `Heading${n}` ? numbered(look.lists.agreement, 0) : '') +
      room(look, before, 120) +
      `<w:outlineLvl w:val="${n - 1}"/>`,
    run: BOLD + color(NAVY) + size(points),
  })

const DEFAULTS = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
]

const headingStyles = (look: Look): string[] => [
  paragraphStyle('Title', 'Title', {
    next: 'Normal',
    paragraph: KEEP + spacing(120, 160, ' w:line="240" w:lineRule="auto"'),
    run: BOLD + color(NAVY) + size(25),
  }),
  paragraphStyle('Subtitle', 'Subtitle', {
    next: 'Normal',
    paragraph: spacing(0, 100),
    run: color(GREY) + size(13),
  }),
  heading(1, look.letter ? 12.5 : 15, 400, look),
  paragraphStyle('HeadingUnnumbered', 'Heading Unnumbered', {
    own: true,
    based: 'Heading1',
    next: 'Normal',
    paragraph: `${numbered(0, 0)}<w:ind w:left="0" w:firstLine="0"/>`,
  }),
  paragraphStyle('Schedule', 'Schedule', {
    own: true,
    based: 'Heading1',
    next: 'Normal',
    paragraph: numbered(look.lists.schedules, 0),
  }),
  heading(2, 13, 320, look),
  heading(3, 11.5, 240, look),
]

const clauseStyles = (look: Look): string[] => [
  paragraphStyle('Clause', 'Clause', {
    own: true,
    next: 'ClauseText',
    paragraph: numbered(look.lists.agreement, 1) + room(look, 160, 80),
  }),
  paragraphStyle('ClauseText', 'Clause Text', { own: true, paragraph: room(look, 0, 120) + indent(CLAUSE) }),
]

/** The styles of lists, at each depth that has some. */
const listStyles = (look: Look): string[] =>
  DEPTHS.flatMap((n, depth) => [
    paragraphStyle(`ListBullet${n}`, `List Bullet ${n}`.trim(), {
      paragraph: numbered(look.lists.bullets, depth) + room(look, 0, 80),
    }),
    paragraphStyle(`ListNumber${n}`, `List Number ${n}`.trim(), { paragraph: room(look, 0, 80) }),
    paragraphStyle(`ListContinue${n}`, `List Continue ${n}`.trim(), {
      paragraph: room(look, 0, 80) + indent(indentOfNext(false, depth)),
    }),
    paragraphStyle(`ClauseList${n}`, `Clause List ${n}`.trim(), {
      own: true,
      paragraph: numbered(look.lists.agreement, depth + 2) + room(look, 0, 80),
    }),
    paragraphStyle(`ClauseListText${n}`, `Clause List Text ${n}`.trim(), {
      own: true,
      paragraph: room(look, 0, 80) + indent(indentOfNext(true, depth)),
    }),
  ])

/** Notes, tables, room to write in, and what stands above the contents list. */
const MATTER = [
  paragraphStyle('Note', 'Note', {
    own: true,
    paragraph:
      `<w:pBdr>${border('top', 4, SHADE, 4)}${border('left', 24, NAVY, 8)}${border('bottom', 4, SHADE, 4)}</w:pBdr>${shaded(SHADE)}` +
      spacing(0, 100) +
      indent(NOTE),
  }),
  paragraphStyle('TableText', 'Table Text', {
    own: true,
    paragraph: spacing(0, 60, ' w:line="259" w:lineRule="auto"'),
  }),
  paragraphStyle('TableHeading', 'Table Heading', {
    own: true,
    based: 'TableText',
    paragraph: '<w:keepNext/>',
    run: BOLD + color(NAVY),
  }),
  paragraphStyle('TableTopic', 'Table Topic', {
    own: true,
    based: 'TableText',
    run: BOLD + color(NAVY),
  }),
  paragraphStyle('TableNote', 'Table Note', {
    own: true,
    based: 'TableText',
    run: color(GREY) + size(9.5),
  }),
  paragraphStyle('WritingLine', 'Writing Line', {
    own: true,
    paragraph: `<w:pBdr>${border('bottom', 4, '7F8C98')}${border('between', 4, '7F8C98')}</w:pBdr>${spacing(0, 0, exactly(520))}`,
  }),
  paragraphStyle('Rule', 'Rule', {
    own: true,
    paragraph: `<w:pBdr>${border('bottom', 6, LINE)}</w:pBdr>${spacing(60, 240, exactly(120))}`,
  }),
  paragraphStyle('Gap', 'Gap', { own: true, paragraph: spacing(0, 0, exactly(200)), run: size(4) }),
  paragraphStyle('TOCHeading', 'TOC Heading', {
    next: 'Normal',
    paragraph: KEEP + spacing(240, 80),
    run: BOLD + color(NAVY) + size(13),
  }),
]

/** Lines of a contents list, with the number of a page at their end. */
const contentsStyles = ({ width }: Look): string[] =>
  [0, STEP_IN].map((left, n) =>
    paragraphStyle(`TOC${n + 1}`, `toc ${n + 1}`, {
      paragraph:
        `<w:tabs><w:tab w:val="right" w:pos="${lineOf(width)}"/></w:tabs>${spacing(0, 20, ' w:line="240" w:lineRule="auto"')}` +
        `<w:ind w:left="${left + FOR_NUMBER}" w:hanging="${FOR_NUMBER}"/>`,
      run: size(9.5),
    }),
  )

/** What stands on every page; under a letterhead, what of ours comes between its own. */
function runningStyles({ width, guest }: Look): string[] {
  const side = `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`
  return [
    paragraphStyle('Header', 'header', { paragraph: side + spacing(0, 0), run: color(GREY) + size(9) }),
    paragraphStyle('Footer', 'footer', { paragraph: side + spacing(0, 0), run: color(GREY) + size(9) }),
    ...(guest
      ? [
          paragraphStyle('RunningLine', 'Running Line', {
            own: true,
            paragraph: `${side}${spacing(80, 80)}<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>`,
            run: color(GREY) + size(9),
          }),
          paragraphStyle('RunningText', 'Running Text', { own: true, paragraph: spacing(0, 140) }),
        ]
      : []),
  ]
}

const CHARACTERS = [
  characterStyle('Strong', 'Strong', BOLD),
  characterStyle('Emphasis', 'Emphasis', ITALIC),
  characterStyle('IntenseEmphasis', 'Intense Emphasis', BOLD + ITALIC),
  characterStyle(
    'AboveTitle',
    'Above Title',
    `<w:b w:val="0"/><w:bCs w:val="0"/>${color(GREY)}${size(13)}`,
    true,
  ),
  characterStyle('Hyperlink', 'Hyperlink', `${color('0B57A4')}<w:u w:val="single"/>`),
  characterStyle('Blank', 'Blank', color('000000') + shaded(STRAW), true),
  characterStyle('PlaceholderText', 'Placeholder Text', color('5A6672')),
  characterStyle('Notice', 'Notice', BOLD + color('8A1F11') + size(10), true),
  characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
  characterStyle('EndnoteReference', 'endnote reference', '<w:vertAlign w:val="superscript"/>'),
]

const TABLES = [
  tableStyle('Grid', 'Partnership Table', 'TableNormal', ['top', 'bottom', 'insideH']),
  tableStyle('Form', 'Partnership Form', 'TableNormal', [
    'top',
    'left',
    'bottom',
    'right',
    'insideH',
    'insideV',
  ]),
]

/** word/styles.xml whole: docx has no table styles, and what it writes unasked is not ours. */
export function styles(look: Look): string {
  const language = escaped(look.locale)
  const [points, after, line] = look.letter ? [10, 90, 252] : [11, 140, 276]
  const all = [
    ...DEFAULTS,
    ...headingStyles(look),
    ...clauseStyles(look),
    ...listStyles(look),
    ...MATTER,
    ...contentsStyles(look),
    ...runningStyles(look),
    ...CHARACTERS,
    ...(look.sheets ? WALL_STYLES : []),
    ...TABLES,
  ]
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>${size(points)}` +
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:spacing w:after="${after}" w:line="${line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    `${all.join('')}</w:styles>`
  )
}
