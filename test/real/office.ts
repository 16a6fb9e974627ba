import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const LIMIT = 240_000
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const doctype = (what: string, file: string) =>
  `<!DOCTYPE ${what} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}.dtd">\n`
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
const safe = (text: string) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`)

/** What is done in LibreOffice, step by step: see test/real/Plan.bas. Files are named by their paths. */
export type Step =
  | [what: 'open' | 'save', path: string]
  | [what: 'cell' | 'end of', table: number, cell: string]
  | [what: 'row out', table: number, row: number]
  | [what: 'type' | 'do', words: string]
  | [what: 'paragraph' | 'break']

const LETTERS = {
  open: 'o',
  save: 's',
  cell: 'c',
  'end of': 'e',
  'row out': 'r',
  type: 't',
  do: 'd',
  paragraph: 'p',
  break: 'b',
}

const line = ([what, ...rest]: Step): string =>
  [
    LETTERS[what],
    ...(what === 'open' || what === 'save' ? [pathToFileURL(String(rest[0])).href] : rest),
  ].join(' ')

/** A folder for the files of one office, with the profile it keeps from one start to the next. */
const folder = mkdtempSync(join(tmpdir(), 'hjp-office-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
export const inFolder = (...path: string[]): string => join(folder, ...path)
const profile = `-env:UserInstallation=${pathToFileURL(inFolder('profile')).href}`

/** Has LibreOffice write files that are in its folder in another format, beside them: all in one start. */
export const convert = (to: string, ...names: string[]): Promise<void> =>
  run(['--convert-to', to, '--outdir', folder, ...names.map((name) => inFolder(name))])

/** Has LibreOffice itself follow a plan, and throws what it complains of. */
export async function follow(steps: Step[]): Promise<void> {
  if (!existsSync(inFolder('plan.txt'))) await taughtToFollow()
  // Its reader takes the file to be at its end a line too soon.
  writeFileSync(inFolder('plan.txt'), `${steps.map(line).join('\n')}\n\n\n`)
  const [plan, failed] = ['plan.txt', 'failed.txt'].map((name) => pathToFileURL(inFolder(name)).href)
  await run(['--norestore', `macro:///Standard.Plan.Follow("${plan}", "${failed}")`])
  if (existsSync(inFolder('failed.txt'))) throw new Error(readFileSync(inFolder('failed.txt'), 'utf8'))
}

async function taughtToFollow(): Promise<void> {
  // The first start makes the profile, and would write over what is in it.
  await run(['--terminate_after_init'])
  const basic = inFolder('profile', 'user', 'basic')
  mkdirSync(join(basic, 'Standard'), { recursive: true })
  const put = (path: string, text: string) => writeFileSync(join(basic, path), XML + text)
  for (const kind of ['script', 'dialog']) {
    put(
      `${kind}.xlc`,
      `${doctype('library:libraries', 'libraries')}<library:libraries ${LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink">\n` +
        ' <library:library library:name="Standard" library:link="false"/>\n</library:libraries>\n',
    )
    put(
      `Standard/${kind}.xlb`,
      `${doctype('library:library', 'library')}<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false">\n` +
        `${kind === 'script' ? ' <library:element library:name="Plan"/>\n' : ''}</library:library>\n`,
    )
  }
  put(
    'Standard/Plan.xba',
    `${doctype('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Plan" script:language="StarBasic">` +
      `${safe(readFileSync('test/real/Plan.bas', 'utf8'))}</script:module>\n`,
  )
}

/** In a group of its own, so that all of it can be ended. */
const run = (args: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const office = spawn('soffice', [profile, '--headless', ...args], { detached: true, stdio: 'ignore' })
    const timer = setTimeout(() => {
      process.kill(-office.pid!, 'SIGKILL')
      fail(new Error('LibreOffice did not come to an end.'))
    }, LIMIT)
    office.on('error', fail)
    office.on('close', () => {
      clearTimeout(timer)
      done()
    })
  })
