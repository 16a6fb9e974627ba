import { capital } from '../../errors.ts'
import type { View } from '../view/view.ts'

/** The prompt on which partners say what they mean by their words. */
export const LANGUAGE = 'getting-to-know/language'

type GlossaryEntry = { word: string; means: string }

/** Words of the field with what they usually mean. The first is the one explained; the others are said for it too. */
const MEANINGS: [words: string[], means: string][] = [
  [
    ['secondary consultation', 'advice between staff'],
    'Advice that a worker of one service gives a worker of another, so that the one who asks can help their own client. The adviser does not take the client on.',
  ],
  [
    ['warm referral', 'warm handover'],
    'A referral in which the worker brings the client and the other service together, in person or on a call, and does not only hand over a number.',
  ],
  [
    ['case coordination', 'care coordination'],
    'Planning and dividing up what several services do for one person, so that the person does not have to hold it together alone.',
  ],
  [['joint advocacy'], 'Speaking up together for a change in a law, a policy or the way a service works.'],
  [
    ['privilege'],
    'The protection that the law gives to what clients and their lawyers tell each other in confidence for legal advice.',
  ],
  [
    ['conflict of interest', 'conflicts of interest', 'conflict check'],
    'A reason why a lawyer cannot act for someone, for example that the lawyer already acts for a person on the other side.',
  ],
  [
    ['mandatory report', 'mandatory reporting', 'duty to report', 'duties to report'],
    'Having to tell an authority, because the law says so, of certain kinds of harm or danger.',
  ],
  [
    ['legal health check'],
    'A few everyday questions that show whether someone may have a problem the law can help with.',
  ],
  [
    ['de-identified', 'deidentified'],
    'Without names, and without anything else from which someone could tell whom it is about.',
  ],
  [['lived experience'], 'Knowing what this work is about from having been through it.'],
  [
    ['trauma-informed'],
    'Done in the knowledge that what people have been through shapes what they can say, hear and bear.',
  ],
  [['in kind'], 'Given as time, rooms or things, and not as money.'],
  [['pro bono'], 'Done by a lawyer without charge.'],
  [
    ['professional indemnity'],
    'Insurance for the case that professional advice or care was wrong and someone lost by it.',
  ],
]

/** What a partnership, or its country, has words of its own for; and what these are called elsewhere. */
const OWN: Record<string, [means: string, elsewhere: string]> = {
  client: ['A person whom the partners help.', 'client'],
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
