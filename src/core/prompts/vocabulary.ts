import type { Partnership } from '../file/partnership.ts'
import { countryOf } from '../values/locale.ts'
import type { Prompt } from './prompts.ts'

const COMMON = {
  client: 'client',
  partnership: 'health justice partnership',
  mou: 'memorandum of understanding',
}
const BY_COUNTRY: Record<string, Partial<typeof COMMON>> = {
  US: { client: 'patient', partnership: 'medical-legal partnership' },
  CA: { client: 'patient', partnership: 'medical-legal partnership' },
}

type Speaking = Pick<Partnership, 'locale' | 'terms'>

/** This partnership's own words: its terms over those of its country. Plurals take an s unless they are given. */
export function vocabulary({ locale, terms }: Speaking): Record<string, string> {
  const singular = { ...COMMON, ...BY_COUNTRY[countryOf(locale) ?? ''], ...terms }
  const plural = Object.entries(singular).map(([key, word]) => [`${key}s`, `${word}s`])
  return { ...Object.fromEntries(plural), ...singular }
}

/** What the clause of a prompt begins with, filled. */
export const openingIn = (
  fill: (text: string) => string,
  { clause, opens }: Pick<Prompt, 'clause' | 'opens'>,
): Pick<Prompt, 'clause' | 'opens'> => ({
  clause: clause && { yes: fill(clause.yes), no: fill(clause.no) },
  opens: opens && fill(opens),
})

/** Fills the {client} and {clients} of a prompt with a partnership's words. A word that is not a term stays as it stands. */
export function inWords(partnership: Speaking): (text: string) => string {
  const words = vocabulary(partnership)
  return (text) => text.replace(/\{([a-z]+)\}/g, (whole, key: string) => words[key] ?? whole)
}
