import fc from 'fast-check'
import { Partnership } from '../src/core/file/partnership.ts'
import { RESOURCES } from '../src/core/file/tables.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { SLIP_SCRIPT } from '../src/render/formats/form-script.ts'
import { edited } from './zipped.ts'

// A table that a partner filled in and corrected, however it came back.

/** A cell of a form: its key, its question with its number, what stood in it and what its stamp was. */
export type Place = { key: string; label: string; words: string; sent: string }
/** What a partner writes, by the keys of cells; and the rows it takes out. */
export type Filled = { words: Map<string, string>; out: Set<string> }

export type Table = 'contributions' | 'stakeholders'

export const rowOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))
const unescaped = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as string] ?? "'",
  )

/** The cells of the page of a form. */
export const placesOf = (html: string): Place[] =>
  [
    ...html.matchAll(
      /<div data-key="([^"]+)" data-label="([^"]+)"(?: data-sent="([^"]+)")?>.*?<textarea[^>]*>\n([^<]*)<\/textarea>/gs,
    ),
  ].map(([, key = '', label = '', sent = '', words = '']) => ({
    ...{ key, sent, label: unescaped(label), words: unescaped(words) },
  }))

/** What partners write: also what stands in other cells, what looks like a number or a question, and several lines. */
const WORDS = [
  ...[
    'Mondays',
    'skills and knowledge',
    'Room 4',
    '2 nurses',
    '2.5 days a week',
    '$40 & more',
    '“So” <b>',
    'None',
  ],
  ...['premises and equipment', 'A car\nand a driver', 'Why not?', 'Money, from July'],
]
const wordsFor = (key: string): fc.Arbitrary<string> =>
  key.endsWith('/lived-experience')
    ? fc.constantFrom('yes', 'No')
    : /^contributions.*\/kind$/.test(key)
      ? fc.constantFrom(...RESOURCES)
      : fc.constantFrom(...WORDS)

/** What some partner makes of these cells: mostly nothing, and in new rows at least what they are. */
export const filling = (places: Place[], isEmptied: boolean): fc.Arbitrary<Filled> => {
  const rows = [...new Set(places.map(({ key }) => rowOf(key)))]
  const cellsOf = (row: string) => places.filter(({ key }) => rowOf(key) === row)
  return fc
    .tuple(
      ...rows.map((row) =>
        fc.tuple(
          fc.integer({ min: 0, max: 9 }),
          ...cellsOf(row).map(({ key }) =>
            fc.option(
              isEmptied ? fc.oneof({ weight: 4, arbitrary: wordsFor(key) }, fc.constant('')) : wordsFor(key),
              { nil: undefined, freq: 3 },
            ),
          ),
        ),
      ),
    )
    .map((all) => {
      const filled: Filled = { words: new Map(), out: new Set() }
      all.forEach(([how, ...cells], n) => {
        const row = rows[n]!
        const isNew = row.includes('/new/')
        if (how === 0 && !isNew) filled.out.add(row)
        else if (how < 4)
          cellsOf(row).forEach(({ key, words: before }, m) => {
            const told = m === 0 ? (isNew ? `${cells[0] || 'Tea'} ${n}` : undefined) : cells[m]
            if (told !== undefined && told !== before) filled.words.set(key, told)
          })
      })
      return filled
    })
}

const isTitle = (places: Place[], { key }: Place): boolean =>
  places.find((each) => rowOf(each.key) === rowOf(key))!.key === key
const OUT = 'take out'

