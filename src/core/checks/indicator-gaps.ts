import { isDue, latest } from '../view/reading-due.ts'
import type { View } from '../view/view.ts'

type IndicatorGap = { at: (string | number)[]; message: string }

/** What nobody could report on: outcomes and indicators that lack something. Only once there are indicators at all. */
export function indicatorGaps({ indicators, outcomes, today }: View): IndicatorGap[] {
  if (indicators.length === 0) return []
  const measured = indicators.map(({ outcome }) => outcome)
  const bare = outcomes.flatMap(({ id, term, text }, n): IndicatorGap[] =>
    term === 'output' || (id && measured.includes(id))
      ? []
      : [
          {
            at: ['outcomes', n],
            message: `no indicator says whether "${text}" comes about. *hjp add indicator outcome=${id ?? '…'} measure="…"*`,
          },
        ],
  )
  return [...bare, ...indicators.flatMap((indicator, n) => ofIndicator(indicator, n, today))]
}

function ofIndicator(indicator: View['indicators'][number], n: number, today: string): IndicatorGap[] {
  const { id, measure, baseline, readings } = indicator
  const read = `*hjp measure ${id ?? `"${measure}"`}*`
  const last = latest(readings)
  const gap = (is: boolean, message: string, at: IndicatorGap['at'] = ['indicators', n]): IndicatorGap[] =>
    is ? [{ at, message }] : []
  return [
    ...gap(!baseline, `"${measure}" has no baseline. Add *baseline:* with how it was before you began.`),
    ...gap(!last, `"${measure}" has no reading yet. ${read}`),
    ...gap(
      last !== undefined && isDue(indicator, today),
      `"${measure}" was last read on ${last?.on}, and is due again. ${read}`,
    ),
    ...readings.flatMap(({ on, consent }, m) =>
      gap(
        indicator.method === 'story' && consent === undefined,
        `the story of ${on} does not say whether whoever told it agrees that it is told on. Add *consent: yes* or *no*.`,
        ['indicators', n, 'readings', m],
      ),
    ),
  ]
}
