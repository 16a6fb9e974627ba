import { type IRunOptions, Tab, TextRun } from 'docx'
import { isHebrew, isRightToLeft } from '../../document/direction.ts'
import type { Change } from '../../document/document.ts'
import { element } from './controls.ts'
import { guarded } from './text.ts'

/** A text as runs, with its line ends, tabs and direction; what was taken out is marked as deleted text. */
export function textRuns(text: string, format: IRunOptions, change?: Change): TextRun[] {
  const direction = isRightToLeft(text)
    ? { rightToLeft: true, ...(isHebrew(text) && { language: { bidirectional: 'he-IL' } }) }
    : {}
  return guarded(text)
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return new TextRun({ break: 1 })
      if (piece === '\t') return new TextRun({ ...format, children: [new Tab()] })
      const content =
        change === 'removed'
          ? { children: [element<string>('w:delText', { 'xml:space': 'preserve' }, [piece])] }
          : { text: piece }
      return new TextRun({ ...format, ...direction, ...content })
    })
}
