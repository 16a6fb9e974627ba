import { type INumberingOptions, LevelFormat } from 'docx'

/** Twips from the margin to the text of a clause, and on from there to each list within it. */
export const CLAUSE = 720
const WITHIN = 482
/** The same for lists outside clauses. */
const STEP = 357
/** From the margin to the text of a note. */
export const NOTE = 227

const { DECIMAL, LOWER_LETTER, LOWER_ROMAN, BULLET } = LevelFormat

/** Depths that have a style of their own; deeper lists stand at the third. */
export const DEPTHS = ['', '2', '3'] as const

type NumberFormat = (typeof LevelFormat)[keyof typeof LevelFormat]

const level = (
  n: number,
  format: NumberFormat,
  text: string,
  left: number,
  hanging: number,
  style?: string,
  run?: { bold: true },
) => ({
  level: n,
  format,
  text,
  style: { paragraph: { indent: { left, hanging } }, ...(style && { style }), ...(run && { run }) },
})

const bulletLevels = (from: number, style?: string) =>
  ['•', '–', '•'].map((mark, n) =>
    level(n, BULLET, mark, from + STEP * (n + 1), STEP, style && `${style}${DEPTHS[n]}`),
  )

/** Levels of a list that counts the same way however deep it is: 1., (a) or (i). */
const countedLevels = (format: NumberFormat, from: number, step: number) =>
  DEPTHS.map((_, n) =>
    level(n, format, format === DECIMAL ? `%${n + 1}.` : `(%${n + 1})`, from + step * (n + 1), step),
  )

/** Those lists, of themselves and in clauses. */
const COUNTED = Object.entries({ numbers: DECIMAL, letters: LOWER_LETTER, romans: LOWER_ROMAN }).flatMap(
  ([reference, format]) => [
    { reference, levels: countedLevels(format, 0, STEP) },
    { reference: `clause-${reference}`, levels: countedLevels(format, CLAUSE, WITHIN) },
  ],
)

/** Twips from the number of a schedule to its title. */
const SCHEDULE = 1758

/** Sections 1., clauses 1.1 and the lists in them (a), (i), 1 in one numbering, which may be tied to styles. */
const agreementLevels = (styles: (string | undefined)[] = []) => [
  level(0, DECIMAL, '%1.', CLAUSE, CLAUSE, styles[0]),
  level(1, DECIMAL, '%1.%2', CLAUSE, CLAUSE, styles[1], { bold: true }),
  level(2, LOWER_LETTER, '(%3)', CLAUSE + WITHIN, WITHIN, styles[2]),
  level(3, LOWER_ROMAN, '(%4)', CLAUSE + 2 * WITHIN, WITHIN, styles[3]),
  level(4, DECIMAL, '(%5)', CLAUSE + 3 * WITHIN, WITHIN, styles[4]),
]
const CLAUSES = ['Clause', 'ClauseList', 'ClauseList2', 'ClauseList3']

/** The list of a section that begins at a number, and of what stands in it. */
export const listFrom = (number: number): string => `agreement-${number}`

/** That numbering, and the same for each section `from` a number, tied to no styles, as a style is of one list; schedules; and plain lists. */
export const numbering = (section: string | undefined, from: number[]): INumberingOptions => ({
  config: [
    { reference: 'agreement', levels: agreementLevels([section, ...CLAUSES]) },
    ...from.map((start) => ({
      reference: listFrom(start),
      levels: agreementLevels().map((each) => (each.level === 0 ? { ...each, start } : each)),
    })),
    { reference: 'schedules', levels: [level(0, DECIMAL, 'Schedule %1', SCHEDULE, SCHEDULE, 'Schedule')] },
    { reference: 'bullets', levels: bulletLevels(0, 'ListBullet') },
    ...COUNTED,
    { reference: 'note-bullets', levels: bulletLevels(NOTE) },
    { reference: 'note-numbers', levels: countedLevels(DECIMAL, NOTE, STEP) },
  ],
})

/** How far in the second paragraph of a list item stands, in twips. */
export const indentOfNext = (clause: boolean, depth: number): number =>
  clause ? CLAUSE + WITHIN * (depth + 1) : STEP * (depth + 1)
