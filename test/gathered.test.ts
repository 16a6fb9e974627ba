import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { memoryWorld } from './memory-world.ts'

/** A question that two others have become part of, and one that is asked in some countries alone. */
const OWN = `number: 9
id: own
title: Our own
purpose: What we ask ourselves.
source: { title: Ours }
relation: Ours alone.
prompts:
  - id: sharing
    topic: Sharing
    ask: What may we share?
    was: { 9.4: own/telling, 9.5: own/holding-back }
  - id: other
    topic: Other
    ask: What else?
  - id: federal
    topic: Federal funds
    ask: Which conditions come with federal money?
    countries: [US]
`

const file = (answers: string) => `version: 1
name: Hillside
partners:
  - { id: legal, name: Hill Law, sector: legal }
  - { id: health, name: Hill Health, sector: health }
answers:
${answers}`

const TELLING = `  - prompt: own/telling # from the first round
    perspectives:
      - partner: legal
        said: The name.
        on: 2026-02-01
      - partner: health
        said: What it is about.
        on: 2026-02-03
    agreed:
      text: A name and what it is about.
      on: 2026-02-10
      review: 2026-12-01
      wording: w1234567
`
const HOLDING = `  - prompt: own/holding-back
    perspectives:
      - partner: legal
        said: Legal advice stays with us.
        on: 2026-02-05
    agreed:
      text: Never what was said to a lawyer.
      on: 2026-02-12
      review: 2026-11-01
    notes:
      - { partner: health, text: Ask the privacy officer. }
`
const SHARING = `  - prompt: own/sharing
    perspectives:
      - partner: legal
        said: Only with consent.
        on: 2026-03-01
      - partner: health
        said:
    agreed:
`
const OTHER = `  - prompt: own/other
    perspectives:
      - partner: legal
        said: Nothing.
    agreed:
`

const inFolder = (answers: string, args: string[], input = '') => {
  const {
    world,
    file: read,
    out,
    said,
  } = memoryWorld({
    files: { 'partnership.yaml': file(answers), 'prompts/09-own.yaml': OWN },
    input,
  })
  return {
    run: () => cli([...args, '--no-input'], world, '0'),
    text: () => read('partnership.yaml')!,
    out,
    said,
  }
}

test('what stands under questions that are now part of another is shown there', async () => {
  for (const args of [
    ['prompts', 'own/telling'],
    ['log', '9.1'],
    ['log', 'own/holding-back'],
  ]) {
    const { run, out, said } = inFolder(TELLING + HOLDING + OTHER, args)
    expect(await run(), said()).toBe(0)
    expect(out()).toContain(args[0] === 'log' ? 'Legal advice stays with us.' : 'What may we share?')
  }

  const check = inFolder(TELLING + HOLDING + SHARING, ['check', '--only', 'references'])
  expect(await check.run()).toBe(1)
  expect(check.out()).toContain('2 questions of this file are now part of others')
  expect(check.out()).toContain('9.1 Sharing')
  expect(check.out()).toContain('partnership.yaml:7:')
  expect(check.out()).not.toContain('no-such-prompt')
  const none = inFolder(SHARING, ['check', '--only', 'references'])
  expect(await none.run()).toBe(0)
})

const CASES: Record<string, [answers: string, args: string[]]> = {
  'moved when that is asked for': [TELLING + HOLDING + SHARING + OTHER, ['check', '--move']],
  'moved where the file has no room for it yet': [TELLING + HOLDING + OTHER, ['check', '--move']],
  'nothing to move': [SHARING + OTHER, ['check', '--move']],
  'one of them was set aside': [
    `${TELLING}  - prompt: own/holding-back\n    perspectives: []\n    parked: Until the new law is here.\n`,
    ['check', '--move'],
  ],
  'all of them were set aside': [
    '  - prompt: own/telling\n    perspectives: []\n    parked: Later.\n  - prompt: own/holding-back\n    perspectives: []\n    parked: Until the new law is here.\n',
    ['check', '--move'],
  ],
  'the same words twice': [TELLING + TELLING.replace('telling', 'holding-back'), ['check', '--move']],
  'a partner says something new': [
    TELLING + HOLDING + SHARING,
    ['answer', '9.1', '--as', 'health', 'Only numbers.'],
  ],
  'it is agreed anew': [
    TELLING + HOLDING,
    ['agree', '9.1', 'We will share a name.', '--review', '2027-02-01'],
  ],
  'it is set aside': [TELLING + HOLDING, ['park', '9.1', 'Until spring.']],
  'another question is answered': [TELLING + OTHER, ['answer', '9.2', '--as', 'health', 'Much.']],
}

test('what a file says of them moves, and nothing of it is lost', async () => {
  let golden = ''
  for (const [name, [answers, args]] of Object.entries(CASES)) {
    const { run, text, said } = inFolder(answers, args)
    expect(await run(), said()).toBe(0)
    golden += `── ${name}: hjp ${args.join(' ')}\n${text().slice(text().indexOf('answers:'))}${said()}\n`
  }
  await expect(golden).toMatchFileSnapshot('gathered.golden.txt')
})

test('a section of the agreement may name a question by the id it had, and one that is not asked here', async () => {
  const { world, out, said } = memoryWorld({
    files: {
      'partnership.yaml': file(TELLING + HOLDING),
      'prompts/09-own.yaml': OWN,
      'templates/mou/90-own.hbs': `---\ntitle: What we share\n---\n{{{clause "own/telling"}}}\n{{{clause "own/federal"}}}\n`,
    },
  })
  expect(await cli(['mou', '--format', 'md', '--out', '-'], world, '0'), said()).toBe(0)
  expect(out().match(/A name and what it is about\.|federal/g)).toEqual(['A name and what it is about.'])
})

test('a question is asked where the partnership is, or where it was asked before', async () => {
  const status = async (locale: string, answers = OTHER) => {
    const { world, out } = memoryWorld({
      files: {
        'partnership.yaml': file(answers).replace('name: Hillside', `name: Hillside\nlocale: ${locale}`),
        'prompts/09-own.yaml': OWN,
      },
    })
    await cli(['prompts', 'own'], world, '0')
    return out().includes('federal money')
  }
  expect(await status('en-AU')).toBe(false)
  expect(await status('en-US')).toBe(true)
  expect(await status('en-AU', `${OTHER}  - prompt: own/federal\n    perspectives: []\n`)).toBe(true)
})
