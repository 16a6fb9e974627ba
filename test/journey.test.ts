import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { partsFor, promptsOf } from '../src/core/prompts/prompts.ts'
import { statementsOf } from '../src/core/prompts/questionnaires.ts'
import { unagreed } from './known.ts'
import { library, memoryWorld, needed, riverbend, runner } from './memory-world.ts'
import { some } from './programs.ts'

const today = '2026-11-16'
const { after, written } = runner({ library, today })

/** All that is agreed, as an answers file: everything but 1.2. */
const answers = promptsOf(partsFor(library.parts, { locale: 'en-AU' }))
  .filter((prompt) => !prompt.private && prompt.number !== '1.2')
  .map(({ id, decision, activity }) => {
    const about = [
      `text: "We are at one on this."`,
      decision && 'decision: yes',
      activity && 'lead: together',
    ]
    return `${id}: { agreed: { ${about.filter(Boolean).join(', ')}, review: 2027-05-03 } }`
  })
  .join('\n')

const ratings = library.questionnaires.map((questionnaire) => ({
  id: questionnaire.id,
  text: statementsOf(questionnaire)
    .map(({ id }, n) => `${id}: ${'ABC'[n % 3]}`)
    .join('\n'),
}))

/** From an empty folder to all that the documents show, with nothing written by hand in the file. */
const COMMANDS: [args: string[], input?: string][] = [
  [
    [
      'init',
      '--name',
      'Hillside',
      '--level',
      'coordinating',
      '--partner',
      'legal=Hill Law',
      '--partner',
      'health=Hill Health',
    ].concat([
      '--liaison',
      'legal=Ana Ruiz <ana@hill.example>',
      '--liaison',
      'health=Bo Li <bo@hill.example>',
    ]),
  ],
  [['ask', '--answers', '-'], answers],
  [['answer', '1.2', '--as', 'legal', 'Housing and debt, for people in the valley.']],
  [['answer', '0.12', '--as', 'legal', 'The housing office is slow.']],
  [
    [
      'add',
      'stakeholder',
      'name=Parent council',
      'lived-experience=yes',
      'power=low',
      'stake=high',
      'contact=Bo Li',
    ],
  ],
  [
    [
      'add',
      'contribution',
      'what=Room 4',
      'kind=premises and equipment',
      'partner=health',
      'gap=None on Fridays',
    ],
  ],
  [['add', 'outcome', 'id=days', 'for=clients', 'term=output', 'text=Two days a week', 'from=5.1']],
  [
    [
      'add',
      'outcome',
      'id=early',
      'for=clients',
      'term=short',
      'text=Found early',
      'from=days',
      'assumes=Staff ask',
      'outside=Rents',
    ],
  ],
  [
    [
      'add',
      'indicator',
      'id=advised',
      'outcome=early',
      'measure=People advised',
      'method=count',
      'baseline=12',
      'target=60',
    ],
  ],
  [['add', 'milestone', 'what=Open the room', 'lead=health', 'start=2026-10-01', 'end=2027-02-01']],
  [['add', 'funding', 'source=State grant', 'until=2027-06-30', 'holds=legal']],
  [['measure', 'advised', '12', '--date', '2025-01-15']],
  [['measure', 'advised', '31', '--date', '2025-07-15']],
  [['measure', 'advised', '44', '--date', '2026-07-15', '--split', 'Town=38', 'Farms=6']],
  ...ratings.map(({ id, text }): [string[], string] => [
    ['rate', id, '--as', 'together', '--method', 'together', '--answers', '-'],
    text,
  ]),
  [
    ['record', '--date', '2026-11-10', '--answers', '-'],
    'present: [Ana Ruiz, Bo Li]\nprompts: { 5.1: }\nactions: [{ what: Print the card, owner: legal }]\nappreciation: Bo brought cake.',
  ],
  [['add', 'meeting', 'on=2026-12-01', 'start=10:00', 'minutes=60', 'place=Room 4']],
  [['done', 'print the card']],
  [['add', 'action', 'what=Order the key', 'owner=health', 'due=2026-12-01', 'about=5.1']],
  [
    [
      'add',
      'person',
      'partner=health',
      'role=escalation',
      'name=Lee Kim',
      'authority=May free a room',
      'responds=the same day',
    ],
  ],
  [['add', 'action', 'what=Larger print', 'about=8.3', 'asked-by=Parent council', 'due=2026-12-15']],
  [['add', 'milestone', 'what=Train on cases', 'about=5.2c', 'end=2027-03-02', 'paid-by=State grant']],
  [['change', 'open the room', 'start=2026-12-01', 'end=2027-09-30', 'paid-by=State grant']],
  [['change', 'health/liaison', 'responds=within two hours']],
  [['check']],
]

