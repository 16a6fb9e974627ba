import { answerTo } from '../../core/file/gathered.ts'
import { agreeingOn } from '../../core/file/members.ts'
import { partnerName } from '../../core/file/partner.ts'
import { adoptedIn } from '../../core/file/partnership.ts'
import { DECISION_WORDS, type Decision } from '../../core/prompts/decisions.ts'
import { decisionAbove, headingOf, type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordAgreement } from '../../core/record/agreement.ts'
import { listed } from '../../core/values/locale.ts'
import { counted, HjpError, onLines } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { firstWords } from '../shared/choose-one.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { paperGiven } from '../shared/paper-given.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { chooseDecision } from './choices.ts'

/** What the partners say of all that they had agreed on before. */
type Said = {
  by?: string[] | undefined
  on: string
  review?: string | null | undefined
  /** Nobody is asked. */
  yes?: boolean | undefined
  /** The agreement of before, as it is called. */
  paper?: string | undefined
}

/** What is needed where words of several agreements of before wait. */
const WHICH_PAPER = {
  command: 'hjp agree --adopted',
  needs: 'the agreement that you had before: name the one that you mean',
  question: 'Which of the agreements that you had before?',
}

type Waiting = { prompt: Prompt; text: string; from: string; decision: Decision | undefined }

/** Writes down that the partners agree to all that waits from one agreement of before, but for what they have agreed on otherwise since. All of it is shown first. Throws HjpError needsYes where nobody can be asked. */
export async function agreeAdopted(
  world: World,
  opened: Opened,
  { by, on, review, yes, paper: called }: Said,
): Promise<0> {
  const { terminal } = world
  const { parts, partnership } = opened
  const all = [...new Set(partnership.answers.flatMap(adoptedIn).map(({ from }) => from))]
  if (all.length === 0) throw new HjpError('nothingAdopted')
  const paper = await paperGiven(world, opened, called, WHICH_PAPER, all)
  const waiting = await decided(world, opened, paper)
  const partners = by?.map((name) => partnerNamed(opened, name)) ?? agreeingOn(partnership, on)
  const names = listed(
    partners.map((id) => partnerName(partnership, id)),
    partnership.locale,
  )
  terminal.say(
    `${names} would agree to this. To read one in full: *hjp show ${waiting[0]!.prompt.number}*${onLines(waiting.map(inLine))}`,
  )
  if (!yes) {
    if (!terminal.interactive) throw new HjpError('needsYes')
    const choice = await terminal.choose(
      `Do ${names} agree to ${counted(waiting.length, 'clause')}, as of ${on}?`,
      [
        { value: 'yes', name: 'Yes' },
        { value: 'no', name: 'No, change nothing' },
      ],
    )
    if (choice === 'no') return 0
  }
  const writes = waiting.map(({ prompt, text, from, decision }) =>
    recordAgreement(parts, prompt, { text, from, by: partners, on, review, ...(decision && { decision }) }),
  )
  const done = await save(world, opened, writes)
  saySaved(world, done, opened, `${counted(waiting.length, 'clause')}, agreed by ${names}`)
  tellFollowing(world, opened, waiting)
  terminal.say(
    'To see them in the order of hjp: *hjp mou*\nTo see what differs: *hjp mou --since adopted*\nIf it is signed, write that down too: *hjp sign*',
  )
  return 0
}

/** What somebody would agree to: the question, the decision, as much of the words as it takes to know them, and the document they are from. */
const inLine = ({ prompt, text, from, decision }: Waiting): string =>
  `${headingOf(prompt)}: ${decision ? `${DECISION_WORDS[decision]}, ` : ''}"${firstWords(text)}" (${from})`

/** Tells what no document has yet, because it follows a decision that is not a yes. */
function tellFollowing({ terminal }: World, { parts, partnership }: Opened, agreed: Waiting[]): void {
  const decisionOn = (above: Prompt) =>
    agreed.find(({ prompt }) => prompt === above)?.decision ?? answerTo(partnership, above).agreed?.decision
  const lines = agreed.flatMap(({ prompt }) => {
    const above = decisionAbove(prompt, parts)
    return above && decisionOn(above) !== 'yes'
      ? [`${headingOf(prompt)}, until ${headingOf(above)} is a yes: *hjp ask ${above.number}*`]
      : []
  })
  if (lines.length > 0) terminal.say(`Agreed, but in no document yet:${onLines(lines)}`)
}

/** What waits from one of them, with what is decided. What it says is not enough of some, which are told. Throws HjpError nothingAdopted. */
async function decided(world: World, opened: Opened, paper: string): Promise<Waiting[]> {
  const { terminal } = world
  const found = promptsOf(opened.parts).flatMap((prompt) => {
    const answer = answerTo(opened.partnership, prompt)
    const words = adoptedIn(answer).find(({ from }) => from === paper)
    return words ? [{ prompt, answer, ...words }] : []
  })
  if (found.length === 0) throw new HjpError('nothingAdopted')
  const ready: Waiting[] = []
  const told: string[] = []
  for (const { prompt, answer, text, from, decision: there } of found) {
    const question = inWords(opened.partnership)(prompt.ask)
    const asked = prompt.decision && !there && terminal.interactive
    const choice = asked ? await chooseDecision(terminal, question) : there
    const decision = choice === 'skip' || choice === 'keep' ? undefined : choice
    if (answer.agreed && answer.agreed.text !== text)
      told.push(`${headingOf(prompt)}, on which you have agreed since: *hjp ask ${prompt.number}*`)
    else if (prompt.decision && !decision)
      told.push(`${headingOf(prompt)}, if it is a yes: *hjp agree ${prompt.number} --adopted --decision yes*`)
    else ready.push({ prompt, text, from, decision })
  }
  if (told.length > 0) terminal.say(`${counted(told.length, 'clause')} still to settle:${onLines(told)}`)
  if (ready.length === 0) throw new HjpError('nothingReady')
  return ready
}
