import { expect, test } from 'vitest'
import { changes } from './changes.ts'
import { knownOn } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { ticked } from './ticked.ts'

const { hjp, after, written } = runner({ library, today: '2026-11-16' })

const SIX = ['1.1', '2.7', '3.5', '4.1', '5.1', '5.2']
const NINE = [...SIX, '5.3', '5.5', '9.9']
const printed = ['--format', 'md', '--out', '-']

test('a partner joins, is welcomed, agrees by a worksheet in Word, and leaves again', async () => {
  let file = riverbend
  let story = ''
  const run = async (args: string[], files: Record<string, Uint8Array> = {}) => {
    const made = await hjp(file, args, { files })
    story += `$ hjp ${args.join(' ')}\n${made.printed.trimEnd()}\n${changes(file, made.text)}\n\n`
    file = made.text
  }
  await run(['join', 'Youth House', '--sector', 'community', '--id', 'youth'])
  await run(['add', 'person', 'partner=youth', 'role=liaison', 'name=Cy Ng', 'email=cy@youthhouse.example'])
  await run(['status'])
  await run(['welcome', '--for', 'youth', ...printed])
  await run(['agenda', '--welcome', 'youth', '--date', '2026-12-15', '--minutes', '90', ...printed])
  const sheet = await written(file, ['worksheet', '--confirm', ...NINE, '--for', 'youth'], 'docx')
  const yes = Object.fromEntries(SIX.map((number) => [number, [0]]))
  const back = ticked(
    sheet,
    { ...yes, '5.3': [1], '5.5': [1], '9.9': [2] },
    {
      '5.3': 'We ask by phone, and never in writing.',
      '5.5': 'Each speaks for itself.',
      '9.9': 'Our clients are under 18.',
    },
  )
  await run(['import', 'confirm-youth.docx', '--yes'], { 'confirm-youth.docx': back })
  const agreed = knownOn(file, '2026-11-16')
    .view.prompts.filter((prompt) => prompt.agreed?.by.some(({ id }) => id === 'youth'))
    .map(({ number }) => number)
  expect(agreed).toEqual(SIX)
  await run(['agenda', '--date', '2027-02-02', ...printed])
  await run(['leave', 'youth', '--on', '2026-11-16', '--why', 'It has moved to another town.'])
  await run(['status'])
  expect((await hjp(file, ['agenda', '--date', '2027-02-02', ...printed])).out()).not.toContain(
    'asked to talk',
  )
  expect((await hjp(file, ['mou', ...printed])).out()).not.toContain('Youth House')
  expect((await hjp(file, ['check'])).out()).not.toMatch(/Youth House.*(talk|not yet agreed)/)
  await expect(story).toMatchFileSnapshot('golden/newcomer.txt')
})

test('what a partner is welcomed with fits whoever it is', async () => {
  const welcome = async (text: string, called: string) =>
    (await hjp(text, ['welcome', '--for', called, ...printed])).out()
  expect(await welcome(riverbend, 'Youth House')).toContain('thinking of joining us')
  const { file } = await after(riverbend, [
    { args: ['join', 'Youth House', '--sector', 'community', '--id', 'youth', '--on', '2027-02-01'] },
  ])
  const coming = await welcome(file, 'youth')
  expect(coming).toContain('Welcome, Youth House')
  expect(coming).toContain('Once you have joined, we will send you a worksheet')
  const guest = (await hjp(file, ['agenda', '--welcome', 'youth', ...printed])).out()
  expect(guest.match(/\*\*Youth House:\*\*/g)).toHaveLength(1)
  expect(await welcome(riverbend, 'health')).toContain(
    'Whatever you have not agreed to does not speak for you.',
  )
})

test('whoever is new is welcomed without being named, and named where there are others', async () => {
  const joined = (name: string) => ({ args: ['join', name, '--sector', 'community'] })
  const one = (await after(riverbend, [joined('Youth House')])).file
  expect((await hjp(one, ['welcome', ...printed])).out()).toContain('Welcome, Youth House')
  expect((await hjp(riverbend, ['welcome', ...printed])).said()).toContain('needs *--for <partner>*')
  const two = (await after(one, [joined('Elder Care')])).file
  expect((await hjp(two, ['welcome', ...printed])).said()).toContain('needs *--for <partner>*')
  const chosen = await hjp(two, ['welcome', ...printed], { replies: ['elder'] })
  expect(chosen.asked[0]).toMatch(/^The new partner: .* community\|elder$/)
})

test.each([
  ['2025-11-16', false],
  ['2025-11-17', true],
  ['2026-11-16', true],
])('the six activities notice who joined on %s: %s', async (joined, isNew) => {
  const { file } = await after(riverbend, [
    { args: ['join', 'Youth House', '--sector', 'community', '--id', 'youth', '--on', joined] },
  ])
  const told = (await hjp(file, ['activities', ...printed])).out()
  expect(told.includes('hjp welcome --for youth')).toBe(isNew)
  expect(told.includes('hjp agenda --welcome youth')).toBe(isNew)
})
