import { partnerIn } from '../../core/file/partner.ts'
import { namesPartner, type Partnership } from '../../core/file/partnership.ts'
import { daysIn, fieldsOf, isTime, type TableName } from '../../core/record/typed-row.ts'
import { day, time } from '../../core/values/fields.ts'
import { inEnglish, onClock, withWeekday } from '../../core/values/locale.ts'
import type { Lies, Typed } from '../../core/values/typed-day.ts'
import { fieldErrors, HjpError } from '../../errors.ts'
import type { Terminal } from '../../world/world.ts'

/** Where something is typed: how days are written there, and on which day; and where it is told how it was read. */
export type Here = {
  today: string
  locale(): Promise<string>
  say(text: string): void
  partnership?: Pick<Partnership, 'partners'>
}

/** Where the file is open already. */
export const hereIn = (
  { today, terminal }: { today: string; terminal: Pick<Terminal, 'say'> },
  { partnership }: { partnership: Pick<Partnership, 'locale' | 'partners'> },
): Here => ({ today, locale: async () => partnership.locale, say: terminal.say, partnership })

/** What reads days and times, which is loaded only where there is something to read. */
const reader = () => import('../../core/values/typed-day.ts')

/** A day as people write it, read back unless it is as the file has it. */
export async function readDay(value: string, here: Here, lies: Lies): Promise<Typed> {
  if (day.safeParse(value).success) return { is: value }
  const locale = await here.locale()
  const read = (await reader()).dayTyped(value, here.today, locale, lies)
  if ('is' in read) here.say(`"${value}" is ${withWeekday(read.is, inEnglish(locale))}.`)
  return read
}

export async function readTime(value: string, here: Here): Promise<Typed> {
  if (time.safeParse(value).success) return { is: value }
  const read = (await reader()).timeTyped(value)
  if ('is' in read) here.say(`"${value}" is ${onClock(read.is, inEnglish(await here.locale()))}.`)
  return read
}

/** What was read of a value. Throws HjpError badValue, which says what it came with. */
function taken(read: Typed, option: string, value: string): string {
  if ('wrong' in read) throw new HjpError('badValue', option, value, read.wrong)
  return read.is
}

export const asDay = async (
  option: string,
  value: string,
  here: Here,
  lies: Lies = 'near',
): Promise<string> => taken(await readDay(value, here, lies), option, value)

/** A day after today, or after another. */
export async function asLater(option: string, value: string, here: Here, than = here.today): Promise<string> {
  const read = await asDay(option, value, here, 'ahead')
  if (read <= than) throw new HjpError('badValue', option, value, fieldErrors.wantsLater)
  return read
}

/** A day that is not still to come. */
export async function asPast(option: string, value: string, here: Here): Promise<string> {
  const read = await asDay(option, value, here, 'behind')
  if (read > here.today) throw new HjpError('badValue', option, value, fieldErrors.wantsPast)
  return read
}

export const asTime = async (option: string, value: string, here: Here): Promise<string> =>
  taken(await readTime(value, here), option, value)

/** What is typed for a field of a row, as the file has it. */
export async function readField(sheet: TableName, field: string, value: string, here: Here): Promise<Typed> {
  const lies = daysIn(sheet, field)
  if (lies) return readDay(value, here, lies)
  if (isTime(sheet, field)) return readTime(value, here)
  const facts = fieldsOf(sheet)[field]
  return { is: here.partnership && facts && namesPartner(facts) ? partnerIn(here.partnership, value) : value }
}

/** The same of fields written as `field=value` each. What cannot be read stays, and is told by its field. */
export async function readFields(sheet: TableName, pairs: string[], here: Here) {
  const given: string[] = []
  const wrong: Record<string, string> = {}
  for (const pair of pairs) {
    const [, field, value] = /^([a-z-]+)=(.*\S.*)$/s.exec(pair) ?? []
    const read = field && value ? await readField(sheet, field, value, here) : undefined
    given.push(read && 'is' in read ? `${field}=${read.is}` : pair)
    if (read && 'wrong' in read) wrong[field!] = read.wrong
  }
  return { given, wrong }
}
