import fc from 'fast-check'

/** The numbers of what is half a character, and none by itself. */
const HALVES = { from: 0xd800, many: 0x800 }

/** Any character of Unicode, just as fast-check's own `binary` has it, which takes a second to write them all down first. */
export const character = fc
  .nat(0x10ffff - HALVES.many)
  .map((n) => String.fromCodePoint(n < HALVES.from ? n : n + HALVES.many), numberOf)

function numberOf(it: unknown): number {
  const code = typeof it === 'string' && [...it].length === 1 ? it.codePointAt(0)! : Number.NaN
  return code < HALVES.from ? code : code - HALVES.many
}
