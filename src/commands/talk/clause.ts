import { wrapAnsi } from 'fast-wrap-ansi'
import { LEGAL_STATUS } from '../../core/agreement/quoted.ts'
import { isAsAdopted } from '../../core/file/adopted-words.ts'
import { answerTo } from '../../core/file/gathered.ts'
import type { Agreed } from '../../core/file/partnership.ts'
import { clauseWordsIn } from '../../core/prompts/clause-words.ts'
import { DECIDED, type Decision, isBareAnswer } from '../../core/prompts/decisions.ts'
import { isTerm, type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { inWords, openingIn } from '../../core/prompts/vocabulary.ts'
import type { Terminal } from '../../world/world.ts'
import type { Interview } from '../shared/interview.ts'
import type { Opened } from '../shared/open.ts'
import { indented } from '../shared/show-prompt.ts'
import { askReply, type PromptReply } from './question.ts'

/** Whether what is agreed on a prompt is read in the agreement: nothing that is put off is. */
const isRead = (prompt: Prompt, decision: Decision | undefined): boolean =>
  isTerm(prompt) && decision !== 'not-yet'

/** Asks for the words that are agreed: where they go into the agreement, as a clause of it. */
export async function askAgreed(
  terminal: Interview,
  opened: Opened,
  prompt: Prompt,
  decision: Decision | undefined,
  before: string | undefined,
): Promise<PromptReply> {
  const isAsItStands =
    before !== undefined && !isBareAnswer(before) && isAsAdopted(opened.partnership, before)
  const question = agreedQuestion(terminal, opened, prompt, decision, before === undefined, isAsItStands)
  for (;;) {
    const reply = await askReply(terminal, prompt.id, question, before)
    const isClause = 'words' in reply && reply.words !== undefined && isRead(prompt, decision)
    if (!isClause || decision || !isBareAnswer(reply.words!)) return reply
    terminal.say('The agreement does not repeat the question, so the clause has to say more than that.')
  }
}

/** The question for the words that are agreed, after what is good to know of their clause. Enter stands for a decision alone where `isNew`, and for words of an agreement of before where those are there. */
export function agreedQuestion(
  terminal: Terminal,
  opened: Opened,
  prompt: Prompt,
  decision: Decision | undefined,
  isNew: boolean,
  isAsItStands = false,
): string {
  const { partnership } = opened
  const short = isNew && decision ? ` (Enter for "${DECIDED[decision]}")` : ''
  if (!isRead(prompt, decision)) return decision ? `What have you agreed?${short}` : 'What do you all agree?'
  const { clause, opens } = openingIn(inWords(partnership), prompt)
  const sentence = decision && decision !== 'not-yet' ? clause?.[decision] : undefined
  const about = sentence
    ? `In the agreement this begins: "${sentence}"`
    : `Say it as a sentence, such as "We will …".${opens ? ` A list, or a few words, will follow "${opens}"` : ''}`
  const kept = isAsItStands
    ? 'These words are from the agreement that you had before, and are printed as they stand. If you reword them: '
    : ''
  terminal.say(wrapAnsi(kept + about, terminal.width))
  if (prompt.id === LEGAL_STATUS) sayTitles(terminal, opened)
  return `How should this read in the agreement?${sentence && isNew ? ' (Enter for that sentence alone)' : short}`
}

/** Names what can be named as binding: the titles that an agreement, or a letter, of what is agreed so far has. */
function sayTitles(terminal: Terminal, { library, parts, partnership }: Opened): void {
  const there = promptsOf(parts).filter((prompt) => {
    const { agreed, parked } = answerTo(partnership, prompt)
    return (
      !parked && (agreed ? agreed.decision !== 'not-yet' : prompt.essential) && prompt.id !== LEGAL_STATUS
    )
  })
  const fill = inWords(partnership)
  const titles = (kind: string) =>
    library.sections
      .filter((each) => each.kind === kind && there.some(({ id }) => each.prompts.includes(id)))
      .map(({ title }) => `"${title}"`)
      .join(', ')
  const about = `To say that a section binds you, put its title in quotation marks. Your ${fill('{mou}')} has these: ${titles('mou')}. The letter has: ${titles('mou-short')}.`
  terminal.say(wrapAnsi(about, terminal.width))
}

/** Shows how words begin in the agreement, where that is not just as they are. */
export function showClause(
  terminal: Terminal,
  { partnership }: Opened,
  prompt: Prompt,
  agreed: Pick<Agreed, 'decision' | 'text'>,
): void {
  if (!isRead(prompt, agreed.decision) || isBareAnswer(agreed.text)) return
  const { lead, words } = clauseWordsIn(partnership, prompt, agreed)
  if (lead === '' && words.startsWith(agreed.text.trim())) return
  const [first = '', ...more] = words.trim().split('\n')
  const gap = lead.endsWith(':') ? '\n' : ''
  const clause = `${lead}${gap}${first}${more.length > 0 ? ' …' : ''}`
  terminal.out(`${indented(terminal, `It will read: ${clause}`)}\n`)
}
