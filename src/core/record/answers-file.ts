import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import { zodWords } from '../file/complaint.ts'
import { answerTo } from '../file/gathered.ts'
import { Agreed, type Partnership, Perspective } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { readYaml } from '../file/yaml.ts'
import { findPrompt } from '../prompts/called.ts'
import { asked, type Prompt, type Source } from '../prompts/prompts.ts'
import type { KnownOn } from '../view/view.ts'
import { recordAgreement } from './agreement.ts'
import { recordPerspective } from './answer.ts'
import type { Write } from './enter.ts'
import { recordParked } from './parked.ts'

/** What `hjp ask --answers` takes: prompts by id or number, and under each what partners said, what is agreed, or why it is parked. */
export const AnswersFile = z.record(z.string(), z.record(z.string(), z.unknown()).nullable())
const Said = Perspective.omit({ partner: true })
const Settled = Agreed.omit({ wording: true })

/**
 * Reads an answers file (YAML or JSON) into what is to be written, or throws HjpError badAnswers with all that is wrong in it,
 * so that either everything is written or nothing.
 */
export function readAnswers({ path, text }: Source, known: KnownOn): Write[] {
  const complaints: string[] = []
  const answers = answersIn(readYaml(path, text, AnswersFile), known, complaints)
  if (complaints.length > 0) throw new HjpError('badAnswers', path, complaints)
  return answers.flatMap(({ writes }) => writes)
}

/** What is said of each prompt, as it is to be written; whatever is wrong is added to the complaints. `there` are the ids of those who agree where it does not say, none where nobody can tell. */
export function answersIn(
  answers: z.infer<typeof AnswersFile>,
  known: KnownOn,
  complaints: string[],
  there?: string[],
): { prompt: Prompt; writes: Write[] }[] {
  const seen = new Set<string>()
  return Object.entries(answers).flatMap(([name, given]) => {
    try {
      const prompt = findPrompt(known.parts, name)
      if (seen.has(prompt.id)) complaints.push(`${name}: ${fieldErrors.namedTwice}`)
      seen.add(prompt.id)
      const writes = Object.entries(given ?? {}).flatMap(([key, value]): Write[] => {
        const entry = entryFor(prompt, key, value, known, there)
        if (typeof entry !== 'string') return entry ? [entry] : []
        complaints.push(`${name}, ${key}: ${entry}`)
        return []
      })
      return [{ prompt, writes }]
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      complaints.push(error.message)
      return []
    }
  })
}

/** What stands under a prompt as an entry; nothing where it is blank; a complaint where it will not do. */
function entryFor(
  prompt: Prompt,
  key: string,
  value: unknown,
  known: KnownOn,
  there: string[] | undefined,
): Write | string | undefined {
  const { parts, partnership, today } = known
  const { perspectives, agreed: was, parked } = answerTo(partnership, prompt)
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined
  if (key === 'parked') {
    if (typeof value !== 'string') return fieldErrors.wantsText
    if (value !== parked && isSince(was, today)) return fieldErrors.newerHere(was.on, 'park')
    return recordParked(parts, prompt, value)
  }
  const partners = partnership.partners.map(({ id }) => id)
  if (key === 'agreed') {
    const agreed = Settled.safeParse(typeof value === 'string' ? { text: value } : value, { error: zodWords })
    if (!agreed.success) return problem(agreed)
    const { decision, text, lead, by, on = today, review } = agreed.data
    const [stranger] = [lead, ...by].flatMap((name) => strangerIn(partnership, name) ?? [])
    if (stranger) return stranger
    if (prompt.decision && !decision) return fieldErrors.wantsDecision
    if (!prompt.decision && decision) return fieldErrors.wantsNoDecision
    if (isSince(was, on)) {
      const isSame = isDeepStrictEqual(was, { ...was, ...withoutBlanks({ decision, text, lead, review }) })
      return isSame ? undefined : fieldErrors.newerHere(was.on, 'agree')
    }
    const isUntold = by.length === 0 && there?.length === 0 && decision !== 'not-yet'
    if (isUntold) return fieldErrors.wantsWhoAgreed(partners)
    return recordAgreement(parts, prompt, {
      ...{ decision, text, lead, on, review },
      by: by.length > 0 ? by : there?.length ? there : undefined,
    })
  }
  if (!partners.includes(key))
    return fieldErrors.unknownVoice(nearest(key, [...partners, 'agreed', 'parked']), partners)
  if (!asked(prompt, partnership.partners).some(({ id }) => id === key))
    return fieldErrors.notAskedHere(prompt.side!)
  const perspective = Said.safeParse(typeof value === 'string' ? { said: value } : value, { error: zodWords })
  if (!perspective.success) return problem(perspective)
  const { said, on = today } = perspective.data
  const before = perspectives.find(({ partner }) => partner === key)
  if (said && before?.said && before.said !== said && isSince(before, on))
    return fieldErrors.newerHere(before.on, 'answer')
  return said && recordPerspective(parts, prompt, key, said, on)
}

/** Whether what stands in the file was said after this day. */
const isSince = <T extends { on?: string | undefined }>(
  was: T | undefined,
  day: string,
): was is T & { on: string } => was?.on !== undefined && was.on > day

/** What is wrong with whoever leads or owns something: neither a partner nor `together`. */
export function strangerIn({ partners }: Partnership, name: string | undefined): string | undefined {
  const known = partners.map(({ id }) => id)
  if (!name || name === 'together' || known.includes(name)) return undefined
  return fieldErrors.unknownPartnerHere(name, nearest(name, known), known)
}

const problem = ({ error }: { error: z.ZodError }): string => {
  const { path, message } = error.issues[0]!
  return [...path, message].join(' ')
}
