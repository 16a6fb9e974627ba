import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { type Marks, readRegular } from './quick-yaml.ts'
import { treeOf } from './tree.ts'
import type { Path } from './walk.ts'

/** Both from 1 on. */
type LineAndColumn = { line: number; col: number }

/** Where keys and items of lists stand in a text, or what is nearest around them where they are not there. */
export function places(text: string): (at: Path) => LineAndColumn {
  const marks: Marks = new Map()
  const data = readRegular(text, marks)
  if (data === undefined) return placesFully(text)
  return (at) => {
    let place: LineAndColumn = { line: 1, col: 1 }
    let inside: unknown = data
    for (const step of at) {
      const mark = marks.get(inside as object)?.get(step)
      if (!mark) break
      place = mark
      inside = (inside as Record<string | number, unknown>)[step]
    }
    return place
  }
}

/** The same of any YAML. */
export function placesFully(text: string): (at: Path) => LineAndColumn {
  const top = treeOf(text).contents
  return (at) => lineAndColumn(text, offsetOf(top, at))
}

export function offsetOf(top: unknown, path: PropertyKey[]): number {
  let [node, offset] = [top, 0]
  for (const step of path) {
    const pair = isMap(node) && node.items.find(({ key }) => isScalar(key) && key.value === step)
    node = pair ? pair.value : isSeq(node) && node.items[step as number]
    const shown = pair ? pair.key : node
    if (!isNode(shown)) break
    offset = shown.range![0]
  }
  return offset
}

export function lineAndColumn(text: string, offset: number): LineAndColumn {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, col: lines.at(-1)!.replace('\uFEFF', '').length + 1 }
}
