/** Somebody who sent a message, as far as it tells. */
type Sender = { name?: string; email?: string }

/** What came back from a partner, as it was read, before anything is made of it. */
export type Returned = {
  /** Whose words they are, as far as the file tells, and the stamp of the partnership that asked for them; and who only passed them on, unless they may be theirs. */
  from: Sender & { partner?: string; partnership?: string; passedOnBy?: Sender; isUnsure?: true }
  /** The day it was sent, YYYY-MM-DD, where the file tells. */
  on?: string
  /** What it is about, where it is a message that says so. */
  subject?: string | undefined
  answers: ReturnedAnswer[]
  /** All that it says, what was sent out and what others wrote before included. */
  text: string
  /** All that stands outside the answers, so that none of it goes unseen. */
  others: Leftover[]
}

/**
 * Words in the place that was made for them: what the partner said to a prompt, how an agreed position should read, or whether it agrees
 * to that; or what it remarks on a clause by its number.
 */
export type ReturnedAnswer = {
  prompt: string
  as: 'said' | 'agreed' | 'confirmed' | 'clause'
  /** Paragraphs are parted by an empty line; items of a list are lines that start with a dash. Blank where nothing was written. */
  words: string
  /** The stamp of the words that were sent out in this place, where the file tells. */
  sent?: string
  /** The number of the clause, as it was sent. */
  clause?: string
  /** Nothing that came back shows the question that it answers by its number or topic. */
  unasked?: true
  /** Who of the partner's people says this and when, where a file has the words of several, and the stamps of what the same one said to it before. */
  person?: { name?: string; on?: string; before: string[] }
  /** Of a confirmation, whether what is agreed came back with it as it stands in the file. */
  stands?: boolean
}

/** Words, or a thing, for which there was no place. */
export type Leftover = {
  what:
    | 'words'
    | 'unclear'
    | 'nothing'
    | 'elsewhere'
    | 'number'
    | 'clause'
    | 'agreement'
    | 'copy'
    | 'comment'
    | 'footnote'
    | 'picture'
    | 'signature'
    | 'greeting'
    | 'earlier'
    | 'quoted'
    | 'struck'
    | 'frame'
    | 'gone'
    | 'sent'
    | 'file'
  /** The prompt it stands nearest to. */
  near: string | undefined
  words: string
  by?: string
}

/**
 * A question as it was put to a partner: `ask` is in the partnership's own words, `choices` are the words to tick. Where it asks for a cell
 * of a table, `row` is that of it, and `said` what stands there.
 */
export type Question = {
  prompt: string
  number: string
  topic: string
  ask: string
  choices?: string[]
  row?: string
  said?: string
}
