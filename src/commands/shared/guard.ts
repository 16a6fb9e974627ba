import { wrapAnsi } from 'fast-wrap-ansi'
import type { Partnership } from '../../core/file/partnership.ts'
import { headingOf, type Part, promptNamed } from '../../core/prompts/prompts.ts'
import type { Write } from '../../core/record/enter.ts'
import type { Identifying } from '../../core/record/identifying.ts'
import { HjpError } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import { indented } from './show-prompt.ts'

/** Looks at what a file says before and after something is written in it; throws where that has to be settled first. */
export type LookAt = (before: Partnership | undefined, after: Partnership) => void

/**
 * Writes, once it is settled what becomes of new words that could tell who a client is. `store` does the writing of all it is
 * given, and has it looked at just before. Throws HjpError mayIdentify where nobody can be asked, or nothing else will do.
 */
export async function guardedWrite<T>(
  world: World,
  { parts }: { parts: Part[] },
  writes: Write[],
  store: (writes: Write[], look: LookAt) => Promise<T>,
): Promise<T> {
  const screen = await import('../../core/record/identifying.ts')
  const settled: Write[] = []
  for (;;) {
    let held: Held | undefined
    try {
      return await store([...writes, ...settled], (before, after) => {
        const found = screen.newlyIdentifying(before, after)
        if (found.length === 0) return
        held = found.map((words) => ({
          words,
          place: screen.placeOfWords(after, words, headingIn(parts)),
          why: screen.whyAllowed(before, words),
        }))
        throw new HeldBack()
      })
    } catch (error) {
      if (!(error instanceof HeldBack && held)) throw error
    }
    settled.push(...(await settle(world, held, screen)))
  }
}

/** How a prompt is called, by its id; the id where there is no such prompt. */
export const headingIn =
  (parts: Part[]) =>
  (id: string): string => {
    const prompt = promptNamed(parts, id)
    return prompt ? headingOf(prompt) : id
  }

/** What could tell who a client is, where it is to stand, and why it may, where somebody has said that of the same words before. */
type Held = { words: Identifying; place: string; why?: string | undefined }[]
class HeldBack extends Error {}

type Screen = typeof import('../../core/record/identifying.ts')

async function settle(world: World, held: Held, screen: Screen): Promise<Write[]> {
  const { terminal, allow } = world
  // What is left is looked at in the next round.
  const known = held.flatMap(({ words, why }) => (why ? [screen.recordAllowed([words], why)] : []))
  if (known.length > 0) return known
  if (allow)
    return [
      screen.recordAllowed(
        held.map(({ words }) => words),
        allow,
      ),
    ]
  if (!terminal.interactive) throw refusal(held)
  const mended: Write[] = []
  const kept: Write[] = []
  for (const { words, place } of held) {
    const asked = `This could identify a client, and git would keep it permanently. ${place}:`
    terminal.say(`\n${wrapAnsi(asked, terminal.width)}`)
    terminal.out(`${indented(terminal, words.text)}\n`)
    for (const line of reasons(words)) terminal.say(`  ${line}`)
    const choice = await chooseFate(terminal, words)
    if (choice === 'stop') throw refusal([{ words, place }])
    if (choice === 'edit') mended.push(screen.recordMended(words, await inOtherWords(terminal, words.text)))
    else if (choice === 'out') mended.push(screen.recordMended(words, without(words)))
    else kept.push(screen.recordAllowed([words], await whyTheyMay(terminal)))
  }
  return [...mended, ...kept]
}

/** Every kind of what was found in some words, with the reason. */
export const reasons = ({ found }: Identifying): string[] => [
  ...new Set(found.map(({ words, what, why }) => `"${words}" looks like ${what}: ${why}.`)),
]

const refusal = (held: Held): HjpError =>
  new HjpError(
    'mayIdentify',
    held.flatMap(({ words, place }) => reasons(words).map((line) => `${place}: ${line}`)),
    held.map(({ words }) => words.text),
  )

const chooseFate = (terminal: Terminal, { isKey }: Identifying): Promise<'edit' | 'out' | 'keep' | 'stop'> =>
  terminal.choose('What would you like to do?', [
    ...(isKey
      ? [{ value: 'stop' as const, name: 'Write nothing' }]
      : [
          { value: 'edit' as const, name: 'Reword it' },
          { value: 'out' as const, name: 'Leave these words out' },
        ]),
    { value: 'keep', name: 'Write it as it is, and say why it is safe' },
  ])

async function inOtherWords(terminal: Terminal, text: string): Promise<string> {
  for (;;) {
    const words = text.includes('\n')
      ? await terminal.edit(text)
      : await terminal.line('New wording:', text, true)
    if (words.trim() !== '') return words.trim()
  }
}

async function whyTheyMay(terminal: Terminal): Promise<string> {
  for (;;) {
    const reason = (await terminal.line('Why is it safe to keep?')).trim()
    if (reason !== '') return reason
  }
}

/** Words with a gap in the place of each thing that could tell. */
const without = ({ text, found }: Identifying): string =>
  found.reduceRight(
    (left, { at: [start, end] }) => `${left.slice(0, start)}[left out]${left.slice(end)}`,
    text,
  )
