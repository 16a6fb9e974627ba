import * as z from 'zod'
import { HjpError, nearest, words } from '../errors.ts'
import { Agreed, type Partnership, Perspective } from './partnership.ts'
import { asked, findPrompt, type Part } from './prompts.ts'
import { recordAgreement, recordParked, recordPerspective } from './record.ts'
import { readYaml } from './yaml.ts'

const Said = z.union([z.string(), Perspective.omit({ partner: true })])
const Settled = z.union([z.string(), Agreed.omit({ wording: true })])

/** What `hjp ask --answers` takes: prompts by id or number, and under each what partners said, what is agreed, or why it is parked. */
const AnswersFile = z.record(
  z.string(),
  z.record(z.string(), z.unknown(), words.wantsMapping),
  words.wantsMapping,
)

/** One thing to write down: a change of the partnership file's text. */
export type Change = (file: string) => string

/**
 * Reads an answers file (YAML or JSON) into changes, or throws HjpError badAnswers with all that is wrong in it,
 * so that either everything is written or nothing.
 */
export function readAnswers(
  source: { path: string; text: string },
  {
    shown,
    partnership,
    parts,
    today,
  }: { shown: string; partnership: Partnership; parts: Part[]; today: string },
): Change[] {
  const complaints: string[] = []
  const changes: Change[] = []
  const known = partnership.partners.map(({ id }) => id)
  for (const [name, entries] of Object.entries(readYaml(source.path, source.text, AnswersFile))) {
    const complain = (key: string, problem: string) => complaints.push(`${name}, ${key}: ${problem}`)
    const parse = <T extends z.ZodType>(schema: T, key: string, value: unknown): z.infer<T> | undefined => {
      const result = schema.safeParse(value)
      if (!result.success) complain(key, result.error.issues[0]!.message)
      return result.data
    }
    let prompt: ReturnType<typeof findPrompt>
    try {
      prompt = findPrompt(parts, name)
    } catch (error) {
      complaints.push((error as HjpError).message)
      continue
    }
    for (const [key, value] of Object.entries(entries)) {
      if (value === null && key !== 'parked') continue
      if (key === 'parked') {
        const reason = parse(z.string().nullable(), key, value) ?? undefined
        changes.push((file) => recordParked(shown, file, parts, prompt, reason))
      } else if (key === 'agreed') {
        const given = parse(Settled, key, value)
        const agreed = typeof given === 'string' ? { text: given } : given
        if (!agreed) continue
        if (Boolean(prompt.decision) !== ('decision' in agreed && agreed.decision !== undefined))
          complain(key, prompt.decision ? words.wantsDecision : words.wantsNoDecision)
        else
          changes.push((file) =>
            recordAgreement(shown, file, parts, prompt, {
              ...agreed,
              on: ('on' in agreed && agreed.on) || today,
            }),
          )
      } else if (known.includes(key)) {
        const given = parse(Said, key, value)
        const { said, on } =
          typeof given === 'string'
            ? { said: given, on: undefined }
            : (given ?? { said: undefined, on: undefined })
        if (!asked(prompt, partnership.partners).some(({ id }) => id === key))
          complain(key, words.notAskedHere(prompt.side!))
        else if (said?.trim())
          changes.push((file) => recordPerspective(shown, file, parts, prompt, key, said, on ?? today))
      } else complain(key, words.unknownVoice(nearest(key, [...known, 'agreed', 'parked']), known))
    }
  }
  if (complaints.length > 0) throw new HjpError('badAnswers', source.path, complaints)
  return changes
}
