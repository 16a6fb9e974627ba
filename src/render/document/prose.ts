import { asLetter, asRoman } from '../../core/values/numerals.ts'
import { clean } from './clean.ts'
import type { Block, Inline, ListMarks } from './document.ts'

const splitLines = (text: string): string[] => clean(text).trim().split('\n')

const broken = (said: string[]): Inline[] =>
  said.flatMap((text, n): Inline[] => [
    ...(n > 0 ? [{ kind: 'break' as const }] : []),
    { kind: 'text', text },
  ])

/** What was said as inlines, to stand in a line of something else: every word, and a break for each line end. */
export const inlineProse = (text: string): Inline[] => broken(splitLines(text))

/**
 * What was said as blocks, word for word: empty lines part paragraphs, and lines that start with a dash are a list. So are lines
 * that count from one, or from (a), and within a list from (i).
 */
export const prose = (text: string): Block[] => blocksOf(splitLines(text), 0)

function blocksOf(all: string[], depth: number): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', inlines: broken(open) })
    open = []
  }
  for (let n = 0; n < all.length; n++) {
    const line = all[n]!
    const items = itemsFrom(all, n, depth)
    if (items) {
      close()
      blocks.push(listOf(items.sort, items.lines, depth))
      n = items.last
    } else if (line.trim() === '') close()
    else open.push(line)
  }
  close()
  return blocks
}

type Sort = 'dash' | 'number' | ListMarks
const SORTS: Record<Sort, RegExp> = {
  dash: /^(\s*)[-•] +(?=\S)/,
  number: /^(\s*)\(?(\d{1,3})[.)] +(?=\S)/,
  letters: /^(\s*)\(?([a-z])\) +(?=\S)/,
  romans: /^(\s*)\(?([ivx]{1,5})\) +(?=\S)/,
}
/** What stands before the item of this place in a list that counts. */
const countedAs = (sort: Exclude<Sort, 'dash'>, place: number): string =>
  sort === 'number' ? String(place) : sort === 'letters' ? asLetter(place) : asRoman(place)

/** The lines of a list that begins at a line: of each item the first, and those that go on under it. */
function itemsFrom(
  all: string[],
  at: number,
  depth: number,
): { sort: Sort; lines: string[][]; last: number } | undefined {
  const sort = (Object.keys(SORTS) as Sort[]).find(
    (each) => (each !== 'romans' || depth > 0) && isItem(all[at]!, each, 1),
  )
  if (!sort) return undefined
  const indent = indentOf(all[at]!)
  const isNext = (line: string) => isItem(line, sort, lines.length + 1) && indentOf(line) <= indent
  const isUnder = (line: string) => indentOf(line) > (isMarked(line) ? indent : 0)
  const lines = [[all[at]!]]
  let last = at
  for (let n = at + 1; n < all.length; n++) {
    const line = all[n]!
    // An empty line between two items does not part the list.
    if (line.trim() === '' && isNext(all[n + 1] ?? '')) continue
    if (isNext(line)) lines.push([line])
    else if (line.trim() !== '' && isUnder(line)) lines.at(-1)!.push(line)
    else break
    last = n
  }
  return sort !== 'dash' && lines.length < 2 ? undefined : { sort, lines, last }
}

const indentOf = (line: string): number => /^\s*/.exec(line)![0].length
const isMarked = (line: string): boolean => Object.values(SORTS).some((mark) => mark.test(line))

const isItem = (line: string, sort: Sort, place: number): boolean => {
  const mark = SORTS[sort].exec(line)
  return mark !== null && (sort === 'dash' || mark[2] === countedAs(sort, place))
}

function listOf(sort: Sort, items: string[][], depth: number): Block {
  return {
    kind: 'list',
    ordered: sort !== 'dash',
    ...((sort === 'letters' || sort === 'romans') && { marks: sort }),
    items: items.map(([first, ...more]) => {
      const deeper = more.findIndex(isMarked)
      const words = deeper < 0 ? more : more.slice(0, deeper)
      return [
        {
          kind: 'paragraph',
          inlines: broken([first!.replace(SORTS[sort], ''), ...words.map((line) => line.trim())]),
        },
        ...(deeper < 0 ? [] : blocksOf(more.slice(deeper), depth + 1)),
      ]
    }),
  }
}
