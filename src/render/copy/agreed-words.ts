import { runsByLine } from '../document/clean.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { beforeWords, numberOf } from '../document/numbering.ts'
import { withReferences } from '../document/references.ts'
import { inlinesIn, plain } from '../document/tree.ts'
import { plainWords } from './plain-words.ts'

/** A stretch of an agreement that is told of as one: a clause, a heading, a paragraph, a row of a table. */
type AgreedPassage = {
  /** Where it stands, in words. */
  where: string
  /** The words of the row at the head of its table, which paper repeats on each page. */
  header: string
  /** Filled in by hand: what is written there is no change of the words. */
  isToFill: boolean
  /** On paper only: the list of contents. */
  isContents: boolean
}

/** A word of the agreement. A `soft` one is a number that is counted anew, and not what was agreed. */
export type AgreedWord = { text: string; soft: boolean; passage: number }

export type AgreedWords = { passages: AgreedPassage[]; words: AgreedWord[] }

/** Stands before a word that is soft. */
const SOFT = '\ue000'
const REFERENCE = 'reference'

/** The words of a document, passage by passage. `asPaper` has what only a printed one has: contents, and no addresses of links. */
export function agreedWords(document: Document, asPaper: boolean): AgreedWords {
  const numbers = numberOf(document)
  const { blocks } = withReferences(document, () => REFERENCE)
  const numberIn = new Map(blocks.map((block, n) => [block, numbers.get(document.blocks[n]!)]))
  const passages: AgreedPassage[] = []
  const words: AgreedWord[] = []
  const add = (texts: string[], more: Partial<AgreedPassage>) => {
    passages.push({ where: '', header: '', isToFill: false, isContents: false, ...more })
    for (const text of texts.flatMap(plainWords))
      words.push({ text: text.replaceAll(SOFT, ''), soft: text.includes(SOFT), passage: passages.length - 1 })
  }
  const say = (within: Block[]) => inlinesIn(within).map((inlines) => inWords(inlines, asPaper))
  const counted = (number: string | undefined) => (number && asPaper ? [soft(beforeWords(number))] : [])

  let section = { where: 'the cover', isToFill: false }
  let isCover = true
  for (const block of blocks) {
    const number = numberIn.get(block)
    if (block.kind === 'heading') {
      if (isCover && document.contents && block.level === 2)
        add(asPaper ? contentsOf(blocks, numberIn) : [CONTENTS], { where: 'the contents', isContents: true })
      isCover &&= block.level === 1 && !block.schedule
      const title = say([block]).join(' ').replaceAll(SOFT, '')
      const where = number ? beforeWords(number) + title : title
      section = { where: isCover ? section.where : where, isToFill: title === 'Signatures' }
      add([...counted(number), ...say([block])], section)
    } else if (block.kind === 'clause') {
      const topic = block.topic ?? ''
      const said = say(block.blocks)
      const title = section.where.replace(/^\d+\. /, '')
      // Alone in its section, or where that says it, it once went without its topic, and copies of that day still do.
      if (isAlone(block, blocks) || (topic && title.toLowerCase().startsWith(topic.toLowerCase())))
        said[0] = withSoft(said[0]!, topic)
      add([...(number && asPaper ? [soft(number)] : []), ...said], {
        ...section,
        where: [number, topic || title].filter(Boolean).join(' '),
      })
    } else if (block.kind === 'table')
      for (const row of block.rows)
        add(say(row.flat()), { ...section, header: say(block.rows[0]!.flat()).join(' ') })
    else if (block.kind === 'list') for (const item of block.items) add(say(item), section)
    else add(say([block]), section)
  }
  return { passages, words }
}

/** The words of a clause with its topic, and the stop behind that in a letter, as what was not agreed. */
function withSoft(words: string, topic: string): string {
  const said = words.startsWith(`${topic}.`) ? `${topic}.` : topic
  return soft(said) + words.slice(said.length)
}

/** Whether no other clause stands in the section of one. */
function isAlone(clause: Block, blocks: Block[]): boolean {
  const section = blocks.findLastIndex(({ kind }, n) => kind === 'heading' && n < blocks.indexOf(clause))
  const next = blocks.findIndex(({ kind }, n) => kind === 'heading' && n > section)
  const inside = blocks.slice(section + 1, next < 0 ? blocks.length : next)
  return inside.filter(({ kind }) => kind === 'clause').length === 1
}

const CONTENTS = 'Contents'

/** What the list of contents says, all of which is counted anew. */
const contentsOf = (blocks: Block[], numbers: Map<Block, string | undefined>): string[] => [
  CONTENTS,
  ...blocks.flatMap((block, n) =>
    block.kind === 'heading' && n > 0 && block.level < 3
      ? [`${numbers.get(block) ?? ''} ${plain(block.inlines)}`]
      : [],
  ),
]

const soft = (text: string): string => text.replace(/\S+/g, `${SOFT}$&`)

/** Inlines as words; where they point to another place, what they say of it is soft. */
const inWords = (inlines: Inline[], asPaper: boolean): string =>
  runsByLine(
    inlines.map((inline) =>
      'href' in inline && inline.href === `#${REFERENCE}` ? { ...inline, text: soft(inline.text) } : inline,
    ),
  )
    .map((line) =>
      line
        .map((run) => {
          if (run.kind === 'blank') return `[${run.text}]`
          const address = run.href?.replace(/^mailto:|^#.*/, '')
          return asPaper || !address || run.text.includes(address) ? run.text : `${run.text} (${address})`
        })
        .join(''),
    )
    .join('\n')
