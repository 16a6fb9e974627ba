import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DECISION_WORDS } from '../../src/core/prompts/decisions.ts'
import { promptsOf } from '../../src/core/prompts/prompts.ts'
import { openWord } from '../../src/intake/word/package.ts'
import { paragraphsIn, readWord } from '../../src/intake/word/word.ts'
import { readManifest } from '../../src/ooxml/manifest.ts'
import { stampOf } from '../../src/ooxml/stamps.ts'
import { earlier } from '../earlier.ts'
import { clausesIn, draftsOf, redrafted, redraftedAt, words } from '../fillings.ts'
import { unagreed } from '../known.ts'
import { byNumber, copies, marksOf, ordered, respondents, tickedIn, wantedOf } from '../marked-copies.ts'
import { exampleFile, library, riverbend, runner, small } from '../memory-world.ts'
import { has, runs } from '../programs.ts'
import { ticked } from '../ticked.ts'
import { inFolder as at, follow, type Step } from './office.ts'

const questions = promptsOf(library.parts).map(({ id, number, topic, ask, decision }) => ({
  ...{ prompt: id, number, topic, ask },
  ...(decision && { choices: Object.values(DECISION_WORDS) }),
}))
const read = (bytes: Uint8Array) => {
  const parts = openWord('', bytes)
  return readWord('', parts, questions, readManifest(parts.sent!)!)!
}
const { hjp, after, written } = runner({ library, today: '2026-11-16' })
/** As many as the project promises. */
const MANY = runs(200)
/** Of what takes longer, and of which less can differ. */
const FEWER = runs(60)

test.skipIf(!has('soffice'))(
  'every answer arrives that was typed into a worksheet in LibreOffice',
  { timeout: 300_000 },
  async () => {
    const sheet = await written(
      exampleFile('first-steps'),
      ['worksheet', 'what-we-do', '1.1', '1.4', '--for', 'surgery'],
      'docx',
    )
    writeFileSync(at('sheet.docx'), sheet)
    const sent = readManifest(openWord('', sheet).sent!)!
    // The first table has two of the questions, the second all others.
    const cells = sent.places.map((_, n): [number, string] => (n < 2 ? [0, `B${n + 2}`] : [1, `B${n}`]))
    const paragraphs = fc.array(fc.array(words, { minLength: 1, maxLength: 2 }), { maxLength: 3 })
    const places = { minLength: cells.length, maxLength: cells.length }
    const all = fc.sample(fc.array(paragraphs, places), { numRuns: FEWER, seed: 11 })
    const typed = (answer: string[][], [table, cell]: [number, string], n: number): Step[] =>
      answer.length === 0
        ? []
        : [
            // Somebody who does not clear the place first writes on after what stands in it.
            [n % 3 === 0 && answer[0]!.length === 1 ? 'end of' : 'cell', table, cell],
            ...answer.flatMap((lines, p): Step[] => [
              ...(p > 0 ? [['paragraph'] as Step] : []),
              ...lines.flatMap((line, l): Step[] => [...(l > 0 ? [['break'] as Step] : []), ['type', line]]),
            ]),
          ]
    await follow(
      all.flatMap((answers, n): Step[] => [
        ['open', at('sheet.docx')],
        ...answers.flatMap((answer, place) => typed(answer, cells[place]!, n)),
        ['save', at(`back${n}.docx`)],
      ]),
    )
    all.forEach((answers, n) => {
      const back = read(readFileSync(at(`back${n}.docx`)))
      expect(back.others).toEqual([])
      expect(back.answers.map(({ prompt, words }) => [prompt, words])).toEqual(
        sent.places.map(({ prompt }, place) => [
          prompt,
          answers[place]!.map((lines) => lines.join('\n')).join('\n\n'),
        ]),
      )
    })
  },
)

test.skipIf(!has('soffice'))(
  'what was ticked and typed on a worksheet to confirm arrives from LibreOffice',
  { timeout: 120_000 },
  async () => {
    const [file] = (
      await after(riverbend, [{ args: ['join', 'Youth House', '--sector', 'community', '--id', 'youth'] }])
    ).ran
    const sheet = await written(
      file!.text,
      ['worksheet', '--confirm', '5.1', '5.2', '5.3', '5.5', '--for', 'youth'],
      'docx',
    )
    writeFileSync(at('confirm.docx'), ticked(sheet, { '5.1': [0], '5.2': [1], '5.3': [2], '5.5': [0, 1] }))
    await follow([
      ['open', at('confirm.docx')],
      ['end of', 0, 'B3'],
      ['type', 'Twice a year.'],
      ['save', at('confirmed.docx')],
    ])
    const files = { 'confirmed.docx': readFileSync(at('confirmed.docx')) }
    const back = await hjp(file!.text, ['import', 'confirmed.docx', '--yes'], { files })
    expect(back.out().match(/^5\..*\n.*|.*not clear.*/gm)).toEqual([
      '5.1 Referral pathways\n     Youth House agrees.',
      '5.2 Training and relationships\n     Proposed by Youth House, for you to settle: hjp ask 5.2',
      '5.3 Secondary consultation\n     Youth House would like to talk about it. It comes to the next agenda.',
      '     Near 5.5 Joint advocacy, not clear which answer is meant:',
    ])
    expect(back.text).toMatch(/for: agreed\n *text: .*\n? *Twice a year\./)
  },
)

