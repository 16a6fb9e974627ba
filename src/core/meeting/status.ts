import { counted, inShell } from '../../errors.ts'
import { FIRST, FIRST_STEP, headingOf, isNamed } from '../prompts/prompts.ts'
import { monthsOn } from '../values/day.ts'
import { agreeToPaper, papersWaiting } from '../view/papers-waiting.ts'
import { isDue } from '../view/reading-due.ts'
import { lastAgreement } from '../view/signed.ts'
import type { PromptView, View } from '../view/view.ts'
import { awaited } from './awaited.ts'
import { dueActions, dueAgreement, dueMoney, dueSteps, nameAndRole, nextTies, unconfirmed } from './due.ts'
import { isTold, lastMeeting, nextMeeting } from './meetings.ts'
import { firstTalk, heardCounts, isFirstTalk, outgrown, queueOf } from './queue.ts'

/** How far a part has come: how many of its prompts stand where. */
type PartProgress = {
  number: number
  id: string
  title: string
  prompts: number
  heard: number
  /** On how many something was said or agreed. */
  answered: number
  agreed: number
  due: number
  parked: number
}

/** Something that wants attention on a day, or as soon as may be. */
type Due = { on: string | undefined; what: string; why: string }

/** Where the partnership stands, with the commands that would take it on. */
export function statusOf(view: View) {
  return {
    name: view.name,
    parts: partsIn(view, view.prompts),
    voices: heardCounts(view),
    missing: missing(view),
    awaited: awaited(view),
    due: due(view),
    waiting: view.waiting,
    suggested: view.suggested,
    next: nextSteps(view),
  }
}

/** How far each part has come with these prompts, of those that are asked and not set aside. */
export const partsIn = ({ parts }: View, prompts: PromptView[]): PartProgress[] =>
  parts.map(({ id, number, title }) => {
    const all = prompts.filter((prompt) => prompt.part === id && prompt.asked)
    const asked = all.filter(({ standing }) => standing !== 'parked')
    const count = (...stages: string[]) => asked.filter(({ standing }) => stages.includes(standing)).length
    return {
      number,
      id,
      title,
      prompts: asked.length,
      heard: asked.filter(({ heard }) => heard).length,
      answered: asked.filter(({ heard, agreed }) => heard || agreed).length,
      agreed: count('agreed', 'due', 'reworded'),
      due: count('due', 'reworded'),
      parked: all.length - asked.length,
    }
  })

/** What each partner has not answered yet on although another has. */
const missing = (view: View) =>
  view.partners.map(({ id, name }) => ({
    name,
    prompts: view.prompts
      .filter(({ standing, asked }) => asked && standing === 'heard-by-some')
      .filter(({ voices }) => voices.some((voice) => voice.id === id && !voice.said))
      .map(({ number, topic }) => ({ number, topic })),
  }))

/** What is late, due or near: actions of the month to come, reviews, and what an agenda takes up beside the prompts. */
function due(view: View): Due[] {
  const { today, prompts } = view
  const { near, vague } = dueActions(view, today)
  const proposed = prompts.flatMap((prompt) => {
    const told = (why: string): Due => ({ on: undefined, what: headingOf(prompt), why })
    return [
      ...prompt.proposals.map(({ partner }) => told(`${partner} suggested other wording`)),
      ...prompt.alsoSaid.map(({ partner }) => told(`${partner} has two answers here`)),
      ...prompt.talks.map(({ partner }) => told(`${partner} has something to say about it`)),
    ]
  })
  const revisited = prompts
    .filter(({ standing, asked }) => asked && (standing === 'due' || standing === 'reworded'))
    .map((prompt): Due => {
      const isDue = prompt.standing === 'due'
      return {
        on: isDue ? prompt.agreed?.review : undefined,
        what: headingOf(prompt),
        why: isDue ? 'Due for review' : 'The question has been reworded since',
      }
    })
  const changed = prompts
    .filter(({ asked }) => asked)
    .flatMap((prompt): Due[] => {
      const why = outgrown(view, prompt)?.replace(/\.$/, '')
      return why ? [{ on: undefined, what: headingOf(prompt), why }] : []
    })
  const others = [...dueAgreement(view, today), ...dueSteps(view, today), ...dueMoney(view, today)].map(
    ({ what, on, why }): Due => ({ on, what, why: why.replace(/\.$/, '') }),
  )
  const { from, awaited: signers = [] } = lastAgreement(view.agreements) ?? {}
  const unsigned = signers.map(
    (name): Due => ({ on: undefined, what: `The agreement from ${from}`, why: `not yet signed by ${name}` }),
  )
  const people = unconfirmed(view, today).map(
    ({ person, partner }): Due => ({
      on: undefined,
      what: nameAndRole(person),
      why: `${partner}, last confirmed ${person.confirmed}. Is it still right?`,
    }),
  )
  const ties = nextTies(view).map(
    ({ name, next }): Due => ({ on: undefined, what: next!, why: `with ${name}` }),
  )
  const dated = [...near, ...proposed, ...revisited, ...changed, ...others].toSorted((a, b) =>
    (a.on ?? '') < (b.on ?? '') ? -1 : 1,
  )
  const adopted = papersWaiting(view).map(
    (each): Due => ({ on: undefined, what: each.document, why: toAgreeTo(each) }),
  )
  return [...dated, ...vague, ...adopted, ...unsigned, ...people, ...ties]
}

