import { HjpError } from '../../errors.ts'
import type { Leftover, ReturnedAnswer } from '../../intake/returned.ts'
import { promptCalled } from '../shared/called-prompts.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Opened } from '../shared/open.ts'
import { indented, progress } from '../shared/show-prompt.ts'
import type { ReturnedBy } from './open-returned.ts'

const isLoose = ({ what, words }: Leftover): boolean => what === 'words' && words.trim() !== ''

/** Where no answer was found, what came back as whoever is there places it, paragraph by paragraph; what they leave stays where it was. */
export async function placedByHand(
  world: AskingWorld,
  opened: Opened,
  returned: ReturnedBy,
): Promise<ReturnedBy> {
  const { terminal } = world
  const loose = returned.others.filter(isLoose)
  if (!terminal.interactive || returned.answers.length > 0 || loose.length === 0) return returned
  const choice = await terminal.choose('hjp found no answers in this. Would you like to place it yourself?', [
    { value: 'yes', name: 'Yes, paragraph by paragraph' },
    { value: 'no', name: 'No' },
  ])
  if (choice === 'no') return returned
  const paragraphs = loose.flatMap(({ words, ...from }) =>
    words.split(/\n\s*\n/).map((each) => ({ ...from, words: each })),
  )
  const answers = new Map<string, ReturnedAnswer>()
  const left: Leftover[] = []
  for (const [n, paragraph] of paragraphs.entries()) {
    terminal.say(`\nParagraph ${progress(n, paragraphs.length)}\n${indented(terminal, paragraph.words)}`)
    const prompt = await askPlace(world, opened, n + 1)
    const before = prompt && answers.get(prompt)
    if (before) before.words += `\n\n${paragraph.words}`
    else if (prompt) answers.set(prompt, { prompt, as: 'said', words: paragraph.words })
    else left.push(paragraph)
  }
  const others = returned.others.filter((each) => !isLoose(each))
  return { ...returned, answers: [...answers.values()], others: [...left, ...others] }
}

/** The prompt that a paragraph answers, if it does. */
async function askPlace(world: AskingWorld, opened: Opened, n: number): Promise<string | undefined> {
  for (;;) {
    const name = await world.terminal.line(
      `Which question does paragraph ${n} answer? (its number or some of its words; Enter leaves it)`,
    )
    if (name.trim() === '') return undefined
    try {
      return (await promptCalled(world, opened, name.trim())).id
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      world.terminal.say(error.message)
    }
  }
}
