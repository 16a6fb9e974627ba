import { HjpError } from '../../errors.ts'
import { inARow } from '../../text.ts'
import type { Edit } from '../file/edits.ts'
import type { Partner } from '../file/partner.ts'
import { COLUMNS, namesPartner, type Partnership } from '../file/partnership.ts'
import { textsIn } from '../file/walk.ts'
import { headingOf, type Part, promptNamed } from '../prompts/prompts.ts'
import { recordRow } from './add-row.ts'
import type { Write } from './enter.ts'

/** A partner that joins, leaves, or gets another id. */

type Joining = Pick<Partner, 'id' | 'name' | 'sector'>

/** What says nothing of who somebody is. */
const COMMON = /^(?:the|of|and|for|st|new|north|south|east|west|legal|health|community|centre|center)$/

/**
 * An id that can be read aloud: the sector while no one else has it, else the first word of the name that tells who it is, else the
 * sector and a number.
 */
export function idFor({ name, sector }: Omit<Joining, 'id'>, taken: string[]): string {
  const words =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z]{3,}/g) ?? []
  const telling = words.filter((word) => !COMMON.test(word)).slice(0, 1)
  const numbered = Array.from({ length: taken.length + 1 }, (_, n) => `${sector}-${n + 2}`)
  return [sector, ...telling, ...numbered].find((id) => !taken.includes(id))!
}

/** A partner more, who has agreed to nothing yet. Throws HjpError isPartner where the id or the name is taken. */
export const recordJoined =
  (joining: Joining, on: string): Write =>
  ({ partners }) => {
    const same = partners.find(({ id, name }) => id === joining.id || name === joining.name)
    if (same) throw new HjpError('isPartner', same.id, same.name, same.left)
    const value = { ...joining, joined: on, people: [] }
    return [{ at: ['partners', partners.length], value }]
  }

/** A partner is out from a day on. What it said, agreed to and brought stays in the file. */
export const recordLeft =
  (partner: string, on: string, why: string | undefined): Write =>
  ({ partners }) => {
    const at = partners.findIndex(({ id }) => id === partner)
    return [{ at: ['partners', at], value: { left: on, ...(why && { 'why-left': why }) } }]
  }

/** What a partner led, held, owed, brought and collected: each as what has to be settled now, and the prompt that it is about. */
export function leftBehind(
  { answers, actions, contributions, funding, indicators, milestones, partners }: Partnership,
  parts: Part[],
  partner: string,
): { what: string; about?: string }[] {
  const { name } = partners.find(({ id }) => id === partner)!
  const called = (id: string) => {
    const prompt = promptNamed(parts, id)
    return prompt ? headingOf(prompt) : id
  }
  const led = answers.filter(({ agreed }) => agreed?.lead === partner).map(({ prompt }) => prompt)
  const steps = milestones.filter(({ lead, status }) => lead === partner && status !== 'done')
  const owed = actions.filter(({ owner, done, dropped }) => owner === partner && !done && !dropped)
  const open = (label: string, things: string[], about?: string) =>
    things.length === 0
      ? []
      : [{ what: `${label}, now that ${name} leaves: ${inARow(things)}`, ...(about && { about }) }]
  return [
    ...open('Decide who will lead', [...led.map(called), ...steps.map(({ what }) => what)], led[0]),
    ...open(
      'Decide who will do',
      owed.map(({ what }) => what),
    ),
    ...open(
      'Decide who will hold',
      funding.filter(({ holds }) => holds === partner).map(({ source }) => source),
    ),
    ...open(
      'Decide how to replace',
      contributions.filter((each) => each.partner === partner).map(({ what }) => what),
    ),
    ...open(
      'Decide who will collect',
      indicators.filter(({ collects }) => collects === partner).map(({ measure }) => measure),
    ),
  ]
}

/** As actions for all partners, for the next agenda. */
export const recordLeftBehind = (things: ReturnType<typeof leftBehind>): Write[] =>
  things.map((thing) => recordRow('actions', { ...thing, owner: 'together' }))

/** Another id for a partner, wherever it stands in the file. Throws HjpError isPartner where another has that id. */
export const recordRenamed =
  (from: string, to: string): Write =>
  (partnership) => {
    const taken = partnership.partners.find(({ id }) => id === to)
    if (taken) throw new HjpError('isPartner', to, taken.name, taken.left)
    const places = COLUMNS.filter((column) => namesPartner(column) || column.names === 'past-partner')
      .flatMap((column) => textsIn(partnership, column))
      .filter(({ text }) => text === from)
    const at = partnership.partners.findIndex(({ id }) => id === from)
    return [{ at: ['partners', at, 'id'], value: to }, ...places.map(({ at }): Edit => ({ at, value: to }))]
  }
