/** What a library prints on the console while it works, as a text. */
export function printed(work: () => void): string {
  const lines: string[] = []
  const { console } = globalThis
  const { log } = console
  console.log = (...words: unknown[]) => void lines.push(`${words.join(' ')}\n`)
  try {
    work()
  } finally {
    console.log = log
  }
  return lines.join('')
}
