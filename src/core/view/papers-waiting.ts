import { typedSo } from '../../text.ts'
import type { View } from './view.ts'

/** The agreements of before of which words wait for a yes, with how many clauses. */
export function papersWaiting({ prompts }: Pick<View, 'prompts'>): { document: string; many: number }[] {
  const waiting = prompts.flatMap(({ adopted }) => adopted.map(({ from }) => from))
  return [...new Set(waiting)].map((document) => ({
    document,
    many: waiting.filter((from) => from === document).length,
  }))
}

/** The command that agrees to one of them, which it names where several wait. */
export const agreeToPaper = (view: Pick<View, 'prompts'>, document: string): string =>
  `hjp agree --adopted${papersWaiting(view).length > 1 ? ` ${typedSo(document)}` : ''}`
