import { gathered, type PromptIds } from '../file/gathered.ts'
import type { Agreed, Note, Partnership, Perspective, Proposal } from '../file/partnership.ts'
import type { Action, Meeting } from '../file/tables.ts'
import { versionReader } from '../file/versions.ts'
import { isTold } from '../meeting/meetings.ts'

/** A text of the partnership file, and those it was made from: blank where there was none, several in a merge. */
type Version<C> = { commit: C; text: string; before: string[] }

/** What can come, change and go in a partnership file, as it stands there. */
type Rows = {
  perspective: Perspective
  agreement: Agreed
  /** Of a prompt, or of a whole part. */
  parking: { reason: string; part?: string }
  proposal: Proposal
  note: Note
  action: Action
  meeting: Meeting
}
export type About = keyof Rows
export type RowOf<A extends About> = Rows[A]

export type What =
  | ('said' | 'said-anew' | 'words-gone')
  | ('agreed' | 'not-agreed-yet' | 'agreed-again' | 'agreed-too' | 'agreement-changed' | 'agreement-gone')
  | ('parked' | 'parking-changed' | 'resumed')
  | ('proposed' | 'proposed-anew' | 'proposal-settled')
  | ('noted' | 'note-changed' | 'note-gone')
  | ('undertaken' | 'done' | 'dropped' | 'action-changed' | 'action-gone')
  | ('planned' | 'recorded' | 'meeting-changed' | 'meeting-gone')

/** Something that came about. */
export type Occurrence<A extends About, C> = {
  what: What
  about: A
  prompt: string | undefined
  /** The day that was written down with it. */
  on: string | undefined
  now: RowOf<A> | undefined
  /** More than one where a merge brought several together. */
  before: RowOf<A>[]
  commit: C
}
export type StoryEvent<C> = { [A in About]: Occurrence<A, C> }[About]

type Facts = { [A in About]: Map<string, { prompt?: string; row: RowOf<A> }> }

/**
 * How a partnership file came about, oldest first, told under the prompts as they are now, and the versions that cannot be read, which are
 * passed over.
 */
export function story<C>(
  versions: Version<C>[],
  prompts: readonly PromptIds[] = [],
): { events: StoryEvent<C>[]; unreadable: C[] } {
  const read = versionReader()
  const facts = new Map<string, Facts | undefined>()
  const factsIn = (text: string): Facts | undefined => {
    if (!facts.has(text)) {
      const file = text.trim() === '' ? NOTHING : read(text)
      facts.set(text, file && factsOf({ ...file, answers: gathered(file.answers, prompts) }))
    }
    return facts.get(text)
  }
  /** What was known before a text that cannot be read: what comes after it is compared with that. */
  const passed = new Map<string, Facts[]>()
  const unreadable: C[] = []
  const events = versions.flatMap(({ commit, text, before }) => {
    const then = before.flatMap((each) => factsIn(each) ?? passed.get(each) ?? [])
    const now = factsIn(text)
    if (now) return eventsOf(commit, now, then)
    unreadable.push(commit)
    passed.set(text, then)
    return []
  })
  return { events, unreadable }
}

const NOTHING = { parked: [], answers: [], actions: [], meetings: [] }

/** What a file says, each under a name by which it is known again in another version. */
function factsOf({ parked, answers, actions, meetings }: Pick<Partnership, keyof typeof NOTHING>): Facts {
  return {
    perspective: underAnswers(answers, ({ perspectives }) =>
      perspectives.flatMap((row) => (row.said ? [{ name: row.partner, row }] : [])),
    ),
    agreement: underAnswers(answers, ({ agreed: row }) => (row ? [{ name: '', row }] : [])),
    parking: new Map<string, { prompt?: string; row: RowOf<'parking'> }>([
      ...parked.map(({ part, why }) => [part, { row: { reason: why, part } }] as const),
      ...underAnswers(answers, ({ parked: reason }) => (reason ? [{ name: '', row: { reason } }] : [])),
    ]),
    proposal: underAnswers(answers, ({ proposals }) =>
      proposals.map((row) => ({ name: `${row.from ?? row.partner} ${row.for} ${row.text}`, row })),
    ),
    note: underAnswers(answers, ({ notes }) =>
      notes.map((row) => ({ name: `${row.partner} ${row.text}`, row })),
    ),
    action: byName(actions, ({ id, what }) => id ?? what),
    meeting: byName(meetings, ({ id, on }) => id ?? on),
  }
}

/** What stands under answers, by the prompt and a name there. */
function underAnswers<T>(
  answers: Partnership['answers'],
  rowsOf: (answer: Partnership['answers'][number]) => { name: string; row: T }[],
): Map<string, { prompt: string; row: T }> {
  return new Map(
    answers.flatMap((answer) => {
      const { prompt } = answer
      return rowsOf(answer).map(({ name, row }): [string, { prompt: string; row: T }] => [
        `${prompt} ${name}`,
        { prompt, row },
      ])
    }),
  )
}

