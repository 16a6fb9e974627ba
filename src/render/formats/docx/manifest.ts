import { strFromU8 } from 'fflate'
import { ROW_NUMBER } from '../../../core/agreement/row-form.ts'
import { WRITE_HERE, YOUR_ANSWER } from '../../../core/agreement/worksheet.ts'
import { isHeaderOrFooter, wordsOfHeaderOrFooter } from '../../../ooxml/header-footer.ts'
import {
  type AgreementParagraph,
  MANIFEST_PART,
  type Manifest,
  writeManifest,
} from '../../../ooxml/manifest.ts'
import { stampOf, stemOf } from '../../../ooxml/stamps.ts'
import { textByLine } from '../../document/clean.ts'
import { type Block, type Document, isTopical } from '../../document/document.ts'
import { tableRowsIn } from '../../document/form.ts'
import { withReferences } from '../../document/references.ts'
import { inlinesIn } from '../../document/tree.ts'
import type { Parts } from './packing.ts'

const CONTENT = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Adds a part that says what was sent out in it to a file that is to come back: one with places for answers. */
export function addManifest(document: Document, parts: Parts): void {
  const sent = manifestOf(document)
  if (sent.places.length === 0) return
  const add = (path: string, end: string, more: string) =>
    parts.set(
      path,
      String(parts.get(path)).replace(end, () => more + end),
    )
  const frames = [...parts].flatMap(([path, xml]) =>
    isHeaderOrFooter(path)
      ? [stampOf(wordsOfHeaderOrFooter(typeof xml === 'string' ? xml : strFromU8(xml)))]
      : [],
  )
  parts.set(MANIFEST_PART, writeManifest({ ...sent, frames }))
  parts.set(
    'customXml/itemProps1.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{5C7F4D10-3B0A-4E6C-9D52-0B6C1E6A7F21}" ' +
      `xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:hjp:sent"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  parts.set(
    'customXml/_rels/item1.xml.rels',
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  )
  add(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="sent" Type="${OFFICE}/relationships/customXml" Target="../${MANIFEST_PART}"/>`,
  )
  add(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/customXml/itemProps1.xml" ContentType="${CONTENT}"/>`,
  )
}

/** What a document says, as stamps: its places, the answers on forms and the clauses of an agreement, and all else. */
export function manifestOf(document: Document): Manifest {
  const { date, numbered, contents } = document
  const { blocks } = withReferences(document, undefined, false)
  const sent: Manifest = {
    by: stampOf(document.author),
    on: date,
    places: [],
    others: contents ? [stampOf('Contents')] : [],
  }
  // A number that Word counts is no words.
  const other = (within: Block[]) =>
    sent.others.push(
      ...paragraphsOf(within)
        .filter((words) => words !== '')
        .map(stampOf),
    )
  for (const block of blocks.filter(({ change }) => change !== 'removed')) {
    if (block.kind === 'form') {
      sent.of = block.partner
      other(besideAnswers(block))
      for (const { prompt, said } of block.rows)
        sent.places.push({ prompt, words: stampOf(said), beside: [stampOf(WRITE_HERE)] })
    } else if (block.kind === 'clause' && block.prompt && numbered) {
      const isOurs = (each: Block, n: number) => (n === 0 && isTopical(block)) || isBeside(each)
      const words = block.blocks.filter((each, n) => !isOurs(each, n))
      const told = paragraphsOf(words).join('\n')
      const lead = block.lead && told.startsWith(block.lead) ? block.lead : ''
      sent.places.push({
        prompt: block.prompt,
        words: stampOf(told.slice(lead.length)),
        ...(lead && { led: [stampOf(stemOf(lead))] }),
        beside: paragraphsOf(block.blocks.filter(isOurs)).map(stampOf),
      })
      if (block.comment) sent.others.push(stampOf(block.comment))
    } else other([block])
  }
  return sent
}

/** What a form says itself. */
export const formWords = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => paragraphsOf(block.kind === 'form' ? besideAnswers(block) : [block]))

/** What an agreement says by the paragraph. */
export const paragraphsByClause = (document: Document): AgreementParagraph[] =>
  withReferences(document, undefined, false)
    .blocks.filter(({ change }) => change !== 'removed')
    .flatMap((block) =>
      withItems(block.kind === 'clause' ? block.blocks : [block])
        .filter(({ words }) => words !== '')
        .map((each) => ({
          ...each,
          prompt: block.kind === 'clause' ? block.prompt : undefined,
          isHeading: block.kind === 'heading',
        })),
    )

/** The words of blocks by the paragraph, and how deep an item is in lists. */
const withItems = (blocks: Block[], depth = 0): Pick<AgreementParagraph, 'words' | 'item'>[] =>
  blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap((item) =>
          withItems(item, depth + 1).map((each, n) => (n === 0 ? { ...each, item: depth } : each)),
        )
      : paragraphsOf([block]).map((words) => ({ words, item: undefined })),
  )

const besideAnswers = (form: Extract<Block, { kind: 'form' }>): Block[] => {
  const table = tableRowsIn(form)
  return table.length > 0 ? aboveCells(table) : besideQuestions(form)
}

/** What a table of a Word file says above its cells. */
const aboveCells = ([first]: ReturnType<typeof tableRowsIn>): Block[] =>
  [ROW_NUMBER, ...first!.cells.map(({ topic }) => topic)].map(paragraphOf)

const besideQuestions = ({ asks, rows }: Extract<Block, { kind: 'form' }>): Block[] => [
  ...[asks, YOUR_ANSWER].map(paragraphOf),
  ...rows.flatMap(({ number, topic, ask, more }) => [paragraphOf(`${number}  ${topic}`), ...ask, ...more]),
]

const paragraphOf = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })

/** What a document itself says in a clause: who leads, what is not settled yet, what is set aside. */
const isBeside = (block: Block): boolean =>
  block.kind === 'paragraph' && (block.framed === true || block.inlines.some(({ kind }) => kind === 'blank'))

/** The words of blocks, a text for each paragraph and heading, without what was taken out. */
export const paragraphsOf = (blocks: Block[]): string[] =>
  inlinesIn(blocks).map((inlines) =>
    textByLine(inlines.filter(({ change }) => change !== 'removed')).join('\n'),
  )