test.skipIf(!has('soffice'))(
  `${MANY} copies of a questionnaire that were ticked or typed into in LibreOffice: every mark arrives`,
  { timeout: 600_000 },
  async () => {
    const all = respondents(MANY, 7).filter((marks) => byNumber(marks).length > 0)
    const made = await copies(all.length, 'docx')
    made.forEach(({ bytes }, n) => {
      writeFileSync(at(`copy${n}.docx`), n % 2 === 0 ? tickedIn(bytes, all[n]!) : bytes)
    })
    // Each group is a table: the mark of 2.1 goes into the first row below the head of the second.
    const typed = ([number, mark]: [string, string]): Step[] => {
      const [group, statement] = number.split('.').map(Number)
      return [
        ['cell', group! - 1, `B${statement! + 1}`],
        ['type', mark],
      ]
    }
    await follow(
      made.flatMap((_, n): Step[] => [
        ['open', at(`copy${n}.docx`)],
        ...(n % 2 === 0 ? [] : byNumber(all[n]!).flatMap(typed)),
        ['save', at(`marked${n}.docx`)],
      ]),
    )
    const files = Object.fromEntries(made.map((_, n) => [`${n}.docx`, readFileSync(at(`marked${n}.docx`))]))
    const back = await hjp(small, ['import', ...Object.keys(files), '--yes'], { files })
    expect(marksOf(back.text)).toEqual(ordered(made.map(({ code }, n) => wantedOf(code, all[n]!))))
  },
)

test.skipIf(!has('soffice'))(
  'an agreement says the same after LibreOffice has saved it',
  { timeout: 300_000 },
  async () => {
    // With a gap that a partner can fill in.
    const open = unagreed(riverbend, 'agreement-terms/claims-against-a-partner')
    const sent = await written(open, ['mou'], 'docx')
    const drafts = fc.sample(draftsOf(clausesIn(sent)), { numRuns: Math.ceil(MANY / 8), seed: 5 })
    const all = [sent, redrafted(sent), ...drafts.map((each) => redraftedAt(sent, each))]
    for (const [n, bytes] of all.entries()) writeFileSync(at(`mou${n}.docx`), bytes)
    await follow(
      all.flatMap((_, n): Step[] => [
        ['open', at(`mou${n}.docx`)],
        ['save', at(`mou${n}-saved.docx`)],
      ]),
    )
    const saved = (n: number) => read(readFileSync(at(`mou${n}-saved.docx`)))
    for (const [n, bytes] of all.entries()) expect(saved(n), `${n}`).toEqual(read(bytes))
    const { answers, others } = saved(1)
    expect(answers.filter(({ words, sent }) => stampOf(words) !== sent)).toHaveLength(3)
    expect(others.map(({ words }) => words)).toEqual([
      'Purpose, and our goal',
      'Parking will be free.\n\nFor both.',
    ])
  },
)

test.skipIf(!has('soffice'))(
  'LibreOffice takes or refuses every change of a comparison, and has the one version or the other',
  { timeout: 180_000 },
  async () => {
    const kinds = ['mou', 'agenda', 'handover']
    const steps: Step[] = []
    for (const kind of kinds) {
      const files = { 'then.yaml': earlier }
      const versions = {
        both: await written(riverbend, [kind, '--since', 'then.yaml', '--no-comments'], 'docx', { files }),
        now: await written(riverbend, [kind], 'docx'),
        earlier: await written(earlier, [kind], 'docx'),
      }
      for (const [name, bytes] of Object.entries(versions)) writeFileSync(at(`${kind}-${name}.docx`), bytes)
      const saved = (name: string, how: string, as: string): Step[] => [
        ['open', at(`${kind}-${name}.docx`)],
        ...(how ? [['do', how] as Step] : []),
        ['save', at(`${kind}-${as}.docx`)],
      ]
      steps.push(
        ...saved('both', '.uno:AcceptAllTrackedChanges', 'taken'),
        ...saved('both', '.uno:RejectAllTrackedChanges', 'refused'),
        ...saved('now', '', 'now-saved'),
        ...saved('earlier', '', 'earlier-saved'),
      )
    }
    await follow(steps)
    for (const kind of kinds) {
      const told = (as: string) =>
        paragraphsIn(readFileSync(at(`${kind}-${as}.docx`)))!.filter((words) => words.trim() !== '')
      expect(told('taken'), kind).toEqual(told('now-saved'))
      expect(told('refused'), kind).toEqual(told('earlier-saved'))
      expect(told('taken'), kind).not.toEqual(told('refused'))
    }
  },
)
