import * as fs from 'node:fs'

/** What hjp uses of the file system when it writes. Tests let each call of it fail in turn. */
export type Disk = Pick<
  typeof fs,
  | 'chmodSync'
  | 'chownSync'
  | 'closeSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>
export const disk: Disk = fs

/** What the system says when it refuses, in words a person can act on. */
const WHY: Record<string, string> = {
  EACCES: 'you may not do that here.',
  EPERM: 'you may not do that here.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is full.',
  EFBIG: 'it would be larger than a file may be here.',
  EROFS: 'the disk can only be read.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'part of its path is a file, not a folder.',
  ENAMETOOLONG: 'its name is too long.',
  ELOOP: 'its links lead round in a circle.',
  EBUSY: 'another program has it open. Close it there, and try again.',
  EEXIST: 'part of its path is a file, not a folder.',
  ENOENT: 'its folder is not there.',
  EIO: 'the disk does not answer as it should.',
}
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
export const why = (error: unknown): string => WHY[codeOf(error)] ?? `${(error as Error).message}.`
export const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

/** What a call gives; nothing where it fails. */
export function tried<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch {
    return undefined
  }
}

/** Whether a process of this machine still runs. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process began, where the system tells: its number may have gone to another since. */
export const begunOf = (id: number): string =>
  tried(() => {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    const ticks = fs
      .readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
    return `${boot}-${ticks}`
  }) ?? ''
