import { expect, test } from 'vitest'
import { fileOf } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'

const { hjp, written } = runner({ library, today: '2026-11-16' })
const made = async (text: string, ...args: string[]) => (await written(text, args, 'md')).toString()
const FORMS = library.sections.filter(({ kind }) => kind === 'form').map(({ name }) => name)

/** All that is said or agreed in a file of two partners. */
const SAID = `answers:
  - prompt: what-we-do/referral-pathways/health-check
    agreed: { text: We will ask whether the roof leaks. }
  - prompt: how-we-work/information
    perspectives: [{ partner: legal, said: Nothing at all. }]
    agreed: { text: We will share a name. }
  - prompt: agreement-terms/client-consent
    perspectives: [{ partner: legal, said: Ask twice. }]
contributions:
  - { what: A van, partner: health, gap: It has no driver }
funding:
  - { source: City grant, holds: legal, until: 2027-06-30 }
  - { source: Old grant, holds: legal, until: 2026-06-30 }
`

test.each(FORMS)('%s says that it is a template, and of what it says, what is agreed', async (form) => {
  const empty = await made(fileOf(''), 'form', '--about', form)
  expect(empty).toContain('> A template to adapt.')
  expect(empty).not.toContain('[')
  const text = await made(fileOf(SAID), 'form', '--about', form)
  expect(text).not.toMatch(/Nothing at all|Ask twice|Old grant/)
  expect((await hjp(fileOf(SAID), ['form', '--about', form, '--complete'])).code).toBe(0)
})

test('what is agreed, who a referral goes to and what is known to be at risk stand in them', async () => {
  const file = fileOf(SAID)
  expect(await made(file, 'form')).toMatch(
    /only the questions of the legal health check are agreed[\s\S]*whether the roof leaks/,
  )
  expect(await made(file, 'form')).not.toContain('Has any of this been a worry')
  expect(await made(fileOf(''), 'form')).toMatch(/none of it is agreed[\s\S]*Has any of this been a worry/)
  expect(await made(file, 'form')).toContain('| Sent to | Ana |')
  expect(await made(file, 'form', '--about', 'sharing')).toContain('hold back? | We will share a name. |')
  expect(await made(file, 'form', '--about', 'consent')).not.toContain('What we have agreed')
  expect((await made(file, 'form', '--about', 'risks')).match(/^\| \S.*/gm)?.slice(2)).toEqual([
    '| City grant ends on 30 June 2027 |  |  |  |',
    '| A van: It has no driver |  |  |  |',
    '| Nobody to fill in for the liaison at Law |  |  |  |',
    '| Nobody to fill in for the liaison at Clinic |  |  |  |',
  ])
})

test('a sheet for one matter has who to call and what is agreed, and room for nobody’s name', async () => {
  const text = await made(riverbend, 'form', '--about', 'joint-work')
  expect(text).toMatch(/What do we do when it is urgent\? \| On working days the on-site lawyer/)
  expect(text).toContain(
    '| Riverbend Health | Helen Okafor, (03) 5550 0160<br>Maree Dunstan, (03) 5550 0171 |',
  )
  expect(text).not.toMatch(/^\| (Name|Date of birth|Address)/m)
  expect(await made(fileOf(''), 'form', '--about', 'joint-work')).toContain(
    'How do we run a matter together? |  |',
  )
})

test('what a debrief decides comes back as decisions and actions, and nothing of the matter', async () => {
  const text = await made(riverbend, 'form', '--about', 'debrief')
  for (const asked of [
    'What went well',
    'What hurt',
    'What changes?',
    'What we decide',
    'What someone will do',
  ])
    expect(text).toContain(asked)
  const run = await hjp(fileOf(''), ['record', '--date', '2026-11-16', '--answers', '-'], {
    input:
      'decisions: [We call before noon.]\nactions: [{ what: Print the numbers, owner: legal, due: 2026-12-01 }]',
  })
  expect(run.code).toBe(0)
  for (const words of ['We call before noon.', 'Print the numbers']) expect(run.text).toContain(words)
})

test('they go along with an agreement as schedules, which say nothing that a section says', async () => {
  const text = await made(riverbend, 'mou', '--with', 'sharing', 'referral', '--final')
  const from = text.indexOf('# Schedule 8: Referral form')
  expect(text.slice(from)).toContain('# Schedule 9: Information-sharing protocol')
  expect(text.slice(from)).toMatch(/hold back\? \| See section \d+\. \|/)
  expect(text.slice(from)).toContain("Who makes decisions about a community's data? |  |")
  expect(await made(riverbend, 'mou')).not.toContain('Referral form')
  const letter = await made(riverbend, 'mou', '--short', '--with', 'sharing', 'consent', '--final')
  expect(letter.match(/^# .+/gm)?.slice(2)).toEqual([
    '# Schedule 1: Consent form',
    '# Schedule 2: Information-sharing protocol',
  ])
  // What the letter has is pointed to, and what it has not is said.
  expect(letter.match(/^\| (What may we share|How long do we).*/gm)).toMatchInlineSnapshot(`
    [
      "| What may we share, and what do we hold back? | See section 5. |",
      "| How long do we keep records? | The legal service will keep a closed file for seven years. The health service will keep its record for as long as the public records rules ask. A referral form that did not lead to help will be destroyed after twelve months, and the deputies will empty the referral inbox on the first of each month.<br>A client may ask either of us to see what it holds about them, and to put it right. |",
    ]
  `)
  const wrong = await hjp(riverbend, ['mou', '--with', 'referal'])
  expect([wrong.code, wrong.said()]).toEqual([2, expect.stringContaining('Did you mean *referral*?')])
  const some = await hjp(riverbend, ['mou', '--with', 'referral', '--section', 'ending'])
  expect([some.code, some.said()]).toEqual([
    2,
    'Schedules come only with the whole document. Leave out *--with* for some sections of *mou*, or *--section* for the whole of it with its schedules.',
  ])
})
