/** What can be told of an email before it is taken apart, so that no bytes, however they were made, take long. */

/** Lines in all: an email that is mostly a file of 25 MB has a third of these. */
const LINES = 1_000_000
/** Lines outside files. A message in a message is one of its lines for every line of its own, files and all. */
const WRITTEN = 40_000
/** Lines that could part it. */
const PARTINGS = 2000

/** Where the first header may begin: after a mark of the encoding, and empty lines. */
export function beginning(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20) at++
  return at
}

/** Whether it begins with the name of a header, as an email does, or with what a mailbox writes above one. */
export const hasHeader = (bytes: Uint8Array): boolean =>
  /^([!-9;-~]+[ \t]*:|From )/.test(String.fromCharCode(...bytes.subarray(0, 100)))

/** Whether an email is of a size that is read in a moment, however it is made. */
export function isModest(bytes: Uint8Array): boolean {
  let [lines, written, partings] = [0, 0, 0]
  let [isFile, isInside] = [false, false]
  for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
    end = bytes.indexOf(0x0a, at)
    if (end < 0) end = bytes.length
    lines += 1
    const isParting = bytes[at] === 0x2d && bytes[at + 1] === 0x2d
    if (isParting) partings += 1
    if (!isFile || isInside) written += 1
    // Only a header is worth reading as text: they begin with a C.
    const header =
      (bytes[at]! | 0x20) === 0x63 ? String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 80))) : ''
    isFile = isParting ? false : isFile || /^content-transfer-encoding:\s*base64/i.test(header)
    isInside ||= /^content-type:\s*message\//i.test(header)
    if (lines > LINES || written > WRITTEN || partings > PARTINGS) return false
  }
  return true
}
