import type { Agreed } from '../file/partnership.ts'
import { withoutAnswer } from './decisions.ts'
import type { Prompt } from './prompts.ts'
import { hasVerb } from './verbs.ts'

/**
 * What is agreed as its clause says it: words of the agreement's own that `lead`, and the `words` of the partners. A decision is
 * led by a sentence, and these go without the yes or no they may begin with; what is no sentence by itself, by what makes it one.
 * A lead that ends in a colon stands above the words.
 */
export function clauseWords({
  clause,
  opens,
  agreed,
}: {
  clause?: Prompt['clause']
  opens?: Prompt['opens']
  agreed: Pick<Agreed, 'decision' | 'text'> | undefined
}): { lead: string; words: string } {
  const { decision, text = '' } = agreed ?? {}
  const sentence = decision && decision !== 'not-yet' ? clause?.[decision] : undefined
  if (decision && sentence) {
    const words = withoutAnswer(decision, text)
    return { lead: saysTheSame(sentenceIn(words), sentence) ? '' : leading(sentence, words), words }
  }
  return { lead: opens && isFragment(text) ? above(opens, text) : '', words: text }
}

/** The first sentence. */
export const sentenceIn = (words: string): string => words.trim().split(/(?<=[.!?])\s|\n/)[0]!

/** Whether words could not stand by themselves, as far as a short list of verbs can tell. What ends in a colon goes with what follows. */
export function isFragment(words: string): boolean {
  const first = sentenceIn(words)
  const main = first.endsWith(':') ? words : first.split(/;\s/)[0]!
  const [, label] = LABEL.exec(main) ?? []
  return LIST.test(words.trim()) || NAMED.test(first) || !hasVerb(label ?? main)
}

/** What stands before a colon, as in "Urgent: we call on the same day". */
const LABEL = /^([^:\n]{1,40}): /

/** What only names someone or something, by a sentence within: "Anyone who is a patient here". */
const NAMED = /^(?:that|(?:any(?:one|body)|those)\b(?!.*\b(?:will|can|may|must|should|cannot|could)\b))\b/i

/** Whether one sentence begins as another does, or has half of what that has to say. */
export function saysTheSame(one: string, other: string): boolean {
  const [ours, theirs] = [one, other].map(wordsIn) as [string[], string[]]
  const beginning = (words: string[]) => words.slice(0, 4).join(' ')
  const [said, wanted] = [ours, theirs].map((words) => new Set(words.filter(isWeighty).map(stem)))
  const shared = [...wanted!].filter((each) => said!.has(each)).length
  const isNegated = (words: string[]) => words.some((word) => /^(?:not?|never|nobody|cannot)$/.test(word))
  return (
    beginning(ours) === beginning(theirs) ||
    (isNegated(ours) === isNegated(theirs) && shared * 2 >= wanted!.size)
  )
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const LIGHT = new Set(
  'already and each for not other our own the their there this where will with'.split(' '),
)
const isWeighty = (word: string): boolean => word.length > 2 && !LIGHT.has(word)
/** So that "helps" and "helping" are one. */
const stem = (word: string): string => word.slice(0, 4).replace(/s$/, '')

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
  LIST.test(words.trim()) || sentenceIn(words).includes(':') ? opens : `${opens} `

const LIST = /^(?:[-•]|\(?(?:1|a)[.)]) /
/** What begins a sentence of its own. */
const WHOLE = /^(?:we|they|it|the|our|this|these|each|both|all|a|an|staff|clients)\b/
