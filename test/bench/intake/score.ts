import { bareWords } from '../../../src/intake/reply/own-words.ts'
import { notesIn, type ReplyRead } from './reader.ts'
import type { Reply, Typed } from './reply.ts'
import { numberOf } from './sent.ts'

/** What became of one answer. */
export type Fate = 'right' | 'changed' | 'misplaced' | 'shown' | 'gone'
export type Score = {
  /** Of each answer. `changed` is in its place, with more or with less. */
  answers: { number: string; fate: Fate }[]
  /** Lines that a partner typed and that are nowhere, in no answer and not shown. */
  gone: string[]
  /** Words that are not the partner's, and its signature, where they count as what it said. */
  others: string[]
  signed: string[]
}

const plain = (text: string): string =>
  bareWords(text.replace(/^[>\s]*[-•] /gm, '').replace(/[>]/g, ' ')).join(' ')
/** Words that stand together in a text. Few words could be anywhere, so they must begin or end a line. */
export const holds = (texts: string[], line: string): boolean => {
  const words = plain(line)
  if (words === '') return true
  const few = words.split(' ').length < 4
  return texts.some((text) =>
    few
      ? text
          .split('\n')
          .some(
            (each) =>
              plain(each) === words ||
              plain(each).endsWith(` ${words}`) ||
              plain(each).startsWith(`${words} `),
          )
      : ` ${plain(text)} `.includes(` ${words} `),
  )
}

/** What was made of a reply, held against what is known of it. */
export function scoreOf({ typed, others }: Reply, read: ReplyRead): Score {
  const placed = new Map(read.answers.map(({ prompt, words }) => [numberOf.get(prompt)!, words]))
  const kept = [...placed.values(), ...notesIn(read)]
  const seen = [...placed.values(), ...read.others.map(({ words }) => words)]
  const goneIn = ({ lines }: Typed) => lines.filter((line) => !holds(seen, line))
  const said = typed.filter(({ whose }) => whose !== 'signature' && whose !== 'footer')
  const strange = [...others, ...typed.flatMap(({ whose, lines }) => (whose === 'footer' ? lines : []))]
  const own = said.flatMap(({ lines }) => lines)
  const isTelling = (line: string) => plain(line).split(' ').length > 1 && !holds(own, line)
  return {
    answers: typed
      .filter(({ whose }) => whose === 'answer')
      .map((answer) => ({ number: answer.number!, fate: fateOf(answer, placed, seen) })),
    gone: said.flatMap(goneIn),
    others: strange.filter((text) => isTelling(text) && holds(kept, text)),
    signed: typed
      .flatMap(({ whose, lines }) => (whose === 'signature' ? lines : []))
      .filter((line) => isTelling(line) && holds(kept, line)),
  }
}

function fateOf({ number, lines }: Typed, placed: Map<string, string>, seen: string[]): Fate {
  const here = placed.get(number!) ?? ''
  if (plain(here) === plain(lines.join('\n'))) return 'right'
  if (lines.some((line) => !holds(seen, line))) return 'gone'
  const elsewhere = [...placed].filter(([each]) => each !== number).map(([, words]) => words)
  const isHere = lines.some((line) => plain(line) !== '' && holds([here], line))
  if (lines.some((line) => plain(line) !== '' && !holds([here], line) && holds(elsewhere, line)))
    return 'misplaced'
  return isHere ? 'changed' : 'shown'
}
