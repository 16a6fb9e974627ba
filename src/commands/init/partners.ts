import { SECTORS } from '../../core/file/partner.ts'
import type { Start } from '../../core/record/blank-file.ts'
import { idFor } from '../../core/record/membership.ts'
import { asOneOf, asPerson, asService } from '../shared/options.ts'

export type Started = Start['partners'][number]

/** A partner called after its sector, or where there are several, after its name. */
export function partnerOf(before: Started[], sector: string, name: string): Started {
  // The number that a second of its sector gets may be given with it: health-2.
  const known = asOneOf('--partner', sector.replace(/-\d+$/, ''), SECTORS)
  const taken = before.map(({ id }) => id)
  const id = known !== sector && !taken.includes(sector) ? sector : idFor({ name, sector: known }, taken)
  return { id, name: asService('--partner', name), sector: known, people: [] }
}

/** Ana Ruiz <ana@example.org>. Throws HjpError badValue where that is neither a name nor an address. */
export function liaisonOf(text: string): Record<string, string> {
  const { name, email } = asPerson('the liaison', text)
  return { role: 'liaison', ...(name && { name }), ...(email && { email }) }
}
