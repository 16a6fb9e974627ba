import { clauseText } from '../prompts/clause-words.ts'
import { questionNumber, questionTitle } from '../prompts/prompts.ts'
import { byDay, monthsOn } from '../values/day.ts'
import { setAside } from '../view/set-aside.ts'
import type { PromptView, View } from '../view/view.ts'
import { isHeld } from './meetings.ts'

/** Months that reviews are looked for. */
const YEAR = 12

/** What someone needs who joins the work. `shownIn` holds the section of the agreement in which each prompt stands. */
export function handover(view: View, shownIn: Map<string, { title: string }>) {
  const shown = view.prompts.filter((prompt) => prompt.asked && !prompt.private)
  const at = (...stages: PromptView['standing'][]) =>
    shown.filter(({ standing }) => stages.includes(standing))
  const postponed = (prompt: PromptView) => prompt.agreed?.settled === false
  const settled = at('agreed', 'due', 'reworded')
  const unsettled = at('heard', 'heard-by-some', 'open')
  return {
    agreed: view.parts.flatMap((part) => {
      const prompts = settled.filter((prompt) => prompt.part === part.id)
      const rows = prompts.map(({ id, number, topic, clause, opens, agreed }) => {
        const { on, by, review } = agreed!
        const text = clauseText({ clause, opens, agreed })
        const heading = shownIn.get(id)?.title
        const words = !heading || isShort(text) ? text : undefined
        return { number, topic, on, by, review, heading, words, more: Boolean(heading ?? on ?? review) }
      })
      return rows.length > 0 ? [{ ...part, rows }] : []
    }),
    unsettled: {
      due: at('due').map(questionTitle),
      reworded: at('reworded').map(questionTitle),
      postponed: unsettled.filter(postponed).map(questionTitle),
      heard: at('heard')
        .filter((prompt) => !postponed(prompt))
        .map(questionTitle),
      some: at('heard-by-some')
        .filter((prompt) => !postponed(prompt))
        .map(questionTitle),
      aside: setAside(view, at('parked')).flatMap(({ parts, prompts }) => [
        ...parts.map(({ number, title }) => `Part ${number}: ${title}`),
        ...prompts.map(questionTitle),
      ]),
      untouched: at('open').filter((prompt) => !postponed(prompt)).length,
    },
    /** Who has left, the last first, with what it had said that was not settled. */
    left: view.former
      .toSorted((a, b) => (a.left < b.left ? 1 : -1))
      .map(({ name, left }) => ({
        name,
        on: left,
        said: shown.flatMap(({ number, topic, unheard }) =>
          unheard.flatMap(({ partner, text }) => (partner === name ? { number, topic, text } : [])),
        ),
      })),
    /** What those who answered last said of how closely they work together. */
    said: view.rounds.toSorted((a, b) => (a.on < b.on ? 1 : -1)).find(({ levels }) => levels.length > 0),
    open: view.actions.filter((action) => action.open).toSorted(byDay(({ due }) => due)),
    ahead: ahead(view, settled),
  }
}

/** Short enough to stand in a list; what is longer is read where it is written. */
const isShort = (text: string): boolean => text.length <= 160 && !text.includes('\n')

/** A day to keep. What happens and who sees to it depend on the sort; a review is of the prompts of these numbers. */
type Ahead = {
  sort: 'meeting' | 'review' | 'step' | 'money'
  on: string
  late: boolean
  start: string | undefined
  what: string | undefined
  who: string | undefined
  numbers: string[]
}

function ahead(view: View, settled: PromptView[]): Ahead[] {
  const { today } = view
  const row = (sort: Ahead['sort'], on: string | undefined, about: Partial<Ahead>): Ahead[] =>
    on
      ? [
          {
            start: undefined,
            what: undefined,
            who: undefined,
            numbers: [],
            ...about,
            sort,
            on,
            late: on < today,
          },
        ]
      : []
  const reviews = new Set(settled.flatMap(({ agreed }) => agreed!.review ?? []))
  const soon = [...reviews].filter((day) => day > today && day <= monthsOn(today, YEAR))
  const reviewedOn = (day: string) => settled.filter(({ agreed }) => agreed!.review === day)
  return [
    ...view.meetings
      .filter((meeting) => meeting.on >= today && !isHeld(view, meeting))
      .flatMap(({ on, start, place, chair }) => row('meeting', on, { start, what: place, who: chair })),
    ...soon.flatMap((day) =>
      row('review', day, { numbers: reviewedOn(day).map(({ number }) => questionNumber(number)) }),
    ),
    ...view.milestones
      .filter(({ open }) => open)
      .flatMap(({ end, what, lead }) => row('step', end, { what, who: lead })),
    ...view.funding
      .filter(({ until = '' }) => until >= today)
      .flatMap(({ until, source, holds }) => row('money', until, { what: source, who: holds })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
