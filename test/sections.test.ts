import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Partner } from '../src/core/file/partner.ts'
import { Agreed } from '../src/core/file/partnership.ts'
import { FILE_TABLES } from '../src/core/file/tables.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { library, riverbend, runner } from './memory-world.ts'

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

test('the table of the examples names sections and questions that are there, each question where it stands', () => {
  const rows = readFileSync('examples/README.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [^-]/.test(line) && !/\| (Section|Schedule) \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))
  expect(rows.length).toBeGreaterThan(60)
  const columns = [...Object.keys(Partner.shape), ...Object.keys(Agreed.shape), ...FILE_TABLES]
  for (const [what, title, from] of rows) {
    const sections = library.sections.filter((section) => section.title === title)
    expect(sections.length, `${what}: ${title}`).toBeGreaterThan(0)
    for (const [, name = ''] of from!.matchAll(/`([^`]+)`/g)) {
      const [, form] = /^hjp (?:form --about|mou --with) (\S+)$/.exec(name) ?? []
      if (form) expect(sections.map(({ name }) => name)).toContain(form)
      else if (name.includes('/')) expect(sections.flatMap(({ prompts }) => prompts)).toContain(name)
      else expect(columns).toContain(name)
    }
  }
})

test('sections that go out alone have the numbers of the whole', async () => {
  const { written } = runner({ library, today: '2026-11-16' })
  const numbersIn = async (...args: string[]) =>
    String(await written(riverbend, ['mou', ...args], 'md')).match(/^## \d+\..*|^\*\*\d+\.\d+\*\*/gm) ?? []
  const whole = await numbersIn()
  expect(whole).toContain('## 13. Referral pathways')
  const alone = await numbersIn('--section', 'ending', 'referral-pathways')
  expect(alone).toEqual(whole.filter((line) => /^## (13|30)\.|^\*\*(13|30)\./.test(line)))
  for (const { name } of inAgreement)
    for (const line of await numbersIn('--section', name)) expect(whole, name).toContain(line)
})
