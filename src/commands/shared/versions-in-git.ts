import { Partnership } from '../../core/file/partnership.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { orNothing } from '../../core/values/or-nothing.ts'
import { HjpError } from '../../errors.ts'
import type { History, World } from '../../world/world.ts'
import type { Opened } from './open.ts'

/** The versions of a file that git has, oldest first. None where git fails: nobody asked it for anything. */
export const versionsInGit = ({ git }: World, path: string): Promise<History['versions']> =>
  git.history(path).then(
    (history) => history?.versions ?? [],
    (error) => {
      if (error instanceof HjpError) return []
      throw error
    },
  )

/** The partnership as git had it at the end of a day; nothing where it had none that can be read. */
export async function asOf(world: World, { path, shown }: Opened, on: string) {
  const text = (await world.git.version(path, on))?.text
  if (text === undefined) return undefined
  return orNothing(() => ({ partnership: readYaml(`${on}:${shown}`, text, Partnership), on }))
}
