import { oneLine, runsByLine, safe, type TextRun, textByLine } from '../document/clean.ts'
import { isRightToLeft } from '../document/direction.ts'
import { aboveTitle, type Block, type Inline } from '../document/document.ts'
import { formAsBlocks } from '../document/form.ts'
import { beforeWords } from '../document/numbering.ts'
import { inlinesIn } from '../document/tree.ts'
import type { Drawing } from '../pictures/index.ts'
import { onPage } from '../pictures/palette.ts'

/** What is said of blocks that does not stand in them. */
export type BlockMarks = {
  numbers: Map<Block, string>
  levels: Map<Block, number>
  ids: Map<Block, string>
  pictures: Map<Block, Drawing>
  /** Writes a form that can be filled in there; without, it is blocks with room between them. */
  form?(block: Extract<Block, { kind: 'form' }>): string
}

/** Blocks as HTML, each element with the prompt that its words came from. */
export const body = (blocks: Block[], marks: BlockMarks): string =>
  blocks
    .map((block) => blockToHtml(block, marks))
    .filter((html) => html !== '')
    .join('\n')

function blockToHtml(block: Block, marks: BlockMarks): string {
  // What has no words to strike out is not shown once it is gone.
  if (block.change === 'removed' && ['picture', 'space', 'rule'].includes(block.kind)) return ''
  const number = marks.numbers.get(block)
  const about = { id: marks.ids.get(block), 'data-prompt': block.prompt }
  switch (block.kind) {
    case 'heading': {
      const level = marks.levels.get(block) ?? block.level
      const above = level === 1 ? aboveTitle(block.inlines) : 0
      const words =
        (above > 0
          ? `${element('small', {}, spans({ ...block, inlines: block.inlines.slice(0, above - 1) }))}<br>\n`
          : '') + spans({ ...block, inlines: block.inlines.slice(above) })
      return (
        words &&
        element(
          `h${level}`,
          { class: block.page ? 'page' : undefined, ...about, dir: directionOf(block) },
          (number ? beforeWords(number) : '') + words,
        )
      )
    }
    case 'paragraph': {
      const words = spans(block)
      const level = marks.levels.get(block)
      return words && element(level ? `h${level}` : 'p', { ...about, dir: directionOf(block) }, words)
    }
    case 'list': {
      const items = block.items.map((item) => holder('li', {}, item, marks))
      const start = block.from && block.from > 1 ? String(block.from) : undefined
      const list = { class: block.marks, start, ...about }
      return element(block.ordered ? 'ol' : 'ul', list, `\n${items.join('\n')}\n`)
    }
    case 'table':
      return element('table', { class: tableClass(block.rows), ...about }, `\n${rows(block.rows, marks)}\n`)
    case 'clause': {
      const words = body(block.blocks, marks)
      const inner = number ? `<span class="number">${number}</span>\n<div>\n${words}\n</div>` : words
      return element('div', { class: number ? 'clause' : 'clause plain', ...about }, `\n${inner}\n`)
    }
    case 'note':
      return element('div', { class: 'note', role: 'note', ...about }, `\n${body(block.blocks, marks)}\n`)
    case 'space':
      return element('div', { class: 'space', ...about }, '<div></div>'.repeat(block.lines))
    case 'picture': {
      const drawing = marks.pictures.get(block)
      if (!drawing) return ''
      // Wider than a phone, it can be scrolled, by the keyboard too.
      const scrolled = { role: 'group', tabindex: '0', 'aria-label': block.title }
      const isWide = drawing.width > PHONE
      return element('div', { class: 'picture', ...about, ...(isWide && scrolled) }, onPage(drawing))
    }
    case 'rule':
      return '<hr>'
    case 'form':
      if (marks.form) return marks.form(block)
      // With room to write in between.
      return formAsBlocks(block)
        .map((each) => `${body(each, marks)}\n<p><br></p>`)
        .join('\n')
  }
}

