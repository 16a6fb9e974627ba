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

/** What is done in LibreOffice, step by step: see test/office/Plan.bas. Files are named by their paths. */
export type Step =
  | [what: 'open' | 'save', path: string]
  | [what: 'cell' | 'end of', table: number, cell: string]
  | [what: 'type' | 'do', words: string]
  | [what: 'paragraph' | 'break']

const LETTERS = {
  open: 'o',
  save: 's',
  cell: 'c',
  'end of': 'e',
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

/** Has LibreOffice itself follow a plan, in a profile of its own, and throws what it complains of. */
export async function follow(steps: Step[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hjp-office-'))
  const at = (...path: string[]) => join(folder, ...path)
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(at('profile')).href}`
    // The first start makes the profile, and would write over what is in it.
    await run([profile, '--headless', '--terminate_after_init'])
    const basic = at('profile', 'user', 'basic')
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
        `${safe(readFileSync('test/office/Plan.bas', 'utf8'))}</script:module>\n`,
    )
    // Its reader takes the file to be at its end a line too soon.
    writeFileSync(at('plan.txt'), `${steps.map(line).join('\n')}\n\n\n`)
    const [plan, failed] = ['plan.txt', 'failed.txt'].map((name) => pathToFileURL(at(name)).href)
    await run([
      ...[profile, '--headless', '--norestore', `macro:///Standard.Plan.Follow("${plan}", "${failed}")`],
    ])
    if (existsSync(at('failed.txt'))) throw new Error(readFileSync(at('failed.txt'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In a group of its own, so that all of it can be ended. */
const run = (args: string[]): Promise<void> =>
  new Promise((done, fail) => {
    const office = spawn('soffice', args, { detached: true, stdio: 'ignore' })
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
