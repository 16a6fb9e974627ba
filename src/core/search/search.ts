import type * as z from 'zod'
import { nearest } from '../../errors.ts'
import { whoAgreed } from '../file/members.ts'
import { partnerName } from '../file/partner.ts'
import { type Partnership, PartnershipRows } from '../file/partnership.ts'
import type { Row } from '../file/row.ts'
import { innerOf, isRecord, type Path } from '../file/walk.ts'
import { nameOfMeeting } from '../meeting/meetings.ts'
import { headingOf, type Part, promptNamed } from '../prompts/prompts.ts'
import { itemsOf } from '../record/items.ts'
import { columnsOf } from '../values/column.ts'
import { foldedWords, hasWords, sentencesWith } from './words.ts'

/** Something that the file says, where, who said it and when; `fields` are what it says, each in its column. */
type Saying = {
  at: Path
  /** What it is, as in: action ask, or: said about 5.1 Referral pathways. */
  what: string
  /** What commands call it: the number of its prompt, or the id of its row. */
  name: string
  by: string[]
  on: string | undefined
  prompt: string | undefined
  fields: [column: string, text: string][]
}

/** And what of it has the words that were looked for, and whether documents for partners keep it back. */
export type Find = Omit<Saying, 'fields'> & {
  found: { column: string; sentences: string[] }[]
  kept: boolean
}

/** All in the file that has these words, in the order in which the file is spoken of. */
export function findsIn(partnership: Partnership, parts: Part[], comments: Comment[], words: string): Find[] {
  const sought = foldedWords(words)
  if (sought.length === 0) return []
  return sayingsOf(partnership, parts, comments).flatMap(({ fields, ...saying }) => {
    if (!hasWords(fields.map(([, text]) => text).join('\n'), sought)) return []
    const found = fields
      .map(([column, text]) => ({ column, sentences: sentencesWith(text, sought) }))
      .filter(({ sentences }) => sentences.length > 0)
    return [{ ...saying, found, kept: isKept(parts, saying, found) }]
  })
}

/** The word of the file that is nearest to one of those that were not found. */
export function nearestWord(partnership: Partnership, parts: Part[], words: string): string | undefined {
  const known = sayingsOf(partnership, parts, []).flatMap(({ fields }) =>
    fields.flatMap(([, text]) => foldedWords(text)),
  )
  const all = [...new Set(known)].filter((word) => word.length > 3)
  return foldedWords(words)
    .filter((word) => word.length > 3 && !all.includes(word))
    .map((word) => nearest(word, all))[0]
}

/** What somebody noted beside the file's own words, and on which line. */
export type Comment = { words: string; line: number }

const sayingsOf = (partnership: Partnership, parts: Part[], comments: Comment[]): Saying[] => [
  ...answered(partnership, parts),
  ...itemsOf(partnership, parts).map(({ at, kind, of, row, id, words }): Saying => {
    const prompt = of === undefined ? undefined : promptNamed(parts, id.split('/')[0]!)
    const about = text(row['about'])
    return {
      at,
      what: [kind, of ? `${prompt ? 'on' : 'of'} ${of}` : id || words].join(' '),
      name: prompt?.number ?? (id || words),
      by: whoIn(partnership, row),
      on:
        text(row['on'] ?? row['done']) ??
        partnership.meetings.find((each) => nameOfMeeting(each) === row['from'])?.on,
      prompt: (prompt ?? (about === undefined ? undefined : promptNamed(parts, about)))?.id,
      fields: fieldsOf(row),
    }
  }),
  {
    ...{ at: [], what: 'the partnership', name: partnership.name, by: [], on: undefined, prompt: undefined },
    fields: fieldsOf({ name: partnership.name, level: partnership.level ?? null, ...partnership.terms }),
  },
  ...partnership.conflicts.map(
    ({ at, other }, n): Saying => ({
      at: ['conflicts', n],
      what: `another version of ${at}`,
      ...{ name: at, by: [], on: undefined, prompt: undefined },
      fields: [['other', other]],
    }),
  ),
  ...comments.map(
    ({ words, line }): Saying => ({
      at: [],
      what: `comment on line ${line}`,
      ...{ name: String(line), by: [], on: undefined, prompt: undefined },
      fields: [['comment', words]],
    }),
  ),
]

/** What was said and agreed on prompts, and why they are set aside. */
function answered(partnership: Partnership, parts: Part[]): Saying[] {
  const nameOf = (id: string) => partnerName(partnership, id)
  return partnership.answers.flatMap(({ prompt: id, perspectives, agreed, parked }, n) => {
    const prompt = promptNamed(parts, id)
    const heading = prompt ? headingOf(prompt) : id
    const saying = (
      what: string,
      at: Path,
      by: string[],
      on: string | undefined,
      [column, words]: [string, string],
    ) =>
      ({
        at: ['answers', n, ...at],
        what: `${what} ${heading}`,
        name: prompt?.number ?? id,
        by,
        on,
        prompt: prompt?.id,
        fields: [[column, words]],
      }) satisfies Saying
    const then = agreed ? whoAgreed(agreed, partnership).filter(({ on }) => on === agreed.on) : []
    return [
      ...perspectives.flatMap(({ partner, said, on }, m) =>
        said ? saying('said about', ['perspectives', m], [nameOf(partner)], on, ['said', said]) : [],
      ),
      ...(agreed
        ? [
            saying(
              'agreed on',
              ['agreed'],
              then.map(({ id }) => nameOf(id)),
              agreed.on,
              ['text', agreed.text],
            ),
          ]
        : []),
      ...(parked ? [saying('why this is set aside:', [], [], undefined, ['parked', parked])] : []),
    ]
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The texts of a row, each with its column: rows within it speak for themselves. */
const fieldsOf = (row: Row): [string, string][] =>
  Object.entries(row).flatMap(([column, value]): [string, string][] => {
    const values: unknown[] = Array.isArray(value)
      ? value
      : isRecord(value)
        ? Object.entries(value).flat()
        : [value]
    return values.flatMap((each): [string, string][] =>
      typeof each === 'string' || typeof each === 'number' ? [[column, String(each)]] : [],
    )
  })

const whoIn = (partnership: Partnership, row: Row): string[] => [
  ...new Set(
    [
      row['by'],
      row['person'],
      row['partner'],
      row['owner'],
      row['lead'],
      row['holds'],
      row['collects'],
    ].flatMap((who) => (typeof who === 'string' ? partnerName(partnership, who) : [])),
  ),
]

/** Whether documents for partners have none of it: it is on a private prompt, or what is thought of somebody. */
function isKept(parts: Part[], { at, prompt }: Pick<Saying, 'at' | 'prompt'>, found: Find['found']): boolean {
  const isPrivate = parts.some(({ prompts }) => prompts.some((each) => each.private && each.id === prompt))
  const columns = columnsOf(schemaAt(at) ?? PartnershipRows)
  return isPrivate || (found.length > 0 && found.every(({ column }) => columns[column]?.candid))
}

const schemaAt = (at: Path): z.core.$ZodType | undefined =>
  at.reduce<z.core.$ZodType | undefined>((schema, step) => innerOf(schema, step), PartnershipRows)
