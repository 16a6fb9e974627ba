import { plainTextOf } from '../../intake/charset.ts'
import { isPackage } from '../../intake/word/package.ts'
import { bodyIn } from '../../intake/word/word.ts'
import type { AgreedWords } from '../../render/copy/agreed-words.ts'
import { type CopyWord, wordsByLine, wordsOfPages } from '../../render/copy/copy-words.ts'
import { withoutMarkdown } from '../../render/copy/without-markdown.ts'
import type { Document } from '../../render/document/document.ts'
import { madeOn } from '../../render/document/document.ts'
import { besideName } from '../../render/formats/docx/frame.ts'

/** A copy that came back: what it says in all, whether it has what only paper has, and its words beside those of what it should be. */
export type ReadCopy = {
  text: string
  isPaper: boolean
  /** `frames` are lines that stand above or below its pages. */
  wordsBeside(agreed: AgreedWords, frames: string[]): CopyWord[]
}

/** Reads a copy: a Word file, or a text. Throws what Word files and texts are refused with. */
export function readCopy(name: string, bytes: Uint8Array): ReadCopy {
  if (/\.do[ct][xm]?$/i.test(name) || isPackage(bytes)) {
    const lines = bodyIn(name, bytes).flatMap(({ words }) => words.split('\n'))
    return { text: lines.join('\n'), isPaper: false, wordsBeside: () => wordsByLine(lines) }
  }
  const text = withoutMarkdown(plainTextOf(name, bytes)).replace(/^\| (.*) \|$/gm, '$1')
  return {
    text,
    isPaper: true,
    wordsBeside: ({ words }, frames) => wordsOfPages(text, frames, new Set(words.map((word) => word.text))),
  }
}

/** The lines that stand above and below the pages of a document of ours. */
export function framesOf(document: Document): string[] {
  const made = madeOn(document)
  return [made, `${besideName(document)} ${made}`, `${document.author} Page 1 of 1`]
}
