import * as z from 'zod'
import { SECTORS } from '../file/partner.ts'
import { count, flag, id, oneOf, text } from '../values/fields.ts'

/** What a prompt can say of itself. The descriptions stand in the reference of prompts. */
export const Asked = z.strictObject({
  id: id.describe('what the file calls it, after the id of its part'),
  topic: text.describe('a few words that name it in lists and headings'),
  'known-as': text
    .transform((names) => names.split(/,\s+/))
    .default([])
    .describe('what agreements elsewhere call it, parted by commas: it can be named so'),
  ask: text.describe('the question, in words a person would say aloud'),
  why: text.optional().describe('why it is asked'),
  'listen-for': text.optional().describe('what to listen for in the answers'),
  minutes: count(1).default(10).describe('how long it takes to talk through'),
  side: oneOf(['legal', 'health'])
    .optional()
    .describe('only partners on this side are asked; health is everyone who is not legal'),
  decision: flag.describe('a "Will you …?" that is answered yes, no or not yet'),
  activity: flag.describe('something the partners do together, so the agreement says who leads it'),
  clause: z
    .strictObject({ yes: text, no: text })
    .optional()
    .describe("the decision as a sentence of the agreement, which the partners' own words follow"),
  opens: text
    .optional()
    .describe("begins the clause if the partners' words are not a sentence; it ends in a colon"),
  essential: flag.describe('no agreement should be signed without it'),
  core: flag.describe('it is in the short letter of understanding too'),
  first: flag.describe('asked in the first conversation, in a few minutes'),
  reflection: flag.describe('its answer never becomes a term of the agreement'),
  private: flag.describe('never in a document for partners'),
  was: z
    .record(z.string(), text)
    .default({})
    .describe(
      'the prompts it took the place of, by the numbers and ids that they had: what a file has under them is shown here',
    ),
  countries: z
    .array(text)
    .optional()
    .describe('asked only if the partnership is in one of these, such as US'),
})

/** A part as it stands in `prompts/NN-part.yaml`. */
export const PartFile = z.strictObject({
  number: count(0).describe('the number of the part; its prompts are counted under it'),
  id: id.describe('what the ids of its prompts begin with'),
  title: text,
  purpose: text.describe('what the conversation is for'),
  source: z
    .strictObject({ title: text, publisher: text.optional(), address: text.optional() })
    .describe('what it draws on'),
  relation: text.describe('how its prompts relate to the source'),
  aside: z
    .strictObject({
      unless: oneOf(SECTORS).describe('the kind of service that it is for'),
      why: text.describe('the reason, as your partners will read it'),
    })
    .optional()
    .describe(
      'set aside from the start, but for its `core` prompts, unless one of the partners is of that kind',
    ),
  prompts: z
    .array(
      Asked.extend({
        number: count(1)
          .optional()
          .describe('its number in the part, where it does not come next: no number is ever used again'),
        followups: z
          .array(Asked)
          .optional()
          .describe('asked after it; after a decision, only where that is yes'),
      }),
    )
    .describe('in the order they are numbered'),
})
