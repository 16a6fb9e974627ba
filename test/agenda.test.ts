import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { planAgenda } from '../src/core/meeting/agenda.ts'
import { queueOf } from '../src/core/meeting/queue.ts'
import { viewOf } from '../src/core/view/view.ts'
import { exampleFile, library, runner } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-04-01' })
const { parts, questionnaires } = library
const seen = readdirSync('examples').map((name) => {
  return viewOf({
    partnership: readYaml(name, exampleFile(name), Partnership),
    parts,
    questionnaires,
    today: '2026-11-16',
  })
})

test('times follow each other and never add up to more than the meeting, with some to spare', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seen), fc.integer({ min: 20, max: 480 }), (known, minutes) => {
      const { items, later, spare } = planAgenda(known, {
        on: undefined,
        start: '09:00',
        minutes,
        prompts: queueOf(known),
      })
      const taken = items.reduce((sum, item) => sum + item.minutes, 0)
      expect(taken + spare).toBe(minutes)
      expect(spare).toBeGreaterThan(0)
      expect(items.map(({ at }) => at)).toEqual([...items].map(({ at }) => at).sort())
      expect(items.filter(({ prompt }) => prompt && later.includes(prompt))).toEqual([])
    }),
  )
})

test.each(seen)(
  '$name: a follow-up is never raised before its question, nor a private prompt at all',
  (known) => {
    const open = known.prompts.filter(({ standing }) => standing === 'open').map(({ id }) => id)
    const raised = queueOf(known)
    expect(raised.length).toBeGreaterThan(0)
    expect(raised.filter(({ under, private: hidden }) => hidden || open.includes(under ?? ''))).toEqual([])
  },
)

test('what was reached since the last meeting is there to be celebrated', async () => {
  const at = (on: string) =>
    `version: 1\nname: N\npartners: [{ id: legal, name: L, sector: legal }, { id: health, name: H, sector: health }]\n` +
    `meetings: [{ on: 2026-03-01, decisions: [Go on.] }]\nmilestones: [{ what: Open the room, status: done, done: ${on} }]\n`
  const agenda = async (on: string) => (await hjp(at(on), ['agenda'])).out()
  expect(await agenda('2026-03-20')).toContain(
    'Reached since we last met, and worth celebrating:\n\n- Open the room\n',
  )
  expect(await agenda('2026-02-20')).not.toContain('worth celebrating')
})
