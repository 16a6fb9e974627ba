import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { asIfIn } from '../../core/file/members.ts'
import { KINDS } from '../../core/kinds.ts'
import { type Prompt, promptNamed } from '../../core/prompts/prompts.ts'
import { inOurWords } from '../../core/prompts/vocabulary.ts'
import type { KindRequest, KindView } from '../../core/request.ts'
import { forPartners } from '../../core/view/privacy.ts'
import { withShortNames } from '../../core/view/short-names.ts'
import { type KnownOn, promptView, viewOf } from '../../core/view/view.ts'
import { whichOf } from '../../core/view/which.ts'
import { fieldErrors, HjpError } from '../../errors.ts'
import { abridged } from '../document/abridged.ts'
import type { Document } from '../document/document.ts'
import { lettered } from '../document/list-marks.ts'
import { type Budget, boundedEach, budget } from './bounds.ts'
import { helpers } from './helpers.ts'
import { isTemplate, type Kind, type Library, type Section, type Template } from './library.ts'
import { parseMarkdown } from './markdown.ts'
import { badTemplate, Misplaced } from './misplaced.ts'
import { checkPlace } from './place.ts'
import { type Aside, MARK } from './placeholder.ts'
import { sectionName } from './sections.ts'
import { sayingWhoHasNot } from './who-has-not.ts'

/** What is wished of a document: the kind's options, the prompts named, and which of its sections, the whole or some, and schedules. */
export type DocumentRequest = {
  options: KindRequest['options']
  prompts: Prompt[]
  /** What it asks in place of prompts, by its name, and the code of the copy. */
  asks?: string | undefined
  code?: string | undefined
  sections: Section[]
  schedules?: Section[]
  whole: boolean
  /** What some of its sections were asked for by. */
  named?: string[]
  /** In the manner of a letter. */
  letter?: boolean
}

/** What was chosen: the options, of a kind that has just one of its sections, that one, and what sets it apart in its name. */
type ChosenSection = {
  options?: KindRequest['options']
  section?: Section
  letter?: boolean
  which?: string
}

/** What a kind of ours sees beside the view. */
const kindNamed = (name: string) => (Object.hasOwn(KINDS, name) ? KINDS[name] : undefined)

const titleOf = (section: Section) => ({ name: sectionName(section), title: section.title })

/** What is known, for a reader who may join later. */
const readBy = (known: KnownOn, partner: string): KnownOn => ({
  ...known,
  partnership: asIfIn(known.partnership, partner, known.today),
})

/** All that the templates of a kind can see. */
export function seenBy(
  { name, choose, audience, abbreviates, options: taken }: Kind,
  all: KnownOn,
  {
    options,
    prompts,
    asks,
    code,
    sections,
    schedules = [],
    whole,
    named = [],
    letter = false,
  }: DocumentRequest,
): KindView & ChosenSection {
  const read = Object.keys(taken).reduce(
    (soFar, option) =>
      taken[option]!.wants === 'partner' ? readBy(soFar, String(options[option] ?? '')) : soFar,
    all,
  )
  const known = abbreviates ? withShortNames(read) : read
  const view = audience === 'partners' ? forPartners(viewOf(known)) : viewOf(known)
  const request = {
    ...{ options, letter, asks, code },
    prompts: prompts.map((prompt) => promptView(view, prompt)),
    shownIn: new Map(
      [...sections, ...schedules].flatMap((section) =>
        section.prompts.map((id) => [promptNamed(known.parts, id)?.id ?? id, titleOf(section)] as const),
      ),
    ),
    sections: sections.map(titleOf),
  }
  const [section] = choose ? sections : []
  return {
    ...view,
    ...kindNamed(name)?.(view, request),
    ...(section && { section, ...kindNamed(`${name}/${section.name}`)?.(view, request) }),
    ...{ options, sections, schedules, whole, letter },
    which: whichOf({ options, taken, parts: known.parts, prompts, asks, code, sections: named }),
  }
}

