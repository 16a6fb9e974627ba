import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYaml } from '../src/core/file/yaml.ts'
import { isUntouched, versionsIn } from '../src/core/merging/markers.ts'
import { mergeVersions } from '../src/core/merging/merge-versions.ts'
import { fileOf } from './known.ts'
import { runs } from './programs.ts'
import { versions } from './versions.ts'

const dataOf = (text: string) => parseYaml('f', text).data
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: runs(100) })

/** What a file says, place by place; rows stand under what they are called, so that their order does not matter. */
function saidIn(value: unknown, at = ''): Record<string, string> {
  if (Array.isArray(value)) {
    const names = new Map<string, number>()
    return Object.assign(
      {},
      ...value.map((item) => {
        const name = nameOf(item)
        const again = names.get(name) ?? 0
        names.set(name, again + 1)
        return saidIn(item, `${at} ${name}${again > 0 ? ` (${again})` : ''}`)
      }),
    )
  }
  if (typeof value === 'object' && value !== null)
    return Object.assign({}, ...Object.entries(value).map(([key, each]) => saidIn(each, `${at} ${key}`)))
  return value === null || String(value).trim() === '' ? {} : { [at.trim()]: String(value).trimEnd() }
}
const NAMES = ['prompt', 'id', 'questionnaire', 'what', 'source']
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const row = item as Record<string, string>
  if ('said' in row) return row['partner']!
  if ('role' in row) return `${row['role']}/${row['name']}`
  if ('for' in row && 'text' in row && !('id' in row)) return `${row['partner']}/${row['for']}/${row['text']}`
  if ('text' in row && !('id' in row)) return `${row['partner']}/${row['text']}`
  if ('other' in row) return `${row['at']}/${row['other']}`
  const named = NAMES.find((name) => row[name])
  return row[named ?? ''] ?? row['on'] ?? row['partner'] ?? row['what'] ?? row['source'] ?? ''
}
const wordsIn = (text: string) => new Set(text.match(/word (ours|theirs)\d+/g) ?? [])
const commentsIn = (text: string) => text.match(/# word (ours|theirs)\d+/g) ?? []

test('all that either version says is in what comes of them, and what one alone changed is as it has it', () => {
  check(
    fc.property(versions, ({ base, ours, theirs }) => {
      const merged = mergeVersions('f', { base, ours, theirs })
      for (const word of [...wordsIn(ours), ...wordsIn(theirs)]) expect(merged.text).toContain(word)
      for (const comment of [...commentsIn(ours), ...commentsIn(theirs)])
        expect(merged.text.split(comment).length, comment).toBe(2)

      const [was, here, there, is] = [base, ours, theirs, merged.text].map((text) => saidIn(dataOf(text)))
      const apart = [...merged.clashes, ...merged.kept].map(({ at }) => at.join(' '))
      for (const place of new Set([was, here, there].flatMap((each) => Object.keys(each!)))) {
        if (apart.some((each) => place.startsWith(each))) continue
        if (was![place] === here![place]) expect(is![place], place).toBe(there![place])
        if (was![place] === there![place]) expect(is![place], place).toBe(here![place])
      }
    }),
  )
})

test('it does not matter which of two versions is ours, but where they differ', () => {
  check(
    fc.property(versions, ({ base, ours, theirs }) => {
      const one = mergeVersions('f', { base, ours, theirs })
      const other = mergeVersions('f', { base, ours: theirs, theirs: ours })
      expect(one.clashes.length).toBe(other.clashes.length)
      expect(one.kept.length).toBe(other.kept.length)
      if (one.clashes.length === 0) expect(saidIn(dataOf(one.text))).toEqual(saidIn(dataOf(other.text)))
    }),
  )
})

test('a version merged with itself, or with what it was made from, is as it was', () => {
  check(
    fc.property(versions, ({ base, ours }) => {
      for (const texts of [
        { base, ours, theirs: ours },
        { base, ours, theirs: base },
        { base: ours, ours, theirs: ours },
      ])
        expect(mergeVersions('f', texts)).toEqual({ text: ours, clashes: [], kept: [] })
      const taken = mergeVersions('f', { base, ours: base, theirs: ours })
      expect(saidIn(dataOf(taken.text))).toEqual(saidIn(dataOf(ours)))
    }),
  )
})

test('between the markers of git stand both versions, and the base where each conflict shows it', () => {
  const conflict = (base: string) => `a\n<<<<<<< ours\nb\n${base}=======\nc\n>>>>>>> theirs\nd\n`
  const both = { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n' }
  expect(versionsIn(conflict(''))).toEqual({ ...both, base: undefined })
  const whole = { ...both, base: 'a\nz\nd\n' }
  expect(versionsIn(conflict('||||||| base\nz\n'))).toEqual(whole)
  expect(versionsIn('a\n')).toBe(undefined)
  expect(versionsIn(conflict('').replace('=======\n', ''))).toBe(undefined)
  expect(isUntouched(conflict('||||||| base\nz\n'), whole)).toBe(true)
  expect(isUntouched(`${conflict('')}By hand.\n`, whole)).toBe(false)
})

test.each([
  ['with an id', 'id: a, what: Call'],
  ['without one', 'what: Call'],
])('a row %s that one took out stays out, whatever the other adds, unless the other changed it', (_, row) => {
  const file = (...rows: string[]) => fileOf(`actions:\n${rows.map((each) => `  - { ${each} }\n`).join('')}`)
  const [other, added] = ['id: b, what: Write', 'id: c, what: Book the room']
  const base = file(row, other)
  const merged = (theirs: string) => mergeVersions('f', { base, ours: file(other), theirs })
  const there = merged(file(row, other, added))
  expect([there.text, there.kept]).toEqual([file(other, added), []])
  const changed = merged(file(`${row}, owner: legal`, other))
  expect(changed.text).toContain('owner: legal')
})
