import { wrapAnsi } from 'fast-wrap-ansi'
import { type Row, withoutBlanks } from '../../core/file/row.ts'
import { CLOSENESS, LEVELS, RATINGS, type Round } from '../../core/file/tables.ts'
import { type Questionnaire, type Statement, statementsOf } from '../../core/prompts/questionnaires.ts'
import {
  isOf,
  openRound,
  type Respondent,
  type RoundAnswers,
  recordRound,
  roundOf,
  type Which,
} from '../../core/record/rounds.ts'
import { HjpError, typedSo } from '../../errors.ts'
import type { Terminal } from '../../world/world.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Interview } from '../shared/interview.ts'
import { type Opened, reopen } from '../shared/open.ts'
import { save } from '../shared/save.ts'
import { progress } from '../shared/show-prompt.ts'

type RatingsGiven = Record<string, string>

/** Asks statement by statement, and keeps each answer. What was answered before is not asked again. */
export async function askStatements(
  world: AskingWorld,
  start: Opened,
  questionnaire: Questionnaire,
  which: Which,
  respondent: Respondent,
  told: { fields: Row; level: string | undefined },
): Promise<0> {
  const { terminal } = world
  if (!terminal.interactive) throw new HjpError('needsTerminal', 'Use *hjp rate … --answers FILE* instead.')
  const { id, purpose, relation } = questionnaire
  const session = new RatingSession(world, start, questionnaire, which, respondent)
  session.say(`${purpose} ${relation}\n`)
  await terminal.telling(
    () => session.stopped,
    () => session.ask(told),
  )
  const other = id === 'six-requirements' ? '' : ` --questionnaire ${id}`
  session.say(`\n${session.kept} See them with *hjp self-evaluation${other}*`)
  return 0
}

/** One who answers a questionnaire in the terminal: the file as it is now, and whose answers these are. */
class RatingSession {
  readonly #world: AskingWorld
  readonly #terminal: Interview
  readonly #questionnaire: Questionnaire
  readonly #which: Which
  #opened: Opened
  #who: Respondent

  constructor(
    world: AskingWorld,
    opened: Opened,
    questionnaire: Questionnaire,
    which: Which,
    who: Respondent,
  ) {
    this.#world = world
    this.#terminal = world.terminal
    this.#questionnaire = questionnaire
    this.#which = which
    this.#opened = opened
    this.#who = who
  }

  say(text: string): void {
    this.#terminal.say(wrapAnsi(text, this.#terminal.width))
  }

  get kept(): string {
    return `Your answers are saved in *${this.#opened.shown}*.`
  }

  get stopped(): string {
    const { id } = this.#questionnaire
    const { by: name, partner } = this.#who
    const { on } = this.#which
    const by = name === undefined ? '' : ` --by ${typedSo(name)}`
    const date = on === openRound(this.#opened.partnership, id, this.#world.today) ? '' : ` --date ${on}`
    return `${this.kept} Continue with *hjp rate ${id} --as ${partner ?? 'together'}${by}${date}*`
  }

  /** Keeps what is told already, then asks how close the work is, if they have not said, and every statement. */
  async ask({ fields, level: given }: { fields: Row; level: string | undefined }): Promise<void> {
    const { by } = this.#who
    const marks = this.#round?.marks ?? []
    this.#who = await chooseRespondent(this.#terminal, this.#questionnaire, marks, this.#who)
    if (this.#who.by !== by)
      this.say(`These answers are kept under *${this.#who.by}*, which no document shows.`)
    if (Object.keys(fields).length > 0) await this.#keep(fields, { ratings: {} })
    const open = statementsOf(this.#questionnaire).filter(({ id }) => this.#given[id] === undefined)
    if (open.length === 0)
      this.say(`Every statement has an answer here already, in the round of ${this.#which.on}.`)
    await this.#terminal.walk([
      async (isBack) => {
        const level = given ?? (this.#mark?.level && !isBack ? undefined : await chooseLevel(this.#terminal))
        if (level) await this.#keep({}, { level, ratings: {} })
      },
      ...open.map((statement, at) => () => this.#rate(statement, progress(at, open.length))),
    ])
  }

  /** Asks what they think of a statement, or now think otherwise. */
  async #rate(statement: Statement, far: string): Promise<void> {
    const { groups, scale } = this.#questionnaire
    const group = groups.find(({ statements }) => statements.includes(statement))!
    this.#terminal.head(`\n*${group.title}*`)
    const now = this.#given[statement.id]
    const choice = await chooseRating(this.#terminal, `${far}: ${statement.text}`, scale, now)
    if (choice !== 'open')
      await this.#keep(
        {},
        { ratings: { [statement.id]: choice } },
        now ? { ratings: { [statement.id]: now } } : undefined,
      )
  }

  get #round(): Round | undefined {
    return roundOf(this.#opened.partnership, this.#which)
  }

  get #mark(): Round['marks'][number] | undefined {
    return this.#round?.marks.find(isOf(this.#who))
  }

  get #given(): RatingsGiven {
    return this.#mark?.ratings ?? {}
  }

  async #keep(fields: Row, answers: RoundAnswers, instead?: RoundAnswers): Promise<void> {
    const entry = recordRound(this.#which, fields, this.#who, answers, instead)
    await save(this.#world, this.#opened, [entry])
    this.#opened = await reopen(this.#world, this.#opened)
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
    (await terminal.choose('Someone from this partner has already answered. Whose answers are these?', [
      { value: 'new', name: 'Someone else, who has not answered yet' },
      ...begun.map(({ by, ratings }, n) => ({
        value: String(n),
        name: `Continue as ${by ?? 'the first'} (${Object.keys(ratings).length} of ${all} answered)`,
      })),
    ]))
  const chosen = begun[Number(choice || Number.NaN)]
  if (chosen) return withoutBlanks({ partner, by: chosen.by })
  const free = Array.from({ length: theirs.length + 1 }, (_, n) => `person ${n + 2}`)
  return { partner, by: free.find((name) => !theirs.some((mark) => mark.by === name)) }
}

const chooseLevel = (terminal: Terminal): Promise<string> =>
  terminal.choose(
    'How closely do you work together? None of these is better than another; choose what suits your aims.',
    [
      { value: '', name: 'Skip' },
      ...LEVELS.map((value) => ({ value: value as string, name: `${value}: ${CLOSENESS[value]}` })),
    ],
  )

const chooseRating = (
  terminal: Terminal,
  text: string,
  scale: Questionnaire['scale'],
  now: string | undefined,
): Promise<(typeof RATINGS)[number] | 'open'> =>
  terminal.choose(text, [
    { value: 'open', name: now ? `Keep ${now}` : 'Skip' },
    ...RATINGS.map((value) => ({ value, name: `${value}: ${scale[value]}` })),
  ])
