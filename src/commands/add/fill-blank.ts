import { recordChange, rowNamed, rowsOfTable } from '../../core/record/change-row.ts'
import { tableNamed } from '../../core/record/typed-row.ts'
import { capital } from '../../text.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Opened } from '../shared/open.ts'
import { save } from '../shared/save.ts'
import { hereIn } from '../shared/typed.ts'
import { addRow } from './add.ts'
import { askField, askRow } from './ask-row.ts'

/** A blank of a document, with the command that fills it. */
type Blank = { text: string; command: string }

/** Whether it is filled by a row or a field. */
export const isFillable = ({ command }: Blank): boolean => /^hjp (add|change) /.test(command)

/** Asks for what a blank lacks, and puts it into the file; nothing where nothing is said. */
export async function fillBlank(world: AskingWorld, opened: Opened, { text, command }: Blank): Promise<void> {
  const [, verb, ...words] = wordsOf(command)
  const { terminal } = world
  const here = hereIn(world, opened)
  if (verb === 'add') {
    const [table, ...known] = [
      tableNamed(words[0]!),
      ...words.slice(1).filter((word) => !word.endsWith('…')),
    ] as const
    if ((await terminal.choose(capital(text), ADD_IT)) === 'no') return
    const said = await askRow(terminal, table, opened, here, known)
    if (said.length > 0) await addRow(world, opened, table, [...known, ...said])
    return
  }
  const at = words.findIndex((word) => word.endsWith('=…'))
  const [name, within] = words[0] === 'partner' ? [words[1]!, 'partners' as const] : [words[0]!, undefined]
  const row = rowNamed(rowsOfTable(opened.partnership, within), name)
  const field = words[at]!.slice(0, -2)
  const value = await askField(terminal, row.sheet, field, opened, here, capital(text))
  if (value !== '')
    await save(world, opened, [recordChange(row, { given: [`${field}=${value}`] }, opened.parts)])
}

const ADD_IT = [
  { value: 'yes', name: 'Add it now' },
  { value: 'no', name: 'Not now' },
]

/** A command word by word, as a shell would have it. */
const wordsOf = (command: string): string[] =>
  (command.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''))
