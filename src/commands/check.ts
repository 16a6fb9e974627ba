import { check } from '../core/checks/checks.ts'
import { ALL_CODES, CODE_GROUPS, type Code, codesNamed, GRAVITY } from '../core/checks/codes.ts'
import { cutWords } from '../core/checks/cut-words.ts'
import { places } from '../core/file/places.ts'
import { viewOf } from '../core/view/view.ts'
import { counted, emphasised, HjpError, nearest } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import { commandOf, type Option } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { printJson } from './shared/print.ts'

const GROUPS = Object.keys(CODE_GROUPS)

/** Codes, or groups of them, with commas between them. */
const codes: Option<Code[]> = {
  value: '<codes>',
  about: 'only these codes or groups, with commas between them, such as privacy,references',
  read: (option, given) =>
    String(given)
      .split(',')
      .map((word) => word.trim())
      .flatMap((word) => {
        const found = codesNamed(word)
        if (found.length > 0) return found
        throw new HjpError('unknownCheck', option, word, nearest(word, [...GROUPS, ...ALL_CODES]), GROUPS)
      }),
}

export const command = commandOf({
  json: true,
  options: {
    only: codes,
    level: wants.choice(GRAVITY, '<level>', 'the least that counts: error, warning or note (the usual)'),
  },
  examples: ['hjp check', 'hjp check --level error', 'hjp check --only privacy,references'],
  note: `The exit code is 1 where something is found that counts. An error makes the file or a document wrong; a warning is for someone to settle, and a note for whoever has time. The groups, and the codes in each:\n\n${GROUPS.map(
    (group) => `    ${group.padEnd(11)} ${codesNamed(group).join(', ')}`,
  ).join('\n')}`,
  async run(world, options) {
    const { only, level = GRAVITY[0], json } = options
    const opened = await open(world, options)
    const sought = findingsIn(opened, world.today).filter(({ code }) => !only || only.includes(code))
    const findings = sought.filter((each) => GRAVITY.indexOf(each.level) >= GRAVITY.indexOf(level))
    const lesser = sought.length - findings.length
    if (json) printJson(world, { version: JSON_VERSION, findings, lesser })
    else print(world.terminal, opened.shown, findings, lesser)
    return findings.length > 0 ? 1 : 0
  },
})

/** Goes up where a key of what `--json` prints goes away, or comes to mean something else. */
const JSON_VERSION = 1

/** All that needs attention, each with its line and column. */
function findingsIn(opened: Opened, today: string) {
  const known = { ...opened, today }
  const place = places(opened.text)
  return [
    ...check(known, viewOf(known)).map(({ at, message, ...rest }) => ({ ...rest, ...place(at), message })),
    ...cutWords(opened.text),
  ].map((finding) => ({ ...finding, message: emphasised(finding.message) }))
}

function print(
  { out, say }: Terminal,
  file: string,
  findings: ReturnType<typeof findingsIn>,
  lesser: number,
): void {
  for (const { line, col, group, level, message, code } of findings)
    out(`${file}:${line}:${col}  ${group === 'signing' ? 'BEFORE SIGNING' : level}  ${message}  (${code})\n`)
  const found =
    findings.length > 0 ? `${counted(findings.length, 'thing')} to look at.` : 'Nothing needs attention.'
  say(lesser > 0 ? `${found} ${counted(lesser, 'lesser thing')} left out.` : found)
}
