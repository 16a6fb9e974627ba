import type { Document } from '../document/document.ts'
import { html } from './html.ts'
import { md } from './md.ts'
import { isSealed } from './seal.ts'
import { txt } from './txt.ts'

export type Format = {
  /** The word by which people call it. */
  called: string
  /** How its files end, where that is not its key. */
  ending?: string
  /** A letterhead is for what is written in Word. */
  write(
    document: Document,
    letterhead?: { name: string; bytes: Uint8Array },
  ): string | Uint8Array | Promise<string | Uint8Array>
  /** Goes to standard output, ready to copy and paste, unless it is told where else. */
  text: boolean
  /** Whether a file is as hjp wrote it. Plain text carries nothing to tell that by. */
  isOwn(bytes: Uint8Array): boolean | Promise<boolean>
}

/** A line a format. The key is the word for --format, and mostly the file's ending. */
export const FORMATS: Record<string, Format> = {
  md: { called: 'markdown', write: md, text: true, isOwn: () => false },
  txt: { called: 'text', write: txt, text: true, isOwn: () => false },
  /** A list of what a form asks. */
  questions: {
    called: 'list',
    ending: 'txt',
    write: async (document) => (await import('./questions.ts')).questions(document),
    text: true,
    isOwn: () => false,
  },
  html: { called: 'page', write: html, text: false, isOwn: isSealed },
  zip: {
    called: 'zipped',
    write: async (document) => (await import('./zip.ts')).zipped(document),
    text: false,
    isOwn: async (bytes) => (await import('./zip.ts')).isSealedInside(bytes),
  },
  eml: {
    called: 'email',
    write: async (document) => (await import('./eml.ts')).eml(document),
    text: false,
    isOwn: isSealed,
  },
  ics: {
    called: 'calendar',
    write: async (document) => (await import('./ics.ts')).ics(document),
    text: false,
    isOwn: isSealed,
  },
  svg: {
    called: 'picture',
    write: async (document) => (await import('./svg.ts')).svg(document),
    text: false,
    isOwn: isSealed,
  },
  docx: {
    called: 'word',
    write: async (document, letterhead) => (await import('./docx.ts')).docx(document, letterhead),
    text: false,
    isOwn: async (bytes) => (await import('./docx/own.ts')).isOwn(bytes),
  },
}

/** A format by its ending, or by the word for it: docx, Word. */
export function formatNamed(name: string): string | undefined {
  const word = name.toLowerCase()
  return Object.keys(FORMATS).find((ending) => [ending, FORMATS[ending]!.called].includes(word))
}

export const endingOf = (format: string): string => FORMATS[format]?.ending ?? format
