import { membersOn } from '../../core/file/members.ts'
import { promptsNamed } from '../../core/meeting/meetings.ts'
import { agendaOf } from '../../core/next-agenda.ts'
import { findPrompt } from '../../core/prompts/called.ts'
import { asked, headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import { HjpError } from '../../errors.ts'
import { showPrompt } from '../shared/show-prompt.ts'
import type { Step } from '../shared/trail.ts'
import { askAgreement, askPerspective } from '../talk/conversation.ts'
import type { Session } from '../talk/session.ts'
import type { MeetingSession } from './meeting-session.ts'

/** Asks what came of each prompt on the agenda of a meeting, and of any other. */
export function talkedAbout(meetingSession: MeetingSession): Step[] {
  const { session, view, on } = meetingSession
  const { items } = agendaOf(view, { options: { date: on }, prompts: [], shownIn: new Map(), sections: [] })
  const isTold = (id: string) =>
    promptsNamed(meetingSession.view, meetingSession.meeting?.prompts ?? []).some((each) => each.id === id)
  return [
    ...items.flatMap(({ prompt }): Step[] =>
      prompt
        ? [
            async (isBack) => {
              if (isBack || !isTold(prompt.id))
                await talked(meetingSession, findPrompt(session.opened.parts, prompt.id))
            },
          ]
        : [],
    ),
    () => whatElse(meetingSession),
  ]
}

async function whatElse(meetingSession: MeetingSession): Promise<void> {
  const { terminal, session } = meetingSession
  const question = 'Did you talk about anything else? (a number or a name such as 5.3, or Enter)'
  for (;;) {
    const name = await terminal.round(() => meetingSession.line(question))
    if (!name) return
    try {
      await talked(meetingSession, await session.promptCalled(name))
    } catch (error) {
      if (!(error instanceof HjpError && ['unknownPrompt', 'severalPrompts'].includes(error.code)))
        throw error
      terminal.say(error.message)
    }
  }
}

async function talked(meetingSession: MeetingSession, prompt: Prompt): Promise<void> {
  const { session, terminal } = meetingSession
  showPrompt(terminal, session.opened, prompt, session.day)
  for (;;) {
    const choice = await terminal.choose(`What happened with ${headingOf(prompt)}?`, [
      { value: 'missed', name: 'We did not get to it' },
      { value: 'agreed', name: prompt.decision ? 'We decided it' : 'We agreed something' },
      { value: 'heard', name: 'We talked, and have not agreed: write down what each of us said' },
      { value: 'talked', name: 'We talked, and there is nothing new to write down' },
    ])
    if (choice === 'missed') return
    if (choice === 'agreed') await askAgreement(session, prompt, true)
    if (choice === 'heard') await hearAll(session, prompt)
    if (choice !== 'agreed' || session.kept.has(headingOf(prompt))) break
    terminal.say('Nothing was written down for it.')
  }
  await meetingSession.tell('what you talked about', { prompts: [prompt.id] }, headingOf(prompt))
}

/** Every partner in turn, until one sets the prompt aside. */
async function hearAll(session: Session, prompt: Prompt): Promise<void> {
  const voices = asked(prompt, membersOn(session.opened.partnership, session.day))
  let isSetAside = false
  await session.terminal.walk(
    voices.map(({ id }) => async (isBack) => {
      if (isBack || !isSetAside) isSetAside = await askPerspective(session, prompt, id)
    }),
  )
}
