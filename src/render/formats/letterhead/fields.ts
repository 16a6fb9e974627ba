import { fieldErrors } from '../../../errors.ts'
import { badLetterhead, type Letterhead } from './read.ts'
import { type Element, everyElement } from './xml.ts'

/** The fields of Word that only count, date or repeat what is in the file. All others fetch, run or ask for something. */
const SAFE = new Set(
  (
    '= ADVANCE AUTHOR COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT ' +
    'HYPERLINK IF INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF ' +
    'REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET STYLEREF SUBJECT SYMBOL TEMPLATE TIME TITLE USERADDRESS USERINITIALS USERNAME'
  ).split(' '),
)

/** Other programs' things, other files, controls that run, and macros by name. */
const RUNNING = new Set(
  'w:object w:control w:altChunk w:subDoc w:entryMacro w:exitMacro w:movie o:OLEObject w:embed w:binData'.split(
    ' ',
  ),
)

/** Links that a person follows or not. */
const LINK = /^(https?:|mailto:|tel:|#|$)/i

/**
 * What each field of a part does, however many runs it is written in: its words up to its result, without those of the
 * fields within.
 */
export function instructionsIn(part: Element): string[] {
  const all: string[] = []
  const open: { text: string; isDone: boolean }[] = []
  for (const { name, attributes, children } of everyElement(part)) {
    if (name === 'w:fldSimple') all.push(attributes['w:instr'] ?? '')
    const inner = open.at(-1)
    if (name === 'w:instrText' && inner && !inner.isDone) inner.text += children.join('')
    // Word takes the words of a field for what they are even where it never began.
    if (name === 'w:instrText' && !inner) all.push(children.join(''))
    if (name !== 'w:fldChar') continue
    const type = attributes['w:fldCharType']
    if (type === 'begin') open.push({ text: '', isDone: false })
    if (type === 'separate' && inner) inner.isDone = true
    if (type === 'end' && inner) all.push(open.pop()!.text)
  }
  return [...all, ...open.map(({ text }) => text)]
}

/** Throws HjpError badLetterhead where a part of a letterhead has something that would fetch or run. */
export function refuseRunning({ name }: Letterhead, part: Element): void {
  for (const instruction of instructionsIn(part)) {
    const [word = '', ...rest] = instruction.trim().split(/\s+/)
    const isFormula = word.startsWith('=')
    if (!isFormula && !SAFE.has(word.toUpperCase()))
      throw badLetterhead(name, fieldErrors.runningField(word.slice(0, 30)))
    if (word.toUpperCase() === 'HYPERLINK') refuseLink(name, rest[0] ?? '')
  }
  for (const { name: element, attributes } of everyElement(part)) {
    if (RUNNING.has(element)) throw badLetterhead(name, fieldErrors.noLetterhead(element))
    // How shapes name a picture elsewhere, beside a relation.
    if (attributes['src'] || attributes['o:href']) throw badLetterhead(name, fieldErrors.onlyLinked)
    if (attributes['href'] !== undefined) refuseLink(name, attributes['href'])
  }
}

/** Throws HjpError badLetterhead where a link leads to a file or a program, and not to a page or an address. */
export function refuseLink(name: string, target: string): void {
  const to = target.replace(/^"|"$/g, '')
  if (!to.startsWith('\\l') && !LINK.test(to))
    throw badLetterhead(name, fieldErrors.otherLink(to.slice(0, 100)))
}