/** What stands in a cell in the end. */
export const inCell = (places: Place[], { words, out }: Filled, place: Place): string =>
  out.has(rowOf(place.key)) && isTitle(places, place) ? OUT : (words.get(place.key) ?? place.words)

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A table in Word, typed into as Word does; a row that is taken out is deleted, or says so. */
export function filledWord(
  bytes: Uint8Array,
  places: Place[],
  filled: Filled,
  isDeleted: boolean,
): Uint8Array {
  const paragraphs = (text: string) =>
    text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
      .join('')
  return edited(bytes, {
    'word/document.xml': (xml) =>
      xml.replace(/<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/gs, (row) => {
        const cells = row.replace(/<w:sdt>(?:(?!<w:sdt>).)*?<\/w:sdt>/gs, (control) => {
          const key = /<w:tag w:val="hjp:([^"]+)"/.exec(control)?.[1]
          const place = places.find((each) => each.key === key)
          if (!place) return control
          const words = inCell(places, filled, place)
          return words === place.words
            ? control
            : control
                .replace(/<w:showingPlcHdr\/>/, '')
                .replace(
                  /(<w:sdtContent>).*(<\/w:sdtContent>)/s,
                  (_, before, after) => before + paragraphs(words) + after,
                )
        })
        const key = [...filled.out].find((each) => row.includes(`>hjp:${each}<`))
        return key && isDeleted ? '' : cells
      }),
  })
}

/** A table in Word as a page has it that a program saved, or an email that it was pasted into. Its hidden words may be lost on the way. */
export function filledTable(places: Place[], filled: Filled, isNamed: boolean): string {
  const keys = [...new Set(places.map(({ key }) => rowOf(key)))]
  const cells = (key: string) => places.filter((place) => rowOf(place.key) === key)
  const tag = (key: string) => (isNamed ? `<span style="display:none;mso-hide:all">hjp:${key}</span>` : '')
  const said = (place: Place) => escaped(inCell(places, filled, place) || '[Write here]')
  const rows = keys.map(
    (key, n) =>
      `<tr><td><p>${n + 1}${tag(key)}</p></td>${cells(key)
        .map((place) => `<td><p>${said(place).replace(/\n/g, '<br>')}</p><p>&nbsp;</p></td>`)
        .join('')}</tr>`,
  )
  const heads = ['No.', ...cells(keys[0]!).map(({ label }) => label.replace(/^\S+\s+/, ''))]
  return `<table><tr>${heads.map((head) => `<td><p><b>${head.replace(' ', '\n ')}</b></p></td>`).join('')}</tr>${rows.join('\n')}</table>`
}

/** How programs put the cells of a table in a text: LibreOffice shows what was hidden; others keep the empty line after each cell, or put tabs between them. */
const LAYOUTS = {
  'LibreOffice saved': { isTagged: true, after: '\r\n\n', between: '' },
  'Word saved': { isTagged: false, after: '\r\n\r\n', between: '' },
  'was copied with tabs': { isTagged: false, after: '\r\n', between: '\t' },
  'was copied with tabs and empty lines': { isTagged: false, after: '\n\n', between: '\t' },
}
export type Layout = keyof typeof LAYOUTS
export const TEXTS = Object.keys(LAYOUTS) as Layout[]

/** The same as a text. */
export function filledLines(places: Place[], filled: Filled, layout: Layout): string {
  const { isTagged, after, between } = LAYOUTS[layout]
  const keys = [...new Set(places.map(({ key }) => rowOf(key)))]
  const cells = (key: string) => places.filter((place) => rowOf(place.key) === key)
  const heads = ['No.', ...cells(keys[0]!).map(({ label }) => label.replace(/^\S+\s+/, ''))]
  const said = (place: Place) => inCell(places, filled, place) || '[Write here]'
  const rows = keys.map((key, n) => {
    const first = `${n + 1}${isTagged ? `hjp:${key}` : ''}`
    const all = cells(key).map((place) => `${said(place)}${between ? '' : after}`)
    return between ? `${[first, ...all].join(between)}${after}` : `${first}\n${all.join('')}`
  })
  return `${heads.join(between || '\n')}\n${rows.join('')}\nThat was the last question. Thank you.\n`
}

