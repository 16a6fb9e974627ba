import { CLOSENESS, LEVELS, RATINGS } from '../file/tables.ts'
import { type Questionnaire, WHICH_LEVEL, WHICH_RATING } from '../prompts/questionnaires.ts'
import type { View } from '../view/view.ts'
import { type Box, sheetFor, type WorksheetRow } from './worksheet.ts'

/** A questionnaire as a form, and what its marks say. */

/** Minutes that a statement takes. */
const MINUTES = 1

/** A copy of a questionnaire for someone of a partner, who is known by its code alone. */
export const questionnaireCopy = (
  view: View,
  partner: string,
  questionnaire: Questionnaire,
  code: string,
) => ({
  ...sheetFor(view, { asks: questionnaire.id, partner, code }, statementPlaces(questionnaire), MINUTES),
  questionnaire,
  anonymous: true,
})

/** The statements with their boxes, by the group, and last how closely the partners work together. */
export const statementPlaces = ({
  id,
  groups,
  scale,
}: Questionnaire): { title: string; places: WorksheetRow[] }[] => [
  ...groups.map(({ title, statements }, n) => ({
    title,
    places: statements.map((statement, m) =>
      place(`${id}/${statement.id}`, `${n + 1}.${m + 1}`, statement.text, RATINGS, scale, WHICH_RATING),
    ),
  })),
  {
    title: 'How close we are',
    places: [
      {
        ...place(
          levelOf(id),
          `${groups.length + 1}.1`,
          'How closely do we work together?',
          LEVELS,
          CLOSENESS,
          WHICH_LEVEL,
        ),
        beside: [
          {
            label: 'In a few words',
            words: LEVELS.map((each) => `- ${each}: ${CLOSENESS[each]}`).join('\n'),
          },
        ],
      },
    ],
  },
]

const LEVEL = '//level'
const levelOf = (questionnaire: string): string => `${questionnaire}${LEVEL}`

/** Whether a place asks how closely the partners work together, which every questionnaire does. */
export const isLevel = (place: string): boolean => place.endsWith(LEVEL)

const place = (
  prompt: string,
  number: string,
  topic: string,
  choices: readonly string[],
  means: Partial<Record<string, string>>,
  which: string,
): WorksheetRow => ({
  ...{ prompt, number, topic, ask: '', why: undefined, follows: undefined, beside: [], others: [] },
  ...{
    choices: choices.map((words) => ({ words, ticked: false, ...(means[words] && { means: means[words] }) })),
    which,
    said: '',
    rest: '',
    ticksOnly: true,
  },
})

/** What came back on a copy: the marks, what is not plain, and how often there were words beside a mark. */
export type MarksRead = {
  level?: string
  ratings: Record<string, string>
  unclear: { number: string; words: string }[]
  remarks: number
}

/** The marks that answers are. Two boxes ticked are none, and are told. */
export function marksIn(
  questionnaire: Questionnaire,
  answers: { prompt: string; words: string }[],
): MarksRead {
  const { id } = questionnaire
  const read: MarksRead = { ratings: {}, unclear: [], remarks: 0 }
  for (const { prompt, number, choices } of statementPlaces(questionnaire).flatMap(({ places }) => places)) {
    const words = answers.find((answer) => answer.prompt === prompt)?.words.trim()
    if (!words) continue
    const found = choiceIn(words, choices)
    if (!found) read.unclear.push({ number, words })
    else if (isLevel(prompt)) read.level = found.choice
    else read.ratings[prompt.slice(id.length + 1)] = found.choice
    if (found?.rest) read.remarks += 1
  }
  return read
}

/** The one of these that words begin with or spell out, and the words after it; nothing where it is not plain which. */
function choiceIn(words: string, choices: Box[]): { choice: string; rest: string } | undefined {
  const plain = words.replace(/[\s.]+$/, '').toLowerCase()
  const ways = choices.map((each) => ({
    choice: each.words,
    ways: [each.words, each.means ?? each.words, `${each.words}: ${each.means}`].map((way) =>
      way.toLowerCase(),
    ),
  }))
  const spelt = ways.find((each) => each.ways.includes(plain))
  if (spelt) return { choice: spelt.choice, rest: '' }
  const [, first, rest = ''] = /^(\w+)(?:\s*[.:;,(—\n]|\s+[–-]\s)\s*(.*)$/s.exec(words) ?? []
  const found = ways.find(({ choice }) => choice.toLowerCase() === first?.toLowerCase())
  const isOther = ways.some(
    ({ choice }) =>
      new RegExp(`^${choice}\\b`, 'i').test(rest) ||
      (choice !== found?.choice && new RegExp(`\\b${choice}\\b`).test(rest)),
  )
  return found && !isOther ? { choice: found.choice, rest } : undefined
}
