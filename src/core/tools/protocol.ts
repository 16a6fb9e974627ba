import { isAgreed, type View } from '../view/view.ts'
import { firstSentences } from './first-sentences.ts'
import { wishesIn } from './wishes.ts'

/** Who staff call: with a question, when the first is away, and about anything stuck or urgent. */
const ROLES = ['liaison', 'deputy', 'escalation'] as const

const TRAINING = 'what-we-do/training'
const CONSENT = 'agreement-terms/client-consent'

/** Sentences that staff take in at a glance. */
const GLANCE = 2

/** What staff of every partner need at hand: who to call, when they train together, and what those they serve have changed. */
export function protocol({ partners, prompts, actions, milestones }: View) {
  const training = prompts
    .filter(({ id, under }) => id === TRAINING || under === TRAINING)
    .flatMap(({ id, number }) => [id, number])
  const wishes = wishesIn(actions)
  const consent = prompts.find((prompt) => prompt.id === CONSENT && isAgreed(prompt))
  const aside = prompts.filter(({ parked }) => parked).map(({ id }) => id)
  return {
    /** What has no place on a page to pin up: neither its clause nor a heading over nothing. */
    omits: aside,
    urgent: !aside.includes('health-systems/urgent-needs'),
    voice: !aside.includes('health-systems/patient-voice') || wishes.length > 0,
    callers: partners.map(({ id, name, people }) => ({
      name,
      roles: ROLES.map((role) => ({
        partner: id,
        role,
        people: people
          .filter((person) => person.role === role)
          .map((person) => ({ ...person, row: `${id}/${role}` })),
        /** A deputy there may be; somebody to call there must. */
        missing: role !== 'deputy' && !people.some((person) => person.role === role),
      })),
    })),
    consent: consent && firstSentences(consent.agreed!.text, GLANCE),
    sessions: [
      ...milestones.map(({ lead, end, ...row }) => ({ ...row, who: lead, on: end })),
      ...actions.map(({ due, ...row }) => ({ ...row, on: due })),
    ]
      .filter(({ open, on, about }) => open && on && about && training.includes(about))
      .map(({ what, who, on }) => ({ what, who, on }))
      .toSorted((a, b) => (a.on! < b.on! ? -1 : 1)),
    wishes,
  }
}
