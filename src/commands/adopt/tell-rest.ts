import { wrapAnsi } from 'fast-wrap-ansi'
import { namesClause, paragraphStamp } from '../../core/file/adopted-words.ts'
import { leftOutOf, placementIn } from '../../core/record/adopt.ts'
import { agreeToPaper, papersWaiting } from '../../core/view/papers-waiting.ts'
import { viewOf } from '../../core/view/view.ts'
import { counted, typedSo } from '../../errors.ts'
import { dayOfSigning, isSameName, partiesNamed } from '../../intake/agreement/old-parties.ts'
import { clean } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import type { Opened } from '../shared/open.ts'
import { indented } from '../shared/show-prompt.ts'
import type { OldDocument } from './read-document.ts'

/** Letters of a paragraph that are shown. */
const SHOWN = 300

/** Says what of an agreement is nowhere in the file, and how to go on. */
export function tellRest(
  { terminal, today }: World,
  opened: Opened,
  { document, clauses }: OldDocument,
): void {
  const placed = [...placementIn(opened.partnership, document).values()]
  const isPlaced = (words: string) => placed.some(({ stamps }) => stamps.has(paragraphStamp(words)))
  const all = clauses.flatMap(({ paragraphs }) => paragraphs)
  const list = (paragraphs: string[], what: string) => {
    if (paragraphs.length === 0) return
    outLines(terminal, `\n${counted(paragraphs.length, 'paragraph')} of ${document} ${what}`)
    for (const words of paragraphs) {
      const text = clean(words)
      const more = text.length > SHOWN ? '…' : ''
      terminal.out(`${indented(terminal, text.slice(0, SHOWN) + more)}\n`)
    }
  }
  const leads = new Set(clauses.flatMap((each) => each.leads).filter((each) => !isPlaced(each)))
  const left = leftOutOf(opened.partnership, document)
  const beside = clauses.flatMap(({ beside, paragraphs }) => (beside ? paragraphs : []))
  const rest = all.filter((each) => !isPlaced(each))
  const isOut = (words: string) => left.has(paragraphStamp(words)) || beside.includes(words)
  list([...rest.filter(isOut), ...leads], 'left out')
  list(
    rest.filter((each) => !isOut(each)),
    'not placed yet: hjp adopt asks about these again',
  )
  list(
    all.filter((each) => isPlaced(each) && namesClause(each)),
    'with a number of another clause, which will have another one: reword it when you agree',
  )
  for (const name of partiesNamed(clauses).filter((each) => !isPartner(opened, each)))
    terminal.say(
      `\n${document} names a party that is not in the file: ${name}. If it is a partner still: *hjp join ${typedSo(name)}*`,
    )
  const view = viewOf({ ...opened, today })
  const waiting = papersWaiting(view).find((each) => each.document === document)
  if (!waiting) return
  const many = `${counted(waiting.many, 'clause')} of ${document} ${waiting.many === 1 ? 'waits' : 'wait'} for the partners to agree.`
  const day = dayOfSigning(clauses)
  const on = day ? `"${day}"` : '<the day>'
  terminal.say(
    `\n${wrapAnsi(many, terminal.width)}\nIf you signed it, and all of it holds: *${agreeToPaper(view, document)} --on ${on}*\nTo talk about them one by one: *hjp ask*`,
  )
}

/** Whether a partner goes by this name, or by more or less of it. */
function isPartner({ partnership: { partners } }: Opened, called: string): boolean {
  const names = partners.flatMap(({ name, short, 'legal-name': legal }) => [name, short, legal])
  return names.some((name) => name && isSameName(name, called))
}
