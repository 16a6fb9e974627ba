import { strFromU8, unzipSync } from 'fflate'
import { isNode, type Node, parseXml } from './word-xml.ts'

/** What nobody sees and nothing is found by: the ids that tell one thing from the next, namespaces, and what Word ignores. */
const UNSEEN = /^(xmlns(:\w+)?|xml:space|mc:Ignorable|w:rsid\w*)$/
const BLOCKS = new Set(
  'w:document w:body w:hdr w:ftr w:comments w:comment w:tbl w:tr w:tc w:sdt w:ins w:del'.split(' '),
)
const NUMBERED = [
  'w:sdt',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:id',
  'w:ins',
  'w:del',
  'wp:docPr',
  'pic:cNvPr',
]

/**
 * A Word file as text: a paragraph a line, with its style, its words, and all else that is in the file in short, so that
 * whatever changes in the file changes here. What stands within a table, a row, a cell or a control is indented.
 * `Clause1 keepNext: [hjp_a__b]{Strong Topic}` is a paragraph of that style which stays with the next, with a bookmark and
 * words in the style Strong.
 */
export function styledText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes)
  const beside = Object.keys(parts).filter((path) => /^word\/(header|footer|comments)\d*\.xml$/.test(path))
  return ['word/document.xml', ...beside.sort()]
    .map((path) => styled(parseXml(strFromU8(parts[path]!))))
    .join('')
}

/** One part of the file so. */
export const styled = (part: Node): string => `${linesOf(part.children).join('\n')}\n`

const linesOf = (children: (Node | string)[]): string[] =>
  children.flatMap((each) => (isNode(each) ? block(each) : [each]))

function block(node: Node): string[] {
  if (node.name === 'w:p') {
    const { look, rest } = looked(node, 'w:pPr', 'w:pStyle')
    return [`${look}: ${rest.map(inline).join('')}`.trimEnd()]
  }
  if (!BLOCKS.has(node.name)) return [inline(node)]
  const { look, rest } = looked(node, `${node.name}Pr`)
  return [`${short(node.name)}${look && ` ${look}`}`, ...linesOf(rest).map((line) => `  ${line}`)]
}

function inline(node: Node | string): string {
  if (!isNode(node)) return node
  switch (node.name) {
    case 'w:r': {
      const { look, rest } = looked(node, 'w:rPr', 'w:rStyle')
      const words = rest.map(inline).join('')
      return look ? `{${look} ${words}}` : words
    }
    case 'w:t':
    case 'w:delText':
      return node.children.join('')
    case 'w:tab':
      return '⇥'
    case 'w:bookmarkStart':
      return `[${attributes(node).join(' ').replace('name=', '')}]`
    case 'w:bookmarkEnd':
      return '[/]'
    case 'w:ins':
    case 'w:del':
    case 'w:hyperlink':
    case 'w:sdt': {
      const { look, rest } = looked(node, `${node.name}Pr`)
      return `<${short(node.name)} ${look}: ${rest.map(inline).join('')}>`
    }
    default:
      return `<${brief(node)}>`
  }
}

/** How an element is set, its style first; and what it holds, with what stands in a control taken out of it. */
function looked(node: Node, properties: string, style?: string): { look: string; rest: (Node | string)[] } {
  const head = node.children.filter(isNode).find(({ name }) => name === properties)
  const look = [...attributes(node), ...(head?.children ?? []).map((each) => brief(each, style))]
  const rest = node.children.filter((each) => each !== head)
  return {
    look: look.filter(Boolean).join(' '),
    rest: rest.flatMap((each) => (isNode(each) && each.name === 'w:sdtContent' ? each.children : [each])),
  }
}

/** An element with all that it has, on one line. */
function brief(node: Node | string, style?: string): string {
  if (!isNode(node)) return node
  if (node.name === 'w:id') return ''
  const said = [...attributes(node), ...node.children.map((each) => brief(each))].filter(Boolean)
  if (node.name === style) return said.join(' ')
  return said.length > 0 ? `${short(node.name)}(${said.join(' ')})` : short(node.name)
}

const short = (name: string) => name.replace(/^w:/, '')
const pairs = ({ attributes }: Node) =>
  [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]): [string, string] => [name!, value!])
const attributes = (node: Node): string[] =>
  pairs(node)
    .filter(([name]) => !UNSEEN.test(name) && !(/^(w:)?id$/.test(name) && NUMBERED.includes(node.name)))
    .map(([name, value]) => (name === 'w:val' ? value : `${short(name)}=${value}`))
