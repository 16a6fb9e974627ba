import { wrapAnsi } from 'fast-wrap-ansi'
import { isHeld } from '../../core/meeting/meetings.ts'
import { recordMeeting } from '../../core/record/add-row.ts'
import { readAccount } from '../../core/record/meeting-file.ts'
import { WALLS, type Wall } from '../../core/record/wall.ts'
import { monthsOn } from '../../core/values/day.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { type AskingWorld, commandOf } from '../shared/command.ts'
import { type Opened, open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { rowsThere, sayTwice } from '../shared/twins.ts'
import { asPast, hereIn } from '../shared/typed.ts'
import { typedSource } from '../shared/typed-source.ts'
import { sayUnheard } from '../shared/unheard.ts'
import { askDay } from '../talk/choose-day.ts'
import { Session } from '../talk/session.ts'
import { tellMeeting } from './steps.ts'
import { askWall, wallFromFile } from './wall.ts'

export const command = commandOf({
  options: {
    date: wants.past('<date>', 'the day of the meeting (default: hjp asks, or takes the last one planned)'),
    sheet: wants.choice(
      Object.keys(WALLS) as Wall[],
      '<sheet>',
      `what the room wrote on a sheet for the wall, box by box: ${Object.keys(WALLS).join(', ')}`,
    ),
    answers: wants.text('<file>', 'take everything from a YAML or JSON file; - is standard input'),
  },
  examples: [
    'hjp record',
    'hjp record --date 2026-12-01',
    'hjp record --answers from-the-meeting.yaml',
    'hjp record --sheet map',
  ],
  async run(world, { date, sheet, answers, ...options }) {
    const opened = await open(world, options)
    if (sheet && answers !== undefined) return wallFromFile(world, opened, answers)
    if (answers !== undefined) return fromFile(world, opened, answers, date)
    if (!world.terminal.interactive)
      throw new HjpError('needsTerminal', 'Use *hjp record --answers FILE* instead.')
    return sheet ? askWall(world, opened, sheet) : talk(world, opened, date)
  },
})

/** The meeting that is most likely meant: the last one planned, of which nothing is written down yet. */
function likely(world: World, opened: Opened): string {
  const view = viewOf({ ...opened, today: world.today })
  return view.meetings.findLast((each) => each.on <= world.today && !isHeld(view, each))?.on ?? world.today
}

async function fromFile(world: World, opened: Opened, name: string, on: string | undefined): Promise<0> {
  const source = await typedSource(world, opened, name)
  const usual = likely(world, opened)
  const day = on ?? (monthsOn(usual, 1) < world.today ? undefined : usual)
  const account = readAccount(source, { ...opened, today: world.today }, day)
  const there = rowsThere(opened, account.writes)
  const done = await save(world, opened, account.writes)
  saySaved(world, done, opened, `the meeting on ${account.on}`)
  sayTwice(world, there)
  sayUnheard(world, opened, account.writes, account.away)
  return 0
}

async function talk(world: AskingWorld, opened: Opened, named: string | undefined): Promise<0> {
  const { terminal } = world
  const read = (day: string) => asPast('the day', day, hereIn(world, opened))
  const question = `On which day did you meet? (Enter for ${likely(world, opened)})`
  const on = named ?? (await askDay(terminal, question, read)) ?? likely(world, opened)
  const session = new Session(world, opened, on, (prompt) => [recordMeeting(on, { prompts: [prompt.id] })])
  const kept = () =>
    session.count === 0 ? 'Nothing new was written down.' : `What you entered is saved in *${opened.shown}*.`
  await terminal.telling(
    () => `${kept()} Continue with *hjp record --date ${on}*`,
    () => tellMeeting(session),
  )
  terminal.say('')
  for (const [heading, what] of session.kept)
    terminal.say(
      `  ${wrapAnsi(`${heading}: ${[...what].join(', ')}`, terminal.width - 4).replace(/\n/g, '\n    ')}`,
    )
  const after =
    'The next *hjp agenda* picks up from here. To send it round: *hjp minutes* or *hjp email --about minutes*'
  terminal.say(`\n${wrapAnsi(`${kept()} ${after}`, terminal.width)}`)
  return 0
}
