import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'

/**
 * What to save of all that came back: all of it, nothing, or where `nameOf` says how each is called, what is picked one by one.
 * Throws HjpError needsYes where nobody can be asked.
 */
export async function chooseWhatToSave<T>(
  { terminal }: World,
  all: T[],
  yes: boolean,
  nameOf?: (each: T) => string,
): Promise<T[]> {
  if (yes || all.length === 0) return all
  if (!terminal.interactive) throw new HjpError('needsYes')
  const choice = await terminal.choose('Save this in the file?', [
    { value: 'all', name: all.length === 1 ? 'Yes' : `Yes, all ${all.length}` },
    ...(nameOf && all.length > 1 ? [{ value: 'some', name: 'Ask me about each' }] : []),
    { value: 'none', name: 'No, leave the file as it is' },
  ])
  if (!nameOf || choice !== 'some') return choice === 'all' ? all : []
  const picked: T[] = []
  for (const each of all) {
    const answer = await terminal.choose(`${nameOf(each)}?`, [
      { value: 'yes', name: 'Save it' },
      { value: 'no', name: 'Skip it' },
    ])
    if (answer === 'yes') picked.push(each)
  }
  return picked
}
