import { COLUMNS } from '../file/partnership.ts'

const OWN = COLUMNS.flatMap(({ name, free }) => (free === true ? name : []))

/** A line on which words stop at a # that may belong to them: YAML takes the rest for a note. */
const CUT = new RegExp(`^[ \\t]*(?:- +)?(?:${[...new Set(OWN)].join('|')}): +(?!["'|>#]).*? (?=#\\S)`)

const WARNING = {
  level: 'warning',
  message:
    'from # on, this is a note and not part of the words. If it belongs to them, put quotes around the whole.',
} as const

/** Where words may be read short, in a file edited by hand. */
export const cutWords = (text: string): (typeof WARNING & { line: number; col: number })[] =>
  text.split('\n').flatMap((line, n) => {
    const cut = CUT.exec(line)
    return cut ? [{ line: n + 1, col: cut[0].length + 1, ...WARNING }] : []
  })
