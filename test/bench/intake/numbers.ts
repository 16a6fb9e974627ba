import { topicOf } from './sent.ts'

/** How people say which question they answer: by hjp's number of it, by its place in the email, or in words. */
export type Numbering = {
  name: string
  by: 'number' | 'place' | 'words'
  label: (number: string, place: number, ask: string) => string
  /** Whether it is one that only people use, and no program. */
  isRare?: true
}

const numbered = (before: string, after: string): Numbering => ({
  name: `${before}5.1${after}`.trim(),
  by: 'number',
  label: (number) => `${before}${number}${after}`,
})
const placed = (before: string, after: string, isRare?: true): Numbering => ({
  name: `${before}1${after}`.trim(),
  by: 'place',
  label: (_, place) => `${before}${place}${after}`,
  ...(isRare && { isRare }),
})

export const NUMBERINGS: Numbering[] = [
  numbered('', ': '),
  numbered('', ' '),
  numbered('Q', ': '),
  numbered('Re ', ': '),
  numbered('', '\n'),
  placed('', '. '),
  placed('', ') '),
  placed('(', ') '),
  placed('', ' - '),
  placed('Q', ': '),
  placed('Question ', ': '),
  placed('', ': ', true),
  placed('', '/ ', true),
  placed('#', ' ', true),
  placed('A', ': ', true),
  placed('Answer ', ': ', true),
  placed('Re ', ': ', true),
  placed('No. ', ': ', true),
  placed('Ad ', ': ', true),
  placed('', '\n', true),
  { name: 'the topic', by: 'words', label: (number) => `${topicOf(number)}: ` },
  { name: 'the topic, above', by: 'words', label: (number) => `${topicOf(number)}\n` },
  { name: 'the question, copied', by: 'words', label: (_, __, ask) => `${ask}\n` },
  { name: 'the number and question, copied', by: 'words', label: (_, place, ask) => `${place}. ${ask}\n` },
]
