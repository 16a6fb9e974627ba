import { aboutPrompt, type ClausePlace } from '../core/meeting/about-prompt.ts'
import type { Prompt } from '../core/prompts/prompts.ts'
import { viewOf } from '../core/view/view.ts'
import { emphasised } from '../errors.ts'
import { isTemplate } from '../render/templates/library.ts'
import type { Terminal, World } from '../world/world.ts'
import { calledHere, catalogueOf, promptsIn } from './shared/called-prompts.ts'
import { commandOf } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { printJson } from './shared/print.ts'
import { indented, showPrompt } from './shared/show-prompt.ts'

export const command = commandOf({
  args: '<part-or-prompt...>',
  json: true,
  examples: ['hjp show 5.3', 'hjp show what-we-do/training', 'hjp show what-we-do', 'hjp show 5.3 --json'],
  async run(world, { json, ...options }, ...names) {
    const opened = await open(world, options)
    const view = viewOf({ ...opened, today: world.today })
    const all = promptsIn(await calledHere(world, catalogueOf(opened), names)).map((prompt) => ({
      prompt,
      known: aboutPrompt(view, opened.partnership, prompt, placesOf(opened, prompt)),
    }))
    if (json)
      printJson(
        world,
        all.map(({ known }) => known),
      )
    else for (const { prompt, known } of all) show(world, opened, prompt, known)
    return 0
  },
})

/** Where the agreement and the letter have the clause of a prompt. */
const placesOf = ({ library: { sections } }: Opened, prompt: Prompt): ClausePlace[] =>
  Object.entries(DOCUMENTS).flatMap(([kind, document]) =>
    sections
      .filter((section) => section.kind === kind && section.prompts.includes(prompt.id))
      .map(({ name, title }) => ({ document, section: name, title: isTemplate(title) ? name : title })),
  )

const DOCUMENTS = { mou: 'the agreement', 'mou-short': 'the letter' }

type Known = ReturnType<typeof aboutPrompt>

function show({ terminal, today }: World, opened: Opened, prompt: Prompt, known: Known): void {
  // All of it is what was asked for.
  const page: Terminal = { ...terminal, say: (text) => terminal.out(`${emphasised(text)}\n`) }
  showPrompt(page, opened, prompt, today)
  page.out('\n')
  for (const [label, lines] of beside(known))
    if (lines.length > 0)
      page.out(`${indented(page, `${label}:\n${lines.map((line) => `- ${line}`).join('\n')}`)}\n`)
  page.out(`${indented(page, `How it came about: hjp log ${known.number}`)}\n`)
}

/** What stands beside the words, under a heading each. */
function beside({
  agreed,
  missing,
  actions,
  milestones,
  meetings,
  clause,
  waitsFor,
  ...known
}: Known): [string, string[]][] {
  const list = (label: string, names: (string | undefined)[] = []) =>
    names.length > 0 ? [`${label}: ${names.join(', ')}`] : []
  const told = (what: string, facts: (string | false | undefined)[]) => {
    const all = facts.filter(Boolean)
    return all.length > 0 ? `${what} (${all.join(', ')})` : what
  }
  return [
    [
      'Where it stands',
      [
        WORDS[known.standing],
        ...(waitsFor ? [`in no document until ${waitsFor} is a yes: hjp ask ${waitsFor}`] : []),
        ...(known.private ? ['private: kept from documents for partners'] : []),
        ...list('has not answered', missing),
        ...list('lead', agreed?.lead ? [agreed.lead] : []),
        ...list('agreed by', agreed?.by),
        ...list('has not agreed', agreed?.awaited),
        ...(agreed?.review ? [`to be reviewed on ${agreed.review}`] : []),
      ],
    ],
    [
      'Actions',
      actions.map(({ id, what, who, due, done, dropped }) =>
        told(what, [id, who, done ? `done on ${done}` : dropped ? 'dropped' : due && `by ${due}`]),
      ),
    ],
    [
      'Milestones',
      milestones.map(({ id, what, lead, end, status }) => told(what, [id, lead, end && `by ${end}`, status])),
    ],
    ['Meetings', meetings.map(({ on, talked }) => `${on}, ${talked ? 'talked about' : 'on the agenda'}`)],
    [
      clause.printed
        ? 'Printed'
        : `Will be printed once ${waitsFor ? `${waitsFor} is a yes` : 'it is agreed'}`,
      clause.places.map(({ document, title }) => `in ${document}, under ${title}`),
    ],
  ]
}

const WORDS: Record<Known['standing'], string> = {
  open: 'open: nobody has answered yet',
  'heard-by-some': 'heard by some',
  heard: 'heard: everyone has answered',
  agreed: 'agreed',
  due: 'agreed, and due for review',
  reworded: 'agreed, but the question has been reworded since',
  parked: 'set aside',
}
