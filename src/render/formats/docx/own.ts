import { strFromU8 } from 'fflate'
import { unzipped } from '../../../ooxml/unzip.ts'
import { BODY, digestOf, PROPERTIES } from './properties.ts'

/** Whether these bytes are a Word file that hjp wrote and that nobody has changed since. Whatever they are, it does not throw. */
export function isOwn(bytes: Uint8Array): boolean {
  try {
    const { parts } = unzipped(bytes, (name) => [BODY, PROPERTIES].includes(name))
    const [body, properties] = [parts.get(BODY), parts.get(PROPERTIES)]
    return body && properties ? strFromU8(properties).includes(digestOf(body)) : false
  } catch {
    return false
  }
}
