import { stdout } from 'node:process'
import { isatty } from 'node:tty'
import { disk } from './disk.ts'
import { holdsNothing, releaseAll } from './lock.ts'
import { clearUnfinished } from './replace.ts'
import { Interrupted } from './world.ts'

/** What ends a program, and how it exits then. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Whoever waits for the person at the keyboard, and is told that there is nothing to wait for any more. */
const waiting = new Set<() => void>()
let hasAsked = false
let exit: number | undefined

/** How the process exits, once it was told to end. */
export function exitWhenTold(): number | undefined {
  return isClosed() ? endClosed() : exit
}

/**
 * What a question gives; `stop` is called where the process is told to end before it is answered, so that whoever asked can
 * tell what is kept. Throws Interrupted where it was told before.
 */
export async function untilTold<T>(question: () => Promise<T>, stop: () => void): Promise<T> {
  if (exit !== undefined) throw new Interrupted()
  hasAsked = true
  waiting.add(stop)
  try {
    return await question()
  } finally {
    waiting.delete(stop)
  }
}

/** Whether the terminal that this was started in has been closed. */
const isClosed = (): boolean => stdout.isTTY && !isatty(1)

/** Ends as any program does whose terminal was closed: there is nobody left to tell. Node 20 would fall over its closing. */
export function endClosed(): never {
  clearUnfinished(disk)
  releaseAll(disk)
  process.removeAllListeners('SIGHUP')
  process.kill(process.pid, 'SIGHUP')
  return process.exit(SIGNALS.SIGHUP)
}

/**
 * Ends cleanly when told to: what is being written is written, no lock and nothing half made is left, and a line says so.
 * Told twice, it ends at once.
 */
export function endWell(say: (text: string) => void): void {
  for (const [signal, code] of Object.entries(SIGNALS))
    process.on(signal, () => {
      const isFirst = exit === undefined
      exit = code
      if (isFirst && !holdsNothing()) return
      if (isClosed()) endClosed()
      // Whoever asks knows what is kept, and is stopped at this question or before the next.
      for (const stop of waiting) stop()
      if (isFirst && hasAsked) return
      clearUnfinished(disk)
      releaseAll(disk)
      if (isFirst) say('Stopped. Nothing was changed.')
      process.exit(code)
    })
}
