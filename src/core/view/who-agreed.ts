import { isTerm } from '../prompts/prompts.ts'
import { byDay } from '../values/day.ts'
import { inFull, listed } from '../values/locale.ts'
import { isAgreed, type PromptView, type View } from './view.ts'

/** Who agreed to something and when, and who has not. */

/** Whether all who are in have agreed to what is agreed on it. */
export const isByAll = ({ agreed }: PromptView): boolean => agreed?.awaited.length === 0

/** Whether all have agreed to it but those who joined on that day or later: it stands between the others as before. */
export const isByAllThen =
  ({ partners }: Pick<View, 'partners'>) =>
  ({ agreed }: PromptView): boolean =>
    agreed?.awaited.every(({ id }) => {
      const joined = partners.find((each) => each.id === id)?.joined
      return joined !== undefined && joined >= (agreed.on ?? joined)
    }) ?? false

/** Whether it is a term of the agreement to which this partner, by its id, has not agreed. */
export const awaits = (prompt: PromptView, id: string): boolean =>
  isAgreed(prompt) && isTerm(prompt) && prompt.agreed!.awaited.some((each) => each.id === id)

type Agreed = Pick<NonNullable<PromptView['agreed']>, 'on' | 'by'>
/** Somebody of whom a day is told, or none. */
type Dated = { name: string; on: string | undefined }

/** What stands in the place of a day that nobody wrote down. */
const NO_DAY = 'on a day not written down'

/** Those of one day together, the first day first and those without one last. */
export const byDays = <D extends Pick<Dated, 'on'>>(all: D[]): { on: string | undefined; those: D[] }[] =>
  [...new Set(all.map(({ on }) => on))]
    .map((on) => ({ on, those: all.filter((each) => each.on === on) }))
    .toSorted(byDay(({ on }) => on))

/** "on 14 March 2025 by Hill Law and Hill Health; on 12 April 2027 by Youth House". Where no day is told at all, only by whom. */
export const agreedInWords = ({ on: first, by }: Agreed, locale: string): string =>
  byDays(by)
    .map(({ on, those }) => {
      const when = on ? `on ${inFull(on, locale)} ` : first ? `${NO_DAY} ` : ''
      return `${when}by ${listed(
        those.map(({ name }) => name),
        locale,
      )}`
    })
    .join('; ')

/** "14 March 2025; Youth House on 12 April 2027": the day on which it was agreed, and whoever agreed on another. */
export const agreedDay = ({ on: first, by }: Agreed, say: (day: string) => string): string =>
  [
    ...(first ? [say(first)] : []),
    ...by.filter(({ on }) => on !== first).map(({ name, on }) => `${name} ${on ? `on ${say(on)}` : NO_DAY}`),
  ].join('; ')
