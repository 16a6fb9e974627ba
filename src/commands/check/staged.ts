import { Partnership } from '../../core/file/partnership.ts'
import { places } from '../../core/file/places.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { identifying, placeOfWords } from '../../core/record/identifying.ts'
import { counted, HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import { headingIn, reasons } from '../shared/guard.ts'
import type { Opened } from '../shared/open.ts'

/** Whether what is staged could tell who a client is, said in words. Throws HjpError notInGit. */
export async function checkStaged({ git, terminal }: World, opened: Opened): Promise<0 | 1> {
  const { path, shown, parts } = opened
  const staged = await git.staged(path)
  if (!staged) throw new HjpError('notInGit', shown)
  const { text, isNew } = staged
  if (text === undefined || !isNew) {
    terminal.say(`Nothing of *${shown}* is staged.`)
    return 0
  }
  const partnership = readYaml(`${shown} (staged)`, text, Partnership)
  const found = identifying(partnership)
  if (found.length === 0) {
    terminal.say('Nothing that is staged looks as if it could identify a client.')
    return 0
  }
  const placeIn = places(text)
  for (const words of found) {
    const { line, col } = placeIn(words.at)
    const place = placeOfWords(partnership, words, headingIn(parts))
    for (const reason of reasons(words)) outLines(terminal, `${shown}:${line}:${col}  ${place}: ${reason}`)
  }
  terminal.say(
    `\nThis could identify a client, in ${counted(found.length, 'place')}, and git would keep it permanently. Reword it in *${shown}*, *git add* it again, and commit.\nIf it is safe to keep, write why under *allowed:* in the same place, or let this one commit through with *git commit --no-verify*`,
  )
  return 1
}
