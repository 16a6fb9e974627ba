import { wordsToConfirm } from '../../core/agreement/confirm.ts'
import { isTick } from '../../core/prompts/confirmations.ts'
import { questionTitle } from '../../core/prompts/prompts.ts'
import { type PromptView, viewOf } from '../../core/view/view.ts'
import { isAboutConfirming, isConfirming, standsIn } from '../../intake/confirming.ts'
import type { Returned, ReturnedAnswer } from '../../intake/returned.ts'
import { CONFIRMATIONS, placeWords } from '../../intake/ticks.ts'
import { agreedBlocks } from '../../render/document/form.ts'
import { paragraphsOf } from '../../render/formats/docx/manifest.ts'
import { askedStamp } from '../../render/formats/form-page.ts'
import type { Opened } from '../shared/open.ts'

/** What came back, with its answers as confirmations where it asked whether what is agreed stands, or is about a form that did. */
export function withConfirmations<R extends Pick<Returned, 'answers' | 'text' | 'subject'>>(
  opened: Opened,
  today: string,
  returned: R,
): R {
  const { answers, text, subject } = returned
  const isAsked = isConfirming(text)
  const isAbout = isAboutConfirming(subject)
  if (!isAsked && !isAbout && !answers.some(({ words }) => isTick(words))) return returned
  const { prompts } = viewOf({ ...opened, today })
  const confirmed = (answer: ReturnedAnswer): ReturnedAnswer => {
    const prompt = prompts.find(({ id, was }) => id === answer.prompt || was.includes(answer.prompt))
    const isOne =
      (answer.as === 'said' && isAsked) ||
      (answer.as !== 'agreed' && prompt?.agreed && (isAbout || isTick(answer.words)))
    if (!isOne) return answer
    const stands = prompt !== undefined && isIn(text, prompt)
    return { ...answer, as: 'confirmed', words: placeWords(answer.words, CONFIRMATIONS), stands }
  }
  return { ...returned, answers: answers.map(confirmed) }
}

/** Whether what is agreed on a prompt is what a page asked about, by the stamp of that. */
export function standsAsAsked(opened: Opened, today: string, id: string, asked: string): boolean {
  const prompt = viewOf({ ...opened, today }).prompts.find((each) => each.id === id || each.was.includes(id))
  return prompt?.agreed !== undefined && askedStamp(agreedBlocks(wordsToConfirm(prompt))) === asked
}

/** Whether what is agreed stands in a text under its question. */
const isIn = (text: string, prompt: PromptView): boolean =>
  prompt.agreed !== undefined &&
  standsIn(text, [questionTitle(prompt), ...paragraphsOf(agreedBlocks(wordsToConfirm(prompt)))].join('\n'))
