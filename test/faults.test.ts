import * as fs from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { type Disk, disk as real } from '../src/world/disk.ts'
import { filesOn } from '../src/world/files.ts'
import { keptOn } from '../src/world/kept.ts'
import { inFolders } from './folders.ts'
import { memoryWorld, small } from './memory-world.ts'
import { some } from './programs.ts'

let folder: string
inFolders((its) => {
  folder = its
})
const file = () => fs.readFileSync(join(folder, 'partnership.yaml'), 'utf8')
const left = () => fs.readdirSync(folder).filter((name) => /\.(lock|part)$/.test(name))

async function hjp(args: string[], disk: Disk = real) {
  const { world, said } = memoryWorld()
  const places = { cwd: folder, files: filesOn(disk), kept: keptOn(disk, join(folder, 'state')) }
  const code = await cli(args, { ...world, ...places }, '0')
  return { code, said: said() }
}

/** A disk on which one call of all fails, or that one and all after it; `calls` counts them. */
function failing(at: number, code: string, forEver: boolean): { disk: Disk; calls: () => number } {
  let calls = 0
  const disk = Object.fromEntries(
    Object.entries(real).map(([name, call]) => [
      name,
      (...given: unknown[]) => {
        calls += 1
        if (calls === at || (forEver && calls > at)) throw Object.assign(new Error(code), { code })
        return (call as (...given: unknown[]) => unknown)(...given)
      },
    ]),
  ) as Disk
  return { disk, calls: () => calls }
}

const OLD = ['answer', '5.1', '--as', 'legal', 'Words of old.']
const NEW = ['answer', '5.1', '--as', 'legal', 'Words of new.']

/** Every call that a write makes of the disk fails in turn. */
const FAULTS: [disk: string, code: string, forEver: boolean][] = [
  ['is gone from then on, as with a process that is killed', 'EIO', true],
  ['is full', 'ENOSPC', false],
  ['refuses', 'EACCES', false],
  ['breaks', 'EIO', false],
]
test.each(some(FAULTS))(
  'where the disk %s, the file is whole, and what is not in it is said',
  async (_, code, forEver) => {
    fs.writeFileSync(join(folder, 'partnership.yaml'), small)
    await hjp(OLD)
    const before = file()
    const counted = failing(0, code, false)
    await hjp(NEW, counted.disk)
    const after = file()
    expect(counted.calls()).toBeGreaterThan(15)
    for (let at = 1; at <= counted.calls(); at++) {
      fs.writeFileSync(join(folder, 'partnership.yaml'), before)
      fs.rmSync(join(folder, 'state'), { recursive: true, force: true })
      const run = await hjp(NEW, failing(at, code, forEver).disk)
      const where = `call ${at} of ${counted.calls()}: ${run.code} ${run.said}`
      expect([before, after], where).toContain(file())
      if (file() === before) expect([run.code, run.said.includes('Words of new.')], where).toEqual([2, true])
      else expect(run.said, where).toContain('changed')
      // A process that is gone leaves its lock; another of its number has another beginning.
      for (const name of left().filter((name) => name.endsWith('.lock'))) {
        const lock = join(folder, name)
        fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace(/"begun":"[^"]*"/, '"begun":"before"'))
      }
      expect(await hjp(NEW), where).toMatchObject({ code: 0 })
      expect(file()).toBe(after)
      expect(left(), where).toEqual([])
    }
  },
)
