import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { HjpError } from '../../errors.ts'
import { zodWords } from '../file/complaint.ts'
import { type Edit, listEdits } from '../file/edits.ts'
import type { Value } from '../file/layout.ts'
import { contradictions, type Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import { type FileTable, TABLES } from '../file/tables.ts'
import { nameOfMeeting } from '../meeting/meetings.ts'
import type { Write } from './enter.ts'

/** Rows of the file's tables, as they are written down. */

/**
 * Adds a row to a table; nothing where it says so already. A row that has no id gets one made of its words, so that rows
 * added on two branches do not get the same. A blank line above it keeps it apart from what git may have to merge there.
 */
export const recordRow =
  (table: FileTable, row: Row): Write =>
  (partnership) => {
    const rows = partnership[table].map(withoutBlanks)
    const bare = ({ id, ...others }: Row): Row =>
      row['id'] === undefined ? others : { id: id ?? null, ...others }
    if (rows.some((each) => isDeepStrictEqual(bare(each), row))) return []
    const keys = Object.keys(TABLES[table].row.shape)
    const named = keys.includes('id') ? { ...row, id: idOf(table, row, rows) } : row
    const whole = Object.fromEntries(keys.flatMap((key) => (key in named ? [[key, named[key]!]] : [])))
    refuseUnfit(partnership, table, whole, rows.length, 'added to')
    return [{ at: [table, rows.length], value: whole, apart: true }]
  }

/** The day of a meeting; else a letter and four digits made of the row's words. */
function idOf(table: FileTable, row: Row, rows: Row[]): string {
  if (typeof row['id'] === 'string') return row['id']
  const taken = rows.map(({ id }) => id)
  for (let n = 0; ; n++) {
    const digest = createHash('sha256')
      .update(JSON.stringify([n, row]))
      .digest('hex')
    const id =
      table === 'meetings' && n === 0
        ? meetingId(String(row['on']))
        : `${TABLES[table].mark}${digest.slice(0, 4)}`
    if (!taken.includes(id)) return id
  }
}

/**
 * What the rest of the file has against a row in this place of its table: a partner it does not have, an id that stands
 * already. Throws HjpError badRow.
 */
export function refuseUnfit(
  partnership: Partnership,
  table: FileTable,
  row: Row,
  at: number,
  doing: string,
): void {
  const { data, error } = TABLES[table].row.safeParse(row, { error: zodWords })
  const rows: unknown[] = partnership[table]
  const problems = data
    ? contradictions({ ...partnership, [table]: rows.toSpliced(at, 1, data) })
        .filter(({ path }) => path[0] === table && path[1] === at)
        .map(({ path, message }) => ({ path: path.slice(2), message }))
    : error.issues
  const complaints = problems.map(({ path, message }) => `*${path.join(' ')}* ${message}`)
  if (complaints.length > 0) throw new HjpError('badRow', `${doing} ${table}`, complaints, [])
}

/** More of the row of this id. */
export const recordIn =
  (table: FileTable, id: string, told: Row): Write =>
  () => [{ at: [table, { id }], value: told }]

const meetingId = (on: string): string => `m-${on}`

/** What stands, or will stand, in an action's `from` when it was undertaken at the meeting of this day. */
export function meetingOn({ meetings }: Partnership, on: string): string {
  const meeting = meetings.find((each) => each.on === on)
  return meeting ? nameOfMeeting(meeting) : meetingId(on)
}

/** What is told of a meeting: over what stood there, and added to the lists. A meeting that is not in the file yet is put there. */
export const recordMeeting =
  (on: string, told: Row): Write =>
  (partnership, placeOf) => {
    const { meetings } = partnership
    const at = meetings.findIndex((meeting) => meeting.on === on)
    if (at < 0) return recordRow('meetings', { on, ...told })(partnership, placeOf)
    const there = meetings[at] as unknown as Row
    return Object.entries(told).flatMap(([key, value]): Edit[] => {
      if (!Array.isArray(value)) return [{ at: ['meetings', at, key], value }]
      const before = there[key] as Value[]
      return value
        .filter((item) => !before.includes(item))
        .map((item, n) => ({ at: ['meetings', at, key, before.length + n], value: item }))
    })
  }

/** A meeting as it is planned now. What it is to take up is what is told, and no more. */
export const recordPlan =
  (on: string, plan: Row): Write =>
  (partnership, placeOf) => {
    const at = partnership.meetings.findIndex((meeting) => meeting.on === on)
    const { agenda, ...told } = plan
    if (at < 0 || !Array.isArray(agenda)) return recordMeeting(on, plan)(partnership, placeOf)
    return [
      ...recordMeeting(on, told)(partnership, placeOf),
      ...listEdits(['meetings', at, 'agenda'], agenda),
    ]
  }

/** A meeting that is added. Where its day has one it gets what it lacks. Throws HjpError otherMeeting where it says something else. */
export const recordAddedMeeting =
  (on: string, told: Row): Write =>
  (partnership, placeOf) => {
    const { meetings } = partnership
    const at = meetings.findIndex((meeting) => meeting.on === on)
    const there = meetings[at] && withoutBlanks({ ...meetings[at], id: nameOfMeeting(meetings[at]) })
    const others = Object.entries(told).filter(
      ([key, value]) => !Array.isArray(value) && (there?.[key] ?? value) !== value,
    )
    if (others.length === 0) return recordMeeting(on, told)(partnership, placeOf)
    const lines = others.map(([key]) => `${placeOf(['meetings', at, key])} ${key}`)
    throw new HjpError('otherMeeting', on, lines)
  }
