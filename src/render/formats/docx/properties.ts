import { createHash } from 'node:crypto'
import { oneLine } from '../../document/clean.ts'
import type { Document } from '../../document/document.ts'
import { escaped } from './text.ts'

/** The part with the words. */
export const BODY = 'word/document.xml'
export const PROPERTIES = 'docProps/custom.xml'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** The part docProps/core.xml, which docx would write the clock into. */
export function coreProperties({ title, author, locale, date }: Document): string {
  const day = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(oneLine(title))}</dc:title><dc:creator>${escaped(oneLine(author))}</dc:creator>` +
    `<dc:language>${escaped(locale)}</dc:language><cp:lastModifiedBy>${escaped(oneLine(author))}</cp:lastModifiedBy>` +
    `${day('created')}${day('modified')}</cp:coreProperties>`
  )
}

/** The property that holds a digest of the body, by which an edited file can be told from one left as it was written. */
export const digestOf = (body: string | Uint8Array): string =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="hjp-digest"><vt:lpwstr>` +
  `${createHash('sha256').update(body).digest('hex')}</vt:lpwstr></property>`

/** The part docProps/custom.xml, with the digest of the body. */
export const customProperties = (body: string | Uint8Array): string =>
  `${XML}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${digestOf(body)}</Properties>`
