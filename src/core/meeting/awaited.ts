import { listed } from '../values/locale.ts'
import type { PromptView, View } from '../view/view.ts'
import { awaits } from '../view/who-agreed.ts'

/** How it begins where it is told who has not agreed. */
export const NOT_YET_BY = 'not yet agreed by '

/** Who is in and has not agreed to what the others have; nothing where all have. */
export function notYetBy({ agreed }: PromptView, locale: string): string | undefined {
  const names = agreed!.awaited.map(({ name }) => name)
  return names.length > 0 ? NOT_YET_BY + listed(names, locale) : undefined
}

/** What each partner has not agreed to although the others have, and the command that goes on with it: for several, one that asks. */
export const awaited = (view: Pick<View, 'partners' | 'prompts'>) =>
  view.partners.map(({ id, name }) => {
    const prompts = view.prompts
      .filter((prompt) => awaits(prompt, id))
      .map(({ number, topic }) => ({ number, topic }))
    return { id, name, prompts, command: prompts.length > 0 ? toAgreeTo(prompts, id) : undefined }
  })

/** The command that goes on with what a partner has not agreed to: of several things one that asks. */
export const toAgreeTo = (prompts: Pick<PromptView, 'number'>[], id: string): string =>
  prompts.length > 1 ? `hjp worksheet --confirm --for ${id}` : agreeing(prompts[0]!.number, [id])

/** The command that goes on with what some have not agreed to. */
export function toAgree(view: Pick<View, 'partners' | 'prompts'>, { number, agreed }: PromptView): string {
  const ids = agreed!.awaited.map(({ id }) => id)
  const several = awaited(view).find(({ id, prompts }) => ids.includes(id) && prompts.length > 1)
  return several?.command ?? agreeing(number, ids)
}

const agreeing = (number: string, partners: string[]): string =>
  `hjp agree ${number} --by ${partners.join(' ')}`
