import type * as z from 'zod'
import { isRecord } from './walk.ts'

/**
 * The good case, quickly: data that a schema accepts, as it makes of it. It is made from the schema itself and gives just what
 * zod gives, or nothing: zod then says what is wrong.
 */
export const sound = <T extends z.ZodType>(data: unknown, schema: T): z.infer<T> | undefined => {
  const result = testOf(schema)(data)
  return result === UNSOUND ? undefined : (result as z.infer<T>)
}

const UNSOUND = Symbol('not as the schema has it')
/** A value as the schema makes of it, or UNSOUND. */
type Test = (value: unknown) => unknown
type SchemaCheck = z.core.$ZodCheck<never>

const tests = new WeakMap<z.core.$ZodType, Test>()

function testOf(schema: z.core.$ZodType): Test {
  const known = tests.get(schema)
  if (known) return known
  const { def } = (schema as z.core.$ZodTypes)._zod
  const test = withChecks(plainTest(schema as z.core.$ZodTypes), def.checks ?? [])
  tests.set(schema, test)
  return test
}

function plainTest(schema: z.core.$ZodTypes): Test {
  const { def } = schema._zod
  switch (def.type) {
    case 'string':
      return stringTest(def) ?? asZodHasIt(schema)
    case 'enum': {
      const known = new Set<unknown>(Object.values(def.entries))
      return (value) => (known.has(value) ? value : UNSOUND)
    }
    case 'object':
      return objectTest(def) ?? asZodHasIt(schema)
    case 'array': {
      const test = testOf(def.element)
      return (value) => (Array.isArray(value) ? all(value.map(test)) : UNSOUND)
    }
    case 'record':
      return recordTest(def) ?? asZodHasIt(schema)
    case 'optional': {
      const test = testOf(def.innerType)
      const makesOfNothing = def.innerType._zod.optin === 'defaulted'
      return (value) => {
        if (value !== undefined) return test(value)
        const made = makesOfNothing ? test(value) : undefined
        return made === UNSOUND ? undefined : made
      }
    }
    case 'nullable': {
      const test = testOf(def.innerType)
      return (value) => (value === null ? null : test(value))
    }
    case 'pipe': {
      const [first, second] = [testOf(def.in), testOf(def.out)]
      return (value) => {
        const between = first(value)
        return between === UNSOUND ? UNSOUND : second(between)
      }
    }
    case 'transform':
      return def.transform.length === 1 ? (def.transform as Test) : asZodHasIt(schema)
    default:
      return asZodHasIt(schema)
  }
}

const asZodHasIt =
  (schema: z.core.$ZodType): Test =>
  (value) => {
    const result = schema._zod.run({ value, issues: [] }, {})
    return result instanceof Promise || result.issues.length > 0 ? UNSOUND : result.value
  }

const all = (values: unknown[]): unknown => (values.includes(UNSOUND) ? UNSOUND : values)

function stringTest(def: z.core.$ZodStringDef | z.core.$ZodStringFormatDef): Test | undefined {
  if ('format' in def && def.format !== 'date') return undefined
  const pattern = 'pattern' in def ? def.pattern : undefined
  return (value) =>
    typeof value === 'string' && (pattern === undefined || pattern.test(value)) ? value : UNSOUND
}

/** Keys in the order of the schema. One that is not there stays away where it may, and where nothing is put in its place. */
function objectTest({ shape, catchall }: z.core.$ZodObjectDef): Test | undefined {
  if (catchall && catchall._zod.def.type !== 'never') return undefined
  const fields = Object.entries(shape).map(([key, schema]) => {
    const { optin, optout } = schema._zod
    return { key, test: testOf(schema), needed: optin === undefined, absent: optin === 'optional' && optout }
  })
  const known = new Set(Object.keys(shape))
  return onceFor((value) => {
    if (catchall) for (const key in value) if (!known.has(key)) return UNSOUND
    const made: Record<string, unknown> = {}
    for (const { key, test, needed, absent } of fields) {
      const isThere = key in value
      if (!isThere && absent) continue
      const result = needed && !isThere ? UNSOUND : test(value[key])
      if (result === UNSOUND) return UNSOUND
      if (result !== undefined || isThere) made[key] = result
    }
    return made
  })
}

/** What has been read once is not read again: between two edits nearly all data is the same. */
function onceFor(test: (value: Record<string, unknown>) => unknown): Test {
  const results = new WeakMap<object, unknown>()
  return (value) => {
    if (!isRecord(value)) return UNSOUND
    const result = results.has(value) ? results.get(value) : test(value)
    results.set(value, result)
    return result
  }
}

/** One whose keys are not any text is left to zod, which wants all of them. */
function recordTest({ keyType, valueType }: z.core.$ZodRecordDef): Test | undefined {
  const { def } = (keyType as z.core.$ZodTypes)._zod
  if (def.type !== 'string' || 'format' in def || def.checks) return undefined
  const test = testOf(valueType)
  return (value) => {
    if (!isRecord(value)) return UNSOUND
    const made = Object.entries(value).map(([key, each]) => [key, test(each)] as const)
    return made.some(([, each]) => each === UNSOUND) ? UNSOUND : Object.fromEntries(made)
  }
}

/** What the schema asks beside the sort of value; a check may make another value of it. */
function withChecks(test: Test, checks: SchemaCheck[]): Test {
  if (checks.length === 0) return test
  return (given) => {
    const value = test(given)
    if (value === UNSOUND) return UNSOUND
    const payload = { value: value as never, issues: [] }
    const isUnsound = checks.some((check) => check._zod.check(payload) || payload.issues.length > 0)
    return isUnsound ? UNSOUND : payload.value
  }
}
