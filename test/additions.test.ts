import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { library, memoryWorld } from './memory-world.ts'

// What CONTRIBUTING says is added by a few lines is added here by them, in a partnership's own folder, and used.
/** What CONTRIBUTING says of each thing that was tried. */
const COSTS = Object.fromEntries(
  [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (.+) \| (.+) \(tried\) \|/gm)].map(
    ([, what, cost]) => [what, cost],
  ),
)
const part = readFileSync('prompts/05-what-we-do.yaml', 'utf8')

type Addition = {
  what: string
  path: string
  lines: string
  to?: string
  shows: [args: string[], line: string][]
}

const ADDITIONS: Addition[] = [
  {
    what: 'a prompt',
    path: 'prompts/05-what-we-do.yaml',
    to: part,
    lines: `  - id: keys
    topic: Keys
    ask: Who has a key to the room?
    minutes: 5`,
    shows: [
      [['prompts', 'what-we-do'], 'what-we-do/keys'],
      [
        ['agree', 'what-we-do/keys', 'The front desk has one.'],
        'changed  partnership.yaml: what is agreed on 5.7 Keys',
      ],
      [['mou', '--format', 'md', '--out', '-'], 'The front desk has one.'],
    ],
  },
  {
    what: 'a section of the agreement',
    path: 'templates/mou/57-shared-goal.hbs',
    lines: `---
title: Our goal
---
{{{clause "what-we-can-achieve/shared-goal"}}}`,
    shows: [
      [['agree', 'what-we-can-achieve/shared-goal', 'Dry homes for all.'], 'changed  partnership.yaml'],
      [['mou', '--section', 'shared-goal', '--format', 'md'], '. Our goal'],
    ],
  },
  {
    what: 'a schedule',
    path: 'templates/mou-schedules/70-form.hbs',
    lines: `---
title: The referral form
---
{{@root.name}}`,
    shows: [[['mou', '--format', 'md', '--out', '-'], 'The referral form']],
  },
  {
    what: 'a kind of document',
    path: 'templates/thanks.hbs',
    lines: `---
title: "Thank you, {{name}}"
summary: A card
group: keep
formats: [md, docx]
to: documents/thanks
audience: partners
---
Thank you, {{names partners}}.`,
    shows: [
      [['help', 'everything'], '  thanks           A card'],
      [['thanks'], 'Thank you, Hill Law and Hill Health.'],
      [['thanks', '--format', 'docx'], 'created  documents/thanks.docx'],
    ],
  },
  {
    what: 'something an email can be about',
    path: 'templates/email/50-thanks.hbs',
    lines: `---
title: Thank you
---
Thank you for coming.`,
    shows: [[['email', '--about', 'thanks'], 'Thank you for coming.']],
  },
  {
    what: 'a questionnaire',
    path: 'prompts/questionnaires/room.yaml',
    lines: `id: room
title: The room
purpose: To see how the room serves us.
source: { title: Our own }
relation: Our own.
scale: { A: Yes, B: In part, C: No }
groups:
  - { id: room, title: The room, statements: [{ id: quiet, text: "It is quiet." }] }`,
    shows: [
      [
        ['rate', 'room', '--as', 'together', '--method', 'together', '--answers', '-'],
        'changed  partnership.yaml: The room',
      ],
      [['self-evaluation', '--questionnaire', 'room', '--format', 'md', '--out', '-'], 'It is quiet.'],
    ],
  },
]

test.each(ADDITIONS)('$what costs what CONTRIBUTING says', async ({ what, path, lines, to, shows }) => {
  expect(COSTS[what]).toBe(`1 file, ${lines.split('\n').length} lines`)
  const files = {
    'partnership.yaml': readFileSync('test/small.yaml', 'utf8'),
    [path]: `${to ?? ''}${lines}\n`,
  }
  const { world, out, said } = memoryWorld({ files, library, input: 'quiet: A\n' })
  for (const [args, line] of shows) {
    expect(await cli(args, world, '0'), said()).toBe(0)
    expect(`${out()}\n${said()}`).toContain(line)
  }
})

test('CONTRIBUTING says of nothing else that it was tried', () =>
  expect(Object.keys(COSTS)).toEqual(ADDITIONS.map(({ what }) => what)))
