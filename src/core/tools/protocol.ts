import { withoutFew } from '../values/small-numbers.ts'
import { OTHER } from '../values/units.ts'
import type { View } from '../view/view.ts'

/** What staff ring each of them for. */
const FOR = {
  liaison: 'Questions about this work',
  deputy: 'The same, when the liaison is away',
  escalation: 'What is stuck, or cannot wait',
} as const

const TRAINING = 'what-we-do/training'

/** What staff of every partner need at hand: whom to ring, when they train together, and what those they serve have changed. */
export function protocol({ partners, prompts, actions, milestones }: View) {
  const training = prompts
    .filter(({ id, under }) => id === TRAINING || under === TRAINING)
    .flatMap(({ id, number }) => [id, number])
  return {
    desks: partners.map(({ name, people }) => ({
      name,
      rows: (['liaison', 'deputy', 'escalation'] as const).flatMap((role) =>
        people.filter((person) => person.role === role).map((person) => ({ ...person, what: FOR[role] })),
      ),
      lacks: (['liaison', 'escalation'] as const)
        .filter((role) => !people.some((person) => person.role === role))
        .map((role) => ({ what: FOR[role] })),
    })),
    sessions: [
      ...milestones.map(({ lead, end, ...row }) => ({ ...row, who: lead, on: end })),
      ...actions.map(({ due, ...row }) => ({ ...row, on: due })),
    ]
      .filter(({ open, on, about }) => open && on && about && training.includes(about))
      .map(({ what, who, on }) => ({ what, who, on }))
      .toSorted((a, b) => (a.on! < b.on! ? -1 : 1)),
    wishes: actions
      .filter((action) => action['asked-by'] && !action.dropped)
      .map(({ what, due, done, ...action }) => ({
        what,
        by: withoutFew(action['asked-by']!, OTHER),
        due,
        done,
      })),
  }
}
