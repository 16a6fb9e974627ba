import { clean } from '../../clean.ts'

/** docx fills in {keys} all over the finished XML, said words included, so braces are set aside until it has. */
const BRACE = '\uFDD0'

export const guarded = (text: string): string => clean(text).replaceAll(BRACE, '').replaceAll('{', BRACE)
export const restored = (xml: string): string => xml.replaceAll(BRACE, '{')

/** For XML of our own. */
export const escaped = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** Whether most letters of a text run from right to left. */
export const isRightToLeft = (text: string): boolean =>
  count(text, /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/gu) * 2 > count(text, /\p{L}/gu)
