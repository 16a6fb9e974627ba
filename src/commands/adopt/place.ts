import { paragraphStamp } from '../../core/file/adopted-words.ts'
import { readText } from '../../core/file/yaml.ts'
import { type Part, type Prompt, parseParts, promptNamed } from '../../core/prompts/prompts.ts'
import {
  type Placed,
  type Placement,
  placementIn,
  recordAdopted,
  recordFacts,
  recordLeftOut,
} from '../../core/record/adopt.ts'
import type { Wanted } from '../../core/record/adopt-list.ts'
import { OWN_FILE, ownPromptId, withOwnPrompts } from '../../core/record/own-prompts.ts'
import { tellingIn } from '../../core/screen/screen.ts'
import { HjpError } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { inside, shown } from '../shared/find.ts'
import { type Opened, open } from '../shared/open.ts'
import { writeOwn } from '../shared/own-prompts.ts'
import { save } from '../shared/save.ts'
import type { OldDocument } from './read-document.ts'

/** Writes down where paragraphs of an agreement go. What is at a prompt now and not wanted there goes from it. Gives the file as it is then. */
export async function place(
  world: World,
  opened: Opened,
  old: OldDocument,
  { prompts, own, left, facts }: Wanted,
): Promise<{ done: Written; opened: Opened }> {
  const { parts, writeFile } = await withOwn(world, opened, [...own.keys()])
  const all = new Map<Prompt, Placed>(prompts)
  for (const [topic, placed] of own) all.set(promptNamed(parts, ownPromptId(topic))!, placed)
  for (const id of placementIn(opened.partnership, old.document).keys()) {
    const prompt = promptNamed(parts, id)
    if (prompt && !all.has(prompt)) all.set(prompt, { stamps: new Set() })
  }
  const writes = [
    ...recordAdopted(parts, old, all, world.today),
    recordLeftOut(old, left, world.today),
    ...recordFacts(facts),
  ]
  const done = await save(world, { ...opened, parts }, writes)
  // Only now: where the words are refused, nothing at all is written.
  await writeFile()
  return { done, opened: await open(world, { file: opened.path }) }
}

/** The parts, with questions of the partnership's own for these topics, and what writes those down. Throws HjpError mayIdentify where a topic could tell who a client is. */
async function withOwn(
  world: World,
  { folder, parts }: Opened,
  topics: string[],
): Promise<{ parts: Part[]; writeFile: () => Promise<void> }> {
  if (topics.length === 0) return { parts, writeFile: async () => {} }
  for (const topic of topics) {
    const found = tellingIn(topic, { names: [], reached: [] }, false)
    const why = found.map(({ words, what, why }) => `"${words}" looks like ${what}: ${why}.`)
    if (found.length > 0 && !world.allow) throw new HjpError('mayIdentify', why, [topic])
  }
  const path = await inside(world, folder, OWN_FILE)
  const bytes = await world.files.read(path)
  const text = bytes && readText(shown(world, path), bytes)
  const after = withOwnPrompts(text, parts, topics)
  const [own] = parseParts([{ path: OWN_FILE, text: after }])
  return {
    parts: [...parts.filter(({ id }) => id !== own!.id), own!],
    writeFile: async () => {
      if (after !== text) await writeOwn(world, path, bytes, after)
    },
  }
}

/** Where everything is now, with some paragraphs at another place. What led to them goes with the last of them. */
export function moved(
  placement: Placement,
  { parts }: Opened,
  { clauses }: OldDocument,
  stamps: ReadonlySet<string>,
): Map<Prompt, Placed> {
  const leads = new Set(clauses.flatMap((each) => each.leads.map(paragraphStamp)))
  return new Map(
    [...placement].flatMap(([id, { stamps: there, decision }]) => {
      const prompt = promptNamed(parts, id)
      const rest = [...there].filter((each) => !stamps.has(each))
      const left = rest.every((each) => leads.has(each)) ? [] : rest
      return prompt ? [[prompt, { stamps: new Set(left), decision }]] : []
    }),
  )
}
