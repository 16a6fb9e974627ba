import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { changes } from './changes.ts'
import { library, memoryWorld } from './memory-world.ts'
import { ticked } from './ticked.ts'

/** What no agreement should lack, and the first of what partners do. */
const AGREED = `3.5: { agreed: { text: We want fewer people to lose their homes. } }
5.1: { agreed: { text: We ring each other first., lead: legal, review: 2027-05-01 } }
9.1: { agreed: { text: This document does not bind us in law. } }
9.2: { agreed: { text: This document starts on 1 May 2026 and ends on 30 April 2027. } }
9.3: { agreed: { text: The lawyer gives advice on housing and debt. } }
9.9: { agreed: { text: The lawyer tells nobody what a client has said. } }
9.10: { agreed: { text: We ask each client first. } }
9.11: { agreed: { text: The lawyer says when it cannot act. } }
9.12: { agreed: { text: The lawyer does not act against a partner. } }
9.16: { agreed: { text: Any of us may leave with three months' notice. } }
`
const CLAUSES = AGREED.match(/^\d+\.\d+/gm)!

test('one service finds partners, they agree, confirm, sign, change, compare, renew and part', async () => {
  let files: Record<string, string | Uint8Array> = {}
  let story = ''
  const run = async (today: string, args: string[], input = '', setting: object = {}) => {
    const before = String(files['partnership.yaml'] ?? '')
    const { world, file, bytes, out, said } = memoryWorld({ files, input, today, library, ...setting })
    const code = await cli(args, world, '0')
    const text = file('partnership.yaml') ?? ''
    files = { ...files, 'partnership.yaml': text }
    const changed = before === '' ? '' : changes(before, text)
    story += `── ${today}: hjp ${args.join(' ')}\n${(out() + said()).trimEnd()}\n${changed}\n\n`
    return { code, out: out(), said: said(), text, bytes }
  }
  const print = ['--format', 'md', '--out', '-']
  const person = (partner: string, role: string, name: string) => [
    'add',
    'person',
    `partner=${partner}`,
    `role=${role}`,
    `name=${name}`,
  ]

  await run('2026-02-02', [
    'init',
    '--name',
    'Hillside',
    '--partner',
    'legal=Hill Law',
    '--liaison',
    'legal=Ana Ruiz <ana@hill.example>',
  ])
  await run('2026-03-02', ['join', 'Hill Health', '--sector', 'health'])
  await run('2026-03-02', person('health', 'liaison', 'Bo Li'))
  await run('2026-04-06', ['ask', '--answers', '-'], AGREED)
  expect((await run('2026-04-06', ['mou', '--short', '--final', ...print])).code).toBe(0)

  await run('2026-05-04', ['join', 'Youth House', '--sector', 'community', '--id', 'youth'])
  await run('2026-05-04', person('youth', 'liaison', 'Cy Ng'))
  const refused = await run('2026-05-04', ['mou', '--final'])
  expect([refused.code, refused.said.includes('not yet agreed by Youth House')]).toEqual([1, true])
  const sheet = await run('2026-05-04', ['worksheet', '--confirm', '--for', 'youth', '--out', 'sheet.docx'])
  const yes = Object.fromEntries(CLAUSES.map((number) => [number, [0]]))
  files = { ...files, 'back.docx': ticked(sheet.bytes('sheet.docx')!, yes, {}) }
  await run('2026-05-18', ['import', 'back.docx', '--yes'])

  await run('2026-06-01', [
    'sign',
    '--from',
    '2026-06-01',
    '--until',
    '2027-05-31',
    '--renew-by',
    '2027-03-01',
    '--by',
    'Ana Ruiz',
    '--for',
    'legal',
  ])
  await run('2026-06-02', ['sign', '--by', 'Bo Li', '--for', 'health'])
  const signed = await run('2026-06-03', ['sign', '--by', 'Cy Ng', '--for', 'youth'])
  const version = {
    commit: { hash: 'abc', author: 'A', day: '2026-06-03', subject: 'Signed' },
    text: signed.text,
    before: [],
  }

  await run('2026-09-07', ['agree', '5.1', 'We ring each other first, and write it down.'])
  const history = { versions: [version], head: signed.text, isShallow: false }
  const redline = await run('2026-09-07', ['mou', '--since', 'signed', ...print], '', { history })
  expect(redline.out).toContain('{+, and write it down+}')

  expect((await run('2027-02-28', ['status'])).out).toContain('2027-03-01')
  await run('2027-05-24', [
    'sign',
    '--from',
    '2027-06-01',
    '--until',
    '2029-05-31',
    '--by',
    'Ana Ruiz',
    '--for',
    'legal',
  ])
  await run('2027-06-30', ['leave', 'youth', '--on', '2027-06-30', '--why', 'Its funding has ended.'])
  const last = await run('2027-06-30', ['mou', '--final', ...print])
  expect([last.code, /Signed for \| Youth House/.test(last.out)]).toEqual([0, false])
  await expect(story).toMatchFileSnapshot('golden/life.txt')
})
