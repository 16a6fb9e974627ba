import * as z from 'zod'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { find } from './find.ts'

/** Words that were typed to a question and are in no file, since somebody stopped before. `path` is the partnership file. */
const Kept = z.array(z.object({ path: z.string(), question: z.string(), typed: z.string() }))
type Kept = z.infer<typeof Kept>
export type HalfTyped = Pick<Kept[number], 'question' | 'typed'>

const NAME = 'typed.json'
/** As many are kept; who has left more than that behind does not wait for the first. */
const MOST = 50

/** What waits on this machine for its question to come again. */
export class Waiting {
  readonly #world: World
  readonly #file: string | undefined
  #path: string | undefined

  constructor(world: World, file: string | undefined) {
    this.#world = world
    this.#file = file
  }

  async #here(): Promise<string> {
    this.#path ??= await find(this.#world, this.#file).catch(() => this.#world.cwd)
    return this.#path
  }

  #all(): Kept {
    try {
      return Kept.parse(JSON.parse(this.#world.kept.read(NAME) ?? '[]'))
    } catch {
      return []
    }
  }

  #write(all: Kept): void {
    const { kept } = this.#world
    if (all.length === 0) kept.remove(NAME)
    else kept.write(NAME, JSON.stringify(all.slice(-MOST)))
  }

  /** What was typed to a question. */
  async for(question: string): Promise<string | undefined> {
    const all = this.#all()
    if (all.length === 0) return undefined
    const path = await this.#here()
    return all.find((each) => each.path === path && each.question === question)?.typed
  }

  /** Nothing waits for a question any more that has been answered. */
  async answered(question: string): Promise<void> {
    const all = this.#all()
    if (all.length === 0) return
    const path = await this.#here()
    const at = all.findIndex((each) => each.path === path && each.question === question)
    if (at >= 0) this.#write(all.toSpliced(at, 1))
  }

  /** What was typed to a question stays for it, where somebody leaves it with a key. */
  async stay(question: string, typed: string): Promise<void> {
    if ((await this.for(question)) === undefined) await this.keep([{ question, typed }])
  }

  /** Keeps what was typed, and says what became of it. */
  async keep(typed: HalfTyped[]): Promise<string> {
    if (typed.length === 0) return ''
    const path = await this.#here()
    try {
      this.#write([...this.#all(), ...typed.map((each) => ({ path, ...each }))])
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      return `This is saved nowhere: ${typed.map((each) => `"${each.typed}"`).join(', ')}.`
    }
    return 'What you typed and is not saved is kept on this computer, and will stand ready when you are asked again.'
  }
}
