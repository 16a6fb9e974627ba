import { check } from '../core/checks/checks.ts'
import { CODE_GROUPS, GRAVITY } from '../core/checks/code-groups.ts'
import { ALL_CODES, type Code, codesNamed } from '../core/checks/codes.ts'
import { cutWords } from '../core/checks/cut-words.ts'
import { places } from '../core/file/places.ts'
import { promptsOf } from '../core/prompts/prompts.ts'
import { viewOf } from '../core/view/view.ts'
import { counted, emphasised, HjpError, nearest } from '../errors.ts'
import type { Terminal, World } from '../world/world.ts'
import { outLines } from './shared/columns.ts'
import { commandOf, type Option } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { printJson, saySaved } from './shared/print.ts'

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
    level: wants.choice(
      GRAVITY,
      '<level>',
      'the least serious level to show: error, warning or note (default: note)',
    ),
    staged: wants.flag('look through what is staged in git for anything that could identify a client'),
    history: wants.flag('look for that in the whole git history, and say what you can do'),
    installHook: wants.flag('have git run that check before each commit'),
    removeHook: wants.flag('stop git from running it before each commit'),
    move: wants.flag('move answers to questions that are now part of others under those questions'),
  },
  examples: [
    'hjp check',
    'hjp check --level error',
    'hjp check --only privacy,references',
    'hjp check --history',
  ],
  note: `The exit code is 1 if it finds anything. An error makes the file or a document wrong; a warning needs a decision; a note can wait. The groups, and the codes in each:\n\n${GROUPS.map(
    (group) => `    ${group.padEnd(11)} ${codesNamed(group).join(', ')}`,
  ).join('\n')}`,
  async run(world, options) {
    const { only, level = GRAVITY[0], json } = options
    const opened = await open(world, options)
    if (options.move) return move(world, opened)
    const elsewhere = await inGit(world, opened, options)
    if (elsewhere !== undefined) return elsewhere
    const sought = findingsIn(opened, world.today).filter(({ code }) => !only || only.includes(code))
    const findings = sought.filter((each) => GRAVITY.indexOf(each.level) >= GRAVITY.indexOf(level))
    const lesser = sought.length - findings.length
    if (json) printJson(world, { version: JSON_VERSION, findings, lesser })
    else print(world.terminal, opened.shown, findings, lesser)
    return findings.length > 0 ? 1 : 0
  },
})

async function move(world: World, opened: Opened): Promise<0> {
  const { recordGathered } = await import('../core/record/answer.ts')
  const { save } = await import('./shared/save.ts')
  const moved = promptsOf(opened.parts).map((prompt) => recordGathered(opened.parts, prompt))
  const done = await save(world, opened, moved)
  saySaved(world, done, opened, 'answers moved to the questions they are now part of')
  return 0
}

/** What is asked of git rather than of the file, done; nothing where nothing is. */
async function inGit(
  world: World,
  opened: Opened,
  { staged, history, installHook, removeHook, json = false }: Partial<Record<string, unknown>>,
): Promise<0 | 1 | undefined> {
  if (staged) return (await import('./check/staged.ts')).checkStaged(world, opened)
  if (history) return (await import('./check/past.ts')).checkHistory(world, opened, json === true)
  if (!installHook && !removeHook) return undefined
  const hook = await import('./check/hook.ts')
  await (installHook ? hook.installHook : hook.removeHook)(world, opened.path)
  return 0
}

/** Goes up where a key of what `--json` prints goes away, or comes to mean something else. */
const JSON_VERSION = 1

/** All that needs attention, each with its line and column. */
function findingsIn(opened: Opened, today: string) {
  const known = { ...opened, today }
  const place = places(opened.text)
  return [
    ...check(known, viewOf(known), opened.library.sections).map(({ at, message, ...rest }) => ({
      ...rest,
      ...place(at),
      message,
    })),
    ...cutWords(opened.text),
  ].map((finding) => ({ ...finding, message: emphasised(finding.message) }))
}

function print(
  terminal: Terminal,
  file: string,
  findings: ReturnType<typeof findingsIn>,
  lesser: number,
): void {
  for (const { line, col, group, level, message, code } of findings)
    outLines(
      terminal,
      `${file}:${line}:${col}  ${group === 'signing' ? 'BEFORE SIGNING' : level}  ${message}  (${code})`,
    )
  const found =
    findings.length > 0 ? `${counted(findings.length, 'thing')} to look at.` : 'Nothing needs attention.'
  terminal.say(lesser > 0 ? `${found} ${counted(lesser, 'lesser thing')} left out.` : found)
}
