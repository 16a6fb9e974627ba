import type { IParagraphOptions } from 'docx'
import type { Block } from '../../document/document.ts'
import type { Drawing } from '../../pictures/index.ts'
import type { Ledger, PageElement } from './controls.ts'

export type HeadingBlock = Extract<Block, { kind: 'heading' }>

/** A picture, and its image for programs that show no SVG. */
export type ShownPicture = Drawing & { png: Uint8Array }

/** What is the same all through a document. */
export type Whole = {
  ledger: Ledger
  numbers: Map<Block, string>
  /** The same as they were in what the document is compared with. */
  before: Map<Block, string>
  title: HeadingBlock | undefined
  /** What stands between the title of an agreement and its text: its parties. */
  subtitles: Block[]
  /** The styles of the three levels of heading. */
  headings: readonly [string, string, string]
  /** Bookmarks of the headings that the contents list leads to. */
  targets: Map<HeadingBlock, string>
  /** And of those that references lead to. */
  named: Map<HeadingBlock, string>
  pictures: Map<Block, ShownPicture>
  /** Tables that what follows is kept from by a new page. */
  lastOnPage: Set<Block>
  /** Rows that the columns of a table are measured by. */
  siblings: Map<Block, Block[][][]>
  /** Twips that a picture may be high. */
  tallest: number
}

/** Where in the document a block stands. */
export type Surroundings = {
  /** The style of an ordinary paragraph here. */
  text: string
  /** What the first paragraph has instead, where it bears a number or a mark. */
  lead?: IParagraphOptions
  lists: 'plain' | 'clause' | 'note'
  /** Its last paragraph stays on the page of what follows. */
  joins?: boolean | undefined
  /** To be read from a wall, and the twips of a line to write on there. */
  wall?: { ruled: number }
  /** How many lists it is in. */
  depth: number
  indent: number
  width: number
  /** The prompt that what is round it came from. */
  prompt: string | undefined
  /** What is said beside a paragraph. */
  comment?: { at: Block; text: string } | undefined
}

export type WriteBlocks = (blocks: Block[], place: Surroundings) => PageElement[]
