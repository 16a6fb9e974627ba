/** The names of the sections whose titles stand in quotation marks in a text, or what comes before the first comma of them: "Ending". */
export function sectionsQuoted(text: string, sections: { name: string; title: string }[]): string[] {
  const quoted = [...text.matchAll(/["“]([^"”]+)["”]/g)].map(([, words = '']) => words.trim().toLowerCase())
  return sections
    .filter(({ title }) => {
      const whole = title.toLowerCase()
      return quoted.includes(whole) || quoted.includes(whole.split(/[,:]/)[0]!)
    })
    .map(({ name }) => name)
}
