const ROMANS = Object.entries({
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90 },
  ...{ l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
})

/** 4 → iv */
export function asRoman(n: number): string {
  let [left, roman] = [Math.min(n, 3999), '']
  for (const [numeral, worth] of ROMANS) for (; left >= worth; left -= worth) roman += numeral
  return roman
}

/** 4 → d; after z come aa and bb. */
export const asLetter = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
