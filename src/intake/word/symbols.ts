/** Letters of the fonts of symbols that Word brings, as it puts them for arrows, smiles and boxes. */
const FONTS: [font: RegExp, letters: Record<string, string>][] = [
  [
    /^wingdings$/i,
    { '4A': '\u263a', '4C': '\u2639', A8: '\u2610', DF: '\u2190', E0: '\u2192', E8: '\u2192', F3: '\u2194' },
  ],
  [/^wingdings$/i, { FB: '\u2717', FC: '\u2713', FD: '\u2612', FE: '\u2611', '6F': '\u2610', A7: '\u2022' }],
  [/^wingdings 2$/i, { '4F': '\u2717', '50': '\u2713', '51': '\u2612', '52': '\u2611', A3: '\u2610' }],
  [
    /^symbol$/i,
    { A3: '\u2264', A5: '\u221e', AE: '\u2192', B0: '\u00b0', B1: '\u00b1', B3: '\u2265', B4: '\u00d7' },
  ],
  [/^symbol$/i, { B7: '\u2022', B8: '\u00f7', B9: '\u2260', BB: '\u2248' }],
]

/** A letter of a symbol font, by its code, as any font has it; one that is not known here shows as such. */
export const symbolOf = (font: string, letter: string): string => {
  const code = letter.slice(-2).toUpperCase()
  const found = FONTS.find(([name, letters]) => name.test(font) && letters[code])
  return found?.[1][code] ?? '\ufffd'
}

const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'

/** Digits that are raised, as 10 to the power of 5 has it. */
export const superscript = (words: string): string =>
  /^\d+$/.test(words) ? [...words].map((digit) => RAISED[Number(digit)]).join('') : words
