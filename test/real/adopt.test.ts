import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf } from '../known.ts'
import { has } from '../programs.ts'
import { inFolder as at, convert } from './office.ts'

const adopted = (name: string): { paragraphs: string[] }[] =>
  JSON.parse(
    execFileSync(process.execPath, [resolve('bin/hjp.js'), 'adopt', name, '--json'], {
      cwd: at('.'),
      encoding: 'utf8',
    }),
  )

test.skipIf(!has('soffice'))(
  'an agreement in a format of LibreOffice or of old Word is read as the Word file is',
  { timeout: 300_000 },
  async () => {
    writeFileSync(at('partnership.yaml'), fileOf('locale: en-US'))
    for (const name of ['american.docx', 'american.odt'])
      writeFileSync(at(name), readFileSync(`test/adopt/${name}`))
    const word = adopted('american.docx').flatMap(({ paragraphs }) => paragraphs)
    expect(adopted('american.odt').flatMap(({ paragraphs }) => paragraphs)).toEqual(word)
    for (const ending of ['doc', 'rtf']) {
      await convert(ending, 'american.odt')
      expect(
        adopted(`american.${ending}`)
          .flatMap(({ paragraphs }) => paragraphs)
          .join(' '),
      ).toContain(word[5])
    }
  },
)
