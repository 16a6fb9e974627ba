import { partnerIn } from '../../core/file/partner.ts'
import { newcomers } from '../../core/meeting/newcomer.ts'
import type { Called } from '../../core/prompts/called.ts'
import { promptsToAsk } from '../../core/prompts/set-aside.ts'
import type { KindRequest, OptionValue } from '../../core/request.ts'
import { viewOf } from '../../core/view/view.ts'
import { capital, HjpError, nearest } from '../../errors.ts'
import type { Kind } from '../../render/templates/library.ts'
import type { DocumentRequest } from '../../render/templates/template.ts'
import type { World } from '../../world/world.ts'
import { promptsIn } from '../shared/called-prompts.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { chosenSections, inCode, sectionNames } from './sections.ts'

/** What is wished of a document, by its options and the prompts named. Throws HjpError isPrivate, needsOption, onlyWith, unknownSection. */
export function wishOf(
  opened: Opened,
  kind: Kind,
  options: Record<string, OptionValue | string[] | undefined>,
  called: Called[],
  today: string,
): DocumentRequest {
  const prompts = promptsToAsk(opened.partnership, called)
  const hidden = promptsIn(called.filter(({ isPart }) => !isPart)).find((prompt) => prompt.private)
  if (hidden && kind.audience === 'partners') throw new HjpError('isPrivate', hidden.id)
  return {
    options: ownOptions(opened, kind, options, today),
    prompts,
    ...chosenSections(kind, opened.library, options),
  }
}

/** Which partners an option can name; none where it takes something else, or any name. */
function choicesFor(wants: Kind['options'][string]['wants'], opened: Opened, today: string) {
  const view = viewOf({ ...opened, today })
  const some =
    wants === 'partner'
      ? opened.partnership.partners
      : wants === 'newcomer'
        ? [...newcomers(view), ...view.joining]
        : []
  return some.map(({ id, name }) => ({ value: id, name }))
}

/** The options that a kind cannot do without: the only partner that can be meant, or as whoever is there says. */
export async function askNeeded<O extends Record<string, OptionValue | string[] | undefined>>(
  { terminal, today }: World,
  opened: Opened,
  { options: own }: Kind,
  given: O,
): Promise<O> {
  const asked: Record<string, string> = {}
  for (const [name, { needed, wants, about }] of Object.entries(own)) {
    if (!needed || given[inCode(name)] !== undefined) continue
    const choices = choicesFor(wants, opened, today)
    const [only, ...others] = choices
    if (wants === 'newcomer' && only && others.length === 0) {
      asked[inCode(name)] = only.value
      continue
    }
    if (!terminal.interactive) continue
    const question = capital(about.replace(/ \(required.*\)$/, ''))
    const said = choices.length > 0 ? await terminal.choose(question, choices) : await terminal.line(question)
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
    Object.entries(kind.options).map(
      ([name, { wants: want, needed, value: shown, choices = [], with: beside }]) => {
        const value = options[inCode(name)]
        if (value && beside && !options[inCode(beside)])
          throw new HjpError('onlyWith', kind.name, `--${name}`, `--${beside}`)
        if (needed && value === undefined) {
          const known = want === 'partner' ? opened.partnership.partners.map(({ id }) => id) : choices
          throw new HjpError('needsOption', kind.name, `--${name} <${shown}>`, known)
        }
        if (want === 'partner' && value) return [name, readerNamed(opened, String(value), today)]
        // Who is new may not be in the file yet.
        if (want === 'newcomer' && value) return [name, partnerIn(opened.partnership, String(value))]
        return [name, value as OptionValue]
      },
    ),
  )

/** The partner that a document is for, by its id. Throws HjpError unknownPartner, or hasLeft. */
function readerNamed(opened: Opened, called: string, today: string): string {
  const id = partnerNamed(opened, called)
  const { name, left } = opened.partnership.partners.find((partner) => partner.id === id)!
  if (left !== undefined && left <= today) throw new HjpError('hasLeft', name, left)
  return id
}

/** A kind of document and its options. */
export type Wished = { kind: Kind; options: Record<string, OptionValue | string[] | undefined> }

/** What comes after the slash in the name of a document: the reader that it needs, the manner of it, or which of its sections it has. */
const choiceOf = ({ options, choose }: Kind) => {
  const named = Object.entries(options)
  const reader = named.find(([, { needed }]) => needed)?.[0]
  return {
    one: reader ? inCode(reader) : choose,
    manners: named.flatMap(([name, { sections }]) => (sections ? [name] : [])),
  }
}

/** A document as *hjp ask --for* names it: mou, mou/short, mou/activities, form/referral, welcome/health. */
export function documentName(kind: Kind, options: Wished['options']): string {
  const { one, manners } = choiceOf(kind)
  const choice = manners.find((name) => options[inCode(name)]) ?? (one ? options[one] : options['section'])
  return choice === undefined ? kind.name : `${kind.name}/${[choice].flat().join(',')}`
}

/** The document of such a name. Throws HjpError unknownKind or unknownSection. */
export function documentNamed({ library: { kinds, sections } }: Opened, name: string): Wished {
  const [called = '', choice] = name.trim().split('/')
  const kind = kinds.find((each) => each.name === called)
  if (!kind) {
    const known = kinds.map((each) => each.name)
    throw new HjpError('unknownKind', called, nearest(called, known))
  }
  if (choice === undefined) return { kind, options: {} }
  const { one, manners } = choiceOf(kind)
  if (manners.includes(choice)) return { kind, options: { [inCode(choice)]: true } }
  if (one) return { kind, options: { [one]: choice } }
  const known = [...manners, ...sectionNames(sections.filter((section) => section.kind === kind.name))]
  const names = choice.split(',')
  const unknown = names.find((each) => !known.includes(each))
  if (unknown !== undefined) throw new HjpError('unknownSection', unknown, nearest(unknown, known), known)
  return { kind, options: { section: names } }
}
