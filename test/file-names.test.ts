import { expect, test } from 'vitest'
import type { Kind } from '../src/render/templates/library.ts'
import { library, needed, riverbend, runner } from './memory-world.ts'

// A draft for one reader, or on one thing, never takes the place of another.
const { hjp } = runner({ library, today: '2026-11-16' })

/** What hjp calls the file that it writes. */
const nameFor = async (args: string[], file = riverbend) => {
  const { said, bytes } = await hjp(file, args)
  const name = /(?:created|changed) {2}documents\/(\S+)/.exec(said())?.[1]
  return { said: said(), name, content: name && bytes(`documents/${name}`)!.toString('base64') }
}

const MANY = library.parts
  .filter(({ number }) => number > 0)
  .flatMap(({ prompts }) => prompts.filter((prompt) => !prompt.private && !prompt.under).slice(1))
  .map(({ number }) => number)
const JOINED = ['join', 'Youth House', '--sector', 'community', '--id', 'youth']

test.each<[string, string]>([
  ['worksheet --for health', 'worksheet-health-2026-11-16.docx'],
  ['worksheet --for legal', 'worksheet-legal-2026-11-16.docx'],
  ['worksheet 5.1 --for health', 'worksheet-health-5.1-2026-11-16.docx'],
  ['worksheet 5.3 5.1 --for health', 'worksheet-health-5.3-5.1-2026-11-16.docx'],
  ['worksheet what-we-do 9.5 --for health', 'worksheet-health-what-we-do-9.5-2026-11-16.docx'],
  ['worksheet first --for health', 'worksheet-health-first-2026-11-16.docx'],
  ['worksheet 5.1 --for health --show ours', 'worksheet-health-ours-5.1-2026-11-16.docx'],
  ['worksheet --confirm --for youth', 'confirm-youth-2026-11-16.docx'],
  ['email --format eml', 'email-2026-11-16.eml'],
  ['email 5.1 --for health --format eml', 'email-health-5.1-2026-11-16.eml'],
  [
    'email 5.1 --to Ana_Ruiz_<ana@one.example> --format eml',
    'email-ana-ruiz-ana@one.example-5.1-2026-11-16.eml',
  ],
  ['email --about invitation --to Zoë --format eml', 'email-invitation-zoë-2026-11-16.eml'],
  ['welcome --for Youth_House', 'welcome-youth-2026-11-16.docx'],
  ['welcome --for Bus_Company/North', 'welcome-bus-company-north-2026-11-16.docx'],
  ['starter 5.3 5.3a --format docx', 'starter-5.3-5.3a-2026-11-16.docx'],
  ['agenda 5.3 --date 2026-12-01 --format docx', 'agenda-5.3-2026-12-01.docx'],
  ['mou --section consent ending', 'mou-consent-ending.docx'],
  ['mou --short', 'mou-short.docx'],
  ['report --for funders --from 2026-01-01', 'report-funders-2026-01-01-2026-11-16.docx'],
])('%s', async (command, expected) => {
  const { text } = await hjp(riverbend, JOINED)
  const args = command.split(' ').map((word) => word.replaceAll('_', ' '))
  const { name, said } = await nameFor(args, text)
  expect(name, said).toBe(expected)
})

test('a name that would be long ends in a mark of all of it', async () => {
  const { name } = await nameFor(['worksheet', ...MANY, '--for', 'health'])
  expect(name).toMatch(/^worksheet-health-1\.2-.{60,80}_[0-9a-f]{7}-2026-11-16\.docx$/)
})

const PEOPLE = [
  'Ana Ruiz <ana@one.example>',
  'Ana Ruiz <ana@two.example>',
  'Bo Li <ana@one.example>',
  'Bo Li',
]
const NAMED = [[], ['5.1'], ['5.3'], ['5.1', '5.3'], ['what-we-do'], MANY, MANY.slice(1)]
/** What cannot be written of this partnership. */
const REFUSED = /^There is nothing here for|cannot be written yet|does nothing without/
const FLAGS_BESIDE = ['plan']

/** The ways in which an option can be given that says who a document is for, or what it has. */
function waysOf([name, { wants, choices = [] }]: [string, Kind['options'][string]]): string[][] {
  const values: Record<string, string[]> = {
    ...{ partner: ['legal', 'health'], person: PEOPLE, choice: choices },
    text:
      {
        for: ['health', 'Youth House', 'Bus Company'],
        questionnaire: library.questionnaires.map(({ id }) => id),
      }[name] ?? [],
  }
  if (wants === 'flag') return FLAGS_BESIDE.includes(name) ? [] : [[`--${name}`]]
  return (values[wants] ?? []).map((value) => [`--${name}`, value])
}

test.each(library.kinds)('no two of $name that say different things have one name', async (kind) => {
  const own = [
    ...new Set(library.sections.filter(({ kind: of }) => of === kind.name).map(({ name }) => name)),
  ]
  const chosen = own.slice(0, 3).map((name) => [kind.choose ? `--${kind.choose}` : '--section', name])
  const ways = [...Object.entries(kind.options).flatMap(waysOf), ...chosen]
  const bare = needed({ ...kind, prompts: false }, riverbend)
  const all = [[], ...ways].flatMap((way) =>
    (kind.prompts ? NAMED : [[]]).map((named) => [
      ...[kind.name, ...named, ...way],
      ...(way[0] === bare[0] ? [] : bare),
    ]),
  )
  // A page says as much as Word does, and is made in less time.
  const format = ['eml', 'html'].find((each) => kind.formats.includes(each))!
  const contents = new Map<string, string>()
  for (const args of all) {
    const { name, content, said } = await nameFor([...args, '--format', format])
    if (name === undefined) expect(said, args.join(' ')).toMatch(REFUSED)
    else expect(contents.get(name) ?? content, `${args.join(' ')} → ${name}`).toBe(content)
    if (name) contents.set(name, content!)
  }
})
