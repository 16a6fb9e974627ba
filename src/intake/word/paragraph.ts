/** A paragraph of a Word file, as it reads once every tracked change is taken. */
export type Paragraph = {
  words: string
  /** The id of its style. */
  style: string
  /** The list it is an item of, and how deep. */
  list: { number: string; level: number } | undefined
  isStrong: boolean
  /** Some of its words look unlike others: bold, underlined, marked or in a colour. */
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
  /**
   * The rows it stands in, outermost first, and the cell of each, with the columns that it spans, and whether it goes on in the next row;
   * every row of a body has a number of its own.
   */
  cells: { row: number; cell: number; span: number; isTall: boolean }[]
  /** Comments, footnotes and endnotes that begin here: comment-1, footnote-2. */
  remarks: string[]
  pictures: number
  /** Files that were inserted before it, and are not read. */
  files: number
}

/** A paragraph that is being read: `runsOn` where its end was taken out, `runs` whether each of its runs is bold, and the `looks` of its words. */
export type OpenParagraph = Omit<Paragraph, 'isStrong' | 'isMarked'> & {
  runsOn: boolean
  runs: boolean[]
  looks: Set<string>
}

/** A paragraph of which nothing has been read yet but where it stands. */
export const openParagraph = (
  where: Pick<Paragraph, 'cells' | 'bookmarks' | 'controls' | 'files'>,
): OpenParagraph => ({
  ...where,
  words: '',
  style: '',
  list: undefined,
  hidden: '',
  struck: '',
  ended: [],
  remarks: [],
  pictures: 0,
  runsOn: false,
  runs: [],
  looks: new Set(),
})

/** Two paragraphs as one, since the end of the first was taken out. The second keeps its look, and its bookmarks. */
export function joined(first: Paragraph, second: Paragraph): Paragraph {
  const { words, hidden, struck, bookmarks, ended, remarks, pictures, files } = first
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
    files: files + second.files,
  }
}
