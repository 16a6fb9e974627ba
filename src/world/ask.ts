import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { wrapAnsi } from 'fast-wrap-ansi'
import { onScreen } from '../render/document/clean.ts'
import { untilTold } from './ending.ts'
import { MARKED, Pasteable } from './paste.ts'
import { choiceTyped } from './typed-choice.ts'
import { type Choice, Interrupted, type Terminal } from './world.ts'

const { env, stdin, stdout } = process

/** What puts questions to the person at the keyboard, on a screen so many columns wide; `isSpoken` where it is read aloud. */
export function asking(width: number, isSpoken: boolean): Pick<Terminal, 'line' | 'choose'> {
  const { line, choose } = isSpoken ? spoken(width) : drawn(width)
  return {
    line: (question, value, inLine) => {
      let sofar = ''
      return ask(
        async (from) => {
          const typing = (words: string) => {
            sofar = from.input.restored(words)
          }
          const typed = await line(from, value ? withoutSkip(question) : question, { value, inLine, typing })
          const words = from.input.restored(typed)
          if (words !== typed) stdout.write(`${onScreen(words).replace(/^/gm, '  ')}\n`)
          return words
        },
        () => sofar,
      )
    },
    choose: <T extends string>(question: string, choices: Choice<T>[]) =>
      ask(async (from) => from.input.restored(await choose(from, question, choices)) as T),
  }
}

/** Where a question is answered from, until `signal` says that there will be no answer. */
type From = { input: Pasteable; signal: AbortSignal }

const MARKS = env['TERM'] === 'dumb' ? { on: '', off: '' } : MARKED
const SHOWN = '\x1b[?25h'

/** One question after the other. Throws Interrupted on Ctrl-C, at the end of input, and where the process is told to end. */
async function ask<T>(question: (from: From) => Promise<T>, typed = () => ''): Promise<T> {
  const end = new AbortController()
  const stop = () => end.abort()
  const input = Object.assign(new Pasteable({ sleep, stop }), {
    isTTY: true,
    setRawMode: stdin.setRawMode?.bind(stdin),
  })
  const wake = () => {
    stdin.setRawMode?.(true)
    stdout.write(MARKS.on)
    input.draw()
  }
  for (const over of ['end', 'error']) stdin.on(over, stop)
  process.on('SIGCONT', wake)
  stdin.pipe(input)
  stdout.write(MARKS.on)
  try {
    return await untilTold(() => question({ input, signal: end.signal }), stop)
  } catch (error) {
    const isOver = ['ExitPromptError', 'AbortPromptError'].includes((error as Error).name)
    if (isOver || error instanceof Interrupted) throw new Interrupted(typed())
    throw error
  } finally {
    stdout.write(MARKS.off)
    process.off('SIGCONT', wake)
    for (const over of ['end', 'error']) stdin.off(over, stop)
    stdin.unpipe(input)
    stdin.pause()
  }
}

/** Ctrl-Z: gives the terminal back as it was, and waits to be called to the front again. */
function sleep(): void {
  if (process.platform === 'win32') return
  stdout.write(`${MARKS.off}${SHOWN}\n`)
  stdin.setRawMode?.(false)
  process.kill(0, 'SIGTSTP')
}

/** What stands for an answer already, in the line or beside it; `typing` is told how the line stands. */
type Line = {
  value: string | undefined
  inLine: boolean | undefined
  typing: (words: string) => void
}

type Asking = {
  line(from: From, question: string, line: Line): Promise<string>
  choose(from: From, question: string, choices: Choice<string>[]): Promise<string>
}

/** What whoever is asked has to know of words that stand in the line already, or beside it. */
const STANDS = '(Enter keeps this answer, Ctrl-U clears it)'
const kept = (value: string) => `(Enter keeps ${value}; Tab edits it)`

/** A question that Enter does not skip, as there is an answer that it keeps. */
const withoutSkip = (question: string): string => question.replace(/ \(or Enter\)$|[,;] or Enter(?=\)$)/, '')

