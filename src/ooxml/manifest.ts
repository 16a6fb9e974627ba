import * as z from 'zod'
import { walkXml } from './xml.ts'

/** Where a Word file says what was sent out in it. */
export const MANIFEST_PART = 'customXml/item1.xml'
/** By this it is known among what other programs put beside a document. */
export const MANIFEST_NAMESPACE = 'urn:hjp:sent'

/**
 * What was sent out in a Word file, as stamps: none of the words themselves, so that what a partner strikes out of the file is
 * not left behind in it.
 */
const Manifest = z.object({
  /** The stamp of the partnership's name. */
  by: z.string().optional(),
  /** Whose answers it asks for, where it asks one partner. */
  of: z.string().optional(),
  /** YYYY-MM-DD */
  on: z.string(),
  /**
   * The words that stood in each place, as far as that is known, and what the document itself said beside them there; `led` is the
   * sentence of its own that they went on from.
   */
  places: z.array(
    z.object({
      prompt: z.string(),
      words: z.string().optional(),
      beside: z.array(z.string()),
      led: z.array(z.string()).optional(),
    }),
  ),
  /** What stands above and below the pages. */
  frames: z.array(z.string()).optional(),
  /** Every other paragraph, and every comment. */
  others: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/**
 * What would be sent out today, where a file no longer tells what was: it may be of either sort where it has the paragraphs of `forms`, and is an agreement where
 * it has those of one.
 */
export type ExpectedManifest = Manifest & { forms?: string[]; agreement?: string[] }

/** A paragraph of an agreement, the prompt whose clause it is in, and how deep the list is that it is an item of. */
export type AgreementParagraph = {
  words: string
  prompt: string | undefined
  item: number | undefined
  isHeading: boolean
}

/** A manifest as XML, which every program that edits Word files leaves as it is. */
export const writeManifest = (sent: Manifest): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sent xmlns="${MANIFEST_NAMESPACE}">${JSON.stringify(
    sent,
  ).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</sent>`

/** Reads a manifest back; nothing where the XML is of another program, or can no longer be read. */
export function readManifest(xml: string): Manifest | undefined {
  let json = ''
  try {
    walkXml(xml, { text: (words) => (json += words) })
    return Manifest.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
