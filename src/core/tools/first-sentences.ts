/** So many sentences that a text begins with, word for word. */
export function firstSentences(text: string, many: number): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/)
  return paragraph
    .split(/(?<=[.!?])\s+/)
    .slice(0, many)
    .join(' ')
}
