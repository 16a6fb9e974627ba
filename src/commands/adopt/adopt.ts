import { resolve } from 'node:path'
import { adoptList, readAdoptList } from '../../core/record/adopt-list.ts'
import { counted, HjpError, typedSo } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { fileGiven } from '../shared/file-given.ts'
import { shown } from '../shared/find.ts'
import { sourceGiven } from '../shared/given.ts'
import { open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { printJson, saySaved, sayWritten } from '../shared/print.ts'
import { askPieces } from './ask-pieces.ts'
import { askFacts, factsIn } from './facts.ts'
import { isNamedAbove, likeliest, type Piece, pieceHeading, pieceParagraphs, piecesOf } from './pieces.ts'
import { place } from './place.ts'
import { readDocument } from './read-document.ts'
import { tellRest } from './tell-rest.ts'

export const command = commandOf({
  args: '[file]',
  options: {
    list: wants.text(
      '<file>',
      'write a list of where each piece seems to belong, for you to edit; - is the screen',
    ),
    answers: wants.text('<file>', 'take in the list as you edited it; - is standard input'),
  },
  json: true,
  examples: [
    'hjp adopt old-mou.docx',
    'hjp adopt old-mou.docx --list old-mou.yaml',
    'hjp adopt old-mou.docx --answers old-mou.yaml',
  ],
  note: 'A Word file, text or Markdown, and where LibreOffice is here, .odt, .rtf and .doc too. Its words wait, as they are, at the questions that they answer. Nothing is agreed until you say so with `hjp agree --adopted`',
  async run(world, { list, answers, ...options }, given) {
    const opened = await open(world, options)
    const name = await fileGiven(world, given, OLD, ['.docx', '.odt', '.doc', '.rtf', '.txt', '.md'])
    const old = await readDocument(world, opened, name)
    if (answers !== undefined) {
      const wanted = readAdoptList(await sourceGiven(world, answers), opened, old)
      const { done, opened: after } = await place(world, opened, old, wanted)
      const many = counted(wanted.prompts.size + wanted.own.size, 'question')
      saySaved(world, done, after, `what ${old.document} says on ${many}`)
      tellRest(world, after, old)
      return 0
    }
    const pieces = piecesOf(old, opened)
    if (options.json) printJson(world, pieces.map(inJson))
    else if (list !== undefined)
      await writeList(world, list, name, adoptList(old.document, pieces.map(inList), factsIn(opened, old)))
    else if (world.terminal.interactive) {
      const ready = await askFacts(world, opened, old)
      tellRest(world, await askPieces(world, ready, old, pieces, `hjp adopt ${typedSo(name)}`), old)
    } else
      throw new HjpError(
        'needsTerminal',
        `Use *hjp adopt ${typedSo(name)} --list FILE* and then *--answers FILE* instead.`,
      )
    return 0
  },
})

const OLD = {
  ...{ command: 'hjp adopt', needs: 'the agreement that you have, as a Word file or a text' },
  question: 'Which file is the agreement?',
}

/** Writes a list for someone to edit, never over one that is there. */
async function writeList(world: World, to: string, name: string, text: string): Promise<void> {
  if (to === '-') return world.terminal.out(text)
  const path = resolve(world.cwd, to)
  if (await world.files.has(path)) throw new HjpError('listThere', shown(world, path), name)
  sayWritten(world, await world.files.write(path, text), path)
  world.terminal.say(`When it is right: *hjp adopt ${typedSo(name)} --answers ${typedSo(to)}*`)
}

const inList = (piece: Piece) => ({
  under: pieceHeading(piece),
  paragraphs: pieceParagraphs(piece),
  to: likeliest(piece),
  isNamed: isNamedAbove(piece),
  others: piece.candidates.slice(1),
})

const inJson = (piece: Piece) => {
  const [{ headings, number, beside }] = piece.clauses as [Piece['clauses'][number]]
  const prompts = piece.candidates.map(({ id, number, topic }) => ({ id, number, topic }))
  return { headings, number, beside, paragraphs: pieceParagraphs(piece), prompts }
}
