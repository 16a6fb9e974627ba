import { editYaml } from '../file/apply.ts'
import { type Part, promptNamed } from '../prompts/prompts.ts'

/** The file of questions of a partnership's own, in its folder, and the part that it is. */
export const OWN_FILE = 'prompts/10-our-own.yaml'
const OWN_PART = 'our-own'

/** The id that a question of the partnership's own has, by what it is about. */
export const ownPromptId = (topic: string): string => `${OWN_PART}/${slugOf(topic)}`

/** The ids of such questions that a text names. */
export const ownPromptsIn = (text: string): string[] =>
  text.match(new RegExp(`\\b${OWN_PART}/[\\w-]+`, 'g')) ?? []

function slugOf(topic: string): string {
  const words = topic
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g)
  const slug = words?.slice(0, 5).join('-') ?? ''
  return /^[a-z]/.test(slug) ? slug : `term-${slug}`.replace(/-$/, '')
}

/** The file with a question for each of these topics that has none; as it was where all have one. `text` is what stands there now. */
export function withOwnPrompts(text: string | undefined, parts: Part[], topics: string[]): string {
  const fresh = topics.filter((topic) => !promptNamed(parts, ownPromptId(topic)))
  const edits = fresh.map((topic) => ({
    at: ['prompts', { id: slugOf(topic) }],
    value: { topic, ask: `What have you agreed about ${topic.replace(/[{}]/g, '')}?` },
  }))
  return editYaml(OWN_FILE, text ?? blankPart(parts), edits)
}

/** A part with no question yet, after all others. */
function blankPart(parts: Part[]): string {
  const number = Math.max(9, ...parts.map((part) => part.number)) + 1
  return `# Questions of your own. Reword them and add others as you like; keep an id once it is in use.
number: ${number}
id: ${OWN_PART}
title: What else you agreed
purpose: Terms of your own that no other part asks about.
source:
  title: Your earlier agreement
relation: Your own.
prompts: []
`
}
