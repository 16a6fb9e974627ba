/** What a picture shows, before it is drawn. Its words stand in a table beside it too. */
export type Picture = Grid | Timeline

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
  rows: { what: string; who: string; from: string | undefined; to: string; state: 'open' | 'late' | 'done' }[]
}
