import { monthsOn } from '../core/day.ts'
import type { DECISIONS, Partner } from '../core/partnership.ts'
import { standing } from '../core/prompts.ts'
import { inWords, vocabulary } from '../core/vocabulary.ts'
import { HjpError } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import type { Opened } from './open.ts'
import { isDay } from './values.ts'

export const EVERYONE = 'everyone'

export function choosePart(
  terminal: Terminal,
  { parts, partnership }: Opened,
  today: string,
): Promise<string> {
  const fill = inWords(vocabulary(partnership))
  return terminal.choose(
    'What would you like to talk about?',
    parts.map(({ id, number, title, purpose, prompts }) => {
      const agreed = prompts.filter((prompt) => standing(prompt, partnership, today) === 'agreed').length
      return {
        value: id,
        name: `${number}  ${fill(title)}`,
        hint: `${fill(purpose)} Agreed: ${agreed} of ${prompts.length}.`,
      }
    }),
  )
}

export async function chooseVoice(terminal: Terminal, partners: Partner[]): Promise<string> {
  if (partners.length === 1) return partners[0]!.id
  return terminal.choose('Who is speaking?', [
    { value: EVERYONE, name: 'Everyone in turn, and then what we agree' },
    ...partners.map(({ id, name }) => ({ value: id, name })),
  ])
}

export const chooseDecision = (
  terminal: Terminal,
  question: string,
): Promise<(typeof DECISIONS)[number] | 'skip' | 'back'> =>
  terminal.choose(`Decided together: ${question}`, [
    { value: 'skip', name: 'Leave it open' },
    { value: 'yes', name: 'Yes' },
    { value: 'no', name: 'No' },
    { value: 'not-yet', name: 'Not yet' },
    { value: 'back', name: 'Go back' },
  ])

export async function chooseLead(terminal: Terminal, partners: Partner[]): Promise<string | undefined> {
  const lead = await terminal.choose('Who leads it?', [
    ...partners.map(({ id, name }) => ({ value: id, name })),
    { value: 'together', name: 'The partners together' },
    { value: '', name: 'Not settled yet' },
  ])
  return lead || undefined
}

export async function chooseReview(terminal: Terminal, today: string): Promise<string | undefined> {
  const choice = await terminal.choose('When will you look at it again?', [
    { value: '6', name: `In six months (${monthsOn(today, 6)})` },
    { value: '12', name: `In a year (${monthsOn(today, 12)})` },
    { value: '3', name: `In three months (${monthsOn(today, 3)})` },
    { value: 'day', name: 'On another day' },
    { value: '', name: 'No day set' },
  ])
  if (choice !== 'day') return choice ? monthsOn(today, Number(choice)) : undefined
  for (;;) {
    const day = (await terminal.line(`Which day? (such as ${monthsOn(today, 9)})`)).trim()
    if (day === '') return undefined
    try {
      return isDay('the day', day)
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      terminal.say(error.message)
    }
  }
}

export const chooseRetry = (terminal: Terminal): Promise<'again' | 'stop'> =>
  terminal.choose('What now?', [
    { value: 'again', name: 'Try to save again' },
    { value: 'stop', name: 'Stop here' },
  ])
