import type { ChalkInstance } from 'chalk'
import { wrapAnsi } from 'fast-wrap-ansi'
import { emphasised, HjpError } from '../errors.ts'
import { endClosed } from './ending.ts'
import { gated } from './gate.ts'
import { stateFolder } from './kept.ts'
import { held } from './pager.ts'
import type { Terminal } from './world.ts'

const { argv, env, stdout, stderr } = process
const WIDTH = Math.min(stdout.columns || 80, 100)
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value)

/** The terminal that hjp was started in. What asks is loaded with the first question, what colours where colours can be seen. */
export async function nodeTerminal(): Promise<Terminal> {
  const isSpoken = isSet(env['ACCESSIBLE']) || env['TERM'] === 'dumb'
  // What asks looks there too.
  if (argv.includes('--no-color')) env['NO_COLOR'] = '1'
  const paint = await paints()
  const screen = stdout.isTTY && !isSpoken ? held() : undefined
  const write = (to: NodeJS.WriteStream, text: string) => (screen ? screen.write(to, text) : to.write(text))
  let asking: Promise<Pick<Terminal, 'line' | 'choose'>> | undefined
  const asked = () => {
    screen?.release()
    asking ??= import('./ask.ts').then((ask) => ask.asking(WIDTH, isSpoken))
    return asking
  }
  // A reader such as `head` may have had enough; a full disk may have had too much. EIO is a terminal that was closed.
  for (const stream of [stdout, stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EIO') endClosed()
      if (code !== 'EPIPE' && stream === stdout) stderr.write(`The output could not be written: ${message}\n`)
      process.exit(code === 'EPIPE' ? 0 : 2)
    })
  const terminal: Terminal = {
    interactive: Boolean(stdout.isTTY && process.stdin.isTTY),
    width: WIDTH,
    isSpoken,
    isWide: WIDTH >= 80 && !isSpoken,
    line: async (...about) => (await asked()).line(...about),
    choose: async (question, choices) => (await asked()).choose(question, choices),
    edit: async (text) => {
      screen?.release()
      const { edited } = await import('./editor.ts')
      return edited(text, stateFolder(), async () =>
        (await asked()).line(
          'Your editor has it in a window of its own. Save and close it there, then press Enter here.',
        ),
      )
    },
    async input() {
      const { stdin } = process
      if (stdin.isTTY) throw new HjpError('nothingPiped')
      const chunks: Uint8Array[] = []
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    out(text, isComparison) {
      if (typeof text !== 'string') stdout.write(text)
      else write(stdout, isComparison ? coloured(text, paint?.out) : text)
    },
    say: (text) => void write(stderr, `${inLines(emphasised(text, paint?.say.bold))}\n`),
  }
  return gated(terminal, Boolean(stdout.isTTY))
}

/** A message on a screen breaks between words. */
const inLines = (text: string): string => (stderr.isTTY ? wrapAnsi(text, WIDTH, { trim: false }) : text)

type Paint = { out: ChalkInstance; say: ChalkInstance }

/** What colours data and messages; nothing where neither is for a screen. */
async function paints(): Promise<Paint | undefined> {
  if (isSet(env['NO_COLOR']) || !(stdout.isTTY || stderr.isTTY || env['FORCE_COLOR'])) return undefined
  const { Chalk, supportsColor, supportsColorStderr } = await import('chalk')
  const of = (support: typeof supportsColor) => new Chalk({ level: support ? support.level : 0 })
  return { out: of(supportsColor), say: of(supportsColorStderr) }
}

/** What was put in is green and what was taken out red. */
const coloured = (text: string, paint: ChalkInstance | undefined): string =>
  paint
    ? text
        .replace(/\{\+[\s\S]*?\+\}/g, (words) => paint.green(words))
        .replace(/\[-[\s\S]*?-\]/g, (words) => paint.red(words))
    : text
