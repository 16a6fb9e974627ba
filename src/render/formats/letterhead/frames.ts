import { oneLine } from '../../document/clean.ts'
import { type Document, madeOn } from '../../document/document.ts'
import { besideName, short } from '../docx/frame.ts'
import { escaped } from '../docx/text.ts'
import { carry, cleared, type Load } from './carried.ts'
import { instructionsIn } from './fields.ts'
import { isOn, type Letterhead } from './read.ts'
import { childOf, type Element, elementsOf, everyElement, readXml } from './xml.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** Letters of a title that fit beside a date and the number of a page. */
const BESIDE = 52

/** The pages that have headers and footers of their own. */
const PAGES = ['default', 'first', 'even'] as const
type Page = (typeof PAGES)[number]
const FRAMES = { header: 'w:hdr', footer: 'w:ftr' } as const
type Frame = keyof typeof FRAMES

/** A header or a footer, as a section refers to it. */
export type Framed = { page: Page; frame: Frame; path: string }

/**
 * The headers and footers of a letterhead, with what of ours must stand on every page: the notice under its header, and above
 * its footer the title, the day, and the number of the page unless it counts pages itself.
 */
export function frames(
  letterhead: Letterhead,
  document: Document,
  styleOf: (id: string) => string,
  load: Load,
): Framed[] {
  const { section, isTwoSided } = letterhead
  const title = childOf(section, 'w:titlePg')
  const pages = PAGES.filter((page) =>
    page === 'first' ? title && isOn(title) : page === 'even' ? isTwoSided : true,
  )
  return pages.flatMap((page) => {
    const from = { header: partFor(letterhead, page, 'header'), footer: partFor(letterhead, page, 'footer') }
    const theirs = (frame: Frame) => {
      const path = from[frame]
      return path === undefined ? empty(frame) : cleared(letterhead.xml(path), styleOf)
    }
    const isCounted = (Object.keys(FRAMES) as Frame[]).some((frame) => countsPages(theirs(frame)))
    return (Object.keys(FRAMES) as Frame[]).map((frame): Framed => {
      const part = theirs(frame)
      const children =
        frame === 'header'
          ? [...elementsOf(part), ...caution(document)]
          : [running(document, isCounted), ...elementsOf(part)]
      const path = `word/letterhead-${page}-${frame}.xml`
      // Word wants a paragraph at the end.
      const closed = children.at(-1)?.name === 'w:p' ? children : [...children, ...paragraph('')]
      carry(letterhead, from[frame] ?? '', path, { ...part, children: closed }, load)
      load.types.set(path, `application/vnd.openxmlformats-officedocument.wordprocessingml.${frame}+xml`)
      return { page, frame, path }
    })
  })
}

function partFor({ section, main, relationsOf }: Letterhead, page: Page, frame: Frame): string | undefined {
  const reference = elementsOf(section).find(
    ({ name, attributes }) => name === `w:${frame}Reference` && (attributes['w:type'] ?? 'default') === page,
  )
  return relationsOf(main).find(({ id, type }) => id === reference?.attributes['r:id'] && type === frame)
    ?.target
}

const countsPages = (part: Element): boolean =>
  [...everyElement(part)].some(({ name }) => name === 'w:pgNum') ||
  instructionsIn(part).some((instruction) => /\bPAGE\b/i.test(instruction))

const empty = (frame: Frame): Element => ({
  name: FRAMES[frame],
  attributes: {
    'xmlns:w': WORD,
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  children: [],
})

const caution = ({ notice }: Document): Element[] =>
  notice
    ? paragraph(`<w:r><w:rPr><w:rStyle w:val="Notice"/></w:rPr>${textElement(oneLine(notice))}</w:r>`)
    : []

function running(document: Document, isCounted: boolean): Element {
  const title = oneLine(document.title)
  const words = [...title].length > BESIDE ? besideName(document) : title
  const page = isCounted
    ? ''
    : `<w:r>${textElement(' · Page ')}</w:r>${field('PAGE')}<w:r>${textElement(' of ')}</w:r>${field('NUMPAGES')}`
  const [line] = paragraph(
    `<w:r>${textElement(short(words, BESIDE))}</w:r><w:r><w:tab/></w:r><w:r>${textElement(madeOn(document))}</w:r>${page}`,
  )
  return line!
}

const paragraph = (runs: string): Element[] =>
  elementsOf(readXml(`<w:hdr><w:p><w:pPr><w:pStyle w:val="RunningLine"/></w:pPr>${runs}</w:p></w:hdr>`))

const textElement = (text: string) => `<w:t xml:space="preserve">${escaped(text)}</w:t>`
const field = (name: string) =>
  `<w:fldSimple w:instr=" ${name} "><w:r>${textElement('1')}</w:r></w:fldSimple>`
