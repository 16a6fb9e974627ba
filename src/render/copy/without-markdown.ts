const HEADING = /^\s*#{1,3} \S/m

/** A table, of which a mail program may have wrapped the rows. */
const TABLE = /^[^\S\n]*\|.*(?:\n(?![^\S\n]*(?:#|\*\*|\n|$)).*)*/gm
const cellOf = (cell: string): string => (/\w/.test(cell) ? `| ${cell.replace(/\s+/g, ' ')} |\n` : '')

export const isMarkdown = (text: string): boolean => HEADING.test(text)

/** A text without the marks of Markdown, where it has them: only what it says, a cell of a table a line. */
export function withoutMarkdown(text: string): string {
  if (!isMarkdown(text)) return text
  return text
    .replace(/^\s*#{1,6} |\\$/gm, '')
    .replace(TABLE, (table) =>
      table
        .split(/(?<!\\)\||<br>/)
        .map(cellOf)
        .join(''),
    )
    .replaceAll('<br>', '\n')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_(?=\S)((?:.|\n(?!\s*\n)){1,400}?)(?<=[^\s\\])_(?![\p{L}\p{N}])/gu, '$1')
    .replace(/<((?:https?|mailto|ftp):[^<>\s]+)>/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
