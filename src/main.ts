import { cli, tellFault } from './cli.ts'
import { HjpError } from './errors.ts'
import type { Library } from './render/templates/library.ts'
import { endWell, exitWhenTold } from './world/ending.ts'
import { nodeWorld } from './world/node.ts'

/** Runs hjp in the real process. `home` is the folder it is installed in, `shipped` loads its prompts and templates. */
export async function main(version: string, home: string, shipped: () => Library): Promise<void> {
  try {
    const world = await nodeWorld(home, shipped)
    endWell(world.terminal.say)
    process.on('uncaughtException', (error) => process.exit(tellFault(error, world, version)))
    const code = await cli(process.argv.slice(2), world, version)
    process.exitCode = exitWhenTold() ?? code
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exit
  }
}

export { cli, nodeWorld }
