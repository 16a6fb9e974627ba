import { asLetter, asRoman } from '../../core/values/numerals.ts'
import { walkXml } from '../../ooxml/xml.ts'
import type { Paragraph } from './paragraph.ts'
import { levelOf } from './paragraphs.ts'

/** What stands before an item of a list, and how deep it is; nothing of another paragraph. It counts, so they are to be asked for in order. */
export type ListMarker = (paragraph: Paragraph) => { mark: string; level: number } | undefined

type ListLevel = { number: string; level: number }

/** Paragraphs that are counted as sections and clauses are no items of a list. */
const NO_ITEMS = /^(heading\d?|headingunnumbered|title|clause)$/i
/** Lists in clauses are lettered by the agreement where there were dashes: they are counted below sections and clauses. */
const LETTERED = /^ClauseList\d?$/
const BELOW = /%[345]/

/** What marks the list items of a file, by its parts numbering.xml and styles.xml. Either may be missing. */
export function markers(numbering: string | undefined, styles: string | undefined): ListMarker {
  const forms = formsIn(numbering)
  const styled = listsOf(styles)
  /** By the sort of list: lists of one sort go on counting, but for those that start anew. */
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (paragraph) => {
    const { style, list } = paragraph
    if (NO_ITEMS.test(style)) return undefined
    const at = list?.number ? list : styled.get(style)
    if (!at || at.number === '0') return undefined
    const { number, level } = at
    const form = forms.of(number, level)
    if (form.format === 'none') return undefined
    if (LETTERED.test(style) && BELOW.test(form.text)) return { mark: '- ', level: level - 2 }
    if (form.format === 'bullet') return { mark: '- ', level }
    const { sort, isFresh } = forms.sortOf(number)
    if (isFresh && !begun.has(number)) counts.delete(sort)
    begun.add(number)
    const so = counts.get(sort) ?? []
    const before = Array.from({ length: level }, (_, n) => so[n] ?? forms.of(number, n).start)
    const now = [...before, so[level] === undefined ? form.start : so[level] + 1]
    counts.set(sort, now)
    const label = form.text.replace(/%(\d)/g, (_, nth: string) => {
      const n = Number(nth) - 1
      return numeral(forms.of(number, n).format, now[n] ?? 1)
    })
    return { mark: `${label.slice(0, 40).trim()} `, level }
  }
}

/** How the items of a level of a list are marked: %1 is the number of the first level. */
type LevelForm = { format: string; text: string; start: number }

function numeral(format: string, n: number): string {
  const plain = /Letter$/.test(format) ? asLetter(n) : /Roman$/.test(format) ? asRoman(n) : String(n)
  return format.startsWith('upper') ? plain.toUpperCase() : plain
}

/** What the levels of each list look like; without being told, they have bullets. */
function formsIn(xml: string | undefined) {
  const forms = new Map<string, LevelForm>()
  const kinds = new Map<string, string>()
  const fresh = new Set<string>()
  let [kind, number, at] = ['', '', '']
  if (xml !== undefined)
    walkXml(xml, {
      open(name, { 'w:val': value = '', ...about }) {
        if (name === 'w:abstractNum') kind = about['w:abstractNumId'] ?? ''
        if (name === 'w:num') [number, kind] = [about['w:numId'] ?? '', '']
        if (name === 'w:abstractNumId') kinds.set(number, value)
        if (name === 'w:startOverride') fresh.add(number)
        if (kind === '') return
        if (name === 'w:lvl') {
          at = `${kind} ${about['w:ilvl']}`
          forms.set(at, { format: 'decimal', text: `%${Number(about['w:ilvl']) + 1}.`, start: 1 })
        }
        const form = forms.get(at)
        if (name === 'w:numFmt' && form) form.format = value
        if (name === 'w:lvlText' && form) form.text = value
        if (name === 'w:start' && form) form.start = Math.trunc(Number(value)) || 1
      },
    })
  const of = (number: string, level: number): LevelForm =>
    forms.get(`${kinds.get(number)} ${level}`) ?? { format: 'bullet', text: '', start: 1 }
  return {
    of,
    sortOf: (number: string) => ({ sort: kinds.get(number) ?? number, isFresh: fresh.has(number) }),
  }
}

/** The lists that styles put their paragraphs into. */
function listsOf(xml: string | undefined): Map<string, ListLevel> {
  const lists = new Map<string, ListLevel>()
  let style = ''
  if (xml !== undefined)
    walkXml(xml, {
      open(name, { 'w:val': value = '', ...about }) {
        if (name === 'w:style') style = about['w:styleId'] ?? ''
        const so = lists.get(style) ?? { number: '', level: 0 }
        if (name === 'w:ilvl') lists.set(style, { ...so, level: levelOf(value) })
        if (name === 'w:numId') lists.set(style, { ...so, number: value })
      },
    })
  return lists
}
