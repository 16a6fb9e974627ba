import { isIn } from '../file/members.ts'
import { awaited } from '../meeting/awaited.ts'
import { isAddress } from '../values/fields.ts'
import { listed } from '../values/locale.ts'
import type { PromptView } from '../view/view.ts'
import type { Check } from './finding.ts'

/** How many prompts a finding names. */
const NAMED = 8

const few = (numbers: string[]): string =>
  numbers.slice(0, NAMED).join(', ') + (numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : '')

/** One finding a partner: who joins has not agreed to anything yet. */
const notByAll: Check = ({ partnership }, view) =>
  awaited(view).flatMap(({ id, name, prompts, command }) => {
    if (prompts.length === 0) return []
    const numbers = prompts.map(({ number }) => number)
    return {
      code: 'not-by-all',
      at: ['partners', partnership.partners.findIndex((partner) => partner.id === id)],
      message: `*${name}* has not yet agreed to ${few(numbers)}. ${prompts.length > 1 ? `Ask it with *${command}*` : `*${command}* once it has`}`,
    }
  })

/** Who joined after what it is listed under was agreed did not agree on that day. */
const noDay: Check = ({ partnership }, { prompts, partners }) =>
  partners.flatMap(({ id, name, joined }) => {
    const isOf = ({ agreed }: PromptView) =>
      agreed?.on !== undefined && agreed.by.some((each) => each.id === id && each.on === undefined)
    const numbers = prompts.filter(isOf).map(({ number }) => number)
    return numbers.length === 0
      ? []
      : {
          code: 'no-day-agreed',
          at: ['partners', partnership.partners.findIndex((partner) => partner.id === id)],
          message: `*${name}* joined on ${joined}, and is listed as agreeing before that to ${few(numbers)}. If it agreed later, say so with *hjp agree ${numbers[0]} --by ${id} --on* and the day`,
        }
  })

const contacts: Check = ({ partnership, today }) =>
  partnership.partners.flatMap(({ id, name, people, ...partner }, row) =>
    !isIn(partner, today) || people.some(({ role, name }) => role === 'liaison' && name)
      ? []
      : [
          {
            code: 'no-liaison',
            at: ['partners', row],
            message: people.some(({ role }) => role === 'liaison')
              ? `the liaison of *${name}* has no name: *hjp change ${id}/liaison name="…"*`
              : `*${name}* has no liaison. *hjp add person partner=${id} role=liaison name="…"*`,
          },
        ],
  )

const addresses: Check = ({ partnership, today }) =>
  partnership.partners.flatMap(({ people, ...partner }, row) =>
    (isIn(partner, today) ? people : []).flatMap(({ email }, n) =>
      email && !isAddress(email)
        ? [
            {
              code: 'no-address',
              at: ['partners', row, 'people', n, 'email'],
              message: `"${email}" is not a single email address, so no email can be sent to it.`,
            },
          ]
        : [],
    ),
  )

/** What partners send back would go to somebody else, without a word. */
const noKeeper: Check = ({ partnership }, { keeper, partners, locale }) => {
  const { keeper: named } = partnership
  if (!named || keeper) return []
  const people = partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  const known = people.length > 0 ? `: ${listed([...new Set(people)], locale)}` : ''
  return [
    {
      code: 'no-keeper',
      at: ['keeper'],
      message: `*${named}* keeps this file, and is not one of your people, or no longer. Under *keeper:* there should be one of them${known}.`,
    },
  ]
}

/** What is to be seen to with each of those who are in, and with who keeps the file. */
export const PARTNERS: Check[] = [notByAll, noDay, contacts, addresses, noKeeper]
