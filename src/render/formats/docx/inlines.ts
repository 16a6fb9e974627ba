import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { Inline } from '../../document/document.ts'
import { fillIn, type Ledger } from './controls.ts'
import { reference } from './references.ts'
import { tracked } from './tracked.ts'
import { textRuns } from './words.ts'

/** Inlines as runs of Word's, with their links, blanks, references and tracked changes; in a style where they have none of their own. */
export const runs = (inlines: Inline[], ledger: Ledger, usual?: string): ParagraphChild[] =>
  inlines.flatMap((inline): readonly ParagraphChild[] => {
    const { change } = inline
    const marked = (all: ParagraphChild[]) => tracked(change, ledger, all)
    if (inline.kind === 'break') return marked([new TextRun({ break: 1 })])
    if (inline.kind === 'blank') {
      const blank = textRuns(`[${inline.text}]`, { style: 'Blank' }, change)
      // A place to fill in would be left behind, empty, by the words that are refused.
      return change ? marked(blank) : [fillIn<ParagraphChild>(inline.text, inline.prompt, ledger, blank)]
    }
    const link = inline.href && address(inline.href)
    const own = style(inline) ?? usual
    const format = { ...(own && { style: own }) }
    const lead = inline.to === undefined ? undefined : ledger.leads.get(inline.to)
    if (lead) return reference(inline, lead, format, ledger)
    if (!link) return marked(textRuns(inline.text, format, change))
    const emphasis = { ...(inline.strong && { bold: true }), ...(inline.emphasis && { italics: true }) }
    const linked = textRuns(inline.text, { style: 'Hyperlink', ...emphasis }, change)
    return [new ExternalHyperlink({ link, children: [...marked(linked)] })]
  })

const style = ({ strong, emphasis }: { strong?: boolean; emphasis?: boolean }) =>
  strong && emphasis ? 'IntenseEmphasis' : strong ? 'Strong' : emphasis ? 'Emphasis' : undefined

/** A file with an address Word cannot read does not open, so only sound ones become links. */
function address(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}