/** A kind and what its templates see, to a document and the place it belongs. Throws HjpError badTemplate. */
export async function compose(
  library: Library,
  kind: Kind,
  view: KindView & ChosenSection,
): Promise<{ to: string; document: Document }> {
  const asides: Aside[] = []
  const partials: Record<string, Run> = Object.create(null)
  const cost = budget()
  const bounds = { ...cost, each: boundedEach(HANDLEBARS.helpers['each']!, cost) }
  const options = { helpers: helpers(view, asides, bounds, library), partials }
  for (const [name, template] of Object.entries(library.templates))
    partials[name] = tellingPlace(template, await runnable(template), cost)

  let sight = view
  const ours = inOurWords(view)
  const run = (name: string): string => partials[name]!(sight, options)
  const line = (name: string, spelt = (text: string) => text): string =>
    run(name)
      .split(MARK)
      .map((piece, n) => {
        const aside = n % 2 === 1 ? asides[Number(piece)]! : { text: spelt(piece) }
        return 'text' in aside ? aside.text.replace(/\s+/g, ' ') : ''
      })
      .join('')
      .trim()
  const { section } = view
  if (section && isTemplate(section.title))
    sight = { ...view, section: { ...section, title: line(`${section.template}#title`, ours) } }
  const source = ours(run(kind.name))
  const to = line(`${kind.name}#to`)
  inTemplate(library.templates[`${kind.name}#to`]!, () => checkPlace(to))
  const blocks = inTemplate(library.templates[kind.name]!, () => parseMarkdown(source, asides))
  const shown = abridged(kind.numbered ? blocks : sayingWhoHasNot(blocks, view), view.locale)
  return {
    to,
    document: {
      title: line(`${kind.name}#title`, ours),
      locale: view.locale,
      date: view.today,
      author: view.name,
      notice: view.options?.['final'] ? undefined : kind.notice,
      numbered: kind.numbered,
      landscape: kind.landscape || view.landscape === true,
      contents: kind.contents && !view.letter,
      ...(view.letter && { letter: true }),
      recipients: kind.addressed ? view.recipients : [],
      ...(view.line && {
        form: { line: view.line, to: view.returned?.email, anonymous: view.anonymous === true },
      }),
      events: view.events ?? [],
      zone: view.zone,
      blocks: kind.numbered ? lettered(shown) : shown,
    },
  }
}

type Run = Handlebars.TemplateDelegate

const HANDLEBARS = runtime as unknown as typeof Handlebars

/** Templates are the same for every document. */
const RUNNABLE = new WeakMap<Template, Run>()

/** A template to be run. Handlebars' compiler is loaded only for those that were not compiled when hjp was built. */
async function runnable(template: Template): Promise<Run> {
  const known = RUNNABLE.get(template)
  if (known) return known
  const run = 'compiled' in template ? late(template) : (await import('./strict.ts')).compile(template)
  RUNNABLE.set(template, run)
  return run
}

/** What was compiled is loaded when it is first run: few documents use many templates. */
function late({ compiled }: { compiled(): object }): Run {
  let run: Run | undefined
  return (context, options) => {
    run ??= HANDLEBARS.template(compiled() as TemplateSpecification)
    return run(context, options)
  }
}

/** A template that says where it stands when something in it is wrong, and pays for what comes of it. */
const tellingPlace =
  (template: Template, run: Run, { spend }: Budget): Run =>
  (context, options) =>
    inTemplate(template, () => {
      const text = run(context, options)
      spend(text.length)
      return text
    })

/** Does something with a template, and says where it stands where that cannot be done. Throws HjpError badTemplate. */
function inTemplate<T>(template: Template, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof HjpError) throw error
    const start = { line: 1, column: 0 }
    throw badTemplate(
      template,
      error instanceof Misplaced ? error : new Misplaced(fieldErrors.failed, { start }),
    )
  }
}
