import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { edited } from './zipped.ts'

/** What somebody writes into a place of a Word file, and how it should arrive. */

export type Piece =
  | { kind: 'paragraph'; words: string; how: 'typed' | 'split' | 'tracked' | 'broken' | 'formatted' }
  | { kind: 'bullets' | 'numbers'; items: string[] }
  | { kind: 'table'; rows: string[][] }

const WORDS =
  'We ring the client within two working days. “Smart quotes” – and a dash… it’s #1, 50 % & <more> - not a list * nor **bold** {braces} [brackets] 10:30 naïve 日本語 שלום 👩🏽‍⚕️ a@b.example key: value | > quoted'.split(
    ' ',
  )
export const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .map((all) => all.join(' '))
const how = fc.constantFrom(
  'typed' as const,
  'split' as const,
  'tracked' as const,
  'broken' as const,
  'formatted' as const,
)
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), words, how }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('bullets' as const, 'numbers' as const),
      items: fc.array(words, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    }),
  },
)
/** Two lists in a row would be one. */
export const filling = fc
  .array(piece, { maxLength: 4 })
  .map((all) => all.filter((each, n) => each.kind === 'paragraph' || all[n - 1]?.kind !== each.kind))

/** How a filling reads once it has arrived. */
export const told = (filling: Piece[]): string =>
  filling.reduce((text, piece, n) => {
    const before = filling[n - 1]?.kind
    const goesOn =
      piece.kind === 'bullets' ? before !== 'table' : piece.kind === 'numbers' && before === 'bullets'
    return (n === 0 ? '' : text + (goesOn ? '\n' : '\n\n')) + said(piece)
  }, '')

function said(piece: Piece): string {
  if (piece.kind === 'paragraph') return piece.how === 'broken' ? piece.words.replace(' ', '\n') : piece.words
  if (piece.kind === 'table') return piece.rows.map((row) => row.join('\t')).join('\n')
  return piece.items.map((item, n) => `${piece.kind === 'bullets' ? '-' : `${n + 1}.`} ${item}`).join('\n')
}

const safe = (text: string) =>
  text.replace(/[&<>]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[it]!)
const run = (text: string, look = '') =>
  text === '' ? '' : `<w:r w:rsidR="00AB12CD">${look}<w:t xml:space="preserve">${safe(text)}</w:t></w:r>`
const HAND = 'w:author="Dr Lee" w:date="2026-11-20T10:00:00Z"'

function paragraph({ words, how }: Extract<Piece, { kind: 'paragraph' }>): string {
  const letters = [...words]
  const middle = Math.ceil(letters.length / 2)
  const [first, second] = [letters.slice(0, middle), letters.slice(middle)].map((half) => half.join('')) as [
    string,
    string,
  ]
  switch (how) {
    case 'typed':
      return `<w:p w14:paraId="1A2B3C4D">${run(words)}</w:p>`
    case 'split':
      return `<w:p>${
        [...words].length > 40
          ? run(first) + run(second)
          : words
              .split(/(?<= )/)
              .map((each) => run(each))
              .join('<w:proofErr w:type="spellStart"/>')
      }</w:p>`
    case 'tracked':
      return (
        `<w:p><w:pPr><w:rPr><w:ins w:id="901" ${HAND}/></w:rPr></w:pPr><w:ins w:id="902" ${HAND}>${run(first)}</w:ins>` +
        `<w:del w:id="903" ${HAND}><w:r><w:delText xml:space="preserve">struck out</w:delText></w:r></w:del>${run(second)}</w:p>` +
        // A paragraph that was put in and taken out again.
        `<w:p><w:pPr><w:rPr><w:del w:id="904" ${HAND}/></w:rPr></w:pPr><w:del w:id="905" ${HAND}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`
      )
    case 'broken': {
      const [one, ...rest] = words.split(' ')
      return `<w:p>${run(one!)}${rest.length > 0 ? '<w:r><w:br/></w:r>' : ''}${run(rest.join(' '))}</w:p>`
    }
    case 'formatted':
      return `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run(first, '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>')}<w:hyperlink r:id="rId99">${run(second)}</w:hyperlink></w:p>`
  }
}

/** `next` is the number of a list that nothing uses yet. */
const inWord = (filling: Piece[], next: (kind: 'bullets' | 'numbers') => number): string =>
  filling
    .map((each) => {
      if (each.kind === 'paragraph') return paragraph(each)
      if (each.kind === 'table')
        return `<w:tbl><w:tblPr/><w:tblGrid/>${each.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
      const list = next(each.kind)
      return each.items
        .map(
          (item) =>
            `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(item)}</w:p>`,
        )
        .join('')
    })
    .join('')

/** The sorts of list that Word makes when somebody types one. */
const LISTS = ['bullet', 'decimal']
  .map(
    (format, n) =>
      `<w:abstractNum w:abstractNumId="${801 + n}"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${n === 0 ? '•' : '%1.'}"/></w:lvl></w:abstractNum>`,
  )
  .join('')

