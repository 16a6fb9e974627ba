import * as z from 'zod'
import { Partnership } from '../../src/core/file/partnership.ts'
import { readYaml } from '../../src/core/file/yaml.ts'
import { promptsOf } from '../../src/core/prompts/prompts.ts'
import { viewOf } from '../../src/core/view/view.ts'
import { HjpError } from '../../src/errors.ts'
import { FrontMatter, SectionMatter } from '../../src/render/templates/front-matter.ts'
import { HELPERS } from '../../src/render/templates/helpers.ts'
import type { Kind, Section } from '../../src/render/templates/library.ts'
import { schedulesOf } from '../../src/render/templates/sections.ts'
import { seenBy } from '../../src/render/templates/template.ts'
import { needed } from '../memory-world.ts'
import { generated, library, partnerships, TODAY, table } from './run.ts'
import { columnTable, type Schema } from './schema.ts'
import { keysOf, linesOf, type NamedShapes } from './shape.ts'

type Keyed = Record<string, unknown>

/** What each helper does; one that is not here stops the page. */
const HELPER_LINES: Record<string, [call: string, does: string]> = {
  if: [
    '{{#if x}} … {{else}} … {{/if}}',
    'what stands between, if `x` has a value; false, 0 and an empty list count as none',
  ],
  unless: ['{{#unless x}} … {{/unless}}', 'the other way round'],
  each: [
    '{{#each rows}} … {{/each}}',
    'what stands between, once for each; inside, the names of the row are seen, `this` is the row itself and `@root` is all that the document sees',
  ],
  with: ['{{#with x}} … {{/with}}', 'what stands between, seen from `x`'],
  lookup: ['(lookup row "name")', 'what `row` has under that name, to use inside another call'],
  eq: ['(eq a b)', 'whether two things are the same, to use in `if` and `unless`'],
  day: ['{{day x}}', 'a day as a person writes it: 1 December 2026'],
  agreedDay: [
    '{{agreedDay prompt.agreed}}',
    'the day on which something was agreed, and who agreed on another: 14 March 2025; Youth House on 12 April 2027',
  ],
  weekday: ['{{weekday x}}', 'a day to come to, as of a meeting: Tuesday 1 December 2026'],
  time: ['{{time x}}', 'a time of day, as the country writes it'],
  capital: ['{{capital x}}', 'words with a capital first'],
  questionNumber: [
    '{{questionNumber number}}',
    'the number of a prompt as documents print it, so that nobody takes it for a clause: Q5.1',
  ],
  names: ['{{names rows}}', 'the names of rows, or words, as a, b and c'],
  toChange: [
    '(toChange row "lead")',
    'the command that changes a field of a row, named by its id, its words, or `"partner" id`',
  ],
  toAddPerson: [
    '(toAddPerson partner "liaison")',
    'the command that adds a person of a partner, by their role',
  ],
  titled: [
    '{{{titled this}}}',
    'the heading of a section or a schedule; both are left out where nothing stands under it but where else to look',
  ],
  page: ['{{{page "title"}}}', 'a heading that opens a page'],
  sheet: [
    '{{{sheet "large" "title"}}}',
    'a heading that opens a sheet for the wall, which lies on its side: `large` is twice the usual paper, such as A3, and `small` the usual one',
  ],
  gaps: [
    '{{{gaps "title" "words"}}}',
    'a page that lists the blanks before it, with where each stands and who is to be asked; nothing where there are none',
  ],
  ref: [
    '{{{ref "mou/term" "mou/ending"}}}',
    'other sections or schedules that are in the document, by their numbers; a paragraph that says no more than where else to look goes where there are none',
  ],
  clause: [
    '{{{clause "what-we-do/training"}}}',
    'the agreed position on a prompt, word for word; where there is none, a blank with its question, or nothing if the document `omits` it',
  ],
  blank: [
    '{{{blank "address" legalName (toChange "partner" id "address")}}}',
    'a blank in square brackets; with a second word, of whom; with a third, the command that fills it; nothing in a document with `--final`',
  ],
  lack: [
    '{{{lack "what is missing" "hjp add …"}}}',
    'a blank that a command fills, in a document with `--final` too; with a word between them, of whom',
  ],
  space: ['{{{space 3}}}', 'room to write on by hand, in lines'],
  picture: ['{{{picture picture "title" "words"}}}', 'a picture, with its title and what it shows in words'],
  form: ['{{{form partner rows}}}', 'questions for a partner, with places for the answers'],
}

