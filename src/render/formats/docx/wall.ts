import { Footer, Header, Paragraph } from 'docx'
import { paragraphStyle, size, spacing } from './style-xml.ts'

/** What is read from a few steps away. */
export const WALL_STYLES = [
  paragraphStyle('SheetText', 'Sheet Text', { own: true, based: 'TableText', run: size(18) }),
  paragraphStyle('SheetHeading', 'Sheet Heading', { own: true, based: 'TableHeading', run: size(20) }),
  paragraphStyle('SheetTitle', 'Sheet Title', {
    next: 'Normal',
    based: 'Heading1',
    paragraph: spacing(0, 160),
    run: size(30),
  }),
]

/** Nothing stands above or below a sheet for the wall. */
export const noFrame = () => ({
  headers: { default: new Header({ children: [new Paragraph('')] }) },
  footers: { default: new Footer({ children: [new Paragraph('')] }) },
})
