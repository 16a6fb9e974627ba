import { BENEFICIARIES } from '../file/tables.ts'
import { GOAL, PROBLEM } from '../meeting/queue.ts'
import { agreedText, type View } from '../view/view.ts'
import { firstSentences } from './first-sentences.ts'
import { type LogicStep, type OutcomeStep, STAGES } from './logic-steps.ts'
import { continuedTitle, type Graph, inPieces } from './picture.ts'

type Steps = { inputs: View['contributions']; activities: LogicStep[]; changes: OutcomeStep[] }
type Column = Graph['columns'][number]

/** Outcomes that fit into one picture, and those of one group that do. */
const TOGETHER = 14
const ALONE = 4
/** Sentences of the problem and of the goal that have room above the columns. */
const ROOM = 2

/** The logic on a page; or where that would not hold it, a page for each few outcomes of a group, with what leads right to them. */
export function logicPictures(view: View, steps: Steps): { picture: Graph; title: string; words: string }[] {
  const { inputs, activities, changes } = steps
  const above = [
    { title: 'The shared problem', lines: openingOf(view, PROBLEM) },
    { title: 'The shared goal', lines: openingOf(view, GOAL) },
  ]
  const title = 'What leads to what'
  const isSaid = [...inputs, ...activities, ...changes, ...above.flatMap(({ lines }) => lines)].length > 0
  if (changes.length <= TOGETHER) {
    const columns = [inputsOf(steps), ...columnsOf(steps, changes, () => true)]
    return isSaid ? [{ ...drawn(above, columns, changes), title }] : []
  }
  const pages = BENEFICIARIES.flatMap((group) =>
    inPieces(
      changes.filter(({ outcome }) => outcome.for === group),
      ALONE,
    ).map((wanted, n) => ({ wanted, title: `${title}, for ${wanted[0]!.whom}${continuedTitle(n)}` })),
  )
  return pages.map(({ wanted, title }, n) => {
    const shown = new Set(wanted.flatMap(({ id, from }) => [id, ...from]))
    const columns = columnsOf(steps, changes, ({ id }) => shown.has(id))
    const used = columns.filter(({ nodes }) => nodes.length > 0)
    // What all of it is for and comes from is told once, and what it is to reach on each page.
    const page =
      n === 0 ? drawn(above, [inputsOf(steps), ...used], wanted) : drawn(above.slice(1), used, wanted)
    return { ...page, title }
  })
}

const openingOf = ({ prompts }: View, prompt: string): string[] => {
  const text = agreedText(prompts, prompt)
  return text === undefined ? [] : [firstSentences(text, ROOM)]
}

/** What each partner puts in, in one box. */
function inputsOf({ inputs }: Steps): Column {
  const partners = [...new Set(inputs.map(({ partner }) => partner))]
  return {
    title: 'What we put in',
    nodes: partners.map((partner) => ({
      id: `by ${partner}`,
      lines: inputs.filter((input) => input.partner === partner).map(({ what }) => what),
      note: `from ${partner}`,
    })),
  }
}

function columnsOf(
  { activities }: Steps,
  changes: OutcomeStep[],
  isShown: (step: LogicStep) => boolean,
): Column[] {
  const column = (title: string, steps: LogicStep[]) => ({
    title,
    nodes: steps.filter(isShown).map(({ id, words, note }) => ({ id, lines: [words], note })),
  })
  return [
    column('What we do', activities),
    ...STAGES.map(({ term, title }) =>
      column(
        title,
        changes.filter(({ outcome }) => outcome.term === term),
      ),
    ),
  ]
}

/** The columns with arrows to these outcomes, what those rest on below, and all of it in words. */
function drawn(above: Graph['above'], columns: Column[], changes: OutcomeStep[]) {
  const arrows = changes.flatMap(({ id, from }) => from.map((each) => ({ from: each, to: id })))
  const all = (field: 'assumes' | 'outside') => [...new Set(changes.flatMap(({ outcome }) => outcome[field]))]
  const below = [
    { title: 'What has to be true for this to work', lines: all('assumes') },
    { title: 'What else could affect it', lines: all('outside') },
  ]
  const picture: Graph = { sort: 'graph', above, columns, arrows, below }
  return { picture, words: inWords(picture) }
}

/** All that a picture says, for whoever does not see it. */
function inWords({ above, columns, arrows, below }: Graph): string {
  const nameOf = new Map(columns.flatMap(({ nodes }) => nodes).map(({ id, lines }) => [id, said(lines)]))
  const telling = (title: string, parts: string[]) => `${title}: ${parts.join('; ') || 'nothing yet'}.`
  return [
    ...above.map(({ title, lines }) => telling(title, [said(lines)].filter(Boolean))),
    ...columns.map(({ title, nodes }) =>
      telling(
        title,
        nodes.map(({ id, lines, note }) => {
          const leads = arrows.filter(({ to }) => to === id).flatMap(({ from }) => nameOf.get(from) ?? [])
          return [said(lines), note, leads.length > 0 ? `comes from: ${leads.join(', ')}` : '']
            .filter(Boolean)
            .join(', ')
        }),
      ),
    ),
    ...below.map(({ title, lines }) => telling(title, lines.map(bare))),
  ].join(' ')
}

const bare = (text: string) => text.trim().replace(/\.$/, '')
const said = (lines: string[]) => lines.map(bare).join(', ')
