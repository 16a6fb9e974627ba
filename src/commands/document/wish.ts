import { choosePrompts } from '../../core/prompts/prompts.ts'
import type { KindRequest, OptionValue } from '../../core/request.ts'
import { HjpError } from '../../errors.ts'
import type { Kind } from '../../render/templates/library.ts'
import type { DocumentRequest } from '../../render/templates/template.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { chosenSections, inCode } from './sections.ts'

/** What is wished of a document, by its options and the prompts named. Throws HjpError isPrivate, needsOption, unknownSection. */
export function wishOf(
  opened: Opened,
  kind: Kind,
  options: Record<string, OptionValue | string[] | undefined>,
  names: string[],
  today: string,
): DocumentRequest {
  const prompts = choosePrompts(opened.parts, names)
  const hidden = prompts.find(
    ({ id, number, private: own }) => own && (names.includes(id) || names.includes(number)),
  )
  if (hidden && kind.audience === 'partners') throw new HjpError('isPrivate', hidden.id)
  return {
    options: ownOptions(opened, kind, options, today),
    prompts,
    ...chosenSections(kind, opened.library, options),
  }
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
