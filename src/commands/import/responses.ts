import { resolve } from 'node:path'
import { codeDerived } from '../../core/agreement/copy.ts'
import { isLevel } from '../../core/agreement/statements.ts'
import type { Questionnaire } from '../../core/prompts/questionnaires.ts'
import { numbersBegin } from '../../core/values/locale.ts'
import { counted, HjpError } from '../../errors.ts'
import type { Leftover, Question } from '../../intake/returned.ts'
import type { FormResponse } from '../../intake/table/responses.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { type ReturnedBy, senderNamed, whose } from './open-returned.ts'
import type { ReturnedCopy } from './read-file.ts'
import { copyReading, promptReading } from './reading.ts'

/** What people sent with a form of another service: what partners said, and copies of questionnaires. */
type ResponsesTaken = { copies: ReturnedCopy[]; returned: ReturnedBy[]; told: string[] }

/**
 * What a form service exported, a response a row; nothing where a spreadsheet is something else. The partner of a response is told by
 * its address, else by `as`. Throws HjpError noAnswers, notATable, tooMuchInIt or whoseWords.
 */
export async function responsesIn(
  world: World,
  opened: Opened,
  name: string,
  as: string | undefined,
): Promise<ResponsesTaken | undefined> {
  const bytes = await world.files.read(resolve(world.cwd, name))
  if (!bytes) throw new HjpError('noAnswers', name)
  const { readTable } = await import('../../intake/table/table.ts')
  const { readResponses } = await import('../../intake/table/responses.ts')
  const table = await readTable(name, bytes)
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
    told: unsent > 0 ? [`${counted(unsent, 'response')} begun and never sent, and so left out.`] : [],
  }
}

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

/** What one partner's people answered to prompts, all of it under each. What somebody answered again is told beside it as it was first. */
function saidBy(partner: string, responses: FormResponse[], isMark: (prompt: string) => boolean): ReturnedBy {
  const all = responses.flatMap(({ email, answers }) =>
    answers.flatMap((each) => (isMark(each.prompt) ? [] : { email, ...each })),
  )
  const isAgain = ({ email, prompt }: (typeof all)[number], n: number) =>
    all.some((other, m) => m > n && email !== undefined && other.email === email && other.prompt === prompt)
  const last = all.filter((each, n) => !isAgain(each, n))
  const on = responses
    .flatMap((each) => each.on ?? [])
    .sort()
    .at(-1)
  return {
    partner,
    from: {},
    ...(on && { on }),
    text: '',
    answers: [...new Set(last.map(({ prompt }) => prompt))].map((prompt) => ({
      ...{ prompt, as: 'said', words: together(last.filter((each) => each.prompt === prompt)) },
    })),
    others: all.filter(isAgain).map((each) => ({
      ...{ what: 'earlier', near: each.prompt, words: together([each]) },
    })),
  }
}

type Answer = FormResponse['answers'][number]

/** What several said to one prompt. Where they chose differently, no choice stands at the beginning as if it were everybody's. */
function together(answers: Answer[]): string {
  const choices = new Set(answers.map(({ choice }) => choice))
  const [choice] = choices
  const words = [...new Set(answers.map(({ words }) => words).filter(Boolean))]
  if (choices.size < 2) return [choice, ...words].filter(Boolean).join('\n\n')
  return answers.map((each) => [each.choice, each.words].filter(Boolean).join(' ')).join('\n')
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
