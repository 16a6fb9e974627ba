import { followingNoYes } from '../../core/agreement/left-out.ts'
import { namesOldClause } from '../../core/file/adopted-words.ts'
import { questionTitle } from '../../core/prompts/prompts.ts'
import type { KindView } from '../../core/request.ts'
import type { View } from '../../core/view/view.ts'
import { onLines } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import type { Section } from '../../render/templates/library.ts'
import { filling } from './blanks.ts'
import { bracketedWords } from './bracketed-words.ts'
import { promptsShown, titlesNotHere } from './quoted-titles.ts'

/**
 * What the keeper is told beside a document: which signed copy it replaces, what waits in it, what should be mended before it is
 * signed, and what was left out. `name` is what *hjp ask --for* calls it, and `sections` are all that a whole agreement could have.
 */
export function toldBeside(
  document: Document,
  view: KindView & View,
  { name, isNewCopy, sections }: { name: string; isNewCopy: boolean; sections: Section[] | undefined },
): string[] {
  const { toSign, crowdedOut, lacks = [] } = view
  const here = promptsShown(document)
  return [
    isNewCopy &&
      toSign?.replaces &&
      `What you signed stays as it is. This is the next copy to sign, and it says that it replaces ${toSign.replaces}.`,
    isNewCopy && waitingForYes(view),
    sections && objectedTo(here, view),
    sections && oldNumbers(here, view),
    sections && bracketedWords(document, view),
    crowdedOut && noTimeFor(crowdedOut),
    sections && titlesNotHere(document, view, sections),
    lacks.length > 0 &&
      `Left out because nothing is written on it yet: ${lacks.map(({ topic }) => topic).join(', ')}.${filling(lacks, name)}`,
  ].filter((words) => typeof words === 'string')
}

/** What is agreed and not in a copy to sign; nothing where all of it is there. */
function waitingForYes(view: View): string | undefined {
  const lines = followingNoYes(view).map(
    ({ topic, above: { number, topic: decision } }) =>
      `${topic}, until ${number} ${decision} is a yes: *hjp ask ${number}*`,
  )
  return lines.length > 0 ? `Agreed, but not in it:${onLines(lines)}` : undefined
}

const linesOf = (prompts: View['prompts']): string[] =>
  prompts.map(({ number, topic }) => `${number} ${topic}: *hjp ask ${number}*`)

/** The clauses among these on which words of partners wait; nothing where there are none. */
export function objectedTo(here: string[], { prompts }: Pick<View, 'prompts'>): string | undefined {
  const open = prompts.filter(
    ({ id, proposals, talks }) => here.includes(id) && proposals.length + talks.length > 0,
  )
  const lines = linesOf(open)
  return lines.length > 0
    ? `Partners would have these otherwise, or want to talk about them first:${onLines(lines)}`
    : undefined
}

/** The clauses that name others by the numbers of an agreement of before; nothing where there are none. */
function oldNumbers(here: string[], { prompts }: View): string | undefined {
  const lines = linesOf(prompts.filter(({ id, agreed }) => here.includes(id) && namesOldClause(agreed)))
  return lines.length > 0
    ? `These name clauses by the numbers of the agreement that you had before, which are others here. Reword them before you sign:${onLines(lines)}`
    : undefined
}

/** What whoever named what a meeting is about should know, where that leaves no time for what partners raised. */
function noTimeFor({ prompts, by }: NonNullable<KindView['crowdedOut']>): string {
  const names = [prompts[0]!, ...by].map(({ number }) => number).join(' ')
  return `No time is left for what partners raised: ${prompts.map(questionTitle).join(', ')}. You find it under “For another time”. To talk about it at this meeting, give that more *--minutes*, or name it first: *hjp agenda ${names}*`
}
