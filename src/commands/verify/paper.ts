import { paragraphStamp } from '../../core/file/adopted-words.ts'
import type { OldClause } from '../../intake/agreement/old-clauses.ts'
import type { AgreedWords } from '../../render/copy/agreed-words.ts'
import { plainWords } from '../../render/copy/plain-words.ts'
import type { World } from '../../world/world.ts'
import { asWordOrText } from '../adopt/read-document.ts'
import { type AsAdopted, adoptedPath } from '../document/as-adopted.ts'
import type { Opened } from '../shared/open.ts'
import { readCopy } from './read-copy.ts'

/** Letters that number a heading, at most. */
const NUMBERED = 16

/** The words of an agreement of before, as it lies beside the file, line by line. Throws HjpError adoptedGone, and what such files are refused with. */
export async function paperWords(
  world: World,
  opened: Opened,
  { name, clauses }: AsAdopted,
): Promise<AgreedWords> {
  const path = await adoptedPath(world, opened, name)
  const { text } = await asWordOrText(world, path, name, readCopy)
  return wordsOfLines(text.split('\n'), clauses)
}

function wordsOfLines(lines: string[], clauses: OldClause[]): AgreedWords {
  const titles = [...new Set(clauses.flatMap(({ headings }) => headings))]
  const signing = clauses.flatMap(({ beside, paragraphs }) => (beside === 'signature' ? paragraphs : []))
  const all: AgreedWords = { passages: [], words: [] }
  let section = { where: 'the beginning', isToFill: false }
  for (const line of lines.map((each) => each.trim()).filter(Boolean)) {
    const isTitle = titles.some((title) => line.endsWith(title) && line.length < title.length + NUMBERED)
    if (isTitle) section = { where: line, isToFill: false }
    const isToFill = section.isToFill || signing.some((words) => words.includes(line))
    section = { ...section, isToFill }
    all.passages.push({ ...section, header: '', isContents: false })
    for (const text of plainWords(line))
      all.words.push({ text, soft: false, passage: all.passages.length - 1 })
  }
  return all
}

/** The ids of the prompts at which words of it were taken in that are not in it any more. */
export function changedSince({ placement, clauses }: AsAdopted): string[] {
  const there = new Set(
    clauses.flatMap(({ leads, paragraphs }) => [...leads, ...paragraphs].map(paragraphStamp)),
  )
  return [...placement].flatMap(([id, { stamps }]) =>
    [...stamps].every((each) => there.has(each)) ? [] : id,
  )
}
