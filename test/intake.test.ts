import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsIn } from '../src/intake/word/word.ts'
import { bombs, zipped } from './zipped.ts'

const word = (body: string) =>
  zipped({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

test.each([
  [
    'split runs, breaks and tabs',
    `<w:p>${run('We ')}${run('ring')}<w:r><w:br/><w:tab/></w:r>${run('you.')}</w:p>`,
    ['We ring\n\tyou.'],
  ],
  [
    'tracked words',
    `<w:p>${run('In ')}<w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins>${run('three')}</w:ins>${run(' days')}</w:p>`,
    ['In three days'],
  ],
  [
    'a paragraph end taken out',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('One, ')}</w:p><w:p>${run('two')}</w:p>`,
    ['One, two'],
  ],
  [
    'cells, controls and what is said twice',
    `<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p>${run('A &amp; B')}</w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl><mc:Fallback><w:p>${run('again')}</w:p></mc:Fallback>`,
    ['A & B', ''],
  ],
])('reads %s', (_, body, wanted) => {
  expect(paragraphsIn(word(body))).toEqual(wanted)
})

test('whatever the bytes are, it reads them or says that it cannot', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => paragraphsIn(bytes) === undefined))
  const [good] = [word(`<w:p>${run('x'.repeat(500))}</w:p>`)]
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = good.slice()
      bytes[at] = (bytes[at]! + by) % 256
      paragraphsIn(bytes)
    }),
  )
  const entities =
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>'
  expect(paragraphsIn(zipped({ 'word/document.xml': entities }))).toBeUndefined()
  for (const bomb of bombs()) expect(paragraphsIn(bomb)).toBeUndefined()
})
