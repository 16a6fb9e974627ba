import * as z from 'zod'
import { type ColumnFacts, columnsOf } from '../values/column.ts'

/** Where something stands in a file: keys, and places in lists. */
export type Path = (string | number)[]

/** A column, and the way to it from the top of the file, in which EACH stands for every item of a list or key of a record. */
export type PlacedColumn = ColumnFacts & { name: string; steps: (string | typeof EACH)[] }

const EACH = 0

/** A schema without what only says that it may be left out. */
function bareOf(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return bareOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bareOf(schema.unwrap()) : schema
}

/** The schema, as it is where it is not left out, of what stands under a key or in a list, if there is one. */
export function innerOf(schema: z.core.$ZodType | undefined, step: PropertyKey): z.core.$ZodType | undefined {
  const inner =
    schema instanceof z.ZodObject
      ? schema.shape[step as string]
      : schema instanceof z.ZodArray
        ? schema.element
        : schema instanceof z.ZodRecord
          ? schema.valueType
          : undefined
  return inner && bareOf(inner)
}

/** Every column of a schema, however deep, in the order of the file. `steps` lead to what it is the schema of. */
export const columnsWithin = (schema: z.core.$ZodType, steps: PlacedColumn['steps'] = []): PlacedColumn[] =>
  Object.entries(columnsOf(schema)).flatMap(([name, column]) => {
    const way = [...steps, name]
    let inner = innerOf(schema, name)
    while (inner instanceof z.ZodArray || inner instanceof z.ZodRecord) {
      way.push(EACH)
      inner = innerOf(inner, EACH)
    }
    return inner instanceof z.ZodObject ? columnsWithin(inner, way) : [{ ...column, name, steps: way }]
  })

/** Every row of a schema, however deep, in the order of the file, itself first. */
export function rowsWithin(schema: z.core.$ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject)
    return [schema, ...Object.keys(schema.shape).flatMap((name) => rowsWithin(innerOf(schema, name)!))]
  const inner = innerOf(schema, EACH)
  return inner ? rowsWithin(inner) : []
}

/** A mapping, and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The texts that stand in a column, and where. Of a record that names things, its keys. */
export function textsIn(data: unknown, { steps, names }: PlacedColumn): { at: Path; text: string }[] {
  const found: { at: Path; text: string }[] = []
  const at: Path = []
  const visit = (value: unknown, depth: number): void => {
    const step = steps[depth]
    if (step === undefined) {
      if (typeof value === 'string') found.push({ at: at.slice(), text: value })
    } else if (Array.isArray(value))
      for (let n = 0; n < value.length; n++) {
        at[depth] = n
        visit(value[n], depth + 1)
      }
    else if (isRecord(value))
      for (const key of step === EACH ? Object.keys(value) : [step]) {
        at[depth] = key
        visit(step === EACH && names ? key : value[key], depth + 1)
      }
  }
  visit(data, 0)
  return found
}

/** What stands at a place; nothing where there is no such place. */
export const valueAt = (data: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  )
