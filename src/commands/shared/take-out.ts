import { versionReader } from '../../core/file/versions.ts'
import type { Write } from '../../core/record/enter.ts'
import { allWordsOf } from '../../core/record/replaced.ts'
import { asTheyAre, counted, HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from './open.ts'
import { wants } from './options.ts'
import { saySaved } from './print.ts'
import { save } from './save.ts'
import { indented } from './show-prompt.ts'
import { versionsInGit } from './versions-in-git.ts'

/** What is to go: how it is called, all of it a line each, and the words by which it is known again. */
type Going = { what: string; lines: string[]; words: string[]; write: Write }

export const YES = wants.flag('remove it without asking')

/**
 * Takes something out of the file once it was shown and somebody said yes, and says who has it still. Throws HjpError
 * needsYesToRemove where nobody can be asked.
 */
export async function takeOut(
  world: World,
  opened: Opened,
  { what, lines, words, write }: Going,
  isMeant = false,
): Promise<0> {
  const { choose, interactive, say } = world.terminal
  say(asTheyAre(`\n${what}:\n${indented(world.terminal, lines.join('\n'))}`))
  if (!isMeant && !interactive) throw new HjpError('needsYesToRemove')
  const isWanted =
    isMeant ||
    (await choose('Remove it?', [
      { value: 'no', name: 'No, keep it' },
      { value: 'yes', name: 'Yes, remove it' },
    ])) === 'yes'
  if (!isWanted) say('Nothing was changed.')
  else {
    const done = await save(world, opened, [write], { tells: false })
    saySaved(world, done, opened, `removed: ${what}`)
    say('*hjp undo* brings it back.')
    await sayWhatGitHas(world, opened, words)
  }
  return 0
}

/** Says from when on git has had words that are taken out, if it has. */
async function sayWhatGitHas(world: World, { path }: Opened, words: string[]): Promise<void> {
  const versions = await versionsInGit(world, path)
  const read = versionReader()
  const holding = versions.filter(({ text }) => {
    const there = allWordsOf(read(text))
    return words.some((each) => there.has(each))
  })
  const [first] = holding
  if (first)
    world.terminal.say(
      `git still has it in ${counted(holding.length, 'earlier commit')}, from ${first.commit.day} (${first.commit.hash}) on. If it could identify someone, talk to the privacy officer of each partner: *git filter-repo* can remove it there too, but not from copies that others have.`,
    )
}
