import { basename, dirname, join } from 'node:path'
import { HjpError } from '../errors.ts'
import { codeOf, type Disk, isRunning, tried } from './disk.ts'

/**
 * New bytes in the place of a file, whole or not at all; a file that was not there gets this mode. `over` is what must still
 * stand there: throws HjpError changedMeanwhile where it does not, readOnly, or what the system says where it refuses.
 */
export function replace(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  { over, mode = 0o666 }: { over?: Uint8Array | undefined; mode?: number } = {},
): void {
  const there = tried(() => disk.statSync(path))
  if (there && (there.mode & 0o222) === 0) throw new HjpError('readOnly', path)
  disk.mkdirSync(dirname(path), { recursive: true })
  clearParts(disk, path)
  const part = `${path}.${process.pid}-${Math.random().toString(36).slice(2, 8)}.part`
  parts.add(part)
  try {
    const made = disk.openSync(part, 'wx', there ? there.mode & 0o777 : mode)
    let keepsOwner = true
    try {
      if (there) keepsOwner = belongsTo(disk, part, there)
      writeWhole(disk, made, bytes)
      disk.fsyncSync(made)
    } finally {
      disk.closeSync(made)
    }
    const isStill = () =>
      !over || Buffer.from(over).equals(tried(() => disk.readFileSync(path)) ?? Buffer.alloc(0))
    if (!isStill()) throw new HjpError('changedMeanwhile', path)
    // A new file would not be the one that another name, or another owner, has.
    if (there && (there.nlink > 1 || !keepsOwner)) writeInto(disk, path, bytes)
    else renamed(disk, part, path, isStill)
  } finally {
    tried(() => disk.rmSync(part, { force: true }))
    parts.delete(part)
  }
}

/** Files that are being made at this moment. */
const parts = new Set<string>()
/** Takes them away, where the program has to end. */
export const clearUnfinished = (disk: Disk): void => {
  for (const part of parts) tried(() => disk.rmSync(part, { force: true }))
}

/** Takes away what a process that is no longer there left half made beside a file. */
export function clearParts(disk: Disk, path: string): void {
  const base = `${basename(path)}.`
  for (const name of tried(() => disk.readdirSync(dirname(path))) ?? []) {
    if (!name.startsWith(base)) continue
    const [, by] = /^(\d+)(?:-\w+)?\.part$/.exec(name.slice(base.length)) ?? []
    const left = join(dirname(path), name)
    const isLeft = Number(by) === process.pid ? !parts.has(left) : !isRunning(Number(by))
    if (by && isLeft) tried(() => disk.rmSync(left, { force: true }))
  }
}

/** Gives a new file the mode and the owner of another. False where the owner could not be kept. */
function belongsTo(
  disk: Disk,
  path: string,
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
): boolean {
  const made = disk.statSync(path)
  if (made.uid !== uid || made.gid !== gid)
    try {
      disk.chownSync(path, uid, gid)
    } catch {
      return false
    }
  // After the owner, since a change of owner takes away some of the mode.
  disk.chmodSync(path, mode & 0o7777)
  return true
}

function writeWhole(disk: Disk, file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += disk.writeSync(file, bytes, at, bytes.length - at, at)
}

/** Over what stands in a file; where that fails, what stood there is put back. */
function writeInto(disk: Disk, path: string, bytes: Uint8Array): void {
  const before = disk.readFileSync(path)
  const file = disk.openSync(path, 'r+')
  const put = (content: Uint8Array) => {
    writeWhole(disk, file, content)
    disk.ftruncateSync(file, content.length)
    disk.fsyncSync(file)
  }
  try {
    put(bytes)
  } catch (error) {
    put(before)
    throw error
  } finally {
    disk.closeSync(file)
  }
}

const TRIES = 20
/** Windows refuses for a moment while a virus scanner, a sync program or Word looks at a file. */
const MOMENT = { codes: ['EPERM', 'EACCES', 'EBUSY'], wait: 50 }

function renamed(disk: Disk, from: string, to: string, isStill: () => boolean): void {
  for (let tries = 1; ; tries++) {
    try {
      disk.renameSync(from, to)
      return
    } catch (error) {
      if (process.platform !== 'win32' || !MOMENT.codes.includes(codeOf(error))) throw error
      if (tries === TRIES) throw new HjpError('openElsewhere', to)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT.wait)
      if (!isStill()) throw new HjpError('changedMeanwhile', to)
    }
  }
}
