import type { TextRun } from '../document/clean.ts'
import type { Change } from '../document/document.ts'
import { withChangeMarks } from './changes.ts'

type Styled = { text: string; strong?: boolean; emphasis?: boolean; href?: string; change?: Change }

/** The runs of a line as Markdown that shows exactly their words. */
export function spans(line: TextRun[]): string {
  const runs = line.map(
    (run): Styled => (run.kind === 'blank' ? { ...run, text: `[${run.text}]`, strong: true } : run),
  )
  // The ends of the line are white space to what stands there; the ends of a run touch the next run's marks.
  const ends = { text: '\n' }
  return groups([ends, ...runs, ends], 'change')
    .map((group) => withChangeMarks(group[0]!.change, styled(group, STYLES)))
    .reduce(join)
    .trim()
}

const STYLES = [
  ['strong', '**'],
  ['emphasis', '_'],
] as const

function styled(runs: Styled[], [style, ...others]: readonly (typeof STYLES)[number][]): string {
  if (!style) return groups(runs, 'href').map(linked).reduce(join, '')
  const [key, mark] = style
  return groups(runs, key)
    .map((group) => {
      const text = styled(group, others)
      const [, before = '', words, after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text)!
      return group[0]![key] && words ? `${before}${join(join(mark, words), mark)}${after}` : text
    })
    .reduce(join, '')
}

function groups(runs: Styled[], key: 'strong' | 'emphasis' | 'href' | 'change'): Styled[][] {
  const all: Styled[][] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && (last[0]![key] || undefined) === (run[key] || undefined)) last.push(run)
    else all.push([run])
  }
  return all
}

const OUTER = '[^\\s!-/:-@[-`{-~]'
const BEFORE = new RegExp(`(\\\\?)(_?)(${OUTER})$`, 'u')
const AFTER = new RegExp(`^(${OUTER})(_?)`, 'u')

/** Two pieces side by side. A letter that would keep ** or _ from being read as a mark is written as its number. */
function join(left: string, right: string): string {
  // A bracket after what was taken out would make a link of it.
  if (left.endsWith('-]') && right.startsWith('(')) return `${left}\\${right}`
  if (right.startsWith('[')) return left.replace(/!$/, '\\!') + right
  if (/^(_|\*\*(?![\p{L}\p{N}]))./su.test(right)) return left.replace(BEFORE, asNumberBefore) + right
  if (/.(_|(?<![\p{L}\p{N}])\*\*)$/su.test(left)) return left + right.replace(AFTER, asNumberAfter)
  return left + right
}

// A backslash or an underscore that stood by the letter was plain only because of it.
const asNumberBefore = (_: string, slash: string, underscore: string, letter: string) =>
  (underscore ? '\\_' : slash + slash) + numbered(letter)
const asNumberAfter = (_: string, letter: string, underscore: string) =>
  numbered(letter) + (underscore && '\\_')
const numbered = (letter: string) => `&#${letter.codePointAt(0)};`

const HREF = /[\\()]|&(?=[#a-z\d]+;)/gi

function linked(runs: Styled[]): string {
  const { href } = runs[0]!
  const text = runs.map((run) => run.text).join('')
  if (!href) return parted(text, ADDRESS, address)
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text)!
  if (words === href && /^https?:/.test(href) && literal(href) === href) return `${before}<${href}>${after}`
  const label = parted(words, /([[\]])/, numbered)
  return words ? `${before}[${label}](${href.replace(HREF, '\\$&')})${after}` : text
}

const ADDRESS = /((?:https?:\/\/|ftp:\/\/|www\.)[^ \t\n<]+)/i

/** Text in which what the pattern captures is written in a way of its own. */
const parted = (text: string, pattern: RegExp, write: (part: string, next: string) => string) =>
  text
    .split(pattern)
    .map((part, n, parts) => (n % 2 === 0 ? literal(part) : write(part, parts[n + 1]!)))
    .join('')

/** GitHub makes a link of a bare address and of all that touches it, where a backslash would show. */
function address(url: string, next: string): string {
  if (/^\s/.test(next) && literal(url) === url) return url
  const [, core = '', rest = ''] = /^(.*?)([^\p{L}\p{N}/]*)$/su.exec(url)!
  const isSafe = /^[a-z]+:\/\/(?:[\p{L}\p{N}\-._~:/?#@!$'()*+,;=%]|&(?!#?\w+;))+$/iu.test(core)
  return isSafe
    ? `<${core}>${literal(rest)}`
    : literal(url).replace(/(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi, '$&\\')
}

/** Whether a character between these others would be markup. The ends of a text count as touching markup. */
const IS_MARKUP: Record<string, (before: string, after: string) => boolean> = {
  '\\': (_, after) => /^[!-/:-@[-`{-~\s]|^$/.test(after),
  '`': () => true,
  '&': (_, after) => /^(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(after),
  '<': (_, after) => /^[a-z/!?]|^$/i.test(after),
  ']': (_, after) => /^[(:]/.test(after),
  '*': () => true,
  _: (before, after) => !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after.charAt(0))),
  '~': (before, after) => !(/\s$/.test(before) && /^[\p{L}\p{N}]/u.test(after)),
}

const literal = (text: string) =>
  text.replace(/[\\`&<\]*_~]/g, (it, at: number) =>
    IS_MARKUP[it]!(text.slice(at - 1, at), text.slice(at + 1, at + 40)) ? `\\${it}` : it,
  )
