import { Footer, Header, PageNumber, PageOrientation, Paragraph, Tab, TextRun } from 'docx'
import { AT_HOME } from '../../../core/values/locale.ts'
import { capital } from '../../../text.ts'
import { oneLine } from '../../document/clean.ts'
import { type Document, isLetter, madeOn, type Sheet } from '../../document/document.ts'
import { guarded } from './text.ts'

/** Twips round the words of a page, and of a letter. */
const MARGINS = { margin: 1304, top: 1588 }
const CLOSE = { margin: 1134, top: 1304 }
const A4 = { width: 11906, height: 16838 }
const LETTER = { width: 12240, height: 15840 }
/** Twips round a sheet for the wall. */
const NARROW = { margin: 850, top: 850 }
/** Letters of a title that fit beside a date. */
const SHORT = 64

type Paper = Pick<Document, 'locale' | 'landscape' | 'letter'> & { sheet?: Sheet | undefined }

const marginsOf = ({ letter, sheet }: Paper) => (sheet ? NARROW : letter ? CLOSE : MARGINS)

/** Paper of twice the size is as wide as the usual one is high. */
function sizeOf({ locale, sheet }: Paper): { width: number; height: number } {
  const { width, height } = isLetter(locale) ? LETTER : A4
  return sheet === 'large' ? { width: height, height: 2 * width } : { width, height }
}

const liesOnSide = ({ landscape, sheet }: Paper): boolean => landscape || sheet !== undefined

/** The room between the margins of a page, in twips. */
export function textArea(paper: Paper): { width: number; height: number } {
  const { width, height } = sizeOf(paper)
  const [across, down] = liesOnSide(paper) ? [height, width] : [width, height]
  const { margin, top } = marginsOf(paper)
  return { width: across - 2 * margin, height: down - top - margin }
}

/** Twips of one ruled line. */
export const RULED = 480

/** And on a sheet for the wall: where that is lower than at home, it has as many lines. */
export const ruledOn = (sheet: Paper): number =>
  RULED * Math.min(1, textArea(sheet).height / textArea({ ...sheet, locale: AT_HOME }).height)

/** Size and margins of a page, as docx wants them. */
export function pageSetup(paper: Paper) {
  const { margin, top } = marginsOf(paper)
  return {
    // docx turns the sheet itself.
    size: { ...sizeOf(paper), ...(liesOnSide(paper) && { orientation: PageOrientation.LANDSCAPE }) },
    margin: { top, bottom: margin, left: margin, right: margin, header: 680, footer: 624 },
  }
}

const sides = (style: string, left: TextRun[], right: TextRun[]) =>
  new Paragraph({ style, children: [...left, new TextRun({ children: [new Tab()] }), ...right] })

const textRun = (text: string) => new TextRun({ text: guarded(text) })

/** A title cut off after `room` letters, so that it fits beside something else. */
export const short = (title: string, room = SHORT): string => {
  const letters = [...oneLine(title)]
  return letters.length > room ? `${letters.slice(0, room).join('').trimEnd()}…` : letters.join('')
}

/** A title without the name that it is from, which stands below every page. */
export const besideName = ({ title, author }: Pick<Document, 'title' | 'author'>): string =>
  capital(title.replace(`${author}: `, '').replace(`: ${author}`, ''))

/** What stands above every page: the notice and the date, and the short title but on a first page that has the title itself. */
export function headers(document: Document, titled: boolean) {
  const { notice } = document
  const day = textRun(madeOn(document))
  const caution = notice ? [new TextRun({ style: 'Notice', text: guarded(oneLine(notice)) })] : []
  const full = new Header({
    children: [
      ...(notice ? [new Paragraph({ style: 'Header', children: caution })] : []),
      sides('Header', [textRun(short(besideName(document)))], [day]),
    ],
  })
  return { default: full, first: titled ? new Header({ children: [sides('Header', caution, [day])] }) : full }
}

/** What stands below every page: whom it is from, and which page it is. */
export function footers({ author }: Document) {
  const footer = new Footer({
    children: [
      sides(
        'Footer',
        [textRun(short(author))],
        [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      ),
    ],
  })
  return { default: footer, first: footer }
}

/** What stands above and below the pages of a document, on paper and in a browser, as it is left where that is saved as something else. */
export const frameWords = (document: Document): string[] => {
  const [name, title, day] = [document.author, besideName(document), madeOn(document)]
  return [title, day, `${name} ${day}`, `${short(title)} ${day}`, `${short(name)} Page 1 of 1`, 'Page 1 of 1']
}
