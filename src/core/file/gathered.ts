import type { Agreed, Answer, Partnership, Perspective, Proposal } from './partnership.ts'

/** What the file holds on a prompt, with what it holds on those that the prompt took the place of. */

const silent: Answer = {
  prompt: '',
  perspectives: [],
  agreed: undefined,
  parked: undefined,
  proposals: [],
  notes: [],
}

/** A prompt, as far as its answer has to know: its id, and the ids that its words may stand under in a file that is older. */
export type PromptIds = { id: string; was: string[] }

/** An empty answer where the file holds nothing. */
export function answerTo({ answers }: Pick<Partnership, 'answers'>, { id, was }: PromptIds): Answer {
  const under = (name: string) => answers.find(({ prompt }) => prompt === name)
  const others = was.flatMap((name) => under(name) ?? [])
  return others.reduce(together, under(id) ?? { ...silent, prompt: id })
}

/** All answers, each under the prompt that it is shown at. */
export function gathered(answers: Answer[], prompts: readonly PromptIds[]): Answer[] {
  const held = new Set(answers.map(({ prompt }) => prompt))
  const moved = prompts.filter(({ was }) => was.some((id) => held.has(id)))
  if (moved.length === 0) return answers
  const gone = moved.flatMap(({ was }) => was)
  const whole = (id: string) => moved.find((prompt) => prompt.id === id)
  return [
    ...answers.filter(({ prompt }) => !gone.includes(prompt)),
    ...moved.filter(({ id }) => !held.has(id)).map(({ id }) => ({ ...silent, prompt: id })),
  ].map((answer) => answerTo({ answers }, whole(answer.prompt) ?? { id: answer.prompt, was: [] }))
}

/** Two answers as one, to the first prompt. What is set aside in one of them waits beside what holds in the other. */
function together(one: Answer, other: Answer): Answer {
  const all = [one, other]
  const holding = all.filter(({ agreed, parked }) => agreed && !parked)
  const aside = holding.length > 0 ? all.filter(({ parked }) => parked) : []
  return {
    ...one,
    perspectives: other.perspectives.reduce(withVoice, one.perspectives),
    agreed: (holding.length > 0 ? holding : all).map(({ agreed }) => agreed).reduce(bothAgreed),
    parked: holding.length > 0 ? undefined : joined(one.parked, other.parked),
    proposals: [
      ...one.proposals,
      ...other.proposals,
      ...aside.map(({ agreed, parked }) => ({ ...waiting, text: joined(agreed?.text, parked)! })),
    ],
    notes: [...one.notes, ...other.notes],
  }
}

const waiting = {
  for: 'agreed' as const,
  partner: undefined,
  from: undefined,
  decision: undefined,
  lead: undefined,
  on: undefined,
  review: undefined,
}

function withVoice(voices: Perspective[], voice: Perspective): Perspective[] {
  const before = voices.find(({ partner }) => partner === voice.partner)
  if (!before?.said || !voice.said)
    return before?.said ? voices : [...voices.filter((each) => each !== before), voice]
  const both = { ...before, said: joined(before.said, voice.said), on: later(before.on, voice.on) }
  return voices.map((each) => (each === before ? both : each))
}

/** Agreed in two places, and so to be looked at again by the earlier of the days, and in the light of the question as it is now. */
function bothAgreed(one: Agreed | undefined, other: Agreed | undefined): Agreed | undefined {
  if (!one || !other) return one ?? other
  const { decision = other.decision, lead = other.lead } = one
  const { by, also } = whoBoth(one, other)
  return {
    ...one,
    decision,
    lead,
    by,
    also,
    text: joined(one.text, other.text)!,
    on: later(one.on, other.on),
    review: [one.review, other.review].filter(Boolean).toSorted()[0],
    wording: other.wording ?? one.wording,
  }
}

/** Who agreed to both; by then to the later, where it agreed to one on a day of its own. */
function whoBoth(one: Agreed, other: Agreed): Pick<Agreed, 'by' | 'also'> {
  const all = [one, other]
  const said = all.map(({ by }) => by).filter((by) => by.length > 0)
  const own = new Set(all.flatMap(({ also }) => also.map(({ partner }) => partner)))
  return {
    by: said[0]?.filter((id) => said.every((by) => by.includes(id))) ?? [],
    also: [...own].flatMap((partner) => {
      const [first, second] = all.map(
        ({ by, also, on = '' }) =>
          also.find((each) => each.partner === partner) ??
          (by.includes(partner) ? { partner, by: undefined, on } : undefined),
      )
      return first && second ? [second.on > first.on ? second : first] : []
    }),
  }
}

const joined = (one: string | undefined, other: string | undefined): string | undefined =>
  one && other && one !== other ? `${one.trimEnd()}\n\n${other}` : one || other
const later = (one: string | undefined, other: string | undefined): string | undefined =>
  [one, other].filter(Boolean).toSorted().at(-1)

/** The words that came back or were merged, and wait to be settled. */
export const unsettledIn = ({ proposals }: Answer): Proposal[] =>
  proposals.filter((each) => each.for !== 'talk' && each.from === undefined)
