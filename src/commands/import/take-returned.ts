import { basename } from 'node:path'
import { partnerName } from '../../core/file/partner.ts'
import type { Partnership } from '../../core/file/partnership.ts'
import { asked, headingOf, type Part, promptNamed } from '../../core/prompts/prompts.ts'
import { recordNote } from '../../core/record/answer.ts'
import {
  readConfirmation,
  readObjection,
  readRemark,
  readStruck,
  readYesOrNo,
  recordConfirmation,
} from '../../core/record/confirm.ts'
import type { Write } from '../../core/record/enter.ts'
import { type Merge, mergeReturned, recordMerged } from '../../core/record/merge.ts'
import { AT_HOME, listed } from '../../core/values/locale.ts'
import { isStroke } from '../../core/values/nothing.ts'
import { counted, typedSo } from '../../errors.ts'
import type { Leftover } from '../../intake/returned.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import type { Opened } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { chooseWhatToSave } from './choose-what-to-save.ts'
import type { ReturnedBy } from './open-returned.ts'
import { type Arrival, isNews, kindsOf, showLeftovers, showMerge } from './print-returned.ts'

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
  const { arrivals, others } = sortReturned(opened, returned, on)
  const changes = arrivals.filter(isNews)
  const called = partnerName(partnership, partner)

  const said = arrivals.filter(isSaid)
  outLines(
    world.terminal,
    said.length > 0
      ? `${oneLine(basename(name))}: ${listed(kindsOf(said), AT_HOME)} from ${called}, ${said.filter(isNews).length} new`
      : `${oneLine(basename(name))}, from ${called}: ${arrivals.length + others.length > 0 ? 'nothing in it could be placed under a question' : 'it has no answers'}`,
  )
  for (const each of changes) showMerge(world.terminal, each, called)
  showLeftovers(world.terminal, others, parts)
  if (!isNumbered && !world.terminal.interactive && hasNumbers(others))
    world.terminal.say(
      'Where a number could be a clause or a question, nothing is made of it. Say which they are: *--numbers clauses* or *--numbers questions*',
    )

  const bringing = changes.filter(({ how }) => how !== 'emptied' && !isUnclear(how))
  const written = await chooseWhatToSave(world, bringing, yes, titleOf)
  const kept = await chooseNotes(world, opened, others, { partner, on }, { yes, notes })
  if (written.length + kept.length > 0) {
    const writes = [
      ...written.flatMap((each) =>
        each.as === 'confirmed' ? recordConfirmation(parts, each, on) : recordMerged(parts, each),
      ),
      ...kept,
    ]
    const done = await save(world, opened, writes)
    const what = [...kindsOf(written), ...(kept.length > 0 ? [counted(kept.length, 'note')] : [])]
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
  return changes.some(({ how }) => isUnclear(how)) || written.some(({ how }) => how === 'both') ? 1 : 0
}

const titleOf = (arrival: Arrival): string =>
  [headingOf(arrival.prompt), 'person' in arrival && arrival.person?.name].filter(Boolean).join(', ')

/** What was left blank is no answer. */
const isSaid = ({ words }: Arrival): boolean => words.trim() !== ''

/** Whether it is a yes or no, and not plain to what. */
const isUnclear = (how: Arrival['how']): boolean => how === 'outdated' || how === 'unasked'

/** An agreement inside an email has to be a file of its own first. */
const isAdoptable = (name: string): boolean => /\.(?:docx?|txt|md)$/i.test(name)

export const hasNumbers = (others: Leftover[]): boolean => others.some(({ what }) => what === 'number')

/** What came back, held against what is here; what has no place here is among the others. */
function sortReturned(
  { parts, partnership }: Opened,
  { partner, from: { name: by }, answers, others }: ReturnedBy,
  on: string,
): { arrivals: Arrival[]; others: Leftover[] } {
  const arrivals: Arrival[] = []
  const strays: Leftover[] = []
  for (const { prompt: id, as, words: all, sent, clause, stands = false, unasked, person } of answers) {
    const words = isStroke(all) ? '' : all
    const prompt = promptNamed(parts, id)
    const isTheirs = prompt && asked(prompt, partnership.partners).some((each) => each.id === partner)
    if (prompt && as === 'clause')
      arrivals.push(readRemark({ prompt, partner, as: 'confirmed', words, stands, by, clause }, partnership))
    else if (prompt && as === 'confirmed') {
      const confirmed = readConfirmation({ prompt, partner, as, words, stands, by }, partnership)
      if (confirmed) arrivals.push(confirmed)
      else strays.push({ what: 'unclear', near: id, words })
      if (confirmed?.how === 'outdated' && confirmed.rest)
        strays.push({ what: 'words', near: id, words: confirmed.rest })
    } else if (prompt && (as === 'agreed' || (as === 'said' && isTheirs))) {
      const told = { prompt, partner, as: 'confirmed' as const, words, stands, by }
      const bare = unasked && readYesOrNo(told, partnership)
      const objection = as === 'said' ? readObjection(told, partnership) : undefined
      const said = person?.on && person.on < on ? person.on : on
      const came = { prompt, partner, as, words, sent, on: said, person }
      arrivals.push(bare || objection || besideOthers(mergeReturned(came, partnership), arrivals))
    } else if (words.trim()) strays.push({ what: 'words', near: prompt?.id, words })
  }
  return {
    arrivals: withStruck(arrivals, by, partnership),
    others: [...strays, ...others].map((other) => nearNamed(other, parts)),
  }
}

/** What came back, with the clauses that were taken out as something to talk about, unless most of them are: then it is only some of the pages. */
function withStruck(arrivals: Arrival[], by: string | undefined, partnership: Partnership): Arrival[] {
  const clauses = arrivals.filter(({ as }) => as === 'agreed')
  const isStruck = ({ as, how }: Arrival) => as === 'agreed' && how === 'emptied'
  if (clauses.filter(isStruck).length > clauses.length / 2) return arrivals
  return arrivals.map((each) => (isStruck(each) ? readStruck({ ...each, by }, partnership) : each))
}

/** What comes after another answer to the same in one file stands beside that. */
function besideOthers(merge: Merge, arrivals: Arrival[]): Merge {
  const first = arrivals.find(
    ({ as, how, prompt }) => as === merge.as && how === 'new' && prompt === merge.prompt,
  )
  if (!first || merge.how === 'same') return merge
  return { ...merge, how: stampOf(first.words) === stampOf(merge.words) ? 'same' : 'both', here: first.words }
}

/** A remark that names one question by its number belongs there, wherever it stands. */
function nearNamed(other: Leftover, parts: Part[]): Leftover {
  const named = new Set(
    [...other.words.matchAll(/\bQ(\d{1,2}\.\d{1,2}[a-z]?)\b/gi)].map(([, number]) => number!),
  )
  const prompt = named.size === 1 ? promptNamed(parts, [...named][0]!) : undefined
  return other.what === 'words' && prompt ? { ...other, near: prompt.id } : other
}

/** What a partner itself says outside the answers. */
const REMARKS: Leftover['what'][] = ['words', 'comment', 'footnote', 'struck', 'unclear', 'number', 'clause']

/** Whether it could be somebody's words. */
export const isRemark = ({ what, words }: Leftover): boolean => REMARKS.includes(what) && words.trim() !== ''

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
