import { expect, test } from 'vitest'
import { asTheyAre, emphasised } from '../src/errors.ts'

// What a person sees of a message: marks of emphasis go, and stars of somebody's own stay.

test.each([
  ['*hjp ask* or *hjp agree*', '[hjp ask] or [hjp agree]'],
  ['There is no partner *a*b*.', 'There is no partner [a*b].'],
  ['*my *best* notes.txt* is empty.', '[my *best* notes.txt] is empty.'],
  ['Add *people:*. Then (*--force*), */b* goes back', 'Add [people:]. Then ([--force]), [/b] goes back'],
  ['Run *hjp agree 5.1\n--as health* again', 'Run [hjp agree 5.1\n--as health] again'],
  ['2 * 3 * 4, 2*3*4 and a*', '2 * 3 * 4, 2*3*4 and a*'],
  [`changed  ${asTheyAre('my *best* notes.md')}: *hjp undo*`, 'changed  my *best* notes.md: [hjp undo]'],
])('%s', (message, shown) => {
  expect(emphasised(message, (word) => `[${word}]`)).toBe(shown)
})
