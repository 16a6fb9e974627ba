import { type AgreementKind, clauseStamp, lastAgreement } from '../view/signed.ts'
import type { PromptView, View } from '../view/view.ts'

/** What of a draft is not as it was signed. `settled` is what is agreed in it. */
export function sinceSigned({ agreements, prompts }: View, kind: AgreementKind, settled: PromptView[]) {
  const signed = lastAgreement(agreements, kind)
  const held = new Map(
    Object.entries(signed?.clauses ?? {}).map(([name, stamp]) => [
      prompts.find(({ id, was }) => id === name || was.includes(name))?.id ?? name,
      stamp,
    ]),
  )
  /** Of what was recorded without its clauses nothing can be told. */
  const now = held.size > 0 ? settled : []
  const fresh = now.filter(({ id }) => !held.has(id))
  const changed = now.filter(({ id, agreed }) => held.has(id) && held.get(id) !== clauseStamp(agreed!))
  const gone = [...held.keys()].filter((id) => !now.some((prompt) => prompt.id === id))
  return {
    /** The first day of what was signed. */
    from: signed?.from,
    changed,
    fresh,
    /** By their topics, or their names where nobody is asked any more. */
    gone: gone.map((id) => prompts.find((prompt) => prompt.id === id)?.topic ?? id),
    some: changed.length + fresh.length + gone.length > 0,
    /** What is said beside each clause that is not as it was. */
    marks: new Map([
      ...changed.map(({ id }) => [id, CHANGED] as const),
      ...fresh.map(({ id }) => [id, FRESH] as const),
    ]),
  }
}

const CHANGED = 'Changed since we signed'
const FRESH = 'New since we signed'
