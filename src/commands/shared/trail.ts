import { Interrupted } from '../../world/world.ts'
import type { HalfTyped } from './half-typed.ts'
import type { Key } from './keys.ts'

/** The person at the keyboard wants the question before. */
export class Back extends Error {}

/** What was answered: words, or a key that only some questions have, with the words that stood there. */
export type Reply = { words: string } | { key: Key; stands: string | undefined }

/** A question that was answered; `called` tells one that is typed from others of the same words. */
type Given = { question: string; called: string | undefined; reply: Reply }

/** Asks something, or nothing where there is nothing to ask; `isBack` where the person has come back to it. */
export type Step = (isBack: boolean) => Promise<unknown>

export const typedIn = (reply: Reply | undefined): string | undefined =>
  reply && 'words' in reply ? reply.words : undefined

/**
 * Questions that the same code asks one after the other. To go back to the one before, the code runs again and is given all
 * answers but the last. Behind what was saved it cannot go, but for a step of a walk, which asks all of it again.
 */
class Passage {
  given: Given[] = []
  /** What is still to be given again. */
  again: Given[] = []
  isSaved = false
  #last: Given | undefined
  readonly #isStep: boolean
  /** Whether there is a question before the first. */
  readonly #hasBefore: () => boolean

  constructor(hasBefore: () => boolean, isStep = false) {
    this.#hasBefore = hasBefore
    this.#isStep = isStep
  }

  get canGoBack(): boolean {
    return this.given.length > 0 || this.isSaved || this.#hasBefore()
  }

  save(): void {
    if (this.given.length > 0) this.isSaved = this.#isStep
    this.given = []
  }

  /** Takes back the last answer; false where there is none. */
  back(): boolean {
    if (this.given.length === 0 || this.isSaved) return false
    this.#last = this.given.pop()
    this.again = this.given
    this.given = []
    return true
  }

  /** What was answered before to the question that is now asked again. */
  before(called: string): string | undefined {
    return this.#last?.called === called ? typedIn(this.#last.reply) : undefined
  }

  /** What was typed and is not saved. */
  get typed(): HalfTyped[] {
    return this.given.flatMap(({ called, reply }) => {
      const typed = typedIn(reply)
      return called && typed?.trim() ? { question: called, typed } : []
    })
  }
}

/** The way that was come through the questions of a command, passage within passage, and the way back. */
export class Trail {
  readonly #passages: Passage[] = []
  #asked = 0
  hasSaved = false
  /** What was typed and not saved when it was stopped. */
  unsaved: HalfTyped[] = []

  /** Whether what is asked now is still answered from before. */
  get isAgain(): boolean {
    return this.#passages.some(({ again }) => again.length > 0)
  }

  get #here(): Passage | undefined {
    return this.#passages.at(-1)
  }

  get canGoBack(): boolean {
    return this.#here?.canGoBack ?? false
  }

  /** The question before this one. */
  before(question: string): string | undefined {
    return this.#here?.given.findLast((each) => each.question !== question)?.question
  }

  /** Something is in the file now: nothing before it is asked again. */
  save(): void {
    this.hasSaved = true
    for (const passage of this.#passages) passage.save()
  }

  /** Goes through a passage of its own, with a way out of it. Throws Back from its first question. */
  pass<T>(ask: () => Promise<T>): Promise<T> {
    return this.#within(new Passage(this.#outside), ask)
  }

  /** Goes through steps, forward and back. `sayEnd` is called where there is no step to go back to. */
  async walk(steps: Step[], sayEnd: () => void): Promise<void> {
    const hasBefore = this.#outside
    const behind: number[] = []
    let isBack = false
    for (let at = 0; at < steps.length; ) {
      const passage = new Passage(() => behind.length > 0 || hasBefore(), true)
      const asked = this.#asked
      try {
        await this.#within(passage, () => steps[at]!(isBack))
        const hasAsked = this.#asked > asked
        const further: number | undefined = isBack && !hasAsked ? behind.pop() : undefined
        if (isBack && !hasAsked && further === undefined) sayEnd()
        if (hasAsked) behind.push(at)
        isBack = further !== undefined
        at = further ?? at + 1
      } catch (error) {
        if (!(error instanceof Back)) throw error
        const to = passage.isSaved ? at : behind.pop()
        if (to === undefined) throw error
        isBack = true
        at = to
      }
    }
  }

  /** What was answered already, or is now: `ask` is given what was answered before the person came back to it. */
  async answered<R extends Reply>(
    question: string,
    called: string | undefined,
    ask: (before: string | undefined) => Promise<R>,
  ): Promise<R> {
    const passage = this.#here!
    const again = passage.again.shift()
    const isSame = again?.question === question
    if (!isSame) {
      passage.again = []
      this.#asked += 1
    }
    // What is asked again at once was not taken, and is nothing to go back to.
    if (called && passage.given.at(-1)?.called === called) passage.given.pop()
    const reply = isSame ? (again.reply as R) : await ask(called ? passage.before(called) : undefined)
    passage.given.push({ question, called, reply })
    return reply
  }

  get #outside(): () => boolean {
    const outer = this.#here
    return () => outer?.canGoBack ?? false
  }

  async #within<T>(passage: Passage, ask: () => Promise<T>): Promise<T> {
    for (;;) {
      const depth = this.#passages.push(passage)
      try {
        return await ask()
      } catch (error) {
        if (error instanceof Interrupted) this.unsaved.unshift(...passage.typed)
        if (!(error instanceof Back && passage.back())) throw error
      } finally {
        this.#passages.length = depth - 1
      }
    }
  }
}
