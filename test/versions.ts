import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { editYaml } from '../src/core/file/apply.ts'
import type { Edit } from '../src/core/file/edits.ts'
import { Partnership } from '../src/core/file/partnership.ts'
import { FILE_TABLES, TABLES } from '../src/core/file/tables.ts'
import { parseYaml, readYaml } from '../src/core/file/yaml.ts'
import { parseParts } from '../src/core/prompts/prompts.ts'
import { recordMeeting, recordRow } from '../src/core/record/add-row.ts'
import { recordAgreement } from '../src/core/record/agreement.ts'
import { recordNote, recordPerspective, recordProposal } from '../src/core/record/answer.ts'
import { blankFile } from '../src/core/record/blank-file.ts'
import { enter, type Write } from '../src/core/record/enter.ts'
import { recordParked } from '../src/core/record/parked.ts'
import { recordPersonAdded } from '../src/core/record/people.ts'
import { recordReading } from '../src/core/record/readings.ts'
import { HjpError } from '../src/errors.ts'
import { exampleFile } from './memory-world.ts'

/** A partnership file, and what two people make of it, each for themselves. */

const folder = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(`${path}/${name}`, 'utf8') }))
const parts = parseParts(folder('test/content/prompts'))
const prompts = parts.flatMap((part) => part.prompts)

const writtenIn = (text: string, ...writes: Write[]): string => enter('f', text, writes).text
const fresh = blankFile(
  {
    name: 'Riverbend',
    timezone: 'Australia/Melbourne',
    partners: [
      { id: 'legal', name: 'Riverbend Legal', sector: 'legal', people: [{ role: 'liaison', name: 'Ana' }] },
      { id: 'health', name: 'Riverbend Health', sector: 'health', people: [] },
    ],
  },
  parts,
)
const full = writtenIn(
  fresh,
  ...['Print the card', 'Ring the council', 'Book the room'].map((what) =>
    recordRow('actions', { what, owner: 'health' }),
  ),
  ...['A', 'B'].flatMap((n) => [
    recordRow('outcomes', { for: 'clients', term: 'short', text: `Change ${n}.` }),
    recordRow('indicators', { id: `ind-${n.toLowerCase()}`, measure: `Stories ${n}`, method: 'story' }),
    recordRow('funding', { source: `Grant ${n}` }),
    recordRow('contributions', { what: `Gift ${n}`, partner: 'legal' }),
  ]),
  recordMeeting('2026-02-03', { place: 'Room 1', present: ['Ana'], decisions: ['We meet monthly'] }),
)
const bases: string[] = [
  ...[fresh, full, full.replaceAll('\n', '\r\n'), `\uFEFF${full}`, full.trimEnd()],
  ...folder('test/hand').map(({ text }) => text),
  exampleFile('first-steps'),
]

/** Takes a text, and a word that stands nowhere else; gives what somebody makes of it. */
type Change = (text: string, word: string) => string

const rowsIn = (text: string, table: string): unknown[] =>
  ((parseYaml('f', text).data as Record<string, unknown>)[table] as unknown[] | null | undefined) ?? []

const edited = (text: string, ...edits: Edit[]): string => {
  const made = editYaml('f', text, edits)
  readYaml('f', made, Partnership)
  return made
}

const prompt = fc.constantFrom(...prompts)
const partner = fc.constantFrom('legal', 'health')
const table = fc.constantFrom(...FILE_TABLES)
const place = fc.nat(40)
const day = fc.constantFrom('2026-03-02', '2026-03-09', '2026-03-16')
const titles = { contributions: { partner: 'legal' }, outcomes: { for: 'clients', term: 'short' } } as Record<
  string,
  Record<string, string>
>
const titleOf = (name: keyof typeof TABLES) =>
  ({
    agreements: 'copy',
    actions: 'what',
    meetings: 'place',
    stakeholders: 'name',
    contributions: 'what',
    outcomes: 'text',
    indicators: 'measure',
    milestones: 'what',
    funding: 'source',
    rounds: 'questionnaire',
  })[name]

