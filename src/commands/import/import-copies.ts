import { type FormCopy, freshCode } from '../../core/agreement/copy.ts'
import { type MarksRead, marksIn, statementPlaces } from '../../core/agreement/statements.ts'
import { partnerName } from '../../core/file/partner.ts'
import { type Questionnaire, questionnaireNamed } from '../../core/prompts/questionnaires.ts'
import type { Write } from '../../core/record/enter.ts'
import { type RoundAnswers, recordRound, roundOfCopy } from '../../core/record/rounds.ts'
import { counted } from '../../errors.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import type { Opened } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { chooseWhatToSave } from './choose-what-to-save.ts'
import type { ReturnedCopy } from './read-file.ts'
import { isRemark } from './sort-returned.ts'

/** A copy of a questionnaire: its marks, and those under its code already. */
type Copy = FormCopy & {
  code: string
  questionnaire: Questionnaire
  marks: MarksRead
  before: RoundAnswers
  /** How many marks are others than those. */
  changed: number
}

/**
 * Takes in copies of questionnaires, in the order of their codes. Nothing that is written or printed says whose they are, or which came
 * first. Throws HjpError needsYes.
 */
export async function importCopies(
  world: World,
  opened: Opened,
  returned: ReturnedCopy[],
  yes: boolean,
): Promise<0 | 1> {
  const { terminal } = world
  const copies = copiesOf(opened, returned)
  for (const copy of copies) outLines(terminal, told(opened, copy))
  if (copies.some(({ marks }) => marks.remarks > 0) || returned.some(({ others }) => others.some(isRemark)))
    terminal.say('Words beside the marks are not kept, so that nobody is known by them.')
  const fresh = copies.filter((copy) => copy.changed === 0 && isNew(copy))
  const writes = (await chooseWhatToSave(world, fresh, yes)).map((copy) => recordCopy(copy))
  const taken = new Set(opened.partnership.rounds.flatMap(({ marks }) => marks.map(({ by = '' }) => by)))
  let code: 0 | 1 = 0
  for (const copy of copies.filter(({ changed }) => changed > 0)) {
    const write = await settle(world, copy, taken)
    if (write) writes.push(write)
    else code = 1
  }
  if (writes.length > 0) {
    const done = await save(world, opened, writes, { tells: false })
    saySaved(world, done, opened, writes.length === 1 ? 'one copy' : `${writes.length} copies`)
  } else if (fresh.length === 0 && code === 0) terminal.say('Nothing in it is new, so nothing changed.')
  return code
}

/** Each copy beside what is under its code already, in the file or among those before it. */
function copiesOf({ partnership: { rounds }, questionnaires }: Opened, returned: ReturnedCopy[]): Copy[] {
  const known = new Map<string, RoundAnswers>()
  for (const { questionnaire, marks } of rounds)
    for (const mark of marks) known.set(`${questionnaire} ${mark.by}`, mark)
  const read = returned.map(({ copy, answers }) => {
    const questionnaire = questionnaireNamed(questionnaires, copy.asks)
    return { ...copy, code: copy.code!, questionnaire, marks: marksIn(questionnaire, answers) }
  })
  return read
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((each): Copy => {
      const called = `${each.questionnaire.id} ${each.code}`
      const before = known.get(called) ?? { ratings: {} }
      const changed = changesIn(each.marks, before)
      if (changed === 0) known.set(called, together(each.marks, before))
      return { ...each, before, changed }
    })
}

const together = (marks: RoundAnswers, before: RoundAnswers): RoundAnswers => ({
  level: marks.level ?? before.level,
  ratings: { ...before.ratings, ...marks.ratings },
})

/** How many marks are others than before. */
const changesIn = ({ level, ratings }: RoundAnswers, before: RoundAnswers): number =>
  Object.keys(ratings).filter((id) => ![undefined, ratings[id]].includes(before.ratings[id])).length +
  (level === undefined || [undefined, level].includes(before.level) ? 0 : 1)

const marksOf = ({ level, ratings }: RoundAnswers): number =>
  Object.keys(ratings).length + (level === undefined ? 0 : 1)

const isNew = ({ marks, before }: Copy): boolean => marksOf(together(marks, before)) > marksOf(before)

/** Letters of what is shown of an answer that is none. */
const SHOWN = 200

/** How much of a copy is marked, and what is not plain: nobody's marks are told. */
function told({ partnership }: Opened, { partner, code, questionnaire, marks, changed }: Copy): string {
  const all = statementPlaces(questionnaire).flatMap(({ places }) => places).length
  return [
    `${questionnaire.title}, ${partnerName(partnership, partner)}, copy ${code}: ${marksOf(marks)} of ${all} answered`,
    ...marks.unclear.map(
      ({ number, words }) =>
        `  ${number} is not one answer, so it stays open: ${oneLine(words).slice(0, SHOWN)}`,
    ),
    ...(changed > 0
      ? [
          `  It has come back before, and ${counted(changed, 'mark')} ${changed === 1 ? 'differs' : 'differ'} from those.`,
        ]
      : []),
  ].join('\n')
}

/** What is made of a copy that came back with other marks: nothing where nobody can say, or where the first stays. */
async function settle(world: World, copy: Copy, taken: Set<string>): Promise<Write | undefined> {
  const { terminal } = world
  if (!terminal.interactive) {
    terminal.say(
      `Of copy ${copy.code} the marks that came first stay. In a terminal, *hjp import* asks which are meant.`,
    )
    return undefined
  }
  const choice = await terminal.choose(`Which marks are meant on copy ${copy.code}?`, [
    { value: 'first', name: 'Those that came first' },
    { value: 'last', name: 'These: the same person has changed their mind' },
    { value: 'both', name: 'Both: two people used one copy. These get a code of their own' },
  ])
  if (choice === 'first') return undefined
  return choice === 'last'
    ? recordCopy(copy, copy.before)
    : recordCopy({ ...copy, code: freshCode(world.drawn, taken) })
}

/** Writes down the marks of a copy, perhaps in place of others. */
const recordCopy =
  ({ partner, on, code, questionnaire: { id }, marks }: Copy, instead?: RoundAnswers): Write =>
  (partnership, placeOf) => {
    const which = { questionnaire: id, on: roundOfCopy(partnership, id, on, code) }
    const { level, ratings } = marks
    const who = { partner, by: code }
    return recordRound(which, {}, who, { level, ratings }, instead)(partnership, placeOf)
  }
