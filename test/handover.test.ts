import { expect, test } from 'vitest'
import { library, runner } from './memory-world.ts'

const { written } = runner({ library, today: '2026-11-16' })
const handover = async (partnership: string) => (await written(partnership, ['handover'], 'md')).toString()

const bare = 'version: 1\nname: N\npartners: [{ id: legal, name: L, sector: legal }]\n'

test('on the first day, everything stands as a blank', async () => {
  const blanks = (await handover(bare)).match(/\*\*\[.*?\]\*\*/g)
  expect(blanks?.length).toBe(9)
  expect(blanks).toContain(
    '**[To be agreed: What goal do you share, and what would you hope to see after one year and after three?]**',
  )
})

test('what is agreed is there, in full where it is short, with the heading it stands under; what is private is not', async () => {
  const told = await handover(`${bare}answers:
  - { prompt: what-we-do/referral-pathways, agreed: { text: "By Dr. Li.\\n- Daily.", on: 2026-01-05, review: 2027-01-05 } }
  - { prompt: what-we-do/case-coordination, agreed: { decision: not-yet, text: After the move. } }
  - { prompt: finding-a-partner/first-steps, agreed: { text: Lunch. } }
  - { prompt: finding-a-partner/relationships, agreed: { text: Hush. } }
  - { prompt: getting-to-know/people, perspectives: [{ partner: legal, said: Shh. }] }
`)
  expect(told).toContain(
    '- **Q5.1 Referral pathways.** _Referral pathways; since 5 January 2026; review 5 January 2027_\n',
  )
  expect(told).toContain('- **Q0.14 First steps.** Lunch.\n')
  expect(told).toContain('- **Left at “not yet”:** Q5.4 Case coordination\n')
  expect(told).toContain('- **Everyone has had a say, but nothing is agreed:** Q1.1 People\n')
  expect(told).toContain('- **5 January 2027:** review of what is agreed on Q5.1\n')
  expect(told).not.toMatch(/Hush|Shh|After the move|Relationship map/)
})

test('days that have passed are late, and what is over is not there', async () => {
  const told =
    await handover(`${bare}actions: [{ what: Call, due: 2026-11-02 }, { what: Done, done: 2026-11-02 }]
milestones: [{ what: Hire, end: 2026-10-30 }, { what: Move, end: 2026-10-30, status: done }]
funding: [{ source: Old, until: 2026-06-30 }, { source: New, until: 2027-06-30, holds: legal }]
meetings: [{ on: 2026-11-02, decisions: [Go.] }, { on: 2026-12-01, start: "10:00" }]
`)
  expect(told).toContain('- Call, by 2 November 2026 (late)\n')
  expect(told).toContain(
    '- **30 October 2026:** milestone: Hire (late)\n- **Tuesday 1 December 2026:** meeting at 10:00 am\n- **30 June 2027:** funding ends: New (L)\n',
  )
  expect(told).not.toMatch(/Done|Move|Old/)
})
