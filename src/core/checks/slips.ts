import { meant, misspelt } from '../../errors.ts'
import { COLUMNS, type Partnership } from '../file/partnership.ts'
import { textsIn } from '../file/walk.ts'
import { vocabulary } from '../prompts/vocabulary.ts'
import { strayLead } from '../tools/logic-steps.ts'
import type { NamedThing } from '../values/column.ts'
import { misspeltPerson } from '../view/addressees.ts'
import type { Code } from './codes.ts'
import type { Check, Found } from './finding.ts'

/** What may stand for nothing in the file, and is all but the name of something that is in it. */

export type GuessedThing = 'person' | 'term'
type Guess = {
  code: Code
  /** What was meant by words that stand for nothing, if they are all but the name of it. */
  near(partnership: Partnership, words: string): string | undefined
  says(name: string): string
}

const GUESSED: { [thing in GuessedThing]: Guess } = {
  person: {
    code: 'misspelt-person',
    near: ({ partners }, words) =>
      misspeltPerson(
        partners.flatMap(({ people }) => people),
        words,
      ),
    says: (name) => `none of the partners has a person called *${name}*.`,
  },
  term: {
    code: 'misspelt-term',
    near: ({ locale }, words) => misspelt(words, Object.keys(vocabulary({ locale, terms: {} }))),
    says: (name) => `none of hjp's questions uses the word *${name}*.`,
  },
}

export const isGuessed = (thing: NamedThing): thing is GuessedThing => thing in GUESSED

/** A name or a term that differs by so little from one that is there. */
const slipped: Check = ({ partnership }) =>
  COLUMNS.flatMap((column) => {
    const { names: thing } = column
    if (!thing || !isGuessed(thing)) return []
    const { code, near, says } = GUESSED[thing]
    return textsIn(partnership, column).flatMap(({ at, text }): Found[] => {
      const name = near(partnership, text)
      return name ? [{ code, at, message: `${says(text)}${meant(name)}` }] : []
    })
  })

/** The words that lead to an outcome, where they were meant as a prompt or another outcome. */
const misspeltCauses: Check = ({ partnership }, view) => {
  const { prompts, outcomes } = view
  const goesBy = new Map([
    ...prompts.map(({ topic, id }) => [topic, id] as const),
    ...outcomes.map(({ text, id }) => [text, id ?? text] as const),
  ])
  const known = [...goesBy.keys()]
  return partnership.outcomes.flatMap(({ from }, row) =>
    from.flatMap((words, n): Found[] => {
      if (strayLead(view, words)) return []
      const name = goesBy.get(misspelt(words, known) ?? words)
      const message = `*${words}* matches no prompt or outcome, so it is read as plain text.${meant(name)}`
      return name && name !== words
        ? [{ code: 'misspelt-cause', at: ['outcomes', row, 'from', n], message }]
        : []
    }),
  )
}

export const SLIPS: Check[] = [misspeltCauses, slipped]
