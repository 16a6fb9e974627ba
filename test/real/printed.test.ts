import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx } from '../../src/render/formats/docx.ts'
import { letterheads } from '../letterheads.ts'
import { exampleFile, library, riverbend, runner, small } from '../memory-world.ts'
import { has } from '../programs.ts'
import { everything } from '../word-documents.ts'
import { faultsIn } from '../word-xml.ts'
import { convert, inFolder } from './office.ts'

const { written } = runner({ library, today: '2026-11-16' })
const PARTNERS = [2, 3, 4, 5, 6]
const LONG =
  'and the Board of Directors of the Upper Hartnell Valley District Hospital and Community Health Service'

/** An agreement that so many sign, two of them for one partner. */
const signedBy = (many: number) => {
  const partners = Array.from(
    { length: many },
    (_, n) =>
      `  - id: p${n}\n    name: Partner ${n}\n    legal-name: Partner ${n} ${LONG}\n    sector: other\n    people:\n` +
      `      - { role: signatory, name: Lee Tran }\n${n === 1 ? '      - { role: signatory }\n' : ''}`,
  )
  const text = `version: 1\nname: Some of us\npartners:\n${partners.join('')}answers: []\n`
  return written(text, ['mou'], 'docx')
}

/** The letter that three partners sign, who have agreed on all that matters first. */
const letter = () => {
  const core = library.parts.flatMap(({ prompts }) => prompts).filter(({ core }) => core)
  const agreed = core.map(
    ({ id, decision }) =>
      `  - prompt: ${id}\n    agreed: { ${decision ? 'decision: yes, lead: together, ' : ''}text: "${'We will do this together, and tell each other. '.repeat(4).trim()}" }\n`,
  )
  const partners = ['law', 'clinic', 'hospital'].map(
    (id) =>
      `  - { id: ${id}, name: The ${id} of Upper Hartnell, sector: other, people: [{ role: signatory, name: Lee Tran }, { role: liaison, name: Bo Kay, phone: 03 5550 0100 }] }\n`,
  )
  const text = `version: 1\nname: Some of us\npartners:\n${partners.join('')}answers:\n${agreed.join('')}`
  return written(text, ['mou', '--short', '--final'], 'docx')
}

const SHEETS = ['map', 'logic', 'activities', 'workplan']

/** As many around them as leave the line below the table to fill in no room on its page. */
const TWO_AROUND = `${small}stakeholders: [{ name: One service }, { name: Another service }]\n`

/** Everything a Word file can have; what stands in a field until it is counted anew is made wrong, so that the right number is LibreOffice's own. */
const uncounted = async () => {
  const files = unzipSync(await docx(everything))
  const wrong = strFromU8(files['word/document.xml']!).replace(
    /(REF _Ref\d+ .*?"separate"\/><\/w:r><w:r>.*?<w:t[^>]*>)[^<]*/g,
    '$1wrong',
  )
  return zipSync({ ...files, 'word/document.xml': strToU8(wrong) })
}

/** The agreement of the mature example, under a letterhead that LibreOffice saved. */
const underLetterhead = async () => {
  writeFileSync(inFolder('letterhead.docx'), await letterheads['two sides']!())
  await convert('odt', 'letterhead.docx')
  await convert('docx', 'letterhead.odt')
  const files = { 'templates/letterhead.docx': readFileSync(inFolder('letterhead.docx')) }
  return written(riverbend, ['mou'], 'docx', { files })
}

