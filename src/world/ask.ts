import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { wrapAnsi } from 'fast-wrap-ansi'
import { MARKED, Pasteable } from './paste.ts'
import { type Choice, Interrupted, type Terminal } from './world.ts'

const { env, stdin, stdout } = process

/** What puts questions to the person at the keyboard, on a screen so many columns wide; `isSpoken` where it is read aloud. */
export function asking(width: number, isSpoken: boolean): Pick<Terminal, 'line' | 'choose'> {
  const { line, choose } = isSpoken ? spoken : drawn(width)
  const ask = inTurn()
  return {
    line: (question, value) =>
      ask(async (input) => {
        const typed = await line(input, question, value)
        const words = input.restored(typed)
        if (words !== typed) stdout.write(`${words.replace(/^/gm, '  ')}\n`)
        return words
      }),
    choose: (question, choices) => ask((input) => choose(input, question, choices)),
  }
}

/** One question after the other. Between two, Ctrl-C waits until what is being saved is saved; a second one does not. */
function inTurn() {
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
const drawn = (width: number): Asking => ({
  async line(input, message, value) {
    const { default: inquirer } = await import('inquirer')
    const prefilled = value !== undefined && { default: value, prefill: 'editable' as const }
    const prompt = inquirer.createPromptModule({ input })
    const { reply } = await prompt([{ type: 'input', name: 'reply', message, ...prefilled }])
    return reply as string
  },
  async choose<T extends string>(input: Readable, message: string, choices: Choice<T>[]) {
    const { default: inquirer } = await import('inquirer')
    const asked = wrapAnsi(message, width - 2)
    const options = choices.map(({ value, name, hint }) => ({
      ...{ value, name, short: afterQuestion(asked, name, width) },
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
})

/** What was chosen, as it stands after the question: on lines of its own where it does not fit there. */
const afterQuestion = (question: string, name: string, width: number): string =>
  question.length - question.lastIndexOf('\n') + name.length < width - 2
    ? name
    : `\n${wrapAnsi(name, width - 2).replace(/^/gm, '  ')}`

/** Questions as plain lines: nothing is redrawn, and choices are typed as numbers. For screen readers and simple terminals. */
const spoken: Asking = {
  async line(input, question, value) {
    const reply = await read(
      input,
      value ? `${question}\n(now: ${value}. Enter keeps it)\n> ` : `${question}\n> `,
    )
    return reply || (value ?? '')
  },
  async choose(input, question, choices) {
    const list = choices.map(({ name, hint }, n) => `${n + 1}. ${name}${hint ? ` (${hint})` : ''}`).join('\n')
    stdout.write(`${question}\n${list}\n`)
    for (;;) {
      const reply = (await read(input, `Type a number from 1 to ${choices.length}, then Enter: `)).trim()
      const choice = /^\d+$/.test(reply) ? choices[Number(reply) - 1] : undefined
      if (choice) return choice.value
      stdout.write(reply === '' ? '' : `There is no ${reply} to choose.\n`)
    }
  },
}

function read(input: Readable, question: string): Promise<string> {
  const reader = createInterface({ input, output: stdout, terminal: true })
  return new Promise<string>((resolve, reject) => {
    reader.question(question, resolve)
    reader.once('SIGINT', () => reject(new Interrupted()))
    reader.once('close', () => reject(new Interrupted()))
  }).finally(() => reader.close())
}
