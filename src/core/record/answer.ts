import { stampOf } from '../../ooxml/stamps.ts'
import { type Edit, type EditStep, listEdits, withEdits } from '../file/edits.ts'
import { answerTo } from '../file/gathered.ts'
import { agreedBy, membersOn } from '../file/members.ts'
import {
  type Agreed,
  type Answer,
  type Note,
  type Partnership,
  type Proposal,
  proposalsFor,
  talksIn,
} from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { blankPrompt } from '../prompts/blank-prompt.ts'
import { type Part, type Prompt, promptsOf } from '../prompts/prompts.ts'
import { inWords } from '../prompts/vocabulary.ts'
import { ALLOWED } from '../values/column.ts'
import type { Write } from './enter.ts'

/** What the partners have settled on, as it is told to hjp. */
export type Agreement = {
  decision?: Agreed['decision']
  text: string
  /** Null takes away the lead or the review date that was set before. */
  lead?: string | null | undefined
  on: string
  review?: string | null | undefined
  /** The ids of who agreed; without it, all who are in on that day. */
  by?: string[] | undefined
}

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
      ...settled(answer, at, proposalsFor(answer, partner)),
    ]),
    { beside: recordProposal(parts, prompt, { partner, for: 'said', text: said, on }) },
  )

/** What the partners settled on. A review date that has passed goes, unless a new one is given; and what is agreed is no longer parked. */
export const recordAgreement = (parts: Part[], prompt: Prompt, agreed: Agreement): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { decision, text, lead, on, review, by = membersOn(partnership, on).map(({ id }) => id) } = agreed
    const was = answer.agreed
    const isListed = was !== undefined && was.by.length > 0
    const isPast = was?.review !== undefined && was.review <= on
    const value = {
      ...(decision && { decision }),
      text,
      ...(lead ? { lead } : lead === null && was?.lead && { lead }),
      ...(!isListed && { by }),
      on,
      ...(review ? { review } : (isPast || (review === null && was?.review)) && { review: null }),
      wording: prompt.wording,
    }
    return [
      { at: [...at, 'agreed'], value },
      ...(isListed ? listEdits([...at, 'agreed', 'by'], by) : []),
      ...(answer.parked ? [{ at: [...at, 'parked'], value: null }] : []),
      ...settled(answer, at, [...proposalsFor(answer), ...talksIn(answer)]),
    ]
  })

/** That these partners agree too to what is settled on a prompt, and need not talk about it any more. Nothing where nothing is. */
export const recordAgrees = (parts: Part[], prompt: Prompt, partners: string[]): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { agreed } = answer
    if (!agreed) return []
    const by = agreedBy(agreed, partnership)
    const more = partners.filter((id) => !by.includes(id))
    const all = [...by, ...more]
    const talked = talksIn(answer).filter(({ partner }) => partners.includes(partner ?? ''))
    const wait = settled(answer, at, talked)
    if (more.length === 0) return wait
    return agreed.by.length > 0
      ? [...listEdits([...at, 'agreed', 'by'], all), ...wait]
      : [{ at: [...at, 'agreed'], value: { by: all } }, ...wait]
  })

/** Takes out what one partner said to a prompt, and the room for it stays. */
export const recordUnsaid = (parts: Part[], prompt: Prompt, partner: string): Write =>
  recorded(parts, prompt, ({ perspectives }, at) => {
    const was = perspectives.find((each) => each.partner === partner)
    const place = [...at, 'perspectives', { partner }]
    return was?.said ? [{ at: [...place, 'said'], value: null }, ...without(was, place, ['on', ALLOWED])] : []
  })

/** Takes out what is agreed on a prompt, with all that goes with it, and the room for it stays. */
export const recordNotAgreed = (parts: Part[], prompt: Prompt): Write =>
  recorded(parts, prompt, ({ agreed }, at) =>
    agreed
      ? [
          { at: [...at, 'agreed'], out: true },
          { at: [...at, 'agreed'], value: null },
        ]
      : [],
  )

const without = (row: object, at: EditStep[], keys: string[]): Edit[] =>
  keys.flatMap((key) => (key in row ? [{ at: [...at, key], out: true }] : []))

/** Takes out the proposals that are settled by what is written now. */
function settled({ proposals }: Answer, at: EditStep[], gone: Proposal[]): Edit[] {
  const left = proposals.filter((each) => !gone.includes(each))
  return gone.length === 0 ? [] : listEdits([...at, 'proposals'], left.map(withoutBlanks))
}

/** Words that came back from a partner, with no more than that. */
type Returned = Pick<Proposal, 'partner' | 'for' | 'text' | 'on'>

/** Whether the same words of a partner wait there already. */
export const isWaiting = ({ proposals }: Answer, proposal: Omit<Returned, 'on'>): boolean =>
  proposals.some(
    (each) =>
      each.partner === proposal.partner &&
      each.for === proposal.for &&
      stampOf(each.text) === stampOf(proposal.text),
  )

/** Words that came back from a partner and wait to be settled. Those that are there already are not written twice. */
export const recordProposal = (parts: Part[], prompt: Prompt, proposal: Returned): Write =>
  recorded(parts, prompt, (answer, at) =>
    isWaiting(answer, proposal)
      ? []
      : [{ at: [...at, 'proposals', answer.proposals.length], value: withoutBlanks(proposal) }],
  )

/** What a partner remarked beside an answer. */
export const recordNote = (parts: Part[], prompt: Prompt, note: Note): Write =>
  recorded(parts, prompt, ({ notes }, at) =>
    notes.some((each) => each.partner === note.partner && each.text === note.text)
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
