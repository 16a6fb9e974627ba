import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editYaml } from '../src/core/file/apply.ts'
import type { Edit } from '../src/core/file/edits.ts'
import { answerTo } from '../src/core/file/gathered.ts'
import { type Answer, Partnership } from '../src/core/file/partnership.ts'
import { places } from '../src/core/file/places.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { type Prompt, parseParts, partsFor } from '../src/core/prompts/prompts.ts'
import { recordMeeting, recordRow } from '../src/core/record/add-row.ts'
import { recordAgreement } from '../src/core/record/agreement.ts'
import { recordPerspective, recordProposal } from '../src/core/record/answer.ts'
import { blankFile, type Start } from '../src/core/record/blank-file.ts'
import { enter as entering } from '../src/core/record/enter.ts'
import { recordParked } from '../src/core/record/parked.ts'
import { replacedWords } from '../src/core/record/replaced.ts'
import { HjpError } from '../src/errors.ts'
import { character } from './characters.ts'
import { fileOf } from './known.ts'
import { runs } from './programs.ts'

/** The text alone. */
const enter = (...given: Parameters<typeof entering>) => entering(...given).text

const folder = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(`${path}/${name}`, 'utf8') }))
const parts = parseParts(folder('test/content/prompts'))
const prompts = parts.flatMap((part) => part.prompts)
const start: Start = {
  name: 'Riverbend',
  timezone: 'Australia/Melbourne',
  partners: [
    { id: 'legal', name: 'Riverbend Legal', sector: 'legal', people: [{ role: 'liaison', name: 'Ana' }] },
    { id: 'health', name: 'Riverbend Health', sector: 'health', people: [] },
  ],
}
const fresh = blankFile(start, parts)

