import { capital, HjpError } from '../../errors.ts'
import type { Choice, Terminal, World } from '../../world/world.ts'
import { type Opened, partnerNamed } from './open.ts'

/** What a command was not given: the command, what it needs, and the question that asks for it. */
export type Missing = { command: string; needs: string; question: string }

/** One of these, where none was named: as whoever is there chooses. Throws HjpError needsOne, which names them, where nobody is. */
export async function chooseOne(
  { terminal }: Pick<World, 'terminal'>,
  { command, needs, question }: Missing,
  choices: Choice<string>[],
): Promise<string> {
  if (choices.length === 0 || !terminal.interactive)
    throw new HjpError(
      'needsOne',
      command,
      needs,
      choices.map(({ value }) => value),
    )
  return terminal.choose(question, choices)
}

/** Of what a name could stand for, the one that whoever is there chooses; nothing where nobody is there, or it is none of them. */
export async function chosenAmong<T>(
  { interactive, choose }: Pick<Terminal, 'interactive' | 'choose'>,
  name: string,
  some: T[],
  inWords: (each: T) => string,
): Promise<T | undefined> {
  if (!interactive || some.length === 0) return undefined
  const which = await choose(`Which one do you mean by "${name}"?`, [
    ...some.map((each, n) => ({ value: String(n), name: inWords(each) })),
    { value: '', name: 'None of these' },
  ])
  return which === '' ? undefined : some[Number(which)]
}

/** The one that a name stands for, as whoever is there chooses where there are several; else as `otherwise` finds it, or throws. */
export const oneMeant = async <T>(
  { terminal }: Pick<World, 'terminal'>,
  name: string,
  found: T[],
  inWords: (each: T) => string,
  otherwise: () => T,
): Promise<T> =>
  (found.length > 1 ? await chosenAmong(terminal, name, found, inWords) : undefined) ?? otherwise()

/** Something of the file that can be chosen: its sort in a word, and what it is called. */
type Thing = { kind: string; id: string; words: string; of?: string }

/** One of these things, first by its kind. Throws as chooseOne does, with the kinds. */
export async function chooseThing<T extends Thing>(
  world: Pick<World, 'terminal'>,
  missing: Missing,
  things: T[],
): Promise<T> {
  const kinds = [...new Set(things.map(({ kind }) => kind))]
  const kind = await chooseOne(
    world,
    missing,
    kinds.map((each) => ({
      ...{ value: each, name: capital(each) },
      hint: `${things.filter((thing) => thing.kind === each).length} in the file`,
    })),
  )
  const all = things.filter((thing) => thing.kind === kind)
  const chosen = await world.terminal.choose(
    `Which ${kind}?`,
    all.map((thing, n) => ({ value: String(n), name: thingInWords(thing) })),
  )
  return all[Number(chosen)]!
}

/** A thing in a line: its words, what it belongs to, and its id. */
export const thingInWords = ({ id, words, of }: Omit<Thing, 'kind'>): string =>
  [firstWords(words), of, id !== words && id].filter(Boolean).join(', ')

/** As much of some words as it takes to know them. */
export const firstWords = (words: string): string => {
  const [line = ''] = words.trimEnd().split('\n')
  return line.length > 60 || line.length < words.trimEnd().length
    ? `${line.slice(0, 60).replace(line.length > 60 ? /\s+\S*$/ : /$/, '')} …`
    : line
}

/** The id of the partner that is named, or else chosen. */
export const partnerGiven = async (
  world: World,
  opened: Opened,
  called: string | undefined,
  missing: Missing,
): Promise<string> =>
  called === undefined
    ? chooseOne(
        world,
        missing,
        opened.partnership.partners.map(({ id, name }) => ({ value: id, name })),
      )
    : partnerNamed(opened, called)
