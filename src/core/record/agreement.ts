import { type Edit, type EditStep, listEdits } from '../file/edits.ts'
import { agreedBy, agreedThen, agreeingOn, membersOn, whoAgreed } from '../file/members.ts'
import { type Agreed, type Partnership, proposalsFor, talksIn } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { recorded, withoutProposals } from './answer.ts'
import type { Write } from './enter.ts'

/** What the partners have settled on, as it is told to hjp. */
export type Agreement = {
  decision?: Agreed['decision']
  text: string
  /** Null takes away the lead or the review date that was set before. */
  lead?: string | null | undefined
  on: string
  review?: string | null | undefined
  /** The ids of who agreed; without it, all who are in on that day and have been heard. */
  by?: string[] | undefined
  /** The day on which it is told that these agreed, where that is another: of whoever had agreed to it before it is not the day. */
  told?: string | undefined
  /** The agreement of before that has these words: those of another wait on. */
  from?: string | undefined
}

/** What the partners settled on. A review date that has passed goes, unless a new one is given; and what is agreed is no longer parked. */
export const recordAgreement = (parts: Part[], prompt: Prompt, agreed: Agreement): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { decision, text, lead, on, review } = agreed
    const was = answer.agreed
    const who = whoAgrees(was, agreed, partnership)
    const isPast = was?.review !== undefined && was.review <= on
    const settled = proposalsFor(answer).filter(({ from }) => !agreed.from || !from || from === agreed.from)
    const value = {
      ...(decision && { decision }),
      text,
      ...(lead ? { lead } : lead === null && was?.lead && { lead }),
      ...(!was?.by.length && { by: who.by }),
      on,
      ...(review ? { review } : (isPast || (review === null && was?.review)) && { review: null }),
      wording: prompt.wording,
    }
    return [
      { at: [...at, 'agreed'], value },
      ...whoAgreedEdits(at, was, who),
      ...(answer.parked ? [{ at: [...at, 'parked'], value: null }] : []),
      ...withoutProposals(answer, at, [...settled, ...talksIn(answer)]),
    ]
  })

/**
 * That these partners agree too to what is settled on a prompt, on a day, and need not talk about it any more; `by` is who of them
 * said so. Of one that had agreed the day stays, unless it is `corrected`. Nothing where nothing is settled.
 */
export const recordAgrees = (
  parts: Part[],
  prompt: Prompt,
  partners: string[],
  { on, by, corrected = false }: { on: string; by?: string | undefined; corrected?: boolean },
): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { agreed } = answer
    if (!agreed) return []
    const had = agreedBy(agreed, partnership)
    const fresh = partners.filter((id) => corrected || !had.includes(id))
    const talked = talksIn(answer).filter(({ partner }) => partners.includes(partner ?? ''))
    const wait = withoutProposals(answer, at, talked)
    if (fresh.length === 0) return wait
    const wasIn = membersOn(partnership, on).map(({ id }) => id)
    const isThen = (id: string) => on === agreed.on && by === undefined && wasIn.includes(id)
    const then = agreedThen(agreed, partnership)
    const others = [...then.filter((id) => !fresh.includes(id)), ...fresh.filter(isThen)]
    const also = agreed.also.filter(({ partner }) => !fresh.includes(partner))
    const own = fresh.filter((id) => !isThen(id)).map((partner) => ({ partner, by, on }))
    return [
      // None would mean all.
      ...whoAgreedEdits(at, agreed, { by: others.length > 0 ? others : then, also: [...also, ...own] }),
      ...wait,
    ]
  })

/** What goes with the words that are agreed. Null takes it away, and what is left out stays. */
export type Terms = Pick<Agreement, 'lead' | 'review'> & { decision?: Agreed['decision'] | undefined }

/** Changes what goes with the words that are agreed on a prompt. Nothing where nothing is. */
export const recordTerms = (parts: Part[], prompt: Prompt, terms: Terms): Write =>
  recorded(parts, prompt, ({ agreed }, at) => {
    const changed = Object.entries(terms).flatMap(([key, value = agreed?.[key as keyof Terms]]) =>
      (value ?? undefined) === agreed?.[key as keyof Terms] ? [] : [[key, value ?? null] as const],
    )
    return agreed && changed.length > 0 ? [{ at: [...at, 'agreed'], value: Object.fromEntries(changed) }] : []
  })

/** Takes out what is agreed on a prompt, with all that goes with it, and the room for it stays. */
export const recordNotAgreed = (parts: Part[], prompt: Prompt): Write =>
  recorded(parts, prompt, ({ agreed }, at) =>
    agreed
      ? [
          { at: [...at, 'agreed'], out: true },
          { at: [...at, 'agreed'], value: null },
        ]
      : [],
  )

type WhoAgrees = Pick<Agreed, 'by' | 'also'>

/** Who agrees, and of those who had agreed on another day to the same the day on which they did. */
function whoAgrees(was: Agreed | undefined, agreed: Agreement, partnership: Partnership): WhoAgrees {
  const { decision, text, on, told = on } = agreed
  const isSame = was?.text === text && was.decision === decision && was.on === on
  const had = isSame ? whoAgreed(was, partnership) : []
  const also = isSame ? was.also : []
  const { by = [...agreeingOn(partnership, on), ...also.map(({ partner }) => partner)] } = agreed
  const own = [...new Set(by)].flatMap(
    (id) =>
      also.find(({ partner }) => partner === id) ??
      (told !== on && !had.some((each) => each.id === id) ? { partner: id, by: undefined, on: told } : []),
  )
  const then = by.filter((id) => !own.some(({ partner }) => partner === id))
  return { by: then.length > 0 ? then : by, also: own }
}

/** Writes who agreed over who had. */
function whoAgreedEdits(at: EditStep[], was: Agreed | undefined, { by, also }: WhoAgrees): Edit[] {
  const place = [...at, 'agreed']
  return [
    ...(was && was.by.length > 0 ? listEdits([...place, 'by'], by) : [{ at: place, value: { by } }]),
    ...(also.length > 0
      ? listEdits([...place, 'also'], also.map(withoutBlanks))
      : [{ at: [...place, 'also'], out: true as const }]),
  ]
}
