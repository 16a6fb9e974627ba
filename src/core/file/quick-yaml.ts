/**
 * A quick reader of the regular part of YAML, in which hjp writes and most people do: blocks, words on one line, quotes, literals,
 * brackets on one line. It gives just what the full reader gives (yaml.ts), or nothing: for whatever else there is, right
 * or wrong, the full reader is asked.
 */

/** Nothing of this stands in a regular text, not even in a quote: tabs, lone returns, marks that some take for a line's end. */
const IRREGULAR = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/
/** No file of ours is nested as deep. */
const DEEPEST = 20

const KEY = /[\p{L}\p{N}_](?:[^:#]*[^:# ])?(?=:(?: |$))/uy
const FLOW_KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}_. /-]*[\p{L}\p{N}_./-])?(?=:[ ,}])/uy
/** A comment may follow, or nothing. */
const REST = /(?: +#.*| *)$/y
const SPACES = / */y
const DASH = /-(?= |$)/y
const LITERAL = /\|(?:([1-9])?([-+]?)|([-+])([1-9]))(?=(?: +#.*| *)$)/y
const DOUBLE = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const SINGLE = /'(?:[^']|'')*'/y
const PLAIN = /[^-?:,[\]{}#&*!|>'"%@` ][^\n]*/y
const FLOW_PLAIN = /[^-?:,[\]{}#&*!|>'"%@` ][^,[\]{}#]*/y
const isNothing = (text: string): boolean => /^(?:~|null|Null|NULL)$/.test(text)

class Irregular extends Error {}

/** Line and column, from 1 on, of the keys of a mapping and the items of a list. */
export type Marks = Map<object, Map<string | number, { line: number; col: number }>>

/** The data of a regular text, in which every scalar is text or null; undefined of any other. Fills `marks`, where given. */
export function readRegular(text: string, marks?: Marks): unknown {
  const lines = (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).split('\n')
  if (lines.pop() !== '' || lines.some((line) => IRREGULAR.test(line))) return undefined
  try {
    return new Reader(lines, marks).document()
  } catch (error) {
    if (error instanceof Irregular) return undefined
    throw error
  }
}

class Reader {
  private readonly lines: string[]
  private readonly marks: Marks | undefined
  private at = 0
  private depth = 0

  constructor(lines: string[], marks: Marks | undefined) {
    this.lines = lines
    this.marks = marks
  }

  document(): unknown {
    const data = this.block(this.next())
    if (this.next() >= 0) throw new Irregular()
    return data
  }

  /** How far in the next line stands that says something; -1 at the end. */
  private next(): number {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!
      const indent = reach(SPACES, line, 0)
      if (indent < line.length && line[indent] !== '#') return indent
    }
    return -1
  }

  private mark(container: object, step: string | number, col: number): void {
    if (!this.marks) return
    const inside = this.marks.get(container) ?? new Map()
    this.marks.set(container, inside.set(step, { line: this.at + 1, col: col + 1 }))
  }

  private block(indent: number): unknown {
    if (indent < 0 || this.depth > DEEPEST) throw new Irregular()
    this.depth += 1
    const isList = reach(DASH, this.lines[this.at]!, indent) >= 0
    const data = isList ? this.list(indent) : this.map(indent)
    this.depth -= 1
    return data
  }

  /** Keys in a column; the first may stand after a dash. */
  private map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {}
    do {
      const line = this.lines[this.at]!
      const end = reach(KEY, line, indent)
      const key = line.slice(indent, end)
      if (end < 0 || key.length > 1000 || Object.hasOwn(map, key) || isSpecial(key)) throw new Irregular()
      this.mark(map, key, indent)
      map[key] = this.value(line, end + 1, indent)
    } while (this.goesOn(indent))
    return map
  }

  /** Dashes in a column. */
  private list(indent: number): unknown[] {
    const list: unknown[] = []
    do {
      const line = this.lines[this.at]!
      if (reach(DASH, line, indent) < 0) return list
      const start = reach(SPACES, line, indent + 1)
      if (reach(DASH, line, start) >= 0) throw new Irregular()
      if (start < line.length) this.mark(list, list.length, start)
      list.push(reach(KEY, line, start) >= 0 ? this.block(start) : this.value(line, indent + 1, indent, list))
    } while (this.goesOn(indent))
    return list
  }

  /** Whether the next line stands in the same column. One that stands further in goes on with what was said, or is a mistake. */
  private goesOn(indent: number): boolean {
    const next = this.next()
    if (next > indent) throw new Irregular()
    return next === indent
  }

  /** What stands after the colon of a key, or the dash of a list, in column `indent`. */
  private value(line: string, from: number, indent: number, list?: unknown[]): unknown {
    const start = reach(SPACES, line, from)
    if (reach(REST, line, from) >= 0) {
      this.at += 1
      const next = this.next()
      if (list) this.mark(list, list.length, next)
      const isListBelow = !list && next === indent && reach(DASH, this.lines[this.at]!, next) >= 0
      if (next > indent || isListBelow) return this.block(next)
      // Where nothing stands is not marked.
      if (list && this.marks) throw new Irregular()
      return null
    }
    if (line[start] === '|') return this.literal(line, start, indent)
    if (line[start] === '"' || line[start] === "'" || line[start] === '[' || line[start] === '{') {
      const [data, end] = this.inFlow(line, start, 0)
      if (reach(REST, line, end) < 0) throw new Irregular()
      this.at += 1
      return data
    }
    this.at += 1
    if (reach(PLAIN, line, start) < 0) throw new Irregular()
    const said = line.slice(start).replace(/ +#.*$| +$/, '')
    if (said.includes(': ') || said.endsWith(':')) throw new Irregular()
    return isNothing(said) ? null : said
  }

  /** Lines as they stand, further in than the key or dash above them. */
  private literal(line: string, start: number, indent: number): string {
    LITERAL.lastIndex = start
    const [, digit, ending, first, second] = LITERAL.exec(line) ?? []
    if (ending === undefined && first === undefined) throw new Irregular()
    const explicit = digit ?? second
    this.at += 1
    const from = this.at
    while (this.at < this.lines.length && /^ *$/.test(this.lines[this.at]!)) this.at += 1
    const within = reach(SPACES, this.lines[this.at] ?? '', 0)
    const base = explicit === undefined ? within : indent + Number(explicit)
    if (base <= indent || within < base) throw new Irregular()
    const said: string[] = []
    for (this.at = from; this.at < this.lines.length; this.at++) {
      const each = this.lines[this.at]!
      const spaces = reach(SPACES, each, 0)
      if (spaces === each.length) {
        if (spaces > base) throw new Irregular()
        said.push('')
      } else if (spaces < base) break
      else said.push(each.slice(base))
    }
    const chomp = ending || first
    if (chomp !== '+') while (said.at(-1) === '') said.pop()
    return chomp === '-' ? said.join('\n') : `${said.join('\n')}\n`
  }

  /** A quote, brackets or, within them, words; and where they end. */
  private inFlow(line: string, start: number, depth: number): [data: unknown, end: number] {
    const opening = line[start]
    if (opening === '"') return quoted(DOUBLE, line, start)
    if (opening === "'") return quoted(SINGLE, line, start)
    if (opening === '[' || opening === '{') return this.inBrackets(line, start, depth + 1)
    const end = reach(FLOW_PLAIN, line, start)
    const said = line.slice(start, Math.max(end, start)).replace(/ +$/, '')
    if (end < 0 || said.includes(': ') || said.endsWith(':')) throw new Irregular()
    return [isNothing(said) ? null : said, end]
  }

  private inBrackets(line: string, start: number, depth: number): [data: unknown, end: number] {
    if (depth > DEEPEST) throw new Irregular()
    const isMap = line[start] === '{'
    const closing = isMap ? '}' : ']'
    const map: Record<string, unknown> = {}
    const list: unknown[] = []
    let at = reach(SPACES, line, start + 1)
    if (line[at] === closing) return [isMap ? map : list, at + 1]
    for (;;) {
      const end = isMap ? reach(FLOW_KEY, line, at) : at
      const key = line.slice(at, end)
      if (end < 0 || (isMap && (Object.hasOwn(map, key) || isSpecial(key)))) throw new Irregular()
      const from = isMap ? reach(SPACES, line, end + 1) : at
      const isBlank = isMap && (line[from] === ',' || line[from] === closing)
      this.mark(isMap ? map : list, isMap ? key : list.length, at)
      const [data, after] = isBlank ? [null, from] : this.inFlow(line, from, depth)
      if (isMap) map[key] = data
      else list.push(data)
      at = reach(SPACES, line, after)
      if (line[at] === closing) return [isMap ? map : list, at + 1]
      if (line[at] !== ',') throw new Irregular()
      at = reach(SPACES, line, at + 1)
    }
  }
}

const isSpecial = (key: string): boolean => key === '__proto__' || isNothing(key)

/** Where a pattern that is found right at a place ends; -1 where it is not found there. */
function reach(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(line) ? pattern.lastIndex : -1
}

function quoted(pattern: RegExp, line: string, start: number): [string, number] {
  const end = reach(pattern, line, start)
  if (end < 0) throw new Irregular()
  const inside = line.slice(start + 1, end - 1)
  if (pattern === SINGLE) return [inside.replaceAll("''", "'"), end]
  return [inside.includes('\\') ? JSON.parse(`"${inside}"`) : inside, end]
}
