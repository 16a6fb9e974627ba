import * as z from 'zod'
import { Partnership } from '../core/partnership.ts'
import type { Command } from './command.ts'

export const command: Command = {
  examples: ['hjp schema > partnership.schema.json'],
  async run({ terminal }) {
    const schema = z.toJSONSchema(Partnership, { io: 'input', unrepresentable: 'any' })
    terminal.out(`${JSON.stringify({ title: 'hjp partnership file, version 1', ...schema }, null, 2)}\n`)
    return 0
  },
}
