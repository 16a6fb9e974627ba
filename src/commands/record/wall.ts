import { wrapAnsi } from 'fast-wrap-ansi'
import * as z from 'zod'
import { readYaml } from '../../core/file/yaml.ts'
import {
  cellOf,
  columnsNamed,
  readSheet,
  recordNews,
  type SheetName,
  sheetNamed,
} from '../../core/record/sheet.ts'
import { fieldsOf } from '../../core/record/typed-row.ts'
import { namesOnLine, WALLS, type Wall, type WallBox } from '../../core/record/wall.ts'
import { saysNothing } from '../../core/values/nothing.ts'
import { counted, HjpError, onLines } from '../../errors.ts'
import { askField } from '../add/ask-row.ts'
import type { AskingWorld } from '../shared/command.ts'
import { sourceGiven } from '../shared/given.ts'
import { type Opened, reopen } from '../shared/open.ts'
import { fieldLines, saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { settledRow, shownNews } from '../shared/sheet-rows.ts'
import { progress } from '../shared/show-prompt.ts'
import { hereIn } from '../shared/typed.ts'

/** What `hjp record --sheet --answers` takes: rows by their table, each with its columns by name. */
const WallFile = z.record(
  z.string(),
  z.array(z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))).nullable(),
)

/** Takes in what stands on a sheet for the wall from a file: all of it or nothing. Throws HjpError badFile or badAnswers. */
export async function wallFromFile(world: AskingWorld, opened: Opened, name: string): Promise<0> {
  const { partnership, parts } = opened
  const { path, text } = await sourceGiven(world, name)
  const here = hereIn(world, opened)
  const complaints: string[] = []
  const all = []
  for (const [table, given] of Object.entries(readYaml(path, text, WallFile))) {
    const sheet = sheetNamed(table)
    const rows = []
    for (const row of given ?? []) {
      const strange = Object.keys(row).filter((column) => columnsNamed(sheet, [column])[0] !== column)
      complaints.push(...strange.map((column) => `there is no column "${column}" in ${sheet}.`))
      const typed = Object.entries(row).map(([column, cell]) => [
        column,
        [cell ?? ''].flat().join('\n').trim(),
      ])
      if (strange.length === 0)
        rows.push(await settledRow(opened, here, sheet, Object.fromEntries(typed), complaints))
    }
    const read = readSheet(sheet, rows, partnership, parts)
    complaints.push(...read.complaints)
    all.push({ sheet, news: read.news })
  }
  if (complaints.length > 0) throw new HjpError('badAnswers', path, complaints)
  for (const { news } of all)
    for (const each of news) world.terminal.out(`${shownNews(world.terminal, each)}\n`)
  const writes = all.flatMap(({ sheet, news }) => news.map((each) => recordNews(sheet, each, parts)))
  saySaved(world, await save(world, opened, writes, { tells: false }), opened, counted(writes.length, 'row'))
  return 0
}

/** Asks what stands on a sheet for the wall, box by box as on the paper and row after row, each saved before the next. */
export async function askWall(world: AskingWorld, opened: Opened, wall: Wall): Promise<0> {
  const { terminal } = world
  const boxes: WallBox[] = WALLS[wall]
  const telling = new WallTelling(world, opened)
  terminal.say(
    wrapAnsi(
      'Type what is on the paper, box by box. Enter alone goes to the next box, */b* goes back, and */s* stops.',
      terminal.width,
    ),
  )
  await terminal.telling(
    () =>
      `${telling.kept > 0 ? `${counted(telling.kept, 'row')} saved.` : 'Nothing was written down.'} Continue with *hjp record --sheet ${wall}*`,
    () =>
      terminal.walk(
        boxes.map((box, at) => async () => {
          terminal.head(`\n*${box.title}* (${progress(at, boxes.length)})`)
          while (await terminal.round(() => telling.row(box)));
        }),
      ),
  )
  terminal.say(
    `\n${telling.kept > 0 ? `${counted(telling.kept, 'row')} saved.` : 'Nothing was written down.'}`,
  )
  return 0
}

