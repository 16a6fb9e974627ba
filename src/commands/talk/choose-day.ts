import { HjpError } from '../../errors.ts'
import type { Choice, Terminal } from '../../world/world.ts'
import { asLater, type Here } from '../shared/typed.ts'

export const OTHER_DAY = {
  value: 'day',
  name: 'On another day (such as 12 March, or in 3 weeks)',
  takes: true as const,
}

/** One of some days, or another after `than` that is typed, at once or when asked; null where none is set. */
export async function chooseDay(
  terminal: Pick<Terminal, 'line' | 'say' | 'choose'>,
  question: string,
  here: Here,
  than: string,
  days: Choice<string>[],
): Promise<string | null> {
  const choice = await terminal.choose(question, days)
  const isTyped = !days.some(({ value }) => value === choice)
  if (choice !== OTHER_DAY.value && !isTyped) return choice || null
  const read = (day: string) => asLater('the day', day, here, than)
  return (
    (isTyped && (await attempted(terminal, choice, read))) ||
    askDay(terminal, 'Which day? (such as 12 March, or in 3 weeks)', read)
  )
}

/** A day as `read` makes it of what is typed, asked again while that throws HjpError; null where nothing is typed. */
export async function askDay(
  terminal: Pick<Terminal, 'line' | 'say'>,
  question: string,
  read: (day: string) => Promise<string>,
  now?: string,
): Promise<string | null> {
  for (;;) {
    const day = (await terminal.line(question, now)).trim()
    if (day === '') return null
    const taken = await attempted(terminal, day, read)
    if (taken) return taken
  }
}

/** What `read` makes of a day; nothing where it says what is wrong with it. */
async function attempted(
  terminal: Pick<Terminal, 'say'>,
  day: string,
  read: (day: string) => Promise<string>,
): Promise<string | undefined> {
  try {
    return await read(day)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    terminal.say(error.message)
    return undefined
  }
}
