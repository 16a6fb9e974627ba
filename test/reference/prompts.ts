import * as z from 'zod'
import { PartFile } from '../../src/core/prompts/part-file.ts'
import { generated } from './run.ts'
import { columnTable, type Schema } from './schema.ts'

/** What can stand in a file of prompts. */
export function promptsPage(): string {
  const part = z.toJSONSchema(PartFile, { io: 'input' }) as Schema
  const prompt = part.properties!['prompts']!.items!
  return `${generated(
    'Prompts',
    'The questions of a part stand in `prompts/NN-part.yaml`. `hjp prompts --copy what-we-do` puts a copy of one beside your partnership file, where it takes the place of the part that comes with hjp; a part of your own stands beside the others. `{client}`, `{partnership}` and `{mou}`, and more than one of them with an s, become the words of the partnership.',
    '## A part',
    columnTable(part, 'key'),
    '## A prompt',
    'Its follow-ups have the same keys, but no follow-ups of their own.',
    columnTable(prompt, 'key'),
    '### clause',
    columnTable(prompt.properties!['clause']!, 'key'),
  )}\n`
}