describe.skipIf(!has('soffice', 'pdftotext'))(
  'printed by LibreOffice (needs soffice and pdftotext)',
  { timeout: 300_000 },
  () => {
    const printed: Record<string, string[]> = {}
    let headed: Uint8Array
    beforeAll(async () => {
      headed = await underLetterhead()
      const files: Record<string, Uint8Array> = {
        everything: await uncounted(),
        headed,
        letter: await letter(),
        final: await written(riverbend, ['mou', '--final'], 'docx'),
        draft: await written(exampleFile('first-steps'), ['mou', '--short'], 'docx'),
        form: await written(TWO_AROUND, ['worksheet', 'stakeholders', '--for', 'health'], 'docx'),
      }
      for (const wall of SHEETS) files[wall] = await written(exampleFile('harbor'), [wall, '--blank'], 'docx')
      for (const many of PARTNERS) files[`signed-${many}`] = await signedBy(many)
      for (const [name, bytes] of Object.entries(files)) writeFileSync(inFolder(`${name}.docx`), bytes)
      await convert('pdf', ...Object.keys(files).map((name) => `${name}.docx`))
      for (const name of Object.keys(files))
        printed[name] = execFileSync('pdftotext', ['-layout', inFolder(`${name}.pdf`), '-'], {
          encoding: 'utf8',
        })
          .split('\f')
          .slice(0, -1)
    }, 300_000)

    test('sections, clauses and their lists count themselves, and the contents say their pages', () => {
      const lines = printed['everything']!.join('\n')
        .split('\n')
        .map((line) => line.trim().replace(/\s+/g, ' '))
      const counted = lines.filter((line) => /^(\d+\.|\d+\.\d+|\([a-z0-9]+\)) [A-Z[a-z]/.test(line))
      expect(counted.slice(0, 20)).toMatchInlineSnapshot(`
        [
          "1. count",
          "1. Purpose 1",
          "2. What we do 2",
          "1. Purpose",
          "1.1 Shared problem",
          "1.2 Goals:",
          "1. early help",
          "(i) before eviction",
          "1. deep",
          "1. deeper",
          "2. known numbers",
          "(a) lettered",
          "(i) and under it",
          "(i) counted in Roman",
          "(a) lettered under it",
          "1.4 [To be agreed: what?]",
          "2. What we do",
          "2.1 [no prompt of its own]",
          "2. NUL bell escape not a character half half mark",
          "3. CURRENT",
        ]
      `)
    })

    test('a reference has the number of what it leads to, and what has none its title', () => {
      expect(printed['everything']!.join('\n')).toContain('See section 2, Schedule 2 and “Elsewhere”.')
    })

    test('every page has the notice, the date, who it is from and its number', () => {
      const pages = printed['everything']!
      pages.forEach((page, n) => {
        expect(page).toContain('Draft for discussion, not legal advice')
        expect(page).toContain('2 March 2026')
        expect(page).toMatch(
          new RegExp(`Riverbend Health Justice Partnership +Page ${n + 1} of ${pages.length}\\s*$`),
        )
      })
      expect(pages.length).toBeGreaterThan(1)
    })

    test.each(PARTNERS)(
      '%s partners sign: no block is parted, and the heading stays with the first',
      (many) => {
        const pages = printed[`signed-${many}`]!
        const counts = pages.map((page) =>
          [/^ *Signed for(?! each)/gm, /^ *Date\b/gm].map((row) => page.match(row)?.length ?? 0),
        )
        for (const [opened, closed] of counts) expect(closed).toBe(opened)
        expect(counts.reduce((sum, [opened]) => sum + opened!, 0)).toBe(many + 1)
        expect(pages.find((page) => /^ *Signed for each/m.test(page))).toMatch(
          /Signatures[\s\S]*^ *Signed for(?! each)/m,
        )
      },
    )

    test('every number of a page stands on a line of the contents with the end of its title', () => {
      const listed = printed['final']![0]!.split('\nContents\n')[1]!.replace(/\n.*Page 1 of.*\s*$/, '')
      for (const end of ['we serve', 'claims', 'needs', 'report'])
        expect(listed).toMatch(new RegExp(`\\b${end} +\\d+`))
      for (const line of listed.split('\n')) expect(line).not.toMatch(/^ *\d+( {2}|$)/)
    })

    test('nobody signs a page without words that are signed', () => {
      const page = printed['final']!.find((each) => each.includes('\nSignatures\n'))
      expect(page).toMatch(/^ *\d+\.1 +Each chief executive will sign/m)
    })

    test.each(['draft', 'form', ...SHEETS])('no page of %s has nothing or one line on it', (name) => {
      const foot = / Page \d+ of \d+$|Made on |^Letter of|^ *The people and/
      for (const page of printed[name]!)
        expect(
          page.split('\n').filter((line) => line.trim() !== '' && !foot.test(line)).length,
        ).toBeGreaterThan(2)
    })

    test('three partners sign a letter on its third page, if not before', () => {
      const pages = printed['letter']!
      expect(pages.length).toBeLessThan(4)
      expect(pages.at(-1)).toMatch(/Signatures[\s\S]*(Lee Tran[\s\S]*){3}/)
    })

    test('a letterhead that LibreOffice saved stands on every page', async () => {
      expect(await faultsIn(headed)).toEqual([])
      const pages = printed['headed']!
      pages.forEach((page, n) => {
        expect(page).toContain('Draft for discussion, not legal advice')
        expect(page).toMatch(
          n % 2 === 0
            ? new RegExp(`Right-hand pages[^]*Page ${n + 1} of ${pages.length}`)
            : new RegExp(`Page ${n + 1}`),
        )
      })
      expect(pages.join('')).toMatch(/^ *1\. +The partners/m)
    })
  },
)
