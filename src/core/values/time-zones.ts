import { isZone } from './fields.ts'

/** What Intl tells of a locale: in older versions as a property, in newer ones by a call. */
type Told = Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] }

/** The time zones of a locale's country, but for its stations on the ice. */
export function zonesIn(locale: string): string[] {
  const told: Told = new Intl.Locale(locale).maximize()
  return (told.getTimeZones?.() ?? told.timeZones ?? []).filter(
    (zone) => isZone(zone) && !zone.startsWith('Antarctica/'),
  )
}

/** Whether a zone is that of a place, and not what a machine has that was never told where it is. */
export const isPlace = (zone: string): boolean => zone.includes('/') && !zone.startsWith('Etc/')

/** The zone that a place in a locale most likely has, on a machine in this one; nothing where it could be several. */
export function likelyZone(locale: string, here: string): string | undefined {
  const zones = zonesIn(locale)
  if (zones.length === 0 || zones.includes(here)) return here
  return zones.length === 1 ? zones[0] : undefined
}
