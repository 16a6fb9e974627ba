import type { Agreed } from '../file/partnership.ts'
import { withoutAnswer } from './decisions.ts'
import type { Prompt } from './prompts.ts'
import { hasVerb } from './verbs.ts'

/**
 * What is agreed as its clause says it: a decision in words of the agreement's own, which `lead`, and the `words` of the partners
 * without the yes or no that they may begin with. Nothing leads words that say the same themselves.
 */
export function clauseWords({
  clause,
  agreed,
}: {
  clause?: Prompt['clause']
  agreed: Pick<Agreed, 'decision' | 'text'> | undefined
}): { lead: string; words: string } {
  const { decision, text = '' } = agreed ?? {}
  const sentence = decision && decision !== 'not-yet' ? clause?.[decision] : undefined
  if (!decision || !sentence) return { lead: '', words: text }
  const words = withoutAnswer(decision, text)
  return { lead: saysTheSame(sentenceIn(words), sentence) ? '' : leading(sentence, words), words }
}

/** The first sentence. */
const sentenceIn = (words: string): string => words.split(/(?<=[.!?])\s|\n/)[0]!

/** Whether one sentence begins as another does, or has half of what that has to say. */
function saysTheSame(one: string, other: string): boolean {
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

/** A list, or what goes on in small letters, is part of the sentence; so is what could not stand by itself. */
function leading(sentence: string, words: string): string {
  const unended = sentence.replace(/\.$/, '')
  const first = sentenceIn(words)
  if (words === '') return sentence
  if (LIST.test(words)) return `${unended}:`
  if (/^\p{Ll}/u.test(words)) return `${unended}${WHOLE.test(first) && hasVerb(first) ? ';' : ','} `
  return hasVerb(first) || first.includes(':') ? `${sentence} ` : `${unended}: `
}

const LIST = /^(?:[-•]|\(?(?:1|a)[.)]) /
/** What begins a sentence of its own. */
const WHOLE = /^(?:we|they|it|the|our|this|these|each|both|all|a|an|staff|clients)\b/
