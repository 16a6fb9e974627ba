import { inARow } from '../../text.ts'
import { isHeld, nextMeeting } from '../meeting/meetings.ts'
import { newcomerNamed } from '../meeting/newcomer.ts'
import { GOAL, PROBLEM } from '../meeting/queue.ts'
import { clauseText } from '../prompts/clause-words.ts'
import { isTerm, type Prompt } from '../prompts/prompts.ts'
import { firstSentences } from '../tools/first-sentences.ts'
import { liaisonsOf } from '../view/addressees.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import { inFileName } from '../view/which.ts'
import { awaits } from '../view/who-agreed.ts'
import { glossary, LANGUAGE } from './glossary.ts'

/** What tells how we work, of which a newcomer hears the beginning. */
const HOW_WE_WORK = ['how-we-work/meetings', 'how-we-work/decisions', 'how-we-work/contact']

/** What has a place of its own. */
const TOLD = [PROBLEM, GOAL, ...HOW_WE_WORK]

/** What the others need to hear from who is new: questions that are theirs to answer, and no one else's. */
const FROM_YOU = [
  'getting-to-know/people',
  'getting-to-know/service',
  'getting-to-know/duties',
  'getting-to-know/history',
  'getting-to-know/communication',
  'what-we-can-achieve/what-each-brings',
]

/** Milestones that are told, and words that are explained. */
const REACHED = 4
const WORDS = 4

/** What a newcomer needs to know of a partnership, and what the others need to hear from it. What is not agreed is left out, and named to the keeper. */
export function welcome(view: View, called: string) {
  const newcomer = newcomerNamed(view, called)
  const { id } = newcomer
  const agreed = view.prompts.filter((prompt) => isAgreed(prompt) && isTerm(prompt))
  const others = view.partners.filter((partner) => partner.id !== id)
  const isIn = view.partners.some((partner) => partner.id === id)
  const unconfirmed = isIn ? agreed.filter((prompt) => awaits(prompt, id!)) : agreed
  const [problem, goal] = [PROBLEM, GOAL].map((name) => agreed.find((prompt) => prompt.id === name))
  const asked = view.prompts.filter(
    (prompt) => FROM_YOU.includes(prompt.id) && prompt.asked && !prompt.parked,
  )
  return {
    newcomer: { ...newcomer, isIn, inFileName: id ?? inFileName(newcomer.name) },
    others: others.map(({ name, people }) => ({
      name,
      people: people.filter(({ role, name }) => name && (role === 'liaison' || role === 'deputy')),
    })),
    why: [
      ...(problem ? [{ label: 'The problem we want to solve', words: clauseText(problem) }] : []),
      ...(goal ? [{ label: 'Our goal', words: clauseText(goal) }] : []),
    ],
    story: storyOf(view, agreed),
    inShort: view.parts.flatMap(({ id: part, title }) => {
      const rows = agreed
        .filter(
          (each) =>
            each.part === part && each.core && (each.essential || each.activity) && !TOLD.includes(each.id),
        )
        .map((each) => ({ topic: each.topic, words: beginningOf(each) }))
      return rows.length > 0 ? [{ title, rows }] : []
    }),
    howWeWork: HOW_WE_WORK.flatMap((name) => {
      const prompt = agreed.find((each) => each.id === name)
      return prompt ? [{ topic: prompt.topic, words: beginningOf(prompt) }] : []
    }),
    next: nextMeeting(view, view.today),
    words: glossary(agreed.map(clauseText), view, '').slice(0, WORDS),
    language: agreed.find((prompt) => prompt.id === LANGUAGE)?.agreed?.text,
    questions: asked.filter(({ voices }) => !voices.some((voice) => voice.id === id && voice.said)),
    toConfirm: unconfirmed.length,
    /** Whether it has agreed to nothing yet. */
    isNew: unconfirmed.length === agreed.length,
    callers: liaisonsOf(others).filter(({ name }) => name),
    lacks: [
      { prompt: problem, id: PROBLEM, topic: 'the shared problem' },
      { prompt: goal, id: GOAL, topic: 'the shared goal' },
    ].flatMap(({ prompt, id, topic }) =>
      prompt || isAside(view, id) ? [] : [{ topic, command: commandFor(view, id) }],
    ),
  }
}

const isAside = ({ prompts }: View, id: string): boolean =>
  prompts.some((prompt) => prompt.id === id && prompt.parked)

const commandFor = ({ prompts }: View, id: Prompt['id']): string =>
  `hjp ask ${prompts.find((prompt) => prompt.id === id)!.number}`

/** The first sentence, with the list that it leads to on the same line. */
const beginningOf = (prompt: PromptView): string =>
  firstSentences(
    clauseText(prompt).replace(
      /^([^\n]*:)\n+- (.*)/s,
      (_, lead: string, items: string) => `${lead} ${inARow(items.split('\n- '))}`,
    ),
    1,
  )

/** When it began, how often we met, and what was reached since, the last first. */
function storyOf(view: View, agreed: PromptView[]) {
  const days = agreed.flatMap(({ agreed }) => agreed?.on ?? []).toSorted()
  const held = view.meetings.filter((meeting) => meeting.on <= view.today && isHeld(view, meeting))
  return {
    begun: days[0],
    meetings: held.length,
    history: agreed.find(({ id }) => id === 'getting-to-know/history')?.agreed?.text,
    reached: view.milestones
      .filter(({ done }) => done)
      .toSorted((a, b) => (a.done! < b.done! ? 1 : -1))
      .slice(0, REACHED)
      .map(({ what, done }) => ({ what, done })),
  }
}
