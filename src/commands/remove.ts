import { placeInWords } from '../core/file/complaint.ts'
import { Partnership } from '../core/file/partnership.ts'
import { promptNamed } from '../core/prompts/prompts.ts'
import { allCalled } from '../core/record/change-row.ts'
import { type Item, itemsOf, kindNamed } from '../core/record/items.ts'
import { itemNamed, namingPlaces, recordRemoved } from '../core/record/remove.ts'
import { HjpError } from '../errors.ts'
import type { World } from '../world/world.ts'
import { chooseThing, firstWords, oneMeant, thingInWords } from './shared/choose-one.ts'
import { commandOf } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { fieldLines } from './shared/print.ts'
import { takeOut, YES } from './shared/take-out.ts'

export const command = commandOf({
  args: '[row...]',
  options: { yes: YES },
  examples: [
    'hjp remove a3f1c',
    'hjp remove meeting 2027-03-04',
    'hjp remove person "Bo Li"',
    'hjp remove reached/2026-07-14',
    'hjp remove note "moved house"',
  ],
  note: 'For what should never have been there. What was done or dropped stays, and so does a partner who leaves: `hjp done` and `hjp leave` are for those. Name a row by its id, the start of its id, or some of its words, with what it is before it if you like. A reading goes by its indicator and its day. `hjp answer 5.1 --as legal --clear` takes out what a partner said, and `hjp agree 5.1 --clear` what is agreed.\n\nIt shows all of it first. What names it elsewhere goes with it. `hjp undo` brings it back, and git keeps whatever was committed.',
  async run(world, { yes, ...options }, ...words) {
    const opened = await open(world, options)
    const { partnership, parts } = opened
    const item =
      words.length > 0 ? await itemGiven(world, opened, words, yes) : await chooseItem(world, opened)
    const write = recordRemoved(item, parts)
    // Whatever stands against it is said before anything is asked.
    write(partnership, String)
    const named = namingPlaces(partnership, item).map(
      (at) => `removed with it: ${placeInWords(Partnership, partnership, at)}`,
    )
    const texts = Object.values(item.row).filter((value) => typeof value === 'string')
    return takeOut(
      world,
      opened,
      {
        what: `${item.kind} "${firstWords(item.words)}"${item.of ? `, ${item.of}` : ''}`,
        lines: [...fieldLines(item.row), ...named],
        words: [item.words, ...texts.filter((text) => text.includes(' '))],
        write,
      },
      yes,
    )
  },
})

/**
 * The thing of this name, which may begin with what it is; where it goes without a question, by the whole of its name. Throws HjpError
 * clearInstead, unknownRow, severalRows or wholeName.
 */
async function itemGiven(
  world: World,
  { partnership, parts }: Opened,
  words: string[],
  yes = false,
): Promise<Item> {
  const kind = words.length > 1 ? kindNamed(words[0]!) : undefined
  const called = words.slice(kind ? 1 : 0).join(' ')
  const prompt = kind ? undefined : promptNamed(parts, called)
  if (prompt) throw new HjpError('clearInstead', prompt.number)
  const items = itemsOf(partnership, parts).filter((item) => item.kind === (kind ?? item.kind))
  const found = allCalled(items, called)
  const [only] = found
  const isWhole = only && [only.id, only.row['id'], only.words].includes(called.trim())
  // Nobody is asked, so nothing goes that is only much like what was named.
  if (yes && found.length === 1 && !isWhole)
    throw new HjpError('wholeName', called, [only!.id, only!.words].filter(Boolean).join('  '))
  return oneMeant(world, called, found, thingInWords, () => itemNamed(items, called))
}

const chooseItem = (world: World, { partnership, parts }: Opened): Promise<Item> =>
  chooseThing(
    world,
    {
      ...{ command: 'hjp remove', needs: 'a row, by its id or some of its words, of one of these' },
      question: 'What should not be in the file?',
    },
    itemsOf(partnership, parts),
  )
