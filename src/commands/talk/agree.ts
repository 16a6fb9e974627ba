import { wrapAnsi } from 'fast-wrap-ansi'
import { answerTo } from '../../core/file/gathered.ts'
import { adoptedIn, DECISIONS } from '../../core/file/partnership.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import { type Decision, decidedBy } from '../../core/prompts/decisions.ts'
import { headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import {
  type Agreement,
  recordAgreement,
  recordAgrees,
  recordNotAgreed,
  recordTerms,
  type Terms,
} from '../../core/record/agreement.ts'
import type { Write } from '../../core/record/enter.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { adoptedAt, proposalOf, wordsGiven } from '../shared/given.ts'
import { type Opened, open, partnerNamed } from '../shared/open.ts'
import { NONE, wants } from '../shared/options.ts'
import { paperCalled } from '../shared/paper-given.ts'
import { fieldLines, saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { takeOut } from '../shared/take-out.ts'
import { askUnheard, namesAgreeing, sayUnheard } from '../shared/unheard.ts'
import { agreeAdopted } from './agree-adopted.ts'
import { DECISION_CHOICES } from './choices.ts'
import { agreedQuestion, showClause } from './clause.ts'
import { promptGiven } from './which-prompt.ts'

export const command = commandOf({
  args: '[prompt] [text]',
  options: {
    decision: wants.choice(
      DECISIONS,
      '<decision>',
      `for a prompt that asks "Will you …?": ${DECISIONS.join(', ')}`,
    ),
    review: wants.laterOrNone('<date>', 'when to review it; "none" removes the date'),
    proposedBy: wants.text('<partner>', 'in the wording that this partner sent back'),
    merged: wants.flag('in the wording of the other version, after a merge of two'),
    adopted: wants.flag(
      'in the words of an agreement that you had before, which you name last where there are several; without a prompt, all of its words',
    ),
    on: wants.past('<date>', 'the day on which you agreed (default: today)'),
    by: wants.many(
      '<partner...>',
      'which partners agree, if not all of you; without a text, who also agrees to what is there, today or --on its day',
    ),
    lead: wants.text(
      '<partner>',
      'which partner leads, for something you do together; or "together", or "none"',
    ),
    clear: wants.flag('remove what is agreed, once you have seen it'),
    yes: wants.flag('do what is asked with --clear or --adopted without asking; what it is, is shown'),
  },
  examples: [
    'hjp agree 5.1 "Referrals will be made by phone, both ways." --lead legal --review 2027-06-01',
    'hjp agree 5.3 "Yes, starting with housing and debt." --decision yes',
    'hjp agree 5.1 --proposed-by health',
    'hjp agree 5.1 --by health --on 2026-03-02',
    'hjp agree 5.1 --lead health --review 2027-06-01',
    'hjp agree --adopted --on 2024-03-01 --review 2027-03-01',
    'hjp agree --adopted old/mou-2022.docx --on 2022-05-14',
    'hjp agree 5.1 --clear',
  ],
  async run(world, { review, lead, proposedBy, merged, adopted, clear, yes, ...options }, name, text) {
    const opened = await open(world, options)
    const { on = world.today } = options
    const paper = adopted && name !== undefined ? paperCalled(world, opened, name) : undefined
    if (adopted && (name === undefined || paper))
      return agreeAdopted(world, opened, { ...options, review, on, yes, paper })
    const prompt = await promptGiven(world, opened, 'hjp agree', name)
    const by = options.by?.map((partner) => partnerNamed(opened, partner))
    const settled = answerTo(opened.partnership, prompt).agreed
    const words = proposedBy ?? merged ?? adopted ?? text
    const terms = { review, lead: lead === undefined ? undefined : leadOf(opened, lead) }
    const isAbout = [by, review, lead].some((each) => each !== undefined)
    if (clear && (isAbout || (words ?? options.on ?? options.decision) !== undefined))
      throw new HjpError('clearAlone', 'hjp agree')
    if (clear) return clearAgreed(world, opened, prompt, yes)
    const isDecided = options.decision === undefined || options.decision === settled?.decision
    const isMissing = options.decision !== undefined && prompt.decision && settled?.decision === undefined
    const isWhoseDay = options.on === undefined || by !== undefined
    if (settled && words === undefined && isWhoseDay && (isMissing || (isAbout && isDecided))) {
      const agrees = by && recordAgrees(opened.parts, prompt, by, { on, corrected: options.on !== undefined })
      return changeTerms(world, opened, prompt, agrees, { ...terms, decision: options.decision })
    }
    const [waiting] = adoptedIn(answerTo(opened.partnership, prompt))
    if (!settled && words === undefined && isAbout && waiting)
      throw new HjpError('wordsWait', headingOf(prompt), waiting.from, prompt.number)
    const partner = proposedBy === undefined ? undefined : partnerNamed(opened, proposedBy)
    const taken = adopted
      ? await adoptedAt(world, opened, prompt, text)
      : merged || partner
        ? proposalOf(opened, prompt, partner, 'agreed')
        : undefined
    const decided = taken && decidedBy(prompt, taken, settled?.decision)
    const decision = options.decision ?? decided ?? (await decisionAsked(world, opened, prompt))
    if (prompt.decision && !decision) throw new HjpError('needsDecision', prompt.id)
    if (!prompt.decision && decision) throw new HjpError('noDecision', prompt.id)
    const agreed = taken?.text ?? (await wordsAgreed(world, opened, prompt, decision, text))
    if (world.terminal.interactive) showClause(world.terminal, opened, prompt, { decision, text: agreed })
    const agreement: Agreement = {
      on,
      from: taken?.from,
      ...(decision && { decision }),
      by: by ?? (await askUnheard(world, opened, on)),
      review: review === undefined ? taken?.review : review,
      lead: lead === undefined ? taken?.lead : terms.lead,
      text: agreed,
    }
    const writes = [recordAgreement(opened.parts, prompt, agreement)]
    const done = await save(world, opened, writes)
    const who = namesAgreeing(opened, prompt, writes)
    saySaved(world, done, opened, `what is agreed on ${headingOf(prompt)}, agreed by ${who}`)
    if (!agreement.by) sayUnheard(world, opened, writes)
    return 0
  },
})

/** Changes who agrees, who leads, when it is reviewed, or a decision that is missing, and leaves the words that are agreed. */
async function changeTerms(
  world: World,
  opened: Opened,
  prompt: Prompt,
  agrees: Write | undefined,
  terms: Terms,
): Promise<0> {
  const writes = [...(agrees ? [agrees] : []), recordTerms(opened.parts, prompt, terms)]
  const done = await save(world, opened, writes)
  const told = (['decision', 'lead', 'review'] as const).filter((key) => terms[key] !== undefined)
  saySaved(
    world,
    done,
    opened,
    `${[...(agrees ? ['who agreed'] : []), ...told].join(' and ')} on ${headingOf(prompt)}${agrees ? `: ${namesAgreeing(opened, prompt, writes)}` : ''}`,
  )
  return 0
}

/** What is decided of a prompt that asks for it, where someone is there to say so. */
async function decisionAsked(
  { terminal }: World,
  { partnership }: Opened,
  prompt: Prompt,
): Promise<Decision | undefined> {
  if (!prompt.decision || !terminal.interactive) return undefined
  return terminal.choose(`Your decision together: ${inWords(partnership)(prompt.ask)}`, DECISION_CHOICES)
}

/** The words given, or asked for as those of a clause. */
async function wordsAgreed(
  world: World,
  opened: Opened,
  prompt: Prompt,
  decision: Decision | undefined,
  given: string | undefined,
): Promise<string> {
  const { interactive, say, width } = world.terminal
  if (given !== undefined || !interactive) return wordsGiven(world, given, '')
  say(wrapAnsi(inWords(opened.partnership)(prompt.ask), width))
  return wordsGiven(world, undefined, agreedQuestion(world.terminal, opened, prompt, decision, false))
}

const leadOf = (opened: Opened, lead: string): string | null =>
  lead === NONE ? null : lead === 'together' ? lead : partnerNamed(opened, lead)

async function clearAgreed(
  world: World,
  opened: Opened,
  prompt: Prompt,
  yes: boolean | undefined,
): Promise<0> {
  const { agreed } = answerTo(opened.partnership, prompt)
  if (!agreed) throw new HjpError('nothingToClear', headingOf(prompt), 'agreed')
  const { wording: _, ...told } = agreed
  return takeOut(
    world,
    opened,
    {
      what: `what is agreed on ${headingOf(prompt)}`,
      lines: fieldLines(withoutBlanks(told)),
      words: [agreed.text],
      write: recordNotAgreed(opened.parts, prompt),
    },
    yes,
  )
}
