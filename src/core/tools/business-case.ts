import { asked, FINDING_A_PARTNER, FIRST_STEP } from '../prompts/prompts.ts'
import { monthsOn } from '../values/day.ts'
import { printable } from '../values/small-numbers.ts'
import { liaisonsOf } from '../view/addressees.ts'
import { pointToTell } from '../view/privacy.ts'
import { unitOf } from '../view/unit.ts'
import type { PromptView, View } from '../view/view.ts'
import { toAddPerson } from './to-fill.ts'

/** What a first page says, in this order: prompts of finding a partner, each with the later one that says it better once it is agreed. */
const SECTIONS: { title: string; points: string[][] }[] = [
  {
    title: 'What we see',
    points: [
      ['need', 'common-ground/shared-problem'],
      ['baseline'],
      ['who-to-reach', 'common-ground/who-misses-out'],
      ['services-already-used'],
    ],
  },
  { title: 'What would be different', points: [['difference', 'what-we-can-achieve/client-difference']] },
  {
    title: 'What each side could bring',
    points: [
      ['legal-help'],
      ['needs-it-meets'],
      ['legal-needs-seen'],
      ['health-offer'],
      ['value-to-partner', 'what-we-can-achieve/why-together'],
    ],
  },
  { title: 'A small first step', points: [['first-steps']] },
]

/** Months after which a first step has been taken, or never will be. */
const YEAR = 12

/** What a service tells another that it would like to work with. What nobody has said yet is left out, and named to the keeper. */
export function businessCase(view: View) {
  const shown = view.prompts.filter(({ part, private: hidden }) => part === FINDING_A_PARTNER && !hidden)
  const isOurs = (prompt: PromptView) => asked(prompt, view.partners).length > 0
  const isPast = ({ id, agreed }: PromptView) =>
    id === FIRST_STEP && agreed?.on !== undefined && monthsOn(agreed.on, YEAR) <= view.today
  const sections = SECTIONS.map(({ title, points }) => ({
    title,
    points: points.flatMap(([name, ...later]) => {
      const prompt = shown.find(({ id }) => id === `${FINDING_A_PARTNER}/${name}`)
      return prompt && isOurs(prompt) && !isPast(prompt) ? [pointOf(view, prompt.id, later)] : []
    }),
  }))
  const callers = view.partners.map(({ id, name, people }) => ({
    ...{ id, name },
    people: liaisonsOf([{ people }]).filter((person) => person.name),
  }))
  return {
    told: sections
      .map(({ title, points }) => ({ title, points: points.filter(isTold), only: points.length === 1 }))
      .filter(({ points }) => points.length > 0),
    callers: callers.filter(({ people }) => people.length > 0),
    questions: shown.filter((prompt) => !isOurs(prompt)).slice(0, 3),
    lacks: [
      ...sections.flatMap(({ points }) => points.filter((point) => !isTold(point) && !point.aside)),
      ...callers
        .filter(({ people }) => people.length === 0)
        .map(({ id, name }) => ({
          topic: `Who to call at ${name}`,
          command: toAddPerson(id, 'liaison'),
        })),
    ],
  }
}

type Point = ReturnType<typeof pointOf>

const isTold = ({ words, baseline }: Point): boolean => words !== undefined || baseline.length > 0

function pointOf(view: View, id: string, later: string[]) {
  const point = pointToTell(view, [id, ...later])!
  return {
    ...point,
    several: point.words?.includes('\n') ?? false,
    baseline: id === `${FINDING_A_PARTNER}/baseline` && !point.words ? baseline(view) : [],
  }
}

/** What is measured, and where it stood. */
const baseline = ({ indicators, locale }: View) =>
  indicators.flatMap((indicator) => {
    const { measure, baseline, source } = indicator
    return baseline ? [{ measure, baseline: printable(baseline, unitOf(indicator), locale), source }] : []
  })
