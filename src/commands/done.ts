import {
  endedError,
  openUndertakings,
  recordDone,
  type Undertaking,
  undertakingNamed,
  undertakingsCalled,
} from '../core/record/done.ts'
import { inARow } from '../text.ts'
import type { World } from '../world/world.ts'
import { chooseOne, oneMeant } from './shared/choose-one.ts'
import { commandOf } from './shared/command.ts'
import { wordsGiven } from './shared/given.ts'
import { type Opened, open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '[action...]',
  options: { dropped: wants.text('<why>', 'say that it will not be done, and why') },
  examples: ['hjp done a3', 'hjp done insurers blind', 'hjp done a3 --dropped "The building was sold."'],
  async run(world, { dropped, ...options }, ...given) {
    const opened = await open(world, options)
    const { partnership } = opened
    const names = given.length > 0 ? [] : [await chooseOpen(world, opened)]
    for (const name of given) names.push(await called(world, opened, name))
    const why =
      dropped === undefined ? undefined : await wordsGiven(world, dropped, 'Why are you dropping it?')
    const ended = names.map((name) => undertakingNamed(partnership, name).what)
    const done = await save(
      world,
      opened,
      names.map((name) => recordDone(name, world.today, why)),
    )
    saySaved(world, done, opened, `${why === undefined ? 'done' : 'dropped'}: ${inARow(ended)}`)
    return 0
  },
})

const chooseOpen = (world: World, { partnership }: Opened): Promise<string> =>
  chooseOne(
    world,
    { command: 'hjp done', needs: 'an open action or milestone', question: 'What is done?' },
    openUndertakings(partnership).map((each) => ({ value: nameOf(each), name: inLine(each) })),
  )

/** The name by which to find what this name stands for; where that could be several, the one that whoever is there chooses. Throws HjpError ended where it is not open any more. */
const called = async (world: World, { partnership }: Opened, name: string): Promise<string> => {
  const found = undertakingsCalled(partnership, name)
  const one = await oneMeant(world, name, found, inLine, () => undertakingNamed(partnership, name))
  if (!one.open) throw endedError(partnership, one)
  return nameOf(one)
}

const nameOf = ({ id, what }: Undertaking): string => id ?? what
const inLine = ({ what, owner, by }: Undertaking): string =>
  [what, owner, by && `by ${by}`].filter(Boolean).join(', ')
