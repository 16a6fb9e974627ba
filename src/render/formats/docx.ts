import { File, type ICommentOptions, Paragraph } from 'docx'
import { oneLine } from '../document/clean.ts'
import { type Block, bySheet, type Document } from '../document/document.ts'
import { numberedBefore, numberOf } from '../document/numbering.ts'
import { drawPictures } from '../pictures/index.ts'
import { writer } from './docx/blocks.ts'
import { contents, targetsOf } from './docx/contents.ts'
import { type Ledger, openLedger, type PageElement } from './docx/controls.ts'
import { footers, headers, pageSetup, ruledOn, textArea } from './docx/frame.ts'
import { numbering } from './docx/lists.ts'
import { addManifest } from './docx/manifest.ts'
import { partsOf, zip } from './docx/packing.ts'
import type { ShownPicture, Surroundings, Whole } from './docx/place.ts'
import { BODY, coreProperties, customProperties, PROPERTIES } from './docx/properties.ts'
import { leadsIn } from './docx/references.ts'
import { styles } from './docx/styles.ts'
import { lastOnPage, siblingsIn } from './docx/tables.ts'
import { guarded } from './docx/text.ts'
import { noFrame } from './docx/wall.ts'
import type { LetterheadFile } from './letterhead/read.ts'

/** A document as a Word file, under a letterhead if there is one. The same document is the same bytes. Throws HjpError badLetterhead. */
export async function docx(document: Document, letterhead?: LetterheadFile): Promise<Uint8Array> {
  const [pages, ...walls] = bySheet(document.blocks)
  // What hangs on a wall is under no letterhead.
  const host =
    letterhead && walls.length === 0
      ? (await import('./letterhead/letterhead.ts')).openLetterhead(letterhead, document)
      : undefined
  const { width, height } = host?.room ?? textArea(document)
  const sheet = await wholeOf(document, height)
  const section = document.numbered ? sheet.headings[1] : undefined
  const children = matter({ ...document, blocks: pages!.blocks }, sheet, { width })
  const file = new File({
    customProperties: [],
    ...(host?.isTwoSided && { evenAndOddHeaderAndFooters: true }),
    numbering: numbering(section, countsIn(document)),
    ...(sheet.ledger.comments.length > 0 && { comments: { children: comments(sheet.ledger) } }),
    sections: [
      {
        properties: { page: pageSetup(document), titlePage: true },
        ...(!host && { headers: headers(document, sheet.title !== undefined), footers: footers(document) }),
        children,
      },
      ...walls.map(({ sheet: paper, blocks }) => {
        const lying = { ...document, sheet: paper }
        const room = { width: textArea(lying).width, wall: { ruled: ruledOn(lying) } }
        return {
          ...noFrame(),
          properties: { page: pageSetup(lying) },
          children: matter({ ...document, contents: false, blocks }, sheet, room),
        }
      }),
    ],
  })
  file.Numbering.createConcreteNumberingInstance('agreement', 0)
  file.Numbering.createConcreteNumberingInstance('bullets', 0)
  file.Numbering.createConcreteNumberingInstance('schedules', 0)
  const parts = partsOf(file)
  const list = (reference: string) =>
    file.Numbering.ConcreteNumbering.find((each) => each.reference === reference)!.numId
  const lists = { agreement: list('agreement'), bullets: list('bullets'), schedules: list('schedules') }
  parts.set(
    'word/styles.xml',
    styles({
      ...{
        locale: document.locale,
        letter: document.letter === true,
        guest: host !== undefined,
        sheets: walls.length > 0,
      },
      ...{ width, section, lists },
    }),
  )
  host?.put(parts)
  parts.set('docProps/core.xml', coreProperties(document))
  parts.set(PROPERTIES, customProperties(parts.get(BODY)!))
  addManifest(document, parts)
  return zip(parts)
}

/** What is the same all through a document, on pages with room so many twips high. */
async function wholeOf(document: Document, height: number): Promise<Whole> {
  const { blocks, numbered } = document
  const kept = blocks.filter(({ change }) => change !== 'removed')
  const tops = kept.filter((block) => block.kind === 'heading').filter(({ level }) => level === 1)
  const title = tops[0]
  const leads = leadsIn(document)
  return {
    ledger: openLedger(document, leads),
    numbers: numberOf(document),
    before: numberedBefore(document),
    title,
    subtitles: numbered ? subtitles(kept, title) : [],
    headings: headings(numbered, tops.length),
    targets: targetsOf(document, title),
    named: new Map([...leads.values()].map(({ heading, bookmark }) => [heading, bookmark])),
    pictures: await wordPictures(document),
    lastOnPage: lastOnPage(blocks),
    siblings: siblingsIn(blocks),
    // Room for a title and a line above it.
    tallest: height * 0.82,
  }
}

/** All that stands in the body, with the contents list in its place. */
function matter(
  { blocks, contents: isListed }: Document,
  sheet: Whole,
  room: Pick<Surroundings, 'width' | 'wall'>,
): PageElement[] {
  const place: Surroundings = {
    text: room.wall ? 'SheetText' : 'Normal',
    lists: 'plain',
    depth: 0,
    indent: 0,
    ...room,
    prompt: undefined,
  }
  const write = writer(sheet)
  const at = isListed ? beforeContents(blocks, sheet.title) : 0
  return [
    ...write(blocks.slice(0, at), place),
    ...contents(sheet, room.width),
    ...write(blocks.slice(at), place),
  ]
}

const comments = ({ comments, hand: { author, date } }: Ledger): ICommentOptions[] =>
  comments.map((text, id) => ({
    ...{ id, author, date: new Date(date), initials: author.replace(/(\p{L})\p{L}*\s*/gu, '$1').slice(0, 4) },
    children: [new Paragraph({ text: guarded(oneLine(text)) })],
  }))

/** The pictures among blocks, as Word wants them. What draws them is loaded only where there are some. */
async function wordPictures(document: Document): Promise<Map<Block, ShownPicture>> {
  const pictures = new Map<Block, ShownPicture>()
  for (const [block, drawing] of await drawPictures(document)) {
    const { png } = await import('../pictures/png.ts')
    pictures.set(block, { ...drawing, png: await png(drawing) })
  }
  return pictures
}

/** The numbers at which sections begin that have those of the whole. */
const countsIn = ({ blocks }: Document): number[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'heading' && block.counts) || [])),
]

/** The styles of the levels of heading. Below the title, the sections are the highest level that Word should see. */
function headings(numbered: boolean, tops: number): Whole['headings'] {
  if (numbered) return ['HeadingUnnumbered', 'Heading1', 'Heading2']
  return tops > 1 ? ['Heading1', 'Heading2', 'Heading3'] : ['Heading1', 'Heading1', 'Heading2']
}

function subtitles(blocks: Block[], title: Block | undefined): Block[] {
  const after = title ? blocks.slice(blocks.indexOf(title) + 1) : []
  const end = after.findIndex((block) => block.kind !== 'paragraph')
  return end < 0 ? after : after.slice(0, end)
}

/** The contents list stands before the first heading after the title. */
function beforeContents(blocks: Block[], title: Block | undefined): number {
  const from = title ? blocks.indexOf(title) + 1 : 0
  const at = blocks.findIndex((block, n) => n >= from && block.kind === 'heading')
  return at < 0 ? blocks.length : at
}
