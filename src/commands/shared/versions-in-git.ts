import { HjpError } from '../../errors.ts'
import type { History, World } from '../../world/world.ts'

/** The versions of a file that git has, oldest first. None where git fails: nobody asked it for anything. */
export const versionsInGit = ({ git }: World, path: string): Promise<History['versions']> =>
  git.history(path).then(
    (history) => history?.versions ?? [],
    (error) => {
      if (error instanceof HjpError) return []
      throw error
    },
  )
