import { asked, FINDING_A_PARTNER } from '../prompts/prompts.ts'
import { printable } from '../values/small-numbers.ts'
import { unitOf } from '../view/unit.ts'
import type { PromptView, View } from '../view/view.ts'

/** What a first page says, in this order. */
const POINTS = [
  'need',
  'baseline',
  'who-to-reach',
  'services-already-used',
  'legal-help',
  'needs-it-meets',
  'legal-needs-seen',
  'health-offer',
  'value-to-partner',
  'first-steps',
]

/**
 * What a service tells another that it would like to work with. While it is alone in the file, what it said itself is its own
 * to tell; once there are others, only what they agreed on goes out.
 */
export function businessCase(view: View) {
  const alone = view.partners.length === 1
  const shown = view.prompts.filter(({ part, private: hidden }) => part === FINDING_A_PARTNER && !hidden)
  const wordsOf = ({ agreed, voices }: PromptView) =>
    agreed?.settled ? agreed.text : alone ? voices.find(({ said }) => said)?.said : undefined
  const isOurs = (prompt: PromptView) => asked(prompt, view.partners).length > 0
  const points = POINTS.flatMap((name) => shown.find(({ id }) => id === `${FINDING_A_PARTNER}/${name}`) ?? [])
    .filter(isOurs)
    .map((prompt) => {
      const said = wordsOf(prompt)
      return {
        ...{ topic: prompt.topic, command: `hjp ask ${prompt.number}`, words: said },
        several: said?.includes('\n') ?? false,
        baseline: prompt.id === `${FINDING_A_PARTNER}/baseline` && !said ? baseline(view) : [],
      }
    })
  const isTold = ({ words, baseline }: (typeof points)[number]) => words !== undefined || baseline.length > 0
  return {
    told: points.filter(isTold),
    /** Named shortly, so that what is said stays on one page. */
    untold: points.filter((point) => !isTold(point)),
    questions: shown.filter((prompt) => !isOurs(prompt)).slice(0, 3),
  }
}

/** What is measured, and where it stood. */
const baseline = ({ indicators, locale }: View) =>
  indicators.flatMap((indicator) => {
    const { measure, baseline, source } = indicator
    return baseline ? [{ measure, baseline: printable(baseline, unitOf(indicator), locale), source }] : []
  })
