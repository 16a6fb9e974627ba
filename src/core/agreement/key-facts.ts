import { capital } from '../../errors.ts'
import { clauseWords } from '../prompts/clause-words.ts'
import { hasVerb } from '../values/verbs.ts'
import type { View } from '../view/view.ts'
import { TERM } from './term-end.ts'

const DAYS = ['agreement-terms/embedded-legal-help', 'agreement-terms/embedded-legal-help/particulars']

/** Letters that have room on a cover. */
const ROOM = 240

/** The lines of what is agreed, one that says something first: words of an agreement of before stay as they stand, and may have a heading above them. */
function linesOf(prompt: View['prompts'][number]): string[] {
  const words = clauseWords(prompt).words.trim()
  if (!prompt.agreed?.asItStands) return capital(words).split('\n')
  const lines = words.split('\n')
  const at = Math.max(0, lines.findIndex(hasVerb))
  return [lines[at]!, ...lines.toSpliced(at, 1)]
}

/** What whoever opens an agreement looks for first: of each only what is agreed or known. */
export function keyFacts({ partners }: View, settled: View['prompts']) {
  /** The first line that there is room for, of what is agreed on these, and whether there is more to read. */
  const first = (ids: string[]) => {
    const said = ids
      .flatMap((id) => settled.filter((each) => each.id === id && each.agreed?.decision !== 'no'))
      .map(linesOf)
      .filter(([line]) => line !== '')
    const fitting = said
      .map(([line = '', ...more]) => ({ words: line.replace(/^[-•] +/, ''), more: more.length > 0 }))
      .find(({ words }) => words.length <= ROOM)
    return said.length > 0 ? (fitting ?? { words: undefined, more: true }) : undefined
  }
  return {
    term: first([TERM]),
    days: first(DAYS),
    urgent: partners.flatMap(({ name: partner, people }) =>
      people.flatMap(({ role, name, phone }) =>
        role === 'escalation' && name && phone ? [{ name, partner, phone }] : [],
      ),
    ),
  }
}
