import {
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  Schema,
  visit,
  YAMLParseError,
} from 'yaml'

/** Deeper than any file of ours is nested. */
const DEPTH = 64
/** Words and marks, of which a long file has fifteen thousand: the full parser takes its time over each, and keeps them all. */
const LENGTH = 250_000

/** Every scalar is text or null. It is made once: that takes as long as to read a few lines. */
const SCHEMA = new Schema({ schema: 'failsafe', customTags: ['null'], resolveKnownTags: true })

/** The nodes of a YAML text that was read already. */
export function treeOf(text: string): Document {
  const document = boundedTree(text, Number.POSITIVE_INFINITY)
  if (typeof document === 'string') throw new RangeError(document)
  return document
}

/** The nodes of any YAML text; what is wrong where it is deeper or longer than any file of ours, which would take the parser for ever. */
export function boundedTree(text: string, most = LENGTH): Document | 'tooDeep' | 'tooLong' {
  const parser = new Parser()
  let wrong: 'tooDeep' | 'tooLong' | undefined
  let length = 0
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      length += 1
      if (parser.stack.length > DEPTH) wrong = 'tooDeep'
      else if (length > most) wrong = 'tooLong'
      if (wrong) return
    }
    yield* parser.end()
  }
  const composer = new Composer({
    schema: SCHEMA,
    keepSourceTokens: true,
    logLevel: 'error',
    stringKeys: true,
    uniqueKeys: false,
  })
  const [document, second] = composer.compose(tokens(), true, text.length)
  if (wrong || !document) return wrong ?? 'tooLong'
  if (second)
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''))
  // An unknown tag, which is a word that starts with an exclamation mark, comes as a warning.
  const tags = document.warnings.filter(({ pos }) => !text.startsWith('!!', pos[0]))
  document.errors.push(...repeatedKeys(document.contents), ...tags, ...idleAnchors(text, document))
  return document
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