/** What a template can see and call. */
export function templatesPage(): string {
  const knowns = partnerships.map((text) => ({
    partnership: readYaml('partnership.yaml', text, Partnership),
    parts: library.parts,
    questionnaires: library.questionnaires,
    today: TODAY,
  }))
  const views: Keyed[] = knowns.map(viewOf)
  const named = namesIn(views)
  /** What a kind's templates see beside the view, over the files that have something to make it of. */
  const added = (kind: Kind, sections: Section[]): Keyed[] =>
    knowns.flatMap((known, n) => {
      try {
        const seen = seenBy(kind, known, requestOf(kind, sections, partnerships[n]!))
        return [
          Object.fromEntries(
            Object.entries(seen).filter(([key]) => !EVERYWHERE.includes(key) && !(key in views[n]!)),
          ),
        ]
      } catch (error) {
        if (error instanceof HjpError) return []
        throw error
      }
    })
  const shape = (objects: Keyed[], names: NamedShapes) =>
    `\`\`\`text\n${linesOf(objects, names).join('\n')}\n\`\`\``
  const kinds = library.kinds.flatMap((kind) => {
    const own = library.sections.filter((section) => section.kind === (kind.sections ?? kind.name))
    const choices = kind.choose ? own.map((section) => [section]) : [own]
    return choices.map((sections) => ({
      title: kind.choose ? `${kind.name}, ${sections[0]!.name}` : kind.name,
      objects: added(kind, sections).filter((object) => Object.keys(object).length > 0),
    }))
  })
  return `${generated(
    'Templates',
    ...INTRODUCTION,
    '## Front matter of a kind',
    columnTable(z.toJSONSchema(FrontMatter, { io: 'input' }) as Schema, 'key'),
    '### options',
    columnTable(
      (z.toJSONSchema(FrontMatter, { io: 'input' }) as Schema).properties!['options']!
        .additionalProperties as Schema,
      'key',
    ),
    '## Front matter of a section or a schedule',
    columnTable(z.toJSONSchema(SectionMatter, { io: 'input' }) as Schema, 'key'),
    '## Helpers',
    HELPER_NOTE,
    table(
      ['call', 'what it gives'],
      HELPERS.map((name) => HELPER_LINES[name]!).map(([call, does]) => [`\`${call}\``, does]),
    ),
    ...PARTIALS,
    '## The view',
    VIEW_NOTE,
    shape(views, new Map()),
    '## What each kind adds',
    'Beside the view every template also sees `options`, with what the command was told; `sections` and `schedules`, those that go into the document; `whole`, whether it has all of them; `which`, what sets the document apart from others of its kind in the name of its file, such as `-health-5.1`; and in a kind that uses one of its sections, `section`. An object that goes by a name, such as *prompt*, has the keys it has in the view.',
    ...kinds
      .filter(({ objects }) => objects.length > 0)
      .flatMap(({ title, objects }) => [`### ${title}`, shape(objects, named)]),
  )}\n`
}

const INTRODUCTION = [
  'A document is a [Handlebars](https://handlebarsjs.com) template that writes Markdown. `hjp kinds --copy agenda` puts a copy of its template beside your partnership file, where it takes the place of the one that comes with hjp. A file `templates/<name>.hbs` is a kind of document and a command of its own; `templates/mou/NN-name.hbs` is a section of the agreement, and `templates/mou-schedules/NN-name.hbs` a schedule.',
  '## What was said stays words',
  '`{{name}}` brings in words just as they were said. While the template runs a mark stands in their place, and the words go in only after the Markdown has been read. So an answer with `#`, `|`, `*` or `<b>` in it appears with exactly those signs, and nothing needs to be escaped. A paragraph that is nothing but what was said keeps the paragraphs and lists of what was said.',
  'A name that does not exist is an error, with its file, line and column and the nearest name that does. A name that exists and has no value shows nothing.',
]
const HELPER_NOTE =
  'With two braces comes data. With three comes what is neither words nor Markdown: a heading with a number, a clause, a blank, a picture.'
const PARTIALS = [
  '## Templates inside templates',
  '`{{> name}}` brings in another template, such as `{{> mou/12-purpose}}`, and `{{> (lookup section "template")}}` one whose name stands in the data. A template that does not exist is an error with its place.',
]
const VIEW_NOTE =
  'What every template sees, read off the fictional examples and a small file with what they lack. `?` marks a name that is sometimes without a value: ask with `{{#if}}`. A `list` of nothing was empty in all of them. Documents whose `audience` is `partners` see the same names, and nothing that is private behind them.'

/** Told once for all, or not for templates. */
const EVERYWHERE = ['options', 'sections', 'schedules', 'whole', 'which', 'section', 'plan', 'events']

/** Rows of the view go by a name where they turn up again. */
const namesIn = (views: Keyed[]): NamedShapes =>
  new Map(
    Object.entries({
      partners: 'partner',
      prompts: 'prompt',
      actions: 'action',
      parts: 'part',
      milestones: 'milestone',
      outcomes: 'outcome',
      indicators: 'indicator',
      contributions: 'contribution',
      stakeholders: 'stakeholder',
      funding: 'source of money',
      meetings: 'meeting',
    }).flatMap(([key, name]) =>
      views.flatMap((view) => (view[key] as object[]).slice(0, 1).map((row) => [keysOf(row), name] as const)),
    ),
  )

/** A kind asked for with as little as it takes. */
function requestOf(kind: Kind, sections: Section[], file: string) {
  const [part, option, value] = needed(kind, file)
  const options = Object.fromEntries(
    Object.keys(kind.options).map((name) => [name, undefined as string | undefined]),
  )
  if (option) options[option.slice(2)] = value
  return {
    options,
    prompts: part ? promptsOf(library.parts).filter((prompt) => prompt.part === part) : [],
    sections,
    schedules: schedulesOf(kind.name, library.sections),
    whole: true,
  }
}
