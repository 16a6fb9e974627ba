import type { Box } from '../../core/agreement/worksheet.ts'
import type { Event } from '../../core/meeting/calendar.ts'
import type { Picture } from '../../core/tools/picture.ts'
import { countryOf, inFull } from '../../core/values/locale.ts'

/** A document before it is any particular format. Formats print this, and nothing else. */

/** In a comparison, what was put in since then or taken out. All that stands in it was, too. */
export type Change = 'added' | 'removed'

export type Inline = {
  change?: Change
} /**
 * One that leads `to` a section of the document, by its name, reads as the number of that; else, or where it has none, as it
 * stands. A `bare` one is without the word before the number.
 */ & (
  | {
      kind: 'text'
      text: string
      strong?: boolean
      emphasis?: boolean
      href?: string
      to?: string
      bare?: boolean
    }
  /**
   * Something not settled yet: shown in a tint, in square brackets. `prompt` is the prompt that would fill it, and `command`
   * what the keeper runs to do so.
   */
  | { kind: 'blank'; text: string; prompt?: string; command?: string }
  | { kind: 'break' }
)

/** What stands before the items of an ordered list instead of 1. and 2.: (a) and (b), or (i) and (ii). */
export type ListMarks = 'letters' | 'romans'

/** `prompt` is the id of the prompt that a block's words came from. */
export type Block = {
  prompt?: string
  change?: Change
} /** `name` is that of the section it opens, and `counts` what it is in the whole, where it stands in some sections of that. Schedules are counted by themselves. One opens a `page`, on paper, or a `sheet` for the wall. */ & (
  | {
      kind: 'heading'
      level: 1 | 2 | 3
      inlines: Inline[]
      framed?: boolean
      name?: string
      counts?: number
      schedule?: boolean
      page?: boolean
      sheet?: Sheet
    }
  /**
   * One that is `framed` has words of the template round what was said, and runs in the direction of the document. A `pointer`
   * only says where else to look.
   */
  | { kind: 'paragraph'; inlines: Inline[]; framed?: boolean; pointer?: boolean }
  /**
   * Items that are ordered have numbers, unless other `marks` stand before them. Lists that the agreement itself letters say `from`
   * which place they count. `changes` are those of the items.
   */
  | {
      kind: 'list'
      ordered: boolean
      marks?: ListMarks
      from?: number
      items: Block[][]
      changes?: (Change | undefined)[]
    }
  /** The first row is the header row. Cells hold blocks. `changes` are those of the rows. */
  | { kind: 'table'; rows: Block[][][]; changes?: (Change | undefined)[] }
  /**
   * A numbered clause of an agreement: 5.1 under heading 5. Holds paragraphs and lists. What was agreed may follow words of the
   * document's own, which `lead`. Where the document itself says what it is about, it begins with that `topic` in bold. A
   * `comment` stands beside it in Word. One that `isPaper` is as a paper from elsewhere has it, beside which all of ours is new.
   */
  | { kind: 'clause'; blocks: Block[]; topic?: string; lead?: string; comment?: string; isPaper?: true }
  /** Something set apart from the text: a notice, a drafting note. */
  | { kind: 'note'; blocks: Block[] }
  /** Ruled space to write on by hand; `lines` of it. */
  | { kind: 'space'; lines: number }
  /** Its matter stands in a table beside it. `title` is a line, `words` are what is to be seen in it. */
  | { kind: 'picture'; picture: Picture; title: string; words: string }
  | { kind: 'rule' }
  /** Questions for one partner, by its id, each with a place for the answer; `asks` says what stands beside the answers. */
  | { kind: 'form'; partner: string; asks: string; rows: FormRow[] }
)

/** Paper that lies on its side, to be written on by many: of twice the usual size, or of the usual one, to be put beside others. */
export type Sheet = 'large' | 'small'

/** A question on a form. `more` is said beside it; `said` is all that stands in the place for the answer already, ticks included. */
export type FormRow = {
  prompt: string
  number: string
  topic: string
  ask: Block[]
  more: Block[]
  /** What can be ticked, and the same as a question for formats without boxes. */
  choices: Box[]
  which: string
  answer: Block[]
  said: string
  /** What is written beside the boxes already. */
  rest: string
  /** It asks whether what is agreed stands. */
  confirms?: true
  /** There is nothing to write beside the boxes. */
  ticksOnly?: true
  /** The row of a table that it is a cell of. */
  row?: string
}

export type Document = {
  title: string
  /** BCP 47: sets the language, the date form and the paper. */
  locale: string
  /** The day it was made, YYYY-MM-DD. */
  date: string
  /** Who made it: the partnership's name. */
  author: string
  /** Stands on every page, as "Draft for discussion, not legal advice" does. */
  notice: string | undefined
  /** Level-2 headings count 1, 2, 3, clauses under them 1.1, 1.2, and schedules Schedule 1, Schedule 2. */
  numbered: boolean
  /** It is a letter, set closely on paper, so that it is short. */
  letter?: boolean
  /** On paper it lies on its side, for wide tables and pictures. */
  landscape: boolean
  /** A contents list follows the first level-1 heading's matter. */
  contents: boolean
  /** Whom an email is for. */
  recipients: { name: string; email: string }[]
  /** Of a form: the line that tells it from all others, where answers go, and whether nobody is to be known by them. */
  form?: { line: string; to: string | undefined; anonymous: boolean }
  /** What it puts into a calendar, and the zone that their times are in. */
  events: Event[]
  zone: string | undefined
  blocks: Block[]
  /** The earlier version that it is compared with, and what a reader would call that. */
  since?: { name: string; document: Document }
}

/** How many of a title's inlines stand above it in small: all lines but the last. */
export const aboveTitle = (inlines: Inline[]): number =>
  inlines.findLastIndex((inline) => inline.kind === 'break') + 1

/** Whether a block is a paragraph in bold throughout. */
export const isStrong = (block: Block): boolean =>
  block.kind === 'paragraph' && block.inlines.every((inline) => inline.kind === 'text' && inline.strong)

/** Whether a clause begins with what it is about, as a paragraph of its own above the rest. */
export const isTopical = ({ topic, blocks: [first, ...rest] }: Extract<Block, { kind: 'clause' }>): boolean =>
  topic !== undefined && rest.length > 0 && isStrong(first!)

/** The day a document was made, told from any other day in it. */
export const madeOn = ({ date, locale }: Pick<Document, 'date' | 'locale'>): string =>
  `Made on ${inFull(date, locale)}`

/** The blocks before the first sheet for the wall, and those of each sheet. */
export function bySheet(blocks: Block[]): { sheet: Sheet | undefined; blocks: Block[] }[] {
  const parts: { sheet: Sheet | undefined; blocks: Block[] }[] = [{ sheet: undefined, blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.sheet) parts.push({ sheet: block.sheet, blocks: [] })
    parts.at(-1)!.blocks.push(block)
  }
  return parts
}

const LETTER = ['US', 'CA', 'MX', 'PH', 'CL', 'CO']
/** Whether the paper of a locale's country is Letter; elsewhere it is A4. */
export const isLetter = (locale: string): boolean => LETTER.includes(countryOf(locale) ?? '')
