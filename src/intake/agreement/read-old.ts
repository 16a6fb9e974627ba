import { extname } from 'node:path'
import { HjpError } from '../../errors.ts'
import { plainTextOf } from '../charset.ts'
import { isPackage } from '../word/package.ts'
import type { Paragraph } from '../word/paragraph.ts'
import { wholeIn } from '../word/word.ts'
import { type OldClause, oldClauses } from './old-clauses.ts'
import { oldLines, type RawLine } from './old-lines.ts'
import { markdownLines, plainLines } from './text-lines.ts'
import { wordLines } from './word-lines.ts'

/**
 * The clauses of an agreement that partners had before, from a Word file, Markdown or a text. Nothing that it says is left out. Throws
 * HjpError onlyPictures, saysNothing, and what Word files and texts are refused with.
 */
export function readOld(name: string, bytes: Uint8Array): OldClause[] {
  const isWord = /\.do[ct][xm]?$/i.test(name) || isPackage(bytes)
  const { lines, remarks } = isWord ? inWord(name, bytes) : { lines: inText(name, bytes), remarks: [] }
  const clauses = oldClauses(oldLines(lines))
  if (clauses.length === 0) throw new HjpError('saysNothing', name)
  return [
    ...clauses,
    ...remarks.map(
      (words): OldClause => ({ headings: [], leads: [], number: '', paragraphs: [words], beside: 'remark' }),
    ),
  ]
}

function inText(name: string, bytes: Uint8Array): RawLine[] {
  const text = plainTextOf(name, bytes).replace(/\r\n?/g, '\n')
  return /^\.(?:md|markdown)$/i.test(extname(name)) ? markdownLines(text) : plainLines(text)
}

/** What a Word file says, and what stands beside it: comments, heads of pages, and words that are struck or hidden. */
function inWord(name: string, bytes: Uint8Array): { lines: RawLine[]; remarks: string[] } {
  const { body, frames, marker, remarks } = wholeIn(name, bytes)
  if (body.every(({ words }) => words.trim() === '') && body.some(({ pictures }) => pictures > 0))
    throw new HjpError('onlyPictures', name)
  const notesOf = (paragraphs: Paragraph[]) =>
    paragraphs.flatMap((each) =>
      each.remarks.flatMap((id) => {
        const remark = remarks.get(id)
        if (remark?.what !== 'footnote' || paragraphs.every(({ words }) => !words.trim())) return []
        remarks.delete(id)
        return remark.words
      }),
    )
  const lines = wordLines(body, marker, notesOf)
  const beside = [
    ...body.flatMap(({ struck, hidden }) => [struck, hidden]),
    ...[...remarks.values()].map(({ words }) => words),
    ...frames,
  ]
  return {
    lines,
    remarks: [...new Set(beside.map((words) => words.trim()).filter(Boolean))],
  }
}
