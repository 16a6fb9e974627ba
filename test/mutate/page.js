import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

const reasons = JSON.parse(readFileSync('test/mutate/accepted.json', 'utf8'))
const short = (words) => {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 60)} … ${line.slice(-8)}` : line
}
const change = ({ from, text }) => `${short(from)} → ${short(text) || 'nothing'}`
const place = ({ file, line }) => `${file}:${line}`

/** A change that never ends was noticed too. */
export const isKilled = ({ end }) => end !== 'survived'

/** Why nobody need notice a change, if somebody looked at it and said so: it goes by its line, wherever that stands. */
const reasonOf = (mutant) =>
  reasons.find(
    ({ file, at, change: so }) => file === mutant.file && at === mutant.at && so === change(mutant),
  )?.reason
export const isOpen = (mutant) => !isKilled(mutant) && reasonOf(mutant) === undefined

/** One line on what came of a change. */
export function told(mutant) {
  const end = isOpen(mutant) ? 'SURVIVED' : isKilled(mutant) ? mutant.end : 'accepted'
  const rest = [
    ...(mutant.by ? [`(${short(mutant.by)})`] : []),
    ...(mutant.tests.length === 0 ? ['[no test runs it]'] : []),
    ...(!isKilled(mutant) && mutant.left ? [`[${mutant.left} slower tests were left out]`] : []),
  ]
  return [end, `${place(mutant)}: ${change(mutant)}`, ...rest].join(' ')
}

const percent = (part, all) => (all === 0 ? '–' : `${((part / all) * 100).toFixed(0)} %`)
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (titles, rows) => [row(titles), row(titles.map(() => '---')), ...rows.map(row), '']
const code = (words) => `\`${words.replaceAll('`', "'").replaceAll('|', '\\|')}\``

function counts(name, mutants) {
  const killed = mutants.filter(isKilled)
  return [
    name,
    mutants.length,
    killed.length,
    mutants.length - killed.length,
    mutants.filter(isOpen).length,
    percent(killed.length, mutants.length),
  ]
}

/** The page in the docs: the score of each room, and the changes that no test notices, each with the reason. */
export function page(results, seed, today) {
  const rooms = [...new Set(results.map(({ file }) => dirname(file)))].sort()
  const survivors = results
    .filter((mutant) => !isKilled(mutant))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return [
    '# What the tests notice',
    '',
    `Written by \`npm run mutate\` on ${today}, with ${results.length} changes and the seed ${seed}. Each changes one thing in \`src/core\`: a condition,`,
    'a bound, a sum, a word, an entry of a list, a statement, what a function gives back. A change is killed where a test fails because of it; one that',
    'never ends counts as killed. They are spread evenly over the rooms. Only quick tests are run, a minute of them for each change, so that',
    'the true score is no lower than this. Changes that the types would refuse are among them.',
    '',
    ...table(
      ['Room', 'Tried', 'Killed', 'Survived', 'of these not accepted', 'Score'],
      [
        ...rooms.map((room) =>
          counts(
            room,
            results.filter(({ file }) => dirname(file) === room),
          ),
        ),
        counts('**all**', results),
      ],
    ),
    '## Survivors',
    '',
    'Each was looked at. The reason says why no test need notice it; the reasons stand in `test/mutate/accepted.json`. What else survived a run has a test',
    'since, so that another seed tells more than this one again.',
    '',
    ...table(
      ['Where', 'Change', 'Reason'],
      survivors.map((mutant) => [
        `${mutant.file.replace('src/core/', '')}:${mutant.line}`,
        code(change(mutant)),
        reasonOf(mutant) ?? '**none yet**',
      ]),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
