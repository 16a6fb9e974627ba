import { extname, resolve } from 'node:path'
import type { AgreementKind } from '../../core/view/signed.ts'
import { counted, HjpError } from '../../errors.ts'
import { compareCopy, type Difference } from '../../render/copy/compare-copy.ts'
import type { World } from '../../world/world.ts'
import { asSigned } from '../document/as-signed.ts'
import { copyToSign } from '../document/to-sign.ts'
import { outLines } from '../shared/columns.ts'
import { commandOf } from '../shared/command.ts'
import { dayNamed } from '../shared/day-named.ts'
import { fileGiven } from '../shared/file-given.ts'
import { open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { type ReadCopy, readCopy } from './read-copy.ts'

export const command = commandOf({
  args: '[file]',
  options: { short: wants.flag('it is a copy of the letter of understanding') },
  examples: ['hjp verify signed.docx', 'hjp verify signed.pdf'],
  note: 'A Word file, a PDF or a text. A PDF is read by the program `pdftotext`, of Poppler; a scan has no text to read. hjp compares the copy with the words that were signed last, or with those of today where nothing is signed. Numbers of clauses and pages, and what is written in under Signatures, make no difference. It exits with 1 where anything else does.',
  async run(world, { short, ...options }, given) {
    const opened = await open(world, options)
    const name = await fileGiven(world, given, COPY, ['.docx', '.pdf', '.txt'])
    const copy = await copyNamed(world, name)
    const kind: AgreementKind = short ? 'short' : 'whole'
    const signed = await asSigned(world, opened, kind)
    const { partnership } = signed ?? opened
    const today = dayNamed(copy.text, partnership.locale, world.today)
    const { document } = await copyToSign({ ...opened, partnership, today }, kind)
    const { agreed, copy: words } = copy.against(document)
    const found = compareCopy(agreed, words)
    if (!found) throw new HjpError('otherDocument', name)
    const { differences, filledIn } = found
    const what = signed ? 'the words that were signed' : 'the words that are agreed today'
    outLines(world.terminal, report(name, what, differences, filledIn))
    return differences.length > 0 ? 1 : 0
  },
})

const COPY = {
  ...{ command: 'hjp verify', needs: 'the copy, as a Word file, a PDF or a text' },
  question: 'Which file is the copy?',
}

/** The copy of this name. Throws HjpError noAnswers, noPdfReader, and what it is refused with. */
async function copyNamed(world: World, name: string): Promise<ReadCopy> {
  const path = resolve(world.cwd, name)
  const bytes = await world.files.read(path)
  if (!bytes) throw new HjpError('noAnswers', name)
  if (extname(name).toLowerCase() !== '.pdf') return readCopy(name, bytes)
  const text = await world.pdfText(path)
  if (!text) throw new HjpError('noPdfReader', name)
  return readCopy(`${name}.txt`, text)
}

function report(name: string, what: string, differences: Difference[], filledIn: string[]): string {
  const head =
    differences.length === 0
      ? `${name} has ${what}, all of them and no others.`
      : `${name} differs from ${what} in ${counted(differences.length, 'place')}:`
  const filled = filledIn.length > 0 ? [`Written in under Signatures: ${filledIn.join(' · ')}`] : []
  return [head, ...differences.map(inLines), ...filled].join('\n\n')
}

function inLines({ what, where, agreed, copy }: Difference): string {
  if (what === 'moved') return `${where}: moved\n  It now stands ${copy}.`
  const lines = [agreed && `  Agreed: ${agreed}`, copy && `  Copy:   ${copy}`].filter(Boolean)
  return [`${where}: ${what}`, ...lines].join('\n')
}
