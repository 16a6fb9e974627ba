import { expect, test } from 'vitest'
import { contributions } from '../src/core/tools/contributions.ts'
import { fileOf, knownOn } from './known.ts'
import { library, runner } from './memory-world.ts'

const { written } = runner({ library, today: '2026-11-16' })

const ids = (many: number) => Array.from({ length: many }, (_, n) => `p${n + 1}`)
/** So many partners, who bring something together, and each something of another kind; the last also lacks something. */
const fileWith = (many: number) =>
  fileOf(
    `actions:
  - { id: ask, what: Ask the council, owner: p1, due: 2026-12-01 }
contributions:
  - { what: A name people know, kind: good name and trust, partner: together, brings: Years of it }
${ids(many)
  .map(
    (id, n) =>
      `  - { what: Gift ${n + 1}, kind: ${KINDS[n % KINDS.length]}, partner: ${id}, needs: A call first }\n`,
  )
  .join('')}  - { what: A van, kind: a ride, partner: p${many}, gap: Nobody pays for it, action: ask }
`,
    `partners:\n${ids(many)
      .map((id, n) => `  - { id: ${id}, name: Service ${n + 1}, sector: health }\n`)
      .join('')}`,
  )
const KINDS = ['people and time', 'money', 'a ride', 'people and time']

test('what each of two, four, five and eight partners brings is a matrix, which goes on where it is wide', async () => {
  const pages = [2, 4, 5, 8].map((many) => written(fileWith(many), ['contributions'], 'md'))
  const text = (await Promise.all(pages)).join('\n')
  await expect(text).toMatchFileSnapshot('golden/contributions.txt')
})

test('what is brought by another word of its kind leaves no gap there, nor does a gap that is none', async () => {
  const rows = `contributions:
  - { what: A room, kind: Premises, partner: p1, brings: Fridays, gap: '-' }
  - { what: A nurse, kind: people, partner: p2, gap: Nothing }
`
  const two = `partners:\n  - { id: p1, name: One, sector: health }\n  - { id: p2, name: Two, sector: legal }\n`
  const text = await written(fileOf(rows, two), ['contributions'], 'md')
  const line = (kind: string) =>
    String(text)
      .split('\n')
      .find((each) => each.includes(`**${kind}**`))
  expect(line('premises and equipment')).toMatch(/\*\*A room\*\*<br>Fridays \| {2}\| {2}\|$/)
  expect(line('people and time')).toMatch(/\*\*A nurse\*\* \| {2}\|$/)
})

test('every partner has its column once, however many they are, and the gaps have the last', () => {
  for (let many = 1; many <= 25; many++) {
    const { pages } = contributions(knownOn(fileWith(many), '2026-11-16').view)
    expect(pages.flatMap(({ partners }) => partners.map(({ id }) => id))).toEqual(ids(many))
    expect(pages.map(({ hasGaps }) => hasGaps)).toEqual([...pages.slice(1).map(() => false), true])
    for (const { partners, hasGaps, resources } of pages) {
      expect(partners.length + (hasGaps ? 1 : 0)).toBeLessThanOrEqual(5)
      for (const { cells } of resources) expect(cells).toHaveLength(partners.length)
    }
  }
})
