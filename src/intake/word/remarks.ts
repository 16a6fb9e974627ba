import { TooMuch } from '../../ooxml/unzip.ts'
import { walkXml } from '../../ooxml/xml.ts'
import type { Leftover } from '../returned.ts'
import type { WordParts } from './package.ts'
import { readParagraphs } from './paragraphs.ts'

/** A comment, footnote or endnote. */
export type Remark = Pick<Leftover, 'what' | 'words' | 'by'>

/** What stands beside the words of a Word file, by the name that paragraphs know it by: comment-1, footnote-2. */
export function remarksIn({ remarks }: WordParts): Map<string, Remark> {
  const found = new Map<string, Remark>()
  for (const [kind, xml] of Object.entries(remarks))
    if (xml !== undefined)
      for (const { id, by, from, to } of elements(xml, `w:${kind}`)) {
        const words = readParagraphs(xml.slice(from, to))
          .map((paragraph) => paragraph.words.trim())
          .filter(Boolean)
          .join('\n\n')
        const what = kind === 'comment' ? 'comment' : 'footnote'
        if (words) found.set(`${kind}-${id}`, { what, words, ...(by && { by }) })
      }
  return found
}

/** Comments that somebody could have written. */
const MOST = 2000

/** Where each element of a name stands in XML. */
function elements(xml: string, wanted: string): { id: string; by: string; from: number; to: number }[] {
  const all: { id: string; by: string; from: number; to: number }[] = []
  walkXml(xml, {
    open(name, attributes, at) {
      if (all.length > MOST) throw new TooMuch()
      if (name === wanted)
        all.push({
          id: attributes['w:id'] ?? '',
          by: (attributes['w:author'] ?? '').trim(),
          from: xml.lastIndexOf(`<${wanted}`, at - 1),
          to: xml.length,
        })
    },
    close(name, at) {
      if (name === wanted && all.length > 0) all.at(-1)!.to = at
    },
  })
  return all
}
