import { type Partner, partnerName } from '../../core/file/partner.ts'
import { headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import type { Write } from '../../core/record/enter.ts'
import { HjpError } from '../../errors.ts'
import { promptCalled } from '../shared/called-prompts.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Interview } from '../shared/interview.ts'
import { type Opened, reopen } from '../shared/open.ts'
import { save } from '../shared/save.ts'
import { indented } from '../shared/show-prompt.ts'
import { type Here, hereIn } from '../shared/typed.ts'
import { chooseOver, chooseRetry } from './choices.ts'

/** A conversation in the terminal, from the moment it is opened: the file as it is now, and what has been kept in it. */
export class Session {
  /** What was said: under each heading, by whom or of what sort. */
  readonly kept = new Map<string, Set<string>>()
  readonly terminal: Interview
  /** The day on which what is said was said. */
  readonly day: string
  opened: Opened
  private readonly world: AskingWorld
  /** What is written down together with anything that is said to a prompt. */
  private readonly beside: (prompt: Prompt) => Write[]

  constructor(world: AskingWorld, opened: Opened, day: string, beside: Session['beside'] = () => []) {
    this.world = world
    this.terminal = world.terminal
    this.day = day
    this.opened = opened
    this.beside = beside
  }

  /** Of some partners, those of whom it is not known that they are there. */
  unseen = (_: Partner[]): Partner[] => []
  /** The ids of those who have agreed to something here, and so are there. */
  readonly heard = new Set<string>()

  get count(): number {
    return [...this.kept.values()].reduce((sum, each) => sum + each.size, 0)
  }

  promptCalled(name: string): Promise<Prompt> {
    return promptCalled(this.world, this.opened, name)
  }

  get here(): Here {
    return hereIn(this.world, this.opened)
  }

  /** The file as it is now. */
  async refresh(): Promise<void> {
    this.opened = await reopen(this.world, this.opened)
  }

  /** Saves what is made of the file as it is now, or where that fails shows the words, so that they can be copied, and offers to try again. */
  async keep(
    heading: string,
    what: string,
    words: string,
    make: () => Promise<Write | '' | undefined> | Write,
    beside: Write[] = [],
  ): Promise<void> {
    for (;;) {
      let isReady = false
      try {
        await this.refresh()
        const entry = await make()
        if (!entry) return
        isReady = true
        if ((await save(this.world, this.opened, [entry, ...beside])) !== 'identical')
          this.kept.set(heading, (this.kept.get(heading) ?? new Set()).add(what))
        return
      } catch (error) {
        if (!(error instanceof HjpError)) throw error
        this.terminal.say(`\n${error.message}`)
        // What was ready to be written is shown, and kept, where it could not be.
        if (!isReady) this.terminal.say(`This is not in the file:\n${words}`)
        await chooseRetry(this.terminal, error)
      }
    }
  }

  /** Keeps what was said to a prompt. */
  async keepAnswer(
    prompt: Prompt,
    what: string,
    words: string,
    make: Parameters<Session['keep']>[3],
  ): Promise<void> {
    await this.keep(headingOf(prompt), what, words, make, this.beside(prompt))
  }

  /** The words to write, where someone else has written there since the question was put. */
  async reconciled(
    words: string,
    before: string | undefined,
    now: string | undefined,
  ): Promise<string | undefined> {
    if (now === undefined || now === before || now === words) return words
    this.terminal.say('\nIn the meantime someone else has written here:')
    this.terminal.out(`${indented(this.terminal, now)}\n`)
    return chooseOver(this.terminal, now, words)
  }

  /** Tells that what someone else has written into a field since the question was put is left as it is. */
  sayStays(key: string, now: unknown): void {
    this.terminal.say(`\nIn the meantime someone else has written under *${key}*: ${now}. That stays.`)
  }

  nameOf(partner: string): string {
    return partnerName(this.opened.partnership, partner)
  }
}
