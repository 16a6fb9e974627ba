import { posix } from 'node:path'
import { strFromU8 } from 'fflate'
import { fieldErrors, HjpError } from '../../../errors.ts'
import { TooMuch, unzipped } from '../../../ooxml/unzip.ts'
import { childOf, type Element, elementsOf, readXml } from './xml.ts'

/** A Word file whose header, footer and look others take on. `name` is its path as a person would write it. */
export type LetterheadFile = { name: string; bytes: Uint8Array }

type Relation = { id: string; type: string; target: string; isOutside: boolean }

/** What is taken of a letterhead. */
export type Letterhead = {
  name: string
  /** The bytes of a part, by its path. */
  part(path: string): Uint8Array | undefined
  /** The type of a part. */
  typeOf(path: string): string | undefined
  relationsOf(path: string): Relation[]
  /** A part as XML. Throws HjpError badLetterhead. */
  xml(path: string): Element
  /** The path of the main part, and how its last section is laid out. */
  main: string
  section: Element
  styles: Element | undefined
  theme: string | undefined
  /** Whether left pages have headers of their own. */
  isTwoSided: boolean
}

/** Bytes of all parts together, pictures too. */
const LARGEST = 25_000_000
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Whether a template is on another machine. A path on the one that the letterhead was made on is left behind with its settings. */
const isElsewhere = (target: string): boolean =>
  /^([a-z]{2,}:|[\\/]{2})/i.test(target.replace(/^file:\/\/\/(?!\/)/i, ''))

/** The error for a letterhead that cannot be taken on, and why. */
export const badLetterhead = (name: string, why: string): HjpError => new HjpError('badLetterhead', name, why)

/** Reads what is taken of a letterhead from a Word file. Throws HjpError badLetterhead where it is none, or has macros. */
export function readLetterhead({ name, bytes }: LetterheadFile): Letterhead {
  const parts = partsOf(name, bytes)
  const xml = (path: string): Element => {
    const part = parts.get(path)
    if (!part) throw badLetterhead(name, fieldErrors.noWordFile)
    try {
      return readXml(strFromU8(part))
    } catch {
      throw badLetterhead(name, fieldErrors.noWordFile)
    }
  }
  const types = elementsOf(xml('[Content_Types].xml')).map(({ attributes }) => attributes)
  const isMacro = ({ ContentType = '' }: Record<string, string>) =>
    /macroEnabled|vbaProject/i.test(ContentType)
  if (types.some(isMacro)) throw badLetterhead(name, fieldErrors.hasMacros)
  const relationsOf = (path: string): Relation[] => {
    const from = posix.dirname(path)
    const about = posix.join(from, '_rels', `${posix.basename(path)}.rels`)
    if (!parts.has(about)) return []
    return elementsOf(xml(about)).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const isOutside = TargetMode === 'External'
      const target = isOutside ? Target : posix.join('/', Target.startsWith('/') ? '' : from, Target).slice(1)
      return { id: Id, type: Type.split('/').at(-1)!, target, isOutside }
    })
  }
  const main = relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? ''
  const document = xml(main)
  const body = childOf(document, 'w:body')
  if (document.attributes['xmlns:w'] !== WORD || !body) throw badLetterhead(name, fieldErrors.noWordFile)
  const related = (type: string) => relationsOf(main).find((each) => each.type === type)?.target
  const [styles, settings] = ['styles', 'settings'].map(related)
  const attached = settings && relationsOf(settings).find(({ type }) => type === 'attachedTemplate')
  if (attached && isElsewhere(attached.target))
    throw badLetterhead(name, fieldErrors.attachedTemplate(attached.target.slice(0, 100)))
  const twoSided = settings && childOf(xml(settings), 'w:evenAndOddHeaders')
  return {
    name,
    part: (path) => parts.get(path),
    typeOf: (path) =>
      types.find(({ PartName }) => PartName === `/${path}`)?.['ContentType'] ??
      types.find(({ Extension = '' }) => path.toLowerCase().endsWith(`.${Extension.toLowerCase()}`))?.[
        'ContentType'
      ],
    relationsOf,
    xml,
    main,
    section: lastSection(body),
    styles: styles === undefined ? undefined : xml(styles),
    theme: related('theme'),
    isTwoSided: Boolean(twoSided && isOn(twoSided)),
  }
}

/** The last section, with the headers and footers that it takes over from those before it. */
function lastSection(body: Element): Element {
  const sections = elementsOf(body).flatMap(
    (each) => (each.name === 'w:sectPr' ? each : childOf(childOf(each, 'w:pPr'), 'w:sectPr')) ?? [],
  )
  const last = sections.pop() ?? { name: 'w:sectPr', attributes: {}, children: [] }
  const before = sections.toReversed().flatMap(elementsOf)
  return { ...last, children: [...last.children, ...before.filter(({ name }) => name.endsWith('Reference'))] }
}

/** Whether a switch of Word's is on: it is where it says nothing. */
export const isOn = ({ attributes }: Element): boolean =>
  !['0', 'false', 'off'].includes(attributes['w:val'] ?? '')

function partsOf(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const [first, second] = bytes
  // How files begin that are locked with a password, and those of Word before 2007.
  if (first === 0xd0 && second === 0xcf) throw badLetterhead(name, fieldErrors.locked)
  try {
    const { names, parts } = unzipped(bytes, () => true, LARGEST)
    if ([...names].some((path) => /vbaProject\.bin$/i.test(path)))
      throw badLetterhead(name, fieldErrors.hasMacros)
    return parts
  } catch (error) {
    if (error instanceof HjpError) throw error
    throw badLetterhead(name, error instanceof TooMuch ? fieldErrors.tooMuchInside : fieldErrors.noWordFile)
  }
}
