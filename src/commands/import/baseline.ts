import { inWords } from '../../core/prompts/vocabulary.ts'
import { HjpError } from '../../errors.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import type { Document } from '../../render/document/document.ts'
import { withReferences } from '../../render/document/references.ts'
import { manifestOf, paragraphsOf } from '../../render/formats/docx/manifest.ts'
import { schedulesOf } from '../../render/templates/sections.ts'
import { compose, seenBy } from '../../render/templates/template.ts'
import type { Opened } from '../shared/open.ts'

/** What hjp itself says in the documents that come back, as they would be today. */
export async function baselineOf(
  opened: Opened,
  today: string,
): Promise<{ sent: () => ExpectedManifest; paragraphs: string[] }> {
  const { library, parts, partnership } = opened
  const documentOf = async (name: string, options: Record<string, string> = {}): Promise<Document[]> => {
    const kind = library.kinds.find((each) => each.name === name)
    if (!kind) return []
    const sections = library.sections
      .filter((section) => section.kind === name)
      .slice(0, kind.choose ? 1 : undefined)
    const prompts = name === 'worksheet' ? parts.flatMap((part) => part.prompts) : []
    const schedules = schedulesOf(name, library.sections)
    // Templates ask for options that nobody has set, too.
    const unset = Object.fromEntries(Object.keys(kind.options).map((option) => [option, undefined]))
    const request = { options: { ...unset, ...options }, prompts, sections, schedules, whole: true }
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
  ])
  const emails = [documentOf('email'), documentOf('email', { 'reply-by': today })]
  const documents = (await Promise.all([...forms, ...emails, documentOf('mou')])).flat()
  const fill = inWords(partnership)
  const whys = parts.flatMap((part) => part.prompts.flatMap(({ why }) => (why ? [fill(why)] : [])))
  return {
    paragraphs: [...whys, ...documents.flatMap(({ blocks }) => paragraphsOf(blocks))],
    sent() {
      // Programs that drop what a file tells drop its fields too, and keep the numbers as words.
      const all = [...documents, ...documents.map((each) => withReferences(each))].map(manifestOf)
      return {
        on: today,
        isGuess: true,
        places: all.flatMap(({ places }) => places.map(({ words: _, ...place }) => place)),
        others: all.flatMap(({ others }) => others),
      }
    },
  }
}
