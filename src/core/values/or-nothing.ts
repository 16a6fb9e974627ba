import { HjpError } from '../../errors.ts'

/** What is made, or nothing where it cannot be. */
export function orNothing<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
