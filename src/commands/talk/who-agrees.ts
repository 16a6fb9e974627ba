import { membersOn, unheardOn } from '../../core/file/members.ts'
import type { Partner } from '../../core/file/partner.ts'
import type { Prompt } from '../../core/prompts/prompts.ts'
import { awaitedOn } from '../../core/prompts/steps.ts'
import { listed } from '../../core/values/locale.ts'
import type { Choice, Terminal } from '../../world/world.ts'
import type { Session } from './session.ts'

const EACH = { value: 'some', name: 'Ask me about each of us' }

/**
 * The ids of those who agree, none where nobody does yet; undefined where it is clear: of two who were both there, and have agreed to
 * something before, it takes both.
 */
export async function askWhoAgrees(session: Session, prompt: Prompt): Promise<string[] | undefined> {
  const { terminal, day, heard } = session
  const { partnership } = session.opened
  const members = membersOn(partnership, day)
  const away = session.unseen(members).filter(({ id }) => !heard.has(id))
  const awaited = awaitedOn(prompt, partnership, day)
  const isClear =
    members.length < 3 && away.length + awaited.length === 0 && unheardOn(partnership, day).length === 0
  if (members.length < 2 || isClear) return undefined
  const names = listed(
    away.map(({ name }) => name),
    partnership.locale,
  )
  const whose = away.length < members.length ? `that anyone from ${names}` : 'who'
  const rest = listed(
    awaited.map(({ name }) => name),
    partnership.locale,
  )
  const why =
    away.length > 0
      ? ` (It is not written down ${whose} was there.)`
      : rest && ` (So far not agreed by ${rest}.)`
  const isOpen = away.length + awaited.length > 0
  // Enter takes the first, which says nothing of those who may not have been there, or had not agreed.
  const choice = await terminal.choose(`Do all of you agree?${why}`, [
    ...(isOpen ? [EACH] : []),
    { value: 'all', name: 'Yes, all of us' },
    ...[...new Set([...away, ...members])].map((member) => allBut(member, members)),
    ...(isOpen ? [] : [EACH]),
  ])
  const agreeing =
    choice === EACH.value
      ? await askEach(terminal, members)
      : members.map(({ id }) => id).filter((id) => id !== choice)
  for (const id of agreeing) heard.add(id)
  return agreeing
}

function allBut({ id, name }: Partner, members: Partner[]): Choice<string> {
  const [other, ...more] = members.filter((each) => each.id !== id)
  return { value: id, name: more.length > 0 ? `All but ${name}` : `Only ${other!.name}` }
}

/** The ids of those of these partners, who have not agreed to what the others have, that agree now. */
export const askTheRest = (terminal: Pick<Terminal, 'choose'>, awaited: Partner[]): Promise<string[]> =>
  askEach(terminal, awaited, 'agree to this too?')

async function askEach(
  terminal: Pick<Terminal, 'choose'>,
  members: Partner[],
  question = 'agree?',
): Promise<string[]> {
  const agreeing: string[] = []
  for (const { id, name } of members) {
    const answer = await terminal.choose(`Does ${name} ${question}`, [
      { value: 'no', name: 'Not yet' },
      { value: 'yes', name: 'Yes' },
    ])
    if (answer === 'yes') agreeing.push(id)
  }
  return agreeing
}

/** The id of the partner whose wording it is that nobody has agreed to; nothing where it is not to be kept. */
export const chooseWhoProposes = (terminal: Pick<Terminal, 'choose'>, members: Partner[]): Promise<string> =>
  terminal.choose('Then it is not agreed yet. Whose proposal is it?', [
    ...members.map(({ id, name }) => ({ value: id, name })),
    { value: '', name: "Nobody's: do not keep these words" },
  ])
