import { copiesIn, copyLine, type FormCopy } from '../../core/agreement/copy.ts'
import {
  areCalledIn,
  emptyRows,
  formedRows,
  MOST_NEW,
  type RowForm,
  rowFormNamed,
  rowPlaces,
  rowsAtCode,
} from '../../core/agreement/row-form.ts'
import { statementPlaces } from '../../core/agreement/statements.ts'
import { DECISION_WORDS } from '../../core/prompts/decisions.ts'
import { type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { questionnaireNamed } from '../../core/prompts/questionnaires.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { forPartners } from '../../core/view/privacy.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { NumberedThings, NumberingOf } from '../../intake/clauses.ts'
import type { QuotedLine } from '../../intake/quoted-lines.ts'
import type { Question, Returned } from '../../intake/returned.ts'
import { withGone, withRowsOut, withTitles } from '../../intake/rows-out.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { readAgreementText } from './agreement-text.ts'
import { type Baseline, baselineOf, copyBaseline, once, withAllPartners } from './baseline.ts'
import { clausesSent } from './clauses.ts'
import { standsAsAsked, withConfirmations } from './confirmed.ts'
import { rowsSent } from './rows-sent.ts'

/** What a file is read by: what it may answer, and what hjp says itself in what was sent. */
export type ReadBy = {
  questions: Question[]
  /** A Word file that was sent before a prompt took the place of others still has theirs. */
  former: Question[]
  today(): Promise<Baseline>
  numbering: NumberingOf
  /** What some lines say that are a copy of the agreement; nothing where they are none. */
  agreementIn?(lines: QuotedLine[]): ReturnType<typeof readAgreementText>
  /** Whether what is agreed on a prompt is still what was asked, by the stamp of that. */
  stands(prompt: string, asked: string): boolean
  confirmed<R extends Pick<Returned, 'answers' | 'others' | 'text' | 'subject'>>(read: R): R
}

/** Reads answers to prompts. */
export function promptReading(world: World, opened: Opened, numbers: NumberedThings | undefined): ReadBy {
  const fill = inWords(opened.partnership)
  const prompts = promptsOf(opened.parts)
  const questionOf = ({ id, number, topic, ask, decision }: Prompt): Question => ({
    ...{ prompt: id, number, topic, ask: fill(ask) },
    ...(decision && { choices: Object.values(DECISION_WORDS) }),
  })
  const questions = prompts.map(questionOf)
  const today = once(() => baselineOf(opened, world.today))
  const people = opened.partnership.partners.flatMap((each) => each.people.flatMap(({ name }) => name ?? []))
  return {
    questions,
    former: prompts.flatMap((prompt) => prompt.was.map((id) => questionOf({ ...prompt, id }))),
    today,
    // Who says what its numbers stand for has seen a reply in it.
    ...(!numbers && {
      agreementIn: (lines) => readAgreementText({ world, opened, questions, today }, lines),
    }),
    numbering: async (sent) => ({ numbers, people, clauses: await clausesSent(world, opened, sent) }),
    stands: (prompt, asked) => standsAsAsked(opened, world.today, prompt, asked),
    confirmed: (read) => withConfirmations(opened, world.today, read),
  }
}

/** Reads a copy of a questionnaire. */
export const copyReading = (opened: Opened, copy: FormCopy): ReadBy => ({
  questions: statementPlaces(questionnaireNamed(opened.questionnaires, copy.asks))
    .flatMap(({ places }) => places)
    .map(({ prompt, number, topic, choices }) => ({
      ...{ prompt, number, topic, ask: topic, choices: choices.map(({ words }) => words) },
    })),
  former: [],
  today: once(() => copyBaseline(opened, copy)),
  numbering: async () => ({ numbers: 'questions' }),
  stands: () => false,
  confirmed: (read) => read,
})

/** The code of a table by which its rows are told, where a text that has lost that calls each of them as it would today. */
export function codeByNames(
  opened: Opened,
  table: RowForm,
  { partner, text, today }: { partner: string; text: string; today: string },
): string | undefined {
  const { rows, code } = formedRows(forPartners(viewOf({ ...opened, today })), partner, table)
  return areCalledIn(text, rows) ? code : undefined
}

/** Reads a table that a partner filled in. Without what a file tells, a row goes by its number, so it must be known how the table was. */
export async function rowReading(
  world: World,
  opened: Opened,
  table: RowForm,
  copy: FormCopy,
): Promise<ReadBy> {
  const then = await rowsSent(world, opened, table, copy)
  const view = forPartners(viewOf({ ...withAllPartners(opened), today: world.today }))
  const sent = then?.rows ?? rowsAtCode(view, copy.partner, table, copy.code ?? '')
  const rows = sent ?? formedRows(view, copy.partner, table).rows
  const empty = emptyRows(table, rows.length, MOST_NEW)
  const questions = rowPlaces(table, [...rows, ...empty]).map(({ row, prompt, number, topic, said }) => ({
    // Its question alone could stand for many cells, or be what someone writes.
    ...{ prompt, topic, ask: '', number: sent ? number : prompt },
    ...(row && { row, said }),
  }))
  const known = rowPlaces(table, [...(then?.rows ?? []), ...empty])
  const stamped = new Map(known.map(({ prompt, said }) => [prompt, { sent: stampOf(said) }]))
  return {
    questions,
    former: [],
    today: once(() => copyBaseline(then?.opened ?? opened, copy)),
    async numbering() {
      if (!sent && copy.code) throw new HjpError('otherRows', table, copy.partner)
      return { numbers: 'questions' }
    },
    stands: () => false,
    confirmed(read) {
      const whole = withGone(withRowsOut(read, questions, copyLine(copy)), questions)
      const named = withTitles(whole, questions)
      return { ...named, answers: named.answers.map((each) => ({ ...stamped.get(each.prompt), ...each })) }
    },
  }
}

/** The copy of a form of this partnership that a text is. Throws HjpError severalCopies or lostCode. */
export function copyHere({ questionnaires, partnership }: Opened, text: string): FormCopy | undefined {
  const [copy, ...others] = copiesIn(text).filter(
    ({ asks, partner }) =>
      (rowFormNamed(asks) || questionnaires.some(({ id }) => id === asks)) &&
      partnership.partners.some(({ id }) => id === partner),
  )
  if (others.length > 0) throw new HjpError('severalCopies', others.length + 1)
  if (copy && copy.code === undefined)
    throw new HjpError(
      'lostCode',
      rowFormNamed(copy.asks) ?? questionnaireNamed(questionnaires, copy.asks).title,
    )
  return copy
}
