import type { Person } from '../file/partner.ts'
import { questionsFor } from '../meeting/email.ts'
import { DECISION_WORDS, type Decision, decisionIn, WHICH_DECISION } from '../prompts/decisions.ts'
import { heldAgainst } from '../tools/serves.ts'
import { addressesOf, liaisonsOf } from '../view/addressees.ts'
import { allSaid } from '../view/answer-view.ts'
import type { PromptView, View } from '../view/view.ts'
import { copyLine, type FormCopy } from './copy.ts'

/** A prompt as it stands on a worksheet for one partner. */
export type WorksheetRow = Pick<PromptView, 'number' | 'topic' | 'ask' | 'why'> & {
  prompt: string
  /** What is agreed, where it asks whether that stands, and what else there is to know of it. */
  agreed?: WordsToConfirm & { about: string[] }
  /** The number of the prompt it follows, where that asks for a decision. */
  follows: string | undefined
  /** What it is held against. */
  beside: { label: string; words: string }[]
  /** What the others said. */
  others: { partner: string; said: string }[]
  /** What can be ticked, and the same as a question; what the partner itself said already: all of it, and beside what it ticked. */
  choices: Box[]
  which: string
  said: string
  rest: string
  /** There is nothing to write beside the boxes. */
  ticksOnly?: true
  /** The row of a table that it is a cell of. */
  row?: string
}

/** What is agreed as its clause reads, and who leads it. */
export type WordsToConfirm = { lead: string; words: string; leader: string | undefined }

/** Words to tick, and what they mean where they do not say it. */
export type Box = { words: string; ticked: boolean; means?: string }

/** Stands where nothing has been written yet. */
export const WRITE_HERE = '[Write here]'
/** Stands beside words to tick in a browser: what unticks them, and what calls the place beside them. */
export const BESIDE_BOXES = { none: 'No answer', words: 'In your words' }
/** Stands above the answers. */
export const YOUR_ANSWER = 'Your answer'

/** Minutes that a written answer takes. */
const MINUTES = 2

/**
 * The prompts named, or those that a partner has not been heard on, by the part. What the others said comes along only where
 * that is wished: an answer is freer without. Throws HjpError notAsked or nothingToAsk.
 */
export function worksheet(view: View, id: string, named: PromptView[], withOthers: boolean) {
  const partner = view.partners.find((each) => each.id === id)!
  const theirs = named.filter(({ voices }) => voices.some((voice) => voice.id === id))
  const topics = questionsFor(view, [partner], named.length > 0 && theirs.length === 0 ? named : theirs)
  const place = (prompt: PromptView): WorksheetRow => {
    const said = prompt.voices.find((voice) => voice.id === id)?.said ?? ''
    const { decision, rest } = prompt.decision ? decisionIn(said) : { decision: undefined, rest: said }
    const above = view.prompts.find((each) => each.id === prompt.under)
    return {
      prompt: prompt.id,
      number: prompt.number,
      topic: prompt.topic,
      ask: prompt.ask,
      why: prompt.why,
      follows: above?.decision ? above.number : undefined,
      beside: heldAgainst(view, prompt),
      others: withOthers
        ? allSaid(prompt).flatMap(({ id: by, partner, said }) => (by === id ? [] : [{ partner, said }]))
        : [],
      choices: prompt.decision ? decisionsToTick(decision) : [],
      which: prompt.decision ? WHICH_DECISION : '',
      said,
      rest,
    }
  }
  return sheetFor(view, { asks: 'prompts', partner: id }, byPart(view, topics, place), MINUTES)
}

/** As many as are answered in one sitting. */
const SITTING = 20

type Group = { title: string; places: WorksheetRow[] }

/** The places of some prompts, by the part. */
export const byPart = (
  view: View,
  topics: PromptView[],
  place: (prompt: PromptView) => WorksheetRow,
): Group[] =>
  view.parts.flatMap(({ id: part, title }) => {
    const places = topics.filter((topic) => topic.part === part).map(place)
    return places.length > 0 ? [{ title, places }] : []
  })

/** A form for one partner, each of whose places takes so many minutes. */
export const sheetFor = (view: View, copy: Omit<FormCopy, 'on'>, groups: Group[], minutes: number) => {
  const partner = view.partners.find(({ id }) => id === copy.partner)!
  const count = groups.reduce((sum, { places }) => sum + places.length, 0)
  return {
    partner,
    /** What it asks in place of prompts, if anything. */
    questionnaire: undefined,
    table: undefined as object | undefined,
    /** Nobody is to be known by it. */
    anonymous: false,
    /** It goes to the partner that it is for, and to nobody else. */
    recipients: addressesOf(liaisonsOf([partner])),
    count,
    many: count > SITTING,
    minutes: Math.max(5, Math.ceil((count * minutes) / 5) * 5),
    returned: sender(view, partner.id),
    /** What tells one copy of it from all others. */
    line: copyLine({ ...copy, on: view.today }),
    groups,
  }
}

const decisionsToTick = (chosen: Decision | undefined): Box[] =>
  Object.entries(DECISION_WORDS).map(([decision, words]) => ({ words, ticked: decision === chosen }))

/** Whom an answer goes back to: who keeps the file, else the first liaison of another partner, whoever has an address. */
const sender = ({ keeper, partners }: View, id: string): Pick<Person, 'name' | 'email'> | undefined =>
  keeper?.email
    ? keeper
    : liaisonsOf(partners.filter((partner) => partner.id !== id)).find(({ email }) => email)
