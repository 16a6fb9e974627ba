/** The colours of pictures. A page puts its own in their place, which are others by night. */
export const PALETTE = {
  ink: '#1c2024',
  paper: '#ffffff',
  soft: '#f3f5f7',
  line: '#c5ccd3',
  quiet: '#57606a',
  link: '#0a5599',
} as const

/** Fonts of the same widths as the one that pictures are measured by. */
export const FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"

/** A picture as a page has it: in the page's colours, and on a narrow screen no smaller than can be read. */
export const onPage = ({ svg, width }: { svg: string; width: number }): string =>
  Object.entries(PALETTE).reduce(
    (page, [name, colour]) => page.replaceAll(`="${colour}"`, `="var(--${name})"`),
    svg.replace('<svg ', `<svg style="min-width:${Math.round(width * 0.75)}px" `),
  )
