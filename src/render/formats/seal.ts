import { createHash } from 'node:crypto'

/** Stands in a text where its seal goes. A line of a calendar file has room for no longer one. */
export const UNSEALED = `hjp-sha256-${'0'.repeat(40)}`
const SEAL = /hjp-sha256-[0-9a-f]{40}/

/** Text with a digest of it in the place of UNSEALED, by which hjp knows later that nobody has changed it. */
export const sealed = (text: string): string => text.replace(UNSEALED, () => sealOf(text))

/** Whether bytes are a sealed text that nobody has changed since. */
export function isSealed(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString()
  const seal = SEAL.exec(text)?.[0]
  return seal !== undefined && seal === sealOf(text.replace(seal, UNSEALED))
}

/** Git may have changed the line ends. */
const sealOf = (text: string) =>
  `hjp-sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 40)}`
