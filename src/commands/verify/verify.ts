import { extname, resolve } from 'node:path'
import { headingOf, promptNamed } from '../../core/prompts/prompts.ts'
import type { AgreementKind } from '../../core/view/signed.ts'
import { counted, HjpError, onLines } from '../../errors.ts'
import { agreedWords } from '../../render/copy/agreed-words.ts'
import { compareCopy, type Difference } from '../../render/copy/compare-copy.ts'
import type { World } from '../../world/world.ts'
import type { AsAdopted } from '../document/as-adopted.ts'
import { asSigned } from '../document/as-signed.ts'
import { copyToSign } from '../document/to-sign.ts'
import { outLines } from '../shared/columns.ts'
import { commandOf } from '../shared/command.ts'
import { dayNamed } from '../shared/day-named.ts'
import { fileGiven } from '../shared/file-given.ts'
import { type Opened, open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { changedSince, paperWords } from './paper.ts'
import { framesOf, type ReadCopy, readCopy } from './read-copy.ts'

export const command = commandOf({
  args: '[file]',
  options: { short: wants.flag('it is a copy of the letter of understanding') },
  examples: ['hjp verify signed.docx', 'hjp verify signed.pdf'],
  note: 'A Word file, a PDF or a text. A PDF is read by the program `pdftotext`, of Poppler; a scan has no text to read. hjp compares the copy with the words that were signed last, which may be those of an agreement you had before, or with those of today where nothing is signed. Numbers of clauses and pages, and what is written in under Signatures, make no difference. It exits with 1 where anything else does.',
  async run(world, { short, ...options }, given) {
    const opened = await open(world, options)
    const name = await fileGiven(world, given, COPY, ['.docx', '.pdf', '.txt'])
    const copy = await copyNamed(world, name)
    const kind: AgreementKind = short ? 'short' : 'whole'
    const signed = await asSigned(world, opened, kind)
    const old = signed?.old
    const expected = old
      ? { agreed: await paperWords(world, opened, old), frames: [] }
      : await ourWords(world, { ...opened, ...signed }, kind, copy)
    const found = compareCopy(expected.agreed, copy.wordsBeside(expected.agreed, expected.frames))
    if (!found) throw new HjpError('otherDocument', name)
    const what = old
      ? `the words of ${old.name}, which you signed,`
      : `the words that ${signed ? 'were signed' : 'are agreed today'}`
    const isPaper = old && resolve(world.cwd, name) === resolve(opened.folder, old.name)
    const isAsTakenIn = !old || changedSince(old).length === 0
    if (!isPaper) outLines(world.terminal, report(name, what, found))
    else if (isAsTakenIn)
      world.terminal.out(`${name} is what you signed, and its words are as you took them in.\n`)
    if (old) tellPaper(world, opened, old, found.differences.length > 0)
    return found.differences.length === 0 && isAsTakenIn ? 0 : 1
  },
})

/** The words of an agreement of ours on the day on which a copy was made, and what stands above and below them. */
async function ourWords(world: World, opened: Opened, kind: AgreementKind, copy: ReadCopy) {
  const today = dayNamed(copy.text, opened.partnership.locale, world.today)
  const { document } = await copyToSign({ ...opened, today }, kind)
  return { agreed: agreedWords(document, copy.isPaper), frames: framesOf(document) }
}

/** Says where the paper of an agreement of before is not as it was taken in, and how to go on. */
function tellPaper({ terminal }: World, { parts }: Opened, old: AsAdopted, isOther: boolean): void {
  const changed = changedSince(old).map((id) => headingOf(promptNamed(parts, id)!))
  if (changed.length > 0)
    terminal.say(
      `${old.name} beside the file is not as you took it in. Its words on these have changed or gone:${onLines(changed)}`,
    )
  terminal.say(
    isOther
      ? 'If it is a copy of the agreement that hjp writes, write down its signatures first: *hjp sign*'
      : 'To see what you have agreed since: *hjp mou --since signed*',
  )
}

type Found = NonNullable<ReturnType<typeof compareCopy>>

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

function report(name: string, what: string, { differences, filledIn }: Found): string {
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
