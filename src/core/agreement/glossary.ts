import { capital } from '../../errors.ts'
import type { View } from '../view/view.ts'

/** The prompt on which partners say what they mean by their words. */
export const LANGUAGE = 'getting-to-know/language'

type GlossaryEntry = { word: string; means: string }

/** Words of the field with what they usually mean. The first is the one explained; the others are said for it too. */
const MEANINGS: [words: string[], means: string][] = [
  [
    ['secondary consultation', 'advice between staff'],
    'Advice from a worker in one service to a worker in another, to help the one who asks support their own client. The adviser does not take the client on.',
  ],
  [
    ['warm referral', 'warm handover'],
    'A referral in which the worker brings the client and the other service together, in person or on a call, rather than just handing over a number.',
  ],
  [
    ['case coordination', 'care coordination'],
    'Planning together what several services do for one person, so that the person does not have to hold it all together alone.',
  ],
  [['joint advocacy'], 'Speaking up together for a change in a law, a policy or the way a service works.'],
  [
    ['privilege'],
    "The law's protection of what people say in confidence to get legal advice, and of the advice itself.",
  ],
  [
    ['conflict of interest', 'conflicts of interest', 'conflict check'],
    'A reason why a legal service cannot act for someone, such as already acting for a person on the other side.',
  ],
  [
    ['mandatory report', 'mandatory reporting', 'duty to report', 'duties to report'],
    'A legal duty to tell an authority about certain kinds of harm or danger.',
  ],
  [
    ['legal health check'],
    'A few everyday questions that show whether someone may have a problem the law can help with.',
  ],
  [
    ['de-identified', 'deidentified'],
    'With names, and anything else that could identify someone, taken out.',
  ],
  [['lived experience'], 'Knowing what this work is about from having been through it.'],
  [
    ['trauma-informed'],
    'Done with care for how past harm can affect what people are able to say, hear and cope with.',
  ],
  [['in kind'], 'Given as time, rooms or equipment rather than money.'],
  [['pro bono'], 'Legal work done without charge.'],
  [['professional indemnity'], 'Insurance that covers loss caused by mistaken professional advice or care.'],
]

/** What a partnership, or its country, has words of its own for; and what these are called elsewhere. */
const OWN: Record<string, [means: string, elsewhere: string]> = {
  client: ['A person the partners help.', 'client'],
  partnership: ['What the partners do together under this document.', 'health justice partnership'],
  mou: ['This document.', 'memorandum of understanding'],
}

/**
 * What the words of an agreement mean, those of this partnership first: only words that stand in its clauses, and none of which the
 * partners have said themselves what they mean by it.
 */
export function glossary(
  clauses: string[],
  { terms }: Pick<View, 'terms'>,
  explained: string,
): GlossaryEntry[] {
  const [text, known] = [clauses.join('\n'), explained].map(spacedWords) as [string, string]
  const isPlural = (key: string) => key.endsWith('s') && key.slice(0, -1) in terms
  const own = Object.entries(terms).flatMap(([key, word]): GlossaryEntry[] => {
    const [means, elsewhere] = OWN[key] ?? ['', key]
    const isShown = !isPlural(key) && word !== elsewhere && stands(word, text) && !stands(word, known)
    return isShown ? [{ word: capital(word), means: `${means} Elsewhere: ${elsewhere}.`.trim() }] : []
  })
  const field = MEANINGS.flatMap(([words, means]): GlossaryEntry[] => {
    const used = words.find((word) => stands(word, text))
    return used && !words.some((word) => stands(word, known)) ? [{ word: capital(used), means }] : []
  })
  return [...own, ...field.toSorted((a, b) => (a.word < b.word ? -1 : 1))]
}

/** The words of a text, however they are joined and cased, each between spaces. */
const spacedWords = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `

/** Whether a word, or more than one of what it names, is in a text. */
export const isNamedIn = (word: string, text: string): boolean => stands(word, spacedWords(text))

/** Whether a word, or more than one of what it names, is among bare words. */
const stands = (word: string, among: string): boolean =>
  ['', 's', 'es'].some((plural) => among.includes(`${spacedWords(word).trimEnd()}${plural} `))
