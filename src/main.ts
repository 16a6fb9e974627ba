import { cli } from './cli.ts'
import type { Library } from './render/templates/library.ts'
import { nodeWorld } from './world/node.ts'

/** Runs hjp in the real process. `home` is the folder it is installed in, `shipped` loads its prompts and templates. */
export async function main(version: string, home: string, shipped: () => Library): Promise<void> {
  process.exitCode = await cli(process.argv.slice(2), await nodeWorld(home, shipped), version)
}

export { cli, nodeWorld }
