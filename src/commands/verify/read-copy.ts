import { plainTextOf } from '../../intake/charset.ts'
import { isPackage } from '../../intake/word/package.ts'
import { bodyIn } from '../../intake/word/word.ts'
import { type AgreedWords, agreedWords } from '../../render/copy/agreed-words.ts'
import { type CopyWord, wordsByLine, wordsOfPages } from '../../render/copy/copy-words.ts'
import { withoutMarkdown } from '../../render/copy/without-markdown.ts'
import type { Document } from '../../render/document/document.ts'
import { madeOn } from '../../render/document/document.ts'
import { besideName } from '../../render/formats/docx/frame.ts'

/** A copy that came back: what it says in all, and how it compares with the agreement that it should be. */
export type ReadCopy = {
  text: string
  against(document: Document): { agreed: AgreedWords; copy: CopyWord[] }
}

/** Reads a copy: a Word file, or a text. Throws what Word files and texts are refused with. */
export function readCopy(name: string, bytes: Uint8Array): ReadCopy {
  if (/\.do[ct][xm]?$/i.test(name) || isPackage(bytes)) {
    const lines = bodyIn(name, bytes).flatMap(({ words }) => words.split('\n'))
    return {
      text: lines.join('\n'),
      against: (document) => ({ agreed: agreedWords(document, false), copy: wordsByLine(lines) }),
    }
  }
  const text = withoutMarkdown(plainTextOf(name, bytes)).replace(/^\| (.*) \|$/gm, '$1')
  return {
    text,
    against(document) {
      const agreed = agreedWords(document, true)
      const known = new Set(agreed.words.map((word) => word.text))
      const made = madeOn(document)
      const frames = [made, `${besideName(document)} ${made}`, `${document.author} Page 1 of 1`]
      return { agreed, copy: wordsOfPages(text, frames, known) }
    },
  }
}
