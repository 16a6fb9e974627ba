import type { KnownOn } from './view.ts'

/** What is known, with each partner called by its short name where it has one; its name in law stays. */
export const withShortNames = (known: KnownOn): KnownOn => ({
  ...known,
  partnership: {
    ...known.partnership,
    partners: known.partnership.partners.map((partner) => {
      const { name, short = name, 'legal-name': legal = name } = partner
      return { ...partner, name: short, 'legal-name': legal }
    }),
  },
})
