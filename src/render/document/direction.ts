const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u

/** Whether a text runs from right to left: it goes by its first letter, as a page in a browser does. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '')

export const isHebrew = (text: string): boolean => /\p{sc=Hebr}/u.test(/\p{L}/u.exec(text)?.[0] ?? '')
