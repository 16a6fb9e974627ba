import { recordChange, rowInWords, rowNamed } from '../core/record/change-row.ts'
import { readChange } from '../core/record/typed-row.ts'
import { HjpError, onLines } from '../errors.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { fieldLines, saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'
import { hereIn, readFields } from './shared/typed.ts'

export const command = commandOf({
  args: '<row> [field=value...]',
  examples: [
    'hjp change "sign the agreement" end=2027-04-30',
    'hjp change a3f1c person="Bo Li" due=',
    'hjp change partner health name="Riverbend Health and Care" short="the health service"',
    'hjp change health/escalation responds="within the hour, day and night"',
  ],
  note: 'Name a row by its id, the start of its id, or some of its words; a meeting by its day; a partner by `partner` and its id; a person with their partner, as in health/liaison. `field=` empties a field, and what you give for a list replaces the whole list. To give a partner another id: `hjp rename-partner`.',
  async run(world, options, ...words) {
    const opened = await open(world, options)
    // A partner can be called as such, since people and rows may have the same name.
    const within = words[0] === 'partner' && !words[1]?.includes('=') ? 'partners' : undefined
    const [name, ...typed] = within ? words.slice(1) : words
    const { sheet, row } = rowNamed(opened.partnership, name!, within)
    if (typed.length === 0) throw new HjpError('nothingSaid', 'Say what to change, such as *due=2027-01-15*.')
    const fields = await readFields(sheet, typed, hereIn(world, opened))
    const told = readChange(sheet, row, fields, opened.parts)
    const done = await save(world, opened, [recordChange(name!, fields, opened.parts, within)])
    saySaved(world, done, opened, `${sheet}, ${rowInWords(sheet, row)}${onLines(fieldLines(told))}`)
    return 0
  },
})
