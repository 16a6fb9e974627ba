import { editYaml } from '../../core/file/apply.ts'
import type { Edit } from '../../core/file/edits.ts'
import { isRecord, type Path } from '../../core/file/walk.ts'
import { parseYaml } from '../../core/file/yaml.ts'
import type { Source } from '../../core/prompts/prompts.ts'
import type { Typed } from '../../core/values/typed-day.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { sourceGiven } from './given.ts'
import type { Opened } from './open.ts'
import { type Here, hereIn, readDay, readTime } from './typed.ts'

/** A file of answers, or standard input for `-`, with its days and times as the file has them. Throws HjpError badAnswers. */
export async function typedSource(world: World, opened: Opened, name: string): Promise<Source> {
  const { path, text } = await sourceGiven(world, name)
  const here = hereIn(world, opened)
  const edits: Edit[] = []
  const complaints: string[] = []
  for (const { at, value } of textsWithin(parseYaml(path, text).data)) {
    const read = await readTyped(at, value, here)
    if (read && 'wrong' in read) complaints.push(`${at.join(' → ')}: ${read.wrong}`)
    else if (read && read.is !== value) edits.push({ at, value: read.is })
  }
  if (complaints.length > 0) throw new HjpError('badAnswers', path, complaints)
  return { path, text: edits.length > 0 ? editYaml(path, text, edits) : text }
}

function textsWithin(data: unknown, at: Path = []): { at: Path; value: string }[] {
  if (typeof data === 'string') return [{ at, value: data }]
  if (Array.isArray(data)) return data.flatMap((each, n) => textsWithin(each, [...at, n]))
  return isRecord(data) ? Object.entries(data).flatMap(([key, each]) => textsWithin(each, [...at, key])) : []
}

/** A day or a time, where one stands there and is not as the file has it. */
async function readTyped(at: Path, value: string, here: Here): Promise<Typed | undefined> {
  const key = at.at(-1)
  if (value.trim() === '' || /^\d{4}-\d|^\d\d?:\d/.test(value)) return undefined
  if (key === 'start') return readTime(value, here)
  if (key === 'on') return readDay(value, here, at.at(-2) === 'next' ? 'ahead' : 'behind')
  return key === 'review' || key === 'due' ? readDay(value, here, 'ahead') : undefined
}
