import { corpusOf } from './corpus.ts'
import { replyReader } from './reader.ts'
import { pageOf, type Scored, shown, tablesOf } from './report.ts'
import { scoreOf } from './score.ts'
import { ALDERMERE, RIVERBEND, TODAY } from './sent.ts'

const MANY = 1200

/** What became of every reply of the corpus, as tables and as a short page of them; with an id, what is made of that one. */
export async function measured(show?: string): Promise<{ tables: string; page?: string }> {
  const read = new Map([
    [ALDERMERE, await replyReader(ALDERMERE.file, TODAY)],
    [RIVERBEND, await replyReader(RIVERBEND.file, TODAY)],
  ])
  const scored: Scored[] = []
  for (const reply of await corpusOf(MANY)) {
    if (show !== undefined && reply.id !== show) continue
    const made = await read.get(reply.sent.setting)!(reply.name, Buffer.from(reply.text))
    const score = scoreOf(reply, made)
    if (show !== undefined) return { tables: shown(reply, made, score) }
    scored.push({ reply, score })
  }
  if (show !== undefined) throw new Error(`There is no reply ${show}: they are 0000 to ${MANY - 1}.`)
  return { tables: tablesOf(scored), page: pageOf(scored) }
}
