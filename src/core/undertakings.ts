import { HjpError } from '../errors.ts'
import { editParsed } from './edit.ts'
import { Partnership } from './partnership.ts'
import type { Entry } from './record.ts'
import { filled, meetingOn, type Row, recordRow } from './rows.ts'
import type { Table } from './tables.ts'
import { checked } from './yaml.ts'

/** An action or a step of the workplan, and where it stands. */
type Undertaking = { at: [Table, number]; id: string | undefined; what: string; open: boolean }

const undertakings = ({ actions, milestones }: Partnership): Undertaking[] => [
  ...actions.map(
    ({ id, what, done, dropped }, n): Undertaking => ({
      ...{ at: ['actions', n], id, what },
      open: !done && !dropped,
    }),
  ),
  ...milestones.map(
    ({ id, what, status }, n): Undertaking => ({
      ...{ at: ['milestones', n], id, what },
      open: status !== 'done' && status !== 'dropped',
    }),
  ),
]

/**
 * The one action or milestone of this id, or that is open and has an id that starts so or these words in it. Throws
 * HjpError unknownAction or severalActions.
 */
export function undertakingNamed(partnership: Partnership, name: string): Undertaking {
  const all = undertakings(partnership)
  const open = all.filter((each) => each.open)
  const ways = [
    all.filter(({ id }) => id === name),
    open.filter(({ id }) => id?.startsWith(name)),
    open.filter(({ what }) => what.toLowerCase().includes(name.toLowerCase())),
  ]
  const [only, ...others] = ways.find((found) => found.length > 0) ?? []
  if (only && others.length === 0) return only
  const listed = (those: Undertaking[]) => those.map(({ id, what }) => (id ? `${id}  ${what}` : what))
  if (only) throw new HjpError('severalActions', name, listed([only, ...others]))
  throw new HjpError('unknownAction', name, listed(open))
}

/** An action or milestone done on a day, or an action dropped on it for a reason. */
export const recordDone =
  (name: string, on: string, dropped?: string): Entry =>
  (path, file) => {
    const partnership = checked(path, file, Partnership)
    const { at, what, open } = undertakingNamed(partnership, name)
    const [table, n] = at
    if (table === 'milestones') {
      if (dropped) throw new HjpError('noReason', what)
      return open ? editParsed(path, file, [{ at, value: { status: 'done', done: on } }]) : file
    }
    const was = partnership.actions[n]!
    if (!open && Boolean(dropped) === Boolean(was.done))
      throw new HjpError('ended', what, was.done, was.dropped)
    const value = dropped ? { dropped, 'dropped-on': on } : { done: on }
    return open ? editParsed(path, file, [{ at, value }]) : file
  }

/** What was undertaken at the meeting of a day. An action of the same words that is there already gets what it lacks. */
export const recordUndertaken =
  (on: string, told: Row): Entry =>
  (path, file) => {
    const partnership = checked(path, file, Partnership)
    const from = meetingOn(partnership, on)
    const at = partnership.actions.findIndex((each) => each.what === told['what'] && each.from === from)
    if (at < 0) return recordRow('actions', { ...told, from })(path, file)
    return editParsed(path, file, [
      { at: ['actions', at], value: { ...told, ...filled(partnership.actions[at]!) } },
    ])
  }