/** A form as text, by the line, each with the cell that it is the question of. */
const linesOf = (text: string, places: Place[]) => {
  const byLabel = new Map(places.map((place) => [place.label.replace(/\s+/g, ' '), place]))
  return text.split('\n').map((line) => ({ line, place: byLabel.get(line.trim().replace(/\s+/g, ' ')) }))
}

/** A form as text, with the words of each cell below its question in place of what was there, or behind it. */
export function filledText(text: string, places: Place[], filled: Filled, isBehind = false): string {
  let isOld = false
  return linesOf(text, places)
    .flatMap(({ line, place }) => {
      if (isOld && line.trim() !== '') return []
      isOld = false
      const words = place && inCell(places, filled, place)
      if (!place || words === place.words) return [line]
      isOld = place.words !== ''
      return isBehind ? [`${line} ${words}`] : [line, words!]
    })
    .join('\n')
}

/** A reply in which each answer stands under its question in what is quoted. */
export const filledBetween = (text: string, places: Place[], filled: Filled): string =>
  linesOf(text, places)
    .flatMap(({ line, place }) => {
      const words = place && inCell(places, filled, place)
      return place && words !== place.words ? [`> ${line}`, words!] : [`> ${line}`]
    })
    .join('\n')

/** A reply that says above the original which cell reads how. */
export const filledAbove = (text: string, places: Place[], filled: Filled): string => {
  const told = places.flatMap((place) => {
    const words = inCell(places, filled, place)
    return words === place.words ? [] : [`${place.label.split(' ')[0]}: ${words}`]
  })
  return `${told.join('\n')}\n\nOn 3 Nov 2026, Ana wrote:\n${text.replace(/^/gm, '> ')}`
}

const slip = new Function(`${SLIP_SCRIPT}; return slip`)() as (
  title: string,
  head: string,
  answers: (Place & { asked: string })[],
) => string

/** What the page of a form writes. */
export const filledPage = (html: string, places: Place[], filled: Filled): string =>
  slip(
    'Form',
    /data-head="([^"]+)"/.exec(html)![1]!,
    places
      .map((place) => ({ ...place, asked: '', words: inCell(places, filled, place) }))
      .filter(({ words: said, sent }) => said || sent),
  )

/** The rows of a file, without the ids that it drew for new ones. Several paragraphs are several lines. */
export const rowsOf = (text: string, table: Table) =>
  readYaml('', text, Partnership)[table].map((row) => {
    const { id, ...cells } = row as Record<string, string | undefined>
    const isDrawn = /^s[0-9a-f]{4}$/.test(id ?? '')
    return without({ ...cells, ...(!isDrawn && { id }) })
  })
const without = (row: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value ? [[name, value.trim().replace(/\n+/g, '\n')]] : [],
    ),
  )

/** The rows as they should be: those of the file with what was told, and then the new ones. */
export function wanted(file: string, table: Table, places: Place[], { words, out }: Filled) {
  const keys = [...new Set(places.map(({ key }) => rowOf(key)))]
  const titleOf = (key: string) => places.find((place) => rowOf(place.key) === key)!.words
  const told = (key: string) =>
    Object.fromEntries(
      [...words].flatMap(([cell, said]) =>
        rowOf(cell) === key ? [[cell.slice(key.length + 1), (said === 'No' ? 'no' : said) || undefined]] : [],
      ),
    )
  const title = table === 'contributions' ? 'what' : 'name'
  const known = keys.filter((key) => !key.includes('/new/'))
  const there = rowsOf(file, table).flatMap((row) => {
    const key = known.find((each) => titleOf(each) === row[title] && row['partner'] !== 'legal')
    if (key && out.has(key)) return []
    return [{ ...row, ...(key && told(key)) }]
  })
  const fresh = keys
    .filter((key) => key.includes('/new/') && Object.keys(told(key)).length > 0)
    .map((key) => ({ ...told(key), ...(table === 'contributions' && { partner: 'health' }) }))
  return [...there, ...fresh].map(without)
}
