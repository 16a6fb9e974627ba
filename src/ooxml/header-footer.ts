import { walkXml } from './xml.ts'

/** Whether a part of a Word file, by its path, is what stands above or below its pages. */
export const isHeaderOrFooter = (path: string): boolean => /^word\/(header|footer)\d*\.xml$/.test(path)

/** The words of a header or footer, without page numbers and the like, which programs count anew. Throws where it is no sound XML. */
export function wordsOfHeaderOrFooter(xml: string): string {
  const within: string[] = []
  let fields = 0
  let words = ''
  walkXml(xml, {
    open(name, { 'w:fldCharType': kind }) {
      if (kind === 'begin' || name === 'w:fldSimple') fields += 1
      if (kind === 'end') fields -= 1
      if (name === 'w:p' || name === 'w:tab') words += ' '
      within.push(name)
    },
    close(name) {
      if (name === 'w:fldSimple') fields -= 1
      within.pop()
    },
    text(said) {
      if (within.at(-1) === 'w:t' && fields === 0) words += said
    },
  })
  return words.replace(/\s+/g, ' ').trim()
}
