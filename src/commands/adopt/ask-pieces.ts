import { paragraphStamp } from '../../core/file/adopted-words.ts'
import type { Decision } from '../../core/prompts/decisions.ts'
import { headingOf, type Prompt, promptNamed } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { leftOutOf, type Placed, placementIn } from '../../core/record/adopt.ts'
import { counted, HjpError } from '../../errors.ts'
import { promptCalled } from '../shared/called-prompts.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Opened } from '../shared/open.ts'
import { indented, progress } from '../shared/show-prompt.ts'
import { DECISION_CHOICES } from '../talk/choices.ts'
import { promptGiven } from '../talk/which-prompt.ts'
import { type Piece, pieceHeading, pieceParagraphs } from './pieces.ts'
import { moved, place } from './place.ts'
import type { OldDocument } from './read-document.ts'

/** Shows an agreement piece by piece, and asks which question each answers. Each is saved as it is placed. Gives the file as it is then. */
export async function askPieces(
  world: AskingWorld,
  start: Opened,
  old: OldDocument,
  pieces: Piece[],
  goOn: string,
): Promise<Opened> {
  const { terminal } = world
  let opened = start
  let saved = 0
  const asked = pieces.filter(({ clauses: [first] }) => !first!.beside)
  const isSettled = (piece: Piece) => {
    const there = [...placementIn(opened.partnership, old.document).values()].map(({ stamps }) => stamps)
    const all = [...there, leftOutOf(opened.partnership, old.document)]
    return ownStampsOf(piece).every((stamp) => all.some((stamps) => stamps.has(stamp)))
  }
  const keep = async (piece: Piece, to: Prompt | { own: string } | 'left', decision?: Decision) => {
    const [itself, stamps] = [
      new Set(ownStampsOf(piece)),
      new Set(pieceParagraphs(piece).map(paragraphStamp)),
    ]
    const left = to === 'left' ? itself : new Set<string>()
    const before = placementIn(opened.partnership, old.document)
    const prompts = moved(before, opened, old, itself)
    const own = new Map<string, Placed>()
    if (to !== 'left' && 'own' in to) own.set(to.own, { stamps })
    else if (to !== 'left') {
      const there = prompts.get(to)
      const all = new Set([...(there?.stamps ?? []), ...stamps])
      prompts.set(to, { stamps: all, decision: decision ?? there?.decision })
    }
    opened = (await place(world, opened, old, { prompts, own, left, facts: new Map() })).opened
    saved += 1
  }
  const promptOf = (piece: Piece) => {
    const found = [...placementIn(opened.partnership, old.document)].find(([, { stamps }]) =>
      ownStampsOf(piece).every((stamp) => stamps.has(stamp)),
    )
    return found && promptNamed(opened.parts, found[0])
  }
  const step = (piece: Piece, far: string, above: Piece | undefined) => async (isBack: boolean) => {
    if (!isBack && isSettled(piece)) return
    await askPiece(world, opened, piece, far, keep, above && { piece: above, prompt: promptOf(above) })
  }
  terminal.say(
    'What you choose is saved at once, as words that wait for the partners to agree. What you put off is asked again next time.',
  )
  await terminal.telling(
    () =>
      `${saved > 0 ? `${counted(saved, 'piece')} placed in *${opened.shown}*.` : 'Nothing was changed.'} Continue with *${goOn}*`,
    () => terminal.walk(asked.map((piece, n) => step(piece, progress(n, asked.length), asked[n - 1]))),
  )
  return opened
}

/** The stamps of a piece, without what leads to it, which may lead to others. */
const ownStampsOf = ({ clauses }: Piece): string[] =>
  clauses.flatMap(({ paragraphs }) => paragraphs.map(paragraphStamp))

type Keep = (piece: Piece, to: Prompt | { own: string } | 'left', decision?: Decision) => Promise<void>

/** The piece above, and where it is placed. */
type Above = { piece: Piece; prompt: Prompt | undefined }

async function askPiece(
  world: AskingWorld,
  opened: Opened,
  piece: Piece,
  far: string,
  keep: Keep,
  above?: Above,
): Promise<void> {
  const { terminal } = world
  const { clauses, candidates } = piece
  const fill = inWords(opened.partnership)
  terminal.say(`\n*${[far, pieceHeading(piece)].filter(Boolean).join('  ')}*`)
  terminal.out(`${indented(terminal, pieceParagraphs(piece).join('\n\n'))}\n`)
  const choice = await terminal.choose('Which question does this answer?', [
    // Enter places nothing, on every screen.
    { value: LATER, name: 'I will choose later' },
    ...candidates.map((prompt) => ({ value: prompt.id, name: headingOf(prompt), hint: fill(prompt.ask) })),
    ...(above
      ? [
          {
            value: ABOVE,
            name: above.prompt
              ? `It goes with the piece above, at ${headingOf(above.prompt)}`
              : 'Join it with the piece above, and choose for both',
          },
        ]
      : []),
    { value: OTHER, name: 'Another question' },
    { value: OWN, name: 'None: it is a term of our own' },
    { value: LEAVE, name: 'Leave it out: it belongs nowhere' },
    ...(clauses.length > 1
      ? [{ value: EACH, name: `Ask me about each of its ${clauses.length} clauses` }]
      : []),
  ])
  if (choice === LATER) return
  if (choice === LEAVE) return keep(piece, 'left')
  if (choice === ABOVE && above) {
    if (above.prompt) return keep(piece, above.prompt)
    const joined = { ...above.piece, clauses: [...above.piece.clauses, ...clauses] }
    return askPiece(world, opened, joined, far, keep)
  }
  if (choice === EACH) {
    for (const clause of clauses) await askPiece(world, opened, { clauses: [clause], candidates }, far, keep)
    return
  }
  if (choice === OWN) {
    const title = await askTitle(world, clauses[0]!.headings.at(-1))
    if (title) await keep(piece, { own: title })
    return
  }
  const known = candidates.find(({ id }) => id === choice)
  const prompt = known ?? (await askWhich(world, opened))
  if (!known) terminal.say(`That is ${headingOf(prompt)}.`)
  await keep(piece, prompt, await askDecision(world, opened, prompt))
}

const [OTHER, OWN, LATER, LEAVE, EACH, ABOVE] = ['another', 'own', 'later', 'leave', 'each', 'above']

async function askTitle({ terminal }: AskingWorld, heading: string | undefined): Promise<string> {
  return (await terminal.line('What would you call it?', heading)).trim()
}

/** The question that is named, or chosen where none is. */
async function askWhich(world: AskingWorld, opened: Opened): Promise<Prompt> {
  for (;;) {
    const called = (
      await world.terminal.line('Which one? (its number or a word of it; Enter shows them)')
    ).trim()
    try {
      return called === ''
        ? await promptGiven(world, opened, 'hjp adopt', undefined)
        : await promptCalled(world, opened, called)
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      world.terminal.say(error.message)
    }
  }
}

/** What the agreement decides of a question that asks for it: nobody else can tell. */
async function askDecision(
  { terminal }: AskingWorld,
  { partnership }: Opened,
  prompt: Prompt,
): Promise<Decision | undefined> {
  if (!prompt.decision) return undefined
  return terminal.choose(`What did you decide there: ${inWords(partnership)(prompt.ask)}`, DECISION_CHOICES)
}
