import {
  Composer,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  visit,
  YAMLParseError,
} from 'yaml'
import type * as z from 'zod'
import { HjpError, words } from '../../errors.ts'
import { type Complaint, shapeComplaints, syntaxComplaints, zodWords } from './complaint.ts'
import { readRegular } from './regular.ts'
import { sound } from './sound.ts'

/** Far past any partnership file. */
const LIMIT = 8 * 1024 * 1024
const DEPTH = 64

type LineAndColumn = { line: number; col: number }
/** `document` holds the text's nodes, made when they are first asked for. */
export type Parsed = { text: string; data: unknown; readonly document: Document }

/** The bytes of a file as its exact text; a byte order mark stays. Throws HjpError isEmpty, isBinary or tooLarge. */
export function readText(path: string, bytes: Uint8Array): string {
  if (bytes.length > LIMIT) throw new HjpError('tooLarge', path, Math.ceil(bytes.length / 1024 / 1024))
  const text = decode(bytes)
  if (text === undefined || text.includes('\0')) throw new HjpError('isBinary', path)
  if (text.trim() === '') throw new HjpError('isEmpty', path)
  return text
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text to checked data. Throws HjpError badFile, in which every complaint names the file and the place in it. */
export const readYaml = <T extends z.ZodType>(path: string, text: string, schema: T): z.infer<T> =>
  checked(path, parseYaml(path, text), schema)

/** What a schema makes of data that was read. Throws HjpError badFile. */
export function checked<T extends z.ZodType>(path: string, file: Parsed, schema: T): z.infer<T> {
  const quick = sound(file.data, schema)
  if (quick !== undefined) return quick
  const result = schema.safeParse(file.data, { error: zodWords })
  if (result.success) return result.data
  return refuse(path, file.text, shapeComplaints(result.error.issues, file.data), file.document)
}

/** Text to data in which every scalar is text or null. Throws HjpError badFile. */
export function parseYaml(path: string, text: string): Parsed {
  const data = readRegular(text)
  if (data === undefined) return parseFully(path, text)
  let document: Document | undefined
  return {
    text,
    data,
    get document() {
      document ??= compose(text)!
      return document
    },
  }
}

/** The same of any YAML, however it is written. */
export function parseFully(path: string, text: string): Parsed {
  const marker = /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/m.exec(text)
  if (marker) return refuse(path, text, [{ at: marker.index, where: '', message: words.conflict }])
  const document = compose(text)
  if (!document) return refuse(path, text, [{ at: 0, where: '', message: words.tooDeep }])
  if (document.errors.length > 0) return refuse(path, text, syntaxComplaints(text, document))
  try {
    return { text, document, data: document.toJS() }
  } catch (error) {
    if (error instanceof ReferenceError) return refuse(path, text, [aliasComplaint(document, error.message)])
    throw error
  }
}

/** Nothing where it is nested deeper than any file of ours, which would take the parser for ever. */
function compose(text: string): Document | undefined {
  const parser = new Parser()
  let deep = false
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      deep ||= parser.stack.length > DEPTH
      if (deep) return
    }
    yield* parser.end()
  }
  const composer = new Composer({
    schema: 'failsafe',
    customTags: ['null'],
    keepSourceTokens: true,
    logLevel: 'error',
    stringKeys: true,
    uniqueKeys: false,
  })
  const [document, second] = composer.compose(tokens(), true, text.length)
  if (second)
    document!.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''))
  // An unknown tag, which is a word that starts with an exclamation mark, comes as a warning.
  const tags = document?.warnings.filter(({ pos }) => !text.startsWith('!!', pos[0])) ?? []
  document?.errors.push(...repeatedKeys(document.contents), ...tags, ...idleAnchors(text, document))
  return deep ? undefined : document
}

/** Words that start with & are read as a name for what follows, and lost. Where something uses the name, it was meant. */
function idleAnchors(text: string, document: Document): YAMLParseError[] {
  if (!/[:-][ \t]+&/.test(text)) return []
  const used = new Set<string>()
  const anchored: Node[] = []
  visit(document, {
    Alias: (_, { source }) => void used.add(source),
    Node: (_, node) => void ('anchor' in node && node.anchor && anchored.push(node)),
  })
  return anchored
    .filter((node) => !used.has((node as { anchor: string }).anchor))
    .map(({ range }) => new YAMLParseError([range![0], range![1]], 'BAD_ALIAS', ''))
}

/** The library's own search compares every key with every other, which a long file of keys would make very slow. */
function repeatedKeys(node: unknown): YAMLParseError[] {
  if (isSeq(node)) return node.items.flatMap(repeatedKeys)
  if (!isMap(node)) return []
  const seen = new Set<unknown>()
  return node.items.flatMap(({ key, value }) => {
    const again = isScalar(key) && seen.has(key.value)
    if (isScalar(key)) seen.add(key.value)
    const [start, end] = (key as Node).range!
    return [...(again ? [new YAMLParseError([start, end], 'DUPLICATE_KEY', '')] : []), ...repeatedKeys(value)]
  })
}

function aliasComplaint(document: Document, problem: string): Complaint {
  const unresolved = /^Unresolved alias .*: (.*)$/.exec(problem)?.[1]
  let at = 0
  visit(document, {
    Alias(_, alias) {
      if (unresolved !== undefined && alias.source !== unresolved) return undefined
      at = alias.range![0]
      return visit.BREAK
    },
  })
  return { at, where: '', message: unresolved === undefined ? words.alias : words.reference(unresolved) }
}

function refuse(path: string, text: string, complaints: Complaint[], document?: Document): never {
  const lines = complaints.map(({ at, where, message }) => {
    const { line, col } = lineAndColumn(text, typeof at === 'number' ? at : offsetOf(document?.contents, at))
    return `${path}:${line}:${col} ${where ? `${where}: ` : ''}${message}`
  })
  throw new HjpError('badFile', lines)
}

/** Where keys and items of lists stand in a text, or what is nearest around them where they are not there. */
export function places(text: string): (at: PropertyKey[]) => LineAndColumn {
  const top = compose(text)?.contents
  return (at) => lineAndColumn(text, offsetOf(top, at))
}

/** The same of a file that has been read, as in partnership.yaml:12:5. */
export function placeIn(path: string, { text, document }: Parsed, at: PropertyKey[]): string {
  const { line, col } = lineAndColumn(text, offsetOf(document.contents, at))
  return `${path}:${line}:${col}`
}

function offsetOf(top: unknown, path: PropertyKey[]): number {
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

function lineAndColumn(text: string, offset: number): LineAndColumn {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, col: lines.at(-1)!.replace('\uFEFF', '').length + 1 }
}