const said = fc.constantFrom(
  (word: string) => word,
  (word: string) => `${word}: the first.\n\n- the second # and no comment\n`,
)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(prompt, partner, day, said).map(
    ([prompt, who, on, as]): Change =>
      (text, word) =>
        writtenIn(text, recordPerspective(parts, prompt, who, as(word), on)),
  ),
  fc.tuple(prompt, day, fc.constantFrom('legal', 'together', undefined)).map(
    ([prompt, on, lead]): Change =>
      (text, word) =>
        writtenIn(text, recordAgreement(parts, prompt, { text: word, on, lead })),
  ),
  prompt.map(
    (prompt): Change =>
      (text, word) =>
        writtenIn(text, recordParked(parts, prompt, word)),
  ),
  fc.tuple(prompt, partner, day).map(
    ([prompt, who, on]): Change =>
      (text, word) =>
        writtenIn(
          text,
          recordProposal(parts, prompt, { partner: who, for: 'agreed', text: word, on }),
          recordNote(parts, prompt, { partner: who, by: 'Bo', text: `${word} too`, on }),
        ),
  ),
  fc.tuple(table, day).map(
    ([table, on]): Change =>
      (text, word) =>
        writtenIn(
          text,
          recordRow(table, {
            ...titles[table],
            ...(table === 'agreements' && { kind: 'whole', from: on }),
            ...(['meetings', 'rounds'].includes(table) && { on }),
            [titleOf(table)]: word,
          }),
        ),
  ),
  fc.tuple(day, fc.boolean()).map(
    ([on, more]): Change =>
      (text, word) =>
        writtenIn(
          text,
          recordMeeting(on, { decisions: [word], present: more ? [`${word} Li`, 'Ana'] : ['Ana'] }),
        ),
  ),
  partner.map(
    (who): Change =>
      (text, word) =>
        writtenIn(text, recordPersonAdded({ partner: who, role: 'deputy', name: word })),
  ),
  fc.tuple(fc.constantFrom('ind-a', 'ind-b'), day).map(
    ([name, on]): Change =>
      (text, word) =>
        writtenIn(
          text,
          recordReading(name, {
            on,
            value: word,
            of: undefined,
            note: undefined,
            groups: undefined,
            consent: undefined,
          }),
        ),
  ),
  // Another word in a row that is there, as people write with an editor.
  fc.tuple(table, place, fc.boolean()).map(
    ([table, n, isTitle]): Change =>
      (text, word) => {
        const rows = rowsIn(text, table)
        const others = Object.entries(TABLES[table].row.shape).filter(([name]) => TEXTS.includes(name))
        const name = isTitle ? titleOf(table) : others[n % Math.max(1, others.length)]?.[0]
        return rows.length === 0 || !name
          ? text
          : edited(text, { at: [table, n % rows.length, name], value: word })
      },
  ),
  fc.tuple(table, place).map(
    ([table, n]): Change =>
      (text) => {
        const rows = rowsIn(text, table)
        return rows.length < 2 ? text : edited(text, { at: [table, n % rows.length], out: true })
      },
  ),
  // A row to another place.
  fc.tuple(table, place, place).map(
    ([table, n, to]): Change =>
      (text) => {
        const rows = rowsIn(text, table)
        if (rows.length < 2) return text
        const value = rows[n % rows.length] as Edit['value'] & {}
        return edited(
          text,
          { at: [table, n % rows.length], out: true },
          { at: [table, rows.length], before: to % rows.length, value },
        )
      },
  ),
  // A comment above a line, or beside it.
  fc.tuple(place, fc.boolean()).map(
    ([n, isBeside]): Change =>
      (text, word) => {
        const lines = text.split('\n')
        const at = (n * 7) % lines.length
        const line = lines[at]!
        if (!/^\uFEFF? *(- )?[a-z-]+:/.test(line) || line.includes('#')) return text
        const indent = /^ */.exec(line)![0]
        lines[at] = isBeside
          ? line.replace(/\r?$/, (end) => ` # ${word}${end}`)
          : `${indent}# ${word}${line.endsWith('\r') ? '\r' : ''}\n${line}`
        const made = lines.join('\n')
        return JSON.stringify(parseYaml('f', made).data) === JSON.stringify(parseYaml('f', text).data)
          ? made
          : text
      },
  ),
)
const TEXTS = [
  'person',
  'dropped',
  'interest',
  'brings',
  'needs',
  'source',
  'target',
  'amount',
  'conditions',
  'chair',
  'appreciation',
]

/** The changes that can be made, one after the other. */
function afterAll(text: string, changes: Change[], name: string): string {
  return changes.reduce((before, change, n) => {
    try {
      return change(before, `word ${name}${n}`)
    } catch (error) {
      if (error instanceof HjpError) return before
      throw error
    }
  }, text)
}

/** A base and two versions made of it; each word that one of them adds is `word ours1`, `word theirs2` and so on. */
export const versions = fc
  .tuple(fc.constantFrom(...bases), fc.array(change, { maxLength: 5 }), fc.array(change, { maxLength: 5 }))
  .map(([base, here, there]) => ({
    base,
    ours: afterAll(base, here, 'ours'),
    theirs: afterAll(base, there, 'theirs'),
  }))
