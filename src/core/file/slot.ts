import { type Document, isMap, isScalar, isSeq, type Node, type Pair, visit } from 'yaml'
import type { Style } from './layout.ts'
import type { Stretch } from './stretches.ts'
import type { Path } from './walk.ts'
import { isRecord } from './walk.ts'
import type { Parsed } from './yaml.ts'

/** The places in a YAML text where values stand, found from its nodes. */

/** Where a value stands, or would: after a colon or a dash (which ends at `from`), under a key or dash in column `col`. */
export type Slot = {
  node: Node | undefined
  from: number
  col: number
  /** Inside brackets. */
  inFlow: boolean
  /** Something has to be written before the value: a key in brackets may go without its colon. */
  lead: string
}

export const nextLine = (text: string, at: number): number => text.indexOf('\n', at) + 1 || text.length

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end === -1) return text.length
  return end > at && text[end - 1] === '\r' ? end - 1 : end
}

const column = (text: string, at: number): number =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace('\uFEFF', '').length

export const isBlock = (node: unknown): boolean => isScalar(node) && node.type?.startsWith('BLOCK') === true
export const isFilled = ({ node }: Slot): boolean => node !== undefined && node.range![0] < node.range![1]
export const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true

/** Nothing where the text has no such place, or reaches it through an alias. */
export function findSlot(text: string, document: Document, path: Path): Slot | undefined {
  let slot: Slot | undefined = {
    node: document.contents ?? undefined,
    from: 0,
    col: 0,
    inFlow: false,
    lead: '',
  }
  for (const step of path) {
    const inside: Slot[] = slotsIn(text, slot)
    const { node }: Slot = slot
    slot = isMap(node)
      ? inside[node.items.findIndex(({ key }) => isScalar(key) && key.value === step)]
      : isSeq(node)
        ? inside[step as number]
        : undefined
    if (!slot) return undefined
  }
  return slot
}

/** The slots of the values of a map or the items of a list. */
export function slotsIn(text: string, { node, inFlow }: Slot): Slot[] {
  const within = inFlow || isFlow(node)
  if (isMap(node)) return node.items.map((pair) => pairSlot(text, pair, within))
  if (!isSeq(node)) return []
  const dashes = dashesOf(node)
  return node.items.map((item, n) => {
    const from = dashes[n] === undefined ? (item as Node).range![0] : dashes[n] + 1
    return { node: item as Node, from, col: column(text, from - 1), inFlow: within, lead: '' }
  })
}

function pairSlot(text: string, { key, value, srcToken }: Pair, inFlow: boolean): Slot {
  const start = (key as Node).range!
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')
  return {
    node: (value as Node | null) ?? undefined,
    from: colon ? colon.offset + 1 : start[1],
    col: column(text, start[0]),
    inFlow,
    lead: colon ? '' : ':',
  }
}

function dashesOf(node: Node): number[] {
  const token = node.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [])
}

/** Where the line after a slot's value starts. */
export function endOf(text: string, slot: Slot): number {
  if (!isFilled(slot)) return nextLine(text, slot.from)
  const last = isFlow(slot.node) ? undefined : slotsIn(text, slot).at(-1)
  return last ? endOf(text, last) : nextLine(text, slot.node!.range![1] - 1)
}

/** The column of a map's keys or a list's dashes. */
export const columnOf = (text: string, slot: Slot): number => slotsIn(text, slot)[0]!.col

/** How a file is indented, told by the first map, list and item of a list in it. */
export function styleOf({ text, data, stretchAt }: Parsed): Omit<Style, 'quotes'> {
  const found: Found = {}
  for (const key of isRecord(data) ? Object.keys(data) : []) {
    const stretch = stretchAt([key])
    look(stretch, found)
    if (isAll(found) || stretch.text === text) break
  }
  return { step: found.step ?? (found.list || 2), list: found.list ?? 2, item: found.item ?? 2 }
}

type Found = { step?: number; list?: number; item?: number }
const isAll = ({ list, item }: Found): boolean => list !== undefined && item !== undefined

function look({ text, document }: Stretch, found: Found): void {
  const done = () => (isAll(found) ? visit.BREAK : undefined)
  visit(document, {
    Pair(_, { key, value }) {
      if (isFlow(value)) return visit.SKIP
      const [inner, outer] = [value as Node | null, column(text, (key as Node).range![0])]
      if (isMap(inner)) found.step ??= column(text, inner.range![0]) - outer
      if (isSeq(inner)) found.list ??= column(text, inner.range![0]) - outer
      return done()
    },
    Seq(_, seq) {
      const [first] = seq.items
      if (isMap(first) && !first.flow)
        found.item ??= column(text, first.range![0]) - column(text, seq.range![0])
      return done()
    },
  })
}
