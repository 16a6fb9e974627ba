import { HjpError } from '../../errors.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import type { FileTable } from '../file/tables.ts'
import { firstFound, theOne } from '../values/find-one.ts'
import { meetingOn, recordRow } from './add-row.ts'
import { nameInCommand } from './change-row.ts'
import type { Write } from './enter.ts'

/** An action or a step of the workplan, and where it stands. */
export type Undertaking = {
  at: [FileTable, number]
  id: string | undefined
  what: string
  /** The partner that undertook it, and the day it is to be done by. */
  owner: string | undefined
  by: string | undefined
  open: boolean
}

const undertakings = ({ actions, milestones }: Partnership): Undertaking[] => [
  ...actions.map(
    ({ id, what, owner, due, done, dropped }, n): Undertaking => ({
      ...{ at: ['actions', n], id, what, owner, by: due },
      open: !done && !dropped,
    }),
  ),
  ...milestones.map(
    ({ id, what, end, status }, n): Undertaking => ({
      ...{ at: ['milestones', n], id, what, owner: undefined, by: end },
      open: status !== 'done' && status !== 'dropped',
    }),
  ),
]

export const openUndertakings = (partnership: Partnership): Undertaking[] =>
  undertakings(partnership).filter((each) => each.open)

/** The actions and milestones of this id, or that are open and are these words, have an id that starts so or these words in it. */
export const undertakingsCalled = (partnership: Partnership, called: string): Undertaking[] =>
  calledAmong(undertakings(partnership), called, ({ open }) => open)

function calledAmong(
  all: Undertaking[],
  called: string,
  isMeant: (each: Undertaking) => boolean,
): Undertaking[] {
  const some = all.filter(isMeant)
  const name = called.trim()
  if (name === '') return []
  return firstFound([
    all.filter(({ id }) => id === name),
    some.filter(({ what }) => what.toLowerCase() === name.toLowerCase()),
    some.filter(({ id }) => id?.startsWith(name)),
    some.filter(({ what }) => what.toLowerCase().includes(name.toLowerCase())),
  ])
}

/** The one of `undertakingsCalled`. Throws HjpError unknownAction or severalActions, or ended where only what is no longer open goes by that name. */
export const undertakingNamed = (partnership: Partnership, called: string): Undertaking =>
  theOne(undertakingsCalled(partnership, called), (found) => {
    if (found.length > 0) return new HjpError('severalActions', called.trim(), listed(found))
    const last = calledAmong(undertakings(partnership), called, ({ open }) => !open).at(-1)
    return last
      ? endedError(partnership, last)
      : new HjpError('unknownAction', called.trim(), listed(openUndertakings(partnership)))
  })

/** Says how something ended that is not open any more, and when. */
export function endedError({ actions, milestones }: Partnership, ended: Undertaking): HjpError<'ended'> {
  const { at, id = '', what } = ended
  const [sheet, n] = at
  const name = nameInCommand({ sheet, id, words: what })
  const day = (on: string | undefined) => (on ? ` on ${on}` : '')
  if (sheet === 'milestones') {
    const { done, status } = milestones[n]!
    const again = `${name} status=under-way${done ? ' done=' : ''}`
    return new HjpError('ended', what, `${status}${day(done)}`, again)
  }
  const { done, dropped, 'dropped-on': on } = actions[n]!
  return done
    ? new HjpError('ended', what, `done on ${done}`, `${name} done=`)
    : new HjpError('ended', what, `dropped${day(on)} ("${dropped}")`, `${name} dropped= dropped-on=`)
}

const listed = (those: Undertaking[]): string[] => those.map(({ id, what }) => (id ? `${id}  ${what}` : what))

/** The row itself, whatever others are called; where someone has changed it since, the one that goes by its id or words. */
const undertakingLike = (partnership: Partnership, row: Called): Undertaking =>
  undertakings(partnership).find(
    ({ id, what, owner, by, open }) =>
      open && id === row.id && what === row.what && owner === row.owner && by === row.by,
  ) ?? undertakingNamed(partnership, row.id ?? row.what)

type Called = Pick<Undertaking, 'id' | 'what' | 'owner' | 'by'>

/** An action or milestone done on a day, or an action dropped on it for a reason. */
export const recordDone =
  (name: string | Called, on: string, dropped?: string): Write =>
  (partnership) => {
    const undertaking =
      typeof name === 'string' ? undertakingNamed(partnership, name) : undertakingLike(partnership, name)
    const { at, what, open } = undertaking
    const [table, n] = at
    if (table === 'milestones') {
      if (dropped) throw new HjpError('noReason', what)
      return open ? [{ at, value: { status: 'done', done: on } }] : []
    }
    const was = partnership.actions[n]!
    if (!open && Boolean(dropped) === Boolean(was.done)) throw endedError(partnership, undertaking)
    const value = dropped ? { dropped, 'dropped-on': on } : { done: on }
    return open ? [{ at, value }] : []
  }

/** What was undertaken at the meeting of a day. An action of the same words that is there already gets what it lacks. */
export const recordUndertaken =
  (on: string, told: Row): Write =>
  (partnership, placeOf) => {
    const from = meetingOn(partnership, on)
    const at = partnership.actions.findIndex((each) => each.what === told['what'] && each.from === from)
    if (at < 0) return recordRow('actions', { ...told, from })(partnership, placeOf)
    return [{ at: ['actions', at], value: { ...told, ...withoutBlanks(partnership.actions[at]!) } }]
  }
