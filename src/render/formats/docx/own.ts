import { strFromU8, unzipSync } from 'fflate'
import { BODY, digestOf } from './properties.ts'

const PROPERTIES = 'docProps/custom.xml'
const LIMIT = 50_000_000

/** Whether these bytes are a Word file that hjp wrote and that nobody has changed since. Whatever they are, it does not throw. */
export function isOwn(bytes: Uint8Array): boolean {
  try {
    const filter = (file: { name: string; originalSize: number }) =>
      [BODY, PROPERTIES].includes(file.name) && file.originalSize < LIMIT
    const { [BODY]: body, [PROPERTIES]: properties } = unzipSync(bytes, { filter })
    return body && properties ? strFromU8(properties).includes(digestOf(body)) : false
  } catch {
    return false
  }
}
