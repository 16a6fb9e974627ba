import { fileURLToPath } from 'node:url'
import { cli } from './cli.ts'
import { nodeWorld } from './world/node.ts'

/** Runs hjp in the real process. */
export async function main(version: string): Promise<void> {
  const home = fileURLToPath(new URL('..', import.meta.url))
  process.exitCode = await cli(process.argv.slice(2), nodeWorld(home), version)
}
