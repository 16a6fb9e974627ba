import { walkXml } from '../core/xml.ts'
import { levelOf, type Paragraph } from './paragraphs.ts'

/** What stands before an item of a list, and how deep it is; nothing of another paragraph. It counts, so they are to be asked for in order. */
export type Marker = (paragraph: Paragraph) => { mark: string; level: number } | undefined

type Place = { number: string; level: number }

/** Paragraphs that are counted as sections and clauses are no items of a list. */
const NO_ITEMS = /^(heading\d?|headingunnumbered|title|clause)$/i
/** Lists in clauses are lettered by the agreement, whatever stood before their items. */
const LETTERED = /^ClauseList\d?$/

/** Reads what lists a file has. Either part may be missing. */
export function markers(numbering: string | undefined, styles: string | undefined): Marker {
  const formatOf = formatsIn(numbering)
  const styled = listsOf(styles)
  const counts = new Map<string, number[]>()
  return (paragraph) => {
    const { style, list } = paragraph
    if (NO_ITEMS.test(style)) return undefined
    const at = list?.number ? list : styled.get(style)
    const format = at && at.number !== '0' && (formatOf(at) ?? 'bullet')
    if (!at || !format || format === 'none') return undefined
    const { level } = at
    if (format === 'bullet' || LETTERED.test(style)) return { mark: '- ', level }
    const so = counts.get(at.number) ?? []
    const count = (so[level] ?? 0) + 1
    const before = Array.from({ length: level }, (_, n) => so[n] ?? 0)
    counts.set(at.number, [...before, count])
    return { mark: `${format.endsWith('Letter') ? letter(count) : count}. `, level }
  }
}

const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26))

/** The format of a level of a list. */
function formatsIn(xml: string | undefined): (place: Place) => string | undefined {
  const levels = new Map<string, string>()
  const kinds = new Map<string, string>()
  let [kind, number, level] = ['', '', '']
  if (xml !== undefined)
    walkXml(xml, {
      open(name, { 'w:val': value = '', ...about }) {
        if (name === 'w:abstractNum') kind = about['w:abstractNumId'] ?? ''
        if (name === 'w:lvl') level = about['w:ilvl'] ?? ''
        if (name === 'w:numFmt' && kind !== '') levels.set(`${kind} ${level}`, value)
        if (name === 'w:num') [number, kind] = [about['w:numId'] ?? '', '']
        if (name === 'w:abstractNumId') kinds.set(number, value)
      },
      text() {},
      close() {},
    })
  return ({ number, level }) => levels.get(`${kinds.get(number)} ${level}`)
}

/** The lists that styles put their paragraphs into. */
function listsOf(xml: string | undefined): Map<string, Place> {
  const lists = new Map<string, Place>()
  let style = ''
  if (xml !== undefined)
    walkXml(xml, {
      open(name, { 'w:val': value = '', ...about }) {
        if (name === 'w:style') style = about['w:styleId'] ?? ''
        const so = lists.get(style) ?? { number: '', level: 0 }
        if (name === 'w:ilvl') lists.set(style, { ...so, level: levelOf(value) })
        if (name === 'w:numId') lists.set(style, { ...so, number: value })
      },
      text() {},
      close() {},
    })
  return lists
}
