import type { Picture } from '../../core/tools/picture.ts'
import { clean, safe } from '../document/clean.ts'
import type { Block, Document } from '../document/document.ts'
import { picturesIn } from '../document/tree.ts'
import { FONTS, PALETTE } from './palette.ts'

/** A picture as SVG, and its size in pixels. */
export type Drawing = { svg: string; width: number; height: number }

type PictureBlock = Extract<Block, { kind: 'picture' }>

/** The pictures among the blocks of a document, drawn for its page. */
export async function drawPictures({
  blocks,
  landscape,
}: Pick<Document, 'blocks' | 'landscape'>): Promise<Map<Block, Drawing>> {
  const drawings = new Map<Block, Drawing>()
  for (const block of picturesIn(blocks)) drawings.set(block, await draw(block, landscape))
  return drawings
}

/** The libraries are loaded only for what they draw. */
const DRAW: {
  [S in Picture['sort']]: (picture: Extract<Picture, { sort: S }>, isWide: boolean) => Promise<string>
} = {
  graph: async (picture, isWide) => (await import('./graph.ts')).graph(picture, isWide),
  grid: async (picture, isWide) => (await import('./grid.ts')).grid(picture, isWide),
  share: async (picture) => (await import('./share.ts')).share(picture),
  trend: async (picture) => (await import('./trend.ts')).trend(picture),
  spread: async (picture) => (await import('./spread.ts')).spread(picture),
  timeline: async (picture) => (await import('./timeline.ts')).timeline(picture),
}

/** The same value with every text in it cleaned: SVG cannot carry what clean takes out. */
function cleaned<T>(value: T): T
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]))
}

/** A picture, drawn for a page that lies on its side or stands. The same picture is the same SVG. */
async function draw({ picture, title, words }: PictureBlock, isWide: boolean): Promise<Drawing> {
  const make = DRAW[picture.sort] as (picture: Picture, isWide: boolean) => Promise<string>
  const inner = (await make(cleaned(picture), isWide))
    .replace(/^[\s\S]*?(?=<svg)/, '')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
  const [, x, y, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(inner)!.map(Number)
  const about = `<title>${safe(clean(title))}</title><desc>${safe(clean(words))}</desc>`
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${PALETTE.paper}"/>`
  const opening =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" ` +
    `viewBox="${x} ${y} ${width} ${height}" font-family="${FONTS}">`
  const svg = inner
    .replace(/<title>[\s\S]*?<\/title>\n?/g, '')
    .replace(/ font-family="[^"]*"/g, '')
    .replace(/ (aria-[a-z]+|role)="[^"]*"/g, '')
    .replace(/<svg[^>]*>/, () => opening + about + paper)
  return { svg, width: width!, height: height! }
}
