import { extname, resolve } from 'node:path'
import { HjpError } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { endingOf, FORMATS, type Format, formatNamed } from '../../render/formats/index.ts'
import type { Kind } from '../../render/templates/library.ts'
import type { World } from '../../world/world.ts'
import { inside, letterheadIn, shown } from '../shared/find.ts'
import type { Opened } from '../shared/open.ts'
import type { WritingOptions } from '../shared/options.ts'
import { sayWritten } from '../shared/print.ts'

/** Where it goes, and who has signed it there already. */
type Delivery = Pick<WritingOptions, 'out' | 'force' | 'open'> & {
  toFile?: boolean
  signedBy?: string[] | undefined
}

/** To standard output, or to a file: as it was named, else where its kind belongs. `toFile` keeps a text from the screen. */
export async function deliver(
  world: World,
  opened: Opened,
  document: Document,
  to: string,
  format: string,
  { out, force, open, toFile, signedBy }: Delivery,
): Promise<void> {
  const { write, text, isOwn } = FORMATS[format]!
  // A partnership that names no time zone is taken to be where the keeper is.
  const zone = document.zone ?? (document.events.length > 0 ? world.zone() : undefined)
  const letterhead = format === 'docx' ? await letterheadIn(world, opened.folder) : undefined
  const content = await write({ ...document, zone }, letterhead)
  if (out === '-' && open) throw new HjpError('nothingToShow')
  if (out === '-' || (out === undefined && text && !open && !toFile)) {
    if (typeof content !== 'string' && world.terminal.interactive) throw new HjpError('notForScreens', format)
    return world.terminal.out(content, document.since !== undefined)
  }
  const ending = endingOf(format)
  const name = ending === format ? to : `${to}-${format}`
  await put(world, opened, content, `${name}.${ending}`, { out, force, open, isOwn, signedBy })
}

/** Says of a form for a browser how it gets to those who are to fill it in. */
export function tellOfPages({ terminal }: World, format: string): void {
  if (format === 'html')
    terminal.say(
      'Many mail systems stop web pages. Send it in a zip file (*--format zip*), or put it where you share files and send a link to it.',
    )
}

/**
 * Writes a file: where it was named, else beside the partnership file. What is there is replaced only where it is hjp's own, nobody has
 * edited it, and nobody has signed it.
 */
export async function put(
  world: World,
  opened: Opened,
  content: string | Uint8Array,
  name: string,
  { out, force, open, isOwn, signedBy = [] }: Omit<Delivery, 'toFile'> & Pick<Format, 'isOwn'>,
): Promise<void> {
  const path = out === undefined ? await inside(world, opened.folder, name) : resolve(world.cwd, out)
  const before = await world.files.read(path)
  const isSame = (other: string | Uint8Array) => before && Buffer.from(before).equals(Buffer.from(other))
  if (path === opened.path || isSame(opened.text)) throw new HjpError('isTheFile', opened.shown)
  const isOther = before !== undefined && !isSame(content)
  const isCopy = ({ copy }: { copy?: string | undefined }) => copy && resolve(opened.folder, copy) === path
  if (isOther && opened.partnership.agreements.some(isCopy))
    throw new HjpError('signedCopy', shown(world, path))
  if (isOther && !force && signedBy.length > 0)
    throw new HjpError('signedInPart', shown(world, path), signedBy)
  if (isOther && !force && !(await isOwn(before)))
    throw new HjpError('edited', shown(world, path), await apart(before, content))
  sayWritten(world, await world.files.write(path, content), path)
  if (open && !(await world.show(path)))
    world.terminal.say('It could not be opened from here: open it yourself.')
}

export function formatOf(kind: Pick<Kind, 'name' | 'formats'>, { format, out }: WritingOptions): string {
  const ending = extname(out ?? '')
    .slice(1)
    .toLowerCase()
  const named = format ?? (ending || kind.formats[0]!)
  const asked = formatNamed(named) ?? named
  if (!kind.formats.includes(asked)) throw new HjpError('unknownFormat', named, kind.name, kind.formats)
  if (ending && ending !== endingOf(asked)) throw new HjpError('otherEnding', out!, endingOf(asked))
  return asked
}

/** What a Word file on the disk says that the new one does not, and the other way round; nothing where it cannot be read. */
async function apart(before: Uint8Array, content: string | Uint8Array) {
  if (typeof content === 'string') return undefined
  const [{ paragraphsIn }, { differences }] = await Promise.all([
    import('../../intake/word/word.ts'),
    import('../../intake/word/differences.ts'),
  ])
  const [theirs, ours] = [before, content].map(paragraphsIn)
  return theirs && ours && differences(theirs, ours)
}
