import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

const BODY = 'word/document.xml'
/** Far past any agreement, and little enough to be read at once. */
const LIMIT = 20_000_000
/** What was taken out, and what says again for other programs what was said already. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

/**
 * What a Word file says, paragraph by paragraph, as it reads once every tracked change is taken. Nothing where it is no Word
 * file, or one that cannot be read; whatever the bytes are, it does not throw.
 */
export function paragraphsIn(bytes: Uint8Array): string[] | undefined {
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
      name === BODY && originalSize < LIMIT
    const { [BODY]: body } = unzipSync(bytes, { filter })
    return body && paragraphs(strFromU8(body))
  } catch {
    return undefined
  }
}

function paragraphs(xml: string): string[] {
  const all: string[] = []
  const parser = new SaxesParser()
  let skipped = 0
  let isText = false
  /** Paragraphs in text boxes stand inside others. */
  const open: { words: string; runsOn: boolean }[] = []
  /** What a paragraph whose end was taken out leaves to the next. */
  let before = ''
  let isEnd = false
  const say = (words: string) => {
    if (open.length > 0 && skipped === 0) open.at(-1)!.words += words
  }
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') open.push({ words: '', runsOn: false })
    if (name === 'w:rPr') isEnd = true
    if (name === 'w:del' && isEnd && open.length > 0) open.at(-1)!.runsOn = true
    if (SKIPPED.has(name)) skipped += 1
    if (name === 'w:t') isText = true
    if (name === 'w:tab') say('\t')
    if (name === 'w:br' || name === 'w:cr') say('\n')
  })
  parser.on('text', (words) => {
    if (isText) say(words)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false
    if (name === 'w:rPr') isEnd = false
    if (SKIPPED.has(name)) skipped -= 1
    if (name !== 'w:p') return
    const { words, runsOn } = open.pop()!
    if (runsOn) before += words
    else {
      all.push(before + words)
      before = ''
    }
  })
  parser.write(xml).close()
  return all
}
