/** The prompt on which they say which sections bind them. */
export const LEGAL_STATUS = 'agreement-terms/legal-status'

/** What stands in quotation marks in a text, with what comes before it. */
export const quotedIn = (text: string): { words: string; before: string }[] =>
  [...text.matchAll(/["“]([^"”]+)["”]/g)].map(({ 1: words = '', index }) => ({
    words: words.trim(),
    before: text.slice(0, index),
  }))

/** Whether a title is meant by words: all of it, or what comes before its first comma. */
export const isTitle = (words: string, title: string): boolean =>
  [title, title.split(/[,:]/)[0]!].some((each) => each.toLowerCase() === words.toLowerCase())

/** The names of the sections that are meant by what stands in quotation marks in a text, by any of the titles that each goes by: "Ending". */
export function sectionsQuoted(text: string, sections: { name: string; titles: string[] }[]): string[] {
  const quoted = quotedIn(text)
  return sections
    .filter(({ titles }) => titles.some((title) => quoted.some(({ words }) => isTitle(words, title))))
    .map(({ name }) => name)
}
