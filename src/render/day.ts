/** 2026-03-02 → 2 March 2026, or as the locale has it. */
export const inFull = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))

/** 14:30 → 2:30 pm, or as the locale has it. */
export const onClock = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(`1970-01-01T${time}Z`))
    .replace(/\s/g, ' ')
