import { sideOf } from '../prompts/prompts.ts'
import { liaisonsOf } from '../view/addressees.ts'
import { agreedText, type View } from '../view/view.ts'

const HEALTH_CHECK = 'what-we-do/referral-pathways/health-check'
const CONSENT = 'agreement-terms/client-consent'

/** What a protocol on sharing information settles, and the prompts that settle it. */
const SHARING: [question: string, prompt: string][] = [
  ['What may we share, and what do we hold back?', 'how-we-work/information'],
  ['Which laws and codes apply?', 'how-we-work/information/law'],
  ['How do people agree, set limits and change their minds?', CONSENT],
  ['What stays with the legal service, and who must report what?', 'agreement-terms/privilege-and-reporting'],
  ['Who collects, keeps and sees data?', 'learning/data-care'],
  ["Who makes decisions about a community's data?", 'agreement-terms/culture/data'],
  ['How long do we keep records?', 'how-we-work/information/records'],
  ['What do we do when something goes astray?', 'learning/data-care/breach'],
]

/** What holds where several services work on one matter, and the prompts that settle it. */
const JOINT: [question: string, prompt: string][] = [
  ['How do we run a matter together?', 'what-we-do/case-coordination/joint-cases'],
  ['What do we do when it is urgent?', 'health-systems/urgent-needs'],
  ['How does the person agree, set limits and take it back?', CONSENT],
]

/**
 * What forms have from the file: words that are agreed, whom a referral goes to, and what is known to be at risk. `shownIn` holds the
 * sections of the same document in which prompts stand already.
 */
export function forms(view: View, shownIn: Map<string, { name: string }>) {
  const { partners, prompts, contributions, funding, today } = view
  const agreed = (id: string) => agreedText(prompts, id)
  const answered = ([question, prompt]: [string, string]) => ({
    ...{ question, words: agreed(prompt) },
    section: shownIn.get(prompt)?.name,
  })
  const liaisons = liaisonsOf(partners.filter((partner) => sideOf(partner) === 'legal')).filter(
    ({ name }) => name,
  )
  return {
    healthCheck: agreed(HEALTH_CHECK),
    consent: shownIn.has(CONSENT) ? undefined : agreed(CONSENT),
    lawyers: liaisons.map(({ name, phone, email }) => ({ name, phone, email })),
    sharing: SHARING.map(answered),
    joint: JOINT.map(answered),
    /** Who of each partner to call where something is stuck or urgent. */
    callers: partners.map(({ name, people }) => {
      const callable = people.filter(({ name: who, phone, email }) => who && (phone || email))
      const who = ['escalation', 'liaison'].flatMap((role) => callable.filter((each) => each.role === role))
      return { name, who: who.slice(0, 2).map(({ name, phone, email }) => ({ name, reach: phone ?? email })) }
    }),
    risks: [
      ...funding
        .filter(({ until = '' }) => until >= today)
        .map(({ source, until }) => ({ what: source, until })),
      ...contributions.flatMap(({ what, gap }) =>
        gap ? [{ what: `${what}: ${gap}`, until: undefined }] : [],
      ),
      ...partners
        .filter(({ people }) => !people.some(({ role, name }) => role === 'deputy' && name))
        .map(({ name }) => ({ what: `Nobody to fill in for the liaison at ${name}`, until: undefined })),
    ],
  }
}
