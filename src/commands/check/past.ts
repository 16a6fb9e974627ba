import { type Identified, identifiedIn } from '../../core/history/identified.ts'
import { placeOfWords } from '../../core/record/identifying.ts'
import { counted, HjpError } from '../../errors.ts'
import type { Commit, World } from '../../world/world.ts'
import { headingIn } from '../shared/guard.ts'
import type { Opened } from '../shared/open.ts'
import { printJson } from '../shared/print.ts'

const WHAT_CAN_BE_DONE = `
What can be done. hjp does none of it, and this is no legal advice.
1. Say it without these words in the file now, and commit that. They stay in the earlier commits.
2. Talk to the privacy officer of each partner before anything else: whoever was named may have to be told, and so may a
   regulator, within days. Write down who could read the repository, and since when.
3. *git filter-repo* can take words out of every commit (https://github.com/newren/git-filter-repo, --replace-text).
   Every commit after the first that changes gets another name, so all who work with the repository have to clone it anew.
4. That does not reach copies: clones, forks, pull requests, backups, and the host, which keeps old commits until it is
   asked to clear them. Ask for that, and ask everyone who has a clone to delete it.
5. Numbers and passwords that were seen are seen: have cards and numbers replaced where that is possible.`

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
  for (const each of found) terminal.out(`${lineOf(each)}\n`)
  if (unreadable.length > 0)
    terminal.say(
      `${counted(unreadable.length, 'version')} could not be read, and may hold more: ${unreadable.map(({ hash }) => hash).join(', ')}.`,
    )
  if (history.isShallow)
    terminal.say('This copy does not go all the way back. To see what came before: *git fetch --unshallow*.')
  const seen = counted(history.versions.length, 'version')
  if (found.length === 0) {
    terminal.say(`Nothing in ${seen} looks as if it could tell who a client is.`)
    return 0
  }
  terminal.say(`\n${counted(found.length, 'thing')} in ${seen} could tell who a client is.`)
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
