import type { Row } from '../../core/file/row.ts'
import type { Meeting } from '../../core/file/tables.ts'
import { unseenAt } from '../../core/meeting/meetings.ts'
import { recordMeeting } from '../../core/record/add-row.ts'
import type { Write } from '../../core/record/enter.ts'
import { type View, viewOf } from '../../core/view/view.ts'
import type { Interview } from '../shared/interview.ts'
import { asPerson } from '../shared/options.ts'
import { personMeant } from '../shared/person-meant.ts'
import { areOthers } from '../shared/twins.ts'
import { asTime } from '../shared/typed.ts'
import { askDay } from '../talk/choose-day.ts'
import type { Session } from '../talk/session.ts'

/** The telling of one meeting: a session on its day, in which each thing is kept as it is told. */
export class MeetingSession {
  readonly session: Session
  readonly terminal: Interview
  readonly on: string
  /** What is known by now, on the day of the meeting. */
  view: View

  constructor(session: Session) {
    this.session = session
    this.terminal = session.terminal
    this.on = session.day
    this.view = this.look()
    session.unseen = (partners) => unseenAt(this.meeting, partners)
  }

  private look(): View {
    return viewOf({ ...this.session.opened, today: this.on })
  }

  /** The meeting as far as it is in the file. */
  get meeting(): View['meetings'][number] | undefined {
    return this.view.meetings.find(({ on }) => on === this.on)
  }

  async line(question: string, now?: string): Promise<string> {
    return (await this.terminal.line(question, now)).trim()
  }

  /** The name of somebody, who may be known by another spelling. */
  async name(question: string, now?: string): Promise<string> {
    const typed = await this.line(question, now)
    return typed === now ? typed : this.known(typed)
  }

  known(name: string): Promise<string> {
    return personMeant(this.terminal, this.session.opened.partnership, name)
  }

  /** What `read` makes of a line, asked again until it will do; null where nothing is typed. */
  read(question: string, read: (text: string) => Promise<string>, now?: string): Promise<string | null> {
    return askDay(this.terminal, question, read, now)
  }

  time(question: string, now: string | undefined): Promise<string | null> {
    return this.read(question, (text) => asTime('the time', text, this.session.here), now)
  }

  /** A name, an address or both. */
  person(question: string): Promise<string | null> {
    return this.read(question, async (text) => {
      asPerson('the name', text)
      return text
    })
  }

  async keep(heading: string, what: string, words: string, write: Write): Promise<void> {
    await this.session.keep(heading, what, words, () => write)
    await this.refresh()
  }

  /** Whether something is to be added, though the file may have the same already. */
  isNew(write: Write): Promise<boolean> {
    return areOthers(this.terminal, this.session.opened, [write])
  }

  /** Keeps what is told of this meeting, or of another. What someone else has written there since the question was put stays. */
  async tell(
    what: string,
    fields: Row,
    words: string,
    { on = this.on, heading = 'The meeting' } = {},
  ): Promise<void> {
    const before = meetingIn(this.view, on)
    await this.session.keep(heading, what, words, () => {
      const now = meetingIn(this.session.opened.partnership, on)
      const stands = (key: string) => now[key] !== undefined && now[key] !== before[key]
      const fits = Object.entries(fields).filter(([key, value]) => {
        const isOurs = Array.isArray(value) || !stands(key) || now[key] === value
        if (!isOurs) this.session.sayStays(key, now[key])
        return isOurs
      })
      return recordMeeting(on, Object.fromEntries(fits))
    })
    await this.refresh()
  }

  async refresh(): Promise<void> {
    await this.session.refresh()
    this.view = this.look()
  }
}

const meetingIn = ({ meetings }: { meetings: Meeting[] }, on: string): Record<string, unknown> => ({
  ...meetings.find((each) => each.on === on),
})
