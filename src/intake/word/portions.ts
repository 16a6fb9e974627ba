import { labelOf } from '../reply/labels.ts'
import type { Paragraph } from './paragraph.ts'
import type { Passage } from './slots.ts'

/** The prompts of a form by the numbers that it prints, which may be others today. */
export function numbersIn(passages: Passage[]): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const { place, near, all } of passages) {
    const words = all.find((each) => each.words.trim() !== '')?.words ?? ''
    const [number] = /(?<=^\s*Q?)\d{1,2}\.\d{1,2}[a-z]?(?=\s)/.exec(words) ?? []
    if (!place && near && number) numbers.set(number, near)
  }
  return numbers
}

/** Words in one place by the prompts they are for: from a line that begins with the number of another on, they are for that. */
export function portionsIn(
  all: Paragraph[],
  prompt: string,
  numbers: Map<string, string>,
): { prompt: string; all: Paragraph[] }[] {
  const portions = [{ prompt, all: [] as Paragraph[] }]
  for (const paragraph of all)
    paragraph.words.split('\n').forEach((line, n) => {
      const label = labelIn(line)
      const other = label && numbers.get(label.number)
      const last = portions.at(-1)!
      const before = last.all.at(-1)
      if (other && other !== last.prompt)
        portions.push({
          prompt: other,
          all: [{ ...paragraph, list: undefined, words: other === prompt ? line : label.rest }],
        })
      else if (n > 0 && before)
        last.all[last.all.length - 1] = { ...before, words: `${before.words}\n${line}` }
      else last.all.push({ ...paragraph, words: line })
    })
  return portions
}

/** A number and nothing more may be an amount, or the beginning of a sentence; so may one with a dash before another. */
const UNSURE = /^\s*[\d.]+[a-z]?(\s*$|\s+[^\s–—:-]|\s*[–—-]+\s*\d)/
const labelIn = (line: string) => (UNSURE.test(line) ? undefined : labelOf(line, ''))
