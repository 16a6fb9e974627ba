const BULLET = /^(\s*)(?:[•·▪◦‣*–—-]|o(?=\s{2}))\s+(?=\S)/
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g

/** Lines as an answer keeps them: every word, one kind of bullet, one empty line at most, nothing at the ends. */
export function tidy(lines: string[]): string {
  const plain = lines.map((line) => line.replace(SPACES, ' ').trimEnd().replace(BULLET, '$1- '))
  const inward = plain.reduce(
    (least, line) => (line ? Math.min(least, line.length - line.trimStart().length) : least),
    Number.POSITIVE_INFINITY,
  )
  return plain
    .map((line) => line.slice(inward))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
