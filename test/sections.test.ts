import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { library } from './memory-world.ts'

const prompts = promptsOf(library.parts)
const inAgreement = library.sections.filter(({ kind, schedule }) => kind === 'mou' && !schedule)

test('what has a section of its own stands in it after the question that it follows up', () => {
  for (const { title, prompts: ids } of inAgreement)
    for (const id of ids) {
      const { under } = prompts.find((prompt) => prompt.id === id)!
      if (under) expect(ids.indexOf(under), `${id} in ${title}`).toBeLessThan(ids.indexOf(id))
      if (under) expect(ids, `${id} in ${title}`).toContain(under)
    }
})

test('no template names a question by an id that it had once', () => {
  const gone = prompts.flatMap(({ was }) => was)
  const named = (readdirSync('templates', { recursive: true }) as string[])
    .filter((path) => path.endsWith('.hbs'))
    .flatMap((path) => readFileSync(`templates/${path}`, 'utf8').match(/(?<=clause ")[^"]+/g) ?? [])
  expect(named.filter((id) => gone.includes(id))).toEqual([])
})
