import type { Value } from '../core/file/layout.ts'
import { recordChange, rowInWords, rowNamed } from '../core/record/change-row.ts'
import { readChange } from '../core/record/typed-row.ts'
import { HjpError } from '../errors.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '<row> [field=value...]',
  examples: [
    'hjp change "sign the agreement" end=2027-04-30',
    'hjp change a3f1c person="Bo Li" due=',
    'hjp change health/escalation responds="within the hour, day and night"',
  ],
  note: 'A row goes by its id, the start of it, or some of its words; a meeting by its day; someone of a partner by both, as in health/liaison. `field=` empties a field, and what is given for a list takes the place of all that was in it.',
  async run(world, options, name, ...given) {
    const opened = await open(world, options)
    const { sheet, row } = rowNamed(opened.partnership, name!)
    if (given.length === 0)
      throw new HjpError('nothingSaid', 'Say what is to change, as in *due=2027-01-15*.')
    const told = readChange(sheet, row, given, opened.parts)
    const done = await save(world, opened, [recordChange(name!, given, opened.parts)])
    const changes = Object.entries(told).map(([field, value]) => `${field}: ${said(value)}`)
    saySaved(
      world,
      done,
      opened,
      `${sheet}, ${rowInWords(sheet, row)}\n${changes.map((line) => `  ${line}`).join('\n')}`,
    )
    return 0
  },
})

const said = (value: Value): string =>
  value === null ? 'blank' : Array.isArray(value) ? value.map(said).join('; ') : String(value)
