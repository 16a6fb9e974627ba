import { answerTo } from '../../core/file/gathered.ts'
import { membersOn } from '../../core/file/members.ts'
import type { Answer, Partnership } from '../../core/file/partnership.ts'
import { decisionAbove, promptsOf } from '../../core/prompts/prompts.ts'
import { paragraphStamp, placementIn, wordsAt } from '../../core/record/adopt.ts'
import { HjpError } from '../../errors.ts'
import type { Block, Document, Inline } from '../../render/document/document.ts'
import { prose } from '../../render/document/prose.ts'
import type { World } from '../../world/world.ts'
import { readDocument } from '../adopt/read-document.ts'
import { inside, shown } from '../shared/find.ts'
import type { Opened } from '../shared/open.ts'

/** A partnership as an agreement that it had before has it, and the paragraphs of that which went nowhere. */
export type AsAdopted = { name: string; partnership: Partnership; left: string[] }

/** The partnership as the agreement that was last taken in has it. Throws HjpError nothingAdopted or adoptedGone, and what such files are refused with. */
export async function asAdopted(world: World, opened: Opened): Promise<AsAdopted> {
  const { partnership, folder } = opened
  const row = partnership.adopted.at(-1)
  if (!row) throw new HjpError('nothingAdopted')
  const path = await inside(world, folder, row.document)
  if (!(await world.files.has(path))) throw new HjpError('adoptedGone', shown(world, path))
  const old = { ...(await readDocument(world, opened, path)), document: row.document }
  const placement = placementIn(partnership, row.document)
  const by = membersOn(partnership, row.on).map(({ id }) => id)
  const prompts = promptsOf(opened.parts)
  const placedAt = prompts.filter(({ id }) => placement.has(id))
  /** What the words there follow, whatever was decided since: without a yes no document has them. */
  const above = placedAt.map((prompt) => decisionAbove(prompt, opened.parts)?.id)
  const asThere = (answer: Answer): Answer => {
    const placed = placement.get(answer.prompt)
    const text = placed && wordsAt(old, placed.stamps)
    const { agreed } = answer
    const isAbove = above.includes(answer.prompt)
    const decision = isAbove ? 'yes' : (agreed?.decision ?? placed?.decision)
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
    left: old.clauses.flatMap(({ paragraphs }) => paragraphs.filter((each) => !isPlaced(each))),
  }
}

const BLANK = { lead: undefined, review: undefined }

/**
 * A document with nothing in it but what the agreement of before says: its words in each clause, and at the end those that have no place in it.
 * Whatever else hjp writes is new to whoever has that paper in hand.
 */
export function wordsOnly(document: Document, { name, partnership, left }: AsAdopted): Document {
  const clauses = document.blocks.flatMap((block): Block[] => {
    const words = partnership.answers.find(({ prompt }) => prompt === block.prompt)?.agreed?.text
    return block.kind === 'clause' && words
      ? [{ kind: 'clause', prompt: block.prompt!, blocks: prose(words) }]
      : []
  })
  const title: Inline[] = [{ kind: 'text', text: `Only in ${name}` }]
  return {
    ...document,
    blocks: [
      ...clauses,
      ...(left.length > 0
        ? [{ kind: 'heading' as const, level: 1 as const, inlines: title, page: true }]
        : []),
      ...left.flatMap(prose),
    ],
  }
}
