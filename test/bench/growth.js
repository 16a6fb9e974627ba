// The example with its rows and its answers so many times over.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { HJP } from './cases.js'
import { inTurn, memory } from './measure.js'

const TIMES = [1, 2, 4, 8, 16]

/** Milliseconds and MB of commands on an example that grows. */
export function growthIn(folder, rounds) {
  const small = parse(readFileSync('examples/riverbend/partnership.yaml', 'utf8'), { schema: 'failsafe' })
  const files = TIMES.map((times) => {
    const path = join(folder, `times-${times}.yaml`)
    writeFileSync(path, stringify(grown(small, times), { schema: 'failsafe' }))
    return path
  })
  const commands = {
    status: ['status'],
    agenda: ['agenda', '--format', 'md'],
    'mou, in Word': ['mou', '--out', join(folder, 'grown.docx'), '--force'],
  }
  return Object.entries(commands).map(([name, args]) => {
    const cases = Object.fromEntries(
      files.map((file, n) => [TIMES[n], { args: [HJP, ...args, '--today', '2026-11-16'], file, of: '1' }]),
    )
    const ms = inTurn(cases, rounds, folder).map((each) => each.ms)
    const mb = Object.values(cases).map((each) => memory(each, folder))
    return { name, ms, mb, times: TIMES }
  })
}

/** A day has one meeting. */
const yearsAgo = (meeting, n) => ({
  ...meeting,
  on: meeting.on.replace(/^\d+/, (year) => String(year - n)),
  id: `${meeting.id}-${n}`,
})

/** What points to a row still points to the first of its name. */
function grown(file, times) {
  const copies = (rows, copy) =>
    Array.from({ length: times }, (_, n) => rows.map((row) => copy(row, n))).flat()
  const renamed = (row, n) => (n === 0 || !('id' in row) ? row : { ...row, id: `${row.id}-${n}` })
  const tables = Object.entries(file).map(([key, value]) =>
    Array.isArray(value) && !['partners', 'answers', 'rounds'].includes(key)
      ? [key, copies(value, key === 'meetings' ? yearsAgo : renamed)]
      : [key, value],
  )
  const longer = (text) => (text ? Array(times).fill(text.trimEnd()).join('\n\n') : text)
  const answers = file.answers.map(({ perspectives, ...answer }) => ({
    ...answer,
    perspectives: perspectives.map((each) => ({ ...each, said: longer(each.said) })),
    ...(answer.agreed && { agreed: { ...answer.agreed, text: longer(answer.agreed.text) } }),
  }))
  return { ...Object.fromEntries(tables), answers }
}
