import { HjpError, inShell } from '../../errors.ts'
import type { Hook, World } from '../../world/world.ts'
import { shown } from '../shared/find.ts'

const MARK = '# Written by hjp.'

const lineFor = (name: string): string => `hjp check --staged --file ${inShell(name)}`

/** What git runs before a commit. Where hjp is not found the commit stops, since nobody would see that nothing was looked at. */
const hookFor = (name: string): string => `#!/bin/sh
${MARK} It stops a commit that could tell who a client is. To take it away: hjp check --remove-hook
command -v hjp >/dev/null 2>&1 || {
  echo 'hjp is not found, so this commit was not looked at. git commit --no-verify goes on without.' >&2
  exit 1
}
exec ${lineFor(name)}
`

/** Has git look at what is staged before each commit. A hook that is there is left as it is. Throws HjpError notInGit, otherHook or sharedHooks. */
export async function installHook(world: World, path: string): Promise<void> {
  const hook = await hookOf(world, path)
  const { name } = hook
  if (hook.isShared) throw new HjpError('sharedHooks', hook.path, lineFor(name))
  if (hook.text !== undefined && !isOurs(hook.text))
    throw new HjpError('otherHook', shown(world, hook.path), lineFor(name))
  await world.git.setHook(hook.path, hookFor(name))
  world.terminal.say(
    `From now on git has *${name}* looked at before each commit. To take that away: *hjp check --remove-hook*`,
  )
}

/** Takes our hook away again. Throws as installHook does. */
export async function removeHook(world: World, path: string): Promise<void> {
  const hook = await hookOf(world, path)
  if (hook.text !== undefined && !isOurs(hook.text))
    throw new HjpError('foreignHook', shown(world, hook.path), 'hjp check --staged')
  if (hook.text === undefined)
    return world.terminal.say('There is no such hook here, so nothing was changed.')
  await world.git.setHook(hook.path, undefined)
  world.terminal.say(`*${shown(world, hook.path)}* is taken away. Commits are not looked at any more.`)
}

const isOurs = (text: string): boolean => text.includes(MARK)

async function hookOf(world: World, path: string): Promise<Hook> {
  const hook = await world.git.hook(path)
  if (!hook) throw new HjpError('notInGit', shown(world, path))
  return hook
}