/** Files as people write them, and as their editors leave them. */
const byHand = [{ path: 'fresh', text: fresh }, ...folder('test/hand')].flatMap(({ path, text }) => [
  { path, text },
  { path: `${path} in CRLF`, text: text.replaceAll('\n', '\r\n') },
  { path: `${path} with a byte order mark`, text: `\uFEFF${text}` },
  { path: `${path} without a last line end`, text: text.trimEnd() },
  { path: `${path} that ends in an answer`, text: text.replace(/\n+(# [^\n]*\n)*actions:[\s\S]*$/, '\n') },
])

const anyUnit = fc.oneof(
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    ...'\0\t\n\r\v\f\u001b\u007f\u0085\u00a0\u2028\u2029\ufeff\ufffe\uffff\ud800\udc00 \'"\\#:-?*&!|>%@`{}[],=<~',
  ),
  fc.constantFrom(
    '\r\n',
    '\n\n',
    '\n ',
    ' \n',
    ': ',
    ' #',
    '- ',
    '\n- ',
    '---\n',
    '...',
    '<<<<<<< ours\n',
    '=======\n',
    '**',
    '](',
    'null',
    '0412',
    '# note',
  ),
)
const said = fc
  .oneof(
    fc.string({ unit: character, minLength: 1 }),
    fc.string({ unit: 'grapheme-composite', minLength: 1, size: 'medium' }),
    fc.string({ unit: anyUnit, minLength: 1 }),
    fc.constantFrom(
      'yes',
      'null',
      '~',
      '0412345678',
      '2026-01-02',
      'a\n\n\n',
      '\n\n a\n  b\n',
      'a\n   \nb',
      'a\n\t',
      '\ta',
      'x'.repeat(100_000),
      'long words '.repeat(9_000),
    ),
  )
  .filter((text) => text.trim() !== '')
const file = fc.constantFrom(...byHand)
const read = (text: string) => readYaml('f', text, Partnership)

/** What is said of one prompt is as meant, and all else in the file is as it was, to the letter. */
function expectOnly(before: string, after: string, prompt: Prompt, meant: (answer: Answer) => Answer) {
  const [old, now] = [read(before), read(after)]
  const others = (of: Partnership) => ({
    ...of,
    answers: of.answers.filter((each) => each.prompt !== prompt.id),
  })
  expect(answerTo(now, prompt)).toEqual(meant(answerTo(old, prompt)))
  expect(others(now)).toEqual(others(old))

  const [lines, newLines] = [before.split('\n'), after.split('\n')]
  let [top, bottom] = [0, lines.length]
  while (top < bottom && lines[top] === newLines[top]) top += 1
  while (bottom > top && lines[bottom - 1] === newLines.at(bottom - 1 - lines.length)) bottom -= 1
  const row = old.answers.findIndex((each) => each.prompt === prompt.id)
  const lineOf = (row: number) =>
    row < old.answers.length ? places(before)(['answers', row]).line - 1 : lines.length
  if (row < 0) expect(bottom - top).toBeLessThanOrEqual(/\{\r?\n/.test(before) ? 1 : 0)
  else if (top < bottom) expect([top >= lineOf(row), bottom <= lineOf(row + 1)]).toEqual([true, true])
  for (const [note] of before.matchAll(/# [^\n]*/g)) expect(after).toContain(note)
  expect(after.endsWith('\n')).toBe(before.endsWith('\n'))
  if (before.includes('\r\n')) expect(after.match(/[^\r]\n/)).toBe(null)
}

const day = '2026-03-02'
const prompt = fc.constantFrom(...prompts)
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: runs(100) })

test('what a partner says is kept word for word, and nothing else changes', () => {
  check(
    fc.property(file, prompt, fc.constantFrom('legal', 'health'), said, ({ text }, prompt, partner, said) => {
      const after = enter('f', text, [recordPerspective(parts, prompt, partner, said, day)])
      expectOnly(text, after, prompt, (answer) => ({
        ...answer,
        perspectives: answerTo(read(after), prompt).perspectives,
      }))
      const [was, is] = [text, after].map(
        (each) => new Map(answerTo(read(each), prompt).perspectives.map((each) => [each.partner, each])),
      )
      expect(is!.get(partner)).toEqual({ partner, said, on: day })
      for (const [other, perspective] of was!)
        if (other !== partner) expect(is!.get(other)).toEqual(perspective)
      expect(enter('f', after, [recordPerspective(parts, prompt, partner, said, '2027-01-01')])).toBe(after)
    }),
  )
})

test('what is agreed is kept word for word, and nothing else changes', () => {
  const decision = fc.constantFrom('yes', 'no', 'not-yet', undefined)
  const review = fc.constantFrom('2027-03-02', undefined)
  const lead = fc.constantFrom('legal', 'together', undefined)
  check(
    fc.property(
      file,
      prompt,
      said,
      decision,
      review,
      lead,
      ({ text }, prompt, said, decision, review, lead) => {
        const after = enter('f', text, [
          recordAgreement(parts, prompt, {
            text: said,
            on: day,
            decision,
            review,
            lead,
          }),
        ])
        expectOnly(text, after, prompt, (answer) => {
          const before = answer.agreed
          return {
            ...answer,
            perspectives:
              answer.perspectives.length > 0
                ? answer.perspectives
                : answerTo(read(after), prompt).perspectives,
            agreed: {
              decision: decision ?? before?.decision,
              text: said,
              lead: lead ?? before?.lead,
              by: read(text).partners.map(({ id }) => id),
              also: [],
              on: day,
              review: review ?? (before?.review && before.review > day ? before.review : undefined),
              wording: prompt.wording,
            },
            parked: undefined,
          }
        })
      },
    ),
  )
})

test('why a prompt is parked is kept word for word, and nothing else changes', () => {
  check(
    fc.property(file, prompt, fc.option(said, { nil: undefined }), ({ text }, prompt, reason) => {
      const after = enter('f', text, [recordParked(parts, prompt, reason)])
      if (reason === undefined && !answerTo(read(text), prompt).parked) expect(after).toBe(text)
      expectOnly(text, after, prompt, (answer) => ({
        ...answer,
        perspectives:
          answer.perspectives.length > 0 ? answer.perspectives : answerTo(read(after), prompt).perspectives,
        parked: reason,
      }))
    }),
  )
})

test('many things written at once read as when each is written by itself', () => {
  const write = fc.oneof(
    fc
      .tuple(prompt, fc.constantFrom('legal', 'health'), said)
      .map(([prompt, partner, text]) => recordPerspective(parts, prompt, partner, text, day)),
    fc
      .tuple(prompt, said, fc.constantFrom('legal', null, undefined), fc.constantFrom('2027-03-02', null))
      .map(([prompt, text, lead, review]) => recordAgreement(parts, prompt, { text, on: day, lead, review })),
    fc
      .tuple(prompt, fc.option(said, { nil: undefined }))
      .map(([prompt, reason]) => recordParked(parts, prompt, reason)),
    fc
      .tuple(prompt, said)
      .map(([prompt, text]) =>
        recordProposal(parts, prompt, { partner: 'legal', for: 'agreed', text, on: day }),
      ),
    said.map((what) => recordRow('actions', { what, owner: 'legal' })),
    fc.array(said, { maxLength: 3 }).map((present) => recordMeeting(day, { present })),
  )
  check(
    fc.property(file, fc.array(write, { maxLength: 12 }), ({ text }, writes) => {
      const oneByOne = writes.reduce((before, each) => enter('f', before, [each]), text)
      expect(enter('f', text, writes)).toBe(oneByOne)
    }),
  )
})

test('an edit changes the same lines, whether the file is regular or read in full', () => {
  const anyway = '#\ta tab\n'
  const row = fc.constantFrom('actions', 'meetings', 'stakeholders')
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc
      .tuple(prompt, said)
      .map(([{ id }, text]) => ({ at: ['answers', { prompt: id }, 'agreed'], value: { text } })),
    fc.tuple(fc.nat(3), said).map(([n, text]) => ({ at: ['answers', n, 'proposals', 0], value: { text } })),
    fc.tuple(row, fc.nat(2), said).map(([table, n, what]) => ({ at: [table, n], value: { what, due: day } })),
    fc.tuple(row, fc.nat(1)).map(([at, shorter]) => ({ at: [at], shorter })),
    fc.tuple(fc.nat(1), said).map(([n, name]) => ({ at: ['partners', n, 'people', 0], value: { name } })),
    said.map((name) => ({ at: ['name'], value: name })),
    said.map((word) => ({ at: ['terms', 'client'], value: word })),
  )
  const attempt = (text: string, edits: Edit[]) => {
    try {
      return editYaml('f', text, edits)
    } catch (error) {
      if (error instanceof HjpError) return error.code
      throw error
    }
  }
  check(
    fc.property(file, fc.array(edit, { minLength: 1, maxLength: 4 }), ({ text }, edits) => {
      if (/^[{\uFEFF-]/.test(text)) return
      const before = text.includes('\r') ? anyway.replaceAll('\n', '\r\n') : anyway
      const full = attempt(before + text, edits)
      expect(attempt(text, edits)).toBe(full.startsWith(before) ? full.slice(before.length) : full)
    }),
  )
})

test.each([{ path: 'fresh.yaml', text: fresh }, ...folder('test/hand')])(
  '$path stays a pleasure to read',
  async ({ path, text }) => {
    const after = prompts.reduce((before, prompt, n) => {
      const partner = prompt.side ?? (n % 2 === 0 ? 'legal' : 'health')
      const heard = enter('f', before, [
        recordPerspective(parts, prompt, partner, 'We ring: at once.\n\n- or the next day', day),
      ])
      if (n === 1) return enter('f', heard, [recordParked(parts, prompt, 'Wait for the #1 nurse')])
      return enter('f', heard, [
        recordAgreement(parts, prompt, {
          text: 'We ring.',
          on: day,
          ...(prompt.decision && { decision: 'yes' }),
        }),
      ])
    }, text)
    await expect(after).toMatchFileSnapshot(`hand/${path.replace('.yaml', '.recorded.txt')}`)
  },
)

test('two people answer different prompts, and git merges what they said', () => {
  const some = parseParts(folder('prompts').filter(({ path }) => /^0[59]/.test(path)))
  const parts = partsFor(some, { locale: 'en-AU' })
  const base = blankFile(start, parts)
  /** The file as its items, which blank lines part, and each item as it reads once it is answered. */
  const items = base.split('\n\n')
  const answered = parts
    .flatMap((part) => part.prompts)
    .map((prompt, n) => {
      const once = enter('f', base, [
        recordPerspective(
          parts,
          prompt,
          n % 3 === 0 ? 'legal' : 'health',
          'The same words\nfrom everyone.',
          day,
        ),
      ])
      const both =
        n % 2 === 0 ? once : enter('f', once, [recordAgreement(parts, prompt, { text: 'Agreed.', on: day })])
      const now = both.split('\n\n')
      const row = now.findIndex((item, n) => item !== items[n])
      return { row, text: now[row]! }
    })
  expect(answered.length).toBeGreaterThan(20)
  const said = (answers: typeof answered) =>
    items.map((item, row) => answers.find((answer) => answer.row === row)?.text ?? item).join('\n\n')

  const directory = mkdtempSync(join(tmpdir(), 'hjp-merge-'))
  const [ours, origin, theirs] = ['ours', 'origin', 'theirs'].map((name) => join(directory, name))
  writeFileSync(origin!, base)
  fc.assert(
    fc.property(fc.shuffledSubarray(answered, { minLength: 20, maxLength: 20 }), (chosen) => {
      writeFileSync(ours!, said(chosen.slice(0, 10)))
      writeFileSync(theirs!, said(chosen.slice(10)))
      const merged = spawnSync('git', ['merge-file', '-p', ours!, origin!, theirs!], { encoding: 'utf8' })
      expect([merged.status, merged.stdout]).toEqual([0, said(chosen)])
    }),
    { numRuns: runs(100) },
  )
  rmSync(directory, { recursive: true })
})

test('words that others were added to are not told as replaced, nor those that only moved', () => {
  const replaced = (before: unknown, after: unknown) => replacedWords(before, after).map(({ was }) => was)
  expect(replaced({ said: 'One.' }, { said: 'One.\nTwo.' })).toEqual([])
  expect(replaced({ said: 'One.' }, { said: 'One. Two.' })).toEqual(['One.'])
  expect(replaced({ all: ['One.', 'Two.'] }, { all: ['Two.'], more: 'One.' })).toEqual([])
})

test('one partner says what they think, and what another sent back still waits', () => {
  const proposed = ['legal', 'health'].map(
    (id) => `{ partner: ${id}, for: said, text: Other words of ${id} }`,
  )
  const text = fileOf(`answers: [{ prompt: ${prompts[0]!.id}, proposals: [${proposed.join(', ')}] }]`)
  const after = enter('f', text, [recordPerspective(parts, prompts[0]!, 'legal', 'W', day)])
  expect(answerTo(read(after), prompts[0]!).proposals.map(({ partner }) => partner)).toEqual(['health'])
})
