import { capital } from '../../errors.ts'
import type { Partnership } from '../file/partnership.ts'
import { countryOf } from '../values/locale.ts'
import type { Prompt } from './prompts.ts'

const COMMON = {
  client: 'client',
  lawyer: 'lawyer',
  partnership: 'health justice partnership',
  mou: 'memorandum of understanding',
}
const NORTH_AMERICAN = { client: 'patient', partnership: 'medical-legal partnership' }
const BY_COUNTRY: Record<string, Partial<typeof COMMON>> = { US: NORTH_AMERICAN, CA: NORTH_AMERICAN }

/** Our sentences are written as in Australia. These are the words in them that are spelt otherwise, or are others, elsewhere. */
const BRITISH = { 'program logic': 'programme logic', judgment: 'judgement' }
const AMERICAN = { 'program logic': 'logic model', towards: 'toward' }
const ELSEWHERE: Record<string, Record<string, string>> = {
  GB: BRITISH,
  IE: BRITISH,
  NZ: BRITISH,
  US: AMERICAN,
  CA: AMERICAN,
}

type Speaking = Pick<Partnership, 'locale' | 'terms'>

/** This partnership's own words: its terms over those of its country. Plurals take an s unless they are given. */
export function vocabulary({ locale, terms }: Speaking): Record<string, string> {
  const singular = { ...COMMON, ...BY_COUNTRY[countryOf(locale) ?? ''], ...terms }
  const plural = Object.entries(singular).map(([key, word]) => [`${key}s`, `${word}s`])
  return { ...Object.fromEntries(plural), ...singular }
}

/** "a" or "an" before a word that takes the place of another. */
const withArticle = (article: string, word: string): string =>
  article && `${article[0]}${/^(?!eu|one|uni|use)[aeiou]/i.test(word) ? 'n' : ''} ${word}`

/** Puts our own sentences into the words and the spelling of a partnership. What partners said never goes through it. */
export function inOurWords(partnership: Speaking): (text: string) => string {
  const { lawyer = '', lawyers = '' } = vocabulary(partnership)
  const others: Record<string, string> = {
    ...ELSEWHERE[countryOf(partnership.locale) ?? ''],
    ...(lawyer !== COMMON.lawyer && { lawyer, lawyers }),
  }
  const known = Object.keys(others).join('|')
  if (known === '') return (text) => text
  const found = new RegExp(`\\b(an? )?(${known})\\b`, 'gi')
  return (text) =>
    text.replace(found, (_, article: string | undefined, ours: string) => {
      const word = others[ours.toLowerCase()]!
      const cased = ours[0] === ours[0]!.toLowerCase() ? word : capital(word)
      return article ? withArticle(article, cased) : cased
    })
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
  const ours = inOurWords(partnership)
  const filled = (text: string) =>
    text.replace(/(\b[Aa]n? )?\{([a-z]+)\}/g, (whole, article: string | undefined, key: string) => {
      const word = words[key]
      if (word === undefined) return whole
      return article ? withArticle(article, word) : word
    })
  // Few sentences have one, and all are looked through for each document.
  return (text) => (text.includes('{') ? filled(ours(text)) : ours(text))
}
