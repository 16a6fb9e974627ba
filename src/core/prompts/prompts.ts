import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { HjpError } from '../../errors.ts'
import { answerTo } from '../file/gathered.ts'
import type { Partner } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import { readYaml } from '../file/yaml.ts'
import { countryOf } from '../values/locale.ts'
import { asLetter } from '../values/numerals.ts'
import { type Asked, PartFile } from './part-file.ts'

/** A question put to the partners. Ids read part/prompt or part/prompt/follow-up; numbers 5.3 or 5.3b. */
export type Prompt = Omit<z.infer<typeof Asked>, 'was'> & {
  number: string
  /** The ids and the numbers of those that it took the place of. */
  was: string[]
  formerly: string[]
  part: string
  /** The prompt this one follows up. */
  under: string | undefined
  /** A short mark of its words: when they change, agreements to them need another look. */
  wording: string
}

/** A group of prompts: one tip of the series, or a set beside it. */
export type Part = Omit<z.infer<typeof PartFile>, 'prompts'> & { prompts: Prompt[] }

/** A file of the tool or of the partnership: its path within its folder, and its text. */
export type Source = { path: string; text: string }

/**
 * Prompt files to parts, in order of their numbers. A later file replaces an earlier part of the same id. Throws HjpError
 * badFile or duplicatePrompt.
 */
export function parseParts(sources: Source[]): Part[] {
  const parts = new Map<string, Part>()
  for (const { path, text } of sources) {
    const { prompts, ...about } = readYaml(path, text, PartFile)
    let last = 0
    const full = prompts.flatMap(({ followups = [], number = last + 1, ...main }) => {
      last = number
      const parent = promptOf(
        main,
        `${about.id}/${main.id}`,
        `${about.number}.${number}`,
        about.id,
        undefined,
      )
      const under = followups.map((each, n) =>
        promptOf(each, `${parent.id}/${each.id}`, `${parent.number}${asLetter(n + 1)}`, about.id, parent.id),
      )
      return [parent, ...under]
    })
    const twice = full.find(
      ({ id, number }, n) => full.findIndex((other) => other.id === id || other.number === number) < n,
    )
    if (twice) throw new HjpError('duplicatePrompt', path, twice.id)
    parts.set(about.id, { ...about, prompts: full })
  }
  return [...parts.values()].sort((a, b) => a.number - b.number)
}

const promptOf = (
  { was, ...asked }: z.infer<typeof Asked>,
  id: string,
  number: string,
  part: string,
  under: string | undefined,
): Prompt => ({
  ...asked,
  ...{ id, number, part, under },
  wording: wordingOf(asked.ask),
  was: Object.values(was),
  formerly: Object.keys(was),
})

const wordingOf = (ask: string): string => `w${createHash('sha256').update(ask).digest('hex').slice(0, 7)}`

/** The prompts that apply where a partnership is. One that its file has already stays, wherever it moves. */
export function partsFor(
  parts: Part[],
  { locale, answers = [] }: { locale: string; answers?: { prompt: string }[] },
): Part[] {
  const country = countryOf(locale) ?? ''
  const isHere = ({ id, countries }: Prompt) =>
    countries?.includes(country) !== false || answers.some(({ prompt }) => prompt === id)
  return parts.map((part) => ({ ...part, prompts: part.prompts.filter(isHere) }))
}

const together = new WeakMap<Part[], Prompt[]>()

/** All prompts of parts. They are asked for by each prompt and each clause, so those of the same parts are put together once. */
export function promptsOf(parts: Part[]): readonly Prompt[] {
  const prompts = together.get(parts) ?? parts.flatMap((part) => part.prompts)
  together.set(parts, prompts)
  return prompts
}

/** A prompt as it is spoken of: "5.1 Referral pathways". */
export const headingOf = ({ number, topic }: Pick<Prompt, 'number' | 'topic'>): string => `${number} ${topic}`

/** The number of a prompt as documents print it, so that nobody takes it for that of a clause: Q5.1. */
export const questionNumber = (number: string): string => `Q${number}`

/** A prompt as documents name it: "Q5.1 Referral pathways". */
export const questionTitle = ({ number, topic }: Pick<Prompt, 'number' | 'topic'>): string =>
  headingOf({ number: questionNumber(number), topic })

/** Whether a prompt goes by this name: its id or its number, or those of one that it took the place of. */
export const isNamed = (
  { id, number, was, formerly }: Pick<Prompt, 'id' | 'number' | 'was' | 'formerly'>,
  name: string | undefined,
): boolean => name !== undefined && [id, number, ...was, ...formerly].includes(name)

/** The prompt that goes by this name, if there is one: rather one that has it now than one that took it over. */
export const promptNamed = (parts: Part[], name: string): Prompt | undefined => {
  const prompts = promptsOf(parts)
  return (
    prompts.find(({ id, number }) => id === name || number === name) ??
    prompts.find((each) => isNamed(each, name))
  )
}

/** The part before there is a partnership. */
export const FINDING_A_PARTNER = 'finding-a-partner'

/** Whether what is agreed on a prompt is a term of the agreement: not what was settled before there was a partnership, nor a thought. */
export const isTerm = ({
  part,
  reflection,
  private: hidden,
}: Pick<Prompt, 'part' | 'reflection' | 'private'>): boolean =>
  part !== FINDING_A_PARTNER && !reflection && !hidden

/** What the partners will do together first: once agreed, it wants an action. */
export const FIRST_STEP = `${FINDING_A_PARTNER}/first-steps`

/** The part of this id or number, if there is one. */
export const partNamed = (parts: Part[], name: string): Part | undefined =>
  parts.find(({ id, number }) => id === name || String(number) === name)

/** What the first conversation goes by. */
export const FIRST = 'first'

/** The questions of the first conversation, among some: it closes with what to do together. */
export const firstAmong = <P extends Pick<Prompt, 'id' | 'first'>>(prompts: readonly P[]): P[] =>
  prompts
    .filter(({ first }) => first)
    .toSorted((a, b) => Number(a.id === FIRST_STEP) - Number(b.id === FIRST_STEP))

/** The side a partner is on: legal, or health, which is everyone else. */
export const sideOf = ({ sector }: Pick<Partner, 'sector'>): 'legal' | 'health' =>
  sector === 'legal' ? 'legal' : 'health'

/** The partners a prompt is put to. */
export const asked = <P extends Pick<Partner, 'sector'>>(
  { side }: Pick<Prompt, 'side'>,
  partners: P[],
): P[] => partners.filter((partner) => side === undefined || sideOf(partner) === side)

/** A follow-up is asked only once a decision above it is yes, and not while what it follows is set aside, unless it is agreed or set aside itself. */
export function isAsked(prompt: Prompt, parts: Part[], partnership: Partnership): boolean {
  const above = promptsOf(parts).find(({ id }) => id === prompt.under)
  if (!above) return true
  const { agreed, parked } = answerTo(partnership, above)
  if (above.decision && agreed?.decision !== 'yes') return false
  if (!parked) return true
  const own = answerTo(partnership, prompt)
  return own.agreed !== undefined || own.parked !== undefined
}

/** The decision that a follow-up is asked after; nothing where it is asked in any case. */
export const decisionAbove = ({ under }: Prompt, parts: Part[]): Prompt | undefined =>
  under === undefined ? undefined : promptsOf(parts).find(({ id, decision }) => id === under && decision)
