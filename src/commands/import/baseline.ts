import { inWords } from '../../core/prompts/vocabulary.ts'
import type { ExpectedAgreement } from '../../intake/word/remarked.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import type { Document } from '../../render/document/document.ts'
import { withReferences } from '../../render/document/references.ts'
import {
  formWords,
  manifestOf,
  paragraphsByClause,
  paragraphsOf,
} from '../../render/formats/docx/manifest.ts'
import type { Opened } from '../shared/open.ts'
import { agreementsIn, type DocumentWish, documentAsOf } from './document-as-of.ts'

/** What hjp itself says in the documents that come back, as they would be today. */
export async function baselineOf(
  opened: Opened,
  today: string,
): Promise<{
  agreements: () => ExpectedAgreement[]
  sent: () => ExpectedManifest
  paragraphs: string[]
  mailed: string[]
}> {
  const { parts, partnership } = opened
  const documentOf = (...wish: DocumentWish) => documentAsOf(opened, today, ...wish)
  const forms = partnership.partners.flatMap(({ id }) => [
    documentOf('worksheet', { for: id, show: 'ours' }),
    documentOf('worksheet', { for: id, 'reply-by': today }),
    documentOf('worksheet', { for: id, confirm: true }),
    documentOf('worksheet', { for: id, confirm: true, 'reply-by': today }),
  ])
  const agreements = agreementsIn(opened).map((folder) => documentOf('mou', {}, folder))
  const emails = [documentOf('email'), documentOf('email', { 'reply-by': today })]
  const sheets = (await Promise.all(forms)).flat()
  const messages = [...sheets, ...(await Promise.all(emails)).flat()]
  const agreed = (await Promise.all(agreements)).flat()
  const documents = [...messages, ...agreed]
  const fill = inWords(partnership)
  const whys = parts.flatMap((part) => part.prompts.flatMap(({ why }) => (why ? [fill(why)] : [])))
  const saidIn = (all: Document[]) => [...whys, ...all.flatMap(({ blocks }) => paragraphsOf(blocks))]
  return {
    paragraphs: saidIn(documents),
    // An agreement goes out as a file alone, so in a message its words are somebody's.
    mailed: saidIn(messages),
    agreements: () =>
      bothWays(agreed).map((each): ExpectedAgreement => {
        const paragraphs = paragraphsByClause(each)
        return { paragraphs, sent: { ...manifestOf(each), agreement: paragraphs.map(({ words }) => words) } }
      }),
    sent() {
      const all = bothWays(documents).map(manifestOf)
      return {
        on: today,
        forms: sheets.flatMap(formWords),
        places: merged(all.flatMap(({ places }) => places)),
        others: all.flatMap(({ others }) => others),
      }
    },
  }
}

/** Programs that drop what a file tells drop its fields too, and keep the numbers as words. */
const bothWays = (documents: Document[]): Document[] => [
  ...documents,
  ...documents.map((each) => withReferences(each)),
]

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