function rows([header = [], ...others]: Block[][][], marks: BlockMarks): string {
  const width = Math.max(header.length, ...others.map((cells) => cells.length))
  const names = header.map(textOfBlocks)
  const isNamed = names.some((name) => name)
  const row = (cells: Block[][], cell: (blocks: Block[], n: number) => string) =>
    `<tr>\n${Array.from({ length: width }, (_, n) => cell(cells[n] ?? [], n)).join('\n')}\n</tr>`
  // A header with no words in it would be read out as one.
  const head = (blocks: Block[], n: number) =>
    names[n] ? holder('th', { scope: 'col' }, blocks, marks) : holder('td', {}, blocks, marks)
  const short = Array.from({ length: width }, (_, n) =>
    others.every((cells) => (cells[n] ?? []).every(isShort)) ? 'short' : undefined,
  )
  const data = (blocks: Block[], n: number) => {
    const about = { 'data-label': names[n] || undefined, class: short[n] }
    return n === 0 && isNamed && textOfBlocks(blocks)
      ? holder('th', { scope: 'row', ...about }, blocks, marks)
      : holder('td', about, blocks, marks)
  }
  const thead = isNamed ? `<thead>\n${row(header, head)}\n</thead>\n` : ''
  return `${thead}<tbody>\n${others.map((cells) => row(cells, data)).join('\n')}\n</tbody>`
}

/** Pixels that fit across a phone. */
const PHONE = 300

/** Two columns fit on a phone; of more, one stands below another there. */
const tableClass = (rows: Block[][][]): string | undefined =>
  isForm(rows) ? 'form' : rows.some(({ length }) => length > 2) ? 'stacked' : undefined

/** Labels with room beside them to write in. */
const isForm = (rows: Block[][][]): boolean =>
  rows.every((cells) => cells.length === 2) && rows.flat(2).some(({ kind }) => kind === 'space')

/** Letters of a day, a word before it too, a time or a telephone number, which no line end should part. */
const SHORT = 23

const isShort = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  runsByLine(block.inlines).every((line) => line.map(({ text }) => text).join('').length <= SHORT)

/** A cell or an item. A single paragraph in it needs no element of its own. */
function holder(tag: string, about: HtmlAttributes, blocks: Block[], marks: BlockMarks): string {
  const [only, ...others] = blocks
  if (!only) return element(tag, about, '')
  if (only.kind !== 'paragraph' || others.length > 0) return element(tag, about, `\n${body(blocks, marks)}\n`)
  return element(tag, { ...about, 'data-prompt': only.prompt, dir: directionOf(only) }, spans(only))
}

/** What was said runs as its first letter does, and what the template says as the page does. */
const directionOf = ({ framed }: { framed?: boolean }): string | undefined => (framed ? undefined : 'auto')

/** Among the words of the template, what was said keeps its own direction. */
const spans = ({ inlines, framed = false }: { inlines: Inline[]; framed?: boolean }) =>
  runsByLine(inlines)
    .map((line) => line.map((run) => span(run, framed)).join(''))
    .join('<br>\n')

const CHANGED = { added: 'ins', removed: 'del' } as const

function span({ change, ...run }: TextRun, framed: boolean): string {
  if (change) return element(CHANGED[change], {}, span(run, framed))
  if (run.kind === 'blank')
    return element('mark', { class: 'blank', 'data-prompt': run.prompt }, safe(`[${run.text}]`))
  let words = safe(run.text)
  if (framed && isRightToLeft(run.text)) words = `<bdi>${words}</bdi>`
  if (run.emphasis) words = `<em>${words}</em>`
  if (run.strong) words = `<strong>${words}</strong>`
  return run.href ? element('a', { href: run.href }, words) : words
}

/** The bare words of blocks, on one line. */
export const textOfBlocks = (blocks: Block[]): string =>
  inlinesIn(blocks).flatMap(textByLine).join(' ').trim()

type HtmlAttributes = Record<string, string | undefined>

function element(tag: string, attributes: HtmlAttributes, inner: string): string {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}="${safe(oneLine(value))}"`,
  )
  return `<${tag}${given.join('')}>${inner}</${tag}>`
}