test('from an empty folder to every document, by commands alone', { timeout: 180_000 }, async () => {
  const [[init], ...rest] = COMMANDS as [(typeof COMMANDS)[0], ...typeof COMMANDS]
  const start = memoryWorld({ library, today })
  expect(await cli(init, start.world, '0'), start.said()).toBe(0)
  const { file, ran } = await after(
    start.file('partnership.yaml')!,
    rest.map(([args, input = '']) => ({ args, input })),
  )
  for (const { code, printed } of ran) expect(code, printed).toBeLessThan(2)
  for (const kind of library.kinds) {
    const { name, formats, choose } = kind
    for (const section of choose ? library.sections.filter(({ kind }) => kind === name) : [undefined])
      for (const format of some([...new Set([formats[0]!, formats.at(-1)!])])) {
        const chosen = section ? [`--${choose}`, section.name] : []
        const args = [name, ...needed(kind, file), ...chosen]
        expect((await written(file, args, format)).length, args.join(' ')).toBeGreaterThan(200)
      }
  }

  const text = async (kind: string) => (await written(file, [kind], 'md')).toString()
  expect(await text('workplan')).toContain(
    '<br>_may slip: the funding for it, State grant, ends on 30 June 2027_ |',
  )
  const protocol = await text('protocol')
  expect(protocol).toContain('| Lee Kim<br>**[phone]**<br>_the same day_ |')
  expect(protocol).toContain(', can decide: May free a room\n')
  expect(protocol).toContain('- **2 March 2027:** Train on cases')
  expect(protocol).toContain('- Larger print. _Asked for by Parent council. To be done by 15 December 2026._')
})

test('an agreement is written to be signed only once it has what it should not lack, or that is set aside', async () => {
  const open = ['agreement-terms/ending', 'agreement-terms/client-consent']
  const after = ['agreement-terms/ending/early', 'agreement-terms/ending/after']
  const files = { 'partnership.yaml': [...open, ...after].reduce(unagreed, riverbend) }
  const { world, out, said, paths } = memoryWorld({ files, library, today })
  const run = (...args: string[]) => cli(args, world, '0')
  expect(await run('mou', '--final'), said()).toBe(1)
  expect(said()).toContain(`*mou* was not written, because 2 blanks are left in it:
  To be agreed: How will clients give their consent, set limits to it and take it back?
  To be agreed: If one of you has to stop, how will you handle notice, open cases and shared data?
Go through what is open with *hjp ask --for mou* or set a question aside: *hjp park 9.10 "why"*`)
  expect(await run('agree', '9.10', 'We will ask each time.')).toBe(0)
  expect(await run('park', '9.16', 'For the boards to say.')).toBe(0)
  expect(await run('mou', '--final', '--section', 'ending', '--format', 'md')).toBe(2)
  expect(said()).toContain('*mou* was not written, because nothing you asked for is agreed yet.')
  expect(await run('mou', '--final', '--format', 'md', '--out', '-')).toBe(0)
  expect(out()).toMatch(
    /^# Riverbend[^\n]*<br>Memorandum of understanding\n\n16 November 2026\n\n\| Between \| [^\n]*\n(\|[^\n]*\n)*\n## /,
  )
  expect(out()).not.toMatch(/Draft (for|of)|not legal advice|square brackets|Left out|aside|\[|\d\. Ending/)
  expect(await run('mou', '--final')).toBe(0)
  expect(paths()).toContain('/home/keeper/documents/mou-final.docx')
})
