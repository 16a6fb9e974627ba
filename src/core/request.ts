import type { Row } from './file/row.ts'
import type { Event } from './meeting/calendar.ts'
import type { Addressee } from './view/addressees.ts'
import type { PromptView, View } from './view/view.ts'

/** What is asked of a document, and what it does. */

export type OptionValue = string | number | boolean | Addressee

/** A section of a document, by its full name. */
type SectionTitle = { name: string; title: string }

/** What the keeper asked of a document: its options, and the prompts named, if any. */
export type KindRequest = {
  options: Record<string, OptionValue | undefined>
  prompts: PromptView[]
  /** What it asks in place of prompts, by its name, and the code of the copy. */
  asks?: string | undefined
  code?: string | undefined
  /** The section that shows each prompt, by the prompt's id. */
  shownIn: Map<string, SectionTitle>
  /** The sections that the document has. */
  sections: SectionTitle[]
  /** Whether it is in the manner of a letter. */
  letter?: boolean
}

/** What a document does beside being read. */
type Effects = {
  /** The prompts, by their ids, whose clauses it does without. */
  omits?: string[]
  /** What is said beside the clauses of some prompts, by their ids. */
  marks?: Map<string, string> | undefined
  /** A stamp of each clause that it has, by its prompt. */
  clauses?: Record<string, string>
  /** What is kept in the file of what it says, if that is wished. */
  plan?: { on: string; told: Row } | undefined
  /** What partners raised that has no time at a meeting, and what has it. */
  crowdedOut?: { prompts: PromptView[]; by: PromptView[] } | undefined
  /** Which copy to sign it is, from the second on, who has signed it while others have not, and what that is which it says it replaces. */
  toSign?: { nth: number | undefined; signedBy: string[]; replaces: string | undefined }
  /** The line that tells a form from all others, whether nobody is to be known by it, and whom answers go back to. */
  line?: string
  anonymous?: boolean
  /** It lies on its side, for a wide table. */
  landscape?: true
  returned?: { email?: string | undefined } | undefined
  /** What it puts into a calendar. */
  events?: Event[]
  /** What it leaves out because nobody has said it, and the command for that: its readers see no blank. */
  lacks?: { topic: string; command: string }[]
}

/** What the templates of a kind see. */
export type KindView = View & Effects

export type KindFunction = (view: View, request: KindRequest) => object & Effects

/** The value of an option as text, where it was given. */
export const optionText = (value: OptionValue | undefined): string | undefined =>
  value === undefined ? undefined : String(value)
