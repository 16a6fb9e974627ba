import { clean } from '../../document/clean.ts'

/** docx fills in {keys} all over the finished XML, said words included, so braces are set aside until it has. */
const BRACE = '\uFDD0'

export const guarded = (text: string): string => clean(text).replaceAll(BRACE, '').replaceAll('{', BRACE)
export const restored = (xml: string): string => xml.replaceAll(BRACE, '{')

/** For XML of our own. */
export const escaped = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
