import { counted } from '../../errors.ts'
import { agreeToPaper, papersWaiting } from '../view/papers-waiting.ts'
import type { Check, Found } from './finding.ts'

/** What two versions of the file said differently when they were merged, and nobody has settled. */
export const unsettledConflicts: Check = ({ partnership }) =>
  partnership.conflicts.map(({ at, other }, n) => ({
    code: 'two-versions',
    at: ['conflicts', n],
    message: `${at}: two versions of this file were merged, and the other said "${other}". Write the right one there, and remove this row from *conflicts:*. For a row of a table, *hjp change* does both.`,
  }))

/** An agreement that the partners had before, and have not said yet whether it holds. */
export const notAgreedYet: Check = ({ partnership: { adopted } }, view) =>
  adopted.flatMap(({ document }, n): Found[] => {
    const { many = 0 } = papersWaiting(view).find((each) => each.document === document) ?? {}
    const message = `${counted(many, 'clause')} of *${document}* ${many === 1 ? 'waits' : 'wait'} for your yes. If all of it holds: *${agreeToPaper(view, document)}*`
    return many > 0 ? [{ code: 'not-agreed-yet', at: ['adopted', n], message }] : []
  })
