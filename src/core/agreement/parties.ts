import type { View } from '../view/view.ts'

/** What is said of the partners beside their names: in a copy to sign, only what is known of one of them at least. */
export function parties({ partners }: View, isFinal: boolean) {
  const isKnown = (name: 'registration' | 'address') => !isFinal || partners.some((each) => each[name])
  const columns = {
    shortName: partners.some(({ name, legalName }) => name !== legalName),
    registration: isKnown('registration'),
    address: isKnown('address'),
    notices: partners.some(({ notices }) => notices),
  }
  return { ...columns, several: Object.values(columns).some(Boolean) }
}
