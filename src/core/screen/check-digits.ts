/** Whether the digits of a number agree with each other, as those who give the numbers out have them do. */

const sum = (digits: string, weights: number[]): number =>
  weights.reduce((total, weight, n) => total + weight * Number(digits[n]), 0)

export const isLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((total, digit, n) => {
    const twice = Number(digit) * (n % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0) %
    10 ===
  0

/** An Australian Medicare card: ten digits, the ninth of which follows from those before it. */
export const isMedicare = (digits: string): boolean =>
  /^[2-6]\d{9,10}$/.test(digits) && sum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits[8])

/** An NHS number of England, Wales and the Isle of Man, or one of Scotland or Northern Ireland: ten digits, modulus 11. */
export const isNhs = (digits: string): boolean =>
  /^\d{10}$/.test(digits) &&
  !/^(\d)\1+$/.test(digits) &&
  (11 - (sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(digits[9])

/** A Scottish CHI number: an NHS number that starts with a day of birth. */
export const isChi = (digits: string): boolean =>
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}$/.test(digits) && isNhs(digits)

/** An Australian tax file number of nine digits. */
export const isTaxFile = (digits: string): boolean =>
  /^\d{9}$/.test(digits) && sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0

/** An Australian company number, of nine digits too. */
export const isCompany = (digits: string): boolean =>
  /^\d{9}$/.test(digits) && (10 - (sum(digits, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(digits[8])

/** A personal health number of British Columbia. */
export const isBritishColumbian = (digits: string): boolean =>
  /^9\d{9}$/.test(digits) && 11 - (sum(digits.slice(1), [2, 4, 8, 5, 10, 9, 7, 3]) % 11) === Number(digits[9])

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
/** A national health index of New Zealand, in its old form (AAA1234) or its new one (AAA12A4). */
export function isHealthIndex(code: string): boolean {
  const total = [...code.slice(0, 6)].reduce((sum, sign, n) => {
    const value = /\d/.test(sign) ? Number(sign) : ALPHABET.indexOf(sign) + 1
    return sum + value * (7 - n)
  }, 0)
  if (/^[A-HJ-NP-Z]{3}\d{4}$/.test(code))
    return (11 - (total % 11)) % 10 === Number(code[6]) && total % 11 > 0
  return /^[A-HJ-NP-Z]{3}\d{2}[A-HJ-NP-Z]{2}$/.test(code) && ALPHABET[22 - (total % 23)] === code[6]
}
