/** The colours of pictures, pages and Word files: one, greys that go with it, and one for what is still to be filled. A page has others by night. */
export const PALETTE = {
  ink: '#1c2024',
  paper: '#ffffff',
  soft: '#eef3f7',
  line: '#b7c4d1',
  quiet: '#4a5b6a',
  accent: '#1b3a57',
  gap: '#fff3cc',
} as const

/** Fonts of the same widths as the one that pictures are measured by. */
export const FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"

/** A picture as a page has it: in the page's colours, a little larger than on paper, and on a narrow screen no smaller than can be read. */
export const onPage = ({ svg, width }: { svg: string; width: number }): string =>
  Object.entries(PALETTE).reduce(
    (page, [name, colour]) => page.replaceAll(`="${colour}"`, `="var(--${name})"`),
    svg.replace(
      '<svg ',
      `<svg style="width:${Math.round(width * 1.2)}px;min-width:${Math.round(width * 0.75)}px" `,
    ),
  )
