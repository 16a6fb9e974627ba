import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MUTATIONS, type Mutation, mutated } from '../copies.ts'
import { library, riverbend, runner } from '../memory-world.ts'
import { has, runs } from '../programs.ts'
import { inFolder as at, convert } from './office.ts'

const { hjp, written } = runner({ library, today: '2026-11-30' })

const changes = fc.sample(fc.tuple(fc.constantFrom<Mutation>(...MUTATIONS), fc.nat(), fc.nat()), {
  numRuns: runs(8),
  seed: 16,
})

test.skipIf(!has('soffice', 'pdftotext'))(
  'what was changed in a copy is named when LibreOffice saved it, and when it is a PDF made into text; and nothing where nothing was',
  { timeout: 900_000 },
  async () => {
    const word = await written(riverbend, ['mou', '--final'], 'docx')
    const copies = [
      { bytes: word, wanted: undefined },
      ...changes.map(([how, where, there]) => mutated(word, how, where, there)),
    ].map((copy, n) => ({ ...copy, name: `copy${n}` }))
    for (const { name, bytes } of copies) writeFileSync(at(`${name}.docx`), bytes)
    const named = (ending: string) => copies.map(({ name }) => `${name}.${ending}`)
    await convert('pdf', ...named('docx'))
    await convert('odt', ...named('docx'))
    await convert('docx', ...named('odt'))
    for (const { name, wanted } of copies) {
      execFileSync('pdftotext', ['-raw', at(`${name}.pdf`), at(`${name}.txt`)])
      for (const file of [`${name}.docx`, `${name}.txt`]) {
        const files = { [file]: readFileSync(at(file)) }
        const { out, said, code } = await hjp(riverbend, ['verify', file], { files })
        const told = out() + said()
        if (wanted) expect(told).toMatch(wanted)
        else expect(told).toContain('all of them and no others.')
        expect(code, told).toBe(wanted ? 1 : 0)
      }
    }
    writeFileSync(at('partnership.yaml'), riverbend)
    const program = [resolve('bin/hjp.js'), 'verify', 'copy0.pdf', '--today', '2026-11-30']
    expect(execFileSync(process.execPath, program, { cwd: at('.'), encoding: 'utf8' })).toContain(
      'copy0.pdf has the words that are agreed today, all of them and no others.',
    )
  },
)
