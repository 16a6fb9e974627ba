import { answerTo } from '../../core/file/gathered.ts'
import type { Partnership } from '../../core/file/partnership.ts'
import { asked, type Part, promptNamed } from '../../core/prompts/prompts.ts'
import { isSameNote, isWaiting } from '../../core/record/answer.ts'
import {
  readConfirmation,
  readObjection,
  readRemark,
  readStruck,
  readYesOrNo,
} from '../../core/record/confirm.ts'
import { type Merge, mergeReturned } from '../../core/record/merge.ts'
import { isNoAnswer, isStroke, pointsElsewhere } from '../../core/values/nothing.ts'
import type { Leftover } from '../../intake/returned.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import type { Opened } from '../shared/open.ts'
import type { ReturnedBy } from './open-returned.ts'
import { type Arrival, isNews, type Sorted } from './print-returned.ts'

/** What came back, held against what is here; what has no place here is among the others. */
export function sortReturned(
  { parts, partnership }: Opened,
  { partner, from: { name: by }, answers, others }: ReturnedBy,
  on: string,
): Sorted {
  const arrivals: Arrival[] = []
  const strays: Leftover[] = []
  for (const { prompt: id, as, words: all, sent, clause, stands = false, unasked, person } of answers) {
    const words = isStroke(all) ? '' : all
    if (as === 'said' && isNoAnswer(all) && words === '')
      strays.push({ what: 'nothing', near: id, words: all })
    const prompt = promptNamed(parts, id)
    const isTheirs = prompt && asked(prompt, partnership.partners).some((each) => each.id === partner)
    if (prompt && as === 'clause')
      arrivals.push(readRemark({ prompt, partner, as: 'confirmed', words, stands, by, clause }, partnership))
    else if (prompt && as === 'confirmed') {
      const confirmed = readConfirmation({ prompt, partner, as, words, stands, by }, partnership)
      if (confirmed) arrivals.push(confirmed)
      else strays.push({ what: 'unclear', near: id, words })
      if (confirmed?.how === 'outdated' && confirmed.rest)
        strays.push({ what: 'words', near: id, words: confirmed.rest })
    } else if (prompt && (as === 'agreed' || (as === 'said' && isTheirs))) {
      const told = { prompt, partner, as: 'confirmed' as const, words, stands, by }
      const bare = unasked && readYesOrNo(told, partnership)
      const objection = as === 'said' ? readObjection(told, partnership) : undefined
      const said = person?.on && person.on < on ? person.on : on
      const merged = mergeReturned({ prompt, partner, as, words, sent, on: said, person }, partnership)
      const what = as === 'said' && merged.how !== 'same' && noAnswerIn(words)
      if (what) strays.push({ what, near: id, words })
      else arrivals.push(bare || objection || besideOthers(merged, arrivals))
    } else if (words.trim()) strays.push({ what: 'words', near: prompt?.id, words })
  }
  const came = withStruck(arrivals, by, partnership)
  const beside = [...strays, ...others].map((other) => nearNamed(other, parts))
  const left = beside.filter((other) => !isKept(partnership, partner, other))
  // What an agreement says as it was is nobody's proposal.
  const isUnchanged = (each: Arrival) =>
    each.as === 'agreed' &&
    each.how === 'same' &&
    !isWaiting(answerTo(partnership, each.prompt), { partner, for: 'agreed', text: each.words })
  return {
    ...{ arrivals: came, others: left, kept: beside.length - left.length },
    unchanged: came.filter(isUnchanged).length,
    known: came.filter((each) => !isNews(each) && !isUnchanged(each)),
  }
}

/** What came back, with the clauses that were taken out as something to talk about, unless most of them are: then it is only some of the pages. */
function withStruck(arrivals: Arrival[], by: string | undefined, partnership: Partnership): Arrival[] {
  const clauses = arrivals.filter(({ as }) => as === 'agreed')
  const isStruck = ({ as, how }: Arrival) => as === 'agreed' && how === 'emptied'
  if (clauses.filter(isStruck).length > clauses.length / 2) return arrivals
  return arrivals.map((each) => (isStruck(each) ? readStruck({ ...each, by }, partnership) : each))
}

/** What comes after another answer to the same in one file stands beside that. */
function besideOthers(merge: Merge, arrivals: Arrival[]): Merge {
  const first = arrivals.find(
    ({ as, how, prompt }) => as === merge.as && how === 'new' && prompt === merge.prompt,
  )
  if (!first || merge.how === 'same') return merge
  return { ...merge, how: stampOf(first.words) === stampOf(merge.words) ? 'same' : 'both', here: first.words }
}

/** A remark that names one question by its number belongs there, wherever it stands. */
function nearNamed(other: Leftover, parts: Part[]): Leftover {
  const named = new Set(
    [...other.words.matchAll(/\bQ(\d{1,2}\.\d{1,2}[a-z]?)\b/gi)].map(([, number]) => number!),
  )
  const prompt = named.size === 1 ? promptNamed(parts, [...named][0]!) : undefined
  return other.what === 'words' && prompt ? { ...other, near: prompt.id } : other
}

/** Words where an answer goes that are none: they say that there is none, or only where it stands. */
const noAnswerIn = (words: string): 'nothing' | 'elsewhere' | undefined =>
  isNoAnswer(words) ? 'nothing' : pointsElsewhere(words) ? 'elsewhere' : undefined

/** What a partner itself says outside the answers. */
const REMARKS: Leftover['what'][] = [
  'words',
  'comment',
  'footnote',
  'struck',
  'unclear',
  'number',
  'clause',
  'nothing',
  'elsewhere',
]

/** Whether it could be somebody's words. */
export const isRemark = ({ what, words }: Leftover): boolean =>
  REMARKS.includes(what) && words.trim() !== '' && !isStroke(words)

/** Whether a remark of a partner's is in the file already, near the same question or another. */
const isKept = ({ answers }: Partnership, partner: string, other: Leftover): boolean =>
  isRemark(other) &&
  answers.some(({ notes }) => notes.some((note) => isSameNote(note, { ...note, partner, text: other.words })))
