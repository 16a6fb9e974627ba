import { Parser } from 'htmlparser2'
import { HjpError } from '../../errors.ts'
import type { QuotedLine } from '../quoted-lines.ts'
import type { LineGap } from './html-writer.ts'
import { PageWriter } from './page-writer.ts'

/** Elements inside one another; past any mail program, and few enough that a search through them is quick. */
const NESTED = 400
const UNSAID = /^(head|title|style|script|template|object|select|textarea|svg)$/
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i
const PARAGRAPHS = /^(p|h[1-6]|ul|ol|table|pre|hr)$/
const LINES = /^(div|blockquote|li|tr|dt|dd|section|article|header|footer|address|center)$/
const LISTS = /^[uo]l$/
/** Paragraphs that are set without a gap: Outlook makes one of every line. */
const TIGHT = /\bMso(Normal|ListParagraph|PlainText)|\bmargin(-bottom)?\s*:\s*0/i
const PRE = /white-space\s*:\s*(pre|break-spaces)/i
/** What mail programs write above an original: who sent it, and when. */
const ABOVE = /\bgmail_attr\b|\bmoz-cite-prefix\b|\bdivRplyFwdMsg\b/
/** Where mail programs say that the original begins. A line above it is no sign: people draw one themselves. */
const STARTS = /\bgmail_attr\b|\bmoz-cite-prefix\b|\bdivRplyFwdMsg\b|\bappendonsend\b/i
/** What mail programs mark as a signature, and what as a quotation that may stand inside. */
const SIGNED =
  /(?:^|[\s_])(?:x_)?(?:gmail_signature|gmail_signature_prefix|signature|ms-outlook-mobile-signature|moz-signature|protonmail_signature_block|tutanota_signature|k9mail-signature|_rc_sig|composer_signature|ydp\w*signature|sh-signature|bloop_markup_signature|AppleMailSignature|lineBreakAtBeginningOfSignature|yahoo-signature|mail-signature|__SIG_(?:PRE|POST)__)(?![\w-])/i
const QUOTED = /(?:^|\s)(?:gmail_quote|protonmail_quote|yahoo_quoted)(?![\w-])/i
/** Gmail's button for indenting makes these; they quote nobody. */
const INDENTED = /border\s*:\s*(none|0)/i

/** A place where a word may be parted, and the controls with which LibreOffice marks the fields of a form. */
const UNSEEN = /[\0-\x08\x0e-\x1f\u00ad]/g

const isStruck = (name: string, { style = '' }: ElementAttributes): boolean =>
  /^(s|strike|del)$/.test(name) || /line-through/i.test(style)

type ElementAttributes = Record<string, string>
type Open = {
  name: string
  isUnsaid: boolean
  /** It stands in our form for a browser. */
  isPage: boolean
  isPre: boolean
  depth: number
  gap: LineGap
  isStruck: boolean
  isSigned: boolean
  /** Of an ordered list: the number of its next item. */
  next: number | undefined
}

const about = ({ id = '', class: names = '', style = '' }: ElementAttributes): string =>
  `${id} ${names} ${style}`

/** What our form for a browser says around its questions: its labels, its buttons and what to do, but for the answers as text. */
const isOfPage = (name: string, given: ElementAttributes): boolean =>
  given['id'] !== 'answers' &&
  (/^(label|legend|button)$/.test(name) || /\b(un)?scripted(-only)?\b/.test(given['class'] ?? ''))

const isUnsaid = (name: string, given: ElementAttributes): boolean =>
  UNSAID.test(name) || 'hidden' in given || ABOVE.test(about(given)) || HIDDEN.test(given['style'] ?? '')

const isQuote = (name: string, given: ElementAttributes): boolean =>
  name === 'blockquote' &&
  (/\bgmail_quote\b/.test(about(given)) || given['type'] === 'cite' || !INDENTED.test(given['style'] ?? ''))

const isSigned = (given: ElementAttributes): boolean =>
  SIGNED.test(`${about(given)} ${given['data-marker'] ?? ''}`)

function gapOf(name: string, given: ElementAttributes, isInList: boolean): LineGap {
  const isTight = isInList ? name === 'p' || LISTS.test(name) : name === 'p' && TIGHT.test(about(given))
  if (PARAGRAPHS.test(name)) return isTight ? 1 : 2
  return LINES.test(name) ? 1 : 0
}

/**
 * What HTML says, by the line, with its quoting. Outlook's frame around an original is no quoting: people type their answers
 * inside it. Throws HjpError longReply.
 */
export function linesOfHtml(html: string): QuotedLine[] {
  const writer = new PageWriter()
  const open: Open[] = []
  const lists: Open[] = []
  const depth = () => open.at(-1)?.depth ?? 0
  const parser = new Parser({
    onopentag(name, given) {
      if (open.length > NESTED) throw new HjpError('longReply')
      const outer = open.at(-1)
      const quotes = isQuote(name, given)
      const isPage = outer?.isPage || (name === 'form' && 'data-head' in given)
      const it: Open = {
        name,
        gap: gapOf(name, given, lists.length > 0),
        isPage,
        isUnsaid:
          (outer?.isUnsaid && !(isPage && given['id'] === 'answers')) ||
          isUnsaid(name, given) ||
          (isPage && isOfPage(name, given)),
        isPre: outer?.isPre || name === 'pre' || PRE.test(given['style'] ?? ''),
        depth: depth() + (quotes ? 1 : 0),
        isStruck: isStruck(name, given),
        isSigned: isSigned(given) || (outer?.isSigned === true && !quotes && !QUOTED.test(about(given))),
        next: name === 'ol' ? Number.parseInt(given['start'] ?? '1', 10) || 1 : undefined,
      }
      open.push(it)
      if (STARTS.test(about(given))) writer.start()
      writer.want(it.gap)
      writer.sign(it.isSigned)
      if (LISTS.test(name)) lists.push(it)
      if (name === 'br' && !it.isUnsaid) writer.end(it.depth)
      if (name === 'li') writer.mark(markOf(lists))
      if (it.isStruck && !it.isUnsaid) writer.strike(1)
      writer.open(name, given)
    },
    ontext(words) {
      const outer = open.at(-1)
      if (outer?.isUnsaid) return writer.hide(words)
      const plain = words.replace(UNSEEN, '')
      if (!outer?.isPre) return writer.say(plain.replace(/[ \t\r\n\f]+/g, ' '), depth())
      plain.split(/\r?\n/).forEach((each, n) => {
        if (n > 0) writer.end(depth())
        if (each) writer.say(each, depth())
      })
    },
    onclosetag(name) {
      // Of a tag that is cut off at the end, the parser tells only the end.
      const closed = open.pop()
      if (closed?.isStruck && !closed.isUnsaid) writer.strike(-1)
      if (LISTS.test(name)) lists.pop()
      if (name === 'li') writer.mark('')
      writer.close(name)
      writer.want(closed?.gap ?? 0)
      writer.sign(open.at(-1)?.isSigned ?? false)
    },
  })
  parser.end(html)
  return writer.lines()
}

/** The mark before an item: a dash, or its number; deeper ones stand further in. */
function markOf(lists: Open[]): string {
  const list = lists.at(-1)
  const inward = '  '.repeat(Math.max(0, lists.length - 1))
  return list?.next === undefined ? `${inward}- ` : `${inward}${list.next++}. `
}
