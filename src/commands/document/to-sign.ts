import type { OptionValue } from '../../core/request.ts'
import type { AgreementKind } from '../../core/view/signed.ts'
import type { KnownOn } from '../../core/view/view.ts'
import type { Library } from '../../render/templates/library.ts'
import { compose, seenBy } from '../../render/templates/template.ts'
import { chosenSections } from './sections.ts'

type KnownWith = KnownOn & { library: Library }

const mouIn = ({ library }: KnownWith) => library.kinds.find(({ name }) => name === 'mou')!

/** What the copy to sign of the agreement, or of the letter, is made of. */
export function seenToSign(known: KnownWith, wanted: AgreementKind) {
  const kind = mouIn(known)
  const unset = Object.keys(kind.options).map((name): [string, OptionValue | undefined] => [name, undefined])
  const options = { ...Object.fromEntries(unset), final: true, short: wanted === 'short' || undefined }
  return seenBy(kind, known, { options, prompts: [], ...chosenSections(kind, known.library, options) })
}

/** That copy. */
export async function copyToSign(known: KnownWith, wanted: AgreementKind) {
  const view = seenToSign(known, wanted)
  const { document } = await compose(known.library, mouIn(known), view)
  return { view, document }
}
