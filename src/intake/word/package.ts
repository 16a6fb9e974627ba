import { strFromU8 } from 'fflate'
import { HjpError } from '../../errors.ts'
import { isHeaderOrFooter } from '../../ooxml/header-footer.ts'
import { MANIFEST_NAMESPACE } from '../../ooxml/manifest.ts'
import { TooMuch, unzipped } from '../../ooxml/unzip.ts'
import { walkXml } from '../../ooxml/xml.ts'

/** The parts of a Word file that hjp reads, as XML. */
export type WordParts = {
  body: string
  remarks: Record<'comment' | 'footnote' | 'endnote', string | undefined>
  /** Headers and footers. */
  frames: string[]
  numbering: string | undefined
  styles: string | undefined
  sent: string | undefined
  /** The addresses that links lead to, by their ids. */
  links: Map<string, string>
}

const RELATIONS = '_rels/.rels'
const FOLDER = /^(?:word|customXml)\/[^/]+\.xml$|^word\/_rels\/[^/]+\.rels$/

/** What files are that are no Word files, by how they begin. */
const BEGINNINGS: [start: string, what: string][] = [
  ['%PDF', 'a PDF'],
  ['{\\rtf', 'a rich text file (.rtf)'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['<html', 'a web page'],
  ['<!doctype html', 'a web page'],
  ['<?xml', 'an XML file'],
]
/** And what other zip files are, by what is in them. */
const CONTENTS: [part: string, what: string][] = [
  ['xl/workbook.xml', 'a spreadsheet'],
  ['ppt/presentation.xml', 'a set of slides'],
  ['content.xml', 'a file of LibreOffice, such as .odt'],
]

/** Whether a file is one that only Word files and their like begin as, so that it is no text. */
export const isPackage = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 'PK') || startsWith(bytes, '\xd0\xcf\x11\xe0') || kindOf(bytes) !== undefined

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  strFromU8(bytes.subarray(0, start.length), true).toLowerCase() === start.toLowerCase()

const kindOf = (bytes: Uint8Array): string | undefined =>
  BEGINNINGS.find(([start]) => startsWith(bytes, start))?.[1]

/**
 * Opens a Word file, within bounds of time and memory whatever the bytes are. Throws HjpError notAWordFile, oldWord, locked,
 * hasMacros, damaged or tooMuchInIt; `path` is for the message.
 */
export function openWord(path: string, bytes: Uint8Array): WordParts {
  const kind = kindOf(bytes)
  if (kind) throw new HjpError('notAWordFile', path, kind)
  // Encrypted files and those of old programs are of the same make.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    if (includes(bytes, '__substg1.0_')) throw new HjpError('notAWordFile', path, 'an Outlook message (.msg)')
    throw new HjpError(includes(bytes, 'EncryptedPackage') ? 'locked' : 'oldWord', path)
  }
  if (!startsWith(bytes, 'PK')) throw new HjpError('notAWordFile', path, 'no Word file')
  try {
    const { names, parts } = unzipped(bytes, (name) => name === RELATIONS || FOLDER.test(name))
    const xml = (name: string) => {
      const part = parts.get(name)
      return part && strFromU8(part)
    }
    // Some programs number what they write.
    const named = (what: string) =>
      xml([...parts.keys()].find((path) => new RegExp(`^word/${what}\\d*\\.xml$`).test(path)) ?? '')
    const other = CONTENTS.find(([name]) => names.has(name))
    if (other) throw new HjpError('notAWordFile', path, other[1])
    if ([...names].some((name) => /vba(Project|Data)/i.test(name))) throw new HjpError('hasMacros', path)
    const main = mainPart((xml(RELATIONS) ?? '').slice(0, 20_000))
    const body = xml(main)
    if (body === undefined) throw new HjpError('notAWordFile', path, 'a zip file, but no Word file')
    return {
      body,
      remarks: {
        comment: named('comments'),
        footnote: named('footnotes'),
        endnote: named('endnotes'),
      },
      frames: [...parts.keys()].filter(isHeaderOrFooter).flatMap((path) => xml(path) ?? []),
      numbering: xml('word/numbering.xml'),
      styles: xml('word/styles.xml'),
      sent: [...parts.keys()]
        .filter((name) => name.startsWith('customXml/'))
        .map(xml)
        .find((part) => part && part.length < LARGEST && part.includes(MANIFEST_NAMESPACE)),
      links: linksIn(xml(main.replace(/[^/]+$/, '_rels/$&.rels')) ?? ''),
    }
  } catch (error) {
    if (error instanceof HjpError) throw error
    throw new HjpError(error instanceof TooMuch ? 'tooMuchInIt' : 'damaged', path)
  }
}

/** Letters of what was sent, of all prompts there are. */
const LARGEST = 500_000

/** Where links lead that lead out of the file. */
function linksIn(relations: string): Map<string, string> {
  const links = new Map<string, string>()
  walkXml(relations || '<none/>', {
    open(name, { Id = '', Target = '', TargetMode }) {
      if (name === 'Relationship' && TargetMode === 'External') links.set(Id, Target.replace(/^mailto:/, ''))
    },
  })
  return links
}

/** Some programs give the part with the words another name. */
const mainPart = (relations: string): string =>
  /Target="\/?(word\/[^"]+\.xml)"[^>]*officeDocument"|officeDocument"[^>]*Target="\/?(word\/[^"]+\.xml)"/
    .exec(relations)
    ?.slice(1)
    .find(Boolean) ?? 'word/document.xml'

/** Whether letters stand in a file of two bytes each. */
const includes = (bytes: Uint8Array, letters: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(letters, 'utf16le'))
