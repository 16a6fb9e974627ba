import * as z from 'zod'
import { fieldErrors, HjpError } from '../../errors.ts'
import { paragraphStamp, paragraphsKnown } from '../file/adopted-words.ts'
import { pairLines } from '../file/layout.ts'
import { DECISIONS, type Partnership } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { readYaml } from '../file/yaml.ts'
import { findPrompt } from '../prompts/called.ts'
import { headingOf, type Part, type Prompt, type Source } from '../prompts/prompts.ts'
import { blankable, list, maybe, oneOf, text } from '../values/fields.ts'
import type { OldAgreement, Placed, TakenFacts } from './adopt.ts'
import { strangerIn } from './answers-file.ts'

/** A piece of an agreement that partners had before, and where it seems to belong: at a prompt, in a section of their own, or nowhere. */
export type ListedPiece = {
  /** What stands above it there, and what numbers it. */
  under: string
  paragraphs: string[]
  to: Destination
  /** The heading above it names the question where it would go. */
  isNamed: boolean
  others: Prompt[]
}
export type Destination = { prompt: Prompt } | { own: string } | { left: string }

const STYLE = { step: 2, list: 2, item: 2, quotes: false }

/** What an agreement says in its order, each piece with where it would go, to be changed by hand. */
export function adoptList(document: string, pieces: ListedPiece[], facts: TakenFacts): string {
  const rows = pieces.flatMap((piece) => {
    const { under, paragraphs, to } = piece
    const [key, value] = Object.entries(destination(to))[0]!
    return [
      '',
      ...(under ? [`  # ${under}`] : []),
      `  - ${pairLines(key, value, 0, STYLE)[0]}${note(piece)}`,
      ...('prompt' in to && to.prompt.decision ? ['    decision: # yes, no or not-yet'] : []),
      ...pairLines('text', paragraphs.join('\n'), 4, STYLE),
    ]
  })
  return `# What ${document} says, in its order. Each piece has the question that it seems to answer.
# "A guess" stands where the heading above does not name that question: look at these first.
# Where one is wrong, write the number of another, or "own:" and a title of yours, or "left:" and why.
# Where it asks for a decision, write the one that stands there. You can part a piece in two, between paragraphs; the words
# stay as they are, and can be reworded when you agree.
${partnerLines(facts)}clauses:
${rows.slice(1).join('\n')}
`
}

/** What it says of the partners, as lines of the list. */
const partnerLines = (facts: TakenFacts): string =>
  facts.size === 0
    ? ''
    : [
        '# And what it says of the partners, where your file does not say it yet. Delete what is not right.',
        ...pairLines(
          'partners',
          Object.fromEntries([...facts].map(([id, told]) => [id, withoutBlanks(told)])),
          0,
          STYLE,
        ),
        '',
      ].join('\n')

const destination = (to: Destination): { [key: string]: string } =>
  'prompt' in to ? { prompt: to.prompt.number } : { ...to }

const note = ({ to, isNamed, others }: ListedPiece): string => {
  const or = others.map(headingOf).join(', or ')
  const topic = 'prompt' in to ? `${isNamed ? '' : 'a guess: '}${to.prompt.topic}` : ''
  return [topic, or && `or ${or}`].some(Boolean)
    ? ` # ${[topic, or && `or ${or}`].filter(Boolean).join('; ')}`
    : ''
}

const AdoptFile = z.strictObject({
  partners: z
    .record(z.string(), z.strictObject({ short: blankable, registration: blankable, address: blankable }))
    .default({}),
  clauses: list(
    z.strictObject({
      prompt: blankable,
      own: blankable,
      left: blankable,
      decision: maybe(oneOf(DECISIONS)),
      text,
    }),
  ),
})

/** Where a list puts the paragraphs of an agreement: the prompts, the titles of sections of the partnership's own, or nowhere. */
export type Wanted = {
  prompts: Map<Prompt, Placed>
  own: Map<string, Placed>
  left: ReadonlySet<string>
  facts: TakenFacts
}

/** Reads a list that was changed by hand. Throws HjpError badAnswers with all that is wrong in it. */
export function readAdoptList(
  { path, text: source }: Source,
  { parts, partnership }: { parts: Part[]; partnership: Partnership },
  old: OldAgreement,
): Wanted {
  const known = new Set(
    old.clauses.flatMap(({ leads, paragraphs }) => [...leads, ...paragraphs].map(paragraphStamp)),
  )
  const { clauses, partners } = readYaml(path, source, AdoptFile)
  const left = new Set<string>()
  const wanted: Wanted = {
    ...{ prompts: new Map(), own: new Map(), left },
    facts: new Map(Object.entries(partners)),
  }
  const complaints = Object.keys(partners).flatMap((id) => strangerIn(partnership, id) ?? [])
  for (const [n, row] of clauses.entries()) {
    const complain = (what: string) => complaints.push(`clauses.${n + 1}: ${what}`)
    const { stamps, stray } = paragraphsKnown(row.text, known)
    if (stray)
      complain(`"${stray.slice(0, 60)}" is not in ${old.document} word for word. Reword it when you agree.`)
    if ([row.prompt, row.own, row.left].filter(Boolean).length > 1)
      complain('Keep one of *prompt*, *own* and *left*.')
    else if (row.own) put(wanted.own, row.own, { stamps, decision: undefined })
    else if (row.left) for (const stamp of stamps) left.add(stamp)
    else if (row.prompt)
      try {
        const prompt = findPrompt(parts, row.prompt)
        if (row.decision && !prompt.decision) complain(fieldErrors.wantsNoDecision)
        put(wanted.prompts, prompt, { stamps, decision: row.decision })
      } catch (error) {
        if (!(error instanceof HjpError)) throw error
        complain(error.message)
      }
  }
  if (complaints.length > 0) throw new HjpError('badAnswers', path, complaints)
  return wanted
}

function put<K>(all: Map<K, Placed>, key: K, { stamps, decision }: Placed): void {
  const there = all.get(key)
  all.set(key, {
    stamps: new Set([...(there?.stamps ?? []), ...stamps]),
    decision: decision ?? there?.decision,
  })
}
