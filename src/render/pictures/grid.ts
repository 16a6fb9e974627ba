import type { Grid } from '../../core/tools/picture.ts'
import { dot } from './dot.ts'
import { safeLines } from './lines.ts'
import { PALETTE } from './palette.ts'

/** Letters of a name on a line, and pixels of a cell, where the page lies on its side and where it does not. */
const WIDE = { letters: 36, width: 250 }
const NARROW = { letters: 22, width: 155 }

/** Names in rows and columns. */
export const grid = ({ across, up, cells }: Grid, isWide: boolean): Promise<string> => {
  const { letters, width } = isWide ? WIDE : NARROW
  const rows = cells.map((row, n) => {
    const names = row.map((cell) => {
      const lines = cell.flatMap((name) =>
        safeLines(`• ${name}`, letters).map((line, m) => (m > 0 ? `&#160; ${line}` : line)),
      )
      return `<td width="${width}" height="60" align="left" balign="left" valign="top">${lines.join('<br/>') || ' '}</td>`
    })
    return `<tr>${label(up.labels[n]!)}${names.join('')}</tr>`
  })
  const foot = `<tr><td border="0"></td>${across.labels.map(label).join('')}</tr>`
  const table = `<table border="0" cellborder="1" cellspacing="0" cellpadding="8" color="${PALETTE.quiet}">
    <tr><td border="0" colspan="${across.labels.length + 1}" align="left"><b>${safeLines(`${up.title} ↑`, 60)}</b></td></tr>
    ${rows.join('\n')}${foot}
    <tr><td border="0" colspan="${across.labels.length + 1}" align="right"><b>${safeLines(`${across.title} →`, 60)}</b></td></tr>
  </table>`
  return dot('', `grid [shape=plain label=<${table}>]`)
}

const label = (text: string) => `<td border="0"><b>${safeLines(text, 12).join('<br/>')}</b></td>`
