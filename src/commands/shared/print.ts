import { plainJson } from '../../render/document/clean.ts'
import type { World, Written } from '../../world/world.ts'
import type { Opened } from './open.ts'

export const printJson = ({ terminal }: World, data: unknown): void => terminal.out(`${plainJson(data)}\n`)

/** What became of the file, and what was written in it. */
export const saySaved = ({ terminal }: World, done: Written, { shown }: Opened, what: string): void =>
  terminal.say(`${done}  ${shown}: ${what}`)
