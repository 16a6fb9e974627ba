import type { Element } from './xml.ts'

/** The order in which Word wants what a paragraph's look is made of. */
const ORDER =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId'.split(
    ' ',
  )

/** What Word wants after all that, among it what is changed. */
const rankOf = ({ name }: Element): number => {
  const at = ORDER.indexOf(name.slice(2))
  return at < 0 ? ORDER.length : at
}

/** What a paragraph's look is made of, in the order in which Word wants it. */
export const inOrder = (look: Element[]): Element[] => look.toSorted((a, b) => rankOf(a) - rankOf(b))
