import { HjpError } from '../errors.ts'

/** What Windows writes where ISO 8859 has control characters: 0x80 to 0x9f. Node leaves these as they are. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The text of bytes. Programs that name no encoding, or only ASCII, mostly write UTF-8. */
export function textOf(bytes: Uint8Array, charset = ''): string {
  const named = charset.trim()
  const label = /^(us-)?ascii$|^$/i.test(named) ? 'utf-8' : named
  return decoded(bytes, label) ?? decoded(bytes, 'windows-1252') ?? ''
}

/** The text of a file of its own; nothing where it is none. */
export function textIn(bytes: Uint8Array): string | undefined {
  const mark = [...bytes.subarray(0, 2)].join()
  const wide = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : ''
  const text = textOf(bytes, wide).replace(/^\ufeff/, '')
  return /[\0-\x08\x0e-\x1a]/.test(text) ? undefined : text
}

/** The same. Throws HjpError notAWordFile where it is none; `path` is for the message. */
export function plainTextOf(path: string, bytes: Uint8Array): string {
  const text = textIn(bytes)
  if (text === undefined) throw new HjpError('notAWordFile', path, 'no text')
  return text
}

/** Nothing where there is no such encoding, or where what should be UTF-8 is not. */
function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: /^utf-?8$/i.test(label) })
    const text = decoder.decode(bytes)
    if (decoder.encoding !== 'windows-1252') return text
    return text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!)
  } catch {
    return undefined
  }
}