/** A Word file in whose words something is written; `write` gives a filling as XML. */
function rewritten(
  bytes: Uint8Array,
  edit: (xml: string, write: (filling: Piece[]) => string) => string,
): Uint8Array {
  let numbers = ''
  let list = 900
  const next = (kind: 'bullets' | 'numbers') => {
    list += 1
    numbers += `<w:num w:numId="${list}"><w:abstractNumId w:val="${kind === 'bullets' ? 801 : 802}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    return list
  }
  return edited(bytes, {
    'word/document.xml': (xml) => edit(xml, (filling) => inWord(filling, next)),
    'word/numbering.xml': (xml) =>
      xml.replace('<w:num ', `${LISTS}<w:num `).replace('</w:numbering>', `${numbers}</w:numbering>`),
  })
}

/** A worksheet with these fillings in its places, in turn. */
export function filled(bytes: Uint8Array, fillings: Piece[][]): Uint8Array {
  let at = 0
  return rewritten(bytes, (xml, write) =>
    xml.replace(/<w:showingPlcHdr\/><\/w:sdtPr><w:sdtContent><w:p>.*?<\/w:p><\/w:sdtContent>/g, (place) => {
      const filling = fillings[at++] ?? []
      return filling.length === 0 ? place : `</w:sdtPr><w:sdtContent>${write(filling)}</w:sdtContent>`
    }),
  )
}

/** What is done to a clause: other words in it, it is taken out, or another is put in after it. */
export type Redraft = { how: 'changed' | 'deleted' | 'followed'; by: Piece[] }
const CLAUSE =
  /<w:sdt><w:sdtPr><w:alias w:val="([^"]+)"\/>(?:(?!<w:sdtContent>).)*<w:sdtContent>(<w:bookmarkStart [^>]*\/><w:p>(?:(?!<\/w:p>).)*"Strong"(?:(?!<\/w:p>).)*<\/w:p>)(.*?)(<w:bookmarkEnd [^>]*\/>)<\/w:sdtContent><\/w:sdt>/gs

/** The clauses of an agreement that have a line on what they are about. */
export const clausesIn = (agreement: Uint8Array): string[] =>
  [...strFromU8(unzipSync(agreement)['word/document.xml']!).matchAll(CLAUSE)].map(([, id]) => id!)

/** What is done to a few clauses of an agreement. */
export const draftsOf = (clauses: string[]): fc.Arbitrary<Map<string, Redraft>> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...clauses),
        fc.record({
          how: fc.constantFrom('changed' as const, 'deleted' as const, 'followed' as const),
          by: filling.filter((pieces) => pieces.length > 0),
        }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) => new Map(all))

/** An agreement in which something was done to some of its clauses. */
export const redraftedAt = (agreement: Uint8Array, drafts: Map<string, Redraft>): Uint8Array =>
  rewritten(agreement, (xml, write) =>
    xml.replace(CLAUSE, (whole, id: string, topic: string, body: string, end: string) => {
      const draft = drafts.get(id)
      if (draft?.how === 'deleted') return ''
      if (draft?.how === 'followed')
        return `${whole}<w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr><w:r><w:t>Put in</w:t></w:r></w:p>${write(draft.by)}`
      if (draft?.how !== 'changed') return whole
      const lead = /<w:p>(?:(?!<w:p>).)*>Lead: .*$/s.exec(body)?.[0] ?? ''
      return whole.replace(topic + body + end, () => topic + write(draft.by) + lead + end)
    }),
  )

/** An agreement as a lawyer sends it back: a clause changed, a blank filled in, one struck out, one put in, a heading changed. */
export function redrafted(agreement: Uint8Array): Uint8Array {
  const clause = (id: string) =>
    new RegExp(`<w:sdt><w:sdtPr><w:alias w:val="${id}"/>.*?</w:sdtContent></w:sdt>`)
  const added = (style: string, words: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
  const inserted = `<w:ins w:id="901" ${HAND}><w:r><w:t xml:space="preserve"> by noon</w:t></w:r></w:ins>`
  return edited(agreement, {
    'word/document.xml': (xml) =>
      xml
        .replace('ring the client.<', `ring the client</w:t></w:r>${inserted}<w:r><w:t>.<`)
        .replace(clause('getting-to-know/language'), '')
        .replace(
          clause('what-we-can-achieve/client-difference'),
          (it) => it + added('Clause', 'Parking will be free.') + added('ClauseText', 'For both.'),
        )
        .replace(/(Heading1"\/>(?:(?!<w:p>).)*)>Purpose and shared goal</, '$1>Purpose, and our goal<')
        .replace(/\[To be agreed: [^<]*(?=<)/, 'We will meet each March.'),
  })
}
