import { nextMeeting } from '../../core/meeting/meetings.ts'
import type { OptionValue } from '../../core/request.ts'
import { viewOf } from '../../core/view/view.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { asDay, asTime, hereIn } from '../shared/typed.ts'
import { askDay } from '../talk/choose-day.ts'

type When = { [option in 'date' | 'time' | 'place']?: OptionValue }

/** When and where a meeting is that neither the file nor an option knows, as whoever is there says; nothing where nothing was asked. */
export async function askMeeting(world: World, opened: Opened, options: object): Promise<When> {
  const given: When = options
  const { terminal, today } = world
  const view = viewOf({ ...opened, today })
  const known = given.date ? view.meetings.some(({ on }) => on === given.date) : nextMeeting(view, today)
  if (!terminal.interactive || known) return {}
  const here = hereIn(world, opened)
  const date =
    given.date ??
    (await askDay(terminal, 'On which day do you meet? (such as 12 March; Enter if it is open)', (typed) =>
      asDay('the day', typed, here, 'ahead'),
    ))
  if (!date) return {}
  const time =
    given.time ??
    (await askDay(terminal, 'At what time? (such as 10am; Enter if it is open)', (typed) =>
      asTime('the time', typed, here),
    ))
  const place = given.place ?? (await terminal.line('Where? (Enter if it is open)')).trim()
  return { date, ...(time && { time }), ...(place && { place }) }
}
