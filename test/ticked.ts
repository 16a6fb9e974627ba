import { edited } from './zipped.ts'

/** A worksheet to confirm in Word, with the boxes of some prompts ticked, the first being 0, and words in their places. */
export function ticked(
  bytes: Uint8Array,
  boxes: Record<string, number[]>,
  words: Record<string, string> = {},
): Uint8Array {
  return edited(bytes, {
    'word/document.xml': (xml) =>
      xml
        .split(/(?=<w:tr\b)/)
        .map((row) => {
          const number = /w:val="Q(\d+\.\d+[a-z]?) Yes, we agree"/.exec(row)?.[1] ?? ''
          let n = -1
          return row
            .replace(/☐/g, (box) => (boxes[number]?.includes(++n) ? '☒' : box))
            .replace('[Write here]', (empty) => words[number] ?? empty)
        })
        .join(''),
  })
}
