// Times whole commands, in turn, against Node's own start in the same round, and writes docs/performance.md. Run `npm run build`
// first, on a machine that does nothing else. BENCH_ROUNDS says how often each is run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { casesIn, WHY } from './cases.js'
import { growthIn } from './growth.js'
import { refusals } from './hostile.js'
import { inTurn, memory } from './measure.js'
import { peersIn } from './peers.js'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 11)
const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
try {
  const own = casesIn(folder)
  const peers = peersIn(folder)
  const rows = inTurn({ ...own, ...peers.cases }, rounds, folder)
  const page = `${[
    ...heading(),
    ...commands(rows, own),
    ...besides(rows, peers),
    ...growth(growthIn(folder, Math.min(rounds, 3))),
    ...refused(await refusals(folder)),
  ].join('\n')}\n`
  writeFileSync('docs/performance.md', page)
  process.stdout.write(page)
} finally {
  rmSync(folder, { recursive: true })
}

function table(titles, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`
  return [row(titles), row(titles.map((_, n) => (n === 0 ? '---' : '--:'))), ...lines.map(row), '']
}

function heading() {
  return [
    '# Speed',
    '',
    `Written by \`npm run bench\` with Node ${process.versions.node} on ${process.platform} (${cpus().length} processors), ${rounds} rounds.`,
    '',
    'Each command is a whole process on the example Riverbend. What counts is how many times as long it takes as `node -e 0` does in the',
    'same round: the median of that, as a machine that does something else slows both.',
    '',
  ]
}

function commands(rows, own) {
  const lines = rows
    .filter(({ name }) => own[name])
    .map(({ name, of, ms, ratio, budget }) => [
      name,
      ms.toFixed(0),
      `${ratio.toFixed(2)}${of === 'node -e 0' ? '' : ` of ${of}`}`,
      budget ?? '',
      budget === undefined ? '' : ratio <= budget ? 'met' : '**not met**',
      memory(own[name], folder).toFixed(0),
    ])
  const over = rows.filter(({ ratio, budget }) => budget !== undefined && ratio > budget)
  const reasons = over.map(
    ({ name }) => `- ${name.replace('hjp ', '')}: ${WHY[name] ?? 'the machine was busy.'}`,
  )
  return [
    ...['## Commands', '', ...table(['command', 'ms', 'ratio', 'budget', '', 'MB'], lines)],
    ...(over.length > 0 ? ['What stands in the way where a budget is not met:', '', ...reasons, ''] : []),
  ]
}

function besides(rows, { cases, missing }) {
  const ours = ['hjp --version', 'hjp --help', 'hjp mou, in Word']
  const lines = rows
    .filter(({ name }) => cases[name] || ours.includes(name))
    .toSorted((a, b) => a.ratio - b.ratio)
    .map(({ name, ms, ratio }) => [name, ms.toFixed(0), ratio.toFixed(2)])
  const absent = missing.length > 0 ? [`Not there to be measured: ${missing.join(', ')}.`, ''] : []
  return ['## Beside others', '', ...table(['program', 'ms', 'ratio'], lines), ...absent]
}

function growth(commands) {
  const { times } = commands[0]
  const lines = commands.flatMap(({ name, ms, mb }) => [
    [`${name}, ms`, ...ms.map((each) => each.toFixed(0))],
    [`${name}, MB`, ...mb.map((each) => each.toFixed(0))],
  ])
  return [
    '## As a file grows',
    '',
    'The rows of every table so many times over, and each answer so many times as long.',
    '',
    ...table(['', ...times.map((each) => `× ${each}`)], lines),
  ]
}

function refused({ count, slowest, largest }) {
  return [
    '## What is no answer',
    '',
    `Of ${count} files that pretend to be a worksheet, the slowest takes ${slowest.ms.toFixed(0)} ms to refuse (${slowest.name}), and the largest ${largest.mb.toFixed(0)} MB (${largest.name}).`,
  ]
}
