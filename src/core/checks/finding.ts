import type { PromptIds } from '../file/gathered.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Path, valueAt } from '../file/walk.ts'
import { isNamed } from '../prompts/prompts.ts'
import { changeCommand, type PlacedRow, placedRows } from '../record/change-row.ts'
import { isInLines } from '../record/typed-row.ts'
import type { KnownOn, View } from '../view/view.ts'
import type { Rule } from './code-groups.ts'
import { type Code, ruleOf } from './codes.ts'

/** What a rule finds: by which code it goes, where it stands in the file, and what it says. `row` is what an answer is to that is not in the file yet. */
export type Found = { code: Code; at: Path; row?: string; message: string }

/** A section of a document, with the ids of the prompts whose clauses it has. */
export type CheckedSection = { kind: string; title: string; prompts: string[] }

/** What a rule looks at: the file, what is known by it, and the sections that documents have. */
export type Check = (known: KnownOn, view: View, sections: CheckedSection[]) => Found[]

/** Where something of an answer stands, which may be under a prompt that this one took the place of. */
export const answerPlace = ({ partnership }: KnownOn, { id, was }: PromptIds, ...rest: Path): Path => {
  const rows = [id, ...was]
    .map((each) => partnership.answers.findIndex(({ prompt }) => prompt === each))
    .filter((row) => row >= 0)
  const row = rows.find((each) => valueAt(partnership.answers[each], rest)) ?? rows[0]
  return row === undefined ? ['answers'] : ['answers', row, ...rest]
}

/** What a check found. `table` and `row` are what it is about: a prompt of the answers, a partner, or a row by its id or its words. */
export type Finding = Found & Pick<Rule, 'group' | 'level'> & { table: string }

/** Says of what was found how grave it is, and what it is about. */
export function findingsOf(found: Found[], partnership: Partnership, view: View): Finding[] {
  const rows = placedRows(partnership)
  return found.map(({ code, at, row, message }) => {
    const placed = rows.find((each) => each.at.every((step, depth) => step === at[depth]))
    const about = placed ? placed.id || placed.words : (row ?? nameAt(partnership, at))
    return {
      ...{ ...ruleOf(code), table: placed?.sheet ?? String(at[0]) },
      ...(about !== undefined && { row: about }),
      ...{
        at,
        message: /\*hjp [a-z]/.test(message)
          ? message
          : `${message}${mending(at, placed, partnership, view)}`,
      },
    }
  })
}

/** The command that mends what a message names none for; nothing where it can only be mended by hand. */
function mending(
  at: Path,
  placed: PlacedRow | undefined,
  { answers }: Partnership,
  { prompts }: View,
): string {
  const [table, n, part, key] = at
  const prompt = table === 'answers' && prompts.find((each) => isNamed(each, answers[Number(n)]!.prompt))
  if (prompt && part === 'agreed' && key === 'review') return ` *hjp agree ${prompt.number} --review …*`
  if (!placed) return ''
  const [column, ...within] = at.slice(placed.at.length)
  if (column === undefined) return ` ${changeCommand(placed)}`
  if (!isInLines(placed.sheet, String(column))) return ''
  // A list is changed as a whole, so that what else is in it has to be seen first.
  return ` ${changeCommand(placed, within.length === 0 ? String(column) : undefined)}`
}

/** The prompt of an answer. */
const nameAt = ({ answers }: Partnership, [table, n]: Path): string | undefined =>
  table === 'answers' ? answers[Number(n)]?.prompt : undefined
