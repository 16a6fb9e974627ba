import { isDue, latest } from '../view/reading-due.ts'
import type { View } from '../view/view.ts'
import type { Code } from './codes.ts'
import type { Found } from './finding.ts'

/** What nobody could report on: outcomes and indicators that lack something. Only once there are indicators at all. */
export function indicatorGaps({ indicators, outcomes, today }: View): Found[] {
  if (indicators.length === 0) return []
  const measured = indicators.map(({ outcome }) => outcome)
  const bare = outcomes.flatMap(({ id, term, text }, n): Found[] =>
    term === 'output' || (id && measured.includes(id))
      ? []
      : [
          {
            code: 'not-measured',
            at: ['outcomes', n],
            message: `no indicator says whether "${text}" comes about. *hjp add indicator outcome=${id ?? '…'} measure="…"*`,
          },
        ],
  )
  return [...bare, ...indicators.flatMap((indicator, n) => ofIndicator(indicator, n, today))]
}

function ofIndicator(indicator: View['indicators'][number], n: number, today: string): Found[] {
  const { id, measure, baseline, readings } = indicator
  const read = `*hjp measure ${id ?? `"${measure}"`}*`
  const last = latest(readings)
  const gap = (code: Code, is: boolean, message: string, at: Found['at'] = ['indicators', n]): Found[] =>
    is ? [{ code, at, message }] : []
  return [
    ...gap(
      'no-baseline',
      !baseline,
      `"${measure}" has no baseline. Add *baseline:* with how it was before you began.`,
    ),
    ...gap('no-reading', !last, `"${measure}" has no reading yet. ${read}`),
    ...gap(
      'reading-due',
      last !== undefined && isDue(indicator, today),
      `"${measure}" was last read on ${last?.on}, and is due again. ${read}`,
    ),
    ...readings.flatMap(({ on, consent }, m) =>
      gap(
        'no-consent',
        indicator.method === 'story' && consent === undefined,
        `the story of ${on} does not say whether whoever told it agrees that it is told on. Add *consent: yes* or *no*.`,
        ['indicators', n, 'readings', m],
      ),
    ),
  ]
}
