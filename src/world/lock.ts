import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { HjpError } from '../errors.ts'
import { begunOf, codeOf, type Disk, isRunning, tried, why } from './disk.ts'
import { clearParts } from './replace.ts'

/** Who holds a file, as its lock says. `begun` tells a process from a later one of the same number; `at` is the time of day. */
type Holder = { process: number; host: string; begun: string; at: string; turn: number }

/** Milliseconds. A lock is held for less than a second, and one without words is just being taken. */
const WAIT = { pause: 20, wordless: 300, unknown: 10_000, living: 15_000 }

/** The locks that this process holds, as they read. */
const held = new Map<string, string>()
export const holdsNothing = (): boolean => held.size === 0

let turns = 0
const mine = (): string => {
  const { pid } = process
  const at = new Date().toTimeString().slice(0, 8)
  return JSON.stringify({
    process: pid,
    host: hostname(),
    begun: begunOf(pid),
    at,
    turn: turns++,
  } satisfies Holder)
}
const lockOf = (disk: Disk, path: string): string => `${tried(() => disk.realpathSync(path)) ?? path}.lock`

/** Does something while no other hjp does the same to this file. Throws HjpError busy or cannotLock. */
export async function alone<T>(disk: Disk, path: string, work: () => Promise<T>): Promise<T> {
  const lock = lockOf(disk, path)
  await take(disk, lock, path)
  try {
    return await work()
  } finally {
    release(disk, lock)
  }
}

/** Takes away the locks of this process, where it has to end. */
export const releaseAll = (disk: Disk): void => {
  for (const lock of held.keys()) release(disk, lock)
}

/** Takes away the lock that a process left which runs no more, and what it had half made. */
export function clearLeft(disk: Disk, path: string): void {
  const lock = lockOf(disk, path)
  const found = tried(() => disk.readFileSync(lock, 'utf8'))
  if (found !== undefined && isLeft(found, 0)) remove(disk, lock, found)
}

function release(disk: Disk, lock: string): void {
  if (tried(() => disk.readFileSync(lock, 'utf8')) === held.get(lock)) tried(() => disk.rmSync(lock))
  held.delete(lock)
}

async function take(disk: Disk, lock: string, path: string): Promise<void> {
  const began = Date.now()
  let seen: string | undefined
  let since = began
  while (!claim(disk, lock, path)) {
    const found = wordsIn(disk, lock)
    if (found !== seen) since = Date.now()
    seen = found
    if (seen === undefined) continue
    if (isLeft(seen, Date.now() - since)) remove(disk, lock, seen)
    else if (Date.now() - began > WAIT.living) throw new HjpError('busy', path, holderIn(seen))
    else await setTimeout(WAIT.pause * (1 + Math.random()))
  }
}

/** Whether the lock was free, and is ours now. */
function claim(disk: Disk, lock: string, path: string): boolean {
  const words = mine()
  let file: number
  try {
    file = disk.openSync(lock, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new HjpError('cannotLock', path, why(error))
  }
  held.set(lock, words)
  try {
    disk.writeSync(file, words)
    return true
  } catch (error) {
    tried(() => disk.rmSync(lock))
    held.delete(lock)
    throw new HjpError('cannotLock', path, why(error))
  } finally {
    tried(() => disk.closeSync(file))
  }
}

const FOLDER = 'a folder'
const wordsIn = (disk: Disk, lock: string): string | undefined =>
  tried(() => disk.readFileSync(lock, 'utf8')) ??
  (tried(() => disk.lstatSync(lock))?.isDirectory() ? FOLDER : undefined)

/** Whether nobody holds a lock any more that has stood so for these milliseconds. */
function isLeft(words: string, stood: number): boolean {
  const holder = holderIn(words)
  if (holder?.host === hostname())
    return !isRunning(holder.process) || begunOf(holder.process) !== holder.begun
  return stood > (words === '' ? WAIT.wordless : WAIT.unknown)
}

/** Looks again first: another may have taken it meanwhile. */
function remove(disk: Disk, lock: string, words: string): void {
  if (wordsIn(disk, lock) !== words) return
  tried(() => (words === FOLDER ? disk.rmdirSync(lock) : disk.rmSync(lock)))
  clearParts(disk, lock.slice(0, -'.lock'.length))
}

function holderIn(words: string): Holder | undefined {
  const holder = tried(() => JSON.parse(words) as Partial<Holder> | null)
  return typeof holder?.process === 'number' && holder.host ? (holder as Holder) : undefined
}
