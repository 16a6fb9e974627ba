import * as z from 'zod'
import { Partnership } from '../core/file/partnership.ts'
import type { Command } from './shared/command.ts'
import { printJson } from './shared/print.ts'

export const command: Command = {
  examples: ['hjp schema > partnership.schema.json'],
  async run(world) {
    const schema = z.toJSONSchema(Partnership, { io: 'input', unrepresentable: 'any' })
    printJson(world, { title: 'hjp partnership file, version 1', ...schema })
    return 0
  },
}
