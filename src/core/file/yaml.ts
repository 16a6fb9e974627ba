import { type Document, visit } from 'yaml'
import type * as z from 'zod'
import { fieldErrors, HjpError } from '../../errors.ts'
import { type Complaint, shapeComplaints, syntaxComplaints, zodWords } from './complaint.ts'
import { lineAndColumn, offsetOf } from './places.ts'
import { sound } from './quick-check.ts'
import { readRegular } from './quick-yaml.ts'
import { type Stretches, stretchesOf, wholeStretch } from './stretches.ts'
import { boundedTree } from './tree.ts'

/** Bytes: fifteen times a file that has been kept for years, and as much as is read in a moment. */
const LIMIT = 2 * 1024 * 1024

export type Parsed = { text: string; data: unknown; stretchAt: Stretches }

/** The bytes of a file as its exact text; a byte order mark stays. Throws HjpError isEmpty, isBinary or tooLarge. */
export function readText(path: string, bytes: Uint8Array): string {
  if (bytes.length > LIMIT) throw new HjpError('tooLarge', path, Math.ceil(bytes.length / 1024 / 1024))
  const text = decode(bytes)
  if (text === undefined || text.includes('\0')) throw new HjpError('isBinary', path)
  if (text.trim() === '') throw new HjpError('isEmpty', path)
  return text
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text to checked data. Throws HjpError badFile, in which every complaint names the file and the place in it. */
export const readYaml = <T extends z.ZodType>(path: string, text: string, schema: T): z.infer<T> =>
  checked(path, parseYaml(path, text), schema)

/** What a schema makes of data that was read. Throws HjpError badFile. */
export function checked<T extends z.ZodType>(path: string, file: Parsed, schema: T): z.infer<T> {
  const known = CHECKED.get(file)
  if (known?.schema === schema) return known.sound as z.infer<T>
  const quick = sound(file.data, schema)
  if (quick !== undefined) {
    CHECKED.set(file, { schema, sound: quick })
    return quick
  }
  const result = schema.safeParse(file.data, { error: zodWords })
  if (result.success) return result.data
  // In one that is too long for that, the places stay unknown.
  const document = boundedTree(file.text)
  const complaints = shapeComplaints(schema, result.error.issues, file.data)
  return refuse(path, file.text, complaints, typeof document === 'string' ? undefined : document)
}

/** What was made of each file last, so that what is worked out from it is worked out once. */
const CHECKED = new WeakMap<Parsed, { schema: z.ZodType; sound: unknown }>()

/** Text to data in which every scalar is text or null. Throws HjpError badFile. */
export function parseYaml(path: string, text: string): Parsed {
  const known = latest.find((each) => each.text === text)
  const data = known ?? readRegular(text)
  const file =
    known ?? (data === undefined ? parseFully(path, text) : { text, data, stretchAt: stretchesOf(text) })
  latest = [file, ...latest.filter((each) => each !== file)].slice(0, 3)
  return file
}

/** What was read last is often read again, before it is written to and after it was written. */
let latest: Parsed[] = []

/** The same of any YAML, however it is written. */
export function parseFully(path: string, text: string): Parsed {
  const marker = conflictMarker(text)
  if (marker !== undefined)
    return refuse(path, text, [{ at: marker, where: '', message: fieldErrors.conflict }])
  const document = boundedTree(text)
  if (typeof document === 'string')
    return refuse(path, text, [{ at: 0, where: '', message: fieldErrors[document] }])
  if (document.errors.length > 0) return refuse(path, text, syntaxComplaints(text, document))
  try {
    return { text, data: document.toJS(), stretchAt: wholeStretch(text, document) }
  } catch (error) {
    if (error instanceof ReferenceError) return refuse(path, text, [aliasComplaint(document, error.message)])
    throw error
  }
}

/** Where git has left a mark that it could not merge two versions. */
export const conflictMarker = (text: string): number | undefined =>
  /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/m.exec(text)?.index

function aliasComplaint(document: Document, problem: string): Complaint {
  const unresolved = /^Unresolved alias .*: (.*)$/.exec(problem)?.[1]
  let at = 0
  visit(document, {
    Alias(_, alias) {
      if (unresolved !== undefined && alias.source !== unresolved) return undefined
      at = alias.range![0]
      return visit.BREAK
    },
  })
  return {
    at,
    where: '',
    message: unresolved === undefined ? fieldErrors.alias : fieldErrors.reference(unresolved),
  }
}

function refuse(path: string, text: string, complaints: Complaint[], document?: Document): never {
  const lines = complaints.map(({ at, where, message }) => {
    const { line, col } = lineAndColumn(text, typeof at === 'number' ? at : offsetOf(document?.contents, at))
    return `${path}:${line}:${col} ${where ? `${where}: ` : ''}${message}`
  })
  throw new HjpError('badFile', lines)
}
