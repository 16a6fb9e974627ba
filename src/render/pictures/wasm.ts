import { setFlagsFromString } from 'node:v8'

/**
 * Starts something that is WebAssembly. V8 would compile it a second time, better, while it runs, and few documents have so many
 * pictures that it pays; so it is kept from that. What is drawn is the same.
 */
export async function started<T>(start: () => Promise<T>): Promise<T> {
  setFlagsFromString('--liftoff-only')
  try {
    return await start()
  } finally {
    setFlagsFromString('--no-liftoff-only')
  }
}
