import wrapAnsi from 'wrap-ansi'
import * as z from 'zod'
import {
  type Questionnaire,
  questionnaireNamed,
  type Statement,
  statementsOf,
} from '../core/questionnaires.ts'
import { isOf, openRound, type Respondent, recordRound, type Which } from '../core/rounds.ts'
import { filled } from '../core/rows.ts'
import { CLOSENESS, LEVELS, METHODS, RATINGS } from '../core/tables.ts'
import { readYaml } from '../core/yaml.ts'
import { HjpError, nearest, words } from '../errors.ts'
import { Interrupted, type World } from '../world/world.ts'
import type { Command } from './command.ts'
import { type Opened, open, partnerNamed, reopen, save } from './open.ts'
import { saySaved } from './print.ts'
import { sourceGiven } from './said.ts'
import { asOneOf, asPast } from './values.ts'

const TOGETHER = 'together'

export const command: Command = {
  args: '<questionnaire>',
  options: [
    ['--as <partner>', 'whose answers they are; together, where everyone answers as one'],
    ['--by <name>', 'which of its people, under any name they choose; no document shows it'],
    [
      '--method <method>',
      `${METHODS.join(', ')}: all as one, each alone and then as one, each alone and counted`,
    ],
    ['--level <level>', LEVELS.join(', ')],
    ['--date <date>', 'the day the round began (the one of the last month, else today)'],
    ['--answers <file>', 'take the answers from a YAML or JSON file; - is standard input'],
  ],
  examples: [
    'hjp rate six-requirements --as legal --by "person 1"',
    'hjp rate six-requirements --as together',
    'hjp rate six-activities --as health --answers activities.yaml',
  ],
  note: 'It is voluntary, and not meant for accountability. See the answers with hjp self-evaluation.',
  async run(world, options, name) {
    const opened = await open(world, options)
    const questionnaire = questionnaireNamed(opened.questionnaires, name!)
    const { date, as, by, method, level, answers } = options
    const on =
      typeof date === 'string'
        ? asPast('--date', date, world.today)
        : openRound(opened.partnership, questionnaire.id, world.today)
    const which = { questionnaire: questionnaire.id, on }
    if (typeof as !== 'string')
      throw new HjpError(
        'needsVoice',
        opened.partnership.partners.map(({ id }) => id),
      )
    const who: Respondent = {
      ...(as !== TOGETHER && { partner: partnerNamed(opened, as) }),
      ...(typeof by === 'string' && { by }),
    }
    const told = filled({
      method: typeof method === 'string' ? asOneOf('--method', method, METHODS) : undefined,
      level: typeof level === 'string' ? asOneOf('--level', level, LEVELS) : undefined,
    })
    if (typeof answers !== 'string') return talk(world, opened, questionnaire, which, who, told)
    const source = await sourceGiven(world, answers)
    const ratings = readRatings(source, questionnaire)
    const done = await save(world, opened, [recordRound(which, told, who, ratings)])
    saySaved(world, done, opened, `${questionnaire.title}, ${on}`)
    return 0
  },
}

function readRatings({ path, text }: { path: string; text: string }, questionnaire: Questionnaire) {
  const ratings = readYaml(path, text, z.record(z.string(), z.enum(RATINGS, { error: words.wantsRating })))
  const known = statementsOf(questionnaire).map(({ id }) => id)
  const strangers = Object.keys(ratings).filter((id) => !known.includes(id))
  if (strangers.length > 0)
    throw new HjpError(
      'badAnswers',
      path,
      strangers.map((id) => `${id}: ${words.unknownStatementHere(nearest(id, known))}`),
    )
  return ratings
}

/** Asks statement by statement, and keeps each answer. What was answered before is not asked again. */
async function talk(
  world: World,
  start: Opened,
  questionnaire: Questionnaire,
  which: Which,
  who: Respondent,
  told: ReturnType<typeof filled>,
): Promise<0> {
  const { terminal } = world
  if (!terminal.interactive) throw new HjpError('needsTerminal', 'Use *hjp rate … --answers FILE* instead.')
  let opened = start
  const keep = async (more: ReturnType<typeof filled>, ratings: Record<string, string>) => {
    await save(world, opened, [recordRound(which, more, who, ratings)])
    opened = await reopen(world, opened)
  }
  const round = () =>
    opened.partnership.rounds.find(
      (each) => each.questionnaire === which.questionnaire && each.on === which.on,
    )
  const given = (): Record<string, string> => round()?.marks.find(isOf(who))?.ratings ?? {}
  const say = (text: string) => terminal.say(wrapAnsi(text, terminal.width))
  const { purpose, relation, groups, scale } = questionnaire
  say(`${purpose} ${relation}\n`)
  try {
    if (Object.keys(told).length > 0) await keep(told, {})
    if (!round()?.level) {
      const level = await terminal.choose(
        'How close is your work, as it suits what you want? None is better than another.',
        [
          { value: '', name: 'Leave it open' },
          ...LEVELS.map((value) => ({ value: value as string, name: `${value}: ${CLOSENESS[value]}` })),
        ],
      )
      if (level) await keep({ level }, {})
    }
    for (const { title, statements } of groups) {
      const open = statements.filter(({ id }) => given()[id] === undefined)
      if (open.length > 0) terminal.say(`\n*${title}*`)
      for (const statement of open) {
        const rating = await choose(world, statement, scale)
        if (rating === 'stop') return stopped()
        if (rating !== 'open') await keep({}, { [statement.id]: rating })
      }
    }
  } catch (error) {
    if (error instanceof Interrupted) throw new Interrupted(`\nStopped. ${kept()}`)
    throw error
  }
  say(
    `\n${kept()} See them with *hjp self-evaluation${questionnaire.id === 'six-requirements' ? '' : ` --questionnaire ${questionnaire.id}`}*.`,
  )
  return 0

  function kept(): string {
    return `What was answered is kept in *${start.shown}*.`
  }
  function stopped(): 0 {
    say(`\nStopped. ${kept()} Run the same again to go on.`)
    return 0
  }
}

const choose = (
  { terminal }: World,
  { text }: Statement,
  scale: Questionnaire['scale'],
): Promise<(typeof RATINGS)[number] | 'open' | 'stop'> =>
  terminal.choose(text, [
    { value: 'open', name: 'Leave it open' },
    ...RATINGS.map((value) => ({ value, name: `${value}: ${scale[value]}` })),
    { value: 'stop', name: 'Stop here for now' },
  ])
