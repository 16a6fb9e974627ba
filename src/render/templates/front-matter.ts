import * as z from 'zod'
import { isTerm, type Prompt } from '../../core/prompts/prompts.ts'
import { flag } from '../../core/values/fields.ts'
import { FORMATS } from '../formats/index.ts'

/** What the front matter of a kind can say. The descriptions stand in the reference of templates. */
export const FrontMatter = z.strictObject({
  title: z.string().describe('what the document is called; may use the view'),
  summary: z.string().describe('one line for the help'),
  group: z
    .enum(['start', 'meet', 'agree', 'plan', 'learn', 'keep'])
    .describe('the group that the help lists it under'),
  formats: z
    .array(z.enum(Object.keys(FORMATS) as [string, ...string[]]))
    .min(1)
    .describe('what it can be written as; the first is used when none is asked for'),
  to: z
    .string()
    .describe("where it is written, from the partnership's folder, without an ending; may use the view"),
  audience: z.enum(['partners', 'keeper']).describe('who reads it: partners never see what is private'),
  prompts: flag.describe('whether the command takes parts and prompts to write about'),
  asks: flag.describe('whether the command takes the name of a questionnaire in place of prompts'),
  options: z
    .record(
      z.string(),
      z.strictObject({
        about: z.string().describe('one line for the help'),
        value: z.string().optional().describe('what stands for the value in the help; a flag has none'),
        choices: z.array(z.string()).optional().describe('the words it can be, where it wants a choice'),
        needed: flag.describe('whether the command does nothing without it'),
        with: z.string().optional().describe('the option of this command that it does nothing without'),
        sections: z
          .string()
          .optional()
          .describe('with it, a letter of the sections in this folder takes the place of the usual ones'),
        wants: z
          .enum([
            'text',
            'number',
            'date',
            'coming',
            'past',
            'later',
            'time',
            'choice',
            'partner',
            'person',
            'newcomer',
            'flag',
          ])
          .describe(
            'what is taken for it: a `newcomer` is whoever is new, where there is one; a day may be any `date`, one that is most likely `coming`, a `past` one or one that is `later` than today',
          ),
      }),
    )
    .default({})
    .describe("the command's own options, by name"),
  choose: z.string().optional().describe('the option that chooses one of its sections, or the first'),
  sections: z
    .string()
    .optional()
    .describe('the kind whose sections it speaks of, where they are not its own'),
  with: z
    .string()
    .optional()
    .describe('the kind whose sections can go along as schedules, where `--with` names them'),
  examples: z.array(z.string()).default([]).describe('command lines for the help'),
  notice: z.string().optional().describe('stands on every page'),
  numbered: flag.describe('whether sections and clauses have numbers'),
  landscape: flag.describe('whether the page lies on its side'),
  contents: flag.describe('whether a list of contents stands at its start'),
  abbreviates: flag.describe('whether partners go by their short names in it'),
  addressed: flag.describe('whether it is addressed to the liaisons of the partners'),
})

/** What a section can take of the prompts that no other section of its document has. */
export const TAKES: Record<
  'activities' | 'core' | 'others',
  (prompt: Prompt, all: readonly Prompt[]) => boolean
> = {
  activities: (prompt, all) =>
    prompt.activity || all.some(({ id, activity }) => activity && id === prompt.under),
  core: ({ core }) => core,
  others: isTerm,
}

/** What the front matter of a section can say. */
export const SectionMatter = z.strictObject({
  title: z.string().describe('its heading; that of a section that is chosen may use the view'),
  group: z.string().optional().describe('a name for several sections at once, as in `--section activities`'),
  takes: z
    .enum(Object.keys(TAKES) as (keyof typeof TAKES)[])
    .optional()
    .describe(
      'which prompts it takes of those that no other section has, as `prompts`: activities, those for a letter, or all others that are terms',
    ),
})
