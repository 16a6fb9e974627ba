import type { IParagraphOptions } from 'docx'
import type { Change } from '../../document/document.ts'
import { element, type Ledger } from './controls.ts'

type Mark = { id: number; author: string; date: string }

/** What was put in or taken out, as docx names it in the options of a row, a picture or the end of a paragraph. */
export function tracking(
  change: Change | undefined,
  { id, hand }: Ledger,
): { insertion?: Mark; deletion?: Mark } {
  if (!change) return {}
  const mark = { id: id(), ...hand }
  return change === 'added' ? { insertion: mark } : { deletion: mark }
}

/** Options that track the end of a paragraph with the whole of it, or an empty one would stay behind. */
export const ending = (change: Change | undefined, ledger: Ledger): Pick<IParagraphOptions, 'run'> =>
  change ? { run: tracking(change, ledger) } : {}

const ELEMENTS = { added: 'w:ins', removed: 'w:del' } as const

/** Runs in a tracked change, which Word can take or refuse; as they are where nothing changed. */
export const tracked = <T>(
  change: Change | undefined,
  { id, hand }: Ledger,
  runs: readonly T[],
): readonly T[] =>
  change
    ? [element(ELEMENTS[change], { 'w:id': id(), 'w:author': hand.author, 'w:date': hand.date }, runs)]
    : runs
