import { saysAlike, stampOf } from '../../ooxml/stamps.ts'
import { type Edit, type EditStep, listEdits, withEdits } from '../file/edits.ts'
import { answerTo } from '../file/gathered.ts'
import { type Answer, type Note, type Partnership, type Proposal, proposalsFor } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { blankPrompt } from '../prompts/blank-prompt.ts'
import { type Part, type Prompt, promptsOf } from '../prompts/prompts.ts'
import { inWords } from '../prompts/vocabulary.ts'
import { ALLOWED } from '../values/column.ts'
import type { Write } from './enter.ts'

/** What one partner said to a prompt, on a day. */
export const recordPerspective = (
  parts: Part[],
  prompt: Prompt,
  partner: string,
  said: string,
  on: string,
): Write =>
  Object.assign(
    recorded(parts, prompt, (answer, at) => [
      ...(answer.perspectives.some((each) => each.partner === partner && each.said === said)
        ? []
        : [{ at: [...at, 'perspectives', { partner }], value: { said, on } }]),
      ...withoutProposals(answer, at, proposalsFor(answer, partner)),
    ]),
    { beside: recordProposal(parts, prompt, { partner, for: 'said', text: said, on }) },
  )

/** Takes out what one partner said to a prompt, and the room for it stays. */
export const recordUnsaid = (parts: Part[], prompt: Prompt, partner: string): Write =>
  recorded(parts, prompt, ({ perspectives }, at) => {
    const was = perspectives.find((each) => each.partner === partner)
    const place = [...at, 'perspectives', { partner }]
    return was?.said ? [{ at: [...place, 'said'], value: null }, ...without(was, place, ['on', ALLOWED])] : []
  })

const without = (row: object, at: EditStep[], keys: string[]): Edit[] =>
  keys.flatMap((key) => (key in row ? [{ at: [...at, key], out: true }] : []))

/** Takes out the proposals that are settled by what is written now. */
export function withoutProposals({ proposals }: Answer, at: EditStep[], gone: Proposal[]): Edit[] {
  const left = proposals.filter((each) => !gone.includes(each))
  return gone.length === 0 ? [] : listEdits([...at, 'proposals'], left.map(withoutBlanks))
}

/** Words that came back from a partner, with no more than that. */
type Returned = Pick<Proposal, 'partner' | 'for' | 'text' | 'on'> & Partial<Pick<Proposal, 'decision'>>

/** Whether the same words of a partner wait there already. */
export const isWaiting = ({ proposals }: Answer, proposal: Omit<Returned, 'on'>): boolean =>
  proposals.some(
    (each) =>
      each.partner === proposal.partner &&
      each.for === proposal.for &&
      (proposal.for === 'agreed'
        ? stampOf(each.text) === stampOf(proposal.text)
        : saysAlike(each.text, proposal.text)),
  )

/** Words that came back from a partner and wait to be settled. Those that are there already are not written twice. */
export const recordProposal = (parts: Part[], prompt: Prompt, proposal: Returned): Write =>
  recorded(parts, prompt, (answer, at) =>
    isWaiting(answer, proposal)
      ? []
      : [{ at: [...at, 'proposals', answer.proposals.length], value: withoutBlanks(proposal) }],
  )

/** Whether two notes are one, that came in twice. */
export const isSameNote = (one: Note, other: Note): boolean =>
  one.partner === other.partner && saysAlike(one.text, other.text)

/** What a partner remarked beside an answer. */
export const recordNote = (parts: Part[], prompt: Prompt, note: Note): Write =>
  recorded(parts, prompt, ({ notes }, at) =>
    notes.some((each) => isSameNote(each, note))
      ? []
      : [{ at: [...at, 'notes', notes.length], value: withoutBlanks(note) }],
  )

/** Edits of the answer to a prompt, which makes room for it where the file has none. */
export const recorded =
  (
    parts: Part[],
    prompt: Prompt,
    editsFor: (answer: Answer, at: EditStep[], partnership: Partnership) => Edit[],
  ): Write =>
  (partnership) => {
    const edits = editsFor(answerTo(partnership, prompt), placeIn(partnership, prompt), partnership)
    return edits.length === 0 ? [] : gathering(parts, prompt, partnership, edits)
  }

/** Brings together what stands under a prompt and under those that it took the place of. */
export const recordGathered =
  (parts: Part[], prompt: Prompt): Write =>
  (partnership) =>
    partnership.answers.some((each) => prompt.was.includes(each.prompt))
      ? gathering(parts, prompt, partnership, [])
      : []

const placeIn = ({ answers }: Partnership, { id }: Prompt): EditStep[] =>
  answers.some(({ prompt }) => prompt === id) ? ['answers', { prompt: id }] : []

/**
 * Makes room for the prompt where the file has none, and brings there first what stands under those that it took the place of,
 * so that what is written is written over all that is shown.
 */
function gathering(parts: Part[], prompt: Prompt, partnership: Partnership, edits: Edit[]): Edit[] {
  const at = placeIn(partnership, prompt)
  const others = partnership.answers.filter((each) => prompt.was.includes(each.prompt))
  const all = [...(others.length > 0 ? answerEdits(answerTo(partnership, prompt), at) : []), ...edits]
  const gone = others.map((each): Edit => ({ at: ['answers', { prompt: each.prompt }], out: true }))
  if (at.length > 0) return [...all, ...gone]
  const room = roomFor(prompt, partnership, parts)
  return [{ ...room, value: withEdits(room.value, all) }, ...gone]
}

/** All that an answer is, in one place. */
const answerEdits = ({ perspectives, agreed, parked, proposals, notes }: Answer, at: EditStep[]): Edit[] => [
  ...perspectives.flatMap(({ partner, ...voice }) =>
    voice.said ? [{ at: [...at, 'perspectives', { partner }], value: withoutBlanks(voice) }] : [],
  ),
  ...(agreed ? [{ at: [...at, 'agreed'], value: withoutBlanks(agreed) }] : []),
  ...(parked ? [{ at: [...at, 'parked'], value: parked }] : []),
  ...(proposals.length > 0 ? listEdits([...at, 'proposals'], proposals.map(withoutBlanks)) : []),
  ...(notes.length > 0 ? listEdits([...at, 'notes'], notes.map(withoutBlanks)) : []),
]

/** Before the first prompt in the file that comes later in the catalogue. */
function roomFor(prompt: Prompt, partnership: Partnership, parts: Part[]) {
  const catalogue = promptsOf(parts).map(({ id }) => id)
  const place = catalogue.indexOf(prompt.id)
  const before = partnership.answers.findIndex((answer) => catalogue.indexOf(answer.prompt) > place)
  return {
    at: ['answers', { prompt: prompt.id }],
    ...blankPrompt(
      prompt,
      partnership.partners.filter(({ left }) => left === undefined),
      inWords(partnership),
    ),
    ...(before >= 0 && { before }),
  }
}
