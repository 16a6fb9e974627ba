import { inWords } from '../../core/prompts/vocabulary.ts'
import { HjpError } from '../../errors.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import type { Document } from '../../render/document/document.ts'
import { withReferences } from '../../render/document/references.ts'
import { formWords, manifestOf, paragraphsOf } from '../../render/formats/docx/manifest.ts'
import { schedulesOf } from '../../render/templates/sections.ts'
import { compose, seenBy } from '../../render/templates/template.ts'
import type { Opened } from '../shared/open.ts'

/** What hjp itself says in the documents that come back, as they would be today. */
export async function baselineOf(
  opened: Opened,
  today: string,
): Promise<{ sent: () => ExpectedManifest; paragraphs: string[]; mailed: string[] }> {
  const { library, parts, partnership } = opened
  /** Of a letter the sections stand in a folder of their own. */
  const documentOf = async (
    name: string,
    options: Record<string, string | true> = {},
    folder = name,
  ): Promise<Document[]> => {
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
    const request = { options: { ...unset, ...options }, prompts, sections, schedules, whole: true, letter }
    try {
      return [(await compose(library, kind, seenBy(kind, { ...opened, today }, request))).document]
    } catch (error) {
      // There may be nothing to make it of; then there is nothing of it to know again.
      if (error instanceof HjpError) return []
      throw error
    }
  }
  const forms = partnership.partners.flatMap(({ id }) => [
    documentOf('worksheet', { for: id, show: 'ours' }),
    documentOf('worksheet', { for: id, 'reply-by': today }),
    documentOf('worksheet', { for: id, confirm: true }),
    documentOf('worksheet', { for: id, confirm: true, 'reply-by': today }),
  ])
  const letters = library.kinds
    .filter(({ name }) => name === 'mou')
    .flatMap(({ options }) => Object.values(options).flatMap(({ sections }) => sections ?? []))
  const agreements = ['mou', ...letters].map((folder) => documentOf('mou', {}, folder))
  const emails = [documentOf('email'), documentOf('email', { 'reply-by': today })]
  const sheets = (await Promise.all(forms)).flat()
  const messages = [...sheets, ...(await Promise.all(emails)).flat()]
  const documents = [...messages, ...(await Promise.all(agreements)).flat()]
  const fill = inWords(partnership)
  const whys = parts.flatMap((part) => part.prompts.flatMap(({ why }) => (why ? [fill(why)] : [])))
  const saidIn = (all: Document[]) => [...whys, ...all.flatMap(({ blocks }) => paragraphsOf(blocks))]
  return {
    paragraphs: saidIn(documents),
    // An agreement goes out as a file alone, so in a message its words are somebody's.
    mailed: saidIn(messages),
    sent() {
      // Programs that drop what a file tells drop its fields too, and keep the numbers as words.
      const all = [...documents, ...documents.map((each) => withReferences(each))].map(manifestOf)
      return {
        on: today,
        forms: sheets.flatMap(formWords),
        places: merged(all.flatMap(({ places }) => places)),
        others: all.flatMap(({ others }) => others),
      }
    },
  }
}

type SentPlaces = ExpectedManifest['places']

/** Of each prompt one place, with all that may stand beside its words. */
const merged = (places: SentPlaces): SentPlaces =>
  [...new Set(places.map(({ prompt }) => prompt))].map((prompt) => {
    const all = places.filter((place) => place.prompt === prompt)
    return {
      prompt,
      beside: all.flatMap(({ beside }) => beside),
      led: [...new Set(all.flatMap(({ led }) => led ?? []))],
    }
  })
