import ical, { ICalAttendeeRole, ICalEventTransparency } from 'ical-generator'
import type { Event } from '../../core/meeting/calendar.ts'
import { DAY, MINUTE } from '../../core/values/day.ts'
import { isAddress } from '../../core/values/fields.ts'
import { instant } from '../../core/values/zone.ts'
import { HjpError } from '../../errors.ts'
import { clean, oneLine } from '../document/clean.ts'
import type { Document } from '../document/document.ts'
import { sealed, UNSEALED } from './seal.ts'

/**
 * The events of a document as a calendar file. Times are in UTC, which is the same moment everywhere. It names no method:
 * publishing forbids attendees, and a request would need an organiser. Throws HjpError noZone for a time where no zone is known.
 */
export function ics(document: Document): string {
  const stamp = new Date(`${document.date}T00:00:00Z`)
  const calendar = ical({
    prodId: '//hjp//hjp//EN',
    events: document.events.map((event) => ({
      id: event.uid,
      stamp,
      // Grows from day to day, so that a calendar takes what was made later.
      sequence: stamp.getTime() / DAY,
      ...when(event, document.zone),
      summary: oneLine(event.title),
      location: event.place ? oneLine(event.place) : null,
      description: clean(event.words).trim() || null,
      attendees: event.attendees
        .map(({ name, email, chairs }) => ({
          name: oneLine(name).replace(UNQUOTABLE, "'"),
          email: oneLine(email),
          role: chairs ? ICalAttendeeRole.CHAIR : ICalAttendeeRole.REQ,
        }))
        .filter(({ email }) => isAddress(email)),
    })),
  })
  // The seal stands before all words, so that none can be taken for it.
  return sealed(`${calendar.toString().replace('\r\nBEGIN:VEVENT', `\r\nX-HJP:${UNSEALED}$&`)}\r\n`)
}

/** What programs read in different ways, or not at all, between the quotes of a name. */
const UNQUOTABLE = /["\\^]/g

function when({ on, start, minutes }: Event, zone: string | undefined) {
  if (start === undefined)
    return {
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
    }
  if (zone === undefined) throw new HjpError('noZone')
  const from = instant(on, start, zone)
  return { start: from, end: new Date(from.getTime() + minutes * MINUTE) }
}
