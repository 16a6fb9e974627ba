import * as z from 'zod'
import { blankable } from './fields.ts'

/** What a column can name. A `past-partner` may have left since, a `lead` is what leads to an outcome: a prompt, another outcome, or words of its own; a `person` may be a guest, and a `term` one of their own. */
export type NamedThing =
  | (
      | 'partner'
      | 'partner-or-together'
      | 'past-partner'
      | 'part'
      | 'prompt'
      | 'prompt-id'
      | 'lead'
      | 'meeting'
      | 'action'
    )
  | ('outcome' | 'funding' | 'questionnaire' | 'statement' | 'person' | 'term')

/** What a column says of itself: whatever asks for it, checks it, hides it or lays it out reads it here. */
export type ColumnFacts = {
  /** The question that asks for it, which also describes it in the printed schema. */
  ask: string
  /** What other thing of the partnership stands in it, and what follows where there is none such, as a sentence ends. */
  names?: NamedThing
  lost?: string
  /** A day on which something happened, so none that is still to come. */
  past?: true
  /** A day that is still to come when it is written down. */
  ahead?: true
  /** The column of the same row whose day cannot come after this one. */
  after?: string
  /** People's own words, so looked through for what could identify a client. In `staff` names and addresses are at home. */
  free?: true | 'staff'
  /** The rest goes by it: where it is wrong, nothing else is complained of. */
  governs?: true
  /** What a row is called by, unless it has an id. */
  title?: true
  /** May stand in one row of its list only. */
  once?: true
  /** With the others of its row that do, tells it from all others of its list. */
  tells?: true
  /** Others know the row by it, so it is not changed. */
  stays?: true
  /** Not asked for with a new row: hjp fills it in, or it is told at another time. */
  later?: true
  /** What is thought of somebody, which documents for partners never show. */
  candid?: true
  /** Written as a block of its own, however short. */
  prose?: true
  /** Words to choose from, beside which the file may have others. */
  offers?: readonly string[]
  /** A list that is written on one line. */
  brief?: true
}
type Column<S extends z.ZodType = z.ZodType> = ColumnFacts & { schema: S }
type Facts = Omit<ColumnFacts, 'ask'>

export const column = <S extends z.ZodType>(schema: S, ask: string, facts?: Facts): Column<S> => ({
  ...facts,
  schema,
  ask,
})
/** A column in people's own words. */
export const own = <S extends z.ZodType>(schema: S, ask: string, facts?: Facts): Column<S> =>
  column(schema, ask, { free: true, ...facts })
/** A column in which people say who somebody is, or how to reach them. */
export const staff = <S extends z.ZodType>(schema: S, ask: string, facts?: Facts): Column<S> =>
  column(schema, ask, { free: 'staff', ...facts })
/** A column that names some other thing. */
export const names = <S extends z.ZodType>(
  thing: NamedThing,
  schema: S,
  ask: string,
  facts?: Facts,
): Column<S> => column(schema, ask, { names: thing, ...facts })
/** The column by which other rows name this one. */
export const key = <S extends z.ZodType>(schema: S): Column<S> =>
  column(schema, 'What do other rows call it? (hjp makes an id)', { once: true, stays: true, later: true })

type Shape<T extends Record<string, Column>> = { -readonly [K in keyof T]: T[K]['schema'] }

const ROWS = z.registry<Record<string, ColumnFacts>>()

/** The column in which it stands why words of a row may tell who somebody is. */
export const ALLOWED = 'allowed'
const looked = {
  [ALLOWED]: own(
    blankable.optional(),
    'Why is this safe to keep, though it could identify someone? (hjp adds a stamp of the text)',
    { later: true, candid: true },
  ),
}

/** The schema of a row of these columns, which it is known by from then on. Where some are people's own words, it can say why they may stand. */
export const row = <T extends Record<string, Column>>(
  told: T,
): z.ZodObject<Shape<T & typeof looked>, z.core.$strict> => {
  const columns: T & Partial<typeof looked> = Object.values(told).some(({ free }) => free)
    ? { ...told, ...looked }
    : told
  return z
    .strictObject(
      Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema])) as Shape<
        T & typeof looked
      >,
    )
    .register(ROWS, columns)
}

/** The columns of a row, by name; none of a schema that is not made of columns. */
export const columnsOf = (schema: z.core.$ZodType): Record<string, ColumnFacts> => ROWS.get(schema) ?? {}
