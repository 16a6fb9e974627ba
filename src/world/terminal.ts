import { createInterface } from 'node:readline'
import { Chalk, supportsColorStderr } from 'chalk'
import { emphasised, HjpError } from '../errors.ts'
import { type Choice, Interrupted, type Terminal } from './world.ts'

const { env, stdin, stdout, stderr } = process
const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value)

export function nodeTerminal(): Terminal {
  const paint = new Chalk({
    level: isSet(env['NO_COLOR']) || !supportsColorStderr ? 0 : supportsColorStderr.level,
  })
  const plain = isSet(env['ACCESSIBLE']) || env['TERM'] === 'dumb'
  const interactive = Boolean(stdin.isTTY && stdout.isTTY)
  let stopped = false
  // Between two questions, Ctrl-C waits until what is being saved is saved. A second one does not.
  if (interactive)
    process.on('SIGINT', () => {
      if (stopped) process.exit(130)
      stopped = true
    })
  const unlessStopped =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A) => {
      if (stopped) throw new Interrupted()
      return ask(...given)
    }
  const asking = plain ? spoken : drawn
  // A reader such as `head` may have had enough; a full disk may have had too much.
  for (const stream of [stdout, stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE' && stream === stdout) stderr.write(`The output could not be written: ${message}\n`)
      process.exit(code === 'EPIPE' ? 0 : 2)
    })
  return {
    interactive,
    width: Math.min(stdout.columns ?? 80, 100),
    line: unlessStopped(asking.line),
    choose: unlessStopped(asking.choose) as Terminal['choose'],
    async edit(text, about) {
      const { default: inquirer } = await import('inquirer')
      const { words } = await uninterrupted(
        inquirer.prompt([
          {
            type: 'editor',
            name: 'words',
            message: about,
            default: text,
            postfix: '.md',
            waitForUserInput: false,
          },
        ]),
      )
      return (words as string).replaceAll('\r\n', '\n').replace(/\n+$/, '')
    },
    async input() {
      if (stdin.isTTY) throw new HjpError('needsTerminal', 'Pipe the words in, as in *hjp … - < notes.txt*.')
      const chunks: Uint8Array[] = []
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    out: (text) => void stdout.write(text),
    say: (text) => void stderr.write(`${emphasised(text, paint.bold)}\n`),
  }
}

type Asking = Pick<Terminal, 'line' | 'choose'>

/** Questions as inquirer draws them. */
const drawn: Asking = {
  async line(question, value) {
    const { default: inquirer } = await import('inquirer')
    const { reply } = await uninterrupted(
      inquirer.prompt([
        {
          type: 'input',
          name: 'reply',
          message: question,
          ...(value !== undefined && { default: value, prefill: 'editable' as const }),
        },
      ]),
    )
    return reply as string
  },
  async choose<T extends string>(question: string, choices: Choice<T>[]) {
    const { default: inquirer } = await import('inquirer')
    const { reply } = await uninterrupted(
      inquirer.prompt([
        {
          type: 'select',
          name: 'reply',
          message: question,
          pageSize: 14,
          loop: false,
          choices: choices.map(({ value, name, hint }) => ({
            value,
            name,
            ...(hint && { description: hint }),
          })),
        },
      ]),
    )
    return reply as T
  },
}

async function uninterrupted<T>(question: Promise<T>): Promise<T> {
  try {
    return await question
  } catch (error) {
    if (['ExitPromptError', 'AbortPromptError'].includes((error as Error).name)) throw new Interrupted()
    throw error
  }
}

/** Questions as plain lines: nothing is redrawn, and choices are typed as numbers. For screen readers and simple terminals. */
const spoken: Asking = {
  line: (question, value) =>
    read(value ? `${question}\n(now: ${value}. Enter keeps it)\n> ` : `${question}\n> `).then(
      (reply) => reply || (value ?? ''),
    ),
  async choose(question, choices) {
    const list = choices.map(({ name, hint }, n) => `${n + 1}. ${name}${hint ? ` (${hint})` : ''}`).join('\n')
    stdout.write(`${question}\n${list}\n`)
    for (;;) {
      const reply = await read(`Type a number from 1 to ${choices.length}, then Enter: `)
      const choice = /^\d+$/.test(reply.trim()) ? choices[Number(reply) - 1] : undefined
      if (choice) return choice.value
    }
  },
}

function read(question: string): Promise<string> {
  const reader = createInterface({ input: stdin, output: stdout })
  return new Promise<string>((resolve, reject) => {
    reader.question(question, resolve)
    reader.once('SIGINT', () => reject(new Interrupted()))
    reader.once('close', () => reject(new Interrupted()))
  }).finally(() => reader.close())
}
