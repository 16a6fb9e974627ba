// Every small change that could be made to a file of code: a condition turned round, a bound moved, a word, an entry or a
// statement taken out. A test of a rule fails on a change to that rule.
import { parseAst } from 'vitest/node'

/** What each operator becomes. */
const OTHERS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
}
/** What each method becomes; nothing stands for being left out. */
const METHODS = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  min: 'max',
  max: 'min',
  filter: '',
  slice: '',
  sort: '',
  toSorted: '',
  toReversed: '',
  trim: '',
  trimEnd: '',
  toLowerCase: '',
}

const isText = (node) => node.type === 'TemplateLiteral' || typeof node.value === 'string'
const whole = (node, text) => ({ start: node.start, end: node.end, text })
const condition = ({ test }, source) =>
  test ? ['true', 'false', `!(${source.slice(test.start, test.end)})`].map((text) => whole(test, text)) : []
/** A loop that never ends says nothing of the tests. */
const loop = ({ test }) => (test ? [whole(test, 'false')] : [])
const operator = ({ left, right, operator: sign }, source) => {
  if (sign === '+' && (isText(left) || isText(right))) return []
  const at = source.indexOf(sign, left.end)
  return (OTHERS[sign] ?? []).map((text) => ({ start: at, end: at + sign.length, text }))
}
/** Each entry taken out, with what parts it from the next, where it is not the only one. */
const entries = (all) =>
  all.length < 2
    ? []
    : all.map((each, n) =>
        n < all.length - 1
          ? { start: each.start, end: all[n + 1].start, text: '' }
          : { start: all[n - 1].end, end: each.end, text: '' },
      )
const returned = (node) => (node && node.type !== 'Identifier' ? [whole(node, 'undefined')] : [])

const CHANGES = {
  IfStatement: condition,
  ConditionalExpression: condition,
  WhileStatement: loop,
  ForStatement: loop,
  BinaryExpression: operator,
  LogicalExpression: (node, source) => [
    ...operator(node, source),
    ...[node.left, node.right].map((side) => whole(node, source.slice(side.start, side.end))),
  ],
  UnaryExpression: (node, source) =>
    node.operator === '!' || node.operator === '-'
      ? [whole(node, ` ${source.slice(node.argument.start, node.argument.end)}`)]
      : [],
  UpdateExpression: ({ start, end, operator: sign }, source) => [
    { start, end, text: source.slice(start, end).replace(sign, sign === '++' ? '--' : '++') },
  ],
  Literal: (node) => {
    if (node.regex) return []
    if (typeof node.value === 'boolean') return [whole(node, String(!node.value))]
    if (typeof node.value === 'number') return [whole(node, String(node.value + 1))]
    return typeof node.value === 'string' ? [whole(node, node.value ? "''" : "'something'")] : []
  },
  TemplateLiteral: (node) => [whole(node, '``')],
  ArrayExpression: (node) => (node.elements.length ? [whole(node, '[]'), ...entries(node.elements)] : []),
  ObjectExpression: (node) => entries(node.properties),
  ExpressionStatement: (node) => (node.directive ? [] : [whole(node, ';')]),
  ThrowStatement: (node) => [whole(node, ';')],
  ContinueStatement: (node) => [whole(node, ';')],
  ReturnStatement: ({ argument }) => returned(argument),
  ArrowFunctionExpression: ({ body }) => (body.type === 'BlockStatement' ? [] : returned(body)),
  MemberExpression: (node, source) => {
    if (!node.optional) return []
    const start = source.indexOf('?.', node.object.end)
    return [{ start, end: start + 2, text: node.computed ? '' : '.' }]
  },
  CallExpression: ({ callee, end }) => {
    const to = callee.type === 'MemberExpression' && !callee.computed && METHODS[callee.property.name]
    if (to === undefined || to === false) return []
    return [to ? whole(callee.property, to) : { start: callee.object.end, end, text: '' }]
  },
}

/** A name in the place of a value is no value: keys of properties, what is imported, and everything of types. */
const inside = (node) => {
  if (/^(Import|ExportAll)/.test(node.type)) return []
  if (/^TS/.test(node.type)) return node.expression ? [node.expression] : []
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'key' && !node.computed) || key === 'source' ? [] : value,
  )
}

/** Visits each node that runs, the outer before the inner, with the function it stands in. */
const walk = (node, visit, within) => {
  if (typeof node?.type !== 'string') return
  visit(node, within)
  const isFunction = /Function/.test(node.type)
  for (const each of inside(node)) walk(each, visit, isFunction && each === node.body ? node : within)
}

/** The source with a change made. */
export const changed = (source, { start, end, text }) => source.slice(0, start) + text + source.slice(end)

/** Whether it is still a program that can be run. */
export const parses = (source) => {
  try {
    return parseAst(source, { lang: 'ts' }).body.length > 0
  } catch {
    return false
  }
}

/** The changes that could be made to a file: where, in what function (by its place), and what is there after. */
export const mutantsIn = (file, source) => {
  const found = []
  const lines = source.split('\n')
  walk(parseAst(source, { lang: 'ts' }), (node, within) => {
    for (const change of CHANGES[node.type]?.(node, source) ?? []) {
      const line = source.slice(0, change.start).split('\n').length
      found.push({
        file,
        ...change,
        line,
        at: lines[line - 1].trim(),
        within: within?.body.start,
        from: source.slice(change.start, change.end),
      })
    }
  })
  return found
}

/** The source, where the file tells that it is loaded, and each function that it runs. */
export const marked = (file, source) => {
  const tells = (place) => `globalThis.hjpRan?.(${JSON.stringify(place)})`
  return withPut(source, [
    [0, `${tells(file)};`],
    ...bodiesIn(source).flatMap((body) =>
      before(body, `${tells(`${file}:${body.start}`)};`, `${tells(`${file}:${body.start}`)}, `),
    ),
  ])
}

/** The source, where each function does as a change would have it while `globalThis.hjpMutant` is the number of that change, its `n`. */
export const switched = (source, mutants) =>
  withPut(
    source,
    bodiesIn(source).flatMap((body) =>
      mutants
        .filter(({ within }) => within === body.start)
        .flatMap((mutant) => {
          const otherwise = changed(source.slice(0, body.end), mutant).slice(body.start)
          const asked = `globalThis.hjpMutant === ${mutant.n}`
          return before(body, `if (${asked}) { ${otherwise} return }`, `${asked} ? (${otherwise}) : `)
        }),
    ),
  )

function bodiesIn(source) {
  const bodies = []
  walk(parseAst(source, { lang: 'ts' }), (node) => {
    if (/Function/.test(node.type) && node.body) bodies.push(node.body)
  })
  return bodies
}

/** What is put where a function begins: a statement where it has a body in braces, and otherwise what stands before its value. */
const before = ({ start, end, type }, statement, expression) =>
  type === 'BlockStatement'
    ? [[start + 1, statement]]
    : [
        [start, `(${expression}`],
        [end, ')'],
      ]

const withPut = (source, put) =>
  put
    .map((each, n) => [...each, n])
    .sort(([a, , m], [b, , n]) => b - a || n - m)
    .reduce((text, [place, words]) => text.slice(0, place) + words + text.slice(place), source)
