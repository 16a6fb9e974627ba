import { PALETTE } from '../../pictures/palette.ts'

/** What a style of Word's is made of, as XML. */

const { accent, quiet, line, soft, gap } = PALETTE
/** The colour of headings, what goes with it, and what marks a blank. */
export const [NAVY, GREY, LINE, SHADE, STRAW] = [accent, quiet, line, soft, gap].map((each) =>
  each.slice(1).toUpperCase(),
) as [string, string, string, string, string]

/** What marks an open question in the margin. */
export const AMBER = 'D9A514'

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

export const paragraphStyle = (id: string, name: string, about: WordStyle) =>
  style('paragraph', id, name, { based: 'Normal', ...about })
export const characterStyle = (id: string, name: string, run: string, own = false) =>
  style('character', id, name, { based: 'DefaultParagraphFont', own, run })

export const tableStyle = (id: string, name: string, based: string, edges: string[]) =>
  style(
    'table',
    id,
    name,
    { based, own: true },
    `<w:tblPr><w:tblBorders>${edges.map((edge) => border(edge, 4, LINE, 0)).join('')}</w:tblBorders><w:tblCellMar>` +
      '<w:top w:w="85" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="115" w:type="dxa"/>' +
      '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>' +
      `${shaded(SHADE)}</w:tcPr></w:tblStylePr>`,
  )

export const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
export const color = (value: string) => `<w:color w:val="${value}"/>`
export const spacing = (before: number, after: number, more = '') =>
  `<w:spacing w:before="${before}" w:after="${after}"${more}/>`
export const indent = (left: number) => `<w:ind w:left="${left}"/>`
export const border = (side: string, width: number, hue: string, space = 1) =>
  `<w:${side} w:val="single" w:sz="${width}" w:space="${space}" w:color="${hue}"/>`
export const numbered = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
export const BOLD = '<w:b/><w:bCs/>'
export const ITALIC = '<w:i/><w:iCs/>'
export const KEEP = '<w:keepNext/><w:keepLines/>'
export const shaded = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
export const exactly = (twips: number) => ` w:line="${twips}" w:lineRule="exact"`
