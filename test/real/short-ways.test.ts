import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { has } from '../programs.ts'

// What a newcomer types from an empty folder, in a terminal of 80 columns: how often they press Enter, and all that there is to read.
const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A terminal server of its own: a new one under the name of one that is still ending would not start. */
const server =
  (name: string) =>
  (...args: string[]) =>
    execFileSync('tmux', ['-L', `hjp-${process.pid}-${name}`, ...args]).toString()
type Tmux = ReturnType<typeof server>

const SHELL = [
  `hjp() { '${process.execPath}' '${resolve('bin/hjp.js')}' "$@" --today 2026-03-02; }`,
  `export TZ=Australia/Melbourne NO_COLOR=1 XDG_STATE_HOME='${join(folder, '.state')}'`,
  `PS1='$ '; clear`,
].join('; ')

/** What is typed to a question, by words of it: the first that fits. A number goes down as many choices. */
type Answers = [asks: string, reply: string | number][]

/** Runs a command in a terminal until it ends. Gives all that stood there, and how often Enter was pressed, the command's own not counted. */
async function typed(command: string, answers: Answers): Promise<{ screen: string; enters: number }> {
  const tmux = server(command.replaceAll(/\W+/g, '-'))
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '600', '-c', folder, 'bash --norc')
  try {
    tmux('send-keys', SHELL, 'Enter')
    await sleep(500)
    tmux('send-keys', command, 'Enter')
    let answered = ''
    for (let enters = 0; ; enters++) {
      const { screen, open } = await still(tmux, answered)
      if (open === undefined) return { screen: `${screen}\n`, enters }
      const [, reply = ''] = answers.find(([asks]) => open.includes(asks)) ?? []
      if (typeof reply === 'string') tmux('send-keys', '-l', '--', reply)
      else for (let n = 0; n < reply; n++) tmux('send-keys', 'Down')
      tmux('send-keys', 'Enter')
      answered = screen
    }
  } finally {
    tmux('kill-server')
  }
}

/** The screen once it shows something else and stands still: the question that is open in it, or none where the command has ended. */
async function still(tmux: Tmux, before: string): Promise<{ screen: string; open: string | undefined }> {
  let last = ''
  for (let tries = 0; tries < 400; tries++) {
    await sleep(60)
    const screen = tmux('capture-pane', '-p').trimEnd()
    const [, open] = /\n\? ([^✔]*)$/.exec(screen) ?? []
    if (screen === last && screen !== before && (open !== undefined || screen.endsWith('\n$')))
      return { screen: screen.replaceAll(folder, '…').replace(/\n\$$/, ''), open: open?.replace(/\s+/g, ' ') }
    last = screen
  }
  throw new Error(`Waited in vain after:\n${last}`)
}

test.runIf(has('tmux'))(
  'an agenda for a first meeting, and the activities of an agreement, take few answers',
  async () => {
    const init = await typed('hjp init', [
      ['the partnership called', 'Hillside'],
      ['your service called', 'Hill Law'],
      ['liaison at Hill Law', 'Ana Ruiz ana@example.org'],
      ['your partner called', 'Hill Health'],
      ['liaison at Hill Health', 'Bo Li'],
    ])
    const agenda = await typed('hjp agenda', [
      ['On which day', 'next Tuesday'],
      ['time', '10am'],
      ['Where', 'Meeting room 2'],
    ])
    const activities = await typed('hjp ask --for mou/activities', [
      ['Who leads', 3],
      ['When will you review', 2],
      ['Your decision together', 1],
      ['How should this read', 'We will do this together each month.'],
    ])
    expect(existsSync(join(folder, 'documents', 'mou-activities.docx'))).toBe(true)
    expect(init.enters + agenda.enters).toBeLessThanOrEqual(12)
    expect(activities.enters).toBeLessThanOrEqual(45)
    const transcript = [init, agenda, activities].map(({ screen }) => screen).join('\n')
    await expect(transcript).toMatchFileSnapshot('../golden/short-ways.txt')
  },
  120_000,
)
