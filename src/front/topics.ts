import { wrapAnsi } from 'fast-wrap-ansi'
import type { Terminal } from '../world/world.ts'

/** What there is to read about: each is a file of docs/help. */
export const TOPICS = [
  'dates',
  'keys',
  'formats',
  'exit-codes',
  'environment',
  'accessibility',
  'privacy',
  'git',
] as const

/** A topic as it stands in its file, set for a screen: no marks, and lines as wide as there is room. */
export const onTerminal = ({ width }: Terminal, markdown: string): string =>
  markdown
    .trim()
    .split(/\n\n|\n(?=- )/)
    .map((block) => {
      const text = block
        .replace(/^# /, '')
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('`', '')
      if (!text.startsWith('- ')) return `\n${wrapAnsi(text, width)}`
      return `  ${wrapAnsi(text.slice(2), width - 4).replace(/\n/g, '\n    ')}`
    })
    .join('\n')
    .trimStart()
