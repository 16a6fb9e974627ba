// What is timed: whole commands, each in a folder of its own, with what it may take of Node's own start.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const HJP = resolve('bin/hjp.js')
const RIVERBEND = 'examples/riverbend/partnership.yaml'
const FIRST_STEPS = 'examples/first-steps/partnership.yaml'
const TODAY = ['--today', '2026-11-16']

/** What stands in the way of a budget, where it is not met. */
export const WHY = {
  'hjp --help': 'commander, which builds and wraps the page.',
  'hjp status': "zod's schemas of the file, which are made anew in every process.",
  'hjp agenda':
    'marked, which compiles its expressions anew in every process, beside what stands in the way of status.',
  'hjp email': 'the same as of agenda.',
  'hjp check': 'a view and every rule, beside what stands in the way of status.',
  'hjp answer':
    'the file is read twice, before and after, and the library for YAML is loaded for the lines in between.',
  'hjp mou, in Word': 'the docx library: its objects and their XML are half of it.',
  'hjp page, on the web': 'nine pictures: Vega and Graphviz start, lay out and draw.',
  'hjp page, in Word': 'the same pictures turned into images, in WebAssembly: three quarters of it.',
  'hjp import, 92 answers':
    'finding our own words in the reply, and reading the documents that they could be from.',
  'hjp log, 200 commits': '24 MB of text from git, cut and compared version by version.',
  '105 answers at once': 'each place in the file is found and laid out by itself.',
}

/** Every case: its arguments, the file it works on, and its budget as a multiple of `node -e 0`. */
export function casesIn(folder) {
  const at = (name) => join(folder, name)
  const prompts = JSON.parse(
    execFileSync(process.execPath, [HJP, 'prompts', '--json', '--file', FIRST_STEPS], { maxBuffer: 1e8 }),
  )
    .flatMap((part) => part.prompts)
    .filter(({ side }) => side === undefined)
  const words = (n) => `On one form, read every working day by ten, as we said in point ${n}.`
  writeFileSync(
    at('reply.txt'),
    prompts
      .slice(0, 92)
      .map(({ number }, n) => `${number}: ${words(n)}\n`)
      .join('\n'),
  )
  writeFileSync(
    at('answers.json'),
    JSON.stringify(
      Object.fromEntries(prompts.slice(0, 105).map(({ number }, n) => [number, { 'law-centre': words(n) }])),
    ),
  )
  repository(at('repository'))
  const on = (...args) => ({ args: [HJP, ...args, ...TODAY], file: RIVERBEND })
  const onNew = (...args) => ({ args: [HJP, ...args, ...TODAY], file: FIRST_STEPS })
  return {
    'node -e 0': { args: ['-e', '0'] },
    'hjp --version': { args: [HJP, '--version'], budget: 1.1 },
    'hjp --help': { args: [HJP, '--help'], budget: 1.35 },
    'hjp status': { ...on('status'), budget: 1.9 },
    'hjp agenda': { ...on('agenda'), budget: 2.5 },
    'hjp email': { ...on('email', '--format', 'md'), budget: 3 },
    'hjp check': { ...on('check'), budget: 3 },
    'hjp answer': { ...on('answer', '5.1', '--as', 'legal', words(1)), budget: 3 },
    'hjp mou, in Word': { ...on('mou', '--out', at('mou.docx'), '--force'), budget: 3.2 },
    'hjp page, on the web': { ...on('page', '--out', at('page.html'), '--force'), budget: 6 },
    'hjp page, in Word': { ...on('page', '--out', at('page.docx'), '--force'), budget: 12 },
    'hjp import, 92 answers': {
      ...onNew('import', at('reply.txt'), '--as', 'surgery', '--yes'),
      budget: 8,
    },
    'hjp log, 200 commits': { args: [HJP, 'log'], cwd: at('repository'), budget: 8 },
    'one answer': onNew('answer', '5.1', '--as', 'law-centre', words(1)),
    '105 answers at once': {
      ...onNew('ask', '--answers', at('answers.json')),
      budget: 1.5,
      of: 'one answer',
    },
  }
}

/** A partnership file that 200 commits changed. */
function repository(folder) {
  mkdirSync(folder)
  const git = (...args) => spawnSync('git', args, { cwd: folder })
  git('init', '-q')
  git('config', 'user.name', 'Ana Ruiz')
  git('config', 'user.email', 'ana@example.org')
  const file = join(folder, 'partnership.yaml')
  let text = readFileSync(RIVERBEND, 'utf8')
  for (let n = 0; n < 200; n++) {
    const ends = [...text.matchAll(/\n {8}on: /g)].map(({ index }) => index)
    const at = ends[n % ends.length]
    text = `${text.slice(0, at)} We said so ${n} times.${text.slice(at)}`
    writeFileSync(file, text)
    git('add', '.')
    git('commit', '-qm', `Change ${n}`)
  }
}
