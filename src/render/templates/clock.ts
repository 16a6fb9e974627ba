/** 14:30 → 2:30 pm, or as the locale has it. */
export const onClock = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(`1970-01-01T${time}Z`))
    .replace(/\s/g, ' ')
