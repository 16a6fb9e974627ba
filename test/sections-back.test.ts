import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { edited } from './zipped.ts'

// Sections of the agreement that went out alone come back from programs that drop all marks, such as Google Docs.

const { hjp, written } = runner({ library, today: '2026-11-16' })

/** A Word file without anything that says what it is. */
const unmarked = (word: Uint8Array) =>
  edited(word, {
    'customXml/item1.xml': () => '<none/>',
    'word/document.xml': (xml) =>
      xml
        .replace(/<w:bookmark(Start|End)[^>]*\/>/g, '')
        .replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content|Pr|EndPr)?\/?>/gs, ''),
  })

/** What is proposed once some sections came back, with other words in them. */
async function proposed(sections: string[], from: string, to: string) {
  const bytes = unmarked(await written(riverbend, ['mou', '--section', ...sections], 'docx'))
  const files = {
    'a.docx': edited(bytes, { 'word/document.xml': (xml) => xml.replace(from, () => to) }),
  }
  const run = await hjp(riverbend, ['import', 'a.docx', '--as', 'health', '--yes', '--notes'], { files })
  const { answers } = readYaml('f', run.text, Partnership)
  const found = answers.flatMap(({ prompt, proposals, notes }) => [
    ...proposals.flatMap(({ partner, text }) => (partner === 'health' && text.includes(to) ? [prompt] : [])),
    ...notes.flatMap(({ text }) => (text.includes('Selected sections') ? [`a note: ${text}`] : [])),
  ])
  return { ...run, found }
}

test.each([
  [['consent', 'ending'], 'two working days', 'three working days', ['agreement-terms/ending/early']],
  [['embedded-legal-help'], 'every Monday and', 'every Tuesday and', ['agreement-terms/embedded-legal-help']],
])('a change in %s is proposed, and nothing else is missed', async (sections, from, to, prompts) => {
  const { code, found, printed } = await proposed(sections, from, to)
  expect(code, printed).toBe(0)
  expect(found, printed).toEqual(prompts)
  expect(printed).toMatch(/: 1 new proposal from/)
  expect(printed).not.toContain('Deleted there')
})
