import type { Edit, Step } from './change.ts'
import { editParsed } from './edit.ts'
import { type Agreed, type Answer, answerTo, Partnership } from './partnership.ts'
import { type Part, type Prompt, wording } from './prompts.ts'
import { unanswered } from './unanswered.ts'
import { inWords, vocabulary } from './vocabulary.ts'
import { checked, parseYaml } from './yaml.ts'

/** Each recorder takes the text of a partnership file and gives back its new text. */

/** What the partners have settled on, as it is told to hjp. */
export type Agreement = { [key in 'decision' | 'lead' | 'review']?: Agreed[key] } & {
  text: string
  on: string
}

export function recordPerspective(
  path: string,
  text: string,
  parts: Part[],
  prompt: Prompt,
  partner: string,
  said: string,
  on: string,
): string {
  return recorded(path, text, parts, prompt, ({ perspectives }, at) =>
    perspectives.some((each) => each.partner === partner && each.said === said)
      ? []
      : [{ at: [...at, 'perspectives', { partner }], value: { said, on } }],
  )
}

/** A review date that has passed goes, unless a new one is given; and what is agreed is no longer parked. */
export function recordAgreement(
  path: string,
  text: string,
  parts: Part[],
  prompt: Prompt,
  agreed: Agreement,
): string {
  const { decision, lead, on, review } = agreed
  return recorded(path, text, parts, prompt, (answer, at) => {
    const isPast = answer.agreed?.review !== undefined && answer.agreed.review <= on
    const value = {
      ...(decision && { decision }),
      text: agreed.text,
      ...(lead && { lead }),
      on,
      ...(review ? { review } : isPast && { review: null }),
      wording: wording(prompt),
    }
    return [
      { at: [...at, 'agreed'], value },
      ...(answer.parked ? [{ at: [...at, 'parked'], value: null }] : []),
    ]
  })
}

/** Without a reason, the prompt is taken up again. */
export function recordParked(
  path: string,
  text: string,
  parts: Part[],
  prompt: Prompt,
  reason: string | undefined,
): string {
  return recorded(path, text, parts, prompt, ({ parked }, at) =>
    parked === reason ? [] : [{ at: [...at, 'parked'], value: reason ?? null }],
  )
}

/** Makes room for the prompt where the file has none. */
function recorded(
  path: string,
  text: string,
  parts: Part[],
  prompt: Prompt,
  editsFor: (answer: Answer, at: Step[]) => Edit[],
): string {
  const parsed = parseYaml(path, text)
  const partnership = checked(path, parsed, Partnership)
  const at = ['answers', { prompt: prompt.id }]
  const edits = editsFor(answerTo(partnership, prompt.id), at)
  const isThere = partnership.answers.some((answer) => answer.prompt === prompt.id)
  const room = isThere || edits.length === 0 ? [] : [roomFor(prompt, partnership, parts)]
  return editParsed(path, parsed, [...room, ...edits]).text
}

/** Before the first prompt in the file that comes later in the catalogue. */
function roomFor(prompt: Prompt, partnership: Partnership, parts: Part[]): Edit {
  const catalogue = parts.flatMap((part) => part.prompts.map(({ id }) => id))
  const place = catalogue.indexOf(prompt.id)
  const before = partnership.answers.findIndex((answer) => catalogue.indexOf(answer.prompt) > place)
  return {
    at: ['answers', { prompt: prompt.id }],
    ...unanswered(prompt, partnership.partners, inWords(vocabulary(partnership))),
    ...(before >= 0 && { before }),
  }
}
