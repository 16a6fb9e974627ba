import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HjpError } from '../errors.ts'
import { why } from './disk.ts'
import { untilTold } from './ending.ts'
import { Interrupted } from './world.ts'

/** An editor that is back so soon, in milliseconds, has only passed the file on to a window of its own. */
const SOON = 3000
/** Drafts that stay: the words of the last is in no other file until they are written. */
const KEPT = 5

/**
 * The words after the keeper's own editor has had them, in a draft in this folder that stays there for now. `wait` is called
 * where the editor was back at once. Throws HjpError where it could not be opened, or was left without saving, and Interrupted
 * where the process is told to end, which ends the editor too.
 */
export async function edited(text: string, folder: string, wait: () => Promise<unknown>): Promise<string> {
  const editor =
    process.env['VISUAL'] || process.env['EDITOR'] || (process.platform === 'win32' ? 'notepad' : 'vi')
  const draft = draftIn(folder, text === '' ? '' : `${text}\n`)
  const began = Date.now()
  const status = await statusOf(`${editor} "${draft}"`, () => draftedIn(draft, text))
  if (status !== 0) throw new HjpError('editorFailed', editor, draft)
  if (Date.now() - began < SOON && wordsIn(draft) === text) await wait()
  return wordsIn(draft)
}

/** How a program ends that has the terminal meanwhile. */
async function statusOf(command: string, typed: () => string): Promise<number | null> {
  let isTold = false
  const child = spawn(command, { shell: true, stdio: 'inherit' })
  const stop = () => {
    isTold = true
    child.kill('SIGHUP')
  }
  const status = await untilTold(
    () => new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null))),
    stop,
  )
  if (isTold) throw new Interrupted(typed())
  return status
}

/** What was written into a draft, if anything. */
function draftedIn(draft: string, text: string): string {
  const words = wordsIn(draft)
  return words === text ? '' : words
}

function draftIn(folder: string, text: string): string {
  const drafts = join(folder, 'drafts')
  try {
    mkdirSync(drafts, { recursive: true, mode: 0o700 })
    for (const old of readdirSync(drafts).sort().slice(0, -KEPT)) rmSync(join(drafts, old), { force: true })
    const draft = join(drafts, `answer-${Date.now()}.md`)
    writeFileSync(draft, text, { mode: 0o600 })
    return draft
  } catch (error) {
    throw new HjpError('cannotWrite', drafts, why(error))
  }
}

/** What an editor saved, in whatever encoding. Throws HjpError where it cannot be read. */
function wordsIn(path: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new HjpError('cannotRead', path, why(error))
  }
  return decoded(bytes).replaceAll('\r\n', '\n').replace(/\n+$/, '')
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
