import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { library, riverbend, runner, small } from './memory-world.ts'

// Sheets for a room with butcher's paper: nothing of the file on them, and a page for whoever leads.

const { hjp, written } = runner({ library, today: '2026-11-16' })
const SHEETS: [kind: string, many: number, pieces: number][] = [
  ['map', 2, 5],
  ['logic', 1, 4],
  ['workplan', 1, 4],
  ['activities', 1, 6],
]
const A4 = { long: 16838, short: 11906 }

/** The sizes of the sheets of a Word file, after those of its pages. */
async function sizes(file: string, ...args: string[]): Promise<number[][]> {
  const { 'word/document.xml': body } = unzipSync(await written(file, args, 'docx'))
  const [, ...sheets] = [...strFromU8(body!).matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)]
  return sheets.map(([, width, height]) => [Number(width), Number(height)])
}
const text = async (file: string, ...args: string[]) => (await written(file, args, 'md')).toString()

describe.each(SHEETS)('%s --blank', (kind, many, pieces) => {
  test('is printed on paper of twice the size, or in pieces of the usual one', async () => {
    expect(await sizes(riverbend, kind, '--blank')).toEqual(Array(many).fill([2 * A4.short, A4.long]))
    expect(await sizes(riverbend, kind, '--blank', '--pieces')).toEqual(
      Array(pieces).fill([A4.long, A4.short]),
    )
    const american = small.replace('name: Hillside', 'name: Hillside\nlocale: en-US')
    expect(await sizes(american, kind, '--blank')).toEqual(Array(many).fill([24480, 15840]))
    const page = (await written(riverbend, [kind, '--blank'], 'html')).toString()
    expect(page.match(/<section class="sheet large">/g)).toHaveLength(many)
    expect(page).toContain('@page large { size: A3 landscape;')
  })

  test('fits on paper that is less high', async () => {
    const heights = async (file: string) => {
      const { 'word/document.xml': body } = unzipSync(await written(file, [kind, '--blank'], 'docx'))
      const rows = strFromU8(body!).matchAll(/<w:trHeight w:val="(\d+)"/g)
      return [...rows].reduce((sum, [, height]) => sum + Number(height), 0)
    }
    const american = await heights(small.replace('name: Hillside', 'name: Hillside\nlocale: en-US'))
    expect(american / (await heights(small))).toBeCloseTo((15840 - 1700) / (A4.long - 1700), 2)
  })

  test('comes in pieces, and nothing else does', async () => {
    const refused = await hjp(riverbend, [kind, '--pieces'])
    expect([refused.code, refused.said()]).toEqual([
      2,
      expect.stringContaining(`*hjp ${kind} --blank --pieces*`),
    ])
  })

  test('says nothing of what the file says, and has nothing left to fill in beforehand', async () => {
    const sheet = await text(riverbend, kind, '--blank')
    expect(sheet).toBe(
      (await text(small, kind, '--blank')).replace('Hillside', 'Riverbend Health Justice Partnership'),
    )
    expect((await hjp(riverbend, [kind, '--blank', '--complete'])).said()).not.toContain('blank left')
  })

  test('begins with a page on which the times of the workshop follow each other', async () => {
    const times = [...(await text(small, kind, '--blank')).matchAll(/^\| (\d):(\d\d) \|/gm)].map(
      ([, hours, minutes]) => 60 * Number(hours) + Number(minutes),
    )
    expect(times.length).toBeGreaterThan(4)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBe(0)
    expect(times.at(-1)).toBeLessThan(90)
  })
})

test('the map’s questions can be raised in a room, though what is said of people is the keeper’s alone', async () => {
  const sheet = await text(riverbend, 'map', '--blank')
  for (const asked of ['What could they do?', 'What matters to them?', 'Who knows them?', 'How much work?'])
    expect(sheet).toContain(asked)
  expect((await hjp(riverbend, ['map'])).printed).not.toContain('for the wall')
})
