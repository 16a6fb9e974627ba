/** A paragraph of a Word file, as it reads once every tracked change is taken. */
export type Paragraph = {
  words: string
  /** The id of its style. */
  style: string
  /** The list it is an item of, and how deep. */
  list: { number: string; level: number } | undefined
  isStrong: boolean
  /** Some of it is set off: bold, underlined or marked. */
  isMarked: boolean
  /** Words that Word does not show. */
  hidden: string
  /** Words struck out by hand. */
  struck: string
  /** The bookmarks that begin here, and those that end here. */
  bookmarks: string[]
  /** The titles and tags of content controls that begin with it. */
  controls: string[]
  ended: string[]
  /** The rows it stands in, outermost first, and the cell of each; every row of a body has a number of its own. */
  cells: { row: number; cell: number }[]
  /** Comments, footnotes and endnotes that begin here: comment-1, footnote-2. */
  remarks: string[]
  pictures: number
}

/** A paragraph that is being read: `runsOn` where its end was taken out, `runs` whether each of its runs is bold. */
export type OpenParagraph = Paragraph & { runsOn: boolean; runs: boolean[] }

/** A paragraph of which nothing has been read yet but where it stands. */
export const openParagraph = (where: Pick<Paragraph, 'cells' | 'bookmarks' | 'controls'>): OpenParagraph => ({
  ...where,
  words: '',
  style: '',
  list: undefined,
  isStrong: false,
  isMarked: false,
  hidden: '',
  struck: '',
  ended: [],
  remarks: [],
  pictures: 0,
  runsOn: false,
  runs: [],
})

/** Two paragraphs as one, since the end of the first was taken out. The second keeps its look, and its bookmarks. */
export function joined(first: Paragraph, second: Paragraph): Paragraph {
  const { words, hidden, struck, bookmarks, ended, remarks, pictures } = first
  remarks.push(...second.remarks)
  ended.push(...second.ended)
  return {
    ...second,
    words: words + second.words,
    hidden: hidden + second.hidden,
    struck: struck + second.struck,
    ended,
    bookmarks: second.bookmarks.length > 0 ? second.bookmarks : words.trim() ? bookmarks : [],
    remarks,
    pictures: pictures + second.pictures,
  }
}
