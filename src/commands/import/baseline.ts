import type { FormCopy } from '../../core/agreement/copy.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import type { ExpectedAgreement } from '../../intake/word/remarked.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { type Block, type Document, madeOn } from '../../render/document/document.ts'
import { besideCells, tableRowsIn } from '../../render/document/form.ts'
import { withReferences } from '../../render/document/references.ts'
import { frameWords } from '../../render/formats/docx/frame.ts'
import {
  formWords,
  manifestOf,
  paragraphsByClause,
  paragraphsOf,
} from '../../render/formats/docx/manifest.ts'
import type { Opened } from '../shared/open.ts'
import { agreementsIn, type DocumentWish, documentAsOf } from './document-as-of.ts'

/** What hjp itself says in the documents that come back, as they would be today. Few replies need the agreement to be made. */
export type Baseline = {
  /** Its words in messages. An agreement goes out as a file alone, so in a message its words are somebody's. */
  mailed: string[]
  /** Its words in all that is sent. */
  paragraphs(): Promise<string[]>
  agreements(): Promise<ExpectedAgreement[]>
  sent(): Promise<ExpectedManifest>
}

export async function baselineOf(opened: Opened, today: string): Promise<Baseline> {
  const { parts, partnership } = opened
  const documentOf = (...wish: DocumentWish) => documentAsOf(opened, today, ...wish)
  const forms = partnership.partners.flatMap(({ id }) => [
    documentOf('worksheet', { for: id, show: 'ours' }),
    documentOf('worksheet', { for: id, 'reply-by': today }),
    documentOf('worksheet', { for: id, confirm: true }),
    documentOf('worksheet', { for: id, confirm: true, 'reply-by': today }),
  ])
  const emails = [documentOf('email'), documentOf('email', { 'reply-by': today })]
  const [sheets, mails] = await Promise.all([forms, emails].map(all))
  const fill = inWords(partnership)
  const whys = parts.flatMap((part) => part.prompts.flatMap(({ why }) => (why ? [fill(why)] : [])))
  const agreements = once(() => agreementsMade(opened, today))
  return saidIn(today, { sheets: sheets!, mails: mails!, whys }, agreements)
}

type AgreementsMade = Record<'agreed' | 'some', Document[]>

/** The agreement and its letters as they would be sent on a day, and what stands above some sections that are sent alone. */
async function agreementsMade(opened: Opened, on: string): Promise<AgreementsMade> {
  const agreed = agreementsIn(opened).map((folder) => documentAsOf(opened, on, 'mou', {}, folder))
  return {
    agreed: await all(agreed),
    some: await documentAsOf(opened, on, 'mou', {}, 'mou', undefined, false),
  }
}

/** The same, as they are known again in what comes back. */
export async function agreementsOn(opened: Opened, on: string): Promise<ExpectedAgreement[]> {
  return expected(await agreementsMade(opened, on))
}

const expected = ({ agreed, some }: AgreementsMade): ExpectedAgreement[] => {
  const known = new Set(agreed.flatMap(({ blocks }) => paragraphsOf(blocks)))
  // Sections that go out alone say so above.
  const aboveSome = some.flatMap(({ blocks }) => paragraphsOf(blocks)).filter((words) => !known.has(words))
  return bothWays(agreed).map((each) => {
    // On paper these stand above each page, in a text once.
    const beside = [madeOn(each), ...(each.notice ? [each.notice] : []), ...aboveSome]
    const paragraphs = paragraphsByClause(each).toSpliced(
      1,
      0,
      ...beside.map((words) => ({ words, prompt: undefined, item: undefined, isHeading: false })),
    )
    const { others, ...sent } = manifestOf(each)
    const agreement = paragraphs.map(({ words }) => words)
    return { paragraphs, sent: { ...sent, others: [...others, ...beside.map(stampOf)], agreement } }
  })
}

/** With those that have left since: when a form was sent, they were here. */
export function withAllPartners(opened: Opened): Opened {
  const partners = opened.partnership.partners.map((each) => ({ ...each, left: undefined }))
  return { ...opened, partnership: { ...opened.partnership, partners } }
}

/** What hjp says in a copy of a form. */
export async function copyBaseline(opened: Opened, { asks, partner, on, code }: FormCopy): Promise<Baseline> {
  const then = withAllPartners(opened)
  const sheets = [{}, { 'reply-by': on }, { show: 'ours' }].map((options) =>
    documentAsOf(then, on, 'worksheet', { for: partner, ...options }, 'worksheet', {
      asks,
      ...(code && { code }),
    }),
  )
  const none = { agreed: [], some: [] }
  return saidIn(on, { sheets: await all(sheets), mails: [], whys: [] }, async () => none)
}

const all = async (made: Promise<Document[]>[]): Promise<Document[]> => (await Promise.all(made)).flat()

function saidIn(
  today: string,
  { sheets, mails, whys }: Record<'sheets' | 'mails', Document[]> & { whys: string[] },
  agreementsSent: () => Promise<AgreementsMade>,
): Baseline {
  const messages = [...sheets, ...mails]
  const documents = async () => [...messages, ...(await agreementsSent()).agreed]
  const said = (all: Document[]) => [
    ...whys,
    ...new Set(all.flatMap(frameWords)),
    ...all.flatMap(({ blocks }) => paragraphsOf(blocks.flatMap(withQuestions))),
  ]
  return {
    mailed: said(messages),
    paragraphs: async () => said(await documents()),
    agreements: once(async () => expected(await agreementsSent())),
    async sent() {
      const manifests = bothWays(await documents()).map(manifestOf)
      return {
        on: today,
        forms: sheets.flatMap(formWords),
        places: merged(manifests.flatMap(({ places }) => places)),
        others: manifests.flatMap(({ others }) => others),
      }
    },
  }
}

/** A table that a partner corrects says in a text what its questions and its rows are, too. */
const withQuestions = (block: Block): Block[] =>
  block.kind === 'form' ? [...besideCells(tableRowsIn(block)), block] : [block]

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

export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
