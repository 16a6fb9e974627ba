import { nextTies } from '../meeting/due.ts'
import { reached } from '../meeting/meetings.ts'
import { newcomers } from '../meeting/newcomer.ts'
import { questionTitle } from '../prompts/prompts.ts'
import { monthsOn } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { shareOf } from './share.ts'

/** Something that could be done next, and the command for it where there is one. */
type SuggestedStep = { say: string; command: string | undefined }
/** One of the six activities of partnerships: what was done for it lately, and what could be next. */
type Activity = { title: string; lately: string[]; next: SuggestedStep[] }

/** Months that count as lately. */
const LATELY = 12

const step = (say: string, command?: string): SuggestedStep => ({ say, command })

/** The six activities, in no order that has to be kept, and how many of them had care lately. */
export function activities(view: View) {
  const six = sixActivities(view)
  const cared = six.filter(({ lately }) => lately.length > 0)
  return { activities: six, ...shareOf(cared.length, six.length) }
}

/** What could be next is our own suggestion, from what the file lacks. */
function sixActivities(view: View): Activity[] {
  const since = monthsOn(view.today, -LATELY)
  const lately = (day: string | undefined) => day !== undefined && day > since && day <= view.today
  const inPart = (part: string) =>
    view.prompts.filter((prompt) => prompt.part === part && prompt.asked && !prompt.private)
  const agreedIn = (part: string) =>
    inPart(part).flatMap(({ topic, agreed }) =>
      agreed?.settled && lately(agreed.on) ? [`Agreed: ${topic}`] : [],
    )
  const asks = (part: string) => {
    const open = inPart(part).find(({ agreed, parked }) => !agreed && !parked)
    return open ? [step(`Talk about ${asSentence(open)}`, `hjp ask ${open.number}`)] : []
  }
  return [
    connect(view, lately),
    {
      title: 'Understand each other',
      lately: agreedIn('getting-to-know'),
      next: orElse(
        [
          ...newcomers(view).map(({ id, name }) =>
            step(
              `Take time with ${name}, which is new: all answer the first questions again.`,
              `hjp agenda --welcome ${id}`,
            ),
          ),
          ...asks('getting-to-know'),
        ],
        step('Take ten minutes of a meeting for a story from each side.'),
      ),
    },
    { title: 'Share a vision', lately: agreedIn('what-we-can-achieve'), next: vision(view) },
    plan(view, lately),
    {
      title: 'Work together for change',
      lately: view.actions.flatMap(({ what, done }) => (lately(done) ? [`Done: ${what}`] : [])),
      next: orElse(
        [
          ...(view.actions.some(({ late }) => late)
            ? [step('Remind each other of the late actions.', 'hjp email --about actions')]
            : []),
          ...asks('what-we-do'),
        ],
        step('Say thank you for something small at the next meeting.'),
      ),
    },
    renew(view, lately),
  ]
}

const asSentence = (prompt: PromptView): string => `${questionTitle(prompt)}.`

/** What is always worth doing, where nothing is lacking. */
const orElse = (steps: SuggestedStep[], otherwise: SuggestedStep): SuggestedStep[] =>
  steps.length > 0 ? steps : [otherwise]

type Lately = (day: string | undefined) => boolean

function connect(view: View, lately: Lately): Activity {
  const { partners } = view
  const people = partners.flatMap(({ people }) => people.filter(({ confirmed }) => lately(confirmed)))
  const without = partners.filter(
    ({ people }) => !people.some(({ role, name }) => role === 'liaison' && name),
  )
  return {
    title: 'Connect',
    lately: [
      ...partners.flatMap(({ name, joined }) => (lately(joined) ? [`Joined: ${name}`] : [])),
      ...(people.length > 0
        ? [`Contacts confirmed: ${people.flatMap(({ name }) => name ?? []).join(', ')}`]
        : []),
    ],
    next: orElse(
      [
        ...newcomers(view).map(({ id, name }) => step(`Welcome ${name}.`, `hjp welcome --for ${id}`)),
        ...without.map(({ name }) => step(`Find out who the liaison at ${name} is.`)),
        ...nextTies(view).map(({ name, next }) => step(`With ${name}: ${next}`)),
      ],
      step('Ask who should be involved and is not.', 'hjp map'),
    ),
  }
}

function vision({ prompts, today }: View): SuggestedStep[] {
  const goal = prompts.find(({ id }) => id === 'what-we-can-achieve/shared-goal')
  if (goal && !goal.agreed?.settled) return [step('Agree on a shared goal.', `hjp ask ${goal.number}`)]
  if (goal?.agreed?.review && goal.agreed.review <= today)
    return [step('Look at the shared goal again: its review date has come.', `hjp ask ${goal.number}`)]
  return [step('Ask everyone to say the shared goal in their own words, and compare.')]
}

function plan({ milestones, outcomes, today }: View, lately: Lately): Activity {
  const late = milestones.filter(({ open, end }) => open && end && end < today)
  return {
    title: 'Plan together',
    lately: milestones.flatMap(({ what, start }) => (lately(start) ? [`Begun: ${what}`] : [])),
    next: orElse(
      [
        ...(milestones.length === 0
          ? [step('Set out the steps of the work.', 'hjp add milestone what="…" end=2027-06-30')]
          : []),
        ...late.map(({ what }) => step(`Look again at what is late: ${what}`, 'hjp workplan')),
        ...(outcomes.length === 0
          ? [
              step(
                'Say what should change, and what leads to it.',
                'hjp add outcome for=clients term=short text="…"',
              ),
            ]
          : []),
      ],
      step('Look at the workplan together, on a wall or a screen.', 'hjp workplan'),
    ),
  }
}

function renew(view: View, lately: Lately): Activity {
  const { meetings, milestones, rounds, questionnaires, indicators, today } = view
  const isRead = ({ readings }: View['indicators'][number]) => readings.some(({ on }) => lately(on))
  const unread = indicators.filter((indicator) => !isRead(indicator))
  const rated = rounds.filter(({ on }) => lately(on)).map(({ questionnaire }) => questionnaire)
  return {
    title: 'Celebrate, evaluate and renew',
    lately: [
      ...meetings.flatMap(({ on, appreciation }) =>
        appreciation && lately(on) ? [`Appreciated: ${appreciation}`] : [],
      ),
      ...milestones.flatMap(({ what, done }) => (lately(done) ? [`Reached: ${what}`] : [])),
      ...questionnaires.flatMap(({ id, title }) =>
        rated.includes(id) ? [`Self-evaluation done: ${title}`] : [],
      ),
      ...indicators.filter(isRead).map(({ measure }) => `Measured: ${measure}`),
    ],
    next: orElse(
      [
        ...reached(view, today).map(({ what }) => step(`Celebrate: ${what}`)),
        ...(rated.length > 0
          ? []
          : [step('See how the partnership itself works.', 'hjp rate six-requirements --as together')]),
        ...(unread.length > 0
          ? [step(`Count or ask again, after a year or more: ${unread[0]!.measure}`, 'hjp measure')]
          : []),
      ],
      step('Tell each other what you could not have done alone.'),
    ),
  }
}
