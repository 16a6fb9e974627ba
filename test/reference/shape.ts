/** Objects that go by a name of their own, told by their keys. */
export type NamedShapes = Map<string, string>

type Keyed = Record<string, unknown>

/** What tells one sort of object from another. */
export const keysOf = (value: object): string => Object.keys(value).join(' ')

/** What values look like: `name: text`, a line a key. A key with a question mark is sometimes without a value. */
export function shapeOf(values: unknown[], named: NamedShapes = new Map(), indent = ''): string {
  const kinds = new Set<string>()
  const objects: Keyed[] = []
  const items: unknown[] = []
  const texts: string[] = []
  for (const value of values)
    if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) items.push(...value)
    else if (typeof value === 'object' && value !== null) objects.push(value as Keyed)
    else if (value !== undefined) kinds.add(value === null ? 'null' : PLAIN[typeof value]!)
  if (texts.length > 0) kinds.add(texts.every(isDay) ? 'day' : 'text')
  if (values.some(Array.isArray))
    kinds.add(items.length > 0 ? `list of ${shapeOf(items, named, indent)}` : 'list')
  const own = objects.filter((each) => {
    const name = 'sort' in each ? 'picture' : named.get(keysOf(each))
    if (name) kinds.add(name)
    return !name
  })
  if (own.length > 0) kinds.add(objectShape(own, named, indent))
  return [...kinds].sort().join(' or ') || 'not in the examples'
}

/** The lines for the keys of objects, without the braces round them. */
export const linesOf = (objects: Keyed[], named: NamedShapes, indent = ''): string[] =>
  [...new Set(objects.flatMap(Object.keys))].map((key) => {
    const values = objects.map((each) => each[key])
    return `${indent}${key}${values.includes(undefined) ? '?' : ''}: ${shapeOf(values, named, indent)}`
  })

function objectShape(objects: Keyed[], named: NamedShapes, indent: string): string {
  const isChosen = objects.some((each) =>
    Object.keys(each).some((key) => /^[A-Z]/.test(key) || CHOSEN.test(key)),
  )
  if (isChosen) return `{ [name]: ${shapeOf(objects.flatMap(Object.values), named, indent)} }`
  return `{\n${linesOf(objects, named, `${indent}  `).join('\n')}\n${indent}}`
}

/** Keys that stand for whatever somebody called a thing: groups, the letters of answers, and the ids of statements. */
const CHOSEN = /^(concerned|reach-out)$/

const PLAIN: Record<string, string> = { number: 'number', boolean: 'true or false' }
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
