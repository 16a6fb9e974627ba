import { resolve } from 'node:path'
import { rowFormHeading, rowFormNamed } from '../../core/agreement/row-form.ts'
import { type Partner, partnerName } from '../../core/file/partner.ts'
import { HjpError } from '../../errors.ts'
import type { NumberedThings } from '../../intake/clauses.ts'
import type { Returned } from '../../intake/returned.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { World } from '../../world/world.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { type FileRead, readFile } from './read-file.ts'
import { codeByNames, copyHere, copyReading, promptReading, rowReading } from './reading.ts'

export type ReturnedBy = Returned & { partner: string }

/** What a file says, whatever sort it is: copies of forms, and what a partner said, and whose words those are. Throws HjpError where it cannot be read, or whoseWords, twoVoices or otherPartnership. */
export async function readReturned(
  world: World,
  opened: Opened,
  name: string,
  as: string | undefined,
  numbers: NumberedThings | undefined,
): Promise<Omit<FileRead, 'returned'> & { returned?: ReturnedBy }> {
  const bytes = await world.files.read(resolve(world.cwd, name))
  if (!bytes) throw new HjpError('noAnswers', name)
  const { returned, ...read } = await readFile(name, bytes, {
    prompts: promptReading(world, opened, numbers),
    copyOf(text) {
      const copy = copyHere(opened, text)
      const given = copy && as !== undefined ? partnerNamed(opened, as) : undefined
      if (copy && given && given !== copy.partner) {
        const [made, other] = [copy.partner, given].map((id) => partnerName(opened.partnership, id))
        throw new HjpError('otherCopy', made!, other!, given)
      }
      return copy
    },
    async tableOf(text, from) {
      const asks = rowFormHeading(text)
      if (!asks) return undefined
      const partner = await whose(world, opened, as, { from })
      const code = codeByNames(opened, asks, { partner, text, today: world.today })
      return { asks, partner, on: world.today, ...(code && { code }) }
    },
    async of(copy) {
      const table = rowFormNamed(copy.asks)
      return table ? rowReading(world, opened, table, copy) : copyReading(opened, copy)
    },
  })
  if (!returned) return read
  return { ...read, returned: { ...returned, partner: await whose(world, opened, as, returned) } }
}

/** The partner of which somebody has this address. */
export const senderNamed = ({ partners }: Opened['partnership'], email: string | undefined) =>
  email === undefined
    ? undefined
    : partners.find(({ people }) =>
        people.some((person) => person.email?.toLowerCase() === email.toLowerCase()),
      )

/** The partner that a worksheet is for, where a text has kept what stands above the questions, in its own line. */
function addressee(partners: Partner[], text: string): Partner | undefined {
  const lines = new Set(text.split('\n').map((line) => line.replace(/^[>#*\s]+|[*\s]+$/g, '')))
  const found = partners.filter(
    ({ name }) => lines.has(`Questions for ${name}`) || lines.has(`For ${name} to confirm`),
  )
  return found.length === 1 ? found[0] : undefined
}

/** The partner of whoever wrote it, by address or else by name, and of whoever only passed it on. Nobody wrote it for certain where it may be either's. */
function writerIn(opened: Opened, { email, name, passedOnBy, isUnsure }: Returned['from']) {
  const sender = senderNamed(opened.partnership, email)
  if (!passedOnBy) return { sender }
  const called = opened.partnership.partners.filter(({ people }) =>
    people.some((person) => name !== undefined && person.name?.toLowerCase() === name.toLowerCase()),
  )
  const writer = sender ?? (called.length === 1 ? called[0] : undefined)
  const carrier = senderNamed(opened.partnership, passedOnBy.email)
  return { sender: isUnsure && writer !== carrier ? undefined : writer, carrier }
}

/** What there is to tell where nobody knows who wrote what was passed on. */
function ofUnknown({ name, email, passedOnBy, isUnsure }: Returned['from']): string {
  const by = passedOnBy?.name ?? passedOnBy?.email ?? 'Somebody'
  const writer = name ?? email
  return isUnsure || !writer
    ? `${by} passed this on, and it does not show who answered.`
    : `${by} passed this on. ${writer} wrote it, and is not among the people in your file.`
}

/** The partner whose words they are: as it was named, else as the file tells, if it is plain. Throws HjpError whoseWords, twoVoices or otherPartnership. */
export async function whose(
  { terminal }: World,
  opened: Opened,
  as: string | undefined,
  { from, text = '' }: Pick<Returned, 'from'> & { text?: string },
): Promise<string> {
  const { partners, name } = opened.partnership
  const asked = partners.find(({ id }) => id === from.partner) ?? addressee(partners, text)
  const { sender, carrier } = writerIn(opened, from)
  if (as !== undefined) {
    const given = partnerNamed(opened, as)
    const readAs = `It is read as the words of ${partnerName(opened.partnership, given)}, as *--as* says.`
    if (asked && asked.id !== given) terminal.say(`This was made for ${asked.name}. ${readAs}`)
    else if (from.passedOnBy && !asked && sender && sender.id !== given)
      terminal.say(`This was passed on, and someone from ${sender.name} wrote it. ${readAs}`)
    return given
  }
  if (from.partnership !== undefined && from.partnership !== stampOf(name))
    throw new HjpError('otherPartnership')
  if (asked && sender && asked !== sender && asked !== carrier)
    throw new HjpError('twoVoices', sender.name, asked.name)
  const found = asked ?? sender
  if (found) return found.id
  if (from.passedOnBy) terminal.say(ofUnknown(from))
  if (terminal.interactive)
    return terminal.choose(
      'Whose answers are these?',
      partners.map((each) => ({ value: each.id, name: each.name })),
    )
  throw new HjpError(
    'whoseWords',
    partners.map(({ id }) => id),
  )
}
