import { wordStem } from './words.ts'

/** Words that say little of what a clause is about. */

const stemsOf = (words: string): Set<string> => new Set(words.split(' ').map(wordStem))

/** Those that stand in every clause. */
export const COMMON = stemsOf(
  'a an and any are as at be been by each either for from has have if in into is it its may must of on or other our party parties shall should so that the their them there these they this those to under until up upon us we when where which who will with would you your agreement mou memorandum',
)
/** Those that stand in most, and still tell something. */
export const FREQUENT = stemsOf(
  'centre client clinic community families health hospital help justice law lawyer legal partner partnership patient people person program service solicitor staff woman women work worker',
)
