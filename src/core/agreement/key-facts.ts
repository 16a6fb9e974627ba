import type { View } from '../view/view.ts'

const TERM = ['agreement-terms/term']
const DAYS = ['agreement-terms/embedded-legal-help/particulars', 'agreement-terms/embedded-legal-help']

/** Letters that have room on a cover. */
const ROOM = 240

/** What whoever opens an agreement looks for first: of each only what is agreed or known. */
export function keyFacts({ partners }: View, settled: View['prompts']) {
  /** What is agreed on the first of these, as far as there is room for its first line, and whether there is more to read. */
  const first = (ids: string[]) => {
    const [prompt] = ids.flatMap((id) => settled.filter((each) => each.id === id))
    if (!prompt?.agreed || prompt.agreed.decision === 'no') return undefined
    const [line = '', ...more] = prompt.agreed.text.trim().split('\n')
    const words = line.replace(/^[-•] +/, '')
    return words.length <= ROOM ? { words, more: more.length > 0 } : { words: undefined, more: true }
  }
  return {
    term: first(TERM),
    days: first(DAYS),
    urgent: partners.flatMap(({ name: partner, people }) =>
      people.flatMap(({ role, name, phone }) =>
        role === 'escalation' && name && phone ? [{ name, partner, phone }] : [],
      ),
    ),
  }
}
