import { clean } from '../../document/clean.ts'

/** docx fills in {keys} all over the finished XML, said words included, so braces are set aside until it has. */
const BRACE = '\uFDD0'

/** Text that docx writes as it is. */
export const guarded = (text: string): string => clean(text).replaceAll(BRACE, '').replaceAll('{', BRACE)
/** XML that docx has finished, with its braces again. */
export const restored = (xml: string): string => xml.replaceAll(BRACE, '{')

/** Text for XML that we write ourselves. */
export const escaped = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
