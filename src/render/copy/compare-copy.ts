import type { AgreedWords } from './agreed-words.ts'
import type { CopyWord } from './copy-words.ts'
import { isMark, isNumber, plainWords } from './plain-words.ts'
import { type WordEdit, wordEdits } from './word-edits.ts'

/** What a copy says otherwise than was agreed, and where: the agreed words and those of the copy, with a few on either side. */
export type Difference = {
  what: 'changed' | 'dropped' | 'added' | 'moved'
  where: string
  agreed: string
  copy: string
}

/** Words on either side of a change that are shown with it. */
const AROUND = 6

/** An edit that counts: the passage it is in, the places of the agreed words that are gone, and what came. */
type Change = WordEdit & { passage: number; gone: number[]; come: string }

/**
 * What a copy says otherwise, in the order of the agreement, and what was written where it is to be filled in. Numbers that are
 * counted anew, marks of lists and heads of tables that paper repeats make no difference. Nothing where it is another document.
 */
export function compareCopy(
  agreed: AgreedWords,
  copy: CopyWord[],
): { differences: Difference[]; filledIn: string[] } | undefined {
  const edits = wordEdits(agreed.words, copy)
  if (!edits) return undefined
  const changes = edits.flatMap((edit) => changesIn(edit, agreed, copy))
  const isFilling = ({ gone, passage }: Change) => gone.length === 0 && agreed.passages[passage]!.isToFill
  return {
    differences: differencesIn(
      changes.filter((change) => !isFilling(change)),
      agreed,
      copy,
    ),
    filledIn: changes.filter(isFilling).map(({ come }) => come),
  }
}

const said = (words: { text: string }[]): string => words.map(({ text }) => text).join(' ')

/** What of an edit counts, a change for each passage that lost words by it. */
function changesIn(edit: WordEdit, { passages, words }: AgreedWords, copy: CopyWord[]): Change[] {
  const { from, to, start, end } = edit
  const next = words[Math.min(from, words.length - 1)]!.passage
  const before = words[Math.max(from - 1, 0)]!.passage
  const places = Array.from({ length: to - from }, (_, n) => from + n)
  const gone = places.filter((at) => !words[at]!.soft && !passages[words[at]!.passage]!.isContents)
  /** So many numbers may stand here that are counted anew. */
  let counted = passages[before]!.isContents ? Number.POSITIVE_INFINITY : places.length - gone.length
  const isNoWord = ({ text, opens }: CopyWord) =>
    (isMark(text) || isNumber(text)) && ((opens && gone.length === 0) || counted-- > 0)
  const come = copy.slice(start, end).filter((word) => !isNoWord(word))
  if (gone.length + come.length === 0 || isWrapped(said(gone.map((at) => words[at]!)), come)) return []
  if (gone.length === 0) {
    if ([next, before].some((passage) => isHeader(passages[passage]!.header, come))) return []
    const isAhead = copy[start]!.opens && copy[end]?.opens === false
    return [{ ...edit, passage: isAhead ? next : before, gone, come: said(come) }]
  }
  return [...new Set(gone.map((at) => words[at]!.passage))].map((passage, n): Change => {
    const all = gone.filter((at) => words[at]!.passage === passage)
    const [first, last] = [all[0]!, all.at(-1)! + 1]
    return {
      ...{ from: first, to: last, start, end: n === 0 ? end : start, passage, gone: all },
      come: n === 0 ? said(come) : '',
    }
  })
}

/** Whether words are the same but for where lines end. */
function isWrapped(agreed: string, come: CopyWord[]): boolean {
  const letters = [...agreed].map((letter) =>
    letter === ' ' ? '[ \\n]' : letter.replace(/[^\p{L}\p{N}]/u, '\\$&'),
  )
  const text = come.map(({ text, opens }, n) => (n === 0 ? '' : opens ? '\n' : ' ') + text).join('')
  return text.includes('\n') && new RegExp(`^${letters.join('(?:-?\\n)?')}$`).test(text)
}

/** Whether what came is the head of a table again, from wherever in it the repetition can be told to begin. */
function isHeader(header: string, come: CopyWord[]): boolean {
  const [head, again] = [plainWords(header).join(''), come.map(({ text }) => text).join('')]
  return again.length === head.length && (head + head).includes(again)
}

/** Changes in words: passages that moved, are gone as a whole or are new, and what else is changed, with a few words round it. */
function differencesIn(changes: Change[], agreed: AgreedWords, copy: CopyWord[]): Difference[] {
  const { passages, words } = agreed
  const gone = new Set(changes.flatMap((change) => change.gone))
  const places = passages.map((): number[] => [])
  for (const [at, { passage, soft }] of words.entries()) if (!soft) places[passage]!.push(at)
  const lost = places.flatMap((all, n) => {
    const isLost = all.length > 0 && all.every((at) => gone.has(at))
    return isLost ? [{ passage: n, text: said(all.map((at) => words[at]!)) }] : []
  })
  const moved = lost.flatMap((each) => {
    const to = changes.find(({ come, passage }) => passage !== each.passage && come.includes(each.text))
    return to ? [{ ...each, to }] : []
  })
  const told = new Set<number>()
  return near(
    changes,
    lost.map(({ passage }) => passage),
  ).flatMap((change): Difference[] => {
    const { passage, gone } = change
    const { where } = passages[passage]!
    const came = moved
      .filter(({ to }) => to.start === change.start)
      .reduce((text, each) => text.replace(each.text, '').trim(), change.come)
    const whole = gone.length > 0 ? lost.find((each) => each.passage === passage) : undefined
    const move = moved.find((each) => each === undefined || each.passage === passage)
    if (whole && told.has(passage)) return []
    if (whole) {
      told.add(passage)
      if (move)
        return [
          { what: 'moved', where, agreed: whole.text, copy: `after ${passages[move.to.passage]!.where}` },
        ]
      return [{ what: came ? 'changed' : 'dropped', where, agreed: whole.text, copy: came }]
    }
    if (came === '' && gone.length === 0) return []
    const isNew = gone.length === 0 && copy[change.start]!.opens && copy[change.end]?.opens !== false
    return isNew
      ? [{ what: 'added', where: `after ${where}`, agreed: '', copy: came }]
      : [excerpt(change, where, agreed, copy)]
  })
}

/** Changes of one passage with few words between them as one. */
function near(changes: Change[], lost: number[]): Change[] {
  const all: Change[] = []
  for (const change of changes) {
    const last = all.at(-1)
    const isNear = last?.passage === change.passage && change.from - last.to <= AROUND
    if (last && isNear && !lost.includes(change.passage))
      all[all.length - 1] = {
        ...last,
        ...{ to: change.to, end: change.end, gone: [...last.gone, ...change.gone] },
        come: `${last.come} ${change.come}`.trim(),
      }
    else all.push(change)
  }
  return all
}

/** A change with the words round it that stand in both. */
function excerpt(
  { from, to, start, end, passage }: Change,
  where: string,
  { words }: AgreedWords,
  copy: CopyWord[],
): Difference {
  const first = words.findIndex((word) => word.passage === passage)
  const last = words.findLastIndex((word) => word.passage === passage) + 1
  const [left, right] = [Math.max(first, from - AROUND), Math.min(last, to + AROUND)]
  const around = (middle: { text: string }[]): string =>
    [
      ...(left > first ? ['…'] : []),
      said([...words.slice(left, from), ...middle, ...words.slice(to, right)]),
      ...(right < last ? ['…'] : []),
    ].join(' ')
  return {
    what: 'changed',
    where,
    agreed: around(words.slice(from, to)),
    copy: around(copy.slice(start, end)),
  }
}
