import type { Partnership } from '../../core/file/partnership.ts'
import { fieldsOf, type TableName } from '../../core/record/typed-row.ts'
import { misspeltPerson } from '../../core/view/addressees.ts'
import { meant } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import type { Opened } from './open.ts'

/** A name as it is typed; where it is all but the name of one of the partners' people, as whoever is there says, who is only told where nobody is asked. */
export async function personMeant(
  { interactive, choose, say }: Pick<Terminal, 'interactive' | 'choose' | 'say'>,
  { partners }: Pick<Partnership, 'partners'>,
  typed: string,
): Promise<string> {
  const near = misspeltPerson(
    partners.flatMap(({ people }) => people),
    typed,
  )
  if (!near) return typed
  if (!interactive) {
    say(`None of the partners has a person called *${typed}*.${meant(near)}`)
    return typed
  }
  const choice = await choose(`Did you mean ${near}?`, [
    { value: 'yes', name: `Yes, ${near}` },
    { value: 'no', name: `No, ${typed} is someone else` },
  ])
  return choice === 'yes' ? near : typed
}

/** Fields of a row as they are written, `field=value` each, with the people that they name as they are meant. */
export async function peopleMeant(
  { terminal }: Pick<World, 'terminal'>,
  { partnership }: Opened,
  sheet: TableName,
  fields: string[],
): Promise<string[]> {
  const meant: string[] = []
  for (const field of fields) {
    const [, key = '', value = ''] = /^([a-z-]+)=(.*)$/s.exec(field) ?? []
    const isPerson = fieldsOf(sheet)[key]?.names === 'person' && value !== ''
    meant.push(isPerson ? `${key}=${await personMeant(terminal, partnership, value)}` : field)
  }
  return meant
}
