import { codeDerived } from '../../core/agreement/copy.ts'
import { isLevel } from '../../core/agreement/statements.ts'
import type { Questionnaire } from '../../core/prompts/questionnaires.ts'
import { inEnglish, inFull, numbersBegin } from '../../core/values/locale.ts'
import { counted } from '../../errors.ts'
import type { Leftover, Question, ReturnedAnswer } from '../../intake/returned.ts'
import type { FormResponse } from '../../intake/table/responses.ts'
import type { Table } from '../../intake/table/table.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { type ReturnedBy, senderNamed, whose } from './open-returned.ts'
import type { ReturnedCopy } from './read-file.ts'
import { copyReading, promptReading } from './reading.ts'

/** What people sent with a form of another service: what partners said, and copies of questionnaires. */
type ResponsesTaken = { copies: ReturnedCopy[]; returned: ReturnedBy[]; told: string[] }

/**
 * What a form service exported, a response a row; nothing where a spreadsheet is something else. The partner of a response is told by
 * its address, else by `as`. Throws HjpError whoseWords.
 */
export async function responsesIn(
  world: World,
  opened: Opened,
  table: Table,
  as: string | undefined,
): Promise<ResponsesTaken | undefined> {
  const { readResponses } = await import('../../intake/table/responses.ts')
  const { questions } = promptReading(world, opened, 'questions')
  const writing = numbersBegin(opened.partnership.locale) ?? 'day'
  const statements = opened.questionnaires
    .map((each) => statementsIn(opened, each))
    // How close the partners are is asked by each of them.
    .filter((all) =>
      readResponses(
        table,
        all.filter(({ prompt }) => !isLevel(prompt)),
        writing,
      ),
    )
    .flat()
  const read = readResponses(table, [...questions, ...statements], writing)
  if (!read) return undefined
  const sent = read.responses.filter(({ isSent }) => isSent)
  const unsent = read.responses.length - sent.length
  const byPartner = await inPartners(world, opened, sent, as)
  const isMark = (prompt: string) => statements.some((each) => each.prompt === prompt)
  const returned = byPartner.map(([partner, responses]) => saidBy(partner, responses, isMark))
  const loose = read.others.map(
    ({ heading, words }): Leftover => ({
      what: 'words',
      near: undefined,
      words: `${heading}: ${words}`,
    }),
  )
  returned[0]?.others.push(...loose)
  return {
    returned: returned.filter(({ answers, others }) => answers.length + others.length > 0),
    copies: byPartner.flatMap(([partner, responses]) =>
      responses.flatMap((each) =>
        opened.questionnaires.flatMap(({ id }) => copyOf(each, partner, id, world.today) ?? []),
      ),
    ),
    told: [
      ...(unsent > 0 ? [`${counted(unsent, 'response')} begun and never sent, and so left out.`] : []),
      ...(read.guessed ? [guessTold(read.guessed, opened.partnership.locale)] : []),
    ],
  }
}

const guessTold = ({ cell, on }: { cell: string; on: string }, locale: string): string =>
  `Its days could begin with the day or the month. "${cell}" is read as ${inFull(on, inEnglish(locale))}. If that is wrong, take it back with *hjp undo* and import it again with its days written as in ${on}.`

/** What a questionnaire asks, known by its words: its numbers are those of prompts too. */
const statementsIn = (opened: Opened, { id }: Questionnaire): Question[] =>
  copyReading(opened, { asks: id, partner: '', on: '' }).questions.map((each) => ({ ...each, number: '' }))

/** Responses by their partner. */
async function inPartners(
  world: World,
  opened: Opened,
  responses: FormResponse[],
  as: string | undefined,
): Promise<[partner: string, responses: FormResponse[]][]> {
  const found = new Map<string, FormResponse[]>()
  let other: string | undefined
  for (const each of responses) {
    const known = senderNamed(opened.partnership, each.email)?.id
    if (!known) other ??= await whose(world, opened, as, { from: {} })
    const partner = known ?? other!
    found.set(partner, [...(found.get(partner) ?? []), each])
  }
  return [...found]
}

/** What one of a partner's people said to a prompt; `by` is nothing where nobody knows whether the same one said something else. */
type Said = { words: string; name: string | undefined; by: string | undefined; on: string | undefined }

/** What one partner's people answered to prompts, each of them on their own. What somebody answered again is told beside it as it was first. */
function saidBy(partner: string, responses: FormResponse[], isMark: (prompt: string) => boolean): ReturnedBy {
  const all = new Map<string, Said[]>()
  for (const { email, name, on, answers } of responses)
    for (const { prompt, choice, words } of answers)
      if (!isMark(prompt)) {
        const by = email && `${email.toLowerCase()} ${name}`
        const said = { words: [choice, words].filter(Boolean).join('\n\n'), name: name ?? email, by, on }
        all.set(prompt, [...(all.get(prompt) ?? []), said])
      }
  const on = responses
    .flatMap((each) => each.on ?? [])
    .sort()
    .at(-1)
  const read = [...all].map(([prompt, said]) => saidTo(prompt, said))
  return {
    ...{ partner, from: {}, ...(on && { on }), text: '' },
    answers: read.flatMap(({ answers }) => answers),
    others: read.flatMap(({ others }) => others),
  }
}

function saidTo(prompt: string, said: Said[]): Pick<ReturnedBy, 'answers' | 'others'> {
  const ofSame = ({ by }: Said) => said.filter((each) => by !== undefined && each.by === by)
  const isLast = (each: Said) => [each, undefined].includes(ofSame(each).at(-1))
  const answers = said.filter(isLast).map((each): ReturnedAnswer => {
    const { name, on, words } = each
    const before = ofSame(each).flatMap((other) => (other === each ? [] : stampOf(other.words)))
    const person = { ...(name && { name }), ...(on && { on }), before }
    return { prompt, as: 'said', words, ...(said.length > 1 && { person }) }
  })
  const others = said
    .filter((each) => !isLast(each) && ofSame(each).at(-1)?.words !== each.words)
    .map(({ words }): Leftover => ({ what: 'earlier', near: prompt, words }))
  return { answers, others }
}

/** The marks of a response as a copy of a questionnaire, under a code that tells it from others, and not who sent it. */
function copyOf(
  { key, on, answers }: FormResponse,
  partner: string,
  asks: string,
  today: string,
): ReturnedCopy | undefined {
  const marks = answers.filter(({ prompt }) => prompt.startsWith(`${asks}/`))
  if (marks.length === 0) return undefined
  return {
    copy: {
      asks,
      partner,
      on: on && on <= today ? on : today,
      code: codeDerived([asks, partner, key].join('\0')),
    },
    answers: marks.map(({ prompt, choice, words }) => ({ prompt, as: 'said', words: choice ?? words })),
    others: [],
  }
}
