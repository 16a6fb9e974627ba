import { isDeepStrictEqual } from 'node:util'
import { HjpError } from '../../errors.ts'
import { editYaml } from '../file/apply.ts'
import { contradictions, Partnership, PartnershipRows } from '../file/partnership.ts'
import { lineBreak } from '../file/splice.ts'
import { isRecord, valueAt } from '../file/walk.ts'
import { parseYaml, readYaml } from '../file/yaml.ts'
import { orNothing } from '../values/or-nothing.ts'
import { type Said, withComments } from './comments.ts'
import { editsBetween } from './edits-between.ts'
import { withOwnIds } from './ids.ts'
import { mergedLines } from './lines.ts'
import { type Clash, type KeptRow, mergeData, type Versions } from './three-ways.ts'
import { withClashes } from './waiting.ts'

/** Two texts of a partnership file that were made from one; a base that is not there is blank. */
export type Texts = { base: string; ours: string; theirs: string }
export type Merged = { text: string; clashes: Clash[]; kept: KeptRow[] }

/**
 * All that either version says, in the layout of ours, with the comments of both. Where they say different things of the same, ours
 * stands, and theirs waits to be settled. `path` is for messages. Throws HjpError badFile where one of them is no partnership
 * file, and editRefused or badFile where what comes of it would not be one.
 */
export function mergeVersions(path: string, texts: Texts): Merged {
  const { base, ours, theirs } = alike(texts)
  const said = (text: string): Said => ({ text, data: parseYaml(path, text).data })
  for (const text of [ours, theirs]) readYaml(path, text, Partnership)
  const [here, there] = [said(ours), said(theirs)]
  const was = readBase(path, base)
  const versions = { base: was, ours: here.data, theirs: there.data }
  const { data, clashes, kept } = mergeData({ ...versions, theirs: withOwnIds(versions) })
  const wanted = withClashes(withPartners(data, versions), clashes)
  const text = written(path, wanted, here, was === undefined ? [] : layouts(path, { base, ours, theirs }))
  const noted = withComments(base, [here, there], said(text), PartnershipRows)
  readYaml(path, noted, Partnership)
  const isRight = isDeepStrictEqual(said(noted).data, said(text).data)
  return { clashes, kept, text: (texts.ours.startsWith(MARK) ? MARK : '') + (isRight ? noted : text) }
}

const MARK = '\uFEFF'

/** With the line ends of ours, and without a byte order mark. */
function alike({ base, ours, theirs }: Texts): Texts {
  const end = lineBreak(ours)
  const as = (text: string) => text.replace(MARK, '').replace(/\r?\n/g, end)
  return { base: as(base), ours: ours.replace(MARK, ''), theirs: as(theirs) }
}

/** Nothing where it was no partnership file: then all that either says is new. */
const readBase = (path: string, text: string): unknown =>
  orNothing(() => {
    readYaml(path, text, Partnership)
    return parseYaml(path, text).data
  })

/** What git would make of the lines, in several ways: it has the layout and the comments of both. */
function layouts(path: string, { base, ours, theirs }: Texts): Said[] {
  return mergedLines(base, ours, theirs).flatMap((text) => {
    try {
      return [{ text, data: parseYaml(path, text).data }]
    } catch (error) {
      if (error instanceof HjpError) return []
      throw error
    }
  })
}

/** The text that has least to be changed until it says what it should. */
function written(path: string, wanted: unknown, ours: Said, others: Said[]): string {
  const ways = [...others, ours].map(({ text, data }) => ({
    text,
    edits: editsBetween(data, wanted, PartnershipRows),
  }))
  let problem: unknown
  for (const { text, edits } of ways.toSorted((a, b) => a.edits.length - b.edits.length))
    try {
      return editYaml(path, text, edits)
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      problem = error
    }
  throw problem
}

/** A partner that one version took away, and that the other has something new of, comes back. */
function withPartners(data: unknown, { base, ours, theirs }: Versions): unknown {
  const read = PartnershipRows.safeParse(data)
  if (!read.success || !isRecord(data)) return data
  const strangers = contradictions(read.data).flatMap(({ path }) => {
    const name = valueAt(data, path)
    const all = [base, ours, theirs].flatMap((each) =>
      isRecord(each) ? (each['partners'] as unknown[]) : [],
    )
    return all.find((partner) => isRecord(partner) && partner['id'] === name) ?? []
  })
  return { ...data, partners: [...(data['partners'] as unknown[]), ...new Set(strangers)] }
}
