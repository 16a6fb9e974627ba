import { oneLine, safe, textByLine } from '../document/clean.ts'
import {
  aboveTitle,
  type Block,
  bySheet,
  type Document,
  isLetter,
  isTopical,
  madeOn,
} from '../document/document.ts'
import { beforeWords, numberOf } from '../document/numbering.ts'
import { withReferences } from '../document/references.ts'
import { everyBlock } from '../document/tree.ts'
import { drawPictures } from '../pictures/index.ts'
import { type BlockMarks, body, textOfBlocks } from './body.ts'
import { FORM_LOOK, formPage, scriptPolicy } from './form-page.ts'
import { withNotice } from './notice.ts'
import { sealed, UNSEALED } from './seal.ts'
import { CHANGES, css, onWall } from './style.ts'

/** A document as one web page that needs nothing else: no network, no script. */
export async function html(document: Document): Promise<string> {
  const whole = { ...document, blocks: withNotice(titled(document)) }
  const { ids } = marksOf(whole)
  const { blocks } = withReferences(whole, (heading) => ids.get(heading))
  const kept = blocks.filter(({ change }) => change !== 'removed')
  const marks = {
    ...marksOf({ ...document, blocks }),
    pictures: await drawPictures({ ...document, blocks: kept }),
  }
  return sealed(`<!doctype html>
<html lang="${safe(document.locale)}" dir="${direction(document.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${document.form ? scriptPolicy() : ''}">
<meta name="generator" content="${UNSEALED}">
<meta name="author" content="${safe(oneLine(document.author))}">
<title>${safe(oneLine(document.title))}</title>
<style>
${css(paperOf(document), oneLine(document.title), oneLine(document.notice ?? ''))}${document.since ? CHANGES : ''}${document.form ? FORM_LOOK : ''}${bySheet(blocks).length > 1 ? onWall(paperOf(document)) : ''}
</style>
</head>
<body${document.landscape ? ' class="wide"' : ''}>
${header(document)}
<main>
${document.form ? formPage(document, blocks, marks) : bodyOf(document, blocks, marks)}</main>
</body>
</html>
`)
}

/** What hangs on a wall is printed on paper of its own. */
const sheetOr =
  (marks: BlockMarks) =>
  ({ sheet, blocks }: ReturnType<typeof bySheet>[number]): string => {
    const inner = body(blocks, marks)
    return sheet ? `<section class="sheet ${sheet}">\n${inner}\n</section>` : inner
  }

/** The blocks of a page, with what it contains before the first section. */
function bodyOf(document: Document, blocks: Block[], marks: BlockMarks): string {
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 2)
  const opening = document.contents && first >= 0 ? first : blocks.length
  const rest = blocks.slice(opening)
  return `${bySheet(blocks.slice(0, opening)).map(sheetOr(marks)).join('\n')}\n${rest.length > 0 ? `${contents(blocks, marks)}\n${body(rest, marks)}\n` : ''}`
}

const paperOf = ({ locale, landscape }: Document) =>
  `${isLetter(locale) ? 'letter' : 'A4'}${landscape ? ' landscape' : ''}`

/** A page needs a first heading, without the name that stands in its header. */
function titled(document: Document): Document {
  const first = [...everyBlock(document.blocks)].find((block) => block.kind === 'heading')
  if (first?.level !== 1) {
    const title: Block = { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: document.title }] }
    return { ...document, blocks: [title, ...document.blocks] }
  }
  const above = first.inlines.slice(0, aboveTitle(first.inlines))
  if (oneLine(textByLine(above).join(' ')) !== oneLine(document.author)) return document
  const bare = { ...first, inlines: first.inlines.slice(above.length) }
  return { ...document, blocks: document.blocks.map((block) => (block === first ? bare : block)) }
}

/** Whom it is from, and when it was made. */
const header = ({ author, date, locale }: Document): string =>
  `<header>\n<p dir="auto">${safe(oneLine(author))}</p>\n<p>${madeOn({ date, locale })}</p>\n</header>`

/** One first heading, no level skipped, and a name for each section and each clause's prompt to point at. */
function marksOf(document: Document): Omit<BlockMarks, 'pictures'> {
  const marks = {
    numbers: numberOf(document),
    levels: new Map<Block, number>(),
    ids: new Map<Block, string>(),
  }
  const named = new Set<string>()
  let level = 0
  let sections = 0
  for (const block of everyBlock(document.blocks)) {
    if (block.kind === 'heading') {
      level = level === 0 ? 1 : Math.min(Math.max(block.level, 2), level + 1)
      marks.levels.set(block, level)
      if (level === 2) {
        sections += 1
        marks.ids.set(block, `section-${sections}`)
      }
    }
    // What a clause is about is a heading where no number stands before it.
    if (block.kind === 'clause' && level > 0 && !marks.numbers.has(block) && isTopical(block))
      marks.levels.set(block.blocks[0]!, level + 1)
    if (block.kind === 'clause' && block.prompt && !named.has(block.prompt)) {
      named.add(block.prompt)
      marks.ids.set(block, block.prompt)
    }
  }
  return marks
}

function contents(blocks: Block[], { numbers, ids }: Pick<BlockMarks, 'numbers' | 'ids'>): string {
  const items = blocks
    .filter((block) => ids.has(block) && block.kind === 'heading')
    .map((block) => {
      const number = numbers.get(block)
      const words = safe((number ? beforeWords(number) : '') + textOfBlocks([block]))
      return `<li><a href="#${ids.get(block)}" dir="auto">${words}</a></li>`
    })
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>`
}

const direction = (locale: string) =>
  /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/.test(new Intl.Locale(locale).maximize().script ?? '')
    ? 'rtl'
    : 'ltr'