/** Questions as inquirer draws them. */
const drawn = (width: number): Asking => ({
  async line(from, message, { value, inLine, typing }) {
    const { default: inquirer } = await import('inquirer')
    const prefill = inLine ? ('editable' as const) : ('tab' as const)
    const prefilled = value !== undefined && { default: value, prefill }
    const prompt = inquirer.createPromptModule(from)
    let stands = ''
    let isOpen = true
    const asked = wrapAnsi(message, width - 2)
    const transformer = (words: string, { isFinal }: { isFinal?: boolean }) => {
      if (isFinal) return afterQuestion(asked, stands, width)
      // Once Enter is pressed on a line that was cleared, inquirer has what stood ready in it again, and gives that.
      if (isOpen) stands = words
      typing(words)
      return words
    }
    const hinted = value && inLine ? wrapAnsi(`${message} ${STANDS}`, width - 2) : asked
    const style = {
      message(_: string, status: string) {
        isOpen = status === 'idle'
        return styleText('bold', status === 'done' ? asked : hinted)
      },
      // Stands beside a line that is empty, until it is taken into it or taken away.
      defaultAnswer(value: string) {
        if (inLine) return ''
        if (isOpen) stands = value
        return wrapAnsi(`${message} ${kept(value)}`, width - 2).slice(asked.length + 1)
      },
    }
    await prompt([
      { type: 'input', name: 'reply', message: asked, transformer, theme: { style }, ...prefilled },
    ])
    return stands
  },
  async choose(from, message, choices) {
    const { chooseInList } = await import('./list.ts')
    const asked = wrapAnsi(message, width - 2)
    const short = (name: string) => afterQuestion(asked, name, width)
    const broken = (words: string) => wrapAnsi(words, width)
    const beside = Math.max(...choices.map(({ hint = '' }) => linesIn(broken(hint)))) + linesIn(asked)
    const pageSize = Math.max(3, Math.min(14, (stdout.rows || 24) - beside - 3))
    const listed = choices.map((choice) => ({
      ...choice,
      shown: hanging(choice.name, 2, width),
      short: short(choice.name),
    }))
    return chooseInList({ message: asked, pageSize, choices: listed, short, broken }, from)
  },
})

const linesIn = (words: string): number => words.split('\n').length

/** Words that break between words, the further lines so many letters in. */
const hanging = (words: string, by: number, width: number): string =>
  wrapAnsi(words, width - by).replace(/\n/g, `\n${' '.repeat(by)}`)

/** What was chosen, as it stands after the question: on lines of its own where it does not fit there. */
const afterQuestion = (question: string, name: string, width: number): string =>
  question.length - question.lastIndexOf('\n') + name.length < width - 2
    ? name
    : `\n${wrapAnsi(name, width - 2).replace(/^/gm, '  ')}`

/** Questions as plain lines: nothing is redrawn, and choices are typed as numbers. For screen readers and simple terminals. */
const spoken = (width: number): Asking => ({
  async line(from, question, { value, typing }) {
    const now = value ? `\n(now, and Enter keeps it: ${value})` : ''
    const reply = await read(from, `${wrapAnsi(`${question}${now}`, width)}\n> `, typing)
    return reply || (value ?? '')
  },
  async choose(from, question, choices) {
    const list = choices.map(({ name, hint }, n) =>
      hanging(`${n + 1}. ${name}${hint ? ` (${hint})` : ''}`, 3, width),
    )
    stdout.write(`${wrapAnsi(question, width)}\n${list.join('\n')}\n`)
    for (;;) {
      const reply = (await read(from, `Type a number from 1 to ${choices.length}, then Enter: `)).trim()
      const numbered = /^\d+$/.test(reply) ? choices[Number(reply) - 1] : undefined
      if (numbered) return numbered.value
      if (reply === '') continue
      const meant = /^\d+$/.test(reply)
        ? { refused: `There is no ${reply} to choose.` }
        : choiceTyped(choices, reply)
      if ('value' in meant) return meant.value
      stdout.write(`${wrapAnsi(meant.refused, width)}\n`)
    }
  },
})

function read({ input, signal }: From, question: string, typing = (_: string) => {}): Promise<string> {
  const reader = createInterface({ input, output: stdout, terminal: true })
  return new Promise<string>((resolve, reject) => {
    reader.question(question, resolve)
    const stop = () => {
      typing(reader.line)
      reject(new Interrupted())
    }
    reader.once('SIGINT', stop).once('close', stop)
    signal.addEventListener('abort', stop)
  }).finally(() => reader.close())
}
