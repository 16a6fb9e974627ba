import { datesOf } from '../../core/meeting/calendar.ts'
import { forPartners } from '../../core/view/privacy.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import type { WritingOptions } from '../shared/options.ts'
import { deliver, formatOf } from './deliver.ts'

/** All that has a date, as a file for calendars. */
export async function writeCalendar(world: World, opened: Opened, options: WritingOptions): Promise<0> {
  const format = formatOf({ name: 'status', formats: ['ics'] }, options)
  const view = forPartners(viewOf({ ...opened, today: world.today }))
  const events = datesOf(view)
  if (events.length === 0) throw new HjpError('nothingDated')
  const document = {
    title: view.name,
    locale: view.locale,
    date: view.today,
    author: view.name,
    notice: undefined,
    numbered: false,
    landscape: false,
    contents: false,
    recipients: [],
    events,
    zone: view.zone,
    blocks: [],
  }
  await deliver(world, opened, document, 'documents/calendar', format, options)
  return 0
}
