import { HjpError, nearest } from '../errors.ts'
import type { Kind } from '../render/templates/library.ts'
import { schedulesOf } from '../render/templates/sections.ts'
import { inColumns } from './shared/columns.ts'
import { commandOf } from './shared/command.ts'
import { copyOwn } from './shared/copy.ts'
import { library } from './shared/find.ts'
import { wants } from './shared/options.ts'
import { printJson } from './shared/print.ts'

type About = Pick<Kind, 'name' | 'summary' | 'formats'> & { sections: string[]; schedules: string[] }

export const command = commandOf({
  options: {
    copy: wants.text(
      '<kind>',
      'copy its template, or one section such as mou/referral-pathways, to your own templates folder to change',
    ),
  },
  json: true,
  examples: ['hjp kinds', 'hjp kinds --copy agenda', 'hjp kinds --copy mou/referral-pathways'],
  async run(world, { copy, ...options }) {
    const { kinds, sections } = await library(world, options)
    if (copy !== undefined) {
      const templates = new Map([
        ...kinds.map(({ name }) => [name, name] as const),
        ...sections.map(({ kind, name, template }) => [`${kind}/${name}`, template] as const),
      ])
      const template = templates.get(copy)
      if (!template) throw new HjpError('unknownKind', copy, nearest(copy, [...templates.keys()]))
      return copyOwn(world, options, `templates/${template}.hbs`)
    }
    const about = kinds.map(({ name, summary, formats, audience }) => ({
      name,
      summary,
      formats,
      audience,
      sections: sections.filter(({ kind }) => kind === name).map(({ name }) => name),
      schedules: schedulesOf(name, sections).map(({ name }) => name),
    }))
    if (options.json) printJson(world, about)
    else world.terminal.out(inColumns(world.terminal, about.flatMap(rowsOf)))
    return 0
  },
})

/** A kind in the first column, and all that there is of it beside that. */
const rowsOf = ({ name, summary, formats, sections, schedules }: About): [string, string][] => [
  [name, summary],
  ['', formats.join(', ')],
  ...Object.entries({ sections, schedules }).flatMap(([what, names]): [string, string][] =>
    names.length > 0 ? [['', `${what}: ${names.join(', ')}`]] : [],
  ),
]
