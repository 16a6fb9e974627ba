import { isAsAdopted } from '../file/adopted-words.ts'
import type { Agreed, Partnership } from '../file/partnership.ts'
import { hasVerb } from '../values/verbs.ts'
import { isBareAnswer, withoutAnswer } from './decisions.ts'
import type { Prompt } from './prompts.ts'
import { ended, goingOn, isFragment, isItemised, saysTheSame, sentenceIn, withCapital } from './sentences.ts'
import { inWords, openingIn } from './vocabulary.ts'

/** What is agreed on a prompt, and what its clause begins with where that is no sentence of its own. */
type Agreement = {
  clause?: Prompt['clause']
  opens?: Prompt['opens']
  /** Words that stand as they did in an agreement of before are nobody else's to begin or to end. */
  agreed: (Pick<Agreed, 'decision' | 'text'> & { asItStands?: boolean }) | undefined
}

/**
 * What is agreed as its clause says it: words of the agreement's own that `lead`, and the `words` of the partners, with a full stop at
 * their end, and small where they go on from a colon, with a capital where nothing leads to them. A lead that ends in a colon stands above the words.
 * Words of an agreement that they had before stay as they stand there, but for a bare yes or no.
 */
export function clauseWords(agreement: Agreement): { lead: string; words: string } {
  const { agreed } = agreement
  if (agreed?.asItStands && !isBareAnswer(agreed.text)) return { lead: '', words: agreed.text }
  const { lead, words } = ledWords(agreement)
  const begun = lead.endsWith(': ') ? goingOn(words) : /[,;] $/.test(lead) ? words : withCapital(words)
  return { lead, words: ended(begun) }
}

/** The same of what is agreed on a prompt as a file has it, or would have it. */
export const clauseWordsIn = (
  partnership: Partnership,
  prompt: Prompt,
  agreed: Agreement['agreed'],
): ReturnType<typeof clauseWords> =>
  clauseWords({
    ...openingIn(inWords(partnership), prompt),
    agreed: agreed && { ...agreed, asItStands: isAsAdopted(partnership, agreed.text) },
  })

/** The same in one text. */
export function clauseText(prompt: Parameters<typeof clauseWords>[0]): string {
  const { lead, words } = clauseWords(prompt)
  return lead.endsWith(':') ? `${lead}\n${words}` : lead + words
}

/** A decision is led by a sentence, and goes without the yes or no it may begin with; what is no sentence by itself, by what makes it one. */
function ledWords({ clause, opens, agreed }: Agreement): { lead: string; words: string } {
  const { decision, text = '' } = agreed ?? {}
  const sentence = decision && decision !== 'not-yet' ? clause?.[decision] : undefined
  if (decision && sentence) {
    const words = withoutAnswer(decision, text)
    return { lead: saysTheSame(sentenceIn(words), sentence) ? '' : leading(sentence, words), words }
  }
  return { lead: opens && isFragment(text) ? above(opens, text) : '', words: text }
}

/** What goes on in small letters is part of the sentence, and so is what could not stand by itself. */
function leading(sentence: string, words: string): string {
  const unended = sentence.replace(/\.$/, '')
  const first = sentenceIn(words)
  if (words === '') return sentence
  if (/^\p{Ll}/u.test(words)) return `${unended}${WHOLE.test(first) && hasVerb(first) ? ';' : ','} `
  return isFragment(words) ? above(`${unended}:`, words) : `${sentence} `
}

/** What ends in a colon, before words: on the same line, unless they are a list or have a colon themselves. */
const above = (opens: string, words: string): string =>
  isItemised(words) || sentenceIn(words).includes(':') ? opens : `${opens} `

/** What begins a sentence of its own. */
const WHOLE = /^(?:we|they|it|the|our|this|these|each|both|all|a|an|staff|clients)\b/
