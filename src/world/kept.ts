import { homedir } from 'node:os'
import { join } from 'node:path'
import { HjpError } from '../errors.ts'
import { type Disk, isAbsent, tried, why } from './disk.ts'
import { replace } from './replace.ts'
import type { Kept } from './world.ts'

const { env, platform } = process

/** The folder that this system has for what a program keeps of its own. */
export const stateFolder = (): string => {
  const home = homedir()
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'hjp')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'hjp')
  return join(env['XDG_STATE_HOME'] || join(home, '.local', 'state'), 'hjp')
}

/** Files of its user alone, in the user's state folder. */
export function keptOn(disk: Disk, folder = stateFolder()): Kept {
  return {
    folder,
    read(name) {
      try {
        return disk.readFileSync(join(folder, name), 'utf8')
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw new HjpError('cannotRead', join(folder, name), why(error))
      }
    },
    write(name, text) {
      const path = join(folder, name)
      try {
        disk.mkdirSync(folder, { recursive: true, mode: 0o700 })
        replace(disk, path, Buffer.from(text), { mode: 0o600 })
      } catch (error) {
        if (error instanceof HjpError) throw error
        throw new HjpError('cannotWrite', path, why(error))
      }
    },
    remove: (name) => void tried(() => disk.rmSync(join(folder, name), { force: true })),
  }
}
