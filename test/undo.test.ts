import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'

const { hjp } = runner({ library, today: '2026-11-16' })

const words = fc.constantFrom(
  'We call first.',
  'On one form.\n\nRead by ten.',
  'A quote: "so", a # mark and an é.',
  'x',
  'Later',
)
const prompt = fc.constantFrom('1.2', '1.6', '5.1', '2.1', '4.1', '9.17')
const partner = fc.constantFrom('legal', 'health')
const day = fc.constantFrom('2026-11-02', '2026-11-10', '2026-11-16')
const quoted = (text: string) => JSON.stringify(text)

/** One use of each command that writes, and what it reads from standard input. */
const command: fc.Arbitrary<{ args: string[]; input?: string }> = fc.oneof(
  fc.tuple(prompt, partner, words).map(([p, who, said]) => ({ args: ['answer', p, '--as', who, said] })),
  fc.tuple(prompt, words, partner).map(([p, text, lead]) => ({ args: ['agree', p, text, '--lead', lead] })),
  fc.tuple(prompt, words).map(([p, why]) => ({ args: ['park', p, why] })),
  words.map((why) => ({ args: ['park', 'getting-to-know', why] })),
  fc.constantFrom('--resume').map((key) => ({ args: ['park', 'getting-to-know', key] })),
  prompt.map((p) => ({ args: ['park', p, '--resume'] })),
  words.map((what) => ({ args: ['add', 'action', `what=${what}`, 'owner=health'] })),
  words.map((what) => ({ args: ['change', 'insurers blind', `what=${what}`] })),
  words.map((why) => ({ args: ['done', 'insurers blind', '--dropped', why] })),
  fc
    .constantFrom('a4', 'm2', 'trust', 'reached/2026-07-14', 'health/liaison')
    .map((name) => ({ args: ['remove', name, '--yes'] })),
  fc.tuple(prompt, partner).map(([p, who]) => ({ args: ['answer', p, '--as', who, '--clear', '--yes'] })),
  prompt.map((p) => ({ args: ['agree', p, '--clear', '--yes'] })),
  day.map((date) => ({ args: ['measure', 'reached', '31', '--date', date] })),
  fc.tuple(partner, fc.constantFrom('A', 'B')).map(([who, rating]) => ({
    args: ['rate', 'six-requirements', '--as', who, '--by', 'one', '--answers', '-'],
    input: `concerned: ${rating}`,
  })),
  fc.tuple(day, prompt, words).map(([on, p, text]) => ({
    args: ['record', '--answers', '-'],
    input: `on: ${on}\nprompts: { "${p}": { health: ${quoted(text)}, agreed: ${quoted(text)} } }\ndecisions: [${quoted(text)}]`,
  })),
  fc.tuple(prompt, partner, words).map(([p, who, text]) => ({
    args: ['ask', '--answers', '-'],
    input: `"${p}": { ${who}: ${quoted(text)} }`,
  })),
)

test('undo takes back what hjp wrote, several in turn, to the letter; redo puts it in again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (commands, breaks, marked) => {
        const kept = new Map<string, string>()
        const texts = [(marked ? '\ufeff' : '') + riverbend.replaceAll('\n', breaks)]
        const run = (args: string[], input?: string) =>
          hjp(texts.at(-1)!, args, { kept, ...(input && { input }) })
        for (const { args, input } of commands) {
          const { text, code, said } = await run(args, input)
          expect(code === 0 || text === texts.at(-1), said()).toBe(true)
          if (text !== texts.at(-1)) texts.push(text)
        }
        let now = texts.at(-1)!
        for (const before of texts.slice(0, -1).reverse()) {
          const { text, code } = await hjp(now, ['undo'], { kept })
          expect([code, text]).toEqual([0, before])
          now = text
        }
        const end = await hjp(now, ['undo'], { kept })
        expect([end.code, end.text]).toEqual([2, now])
        for (const after of texts.slice(1)) {
          const { text } = await hjp(now, ['redo'], { kept })
          expect(text).toBe(after)
          now = text
        }
      },
    ),
    { numRuns: runs(20) },
  )
})

test('undo says what it took back, and leaves alone what something else changed since', async () => {
  const kept = new Map<string, string>()
  const one = await hjp(riverbend, ['answer', '1.2', '--as', 'legal', 'We call first.'], { kept })
  expect(one.said()).toMatch(
    /^Before, it said:\n {2}1\.2 .* → legal → said: .*\n\*hjp undo\* brings it back\.\n/,
  )
  const byHand = one.text.replace('We call first.', 'We call second.')
  const refused = await hjp(byHand, ['undo'], { kept })
  expect([refused.code, refused.text]).toEqual([2, byHand])
  expect(refused.said()).toContain('We call second.')
  const two = await hjp(byHand, ['answer', '1.2', '--as', 'legal', 'We write.'], { kept })
  const back = await hjp(two.text, ['undo'], { kept })
  expect([back.code, back.text]).toEqual([0, byHand])
  expect(back.said()).toContain('- ')
  expect(back.said()).toContain('We write.')
  const further = await hjp(back.text, ['undo'], { kept })
  expect([further.code, further.text]).toEqual([2, byHand])
  expect(further.said()).toContain('changed by something other than hjp')
})

test('a file that was cut short is not written to until it is asked for once more', async () => {
  const kept = new Map<string, string>()
  const { text } = await hjp(riverbend, ['answer', '1.2', '--as', 'legal', 'We call first.'], { kept })
  const cut = `${text.slice(0, text.indexOf('\nanswers:'))}\nanswers: []\n`
  const answer = ['answer', '1.6', '--as', 'legal', 'It went well.']
  const refused = await hjp(cut, answer, { kept })
  expect([refused.code, refused.text]).toEqual([2, cut])
  expect(refused.said()).toContain('less than half as long')
  const meant = await hjp(cut, answer, { kept })
  expect(meant.text).toContain('It went well.')
})
