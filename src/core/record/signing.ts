import type { Edit } from '../file/edits.ts'
import type { Row } from '../file/row.ts'
import type { SignedAgreement } from '../file/signed-agreement.ts'
import type { AgreementKind } from '../view/signed.ts'
import { recordRow } from './add-row.ts'
import type { Write } from './enter.ts'

export type Signature = Pick<SignedAgreement['signed'][number], 'partner' | 'by' | 'on'>

/** What is told of a signed version: of a kind, from a day on. `held` are the stamps of its clauses, for one that is not there yet. */
export const recordSigned =
  (
    which: { kind: AgreementKind; from: string },
    told: Row,
    signatures: Signature[],
    held: Record<string, string>,
  ): Write =>
  (partnership, placeOf) => {
    const { agreements } = partnership
    const at = agreements.findIndex(({ kind, from }) => kind === which.kind && from === which.from)
    const there = agreements[at]
    if (!there)
      return recordRow('agreements', { ...which, ...told, signed: signatures, clauses: held })(
        partnership,
        placeOf,
      )
    const fresh = signatures.filter(
      ({ partner, by }) => !there.signed.some((each) => each.partner === partner && each.by === by),
    )
    return [
      ...Object.entries(told).map(([key, value]): Edit => ({ at: ['agreements', at, key], value })),
      ...fresh.map(
        (value, n): Edit => ({ at: ['agreements', at, 'signed', there.signed.length + n], value }),
      ),
    ]
  }
