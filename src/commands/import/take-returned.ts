import { basename } from 'node:path'
import { partnerName } from '../../core/file/partner.ts'
import { headingOf, promptNamed } from '../../core/prompts/prompts.ts'
import { recordNote } from '../../core/record/answer.ts'
import { recordConfirmation } from '../../core/record/confirm.ts'
import type { Write } from '../../core/record/enter.ts'
import { recordMerged } from '../../core/record/merge.ts'
import { AT_HOME, listed } from '../../core/values/locale.ts'
import { counted, typedSo } from '../../errors.ts'
import type { Leftover } from '../../intake/returned.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import type { Opened } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { chooseWhatToSave } from './choose-what-to-save.ts'
import type { ReturnedBy } from './open-returned.ts'
import { type Arrival, headlineOf, isNews, kindsOf, showLeftovers, showMerge } from './print-returned.ts'
import { saveApart } from './save-apart.ts'
import { isRemark, sortReturned } from './sort-returned.ts'

/** What the keeper says of what came back: to write all, to keep remarks as notes, and that numbers are clauses or questions. */
type Wished = { yes: boolean; notes: boolean; isNumbered: boolean }

/** Takes in what a partner said in a file, as the keeper agrees to. */
export async function importReturned(
  world: World,
  opened: Opened,
  name: string,
  returned: ReturnedBy,
  { yes, notes, isNumbered }: Wished,
): Promise<0 | 1> {
  const { parts, partnership } = opened
  const { partner } = returned
  const on = returned.on && returned.on <= world.today ? returned.on : world.today
  const sorted = sortReturned(opened, returned, on)
  const { arrivals, others } = sorted
  const changes = arrivals.filter(isNews)
  const called = partnerName(partnership, partner)

  outLines(world.terminal, headlineOf(oneLine(basename(name)), called, sorted))
  for (const each of changes) showMerge(world.terminal, each, called)
  showLeftovers(world.terminal, others, parts)
  if (!isNumbered && !world.terminal.interactive && hasNumbers(others))
    world.terminal.say(
      'Where a number could be a clause or a question, nothing is made of it. Say which they are: *--numbers clauses* or *--numbers questions*',
    )

  const bringing = changes.filter(({ how }) => how !== 'emptied' && !isUnclear(how))
  const written = await chooseWhatToSave(world, bringing, yes, titleOf)
  const kept = await chooseNotes(world, opened, others, { partner, on }, { yes, notes })
  let isHeld = false
  if (written.length + kept.length > 0) {
    const all = [
      ...written.map((of) => ({
        of,
        writes: of.as === 'confirmed' ? recordConfirmation(parts, of, on) : [recordMerged(parts, of)],
      })),
      ...kept.map((write) => ({ of: undefined, writes: [write] })),
    ]
    const { done, saved, ...held } = await saveApart(world, opened, all, partner)
    isHeld = held.isHeld
    const answers = saved.flatMap((each) => each ?? [])
    const notes = saved.length - answers.length
    const what = [...kindsOf(answers), ...(notes > 0 ? [counted(notes, 'note')] : [])]
    saySaved(world, done, opened, `${listed(what, AT_HOME)} of ${partner}`)
  } else if (changes.length + others.length === 0)
    world.terminal.say('Nothing in it is new, so nothing changed.')
  if (others.some(({ what }) => what === 'agreement'))
    world.terminal.say(
      `*hjp adopt${isAdoptable(name) ? ` ${typedSo(name)}` : ''}* takes in an agreement from before. If these are comments on yours after all: *--numbers clauses*`,
    )
  else if (others.some(({ what }) => what === 'copy'))
    world.terminal.say(
      `Ask ${called} for the Word file, or see what differs with *hjp verify${isAdoptable(name) ? ` ${typedSo(name)}` : ''}* If these are answers after all: *--numbers questions*`,
    )
  else if (arrivals.length === 0 && others.length > 0)
    world.terminal.say(
      `To save an answer yourself, name its question, such as *hjp answer 5.1 --as ${partner}*`,
    )
  return isHeld || changes.some(({ how }) => isUnclear(how)) || written.some(({ how }) => how === 'both')
    ? 1
    : 0
}

const titleOf = (arrival: Arrival): string =>
  [headingOf(arrival.prompt), 'person' in arrival && arrival.person?.name].filter(Boolean).join(', ')

/** Whether it is a yes or no, and not plain to what. */
const isUnclear = (how: Arrival['how']): boolean => how === 'outdated' || how === 'unasked'

/** An agreement inside an email has to be a file of its own first. */
const isAdoptable = (name: string): boolean => /\.(?:docx?|txt|md)$/i.test(name)

export const hasNumbers = (others: Leftover[]): boolean => others.some(({ what }) => what === 'number')

/** Words outside the answers, kept as notes on the prompts they stand nearest to, if that is wished. */
export async function chooseNotes(
  { terminal }: World,
  { parts }: Opened,
  others: Leftover[],
  { partner, on }: { partner: string; on: string },
  { yes, notes }: { yes: boolean; notes: boolean },
): Promise<Write[]> {
  const remarked = others.filter(isRemark)
  const keepable = remarked.flatMap(({ near, words, by }) => {
    const prompt = near === undefined ? undefined : promptNamed(parts, near)
    return prompt ? [recordNote(parts, prompt, { partner, by, text: words, on })] : []
  })
  const strays = remarked.length - keepable.length
  if (notes && strays > 0)
    terminal.say(`${counted(strays, 'remark')} not kept, because no prompt is near enough to put them under.`)
  if (keepable.length === 0) return []
  if (notes) return keepable
  if (yes || !terminal.interactive) {
    terminal.say(
      `${counted(keepable.length, 'remark')} outside the answers not kept. Keep them with *--notes*.`,
    )
    return []
  }
  const choice = await terminal.choose(
    'Keep what is written outside the answers as notes on these prompts?',
    [
      { value: 'yes', name: keepable.length === 1 ? 'Yes' : `Yes, all ${keepable.length}` },
      { value: 'no', name: 'No' },
    ],
  )
  return choice === 'yes' ? keepable : []
}
