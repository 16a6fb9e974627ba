import plain from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import engine from '@resvg/resvg-wasm/index_bg.wasm'
import wide from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'
import type { Drawing } from './index.ts'

/** The same fonts everywhere, so that the same picture is the same bytes; the last has the letters the others lack. */
const FONTS = { fontBuffers: [plain, bold, wide], defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }

/** Pixels of the image to one of the picture, so that it is sharp in print. */
const SHARP = 2

let ready: Promise<void> | undefined

/** A drawing as PNG, for programs that show no SVG. */
export async function png({ svg }: Drawing): Promise<Uint8Array> {
  ready ??= initWasm(engine)
  await ready
  return new Resvg(svg, { font: FONTS, fitTo: { mode: 'zoom', value: SHARP } }).render().asPng()
}
