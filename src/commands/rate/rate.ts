import * as z from 'zod'
import { membersOn } from '../../core/file/members.ts'
import type { Partner } from '../../core/file/partner.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import { LEVELS, METHODS, RATINGS } from '../../core/file/tables.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { type Questionnaire, questionnaireNamed, statementsOf } from '../../core/prompts/questionnaires.ts'
import { openRound, type Respondent, recordRound } from '../../core/record/rounds.ts'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import { chooseOne } from '../shared/choose-one.ts'
import { commandOf } from '../shared/command.ts'
import { sourceGiven } from '../shared/given.ts'
import { type Opened, open, partnerNamed } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { askStatements } from './ask-statements.ts'

const TOGETHER = 'together'

export const command = commandOf({
  args: '[questionnaire]',
  options: {
    as: wants.text('<partner>', 'whose answers these are; together, if everyone answers as one'),
    by: wants.text(
      '<name>',
      'which of its people is answering, under any name they choose; no document shows it',
    ),
    method: wants.choice(
      METHODS,
      '<method>',
      `${METHODS.join(', ')}: all as one, each alone and then as one, each alone and counted`,
    ),
    level: wants.choice(LEVELS, '<level>', LEVELS.join(', ')),
    date: wants.past('<date>', 'the day the round began (default: any round in the last month, or today)'),
    answers: wants.text('<file>', 'take the answers from a YAML or JSON file; - is standard input'),
  },
  examples: [
    'hjp rate six-requirements --as legal --by "person 1"',
    'hjp rate six-requirements --as together',
    'hjp rate six-activities --as health --answers activities.yaml',
  ],
  note: 'It is voluntary, and not for holding anyone to account. See the answers with hjp self-evaluation.',
  async run(world, options, name) {
    const opened = await open(world, options)
    const questionnaire = questionnaireNamed(
      opened.questionnaires,
      name ?? (await chooseQuestionnaire(world, opened)),
    )
    const { as, by, method, level, answers } = options
    const members = membersOn(opened.partnership, world.today)
    const on = options.date ?? openRound(opened.partnership, questionnaire.id, world.today)
    const which = { questionnaire: questionnaire.id, on }
    const fields = withoutBlanks({ method })
    if (as === undefined && (answers !== undefined || !world.terminal.interactive))
      throw new HjpError(
        'needsVoice',
        members.map(({ id }) => id),
      )
    const voice = as ?? (await chooseVoice(world.terminal, members))
    const who: Respondent = {
      ...(voice !== TOGETHER && { partner: partnerNamed(opened, voice) }),
      ...(by !== undefined && { by }),
    }
    if (answers === undefined)
      return askStatements(world, opened, questionnaire, which, who, { fields, level })
    const source = await sourceGiven(world, answers)
    const ratings = readRatings(source, questionnaire)
    const done = await save(world, opened, [recordRound(which, fields, who, { level, ratings })])
    saySaved(world, done, opened, `${questionnaire.title}, ${on}`)
    return 0
  },
})

const chooseQuestionnaire = (world: World, { questionnaires }: Opened): Promise<string> =>
  chooseOne(
    world,
    { command: 'hjp rate', needs: 'a questionnaire', question: 'Which questionnaire?' },
    questionnaires.map(({ id, title, purpose }) => ({ value: id, name: title, hint: purpose })),
  )

const chooseVoice = (terminal: Terminal, partners: Partner[]): Promise<string> =>
  terminal.choose('Whose answers are these?', [
    ...partners.map(({ id, name }) => ({ value: id, name: `Someone from ${name}` })),
    { value: TOGETHER, name: 'All of ours, as one' },
  ])

function readRatings({ path, text }: { path: string; text: string }, questionnaire: Questionnaire) {
  const ratings = readYaml(
    path,
    text,
    z.record(z.string(), z.enum(RATINGS, { error: fieldErrors.wantsRating })),
  )
  const ids = statementsOf(questionnaire).map(({ id }) => id)
  const strangers = Object.keys(ratings).filter((id) => !ids.includes(id))
  if (strangers.length > 0)
    throw new HjpError(
      'badAnswers',
      path,
      strangers.map((id) => `${id}: ${fieldErrors.unknownStatementHere(nearest(id, ids))}`),
    )
  return ratings
}
