import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pasteable } from '../src/world/paste.ts'

/** What a line editor is given of what comes in these pieces, with what was pasted put back. */
function through(pieces: Buffer[]): string {
  const input = new Pasteable({ sleep: () => {}, stop: () => {} })
  for (const piece of pieces) input.write(piece)
  return input.restored(input.read()?.toString() ?? '')
}

const words = fc.string({
  unit: fc.constantFrom('a', 'é', '”', '😀', ' ', '\n', '\n\n', 'long '.repeat(80)),
  maxLength: 20,
})

test('a paste arrives word for word, wherever the terminal cuts it', () => {
  fc.assert(
    fc.property(words, fc.array(fc.nat(400), { maxLength: 6 }), (text, cuts) => {
      const bytes = Buffer.from(`before \x1b[200~${text.replaceAll('\n', '\r')}\x1b[201~ after`)
      const at = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b)
      const pieces = [0, ...at].map((from, n) => bytes.subarray(from, at[n] ?? bytes.length))
      expect(through(pieces)).toBe(`before ${text.replace(/\n+$/, '')} after`)
    }),
  )
})

test('lines that come all at once are a paste even where the terminal does not say so', () => {
  expect(through([Buffer.from('one\r\ntwo\r\n')])).toBe('one\ntwo')
  expect(through([Buffer.from('one\r')])).toBe('one\r')
  expect(through([Buffer.from('\x1b[B'), Buffer.from('\r')])).toBe('\x1b[B\r')
})
