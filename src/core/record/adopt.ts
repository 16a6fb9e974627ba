import { paragraphStamp } from '../file/adopted-words.ts'
import { type Edit, listEdits } from '../file/edits.ts'
import { adoptedIn, type Partnership } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import type { Decision } from '../prompts/decisions.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { recorded } from './answer.ts'
import type { Write } from './enter.ts'

/** An agreement that the partners had before: its name, and of each of its clauses the paragraphs, and what above them leads to them. */
export type OldAgreement = { document: string; clauses: { paragraphs: string[]; leads: string[] }[] }

/** The paragraphs that went to a prompt, as stamps, and what they decide. */
export type Placed = { stamps: ReadonlySet<string>; decision?: Decision | undefined }
/** Where the paragraphs of an agreement went, by the ids of the prompts. */
export type Placement = ReadonlyMap<string, Placed>

/** What is known of an agreement that the partners had before: of the last that was taken in where none is named. */
export const adoptedRow = (
  { adopted }: Pick<Partnership, 'adopted'>,
  document = adopted.at(-1)?.document,
): Partnership['adopted'][number] | undefined => adopted.find((each) => each.document === document)

/** Where the paragraphs of a document went, as the file has it. */
export function placementIn(partnership: Partnership, document: string): Placement {
  const { clauses = {} } = adoptedRow(partnership, document) ?? {}
  return new Map(
    Object.entries(clauses).map(([prompt, stamps]) => {
      const waiting = partnership.answers.filter((answer) => answer.prompt === prompt).flatMap(adoptedIn)
      const decision = waiting.find(({ from }) => from === document)?.decision
      return [prompt, { stamps: new Set(stamps.split(' ')), decision }]
    }),
  )
}

/** The paragraphs of some clauses in their order, and what leads to several of them once. */
export function ledParagraphs(clauses: OldAgreement['clauses']): string[][] {
  let before: string[] = []
  return clauses.map(({ leads, paragraphs }) => {
    const fresh = leads.filter((each) => !before.includes(each))
    before = leads
    return [...fresh, ...paragraphs]
  })
}

/** What an agreement says at the places of some stamps, in its own order. What leads to words stands only where they do. */
export function wordsAt({ clauses }: OldAgreement, stamps: ReadonlySet<string>): string {
  const there = (all: string[]) => all.filter((each) => stamps.has(paragraphStamp(each)))
  const said = clauses.map(({ leads, paragraphs }) => ({
    leads: there(leads),
    paragraphs: there(paragraphs),
  }))
  return ledParagraphs(said.filter(({ paragraphs }) => paragraphs.length > 0))
    .map((each) => each.join('\n'))
    .join('\n\n')
}

/**
 * Writes down where the paragraphs of an agreement go, on a day, in place of where they went before: its words wait at these prompts for the
 * partners to agree. What they have agreed since stays as it is.
 */
export function recordAdopted(
  parts: Part[],
  old: OldAgreement,
  placement: ReadonlyMap<Prompt, Placed>,
  on: string,
): Write[] {
  return [...placement].flatMap(([prompt, placed]) => [
    recordWaiting(parts, prompt, old, placed, on),
    recordPlace(prompt, old, placed, on),
  ])
}

const recordWaiting = (
  parts: Part[],
  prompt: Prompt,
  old: OldAgreement,
  { stamps, decision }: Placed,
  on: string,
): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { document } = old
    const text = wordsAt(old, stamps)
    const before = placementIn(partnership, document).get(prompt.id)
    const n = answer.proposals.findIndex(({ from }) => from === document)
    const isSettled = n < 0 && before !== undefined && inOrder(before.stamps) === inOrder(stamps)
    if (isSettled || (n < 0 && text === '')) return []
    if (text === '')
      return listEdits([...at, 'proposals'], answer.proposals.toSpliced(n, 1).map(withoutBlanks))
    const proposal = withoutBlanks({ from: document, for: 'agreed', text, decision, on })
    return [{ at: [...at, 'proposals', n < 0 ? answer.proposals.length : n], value: proposal }]
  })

const recordPlace =
  (prompt: Prompt, { document }: OldAgreement, { stamps }: Placed, on: string): Write =>
  (partnership) => {
    const row = adoptedRow(partnership, document)
    const at = ['adopted', { document }]
    const place = [...at, 'clauses', prompt.id]
    const isThere = row?.clauses[prompt.id] !== undefined
    if (stamps.size === 0) return isThere ? [{ at: place, out: true }] : []
    return [...(row ? [] : [{ at, value: { on } } satisfies Edit]), { at: place, value: inOrder(stamps) }]
  }

/** The paragraphs of a document that are to go nowhere. */
export const leftOutOf = (partnership: Partnership, document: string): ReadonlySet<string> =>
  new Set(adoptedRow(partnership, document)?.left?.split(' '))

/** Writes down that paragraphs of an agreement are to go nowhere, so that nobody is asked about them again. */
export const recordLeftOut =
  ({ document }: OldAgreement, stamps: ReadonlySet<string>, on: string): Write =>
  (partnership) => {
    const before = leftOutOf(partnership, document)
    const all = new Set([...before, ...stamps])
    if (all.size === before.size) return []
    const at = ['adopted', { document }]
    return [
      ...(adoptedRow(partnership, document) ? [] : [{ at, value: { on } }]),
      { at: [...at, 'left'], value: inOrder(all) },
    ]
  }

const inOrder = (stamps: ReadonlySet<string>): string => [...stamps].sort().join(' ')

/** What an agreement says of partners, by their ids. */
export type TakenFacts = ReadonlyMap<
  string,
  { [fact in 'short' | 'registration' | 'address']?: string | undefined }
>

/** Writes down what an agreement says of partners, where the file does not say it yet. */
export const recordFacts = (facts: TakenFacts): Write[] =>
  [...facts].map(([id, told]) => ({ partners }) => {
    const there = withoutBlanks(partners.find((partner) => partner.id === id) ?? {})
    const fresh = Object.entries(withoutBlanks(told)).filter(([name]) => there[name] === undefined)
    return fresh.length > 0 ? [{ at: ['partners', { id }], value: Object.fromEntries(fresh) }] : []
  })
