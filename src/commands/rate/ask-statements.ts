import wrapAnsi from 'wrap-ansi'
import { type Row, withoutBlanks } from '../../core/file/row.ts'
import { CLOSENESS, LEVELS, RATINGS, type Round } from '../../core/file/tables.ts'
import { type Questionnaire, type Statement, statementsOf } from '../../core/prompts/questionnaires.ts'
import {
  isOf,
  openRound,
  type Respondent,
  recordRound,
  roundOf,
  type Which,
} from '../../core/record/rounds.ts'
import { HjpError } from '../../errors.ts'
import { Interrupted, type Terminal, type World } from '../../world/world.ts'
import { type Opened, reopen, save } from '../shared/open.ts'

type RatingsGiven = Record<string, string>

/** Asks statement by statement, and keeps each answer. What was answered before is not asked again. */
export async function askStatements(
  world: World,
  start: Opened,
  questionnaire: Questionnaire,
  which: Which,
  respondent: Respondent,
  told: Row,
): Promise<0> {
  const { terminal, today } = world
  if (!terminal.interactive) throw new HjpError('needsTerminal', 'Use *hjp rate … --answers FILE* instead.')
  const { id, purpose, relation, groups } = questionnaire
  let opened = start
  let who = respondent
  const round = () => roundOf(opened.partnership, which)
  const given = (): RatingsGiven => round()?.marks.find(isOf(who))?.ratings ?? {}
  const say = (text: string) => terminal.say(wrapAnsi(text, terminal.width))

  say(`${purpose} ${relation}\n`)
  try {
    who = await chooseRespondent(terminal, questionnaire, round()?.marks ?? [], respondent)
    if (who.by !== respondent.by) say(`These answers are kept under *${who.by}*, which no document shows.`)
    if (Object.keys(told).length > 0) await keep(told, {})
    if (!round()?.level) {
      const level = await chooseLevel(terminal)
      if (level) await keep({ level }, {})
    }
    if (!(await walk())) {
      terminal.say(stopped())
      return 0
    }
  } catch (error) {
    if (error instanceof Interrupted) throw new Interrupted(stopped())
    throw error
  }
  const other = id === 'six-requirements' ? '' : ` --questionnaire ${id}`
  say(`\n${kept()} See them with *hjp self-evaluation${other}*.`)
  return 0

  async function keep(more: Row, ratings: RatingsGiven, instead?: RatingsGiven): Promise<void> {
    await save(world, opened, [recordRound(which, more, who, ratings, instead)])
    opened = await reopen(world, opened)
  }

  /** Whether all were asked. Back goes to what was asked in this session, and may answer it otherwise. */
  async function walk(): Promise<boolean> {
    const open = statementsOf(questionnaire).filter((statement) => given()[statement.id] === undefined)
    let title = ''
    for (let at = 0; at < open.length; ) {
      const statement = open[at]!
      const group = groups.find(({ statements }) => statements.includes(statement))!
      if (group.title !== title) terminal.say(`\n*${group.title}*`)
      title = group.title
      const now = given()[statement.id]
      const choice = await chooseRating(terminal, statement, questionnaire.scale, now, at > 0)
      if (choice === 'stop') return false
      if (choice !== 'back' && choice !== 'open')
        await keep({}, { [statement.id]: choice }, now ? { [statement.id]: now } : {})
      at += choice === 'back' ? -1 : 1
    }
    return true
  }

  function kept(): string {
    return `What was answered is kept in *${start.shown}*.`
  }
  function stopped(): string {
    const by = who.by === undefined ? '' : ` --by "${who.by}"`
    const date = which.on === openRound(opened.partnership, id, today) ? '' : ` --date ${which.on}`
    return `\nStopped. ${kept()} Go on with *hjp rate ${id} --as ${who.partner ?? 'together'}${by}${date}*.`
  }
}

/**
 * Where somebody of a partner has answered already, whose answers these are: theirs, going on, or someone else's, under a
 * name that tells nothing.
 */
async function chooseRespondent(
  terminal: Terminal,
  questionnaire: Questionnaire,
  marks: Round['marks'],
  respondent: Respondent,
): Promise<Respondent> {
  const { partner, by } = respondent
  const theirs = marks.filter((mark) => partner !== undefined && mark.partner === partner)
  if (by !== undefined || theirs.length === 0) return respondent
  const all = statementsOf(questionnaire).length
  const begun = theirs.filter(({ ratings }) => Object.keys(ratings).length < all)
  const choice =
    begun.length > 0 &&
    (await terminal.choose('Somebody of this partner has answered already. Whose answers are these?', [
      { value: 'new', name: 'Somebody else, who has not answered yet' },
      ...begun.map(({ by, ratings }, n) => ({
        value: String(n),
        name: `Go on as ${by ?? 'the first'} (${Object.keys(ratings).length} of ${all} answered)`,
      })),
    ]))
  const chosen = begun[Number(choice || Number.NaN)]
  if (chosen) return withoutBlanks({ partner, by: chosen.by })
  const free = Array.from({ length: theirs.length + 1 }, (_, n) => `person ${n + 2}`)
  return { partner, by: free.find((name) => !theirs.some((mark) => mark.by === name)) }
}

const chooseLevel = (terminal: Terminal): Promise<string> =>
  terminal.choose('How close is your work, as it suits what you want? None is better than another.', [
    { value: '', name: 'Leave it open' },
    ...LEVELS.map((value) => ({ value: value as string, name: `${value}: ${CLOSENESS[value]}` })),
  ])

const chooseRating = (
  terminal: Terminal,
  { text }: Statement,
  scale: Questionnaire['scale'],
  now: string | undefined,
  hasBefore: boolean,
): Promise<(typeof RATINGS)[number] | 'open' | 'back' | 'stop'> =>
  terminal.choose(text, [
    { value: 'open', name: now ? `Leave it at ${now}` : 'Leave it open' },
    ...RATINGS.map((value) => ({ value, name: `${value}: ${scale[value]}` })),
    ...(hasBefore ? [{ value: 'back' as const, name: 'Go back' }] : []),
    { value: 'stop', name: 'Stop here for now' },
  ])
