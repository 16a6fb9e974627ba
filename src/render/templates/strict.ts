import Handlebars from 'handlebars'
import { fieldErrors, nearest } from '../../errors.ts'
import { checkLength, withinStack } from './bounds.ts'
import { BLOCKS, HELPERS, MAKERS } from './helpers.ts'
import type { Template } from './library.ts'
import { badTemplate, Misplaced } from './misplaced.ts'
import { unmarked } from './placeholder.ts'

type PathNode = hbs.AST.PathExpression
type Expression = hbs.AST.Expression
type SourcePlace = hbs.AST.SourceLocation
type TextTemplate = Template & { text: string }
type Call = { path: Expression; params: Expression[]; loc: SourcePlace }

/** For the build: the source of an object that Handlebars' runtime can run. */
export const precompile = (template: TextTemplate): string =>
  Handlebars.precompile(prepare(template), { noEscape: true }) as string

/** For a partnership's own templates, when they are used. */
export const compile = (template: TextTemplate): Handlebars.TemplateDelegate =>
  Handlebars.compile(prepare(template), { noEscape: true })

/**
 * A template to a Handlebars tree in which nothing can go unnoticed: every name that is read must be there, an unknown
 * helper is an error, and what `{{ }}` brings in is set aside as data, so that it can never become markup.
 */
function prepare(template: TextTemplate): hbs.AST.Program {
  try {
    checkLength(template.text)
    return withinStack(() => {
      const tree = parse(template.text)
      program(tree, [])
      return tree
    })
  } catch (error) {
    throw error instanceof Misplaced ? badTemplate(template, error) : error
  }
}

function parse(text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(unmarked(text))
  } catch (error) {
    if (error instanceof RangeError) throw error
    const { message } = error as Error
    const [, line, lexed] = /^Parse error on line (\d+)|- (\d+):/.exec(message) ?? []
    const start = { line: Number(line ?? lexed ?? 1), column: 0 }
    throw new Misplaced(/got 'EOF'/.test(message) ? fieldErrors.unclosed : fieldErrors.unreadableTemplate, {
      start,
    })
  }
}

function program(node: hbs.AST.Program, scope: string[]): void {
  for (const statement of node.body) visit(statement, [...scope, ...(node.blockParams ?? [])])
}

function visit(node: hbs.AST.Statement, scope: string[]): void {
  const { loc } = node
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return
    case 'MustacheStatement': {
      const mustache = node as hbs.AST.MustacheStatement
      const value = expression(helperOf(mustache, scope) ? subexpression(mustache) : mustache.path, scope)
      if (mustache.escaped)
        Object.assign(mustache, call('text', [value], loc), { type: node.type, escaped: false })
      else if (value.type === 'SubExpression' && MAKERS.includes(helperOf(mustache, scope) ?? ''))
        Object.assign(mustache, value, { type: node.type })
      else throw new Misplaced(fieldErrors.bracesForData((mustache.path as PathNode).original), loc)
      return
    }
    case 'BlockStatement': {
      const block = node as hbs.AST.BlockStatement
      if (!BLOCKS.includes(helperOf(block, scope) ?? '')) throw unknownHelper(block)
      block.params = block.params.map((param) => expression(param, scope))
      if (block.program) program(block.program, scope)
      if (block.inverse) program(block.inverse, scope)
      return
    }
    case 'PartialStatement': {
      const partial = node as hbs.AST.PartialStatement
      const { name } = partial
      const path = name.type === 'SubExpression' ? expression(name, scope) : literal(name.original, loc)
      partial.name = call('template', [path], loc)
      partial.params = partial.params.map((param) => expression(param, scope))
      return
    }
    default:
      throw new Misplaced(fieldErrors.unknownStatement, loc)
  }
}

/** The helper that is called; nothing where data is read. */
function helperOf(node: Call, scope: string[]): string | undefined {
  const { original, depth, parts, data } = node.path as PathNode
  const isName = !data && depth === 0 && parts.length === 1 && !scope.includes(original)
  if (isName && HELPERS.includes(original)) return original
  if (node.params.length > 0) throw unknownHelper(node)
  return undefined
}

function expression(node: Expression, scope: string[]): Expression {
  if (node.type === 'PathExpression') return checkedPath(node as PathNode, scope)
  if (node.type !== 'SubExpression') return node
  const { path, params, loc } = node as hbs.AST.SubExpression
  if (!helperOf({ path, params, loc }, scope)) throw unknownHelper({ path, loc })
  const values = params.map((param) => expression(param, scope))
  return call((path as PathNode).original, values, loc)
}

function unknownHelper({ path, loc }: Pick<Call, 'path' | 'loc'>): Misplaced {
  const { original } = path as PathNode
  return new Misplaced(fieldErrors.unknownHelper(original, nearest(original, HELPERS)), loc)
}

/** What Handlebars tells of where it is. */
const DATA = ['root', 'index', 'key', 'first', 'last']

/** `a.b` → (need (need this "a") "b"), so that a name that is not there is an error with its place. */
function checkedPath(node: PathNode, scope: string[]): Expression {
  if (node.data && !DATA.includes(node.parts[0] ?? ''))
    throw new Misplaced(fieldErrors.unknownName(node.original, nearest(node.original, DATA)), node.loc)
  const isKnown = node.data || (node.depth === 0 && scope.includes(node.parts[0] ?? ''))
  const known = isKnown ? node.parts.slice(0, 1) : []
  const base: PathNode = { ...node, parts: known, original: known[0] ?? 'this' }
  return node.parts
    .slice(known.length)
    .reduce<Expression>((from, part) => call('need', [from, literal(part, node.loc)], node.loc), base)
}

const subexpression = ({ path, params, loc }: Call) =>
  ({ type: 'SubExpression', path, params, loc }) as hbs.AST.SubExpression
const call = (name: string, params: Expression[], loc: SourcePlace): hbs.AST.SubExpression =>
  subexpression({
    path: { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc } as PathNode,
    params,
    loc,
  })
const literal = (value: string, loc: SourcePlace) =>
  ({ type: 'StringLiteral', value, original: value, loc }) as hbs.AST.StringLiteral