/** Rows by their name, and by their turn among those of the same name. */
function byName<T>(rows: T[], name: (row: T) => string): Map<string, { row: T }> {
  const names = rows.map(name)
  return new Map(
    rows.map((row, n) => {
      const turn = names.slice(0, n).filter((each) => each === names[n]).length
      return [`${names[n]} ${turn}`, { row }]
    }),
  )
}

function eventsOf<C>(commit: C, now: Facts, then: Facts[]): StoryEvent<C>[] {
  const all: StoryEvent<C>[] = [
    ...occurrencesOf('perspective', commit, now, then),
    ...occurrencesOf('agreement', commit, now, then),
    ...occurrencesOf('parking', commit, now, then),
    ...occurrencesOf('proposal', commit, now, then),
    ...occurrencesOf('note', commit, now, then),
    ...occurrencesOf('action', commit, now, then),
    ...occurrencesOf('meeting', commit, now, then),
  ]
  const prompts = [...new Set(all.map(({ prompt }) => prompt))]
  return all.toSorted((a, b) => prompts.indexOf(a.prompt) - prompts.indexOf(b.prompt))
}

/** What is not as any of the versions before has it. What a merge took over from one of them is told there. */
function occurrencesOf<A extends About, C>(
  about: A,
  commit: C,
  now: Facts,
  then: Facts[],
): Occurrence<A, C>[] {
  const sense = (row: RowOf<A> | undefined): string | undefined =>
    row && JSON.stringify(row, (key, value) => (ASIDE[about] === key ? undefined : trimmed(value)))
  const names = new Set([now, ...then].flatMap((facts) => [...facts[about].keys()]))
  return [...names].flatMap((name): Occurrence<A, C>[] => {
    const is = now[about].get(name)
    const was = then.map((facts) => facts[about].get(name))
    if (was.some((each) => each?.row === is?.row || sense(each?.row) === sense(is?.row))) return []
    const before = [...new Map(was.flatMap((each) => (each ? [[sense(each.row), each.row]] : []))).values()]
    const days = before.map((row) => DAY[about](row))
    const day = is && DAY[about](is.row)
    return [
      {
        what: WHAT[about](is?.row, before[0]),
        about,
        prompt: (is ?? was.find(Boolean))?.prompt,
        // One that was there before was not written down with these words.
        on: days.includes(day) ? undefined : day,
        now: is?.row,
        before,
        commit,
      },
    ]
  })
}

/** What may change with nothing to tell. */
const ASIDE: { [A in About]?: keyof RowOf<A> } = { perspective: 'on', agreement: 'wording' }
const trimmed = (value: unknown) => (typeof value === 'string' ? value.trimEnd() : value)

const DAY: { [A in About]: (row: RowOf<A>) => string | undefined } = {
  perspective: ({ on }) => on,
  agreement: ({ on }) => on,
  parking: () => undefined,
  proposal: ({ on }) => on,
  note: ({ on }) => on,
  action: ({ done }) => done,
  meeting: () => undefined,
}

type Naming<A extends About> = (now: RowOf<A> | undefined, before: RowOf<A> | undefined) => What

const naming =
  (came: What, changed: What, gone: What): Naming<About> =>
  (now, before) =>
    !now ? gone : before ? changed : came

/** Whether more are told to have agreed. Where none are listed it goes by the day who did. */
const isByMore = (now: Agreed, before: Agreed): boolean =>
  now.also.length > before.also.length || (before.by.length > 0 && now.by.length > before.by.length)

const WHAT: { [A in About]: Naming<A> } = {
  perspective: naming('said', 'said-anew', 'words-gone'),
  agreement: (now, before) => {
    const settled = now && now.decision !== 'not-yet'
    if (settled && before?.decision === 'not-yet') return 'agreed'
    const isSame = (['text', 'decision', 'lead'] as const).every((key) => now?.[key] === before?.[key])
    if (isSame && now?.on !== before?.on) return 'agreed-again'
    if (isSame && now && before && isByMore(now, before)) return 'agreed-too'
    return naming(settled ? 'agreed' : 'not-agreed-yet', 'agreement-changed', 'agreement-gone')(now, before)
  },
  parking: naming('parked', 'parking-changed', 'resumed'),
  proposal: naming('proposed', 'proposed-anew', 'proposal-settled'),
  note: naming('noted', 'note-changed', 'note-gone'),
  action: (now, before) => {
    if (now?.done && !before?.done) return 'done'
    if (now?.dropped && !before?.dropped) return 'dropped'
    return naming('undertaken', 'action-changed', 'action-gone')(now, before)
  },
  meeting: (now, before) =>
    now && isTold(now) && !(before && isTold(before))
      ? 'recorded'
      : naming('planned', 'meeting-changed', 'meeting-gone')(now, before),
}