/** Somebody typing what is on a sheet. */
class WallTelling {
  kept = 0
  readonly #world: AskingWorld
  #opened: Opened

  constructor(world: AskingWorld, opened: Opened) {
    this.#world = world
    this.#opened = opened
  }

  /** Asks for a row of a box, or several where several names stand on its line, and saves them; false where there is none. */
  async row({ sheet, says = {}, asks: [first = '', ...others] }: WallBox): Promise<boolean> {
    const words = await this.#ask(sheet, first)
    if (words === '') return false
    const names = sheet === 'stakeholders' ? await this.#named(words) : [words]
    const rows: Record<string, string>[] = []
    for (const name of names) {
      const typed = { ...says, ...starred(sheet, first, name) }
      if (names.length > 1 && others.length > 0) this.#world.terminal.say(`\n${name}`)
      for (const column of others) typed[column] = await this.#ask(sheet, column)
      rows.push(typed)
    }
    for (const typed of rows) await this.#take(sheet, typed)
    return true
  }

  async #ask(sheet: SheetName, column: string): Promise<string> {
    const here = hereIn(this.#world, this.#opened)
    const { ask } = fieldsOf(sheet)[column]!
    const words = await askField(this.#world.terminal, sheet, column, this.#opened, here, ask)
    return saysNothing(words) ? '' : words
  }

  /** Each of the names on a line, where whoever types says that they are several. */
  async #named(words: string): Promise<string[]> {
    const names = namesOnLine(words)
    if (names.length < 2) return [words]
    const choice = await this.#world.terminal.choose('Is that one, or several?', [
      { value: 'one', name: `One: ${words}` },
      { value: 'several', name: `${names.length}: ${names.join(' · ')}` },
    ])
    return choice === 'one' ? [words] : names
  }

  async #take(sheet: SheetName, typed: Record<string, string>): Promise<void> {
    const { terminal } = this.#world
    this.#opened = await reopen(this.#world, this.#opened)
    const opened = this.#opened
    const { partnership, parts } = opened
    const complaints: string[] = []
    const cells = await settledRow(opened, hereIn(this.#world, opened), sheet, typed, complaints)
    const { news, ...read } = readSheet(sheet, [cells], partnership, parts)
    complaints.push(...read.complaints)
    if (complaints.length > 0)
      return terminal.say(`It was not saved:${onLines(complaints)}\nYou typed:${onLines(fieldLines(typed))}`)
    const [each] = news
    if (!each) return terminal.say('The file has this already.')
    const { row, told } = each
    const isOther = Object.keys(told).some((column) => cellOf(row?.row[column]) !== '')
    if (isOther && !(await this.#mayChange(shownNews(terminal, each)))) return
    const done = await save(this.#world, opened, [recordNews(sheet, each, parts)], { tells: false })
    saySaved(this.#world, done, opened, `${sheet}: ${each.called}`)
    this.kept += 1
  }

  async #mayChange(shown: string): Promise<boolean> {
    const { terminal } = this.#world
    terminal.say(`The file has this row, and it says something else there:\n${shown}`)
    const choice = await terminal.choose('Which should stand?', [
      { value: 'paper', name: 'What is on the paper' },
      { value: 'file', name: 'What the file says' },
    ])
    return choice === 'paper'
  }
}

/** On paper, a star beside a name stands for lived experience. */
function starred(sheet: SheetName, column: string, words: string): Record<string, string> {
  const [, after, before] = /^\s*[★*]\s*(\S.*)$|^(.*\S)\s*[★*]\s*$/s.exec(words) ?? []
  const name = after ?? before
  return sheet === 'stakeholders' && column === 'name' && name
    ? { name, 'lived-experience': 'yes' }
    : { [column]: words }
}
