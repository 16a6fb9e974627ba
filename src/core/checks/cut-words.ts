import { COLUMNS } from '../file/partnership.ts'
import { ruleOf } from './codes.ts'
import type { Finding } from './finding.ts'

const OWN = COLUMNS.flatMap(({ name, free }) => (free === true ? name : []))

/** A line on which words stop at a # that may belong to them: YAML takes the rest for a note. */
const CUT = new RegExp(`^[ \\t]*(?:- +)?(?:${[...new Set(OWN)].join('|')}): +(?!["'|>#]).*? (?=#\\S)`)

const CUT_SHORT =
  'everything from # on is a note, not part of the text. If it is part of the text, put quotes around all of it.'

/** Where words may be read short, in a file edited by hand. */
export const cutWords = (
  text: string,
): (Pick<Finding, 'code' | 'group' | 'level' | 'message'> & { line: number; col: number })[] =>
  text.split('\n').flatMap((line, n) => {
    const cut = CUT.exec(line)
    return cut ? [{ line: n + 1, col: cut[0].length + 1, ...ruleOf('cut-words'), message: CUT_SHORT }] : []
  })
