/** What a picture shows, before it is drawn. Its words stand in a table beside it too. */
export type Picture = Graph | Grid | Share | Spread | Timeline | Trend

/** What leads to what, in columns from left to right, with panels of words above and below them. */
export type Graph = {
  sort: 'graph'
  above: Panel[]
  columns: { title: string; nodes: GraphNode[] }[]
  arrows: { from: string; to: string }[]
  below: Panel[]
}

/** One thing or several, and whom it is for or from. */
export type GraphNode = { id: string; lines: string[]; note: string | undefined }

/** Lines under a title. One without any shows that they are missing. */
export type Panel = { title: string; lines: string[] }

/** Names in rows and columns, as interest goes up and power across. Cells run row by row, the highest row first. */
export type Grid = {
  sort: 'grid'
  across: { title: string; labels: string[] }
  up: { title: string; labels: string[] }
  cells: string[][][]
}

/** What is done from when until when, or on one day. Days are YYYY-MM-DD. */
export type Timeline = {
  sort: 'timeline'
  today: string
  /** The first day and the last that it shows, so that several go by one scale. */
  span: [from: string, to: string]
  rows: { what: string; from: string | undefined; to: string; state: WorkState }[]
}

/** How far a piece of work is: in a word, which has a mark of its own. */
export type WorkState = 'to do' | 'under way' | 'late' | 'done'

/** A number over time, each written at its point, and lines where it began and where it is to get to. */
export type Trend = {
  sort: 'trend'
  points: { on: string; value: number; label: string }[]
  lines: { label: string; value: number }[]
}

/** How many gave each answer to each statement. */
export type Spread = { sort: 'spread'; rows: { what: string; counts: Record<'A' | 'B' | 'C', number> }[] }

/** How much of a whole, from none of it to all: a bar beside the words that say so. */
export type Share = { sort: 'share'; of: [part: number, whole: number] }

/** So many at a time, as one picture holds. */
export const inPieces = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

/** What is added to the title of the pictures after the first. */
export const continuedTitle = (n: number): string => (n > 0 ? `, continued (${n + 1})` : '')
