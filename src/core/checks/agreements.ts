import { listed } from '../values/locale.ts'
import { lastAgreement, yetToSign } from '../view/signed.ts'
import type { Code } from './codes.ts'
import type { Check, Found } from './finding.ts'

/** What is to be seen to with what was signed last. */
export const agreements: Check = ({ partnership, today }, { locale }) => {
  const { agreements, partners } = partnership
  const last = lastAgreement(agreements)
  if (!last) return []
  const { until, 'renew-by': renewBy, from, signed } = last
  const found = (code: Code, column: string, message: string): Found => ({
    code,
    at: ['agreements', agreements.indexOf(last), column],
    message: `the agreement from ${from} ${message}`,
  })
  const names = (all: { name: string }[]) =>
    listed(
      all.map(({ name }) => name),
      locale,
    )
  const awaited = yetToSign(last, partnership, today)
  const gone = partners.filter(
    ({ id, left }) => left && left <= today && signed.some(({ partner }) => partner === id),
  )
  const isOver = until !== undefined && until < today
  return [
    ...(isOver
      ? [found('agreement-ended', 'until', `ended on ${until}. *hjp sign* once you have signed the next one`)]
      : []),
    ...(renewBy && renewBy < today && !isOver
      ? [
          found(
            'renewal-overdue',
            'renew-by',
            `was to be renewed, or not, by ${renewBy}. *hjp sign* once you have signed the next one`,
          ),
        ]
      : []),
    ...(awaited.length > 0
      ? [found('signed-by-some', 'signed', `is not yet signed by ${names(awaited)}. *hjp sign* once it is`)]
      : []),
    ...(gone.length > 0
      ? [
          found(
            'signatory-left',
            'signed',
            `was signed for ${names(gone)}, which has left since. Does it need to be changed? *hjp mou* writes the next one`,
          ),
        ]
      : []),
  ]
}
