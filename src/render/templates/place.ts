import { fieldErrors } from '../../field-errors.ts'
import { Misplaced } from './misplaced.ts'

/** Names that Windows keeps for itself, whatever they end in. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** What no name of a file has everywhere: control characters, and what Windows reads as a drive, a stream or a pattern. */
const ODD = /[\0-\x1f\x7f<>:"|?*]|[. ]$/

/**
 * Where a template says that its document belongs, under the partnership's folder on any system. Throws Misplaced for what
 * leaves the folder, is hidden in it, or is no name of a file somewhere.
 */
export function checkPlace(to: string): void {
  const isSound = (name: string) =>
    name !== '' && !name.startsWith('.') && !name.startsWith('~') && !DEVICE.test(name) && !ODD.test(name)
  if (to.length > 200 || !to.split(/[\\/]/).every(isSound))
    throw new Misplaced(fieldErrors.wantsPlace(to.slice(0, 200)), { start: { line: 1, column: 0 } })
}
