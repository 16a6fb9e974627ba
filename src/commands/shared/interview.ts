import { wrapAnsi } from 'fast-wrap-ansi'
import { HjpError } from '../../errors.ts'
import { type Choice, Interrupted, Stopped, type Terminal, type World } from '../../world/world.ts'
import { Waiting } from './half-typed.ts'
import { EVERYWHERE, type Key, keyFault, keysHelp, listHelp, meansTo, readKey } from './keys.ts'
import { indented } from './show-prompt.ts'
import { Back, type Reply, type Step, Trail, typedIn } from './trail.ts'

const GO_BACK = { value: '/b', name: 'Go back' }
const SAVED_BEFORE = 'What came before is saved, and is not asked again.'
const STOP_HERE = { value: '/s', name: 'Stop here for now' }

/** How a line is wanted: with what stands `ready`, and what it is `about`, which tells it from others of the same words. */
type ReplyWanted = {
  ready?: string | undefined
  inLine?: boolean | undefined
  keys?: Key[]
  about?: string
}

/**
 * The terminal as commands have it. At every question the person can go back, skip it or stop; what was typed by then and is
 * not saved stands ready when it is asked again.
 */
export class Interview implements Terminal {
  readonly interactive: boolean
  readonly width: number
  readonly isWide: boolean
  readonly isSpoken: boolean
  readonly input: Terminal['input']
  readonly #terminal: Terminal
  readonly #waiting: Waiting
  readonly #trail = new Trail()
  #head: string | undefined
  #lastHead: string | undefined

  constructor(world: World, file: string | undefined) {
    const { interactive, width, isSpoken, isWide, input } = world.terminal
    this.interactive = interactive
    this.width = width
    this.isWide = isWide
    this.isSpoken = isSpoken
    this.input = input
    this.#terminal = world.terminal
    this.#waiting = new Waiting(world, file)
  }

