import { FONTS, PALETTE } from '../pictures/palette.ts'

/** The look of a page: on a screen by day and night, on a phone, and on paper. */
export const css = (paper: string, title: string, notice: string): string =>
  `${SCREEN}\n${PHONE}\n${onPaper(paper, title, notice)}`

const DAY = Object.entries(PALETTE)
  .map(([name, colour]) => `--${name}: ${colour};`)
  .join(' ')

const SCREEN = `:root { ${DAY} --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ec; --paper: #16191d; --soft: #21262c; --line: #48515b; --quiet: #a3adb8; --accent: #a9c9ea; --link: #8fbdf2; --gap: #4d4000;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.5 ${FONTS}; }
body { margin: 0; }
header, main { max-width: 46rem; margin: 0 auto; padding: 1.75rem 1.25rem 4rem; overflow-wrap: break-word; }
.wide :is(header, main) { max-width: 72rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding-block: 1rem 0; color: var(--quiet); font-size: 0.85rem; }
header p { margin: 0; }
h1, h2, h3, thead { color: var(--accent); }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; margin: 2em 0 0.5em; }
h1 { font-size: 2.25rem; margin-top: 0; }
h1 small { font-size: 1.15rem; font-weight: 400; color: var(--quiet); }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.18rem; margin-top: 1.5em; }
h4, h5 { font-size: 1.05rem; margin: 1.2em 0 0.3em; }
.clause > :is(h4, h5):first-child { margin-top: 0; }
p, ul, ol, table, .clause, .note, .space { margin: 0 0 0.8em; }
ul, ol { padding-inline-start: 1.6em; }
li { margin-bottom: 0.25em; }
@counter-style letters { system: extends lower-alpha; prefix: "("; suffix: ") "; }
@counter-style romans { system: extends lower-roman; prefix: "("; suffix: ") "; }
ol.letters { list-style: letters; }
ol.romans { list-style: romans; }
li > p, td > p, tbody th > p, td li { margin-bottom: 0.3em; }
li > p:last-child, li > ul, li > ol, td > :last-child, .note > :last-child, .clause :last-child { margin-bottom: 0; }
a { color: var(--link); }
.blank { background: var(--gap); color: inherit; padding: 0 0.15em; border-radius: 0.15em; }
.note { background: var(--soft); border-inline-start: 0.25rem solid var(--quiet); padding: 0.7em 1em; }
.clause { display: grid; grid-template-columns: 3.2rem minmax(0, 1fr); }
.clause.plain { display: block; }
.number { color: var(--quiet); font-variant-numeric: tabular-nums; }
:target { scroll-margin-top: 1rem; outline: 2px solid var(--link); outline-offset: 0.3rem; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 0 solid var(--line); border-block-width: 1px; padding: 0.5em 0.7em; text-align: start; vertical-align: top; }
td, tbody th { overflow-wrap: anywhere; }
th, td { min-width: 4.5rem; }
td:has(.space) { min-width: 9rem; }
.form :is(td, th) { border-width: 1px; }
.form :is(td, th):first-child { width: 28%; min-width: 6.5rem; overflow-wrap: normal; }
thead th, thead td { background: var(--soft); }
tbody th { font-weight: inherit; }
@media print, (min-width: 46.01rem) { .short { white-space: nowrap; } }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
.space > div { height: 2rem; border-bottom: 1px solid var(--quiet); }
.picture { margin: 0 0 0.8em; overflow-x: auto; }
td > .picture { margin: 0.35em 0 0; }
.picture svg { display: block; max-width: 100%; height: auto; }
nav ul { list-style: none; padding: 0; }`

const PHONE = `@media (max-width: 36rem) {
  main { padding-top: 1.25rem; }
  h1 { font-size: 1.8rem; }
  .clause { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (max-width: 46rem) {
  .stacked, .stacked > tbody, .stacked > tbody > tr, .stacked > tbody > tr > :is(td, th) { display: block; }
  .stacked > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked > tbody > tr { border: 1px solid var(--line); margin-bottom: 0.8em; padding: 0.35em 0; }
  .stacked > tbody > tr > :is(td, th) { border: 0; padding: 0.15em 0.7em; }
  .stacked > tbody > tr > td:empty { display: none; }
  .stacked > tbody > tr > th { font-weight: 600; color: var(--accent); }
  .stacked > tbody > tr > td[data-label]::before { content: attr(data-label) ": "; font-weight: 600; }
  .stacked > tbody > tr > td > p:first-child { display: inline; }
}`

const onPaper = (paper: string, title: string, notice: string): string => `@page {
  size: ${paper}; margin: 22mm 20mm;
  @top-center { content: ${cssString(notice)}; font: 9pt ${FONTS}; }
  @bottom-left { content: ${cssString(title)}; font: 9pt ${FONTS}; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt ${FONTS}; }
}
@media print {
  :root { ${DAY} }
  html { font-size: 10.5pt; }
  :is(header, main), .wide :is(header, main) { max-width: none; padding: 0; }
  header { margin-bottom: 1.5rem; }
  a { color: #000; }
  h1, h2, h3, h4, h5 { break-after: avoid; }
  .page { break-before: page; }
  p, li { orphans: 2; widows: 2; }
  .note, .space, .picture, tr { break-inside: avoid; }
  .clause > div > p:first-child:not(:last-child), h3 + p, p:has(+ .picture), p:has(+ table), p:has(+ p + .picture),
  .picture:has(+ table) { break-after: avoid; }
  .picture svg { width: auto !important; min-width: 0 !important; max-height: ${paper.includes('landscape') ? 145 : 215}mm; }
  table:has(.space) { break-inside: avoid; }
  .blank, .note, thead th { print-color-adjust: exact; }
}`

/** Text as a string of a style sheet, which nothing in it can end. */
const cssString = (text: string) =>
  `"${text.replace(/["\\<]/g, (it) => `\\${it.charCodeAt(0).toString(16)} `)}"`

/** The look of what was put in and taken out, told apart by more than colour. */
export const CHANGES = `
ins { background: #dcf3e0; color: #10331c; text-decoration: underline; text-underline-offset: 0.15em; }
del { background: #fbe3e1; color: #571512; text-decoration: line-through; }
ins, del { print-color-adjust: exact; }`

/** Paper of twice the size, by the name of the usual one. */
const TWICE: Record<string, string> = { A4: 'A3', letter: 'ledger' }

/** The look of sheets for the wall, where the pages are of this paper: read from a few steps away, and written on by many. */
export function onWall(paper: string): string {
  const [usual = 'A4'] = paper.split(' ')
  const bare =
    'margin: 15mm; @top-center { content: none; } @bottom-left { content: none; } @bottom-right { content: none; }'
  return `
.sheet { margin-top: 3rem; font-size: 1.6rem; }
.sheet > :is(h1, h2) { font-size: 2.6rem; margin-top: 0; }
.sheet table { table-layout: fixed; }
.sheet :is(th, td) { border-width: 1px; }
.sheet td > .space > div { border: 0; height: 7mm; }
@page large { size: ${TWICE[usual]} landscape; ${bare} }
@page small { size: ${usual} landscape; ${bare} }
@media print {
  .sheet { break-before: page; margin: 0; }
  .sheet.large { page: large; }
  .sheet.small { page: small; }
}`
}
