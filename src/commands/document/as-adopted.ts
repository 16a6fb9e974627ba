import { paragraphStamp } from '../../core/file/adopted-words.ts'
import { answerTo } from '../../core/file/gathered.ts'
import { membersOn } from '../../core/file/members.ts'
import { type Answer, DECISIONS, type Partnership } from '../../core/file/partnership.ts'
import { decisionAbove, promptsOf } from '../../core/prompts/prompts.ts'
import { adoptedRow, type Placement, placementIn, wordsAt } from '../../core/record/adopt.ts'
import { clauseStamp } from '../../core/view/signed.ts'
import { HjpError } from '../../errors.ts'
import type { OldClause } from '../../intake/agreement/old-clauses.ts'
import type { Block, Document, Inline } from '../../render/document/document.ts'
import { prose } from '../../render/document/prose.ts'
import { compared } from '../../render/redline/compare.ts'
import { summary } from '../../render/redline/summary.ts'
import type { World } from '../../world/world.ts'
import { readDocument } from '../adopt/read-document.ts'
import { inside, shown } from '../shared/find.ts'
import type { Opened } from '../shared/open.ts'

/** A partnership as an agreement that it had before has it, and its paragraphs that went nowhere. */
export type AsAdopted = {
  name: string
  partnership: Partnership
  placement: Placement
  clauses: OldClause[]
  left: { words: string; isClause: boolean }[]
}

/** Which agreement of before, the last where none is named, and the stamps of its clauses with their decisions, where it was signed. */
type Which = { document?: string | undefined; clauses?: Record<string, string> }

/** The partnership as an agreement that was taken in has it. Throws HjpError nothingAdopted or adoptedGone, and what such files are refused with. */
export async function asAdopted(
  world: World,
  opened: Opened,
  { document, clauses: held = {} }: Which = {},
): Promise<AsAdopted> {
  const { partnership } = opened
  const row = adoptedRow(partnership, document)
  if (!row) throw new HjpError('nothingAdopted')
  const path = await adoptedPath(world, opened, row.document)
  const old = { ...(await readDocument(world, opened, path)), document: row.document }
  const placement = placementIn(partnership, row.document)
  const by = membersOn(partnership, row.on).map(({ id }) => id)
  const prompts = promptsOf(opened.parts)
  const placedAt = prompts.filter(({ id }) => placement.has(id))
  /** What the words there follow, whatever was decided since: without a yes no document has them. */
  const above = placedAt.map((prompt) => decisionAbove(prompt, opened.parts)?.id)
  const asThere = (answer: Answer): Answer => {
    const placed = placement.get(answer.prompt)
    const { agreed } = answer
    const text = placed && brokenAs(wordsAt(old, placed.stamps), agreed?.text ?? '')
    const isAbove = above.includes(answer.prompt)
    const signed = DECISIONS.find(
      (decision) => clauseStamp({ decision, text: text ?? '' }) === held[answer.prompt],
    )
    const decision = signed ?? (isAbove ? 'yes' : (agreed?.decision ?? placed?.decision))
    return {
      ...answer,
      agreed:
        text || isAbove
          ? { ...BLANK, on: row.on, ...agreed, text: text ?? '', by, also: [], decision, wording: undefined }
          : undefined,
    }
  }
  const isPlaced = (words: string) =>
    [...placement.values()].some(({ stamps }) => stamps.has(paragraphStamp(words)))
  return {
    name: row.document,
    partnership: {
      ...partnership,
      answers: prompts.map((prompt) => asThere(answerTo(partnership, prompt))),
    },
    placement,
    clauses: old.clauses,
    left: old.clauses.flatMap(({ paragraphs, beside }) =>
      paragraphs.flatMap((words) => (isPlaced(words) ? [] : { words, isClause: !beside })),
    ),
  }
}

/** Words with empty lines where others have them before the same lines, so that what is told apart is words. */
function brokenAs(words: string, others: string): string {
  const breaks = new Map([...others.matchAll(LINE)].map(([, end, line]) => [line!.trim(), end!]))
  return words.replace(LINE, (_, end, line) => `${breaks.get(line.trim()) ?? end}${line}`)
}
const LINE = /(\n(?:[^\S\n]*\n)*)([^\n]*\S[^\n]*)/g

const BLANK = { lead: undefined, review: undefined }

/** Where an agreement of before is. Throws HjpError adoptedGone. */
export async function adoptedPath(world: World, { folder }: Opened, document: string): Promise<string> {
  const path = await inside(world, folder, document)
  if (!(await world.files.has(path))) throw new HjpError('adoptedGone', shown(world, path))
  return path
}

/**
 * A document with nothing in it but what the agreement of before says: its words in each clause, and at the end those that have no place in it.
 * Whatever else hjp writes is new to whoever has that paper in hand.
 */
export function wordsOnly(document: Document, { name, partnership, left }: AsAdopted): Document {
  const clauses = document.blocks.flatMap((block): Block[] => {
    const words = partnership.answers.find(({ prompt }) => prompt === block.prompt)?.agreed?.text
    return block.kind === 'clause' && words
      ? [{ kind: 'clause', prompt: block.prompt!, blocks: prose(words), isPaper: true }]
      : []
  })
  return {
    ...document,
    blocks: [
      ...clauses,
      ...onlyIn(
        name,
        left.map(({ words }) => words),
      ),
    ],
  }
}

/** The same words as our documents put them, without the decision that some of them follow: beside today's, only what was agreed since differs. */
export function inOurOrder(document: Document, { name, partnership, placement, left }: AsAdopted): Document {
  const assumed = partnership.answers.filter(({ agreed, prompt }) => agreed && !placement.has(prompt))
  const isThere = (block: Block) =>
    block.kind !== 'clause' || !assumed.some(({ prompt }) => prompt === block.prompt)
  const clauses = left.flatMap(({ words, isClause }) => (isClause ? [words] : []))
  const blocks = document.blocks
    .filter(isThere)
    .map((block): Block => (block.kind === 'clause' ? { ...block, isPaper: true } : block))
  return { ...document, blocks: [...blocks, ...onlyIn(name, clauses)] }
}

/** How much was agreed otherwise since, in words: of what hjp writes round the clauses nothing counts. */
export function agreedSince(made: Document, after: Document, old: AsAdopted): string {
  const clausesOf = ({ blocks }: Document) => blocks.filter(({ kind }) => kind === 'clause')
  const left = old.left.flatMap(({ words, isClause }): Block[] =>
    isClause ? [{ kind: 'clause', blocks: prose(words) }] : [],
  )
  const before = { ...made, blocks: [...clausesOf(inOurOrder(made, old)), ...left] }
  return summary(compared(before, { ...after, blocks: clausesOf(after) }, old.name).blocks)
}

function onlyIn(name: string, words: string[]): Block[] {
  const title: Inline[] = [{ kind: 'text', text: `Only in ${name}` }]
  return words.length === 0
    ? []
    : [{ kind: 'heading', level: 1, inlines: title, page: true }, ...words.flatMap(prose)]
}