  /** Runs a command. Throws Interrupted with all that there is to tell where it is stopped. */
  async run<T>(command: () => Promise<T>): Promise<T> {
    try {
      return await this.#trail.pass(command)
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      const kept = error.message || (this.#trail.hasSaved ? 'What was saved stays.' : 'Nothing was changed.')
      const unsaved = await this.#waiting.keep(this.#trail.unsaved)
      error.message = `\nStopped. ${kept}${unsaved && `\n${wrapAnsi(unsaved, this.width)}`}`
      throw error
    }
  }

  /** Something is in the file now. */
  saved(): void {
    this.#trail.save()
  }

  /** Goes through steps, forward and back. */
  walk(steps: Step[]): Promise<void> {
    return this.#trail.walk(steps, () => this.say(SAVED_BEFORE))
  }

  /** Asks for one of several things, all of it in a round of its own. */
  round<T>(ask: () => Promise<T>): Promise<T> {
    return this.#trail.pass(ask)
  }

  /** Says what is kept, and how to go on, where a flow is stopped, or fails after something was saved. */
  async telling<T>(kept: () => string, flow: () => Promise<T>): Promise<T> {
    try {
      return await flow()
    } catch (error) {
      if (error instanceof Interrupted) error.message ||= kept()
      if (error instanceof HjpError && this.#trail.hasSaved) this.say(`\nStopped. ${kept()}`)
      throw error
    }
  }

  /** Stands above what is next asked or said. */
  head(text: string): void {
    this.#head = this.#lastHead === text ? undefined : text
  }

  line = async (question: string, ready?: string, inLine?: boolean): Promise<string> =>
    typedIn(await this.reply(question, { ready, inLine })) ?? ''

  /** A line, or one of the keys that only this question has. What it is `about` tells it from others of the same words. */
  reply(question: string, { ready, inLine, keys = [], about }: ReplyWanted): Promise<Reply> {
    const called = [about, this.#trail.before(question), question].filter(Boolean).join(' / ')
    return this.#answered(question, called, async (typed) => {
      const half = typed === undefined ? await this.#waiting.for(called) : undefined
      const before = typed ?? half
      const isLong = before?.includes('\n')
      const stands = { ready, before: isLong ? undefined : before, inLine: inLine || half !== undefined }
      const reply =
        isLong && (await this.#isWanted(before!))
          ? { words: before! }
          : await this.#read(question, called, stands, [...EVERYWHERE, ...keys])
      if (!('key' in reply) || reply.key !== 'skip') await this.#waiting.answered(called)
      return 'key' in reply && reply.key === 'skip' ? { words: ready ?? '' } : reply
    })
  }

  choose = async <T extends string>(question: string, choices: Choice<T>[]): Promise<T> => {
    const moves = [...(this.#trail.canGoBack ? [GO_BACK] : []), STOP_HERE]
    const ask = async () => ({ words: await this.#chosen(question, choices, moves) })

    return (await this.#answered(question, undefined, ask)).words as T
  }

  edit = async (text: string): Promise<string> => {
    const called = `${this.#trail.before('')} / in the editor`
    const { words } = await this.#answered(called, called, async (typed) => {
      const before = typed ?? (await this.#waiting.for(called))
      const words = await this.#typed(called, text, () => this.#terminal.edit(before ?? text))
      await this.#waiting.answered(called)
      return { words }
    })
    return words
  }

  out: Terminal['out'] = (...said) => {
    if (this.#trail.isAgain) return
    this.#sayHead()
    this.#terminal.out(...said)
  }

  say: Terminal['say'] = (text) => {
    if (this.#trail.isAgain) return
    this.#sayHead()
    this.#terminal.say(text)
  }

  #sayHead(): void {
    if (this.#head === undefined) return
    this.#terminal.say(this.#head)
    this.#lastHead = this.#head
    this.#head = undefined
  }

  #answered<R extends Reply>(
    question: string,
    called: string | undefined,
    ask: (typed: string | undefined) => Promise<R>,
  ): Promise<R> {
    return this.#trail.answered(question, called, (typed) => {
      this.#sayHead()
      return ask(typed)
    })
  }

  /**
   * Asks until it is an answer, or a key that this question has. What stood there `before` is not saved; `ready` is. What was
   * typed by half is gone on with `inLine`; with what was an answer, what is typed would be stuck to its end.
   */
  async #read(
    question: string,
    called: string,
    { ready, before, inLine }: { ready: string | undefined; before: string | undefined; inLine: boolean },
    keys: Key[],
  ): Promise<Reply> {
    for (let stands = before ?? ready, isHalf = inLine; ; ) {
      const ask = () => this.#terminal.line(question, stands, isHalf)
      const typed = await this.#typed(called, stands, ask, stands === ready ? '' : stands)
      const read = typed === stands ? undefined : readKey(typed, keys, stands)
      if (!read || ('perhaps' in read && !(await this.#isMeant(read.perhaps, typed)))) return { words: typed }
      const key = 'key' in read ? read.key : 'perhaps' in read ? read.perhaps : 'help'
      if (stands !== undefined && stands !== ready && key !== 'help') await this.#waiting.stay(called, stands)
      if (key === 'stop') throw new Stopped()
      if (key === 'back' && this.#trail.canGoBack) throw new Back()
      if (key === 'skip') return { key, stands }
      if (key === 'edit' || key === 'park') return { key, stands }
      this.say(key === 'back' ? this.#start : wrapAnsi(`${keyFault(read)}${keysHelp(keys)}`, this.width))
      if ('alone' in read) {
        stands = read.alone
        isHalf = true
      }
    }
  }

  /** What is chosen, or typed where a choice takes it; keys do there what they do in a line. */
  async #chosen(question: string, choices: Choice<string>[], moves: Choice<string>[] = []): Promise<string> {
    for (;;) {
      const typed = await this.#terminal.choose<string>(question, [...choices, ...moves])
      const read = choices.some(({ value }) => value === typed) ? undefined : readKey(typed, EVERYWHERE)
      if (!read || ('perhaps' in read && !(await this.#isMeant(read.perhaps, typed)))) return typed
      const key = 'key' in read ? read.key : 'perhaps' in read ? read.perhaps : 'help'
      if (key === 'stop') throw new Stopped()
      if (key === 'back' && this.#trail.canGoBack) throw new Back()
      if (key === 'skip' && choices.some(({ takes }) => takes)) return choices[0]!.value
      this.say(
        key === 'back' ? this.#start : wrapAnsi(`${keyFault(read)}${listHelp(this.isSpoken)}`, this.width),
      )
    }
  }

  /** Why there is no question to go back to. */
  get #start(): string {
    return this.#trail.hasSaved ? SAVED_BEFORE : 'This is the first question.'
  }

  /** What is typed; what was typed until it was stopped is kept, or what was `given` before and is not saved. */
  async #typed(
    called: string,
    ready: string | undefined,
    ask: () => Promise<string>,
    given = '',
  ): Promise<string> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      const typed = (error.typed === ready ? '' : error.typed.trim()) || given.trim()
      if (typed) this.#trail.unsaved.push({ question: called, typed })
      throw error
    }
  }

  async #isMeant(key: Key, typed: string): Promise<boolean> {
    const choice = await this.#chosen(`Do you want to ${meansTo(key)}?`, [
      { value: 'yes', name: 'Yes' },
      { value: 'no', name: `No, "${typed.trim()}" is my answer` },
    ])
    return choice === 'yes'
  }

  /** Whether words of several lines, which cannot stand ready in one, are the answer. */
  async #isWanted(words: string): Promise<boolean> {
    this.out(`${indented(this, words)}\n`)
    const choice = await this.#chosen('You typed this before, and it is not saved. Is it your answer?', [
      { value: 'yes', name: 'Yes' },
      { value: 'no', name: 'No, I will type another' },
    ])
    return choice === 'yes'
  }
}
