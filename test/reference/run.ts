import { readFileSync } from 'node:fs'
import { cli } from '../../src/cli.ts'
import type { History } from '../../src/world/world.ts'
import { EXAMPLES, library, memoryWorld } from '../memory-world.ts'

export { library }
export const TODAY = '2026-11-16'

/** The partnership files that shapes are read off: the examples, and one that has what they leave out. */
export const partnerships: string[] = EXAMPLES.map((name) => `examples/${name}/partnership.yaml`)
  .concat('test/reference/edges.yaml')
  .map((path) => readFileSync(path, 'utf8'))

/** What a command prints, beside this partnership file if there is one. */
export async function printed(args: string[], file?: string, history?: History): Promise<string> {
  const old = { 'old-mou.md': readFileSync('test/adopt/markdown.md', 'utf8') }
  const files = file === undefined ? {} : { 'partnership.yaml': file, ...old }
  const { world, out, said } = memoryWorld({ files, library, today: TODAY, ...(history && { history }) })
  if ((await cli(args, world, '0')) > 1) throw new Error(`hjp ${args.join(' ')}: ${said()}`)
  return out()
}

/** Says of a page where it comes from, so that nobody edits it by hand. */
export const generated = (title: string, ...paragraphs: string[]): string =>
  [`# ${title}`, '<!-- Written by `npm run docs`. A test holds it to the code. -->', ...paragraphs].join(
    '\n\n',
  )

/** A text in a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<')

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
