import type { Value } from '../file/layout.ts'
import type { Partner } from '../file/partner.ts'
import { asked, type Prompt } from './prompts.ts'

const WIDTH = 100

/** A prompt as it stands in the file before anyone has said a thing: its question above, and room for every voice. */
export function blankPrompt(
  prompt: Prompt,
  partners: Pick<Partner, 'id' | 'sector'>[],
  inWords: (text: string) => string,
): { comment: string[]; value: { [key: string]: Value } } {
  return {
    comment: wrapped(`# ${prompt.number} `, inWords(prompt.ask)),
    value: {
      prompt: prompt.id,
      perspectives: asked(prompt, partners).map(({ id }) => ({ partner: id, said: null })),
      agreed: null,
    },
  }
}

/** A comment on lines that are not too long; those after the first stand under the words of the first. */
export function wrapped(start: string, text: string): string[] {
  const lines = [start]
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line.length + word.length <= WIDTH) lines[lines.length - 1] = `${line}${word} `
    else lines.push(`#${' '.repeat(start.length - 1)}${word} `)
  }
  return lines.map((line) => line.trimEnd())
}
