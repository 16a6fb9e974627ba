import { fork } from 'node:child_process'

const once = (worker) =>
  new Promise((done) => {
    worker.once('message', (failed) => done({ failed }))
    worker.once('exit', () => done({ failed: ['the process ended'] }))
  })

/** A process that has been started, and waits to be told what to run. */
export async function started(env) {
  const worker = fork('test/mutate/worker.js', {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(worker)
  return worker
}

/** Has a process of its own run tests, and gives which fail, or nothing where they do not end within so many milliseconds. */
export async function runOnce(message, env = {}, within = 2 ** 31 - 1) {
  const worker = await started(env)
  worker.send(message)
  let clock
  const late = new Promise((done) => {
    clock = setTimeout(() => done({}), within)
  })
  const { failed } = await Promise.race([once(worker), late])
  clearTimeout(clock)
  worker.kill('SIGKILL')
  return failed
}

/** Does the work on each, so many at a time, and gives what came of it, in order. */
export async function atOnce(many, all, work) {
  const results = []
  let next = 0
  const one = async () => {
    while (next < all.length) {
      const n = next++
      results[n] = await work(all[n])
    }
  }
  await Promise.all(Array.from({ length: many }, one))
  return results
}