const toAgreeTo = ({ many }: { many: number }): string => `${counted(many, 'clause')} to agree to`

function adoptedStep(view: View) {
  const [first] = papersWaiting(view)
  return (
    first && {
      command: agreeToPaper(view, first.document),
      why: `if it holds: ${toAgreeTo(first)} from ${first.document}`,
    }
  )
}

/** The three most useful things to do now. */
export function nextSteps(view: View): { command: string; why: string }[] {
  const { today, meetings } = view
  const queue = queueOf(view)
  const first = (...stages: string[]) => queue.find(({ standing }) => stages.includes(standing))
  const last = lastMeeting(view, today)
  const untold = meetings.findLast(({ on }) => on <= today && on > (last?.on ?? ''))
  const next = nextMeeting(view, today)
  const near = next && next.on <= monthsOn(today, 1) && next !== untold ? next : undefined
  const missing = first('heard-by-some')
  const silent = missing?.voices.find(({ said }) => !said)
  const open = queue.find((prompt) => prompt.standing === 'open' && !outgrown(view, prompt))
  const awaiting = awaited(view).find(({ prompts }) => prompts.length > 0)
  const unread = view.indicators.find((indicator) => isDue(indicator, today))
  const agreedFirst = firstStep(view)
  const talk = firstTalk(view)
  const changed = queue.find((prompt) => prompt.agreed && outgrown(view, prompt))
  const steps = [
    untold && {
      command: 'hjp record',
      why: `nothing is written down for the meeting on ${untold.on} yet`,
    },
    near && { command: 'hjp agenda', why: `the meeting on ${near.on}` },
    adoptedStep(view),
    talk.length > 0 && {
      command: `hjp ask ${FIRST}`,
      why: isFirstTalk(view, talk)
        ? 'a first conversation, half an hour: why each of you is here, and what you could do together first'
        : `the first conversation, of which ${counted(talk.length, 'question')} ${talk.length === 1 ? 'is' : 'are'} left`,
    },
    isFirstTalk(view, talk) && { command: 'hjp starter', why: 'the same on a page, to take to a coffee' },
    ...settlingSteps(queue),
    changed && {
      command: `hjp ask ${changed.number}`,
      why: `${headingOf(changed)}: what you do, or your goal, has changed since you looked at it`,
    },
    unread && {
      command: unread.id ? `hjp measure ${inShell(unread.id)}` : 'hjp measure',
      why: `${unread.measure}: ${unread.readings.length === 0 ? 'no reading yet' : 'due to be read again'}`,
    },
    agreedFirst && {
      command: `hjp add action about=${agreedFirst.number} what="…"`,
      why: `${headingOf(agreedFirst)}: agreed, but nobody has an action to start it`,
    },
    silent &&
      missing && {
        command: `hjp email --for ${silent.id}`,
        why: `${headingOf(missing)}: ${silent.partner} has not answered yet`,
      },
    awaiting && {
      command: awaiting.command!,
      why: `${awaiting.name} has not agreed yet to ${counted(awaiting.prompts.length, 'thing')} that the others have`,
    },
    open &&
      talk.length === 0 && {
        command: `hjp ask ${open.part}`,
        why: `${headingOf(open)}: nobody has answered yet`,
      },
    isUnrated(view) && {
      command: 'hjp rate six-requirements',
      why: 'how the partnership itself works; nobody has looked for a year',
    },
    { command: 'hjp agenda', why: 'the next meeting' },
    { command: 'hjp mou', why: 'a draft of what is agreed, in Word' },
  ]
  return steps.filter((step) => step !== undefined && step !== false).slice(0, 3)
}

/** What is to be agreed, and what is to be looked at again: first that of which there is more. */
function settlingSteps(queue: PromptView[]) {
  const at = (...stages: string[]) => queue.filter(({ standing }) => stages.includes(standing))
  const [heard, due] = [at('heard'), at('due', 'reworded')]
  const ripe = heard.find(({ agreed }) => !agreed) ?? heard[0]
  const [first] = due
  const others = due.length - 1
  const more = others > 0 ? `, and so ${others === 1 ? 'is another' : `are ${others} others`}` : ''
  const agree = ripe && {
    command: `hjp ask ${ripe.number}`,
    why: `${headingOf(ripe)}: ${ripe.agreed ? 'you decided “not yet”' : 'everyone has answered, and nothing is agreed yet'}`,
  }
  const review = first && {
    command: `hjp ask ${first.number}`,
    why: `${headingOf(first)}: what you agreed is due for review${more}`,
  }
  return others >= heard.length ? [review, agree] : [agree, review]
}

/** The small thing to do together first, where it was agreed of late and is nobody's to do yet. */
const firstStep = ({ prompts, actions, today }: View): PromptView | undefined =>
  prompts.find(
    (prompt) =>
      prompt.id === FIRST_STEP &&
      prompt.agreed?.settled &&
      prompt.agreed.on !== undefined &&
      monthsOn(prompt.agreed.on, 6) > today &&
      !actions.some(({ about }) => about && isNamed(prompt, about)),
  )

/** Once they have met a few times, partners have something to say of how it goes. */
const isUnrated = ({ meetings, rounds, today }: View): boolean =>
  meetings.filter(isTold).length >= 3 && !rounds.some(({ on }) => monthsOn(on, 12) > today)
