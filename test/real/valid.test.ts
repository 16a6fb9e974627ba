import { expect, test } from 'vitest'
import { docx } from '../../src/render/formats/docx.ts'
import { earlier } from '../earlier.ts'
import { letterheads } from '../letterheads.ts'
import { library, needed, riverbend, runner } from '../memory-world.ts'
import { documents } from '../word-documents.ts'
import { faultsIn } from '../word-xml.ts'

// The Open XML SDK takes a second for each file. Of the examples it reads the one that has something of everything.
const { written } = runner({ library, today: '2026-11-16' })
const kinds = library.kinds.filter(({ formats }) => formats.includes('docx'))

const made: Record<string, () => Promise<Uint8Array>> = {
  'a comparison': () =>
    written(riverbend, ['mou', '--since', 'then.yaml'], 'docx', { files: { 'then.yaml': earlier } }),
  'sections alone': () => written(riverbend, ['mou', '--section', 'referral-pathways', 'ending'], 'docx'),
  'sheets for the wall': () => written(riverbend, ['map', '--blank'], 'docx'),
  'their pieces': () => written(riverbend, ['logic', '--blank', '--pieces'], 'docx'),
  ...Object.fromEntries(
    kinds.map((kind) => [
      `${kind.name} of the mature example`,
      () => written(riverbend, [kind.name, ...needed(kind, riverbend)], 'docx'),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(letterheads).flatMap(([name, letterhead]) =>
      ['mou', 'contributions'].map((kind) => [
        `${kind} under ${name}`,
        async () =>
          written(riverbend, [kind], 'docx', { files: { 'templates/letterhead.docx': await letterhead() } }),
      ]),
    ),
  ),
}

test.concurrent.each(Object.keys(documents))('nor with %s, for the Word of ten years ago', async (name) => {
  expect(await faultsIn(await docx(documents[name]!), 'Office2016')).toEqual([])
})

test.concurrent.each(Object.keys(made))('the Open XML SDK finds nothing wrong with %s', async (name) => {
  expect(await faultsIn(await made[name]!())).toEqual([])
})
