import type { FormCopy } from '../../core/agreement/copy.ts'
import { HjpError } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { schedulesOf } from '../../render/templates/sections.ts'
import { compose, seenBy } from '../../render/templates/template.ts'
import type { Opened } from '../shared/open.ts'

/** A kind, its options, the folder of its sections, since those of a letter stand in one of their own, and what it asks in place of prompts. */
export type DocumentWish = [
  name: string,
  options?: Record<string, string | true>,
  folder?: string,
  copy?: Pick<FormCopy, 'asks' | 'code'>,
  /** Whether it is said to be all of it, and not some sections. */
  whole?: boolean,
]

/** A document as hjp makes it of a partnership on a day, to know its words again; none where there is nothing to make it of. */
export async function documentAsOf(
  opened: Opened,
  today: string,
  ...[name, options = {}, folder = name, copy, whole = true]: DocumentWish
): Promise<Document[]> {
  const { library, parts } = opened
  const kind = library.kinds.find((each) => each.name === name)
  if (!kind) return []
  const sections = library.sections
    .filter((section) => section.kind === folder)
    .slice(0, kind.choose ? 1 : undefined)
  const prompts = name === 'worksheet' ? parts.flatMap((part) => part.prompts) : []
  const schedules = schedulesOf(folder, library.sections)
  const letter = folder !== name
  // Templates ask for options that nobody has set, too.
  const unset = Object.fromEntries(Object.keys(kind.options).map((option) => [option, undefined]))
  const wished = { ...unset, ...options }
  const request = { options: wished, prompts, sections, schedules, whole, letter, ...copy }
  try {
    return [(await compose(library, kind, seenBy(kind, { ...opened, today }, request))).document]
  } catch (error) {
    if (error instanceof HjpError) return []
    throw error
  }
}

/** The folders of the agreement's sections: those of the whole, and those of the letter that can take their place. */
export const agreementsIn = ({ library }: Opened): string[] => [
  'mou',
  ...library.kinds
    .filter(({ name }) => name === 'mou')
    .flatMap(({ options }) => Object.values(options).flatMap(({ sections }) => sections ?? [])),
]
