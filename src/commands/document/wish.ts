import type { Called } from '../../core/prompts/called.ts'
import type { KindRequest, OptionValue } from '../../core/request.ts'
import { capital, HjpError } from '../../errors.ts'
import type { Kind } from '../../render/templates/library.ts'
import type { DocumentRequest } from '../../render/templates/template.ts'
import type { World } from '../../world/world.ts'
import { promptsIn } from '../shared/called-prompts.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { chosenSections, inCode } from './sections.ts'

/** What is wished of a document, by its options and the prompts named. Throws HjpError isPrivate, needsOption, unknownSection. */
export function wishOf(
  opened: Opened,
  kind: Kind,
  options: Record<string, OptionValue | string[] | undefined>,
  called: Called[],
  today: string,
): DocumentRequest {
  const prompts = promptsIn(called)
  const hidden = promptsIn(called.filter(({ isPart }) => !isPart)).find((prompt) => prompt.private)
  if (hidden && kind.audience === 'partners') throw new HjpError('isPrivate', hidden.id)
  return {
    options: ownOptions(opened, kind, options, today),
    prompts,
    ...chosenSections(kind, opened.library, options),
  }
}

/** The options that a kind cannot do without, as whoever is there says. */
export async function askNeeded<O extends Record<string, OptionValue | string[] | undefined>>(
  { terminal }: World,
  { partnership: { partners } }: Opened,
  { options: own }: Kind,
  given: O,
): Promise<O> {
  if (!terminal.interactive) return given
  const asked: Record<string, string> = {}
  for (const [name, { needed, wants, about }] of Object.entries(own)) {
    if (!needed || given[inCode(name)] !== undefined) continue
    const question = capital(about.replace(/ \(required\)$/, ''))
    const choices = partners.map((each) => ({ value: each.id, name: each.name }))
    const said =
      wants === 'partner' ? await terminal.choose(question, choices) : await terminal.line(question)
    if (said.trim() !== '') asked[inCode(name)] = said.trim()
  }
  return { ...given, ...asked }
}

/** The kind's own options; one that was not given is there, and undefined, so that a template can ask for it. */
const ownOptions = (
  opened: Opened,
  kind: Kind,
  options: Record<string, OptionValue | string[] | undefined>,
  today: string,
): KindRequest['options'] =>
  Object.fromEntries(
    Object.entries(kind.options).map(([name, { wants: want, needed, value: shown, choices = [] }]) => {
      const value = options[inCode(name)]
      if (needed && value === undefined) {
        const known = want === 'partner' ? opened.partnership.partners.map(({ id }) => id) : choices
        throw new HjpError('needsOption', kind.name, `--${name} <${shown}>`, known)
      }
      return [
        name,
        want === 'partner' && value ? readerNamed(opened, String(value), today) : (value as OptionValue),
      ]
    }),
  )

/** The partner that a document is for, by its id. Throws HjpError unknownPartner, or hasLeft. */
function readerNamed(opened: Opened, called: string, today: string): string {
  const id = partnerNamed(opened, called)
  const { name, left } = opened.partnership.partners.find((partner) => partner.id === id)!
  if (left !== undefined && left <= today) throw new HjpError('hasLeft', name, left)
  return id
}
