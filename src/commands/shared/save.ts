import { placeInWords } from '../../core/file/complaint.ts'
import { gathered } from '../../core/file/gathered.ts'
import { Partnership } from '../../core/file/partnership.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import { FILE_TABLES } from '../../core/file/tables.ts'
import { promptsOf } from '../../core/prompts/prompts.ts'
import { rowInWords } from '../../core/record/change-row.ts'
import { type Entered, enter, type Write } from '../../core/record/enter.ts'
import { allWordsOf, type ReplacedWords, replacedWords } from '../../core/record/replaced.ts'
import { HjpError } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { guardedWrite, headingIn } from './guard.ts'
import type { Opened } from './open.ts'
import { rescue, type Unsaved } from './recovery.ts'
import { rewrite } from './rewrite.ts'

/**
 * Writes into the file as it is at this moment, so that what someone else wrote meanwhile stays, and tells which words it took
 * the place of. Where it would take the place of words that nobody here has seen, both are kept, or nothing is written: throws
 * HjpError writtenMeanwhile. Words that cannot be written are shown, and kept elsewhere. Without `tells`, the words that go have been
 * shown already.
 */
export async function save(
  world: World,
  opened: Opened,
  writes: Write[],
  { tells = true } = {},
): Promise<Written> {
  let tell = () => {}
  try {
    const done = await guardedWrite(world, opened, writes, (all, lookAt) =>
      rewrite(world, opened, (now) => {
        const { entered, said } = settled(opened, now, all)
        lookAt(entered.before, entered.after)
        tell = () => said.forEach(world.terminal.say)
        return entered.text
      }),
    )
    if (done !== 'identical' && tells) tell()
    return done
  } catch (error) {
    if (error instanceof HjpError && UNWRITABLE.includes(error.code)) rescue(world, unsaved(opened, writes))
    throw error
  }
}

/** When words are ready, and only the file will not take them. */
const UNWRITABLE: string[] = [
  'badFile',
  'busy',
  'cannotLock',
  'cannotRead',
  'cannotWrite',
  'changedMeanwhile',
  'isBinary',
  'isEmpty',
  'noFile',
  'openElsewhere',
  'readOnly',
]

function unsaved(opened: Opened, writes: Write[]): Unsaved {
  const entered = entering(opened, opened.text, writes)
  const words = newIn(entered).map((each) => ({
    place: placeOf(opened, entered.after, each),
    said: each.was,
  }))
  return { path: opened.path, words, from: opened.text, text: entered.text }
}

/** The text with these things in it, and what there is to tell of it. */
function settled(opened: Opened, now: string, writes: Write[]): { entered: Entered; said: string[] } {
  const entered = entering(opened, now, writes)
  const gone = goneIn(entered)
  const unseen = now === opened.text ? [] : unseenIn(opened, gone)
  if (unseen.length === 0) return { entered, said: told(opened, entered, gone) }
  const beside = entering(
    opened,
    now,
    writes.map((write) => write.beside ?? write),
  )
  const goneBeside = goneIn(beside)
  if (unseenIn(opened, goneBeside).length > 0)
    throw new HjpError(
      'writtenMeanwhile',
      opened.shown,
      unseen.map((each) => lineOf(opened, entered.before, each)),
      newIn(entered).map((each) => lineOf(opened, entered.after, each)),
    )
  const theirs = unseen.map((each) => `\n  ${lineOf(opened, entered.before, each)}`).join('')
  const said = `Someone else changed this in the meantime, and their version stays:${theirs}\nYours is kept beside it. *hjp ask* shows both and lets you choose.`
  return { entered: beside, said: [said, ...told(opened, beside, goneBeside)] }
}

/** What it said before and says now is told of prompts as they are now, so that words do not seem gone that only moved. */
function entering(opened: Opened, now: string, writes: Write[]): Entered {
  const { text, before, after } = enter(opened.shown, now, writes)
  return { text, before: asShown(opened, before), after: asShown(opened, after) }
}
const asShown = ({ parts }: Opened, partnership: Partnership): Partnership => ({
  ...partnership,
  answers: gathered(partnership.answers, promptsOf(parts)),
})

const goneIn = ({ before, after }: Entered): ReplacedWords[] => replacedWords(before, after)
const newIn = ({ before, after }: Entered): ReplacedWords[] => replacedWords(after, before)

/** Of words that go, those that were not in the file when it was opened. */
function unseenIn(opened: Opened, gone: ReplacedWords[]): ReplacedWords[] {
  const seen = allWordsOf(asShown(opened, opened.partnership))
  return gone.filter(({ was }) => !seen.has(was))
}

function told(opened: Opened, { before }: Entered, gone: ReplacedWords[]): string[] {
  if (gone.length === 0) return []
  const lines = gone.map((each) => `\n  ${lineOf(opened, before, each)}`)
  return [`Before, it said:${lines.join('')}\n*hjp undo* brings ${gone.length === 1 ? 'it' : 'them'} back.`]
}

const lineOf = (opened: Opened, partnership: Partnership, words: ReplacedWords): string =>
  `${placeOf(opened, partnership, words)}: ${words.was.replace(/\n/g, '\n    ')}`

/** Where words stand, as in: 5.1 Referral pathways → legal → said, or milestones → Open the room → end. */
function placeOf({ parts }: Opened, partnership: Partnership, { at }: ReplacedWords): string {
  const [top, row, ...within] = placeInWords(Partnership, partnership, at).split(' → ')
  const answer = top === 'answers' ? partnership.answers[Number(at[1])] : undefined
  if (answer) {
    const steps = within.filter((step) => step !== 'perspectives')
    return [headingIn(parts)(answer.prompt), ...steps].join(' → ')
  }
  const table = FILE_TABLES.find((each) => each === top)
  const called = table && rowInWords(table, withoutBlanks(partnership[table][Number(at[1])]!))
  return [top, called ?? row, ...within].filter((step) => step !== undefined).join(' → ')
}
