import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTitle, quotedIn } from '../src/core/agreement/quoted.ts'
import { isTerm, promptsOf } from '../src/core/prompts/prompts.ts'
import { hasVerb } from '../src/core/values/verbs.ts'
import { isAgreed } from '../src/core/view/view.ts'
import { knownOn } from './known.ts'
import { exampleFile, library, runner } from './memory-world.ts'

// What the boards of young partnerships would sign: three partners with 26 agreed positions, and two with eleven. Read them as they would.

const DAY = '2026-11-16'
const { hjp, written } = runner({ library, today: DAY })
const YOUNG = ['three', 'two']
const fileNamed = (name: string) =>
  YOUNG.includes(name) ? readFileSync(`test/agreements/${name}.yaml`, 'utf8') : exampleFile(name)
const DOCUMENTS = [...YOUNG, 'riverbend'].flatMap((name) =>
  [['--final'], ['--short', '--final']].map((options) => ({ name, options })),
)
const agreement = async (name: string, options: string[]) =>
  (await written(fileNamed(name), ['mou', ...options], 'md')).toString()

test.each(DOCUMENTS.filter(({ name }) => YOUNG.includes(name)))(
  'the boards of $name would sign mou $options',
  async ({ name, options }) => {
    const to = `agreements/${name}${options.length > 1 ? '-short' : ''}.md`
    await expect(await agreement(name, options)).toMatchFileSnapshot(to)
  },
)

test.each(DOCUMENTS.filter(({ name }) => YOUNG.includes(name)))(
  'mou $options of $name is not written without a word of what a partner would change in it',
  async ({ name, options }) => {
    const told =
      'Partners would have these otherwise, or want to talk about them first:\n  5.1 Referral pathways: *hjp ask 5.1*'
    const file = fileNamed(name)
    const [, partner] = /- id: (\S+)/.exec(file)!
    const waits = `$&\n    proposals: [{ partner: ${partner}, for: agreed, text: By fax. }]`
    const text = file.replace(/- prompt: what-we-do\/referral-pathways/, waits)
    expect((await hjp(file, ['mou', ...options])).said()).not.toContain(told)
    expect((await hjp(text, ['mou', ...options])).said()).toContain(told)
  },
)

test.each([
  ['three', 3, 26],
  ['two', 2, 11],
])('%s have agreed on what they say', (name, partners, positions) => {
  const { view } = knownOn(fileNamed(name), DAY)
  expect(view.partners.length).toBe(partners)
  expect(view.prompts.filter((prompt) => isAgreed(prompt) && isTerm(prompt)).length).toBe(positions)
})

describe.each(DOCUMENTS)('mou of $name $options', ({ name, options }) => {
  test('says nothing of what is not in it', async () => {
    const text = await agreement(name, options)
    expect(text).not.toMatch(/set aside|to be agreed|not agreed|left out for now|draft|\*\*\[/i)
    const [sections, schedules] = ['## (\\d+)\\.', '# Schedule (\\d+)'].map((heading) =>
      [...text.matchAll(new RegExp(`^${heading}`, 'gm'))].map(([, number]) => number),
    )
    for (const [, word, numbers = ''] of text.matchAll(/(sections?|Schedules?) (\d+(?:(?:, | and )\d+)*)/g))
      for (const number of numbers.match(/\d+/g)!)
        expect(word!.startsWith('s') ? sections : schedules, `${word} ${number}`).toContain(number)
    const titles = [
      ...library.sections.flatMap(({ kind, title }) => (kind === 'mou' ? title : [])),
      ...promptsOf(library.parts).map((each) => each.topic),
    ]
    const headings = [...text.matchAll(/^(?:## \d+\. |# Schedule \d+: |\*\*\d+\.\d+\*\* \*\*)([^*\n]+)/gm)]
    for (const { words } of quotedIn(text).filter(({ words }) =>
      titles.some((title) => isTitle(words, title)),
    ))
      expect(
        headings.some(([, heading = '']) => isTitle(words, heading.replace(/\.$/, ''))),
        words,
      ).toBe(true)
    const topics = [...text.matchAll(/^\*\*\d+\.\d+\*\* \*\*([^*]+?)\.?\*\*/gm)].map(([, topic]) => topic)
    for (const { topic, agreed, ...prompt } of knownOn(fileNamed(name), DAY).view.prompts) {
      if (!agreed?.settled) expect(topics).not.toContain(topic)
      if (agreed && !isTerm(prompt)) expect(text).not.toContain(agreed.text.trim())
    }
  })

  test('says nothing twice', async () => {
    const text = await agreement(name, options)
    // A cover gives in short what the clauses say.
    const sentences = text
      .slice(text.search(/^## /m))
      .split(/\n|(?<=[.:;!?]) /)
      .map((each) => each.replace(/[*_]/g, '').trim())
      .filter((each) => !each.startsWith('|') && each.split(/\s+/).length > 5)
    expect(sentences.filter((each, n) => sentences.indexOf(each) < n)).toEqual([])
  })

  test('has no clause that is not a sentence', async () => {
    const clauses = (await agreement(name, options)).matchAll(
      /^\*\*\d+\.\d+\*\* ([\s\S]*?)(?=\n\n(?:\*\*\d+\.\d|#|_)|\n*$(?![\s\S]))/gm,
    )
    let count = 0
    for (const [, clause = ''] of clauses) {
      const words = clause.replace(/^\*\*[^*]+\*\*\s*/, '')
      const first = words.split(/(?<=[.:!?])\s|\n/)[0]!
      expect(hasVerb(first), first).toBe(true)
      expect(words).toMatch(/^["“(\p{Lu}]/u)
      expect(words).toMatch(/[.!?]["”’)]?$|(?:^|\n) *(?:\([a-z]+\)|\d+\.) [^\n]+$/)
      count += 1
    }
    expect(count).toBeGreaterThan(8)
  })
})
