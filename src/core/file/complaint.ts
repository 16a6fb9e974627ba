import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml'
import * as z from 'zod'
import { fieldErrors, nearest } from '../../errors.ts'
import { columnsOf } from '../values/column.ts'
import { innerOf, valueAt } from './walk.ts'

/** What is wrong in a file, and where: an offset into its text, or a path into its data. */
export type Complaint = { at: number | PropertyKey[]; where: string; message: string }

/** Words for what zod finds, where the schema has none of its own. */
export const zodWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') {
    const { shape = {} } = issue.inst as Partial<z.ZodObject>
    return fieldErrors.unknownKey(issue.keys, nearest(issue.keys[0]!, Object.keys(shape)))
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    return fieldErrors.wantsOneOf(issue.input, known, nearest(String(issue.input), known))
  }
  if (issue.code !== 'invalid_type') return undefined
  if (issue.expected === 'array') return fieldErrors.wantsList
  if (issue.expected === 'object' || issue.expected === 'record') return fieldErrors.wantsMapping
  return issue.expected === 'number' ? fieldErrors.wantsNumber : fieldErrors.wantsText
}

/**
 * What a schema did not accept: keys that do not belong first, since other complaints often follow from them. Of what the rest
 * goes by, nothing but that.
 */
export function shapeComplaints(schema: z.ZodType, found: z.core.$ZodIssue[], data: unknown): Complaint[] {
  const governing = found.filter(
    ({ path }) => columnsOf(schema)[String(path[0])]?.governs && valueAt(data, path) != null,
  )
  const issues = governing.length > 0 ? governing : found
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys')
  const isMisspelt = (path: PropertyKey[]) =>
    unknown.some(
      ({ path: map, keys }) => isIn(map, path) && keys.some((key) => nearest(key, [String(path.at(-1))])),
    )
  const others = issues
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => ({
      ...issue,
      isMissing: issue.code === 'invalid_type' && issue.path.length > 0 && valueAt(data, issue.path) == null,
    }))
    .filter(({ path, isMissing }) => !(isMissing && isMisspelt(path)))
  return [
    ...unknown.map(({ path, keys, message }) => ({
      at: [...path, keys[0]!],
      where: placeInWords(schema, data, keys.length === 1 ? [...path, keys[0]!] : path),
      message,
    })),
    ...others.map(({ path, isMissing, message }) => ({
      at: path,
      where: placeInWords(schema, data, path),
      message: isMissing ? fieldErrors.missing : message,
    })),
  ]
}

const isIn = (map: PropertyKey[], path: PropertyKey[]) =>
  map.length === path.length - 1 && map.every((step, n) => step === path[n])

/** A path as a person would say it: the items of lists go by what their rows are known by, else by their first key. */
export function placeInWords(schema: z.ZodType, data: unknown, path: PropertyKey[]): string {
  let inner: z.core.$ZodType | undefined = schema
  const said = path.map((step, n) => {
    inner = inner && innerOf(inner, step)
    if (typeof step !== 'number' || !inner) return String(step)
    const columns = Object.entries(columnsOf(inner))
    const keys = [
      ...columns.filter(([, { once }]) => once),
      ...columns.filter(([, { title }]) => title),
      ...(inner instanceof z.ZodObject ? Object.entries(inner.shape) : []).slice(0, 1),
    ]
    const item = valueAt(data, path.slice(0, n + 1)) as Record<string, unknown> | null
    const name = keys.map(([key]) => item?.[key]).find((value) => typeof value === 'string')
    return name !== undefined && name.length < 60 && !name.includes('\n') ? name : String(step + 1)
  })
  return said.join(' → ')
}

/** The first thing that is wrong with a text as YAML, in plain words; the rest often only follows from it. */
export function syntaxComplaints(text: string, document: Document): Complaint[] {
  const first = document.errors[0]!
  const alike =
    first.code === 'DUPLICATE_KEY' ? document.errors.filter(({ code }) => code === first.code) : [first]
  return alike.map((error) => ({ where: '', ...syntaxComplaint(text, document, error) }))
}

function syntaxComplaint(
  text: string,
  document: Document,
  { code, message, pos: [at] }: YAMLError,
): { at: number; message: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(start).split('\n', 1)[0]!
  const value = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?=(.))/.exec(line)
  const opening = value?.[1] ?? ''
  const opensAt = start + (value?.[0].length ?? 0)
  if (code === 'DUPLICATE_KEY') return { at, message: fieldErrors.duplicateKey }
  if (code === 'MULTIPLE_DOCS') return { at, message: fieldErrors.secondDocument }
  if (code === 'BAD_DQ_ESCAPE') return { at, message: fieldErrors.backslash }
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return { at: start, message: fieldErrors.tab }
  if (message.startsWith('Missing closing'))
    return { at: opened(document, at, isQuoted), message: fieldErrors.openQuote }
  if (message.includes('Flow'))
    return { at: opened(document, at, isBracketed), message: fieldErrors.openBracket }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return line.slice(at - start).includes(': ')
      ? { at, message: fieldErrors.colonInText }
      : { at: start + line.length + 1, message: fieldErrors.indentation }
  }
  if (/_KEY$/.test(code) || message.startsWith('Implicit map keys'))
    return { at: start, message: fieldErrors.wantsKey }
  if (at >= opensAt && /['"]/.test(opening)) return { at: opensAt, message: fieldErrors.afterQuote }
  if (at >= opensAt && /[*&!%@`|>[\]{}?-]/.test(opening))
    return { at: opensAt, message: fieldErrors.opensWith(opening) }
  return { at, message: code === 'BAD_INDENT' ? fieldErrors.indentation : fieldErrors.notYaml }
}

const isQuoted = (node: unknown) => isScalar(node) && Boolean(node.type?.startsWith('QUOTE'))
const isBracketed = (node: unknown) => isCollection(node) && node.flow === true

/** What is never closed is noticed where the text goes on or ends; say where it was opened. */
function opened(document: Document, end: number, isOpening: (node: unknown) => boolean): number {
  let at = end
  visit(document, {
    Node(_, node) {
      if (isOpening(node) && node.range && node.range[0] < end) at = node.range[0]
    },
  })
  return at
}
