import { relative } from 'node:path'
import type { World, Written } from '../world/world.ts'

/** A world in which a command does all that it would do, and nothing of it stays: neither in files, nor in git, nor what hjp keeps. */
export function dryRun(world: World): { trial: World; tell(): Promise<void> } {
  const made = new Map<string, Buffer>()
  const read: World['files']['read'] = async (path) => made.get(path) ?? world.files.read(path)
  const trial: World = {
    ...world,
    files: {
      ...world.files,
      read,
      has: async (path) => made.has(path) || world.files.has(path),
      alone: (_, work) => work(),
      clearLeft: () => {},
      async write(path, content): Promise<Written> {
        const [before, bytes] = [await read(path), Buffer.from(content)]
        if (before && bytes.equals(before)) return 'identical'
        made.set(path, bytes)
        return before ? 'would change' : 'would create'
      },
      remove: async () => 'would remove',
    },
    kept: { ...world.kept, write: () => {}, remove: () => {} },
    git: { ...world.git, set: async () => {}, setHook: async () => {} },
    show: async () => true,
    // Words that somebody would only say to see what happens would be lost.
    terminal: { ...world.terminal, interactive: false },
  }
  /** What would become of the files that are kept by hand, line by line. */
  async function tell(): Promise<void> {
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
    for (const [path, after] of made) {
      const before = await world.files.read(path)
      if (!before || !/\.ya?ml$/.test(path)) continue
      const name = relative(world.cwd, path)
      const [from, to] = [before, after].map(String)
      const options = { context: 2, headerOptions: FILE_HEADERS_ONLY }
      world.terminal.out(createTwoFilesPatch(name, name, from!, to!, undefined, undefined, options))
    }
    world.terminal.say('This was a dry run: nothing was written.')
  }
  return { trial, tell }
}
