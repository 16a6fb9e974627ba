import type { Partnership } from '../file/partnership.ts'
import type { Path } from '../file/walk.ts'
import { placedRows } from '../record/change-row.ts'
import type { KnownOn, View } from '../view/view.ts'
import { type Code, type Rule, ruleOf } from './codes.ts'

/** What a rule finds: by which code it goes, where it stands in the file, and what it says. `row` is what an answer is to that is not in the file yet. */
export type Found = { code: Code; at: Path; row?: string; message: string }

export type Check = (known: KnownOn, view: View) => Found[]

/** What a check found. `table` and `row` are what it is about: a prompt of the answers, a partner, or a row by its id or its words. */
export type Finding = Found & Pick<Rule, 'group' | 'level'> & { table: string }

/** Says of what was found how grave it is, and what it is about. */
export function findingsOf(found: Found[], partnership: Partnership): Finding[] {
  const rows = placedRows(partnership)
  return found.map(({ code, at, row, message }) => {
    const placed = rows.find((each) => each.at.every((step, depth) => step === at[depth]))
    const about = placed ? placed.id || placed.words : (row ?? nameAt(partnership, at))
    return {
      ...{ ...ruleOf(code), table: placed?.sheet ?? String(at[0]) },
      ...(about !== undefined && { row: about }),
      ...{ at, message },
    }
  })
}

/** The prompt of an answer, or the id of a partner. */
function nameAt({ answers, partners }: Partnership, [table, n]: Path): string | undefined {
  if (table === 'answers') return answers[Number(n)]?.prompt
  return table === 'partners' ? partners[Number(n)]?.id : undefined
}
