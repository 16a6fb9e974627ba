import { type Identified, identifiedIn } from '../../core/history/identified.ts'
import { placeOfWords } from '../../core/record/identifying.ts'
import { counted, HjpError } from '../../errors.ts'
import type { Commit, World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import { headingIn } from '../shared/guard.ts'
import type { Opened } from '../shared/open.ts'
import { printJson } from '../shared/print.ts'

const WHAT_CAN_BE_DONE = `
What you can do. hjp does none of it for you, and this is not legal advice.
1. Reword it in the file now, and commit that. The old words stay in earlier commits.
2. Talk to the privacy officer of each partner before anything else: whoever was named may have to be told, and so may a
   regulator, within days. Write down who could read the repository, and from when.
3. *git filter-repo* can remove text from every commit (https://github.com/newren/git-filter-repo, --replace-text).
   Every commit from the first change on gets a new name, so everyone who uses the repository has to clone it again.
4. That does not reach copies: clones, forks, pull requests, backups, and the host, which keeps old commits until
   someone asks it to clear them. Ask for that, and ask everyone who has a clone to delete it.
5. You cannot make people forget numbers and passwords they have seen: replace cards and numbers where you can.`

/** What any version in git held that could tell who a client is, said in words. Throws HjpError notInGit. */
export async function checkHistory(world: World, opened: Opened, asJson: boolean): Promise<0 | 1> {
  const { git, terminal } = world
  const history = await git.history(opened.path)
  if (!history) throw new HjpError('notInGit', opened.shown)
  const heading = headingIn(opened.parts)
  const { found, unreadable } = identifiedIn(history.versions, (partnership, words) =>
    placeOfWords(partnership, words, heading),
  )
  if (asJson) {
    printJson(world, { found, unreadable })
    return found.length > 0 ? 1 : 0
  }
  for (const each of found) outLines(terminal, lineOf(each))
  if (unreadable.length > 0)
    terminal.say(
      `${counted(unreadable.length, 'version')} could not be read, and may contain more: ${unreadable.map(({ hash }) => hash).join(', ')}.`,
    )
  if (history.isShallow)
    terminal.say('This copy does not have the whole history. To get the rest: *git fetch --unshallow*')
  const seen = counted(history.versions.length, 'version')
  if (found.length === 0) {
    terminal.say(`Nothing in ${seen} looks as if it could identify a client.`)
    return 0
  }
  terminal.say(`\n${counted(found.length, 'thing')} in ${seen} could identify a client.`)
  terminal.say(WHAT_CAN_BE_DONE)
  return 1
}

function lineOf({ words, what, why, place, commits, isStill }: Identified<Commit>): string {
  const [first] = commits
  const last = commits.at(-1)!
  const until = isStill ? 'and is there still' : `until ${last.day} (${last.hash})`
  const who = first!.author ? `, ${first!.author}` : ''
  return `${place}: "${words}" looks like ${what}: ${why}.\n  since ${first!.day} (${first!.hash}${who}), in ${counted(commits.length, 'commit')}, ${until}`
}
