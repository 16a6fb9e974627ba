import { typedSo } from '../../text.ts'
import { lacksBase } from '../tools/hidden-groups.ts'
import { UNITS } from '../values/units.ts'
import { isDue, latest } from '../view/reading-due.ts'
import { unitOf } from '../view/unit.ts'
import type { View } from '../view/view.ts'
import type { Code } from './codes.ts'
import type { Found } from './finding.ts'

const OTHERS = UNITS.filter((unit) => unit !== 'people')

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
            message: `no indicator shows whether "${text}" is happening. *hjp add indicator outcome=${id ? typedSo(id) : '…'} measure="…"*`,
          },
        ],
  )
  return [...bare, ...indicators.flatMap((indicator, n) => ofIndicator(indicator, n, today))]
}

function ofIndicator(indicator: View['indicators'][number], n: number, today: string): Found[] {
  const { id, measure, baseline, readings } = indicator
  const name = typedSo(id ?? measure)
  const read = `*hjp measure ${name}*`
  const unit = unitOf(indicator)
  const last = latest(readings)
  const gap = (code: Code, is: boolean, message: string, at: Found['at'] = ['indicators', n]): Found[] =>
    is ? [{ code, at, message }] : []
  return [
    ...gap(
      'unclear-unit',
      indicator.method !== 'story' && unit.kind === 'unclear',
      `"${measure}" may count people, so numbers under five are not printed. If it does not, set its unit: ${OTHERS.join(', ')}. If it does: *hjp change ${name} unit=people*`,
    ),
    ...gap(
      'no-baseline',
      !baseline,
      `"${measure}" has no baseline. Say where it stood before you began: *hjp change ${name} baseline="…"*`,
    ),
    ...gap('no-reading', !last, `"${measure}" has no reading yet. ${read}`),
    ...gap(
      'reading-due',
      last !== undefined && isDue(indicator, today),
      `"${measure}" was last measured on ${last?.on}, and is due again. ${read}`,
    ),
    ...readings.flatMap(({ on, consent, groups = {} }, m) => [
      ...gap(
        'no-consent',
        indicator.method === 'story' && consent === undefined,
        `the story from ${on} does not say whether the person who told it agreed to share it. Add *consent: yes* or *no*.`,
        ['indicators', n, 'readings', m],
      ),
      ...Object.entries(groups).flatMap(([group, value]) =>
        gap(
          'of-how-many',
          lacksBase(value, unit),
          `"${value}" does not say how many people it is based on, so it is not printed. Add that, as in *${value} (40 people)*.`,
          ['indicators', n, 'readings', m, 'groups', group],
        ),
      ),
    ]),
  ]
}
