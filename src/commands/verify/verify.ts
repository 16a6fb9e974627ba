import { extname, resolve } from 'node:path'
import { headingOf, promptNamed } from '../../core/prompts/prompts.ts'
import { byDay } from '../../core/values/day.ts'
import { inFull } from '../../core/values/locale.ts'
import type { AgreementKind } from '../../core/view/signed.ts'
import { counted, HjpError, onLines } from '../../errors.ts'
import { agreedWords } from '../../render/copy/agreed-words.ts'
import { compareCopy, type Difference } from '../../render/copy/compare-copy.ts'
import type { World } from '../../world/world.ts'
import type { AsAdopted } from '../document/as-adopted.ts'
import { type AsSigned, asVersionSigned } from '../document/as-signed.ts'
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
  note: 'A Word file, a PDF or a text. A PDF is read by the program `pdftotext`, of Poppler; a scan has no text to read. hjp compares the copy with the agreement that it is most like: what you signed, which may be an agreement you had before, or what you would sign today. Numbers of clauses and pages, and what is written in under Signatures, make no difference. It exits with 1 where anything else does.',
  async run(world, { short, ...options }, given) {
    const opened = await open(world, options)
    const name = await fileGiven(world, given, COPY, ['.docx', '.pdf', '.txt'])
    const copy = await copyNamed(world, name)
    const kind: AgreementKind = short ? 'short' : 'whole'
    const found = await foundIn(world, opened, kind, copy)
    if (!found) throw new HjpError('otherDocument', name)
    const { old, what, differences } = found
    const isPaper = old && resolve(world.cwd, name) === resolve(opened.folder, old.name)
    const isAsTakenIn = !old || changedSince(old).length === 0
    if (!isPaper) outLines(world.terminal, report(name, what, found))
    else if (isAsTakenIn)
      world.terminal.out(`${name} is what you signed, and its words are as you took them in.\n`)
    for (const words of found.lost) world.terminal.say(words)
    if (old) tellPaper(world, opened, old, differences.length > 0)
    return differences.length === 0 && isAsTakenIn ? 0 : 1
  },
})

/** A copy held against one agreement: what that is in words, and what the copy says otherwise. */
type Found = NonNullable<ReturnType<typeof compareCopy>> & { what: string; old?: AsAdopted | undefined }

/**
 * A copy held against the agreement that it is: the one that was signed, or would be signed today, from which it differs in the fewest
 * places. `lost` tells of those whose words nobody has any more; nothing where it has too little in common with any. Throws HjpError
 * signedNotKept or adoptedGone where all that was signed is lost.
 */
async function foundIn(
  world: World,
  opened: Opened,
  kind: AgreementKind,
  copy: ReadCopy,
): Promise<(Found & { lost: string[] }) | undefined> {
  const signed = opened.partnership.agreements
    .filter((each) => each.kind === kind)
    .toSorted(byDay(({ from }) => from))
    .reverse()
  const lost: HjpError[] = []
  let best: Found | undefined
  for (const row of [...signed, undefined]) {
    try {
      const then = row && (await asVersionSigned(world, opened, row))
      const found = await heldAgainst(world, opened, { then, kind, copy, isOnly: signed.length < 2 })
      if (found && (!best || found.differences.length < best.differences.length)) best = found
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      lost.push(error)
    }
    if (best?.differences.length === 0) return { ...best, lost: [] }
  }
  if (signed.length > 0 && lost.length === signed.length) throw lost[0]!
  return best && { ...best, lost: lost.map(({ message }) => message) }
}

type Against = { then: AsSigned | undefined; kind: AgreementKind; copy: ReadCopy; isOnly: boolean }

/** A copy held against what was signed then, or without that against what is agreed today. */
async function heldAgainst(
  world: World,
  opened: Opened,
  { then, kind, copy, isOnly }: Against,
): Promise<Found | undefined> {
  const old = then?.old
  const expected = old
    ? { agreed: await paperWords(world, opened, old), frames: [] }
    : await ourWords(world, { ...opened, ...then }, kind, copy)
  const compared = compareCopy(expected.agreed, copy.wordsBeside(expected.agreed, expected.frames))
  const { agreements, locale } = opened.partnership
  const isFirst = !agreements.some((each) => each.kind === kind)
  const ours = then
    ? `the words that were signed${isOnly ? '' : `, in force from ${inFull(then.from, locale)}`}`
    : `the words that are agreed today${isFirst ? '' : ', which are not signed yet'}`
  return compared && { ...compared, old, what: old ? `the words of ${old.name}, which you signed` : ours }
}

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
      : `${name} differs from ${what}${what.includes(',') ? ',' : ''} in ${counted(differences.length, 'place')}:`
  const filled = filledIn.length > 0 ? [`Written in under Signatures: ${filledIn.join(' · ')}`] : []
  return [head, ...differences.map(inLines), ...filled].join('\n\n')
}

function inLines({ what, where, agreed, copy }: Difference): string {
  if (what === 'moved') return `${where}: moved\n  It now stands ${copy}.`
  const lines = [agreed && `  Agreed: ${agreed}`, copy && `  Copy:   ${copy}`].filter(Boolean)
  return [`${where}: ${what}`, ...lines].join('\n')
}
