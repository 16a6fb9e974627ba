import * as z from 'zod'
import { Partnership } from '../core/file/partnership.ts'
import { innerOf } from '../core/file/walk.ts'
import { columnsOf } from '../core/values/column.ts'
import { commandOf } from './shared/command.ts'
import { printJson } from './shared/print.ts'

export const command = commandOf({
  examples: ['hjp schema > partnership.schema.json'],
  async run(world) {
    const schema = z.toJSONSchema(Partnership, { io: 'input', unrepresentable: 'any' })
    describe(schema, Partnership)
    printJson(world, { title: 'hjp partnership file, version 1', ...schema })
    return 0
  },
})

type JsonSchema = {
  description?: string
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
}

/** Gives every column the question that asks for it as its description. */
function describe(printed: unknown, schema: z.core.$ZodType | undefined): void {
  if (!schema) return
  const { anyOf: [whole] = [], ...rest } = printed as JsonSchema
  const { items, properties = {} } = whole ?? rest
  if (items) describe(items, innerOf(schema, 0))
  for (const [name, { ask }] of Object.entries(columnsOf(schema))) {
    Object.assign(properties[name]!, { description: ask })
    describe(properties[name], innerOf(schema, name))
  }
}
