import { meant, nearest } from '../../errors.ts'
import { partnerName } from '../file/partner.ts'
import { COLUMNS } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { FILE_TABLES } from '../file/tables.ts'
import { type Path, textsIn } from '../file/walk.ts'
import { nameOfMeeting } from '../meeting/meetings.ts'
import { statementsOf } from '../prompts/questionnaires.ts'
import { rowInWords } from '../record/change-row.ts'
import { singular } from '../record/typed-row.ts'
import { strayLead } from '../tools/logic-steps.ts'
import type { NamedThing } from '../values/column.ts'
import { aboutColumns, isPrivate } from '../view/privacy.ts'
import type { KnownOn, View } from '../view/view.ts'
import type { Code } from './codes.ts'
import type { Check, Found } from './finding.ts'
import { type GuessedThing, isGuessed } from './slips.ts'

/** What points at something that is not there, or that partners never see. */

/** What there is of each thing that a column can name; nothing where that is not known. Partners are held by the file itself. */
const THERE: {
  [thing in NamedThing]?: (view: View, at: Path, known: KnownOn) => (string | undefined)[] | undefined
} = {
  'past-partner': ({ partners }) => partners.map(({ id }) => id),
  part: ({ parts }) => parts.flatMap(({ id, number }) => [id, String(number)]),
  prompt: ({ prompts }) => prompts.flatMap(({ id, number, was }) => [id, number, ...was]),
  'prompt-id': ({ prompts }) => prompts.flatMap(({ id, was }) => [id, ...was]),
  meeting: ({ meetings }) => meetings.map(nameOfMeeting),
  action: ({ actions }) => actions.map(({ id }) => id),
  outcome: ({ outcomes }) => outcomes.map(({ id }) => id),
  funding: ({ funding }) => funding.map(({ source }) => source),
  questionnaire: (_, __, { questionnaires }) => questionnaires?.map(({ id }) => id),
  statement({ questionnaires }, [, round], { partnership: { rounds } }) {
    const asked = questionnaires.find(({ id }) => id === rounds[Number(round)]!.questionnaire)
    return asked && statementsOf(asked).map(({ id }) => id)
  },
}

/** What else people call a thing by, and the name that a column takes. */
const ALSO: { [thing in NamedThing]?: (view: View) => [called: string, name: string | undefined][] } = {
  'prompt-id': ({ prompts }) => prompts.map(({ number, id }) => [number, id]),
  meeting: ({ meetings }) => meetings.map(({ on, id }) => [on, id]),
  action: ({ actions }) => actions.map(({ what, id }) => [what, id]),
  outcome: ({ outcomes }) => outcomes.map(({ text, id }) => [text, id]),
}

/** What it is called that a name in a column stands for no such thing. */
const NO_SUCH: { [thing in Exclude<NamedThing, GuessedThing>]: Code } = {
  partner: 'no-such-partner',
  'partner-or-together': 'no-such-partner',
  'past-partner': 'no-such-partner',
  part: 'no-such-part',
  prompt: 'no-such-prompt',
  'prompt-id': 'no-such-prompt',
  lead: 'no-such-cause',
  meeting: 'no-such-meeting',
  action: 'no-such-action',
  outcome: 'no-such-outcome',
  funding: 'no-such-funding',
  questionnaire: 'no-such-questionnaire',
  statement: 'no-such-statement',
}

/** What was meant by a name that stands for nothing; nothing where it stands for something. */
function strayIn(thing: NamedThing, name: string, at: Path, known: KnownOn, view: View) {
  if (thing === 'lead') return strayLead(view, name)
  const there = THERE[thing]?.(view, at, known)?.flatMap((each) => each ?? [])
  if (!there || there.includes(name)) return undefined
  const also = ALSO[thing]?.(view).find(([called]) => called === name)
  return { near: also?.[1] ?? nearest(name, there) }
}

const dangling: Check = (known, view) =>
  COLUMNS.flatMap((column) => {
    const { names: thing, free, lost = '' } = column
    if (!thing || isGuessed(thing)) return []
    const code = NO_SUCH[thing]
    const called = thing === 'lead' ? 'prompt or outcome' : code.replace('no-such-', '')
    const instead = free ? ' Name one that exists, or say in a few words what is done.' : ''
    return textsIn(known.partnership, column).flatMap(({ at, text }): Found[] => {
      const stray = strayIn(thing, text, at, known, view)
      const message = `there is no ${called} *${text}*${lost}.${meant(stray?.near)}${instead}`
      return stray ? [{ code, at, message }] : []
    })
  })

/** What a partner says to a prompt that is put to the other side. */
const notAsked: Check = ({ partnership: { answers, partners } }, { prompts }) =>
  answers.flatMap(({ prompt: id, perspectives }, row) => {
    const prompt = prompts.find((each) => each.id === id)
    if (!prompt) return []
    const voices = prompt.voices.map((voice) => voice.id)
    return perspectives.flatMap(({ partner, said }, n): Found[] => {
      const message = `${prompt.number} ${prompt.topic} is only for the ${prompt.side} side, so no document shows the answer of ${partnerName({ partners }, partner)}. To take it out: *hjp answer ${prompt.number} --as ${partner} --clear*`
      return said && !voices.includes(partner)
        ? [{ code: 'not-asked', at: ['answers', row, 'perspectives', n], message }]
        : []
    })
  })

/** A row about a prompt that partners never see. */
const aboutPrivate: Check = ({ partnership }, view) =>
  FILE_TABLES.flatMap((table) =>
    partnership[table].flatMap((each, n) => {
      const row = withoutBlanks(each)
      const called = `${singular(table)} "${rowInWords(table, row)}"`
      return aboutColumns(table)
        .filter((name) => isPrivate(view, String(row[name])))
        .map(
          (name): Found => ({
            code: 'about-private',
            at: [table, n, name],
            message: `the ${called} is about a private prompt, so no document for partners shows it.`,
          }),
        )
    }),
  )

/** What leads to an outcome, and partners never see. */
const fromPrivate: Check = ({ partnership }, view) =>
  partnership.outcomes.flatMap(({ text, from }, row) =>
    from.flatMap((name, n): Found[] => {
      const message = `"${text}" comes from a private prompt, which no document for partners shows.`
      return isPrivate(view, name)
        ? [{ code: 'from-private', at: ['outcomes', row, 'from', n], message }]
        : []
    }),
  )

export const DANGLING: Check[] = [dangling, notAsked, aboutPrivate, fromPrivate]
