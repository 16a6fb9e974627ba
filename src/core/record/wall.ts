import type { SheetName } from './sheet.ts'

/** What the boxes of a sheet for the wall are in the file: rows of a table, of which the place on the paper says something already. */
export type WallBox = {
  title: string
  sheet: SheetName
  /** What a row says by standing in this box. */
  says?: Record<string, string>
  /** The columns to ask for, first the one that a row goes by. */
  asks: string[]
}

const ACTIONS: WallBox = {
  title: 'Next steps: what, who and by when',
  sheet: 'actions',
  asks: ['what', 'owner', 'person', 'due'],
}

const quadrant = (title: string, power: string, stake: string): WallBox => ({
  ...{ title, sheet: 'stakeholders', says: { power, stake }, asks: ['name'] },
})
const change = (title: string, term: string): WallBox => ({
  ...{ title, sheet: 'outcomes', says: { term }, asks: ['text', 'for'] },
})

/** The boxes of each sheet, in the order of the paper. */
export const WALLS = {
  map: [
    quadrant('Top left: much power, less at stake', 'high', 'low'),
    quadrant('Top right: much power, much at stake', 'high', 'high'),
    quadrant('Bottom left: less power, less at stake', 'low', 'low'),
    quadrant('Bottom right: less power, much at stake', 'low', 'high'),
    {
      title: 'What we know about them',
      sheet: 'stakeholders',
      asks: ['name', 'role', 'interest', 'influence', 'contact', 'find-out', 'priority', 'effort', 'next'],
    },
    ACTIONS,
  ],
  logic: [
    { title: 'We put in', sheet: 'contributions', asks: ['what', 'partner'] },
    change('We deliver', 'output'),
    change('Changes soon', 'short'),
    change('Changes in time', 'medium'),
    change('In the long run', 'long'),
    {
      title: 'What has to be true, and what else could affect it: of which change?',
      sheet: 'outcomes',
      asks: ['text', 'assumes', 'outside'],
    },
    { title: 'How will we know?', sheet: 'indicators', asks: ['measure', 'outcome', 'method'] },
    ACTIONS,
  ],
  workplan: [
    { title: 'Our year', sheet: 'milestones', asks: ['what', 'lead', 'start', 'end', 'paid-by'] },
    ACTIONS,
  ],
  activities: [ACTIONS],
} satisfies Record<string, WallBox[]>

/** The names that may stand on one line, as in "The council, the library": one where nothing parts them. */
export const namesOnLine = (words: string): string[] =>
  words
    .split(/[,;+\n]| \/ | (?:and|&) (?=(?:the )?\p{Lu})/u)
    .map((name) => name.replace(/^\s*and /, '').trim())
    .filter(Boolean)

export type Wall = keyof typeof WALLS
