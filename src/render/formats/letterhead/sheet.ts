import { fieldErrors } from '../../../errors.ts'
import type { Document } from '../../document/document.ts'
import { badLetterhead, type Letterhead } from './read.ts'
import { childOf, type Element } from './xml.ts'

/** Twips that must be left for words, and that a side of a sheet may have. */
const LEAST = 2800
const SIDES = [LEAST, 31_680] as const

/** The sheet of a letterhead, turned as the document is: its element, and the room between the margins. */
export function sheetOf(
  { name, section }: Letterhead,
  { landscape }: Document,
): { size: Element; margins: Element; width: number; height: number } | undefined {
  const [size, margins] = ['w:pgSz', 'w:pgMar'].map((each) => childOf(section, each))
  if (!size || !margins) return undefined
  const number = (element: Element, key: string) => Math.round(Number(element.attributes[`w:${key}`] ?? 0))
  const sides = ['w', 'h'].map((key) => number(size, key)).toSorted((a, b) => a - b) as [number, number]
  const [across, down] = landscape ? sides.toReversed() : sides
  const between = (whole: number, ...keys: string[]) =>
    keys.reduce((left, key) => left - Math.abs(number(margins, key)), whole)
  const width = between(across!, 'left', 'right', 'gutter')
  const height = between(down!, 'top', 'bottom')
  const isSound =
    sides.every((side) => side >= SIDES[0] && side <= SIDES[1]) && width >= LEAST && height >= LEAST
  if (!isSound) throw badLetterhead(name, fieldErrors.noRoom)
  const turned = landscape ? { 'w:orient': 'landscape' } : {}
  return {
    size: { ...size, attributes: { 'w:w': `${across}`, 'w:h': `${down}`, ...turned } },
    margins,
    width,
    height,
  }
}
