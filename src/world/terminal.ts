import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Chalk, supportsColor, supportsColorStderr } from 'chalk'
import { wrapAnsi } from 'fast-wrap-ansi'
import { emphasised, HjpError } from '../errors.ts'
import { clean } from '../render/document/clean.ts'
import { edited } from './editor.ts'
import { MARKED, Pasteable } from './paste.ts'
import { type Choice, Interrupted, type Terminal } from './world.ts'

const { env, stdin, stdout, stderr } = process
const WIDTH = Math.min(stdout.columns ?? 80, 100)
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value)

/** The terminal that hjp was started in. */
export function nodeTerminal(): Terminal {
  const paint = new Chalk({
    level: isSet(env['NO_COLOR']) || !supportsColorStderr ? 0 : supportsColorStderr.level,
  })
  const isSpoken = isSet(env['ACCESSIBLE']) || env['TERM'] === 'dumb'
  const { line, choose } = isSpoken ? spoken : drawn
  const ask = asker()
  // A reader such as `head` may have had enough; a full disk may have had too much.
  for (const stream of [stdout, stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE' && stream === stdout) stderr.write(`The output could not be written: ${message}\n`)
      process.exit(code === 'EPIPE' ? 0 : 2)
    })
  return {
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
    width: WIDTH,
    isWide: WIDTH >= 80 && !isSpoken,
    line: (question, value) =>
      ask(async (input) => {
        const typed = await line(input, question, value)
        const words = input.restored(typed)
        if (words !== typed) stdout.write(`${words.replace(/^/gm, '  ')}\n`)
        return words
      }),
    choose: (question, choices) => ask((input) => choose(input, question, choices)),
    edit: async (text) => edited(text),
    async input() {
      if (stdin.isTTY) throw new HjpError('nothingPiped')
      const chunks: Uint8Array[] = []
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    out(text, isComparison) {
      stdout.write(isComparison && typeof text === 'string' ? withColours(text) : text)
    },
    // What a file or a name holds must not steer the terminal.
    say: (text) => void stderr.write(`${emphasised(clean(text).replace(TURNING, ''), paint.bold)}\n`),
  }
}

/** What turns the direction of a text. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** What was put in is green and what was taken out red, where the screen shows colours. */
function withColours(text: string): string {
  const { green, red } = new Chalk({
    level: isSet(env['NO_COLOR']) || !supportsColor ? 0 : supportsColor.level,
  })
  return text
    .replace(/\{\+[\s\S]*?\+\}/g, (words) => green(words))
    .replace(/\[-[\s\S]*?-\]/g, (words) => red(words))
}

/** Puts one question at a time. Between two, Ctrl-C waits until what is being saved is saved; a second one does not. */
function asker() {
  let asked = false
  let stopped = false
  const stop = () => {
    if (stopped) process.exit(130)
    stopped = true
  }
  return async <T>(question: (input: Pasteable) => Promise<T>): Promise<T> => {
    if (!asked) process.on('SIGINT', stop)
    asked = true
    if (stopped) throw new Interrupted()
    const input = Object.assign(new Pasteable(), { isTTY: true, setRawMode: stdin.setRawMode?.bind(stdin) })
    stdin.pipe(input)
    if (env['TERM'] !== 'dumb') stdout.write(MARKED.on)
    try {
      return await question(input)
    } catch (error) {
      if (['ExitPromptError', 'AbortPromptError'].includes((error as Error).name)) throw new Interrupted()
      throw error
    } finally {
      if (env['TERM'] !== 'dumb') stdout.write(MARKED.off)
      stdin.unpipe(input)
      stdin.pause()
    }
  }
}

type Asking = {
  line(input: Readable, question: string, value: string | undefined): Promise<string>
  choose<T extends string>(input: Readable, question: string, choices: Choice<T>[]): Promise<T>
}

/** Questions as inquirer draws them. */
const drawn: Asking = {
  async line(input, message, value) {
    const { default: inquirer } = await import('inquirer')
    const prefilled = value !== undefined && { default: value, prefill: 'editable' as const }
    const prompt = inquirer.createPromptModule({ input })
    const { reply } = await prompt([{ type: 'input', name: 'reply', message, ...prefilled }])
    return reply as string
  },
  async choose<T extends string>(input: Readable, message: string, choices: Choice<T>[]) {
    const { default: inquirer } = await import('inquirer')
    const asked = wrapAnsi(message, WIDTH - 2)
    const options = choices.map(({ value, name, hint }) => ({
      ...{ value, name, short: afterQuestion(asked, name) },
      ...(hint && { description: hint }),
    }))
    const prompt = inquirer.createPromptModule({ input })
    const { reply } = await prompt([
      {
        type: 'select',
        name: 'reply',
        message: asked,
        pageSize: 14,
        loop: false,
        choices: options,
      },
    ])
    return reply as T
  },
}

/** What was chosen, as it stands after the question: on lines of its own where it does not fit there. */
const afterQuestion = (question: string, name: string): string =>
  question.length - question.lastIndexOf('\n') + name.length < WIDTH - 2
    ? name
    : `\n${wrapAnsi(name, WIDTH - 2).replace(/^/gm, '  ')}`

/** Questions as plain lines: nothing is redrawn, and choices are typed as numbers. For screen readers and simple terminals. */
const spoken: Asking = {
  async line(input, question, value) {
    const reply = await readLine(
      input,
      value ? `${question}\n(now: ${value}. Enter keeps it)\n> ` : `${question}\n> `,
    )
    return reply || (value ?? '')
  },
  async choose(input, question, choices) {
    const list = choices.map(({ name, hint }, n) => `${n + 1}. ${name}${hint ? ` (${hint})` : ''}`).join('\n')
    stdout.write(`${question}\n${list}\n`)
    for (;;) {
      const reply = (await readLine(input, `Type a number from 1 to ${choices.length}, then Enter: `)).trim()
      const choice = /^\d+$/.test(reply) ? choices[Number(reply) - 1] : undefined
      if (choice) return choice.value
      stdout.write(reply === '' ? '' : `There is no ${reply} to choose.\n`)
    }
  },
}

function readLine(input: Readable, question: string): Promise<string> {
  const reader = createInterface({ input, output: stdout, terminal: true })
  return new Promise<string>((resolve, reject) => {
    reader.question(question, resolve)
    reader.once('SIGINT', () => reject(new Interrupted()))
    reader.once('close', () => reject(new Interrupted()))
  }).finally(() => reader.close())
}
