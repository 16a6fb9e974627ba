import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf } from '../known.ts'
import { has } from '../programs.ts'
import { inFolder as at, convert } from './office.ts'

const run = (...args: string[]) =>
  execFileSync(process.execPath, [resolve('bin/hjp.js'), ...args], { cwd: at('.'), encoding: 'utf8' })

const adopted = (name: string): { paragraphs: string[] }[] => JSON.parse(run('adopt', name, '--json'))

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

test.skipIf(!has('soffice', 'localc'))(
  'a spreadsheet in a format of LibreOffice or of old Excel is taken in as the workbook is',
  { timeout: 300_000 },
  async () => {
    writeFileSync(at('partnership.yaml'), fileOf('locale: en-AU'))
    writeFileSync(at('stakeholders.csv'), 'Name,Influence\n"Tenants, united",3\nFood bank,1\n')
    const taken = (name: string) => {
      const file = readFileSync(at('partnership.yaml'))
      run('import', name, '--yes')
      const after = readFileSync(at('partnership.yaml'), 'utf8')
      writeFileSync(at('partnership.yaml'), file)
      return after
    }
    const wanted = taken('stakeholders.csv')
    expect(wanted).toContain('Tenants, united')
    for (const ending of ['ods', 'fods', 'xls']) {
      await convert(ending, 'stakeholders.csv')
      expect(taken(`stakeholders.${ending}`)).toBe(wanted)
    }
    writeFileSync(at('broken.ods'), 'PK and no more')
    expect(() => run('import', 'broken.ods')).toThrow()
  },
)
