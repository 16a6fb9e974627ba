import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import type { Question } from '../src/intake/returned.ts'
import { openWord } from '../src/intake/word/package.ts'
import { readWord } from '../src/intake/word/word.ts'
import { readManifest } from '../src/ooxml/manifest.ts'
import { stampOf } from '../src/ooxml/stamps.ts'
import {
  clausesIn,
  draftsOf,
  filled,
  filling,
  type Piece,
  type Redraft,
  redrafted,
  redraftedAt,
  told,
} from './fillings.ts'
import { unagreed } from './known.ts'
import { exampleFile, library, memoryWorld, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'
import { edited } from './zipped.ts'

const fresh = exampleFile('first-steps')
/** With a gap that a partner can fill in. */
const GAP = 'agreement-terms/claims-against-a-partner'
const mature = unagreed(riverbend, GAP)
const questions: Question[] = promptsOf(library.parts).map(({ id, number, topic, ask, decision }) => ({
  ...{ prompt: id, number, topic, ask },
  ...(decision && { choices: ['Yes', 'No', 'Not yet'] }),
}))
const typed = (words: string): Piece[] => [{ kind: 'paragraph', words, how: 'typed' }]

const { hjp: run, written } = runner({ library, today: '2026-05-04' })
/** What happened with a run, with the partnership as it is afterwards. */
async function hjp(...given: Parameters<typeof run>) {
  const made = await run(...given)
  return { ...made, partnership: readYaml('partnership.yaml', made.text, Partnership) }
}

const outgoing = new Map<string, Promise<Uint8Array>>()
/** A Word file that was sent out on a day. The same one is made once. */
function sentOut(today: string, file: string, ...args: string[]): Promise<Uint8Array> {
  const key = [today, file, ...args].join(' ')
  const made = outgoing.get(key) ?? written(file, args, 'docx', { today })
  outgoing.set(key, made)
  return made
}
const worksheet = (file: string, ...args: string[]) => sentOut('2026-03-02', file, 'worksheet', ...args)
const agreement = (today = '2026-05-04') => sentOut(today, mature, 'mou')
const returned = async () => redrafted(await agreement('2026-03-02'))

const bring = (file: string, bytes: Uint8Array, ...args: string[]) =>
  hjp(file, ['import', 'back.docx', ...args], { files: { 'back.docx': bytes } })

test('every answer of a worksheet arrives word for word, in its prompt, however Word says it', {
  timeout: 120_000,
}, async () => {
  const sheet = await worksheet(fresh, 'what-we-do', '1.1', '1.4', '--for', 'surgery')
  const parts = openWord('w.docx', sheet)
  const sent = readManifest(parts.sent!)!
  expect(sent.places).toHaveLength(27)
  fc.assert(
    fc.property(fc.array(filling, { minLength: 27, maxLength: 27 }), (fillings) => {
      const { answers, others } = readWord(
        'w.docx',
        openWord('w.docx', filled(sheet, fillings)),
        questions,
        sent,
      )!
      expect(answers.map(({ prompt, words }) => [prompt, words])).toEqual(
        sent.places.map(({ prompt }, n) => [prompt, told(fillings[n]!)]),
      )
      expect(others).toEqual([])
    }),
    { numRuns: runs(100) },
  )
})

const answerOf = ({ partnership }: { partnership: Partnership }, prompt: string) =>
  partnership.answers.find((each) => each.prompt === prompt)!
const saidBy = (made: { partnership: Partnership }, prompt: string, partner = 'surgery') =>
  answerOf(made, prompt).perspectives.find((each) => each.partner === partner)!
const replaced = (bytes: Uint8Array, from: string | RegExp, to: string) =>
  edited(bytes, {
    'word/document.xml': (xml) => {
      const made = xml.replace(from, () => to)
      expect(made, `${from}`).not.toBe(xml)
      return made
    },
  })

test('a worksheet comes back as the words of its partner, with what was ticked and what was remarked', async () => {
  const sheet = await worksheet(fresh, '5.1', '5.3', '5.4', '--for', 'surgery')
  const back = edited(filled(sheet, [typed('By phone, both ways.'), typed('Housing first.')]), {
    'word/document.xml': (xml) =>
      xml
        .replace('\u2610', '\u2612')
        .replace('Why we ask: A referral', 'Why we ask, and so do I: A referral')
        .replace(
          /<w:r [^>]*><w:t xml:space="preserve">Housing/,
          '<w:r><w:commentReference w:id="7"/></w:r>$&',
        )
        .replace(/Will you plan and carry out/, 'Who will plan and carry out'),
    'word/comments.xml': () =>
      '<w:comments><w:comment w:id="7" w:author="Dr Lee"><w:p><w:r><w:t>Who pays?</w:t></w:r></w:p></w:comment></w:comments>',
  })
  const made = await bring(fresh, back, '--yes', '--notes')
  expect(made.code, made.said()).toBe(0)
  expect(saidBy(made, 'what-we-do/referral-pathways')).toEqual({
    ...{ partner: 'surgery', said: 'By phone, both ways.', on: '2026-05-04' },
  })
  expect(saidBy(made, 'what-we-do/secondary-consultation').said).toBe('Yes.\n\nHousing first.')
  expect(saidBy(made, 'what-we-do/case-coordination').said).toBeUndefined()
  const notes = made.partnership.answers.flatMap(({ prompt, notes }) =>
    notes.map(({ by, text }) => [prompt, by, text.slice(0, 40)]),
  )
  expect(notes).toEqual([
    ['what-we-do/referral-pathways', undefined, 'Why we ask, and so do I: A referral path'],
    ['what-we-do/secondary-consultation', 'Dr Lee', 'Who pays?'],
    ['what-we-do/case-coordination', undefined, 'Who will plan and carry out help togethe'],
  ])
  const again = await bring(made.text, back, '--yes', '--notes')
  expect(again.text).toBe(made.text)
  const next = await worksheet(made.text, '5.3', '--for', 'surgery')
  expect((await bring(made.text, next)).said()).toContain('Nothing in it is new')
})

test('a worksheet that is compared with an earlier one asks what it asks now', async () => {
  const then = { 'then.yaml': fresh.replace('name: Fenbrook Surgery', 'name: Fenbrook') }
  const made = await hjp(
    fresh,
    ['worksheet', '5.1', '5.2', '--for', 'surgery', '--since', 'then.yaml', '--format', 'txt'],
    { files: then },
  )
  expect(made.out()).toContain('Questions for Fenbrook {+Surgery+}')
  expect(made.out().match(/Your answer to/g)).toHaveLength(2)
})

const BOXES = /<w:sdt>(?:(?!<w:sdt>).)*?w14:checkbox.*?Not yet<\/w:t><\/w:r>/s
test.each<[line: string, said: string | undefined]>([
  ['\u2610 Yes \u2610 No \u2610 Not yet', undefined],
  ['\u2610 Yes \u2612 No \u2610 Not yet', 'No.'],
  ['x Yes \u2610 No \u2610 Not yet', 'Yes.'],
  ['\u2610 Yes \u2610 No \u2705 Not yet', 'Not yet.'],
  ['\u2611\ufe0f No', 'No.'],
  ['\u2612 Yes \u2610 No \u2610 Not yet in spring', 'Yes.\n\nin spring'],
  // Whatever is not plain stays as it was written.
  ['\u2612 Yes \u2612 No \u2610 Not yet', '\u2612 Yes \u2612 No \u2610 Not yet'],
  ['\u2610 Yes x \u2610 No \u2610 Not yet', '\u2610 Yes x \u2610 No \u2610 Not yet'],
  ['\u2612 Yes (24/7) \u2610 No \u2610 Not yet', '\u2612 Yes (24/7) \u2610 No \u2610 Not yet'],
  ['\u2753 Yes \u2753', '\u2753 Yes \u2753'],
  ['Yes No Not yetis', 'Yes No Not yetis'],
])('ticked as "%s"', async (line, said) => {
  const sheet = await worksheet(fresh, '5.3', '--for', 'surgery')
  const made = await bring(fresh, replaced(sheet, BOXES, `<w:r><w:t>${line}</w:t></w:r>`), '--yes')
  expect(saidBy(made, 'what-we-do/secondary-consultation').said).toBe(said)
})

test('what is set off by hand, and what Word does not show as words, is not passed over', async () => {
  const run = (look: string, words: string) =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const sheet = await worksheet(fresh, '5.1', '5.3', '--for', 'surgery')
  const words = [
    run('<w:strike/>', 'Never'),
    run('', 'GP '),
    '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
    run('', ' lawyer, 10'),
    run('<w:vertAlign w:val="superscript"/>', '5'),
    '<w:hyperlink r:id="x">',
    run('', ' form'),
    '</w:hyperlink>',
    run('<w:vanish/>', 'unseen'),
  ].join('')
  const back = edited(replaced(sheet, /<w:r>(?:(?!<w:r>).)*\[Write here\]<\/w:t><\/w:r>/s, words), {
    'word/document.xml': (xml) =>
      xml
        .replace('>Yes<', '><')
        .replace(/(<w:r>)(<w:t xml:space="preserve">\u00a0No)/, '$1<w:rPr><w:b/></w:rPr>$2'),
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="x" Target="https://x.example/form" TargetMode="External"/></Relationships>',
      ),
  })
  const made = await bring(fresh, back, '--yes')
  expect(saidBy(made, 'what-we-do/referral-pathways').said).toBe(
    'GP \u2192 lawyer, 10\u2075 form (https://x.example/form)',
  )
  expect(made.out()).toMatch(/crossed out by hand, so it was not read:\s+Never/)
  expect(made.out()).toContain('unseen')
})

test('a form is read without its table, and with one that LibreOffice tracked in the wrong order', async () => {
  const sheet = filled(await worksheet(fresh, '5.1', '5.2', '--for', 'surgery'), [
    typed('By phone.'),
    typed('Monthly.'),
  ])
  const asText = edited(sheet, {
    'word/document.xml': (xml) =>
      xml.replace(/<\/?w:(tbl|tr|tc|tblGrid)>|<w:(tblPr|tblGrid|trPr|tcPr)>.*?<\/w:\2>/gs, ''),
  })
  const crossed = edited(sheet, {
    'word/document.xml': (xml) =>
      xml.replace(/<w:sdt>(.*?)<w:sdtContent>/s, '<w:del><w:sdt>$1<w:sdtContent></w:del>'),
  })
  for (const back of [asText, crossed]) {
    const made = await bring(fresh, back, '--yes')
    expect(saidBy(made, 'what-we-do/referral-pathways').said, made.said()).toBe('By phone.')
    expect(saidBy(made, 'what-we-do/training').said).toBe('Monthly.')
  }
})

// A worksheet is sent in March, the file changes in April, and the worksheet comes back in May.
const [SENT, HERE, THERE] = ['We ring them.', 'We write to them.', 'We visit them.']
test.each<[what: string, sent: string, here: string, there: string, said: string, proposed: string[]]>([
  ['nothing changed', SENT, SENT, SENT, SENT, []],
  ['changed here', SENT, HERE, SENT, HERE, []],
  ['changed there', SENT, SENT, THERE, THERE, []],
  ['both the same', SENT, THERE, THERE, THERE, []],
  ['both, and different', SENT, HERE, THERE, HERE, [THERE]],
  ['emptied here', SENT, '', SENT, '', []],
  ['emptied there', SENT, SENT, '', SENT, []],
  ['emptied here and changed there', SENT, '', THERE, '', [THERE]],
  ['changed here and emptied there', SENT, HERE, '', HERE, []],
  ['emptied in both', SENT, '', '', '', []],
  ['first written there', '', '', THERE, THERE, []],
  ['first written here', '', HERE, '', HERE, []],
  ['first written in both', '', HERE, THERE, HERE, [THERE]],
])('three ways: %s', async (_, sent, here, there, said, proposed) => {
  const id = 'what-we-do/referral-pathways'
  const saying = (words: string) =>
    fresh.replace(
      new RegExp(`(prompt: ${id}\\n[\\s\\S]*?partner: surgery\\n +said:).*`),
      (_, start: string) => `${start}${words && ` ${words}`}`,
    )
  const sheet = await worksheet(saying(sent), '5.1', '5.2', '--for', 'surgery')
  const place = sent === '' ? '[Write here]' : sent
  const back = there === sent ? sheet : replaced(sheet, `>${place}<`, `>${there}<`)
  const made = await bring(saying(here), back, '--yes')
  expect(saidBy(made, id).said ?? '').toBe(said)
  expect(answerOf(made, id).proposals).toEqual(
    proposed.map((text) => ({ partner: 'surgery', for: 'said', text, on: '2026-05-04' })),
  )
  if (there === '' && here !== '' && sent !== '')
    expect(made.out()).toContain('Left blank there. What is written here stays.')
  const checked = await hjp(made.text, ['check'])
  expect(checked.out().includes('two different answers here')).toBe(proposed.length > 0)
  if (proposed.length === 0) return
  for (const [args, words] of [
    [['answer', '5.1', 'We do both.', '--as', 'surgery'], 'We do both.'],
    [['answer', '5.1', '--as', 'surgery', '--returned'], there],
  ] as const) {
    const settled = await hjp(made.text, [...args])
    expect(answerOf(settled, id).proposals).toEqual([])
    expect(saidBy(settled, id).said).toBe(words)
  }
})

test.each([
  ['the day before', '2026-05-03', true],
  ['on the day', '2026-05-04', false],
  ['after it', '2026-05-05', false],
  ['nobody knows when', undefined, false],
])('a partner changes what it said itself %s, and nobody else has', async (_, on, isReplaced) => {
  const id = 'what-we-do/referral-pathways'
  const saying = fresh.replace(
    new RegExp(`(prompt: ${id}\\n[\\s\\S]*?partner: surgery\\n +said:).*`),
    (_, start: string) => `${start} ${HERE}${on ? `\n        on: ${on}` : ''}`,
  )
  const sheet = await worksheet(fresh, '5.1', '5.2', '--for', 'surgery')
  const made = await bring(saying, replaced(sheet, '>[Write here]<', `>${THERE}<`), '--yes')
  expect(saidBy(made, id)).toEqual(
    isReplaced
      ? { partner: 'surgery', said: THERE, on: '2026-05-04' }
      : expect.objectContaining({ said: HERE }),
  )
  expect(answerOf(made, id).proposals.map(({ text }) => text)).toEqual(isReplaced ? [] : [THERE])
  expect(made.out().includes('Both are kept')).toBe(!isReplaced)
  if (isReplaced) expect(made.said()).toContain(`said: ${HERE}`)
})

test.each([
  ['Agreed, except outreach is on Wednesdays, not Fridays.', 'talk'],
  ['Yes, but only by phone.', 'talk'],
  ['OK unless we move.', 'talk'],
  ['No - by phone, not email. My inbox is not monitored.', 'talk'],
  ['No, Fridays are full.', 'talk'],
  ['No. We ring.', 'talk'],
  ['Yes, by phone.', undefined],
  ['No-one has done that here.', undefined],
  ['Nobody but the front desk.', undefined],
  ['I do not agree with this.', 'talk'],
  ['No, we cannot accept this. Mondays are full.', 'talk'],
  ['We do not agree with this because Mondays are full.', 'talk'],
  ['We do not agree to every request, so we call first.', undefined],
  ['We agree by phone.', undefined],
])('on a form that asks about what is agreed, "%s" is a point to talk about: %s', async (words, kind) => {
  const id = 'what-we-do/referral-pathways'
  const sheet = await worksheet(mature, '5.1', '--for', 'health')
  const { said } = saidBy({ partnership: readYaml('', mature, Partnership) }, id, 'health')
  const first = said!.split('\n')[0]!
  const made = await bring(mature, replaced(sheet, `>${first}<`, `>${words}<`), '--yes')
  const talks = answerOf(made, id).proposals.map((each) => [each.for, each.text])
  expect(talks).toEqual(kind ? [[kind, expect.stringContaining(words)]] : [])
  expect(saidBy(made, id, 'health').said === said).toBe(kind !== undefined)
})

test('every clause arrives as it was redrafted, whatever was taken out and put in around it', {
  timeout: 120_000,
}, async () => {
  const mou = await agreement()
  const sent = readManifest(openWord('', mou).sent!)!
  const clauses = clausesIn(mou)
  expect(clauses.length).toBeGreaterThan(40)
  const was = new Map(sent.places.map(({ prompt, words }) => [prompt, words]))
  fc.assert(
    fc.property(draftsOf(clauses), (all) => {
      const parts = openWord('', redraftedAt(mou, all))
      const { answers, others, gone } = readWord('', parts, questions, sent)!
      for (const { prompt, words } of answers) {
        const draft = all.get(prompt)
        if (draft?.how === 'changed') expect(words).toBe(told(draft.by))
        else if (draft?.how === 'deleted') expect(words).toBe('')
        else expect(stampOf(words)).toBe(was.get(prompt))
      }
      const put = clauses.flatMap((id) =>
        all.get(id)?.how === 'followed' ? [[id, all.get(id)!.by] as const] : [],
      )
      expect(others.map(({ near, words }) => [near, words])).toEqual(
        put.map(([id, by]) => [id, told([{ kind: 'paragraph', words: 'Put in', how: 'typed' }, ...by])]),
      )
      expect(gone).toEqual([])
    }),
    {
      numRuns: runs(100),
      // Where a blank was filled in, words in bold are no new topic.
      examples: [
        [
          new Map<string, Redraft>([
            [GAP, { how: 'changed', by: [{ kind: 'paragraph', words: '&', how: 'formatted' }] }],
          ]),
        ],
      ],
    },
  )
})

test('an agreement comes back as proposals, and what has no place in it is shown', async () => {
  const made = await bring(mature, await returned(), '--as', 'health', '--yes', '--notes')
  expect(made.code, made.said()).toBe(0)
  const changed = made.partnership.answers.filter(
    ({ proposals, notes }) => proposals.length + notes.length > 0,
  )
  expect(
    changed.map(({ prompt, proposals, notes }) => [
      prompt,
      ...[...proposals, ...notes].map(({ text }) => text.slice(0, 60)),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "getting-to-know/language",
        "(Struck out in the copy that came back.)",
      ],
      [
        "what-we-can-achieve/client-difference",
        "Parking will be free.

    For both.",
      ],
      [
        "what-we-can-achieve/shared-goal",
        "Purpose, and our goal",
      ],
      [
        "what-we-do/referral-pathways",
        "Clients will be referred in both directions.
    - From health t",
      ],
      [
        "agreement-terms/claims-against-a-partner",
        "We will meet each March.",
      ],
    ]
  `)
  expect(answerOf(made, GAP).proposals[0]!.text).toBe('We will meet each March.')
  const before = readYaml('', mature, Partnership)
  const referral = 'what-we-do/referral-pathways'
  expect(answerOf(made, referral).agreed).toEqual(answerOf({ partnership: before }, referral).agreed)
  expect(answerOf(made, referral).proposals[0]!.text).toBe(
    answerOf({ partnership: before }, referral)
      .agreed!.text.trimEnd()
      .replace('ring the client.', 'ring the client by noon.'),
  )
  expect(made.out()).toMatch(/Riverbend Health struck it out\. What is agreed here stays/)
  expect((await hjp(made.text, ['check'])).out()).toContain('proposes a different wording for what is agreed')
  expect((await hjp(made.text, ['agenda', '5.1', '--format', 'md'])).out()).toContain(
    'Riverbend Health proposes:',
  )
  expect((await hjp(made.text, ['status'])).out()).toMatch(
    /5\.1 Referral pathways \(Riverbend Health suggested\s+other wording\)/,
  )
  expect((await hjp(made.text, ['log', '5.1'])).out()).toContain(
    'Riverbend Health sent back a different wording',
  )
  const again = await bring(
    made.text,
    edited(await returned(), {
      'word/document.xml': (xml) => xml.replace(' by noon<', ' by one<'),
    }),
    '--as',
    'health',
    '--yes',
  )
  const told = (await hjp(again.text, ['log', '5.1'])).out()
  expect([/by\s+noon/.test(told), /by\s+one/.test(told)]).toEqual([true, true])
  const settled = await hjp(made.text, ['agree', '5.1', '--proposed-by', 'health'])
  expect(answerOf(settled, referral).proposals).toEqual([])
  expect(answerOf(settled, referral).agreed!.text).toContain('by noon.')
  const kept = await hjp(made.text, ['ask', '5.1', '--as', 'everyone'], {
    replies: ['', '', 'before', 'legal', ''],
  })
  expect(answerOf(kept, referral).proposals, kept.said()).toEqual([])
  expect(answerOf(kept, referral).agreed!.text).not.toContain('by noon.')
})

test('a clause is all that stands in its mark, and what was taken out beside clauses is told', async () => {
  const mou = await agreement()
  const referral = 'what-we-do/referral-pathways'
  const split = replaced(
    mou,
    'Clients will be referred in both directions.</w:t></w:r></w:p>',
    'Clients will be referred</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr><w:r><w:t>in both directions.</w:t></w:r></w:p>',
  )
  const made = await bring(mature, split, '--as', 'health', '--yes')
  const was = answerOf({ partnership: readYaml('', mature, Partnership) }, referral).agreed!.text.trimEnd()
  expect(answerOf(made, referral).proposals[0]!.text).toBe(
    was.replace('referred in both', 'referred\n\nin both'),
  )
  const gone = edited(mou, {
    'word/document.xml': (xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*Each partner should have a lawyer(?:(?!<\/w:p>).)*<\/w:p>/s, ''),
  })
  const told = await bring(mature, gone, '--as', 'health')
  const headed = edited(mou, {
    'word/header1.xml': (xml) => xml.replace(/<w:t[ >][^<]*<\/w:t>/, '<w:t>Subject to our board</w:t>'),
  })
  expect((await bring(mature, headed, '--as', 'health')).out()).toMatch(
    /in a header or footer:\s+Subject to our/,
  )
  expect(told.out()).toMatch(/deleted there:\s+Each partner should have a lawyer/)
})

test("of a decision that the agreement says in its own words, the partner's words come back, and those where they changed too", async () => {
  const advice = 'what-we-do/secondary-consultation'
  const decided = (await hjp(mature, ['agree', '5.3', 'Yes - by phone, each Monday.', '--decision', 'yes']))
    .text
  const sent = (await hjp(decided, ['mou', '--out', 'm.docx'])).bytes('m.docx')!
  const proposed = async (...changes: [string, string][]) => {
    const back = changes.reduce<Uint8Array>((bytes, [from, to]) => replaced(bytes, from, to), sent)
    return answerOf(await bring(decided, back, '--as', 'health', '--yes'), advice).proposals.map(
      ({ text }) => text,
    )
  }
  expect(await proposed()).toEqual([])
  expect(await proposed(['each Monday', 'each Friday'])).toEqual(['by phone, each Friday.'])
  expect(await proposed(['We will give each', 'We may give each'])).toEqual([
    "We may give each other's staff advice on helping their own clients, by phone, each Monday.",
  ])
})

test('steps come back as steps, and lists as lists', async () => {
  const steps =
    'Steps:\n\n1. ask\n2. call, on\n  (i) Mondays\n  (ii) Fridays\n\nThen:\n- wait\n- write\n(a) soon\n(b) later'
  const agreed = (await hjp(mature, ['agree', 'learning/using-it', steps])).text
  const sent = (await hjp(agreed, ['mou', '--out', 'm.docx'])).bytes('m.docx')!
  const proposed = async (bytes: Uint8Array) =>
    answerOf(await bring(agreed, bytes, '--as', 'health', '--yes'), 'learning/using-it').proposals.map(
      ({ text }) => text,
    )
  expect(await proposed(sent)).toEqual([])
  expect(await proposed(replaced(sent, 'Fridays<', 'Sundays<'))).toEqual([steps.replace('Fri', 'Sun')])
})

test('an agreement that nobody changed brings nothing', async () => {
  for (const letter of [[], ['--short']]) {
    const { bytes } = await hjp(mature, ['mou', ...letter, '--out', 'm.docx'])
    const untold = edited(bytes('m.docx')!, { 'customXml/item1.xml': () => '<a/>' })
    for (const back of [bytes('m.docx')!, untold])
      expect((await bring(mature, back, '--as', 'health')).said()).toContain('Nothing in it is new')
  }
})

test('a file that no longer tells what was sent is held against what would be sent today', async () => {
  const untold = { 'customXml/item1.xml': () => '<a/>' }
  const sheet = filled(await worksheet(fresh, '5.1', '5.3', '--for', 'surgery'), [typed('By phone.')])
  const made = await bring(fresh, edited(sheet, untold), '--as', 'surgery', '--yes')
  expect(saidBy(made, 'what-we-do/referral-pathways').said).toBe('By phone.')
  expect(made.out()).not.toContain('Outside the answers')
  const longAgo = (xml: string) =>
    xml.replace(
      /A few words on each[^<]*/,
      'A few words on each are plenty. What you leave blank we can talk about when we meet.',
    )
  const old = await bring(
    fresh,
    edited(sheet, { ...untold, 'word/document.xml': longAgo }),
    '--as',
    'surgery',
    '--yes',
  )
  expect(old.out()).toContain(
    'much like what hjp would write there today:\n     2 questions, about 5 minutes.',
  )
  const back = await bring(mature, edited(await returned(), untold), '--as', 'health', '--yes')
  expect(answerOf(back, 'what-we-do/referral-pathways').proposals).toHaveLength(1)
  expect(back.partnership.answers.filter(({ proposals }) => proposals.length > 0)).toHaveLength(2)
})

test('what is written here while the keeper is asked stays', async () => {
  const sheet = filled(await worksheet(fresh, '5.1', '--for', 'surgery'), [typed('By phone.')])
  const made = memoryWorld({ library, files: { 'partnership.yaml': fresh, 'back.docx': sheet } })
  made.world.terminal.interactive = true
  made.world.terminal.choose = async (_, choices) => {
    await cli(['answer', '5.1', '--as', 'surgery', 'In person.'], made.world, '0')
    return choices[0]!.value
  }
  expect(await cli(['import', 'back.docx'], made.world, '0')).toBe(0)
  const partnership = readYaml('', made.file('partnership.yaml')!, Partnership)
  expect(saidBy({ partnership }, 'what-we-do/referral-pathways').said).toBe('In person.')
  expect(answerOf({ partnership }, 'what-we-do/referral-pathways').proposals[0]!.text).toBe('By phone.')
})

test('what another partnership sent out is not taken for ours', async () => {
  const sheet = filled(
    await worksheet(fresh.replace(/^name: .*/m, 'name: Elsewhere'), '5.1', '--for', 'surgery'),
    [typed('One.')],
  )
  const made = await bring(fresh, sheet, '--yes')
  expect([made.code, made.text]).toEqual([2, fresh])
  expect(made.said()).toContain('This was sent out by another partnership')
  expect((await bring(fresh, sheet, '--yes', '--as', 'surgery')).code).toBe(0)
})

test('the keeper says what is written, and whose words they are', async () => {
  const sheet = filled(await worksheet(fresh, '5.1', '5.2', '--for', 'surgery'), [
    typed('One.'),
    typed('Two.'),
  ])
  const asking = (...replies: string[]) =>
    hjp(fresh, ['import', 'back.docx'], { files: { 'back.docx': sheet }, replies })
  expect((await asking('none')).text).toBe(fresh)
  expect((await asking()).text).toBe(fresh)
  const some = await asking('some', 'no', 'yes')
  expect(saidBy(some, 'what-we-do/referral-pathways').said).toBeUndefined()
  expect(saidBy(some, 'what-we-do/training').said).toBe('Two.')
  const nobody = await bring(fresh, sheet)
  expect([nobody.code, nobody.text]).toEqual([2, fresh])
  expect(nobody.said()).toContain('Add *--yes* to write all of it.')
  const other = await bring(fresh, sheet, '--as', 'law-centre', '--yes')
  expect(saidBy(other, 'what-we-do/training', 'law-centre').said).toBe('Two.')
  const unnamed = await bring(mature, await returned(), '--yes')
  expect(unnamed.said()).toContain('Say whose answers these are with *--as*: legal, health.')
})

test('a worksheet that comes back as text tells whose it is, and two of them do not', async () => {
  const { out } = await hjp(fresh, ['worksheet', '5.1', '--for', 'surgery', '--format', 'txt'])
  const answered = out().replace(/(Your answer to Q5\.1:)/, '$1\nBy phone.')
  const two = await hjp(fresh, ['worksheet', '5.1', '--for', 'law-centre', '--format', 'txt'])
  const bringText = (text: string) => hjp(fresh, ['import', 'a.txt', '--yes'], { files: { 'a.txt': text } })
  const made = await bringText(answered)
  expect(saidBy(made, 'what-we-do/referral-pathways').said).toBe('By phone.')
  const both = await bringText(`${answered}\n${two.out()}`)
  expect([both.code, both.text]).toEqual([2, fresh])
})

const HEADING = 'Q5.1  Referral pathways'
const ASK = /How will .+ be referred between your services, in both directions\?/
const PLACE = 'Your answer to Q5.1:'
test.each<[where: string, typed: [RegExp | string, string][], said: string | undefined]>([
  ['behind the question', [[ASK, '$& By phone.']], 'By phone.'],
  ['under it', [[ASK, '$&\nBy phone.']], 'By phone.'],
  ['under it, after a line', [[ASK, '$&\n\nBy phone.']], 'By phone.'],
  ['under why it is asked', [[PLACE, 'By phone.\n\n$&']], 'By phone.'],
  ['in place of the mark', [[PLACE, 'By phone.']], 'By phone.'],
  [
    'behind the question, with no mark',
    [
      [ASK, '$& By phone.'],
      [PLACE, ''],
    ],
    'By phone.',
  ],
  ['under a colon, which may lead up to what another said', [[ASK, '$&\nThey said:\nBy phone.']], undefined],
  ['behind the topic alone', [[HEADING, '$& By phone.']], undefined],
  [
    'there and in its place',
    [
      [ASK, '$& By phone.'],
      [PLACE, '$&\nOn a form.'],
    ],
    'On a form.',
  ],
])('in a form that came back as text, an answer %s', async (_, typed, said) => {
  const form = (await hjp(fresh, ['worksheet', '4.1', '5.1', '--for', 'surgery', '--format', 'txt'])).out()
  const text = typed.reduce((all, [was, is]) => all.replace(was, is), form)
  const made = await hjp(fresh, ['import', 'a.txt', '--yes'], { files: { 'a.txt': text } })
  if (!said) expect(made.text).toBe(fresh)
  else expect(saidBy(made, 'what-we-do/referral-pathways').said).toBe(said)
  if (said !== 'By phone.') expect(made.out()).toContain('By phone.')
})

test('a remark that names one question belongs to that, and a blank place is no answer', async () => {
  const form = (await hjp(fresh, ['worksheet', '4.1', '5.1', '--for', 'surgery', '--format', 'txt'])).out()
  const text = form
    .replace('Your answer to Q4.1:', '$&\nMornings.')
    .replace(HEADING, 'Let us talk about Q5.3 again.\n\n$&')
    .replace('Q4.1  Meeting rhythm', 'See Q5.3 first, please.\n$&')
  const made = await hjp(fresh, ['import', 'a.txt', '--yes', '--notes'], { files: { 'a.txt': text } })
  expect(made.out()).toContain('a.txt: 1 new answer from Fenbrook Surgery')
  expect(made.out()).toMatch(/Near 5\.3 [^\n]+:\n {5}See Q5\.3 first/)
})

const OF_TWO: [reply: string, meetings: string | undefined, pathways: string | undefined][] = [
  ['1 - mornings.\n\nAnd 2 - by phone.', 'mornings.', 'by phone.'],
  ['1) mornings.\nand 2) by phone.', 'mornings.', 'by phone.'],
  ['first: mornings.\nsecond: by phone.', 'mornings.', 'by phone.'],
  ['First – mornings.\n\nSecond – by phone.', 'mornings.', 'by phone.'],
  ['For the first, mornings.\nFor the second, by phone.', 'mornings.', 'by phone.'],
  ['On your second one: by phone.', undefined, 'by phone.'],
  ['2nd question: by phone.', undefined, 'by phone.'],
  [
    '1. We need\nfirst: mornings.\nsecond: lunch.\n2. by phone.',
    'We need\nfirst: mornings.\nsecond: lunch.',
    'by phone.',
  ],
  ["For the second one we'd rather ring.", undefined, undefined],
  ['1 - mornings. And 2 - by phone.', undefined, undefined],
  ['first: mornings. second: by phone.', undefined, undefined],
  ['#1 mornings, #2 by phone.', undefined, undefined],
  ['(1) mornings (2) by phone.', undefined, undefined],
  ['The first one: mornings.\nThe last one: by phone.', 'mornings.', undefined],
  ['First of all, thanks.\nSecond, we ring.', undefined, undefined],
  ['On the fifth one: by phone.', undefined, undefined],
]
test.each(OF_TWO)('of two questions, a reply that counts: %s', async (reply, meetings, pathways) => {
  const mail = (await hjp(fresh, ['email', '4.1', '5.1', '--for', 'surgery', '--format', 'txt'])).out()
  const quoted = `On Sun, 3 May 2026 at 10:11, Ana Ruiz <ana@l.example> wrote:\n\n${mail.replace(/^/gm, '> ')}`
  const args = ['import', 'a.txt', '--as', 'surgery', '--yes']
  const made = await hjp(fresh, args, { files: { 'a.txt': `${reply}\n\n${quoted}` } })
  const news = made.text.split('\n').filter((line) => !fresh.includes(line))
  const shown = made.out().split('Outside the answers')[0]!.replace(/\s+/g, ' ')
  for (const [topic, words] of [
    ['4.1 Meeting rhythm', meetings],
    ['5.1 Referral pathways', pathways],
  ] as const)
    if (words)
      expect(shown).toMatch(new RegExp(`${topic} .*?Sent back: ${words.replace(/\s+/g, ' ')}( 5\\.1 |$| $)`))
    else expect(shown).not.toContain(`${topic} Fenbrook`)
  if (!meetings && !pathways) expect(news).toEqual([])
  // Nothing said is lost.
  for (const line of reply.split('\n').slice(-1))
    expect(made.out().replace(/\s+/g, ' ')).toContain(line.split(/[:,.)–-] /).at(-1))
})

const hillside = readFileSync('test/intake-cases/partnership.yaml', 'utf8')
const ANA = 'Ana Ruiz <ana@hillsidelegal.example>'
const BO = 'Bo Li <bo.li@hillsidehealth.example>'
const RULE_ABOVE = '________________________________\n'
const outlook = (from: string) =>
  `${RULE_ABOVE}From: ${from}\nSent: Tuesday, 14 April 2026 8:00 AM\nTo: Bo\nSubject: RE: Questions\n\n`
const fields = (from: string) =>
  `From: ${from}\nDate: Tue, 14 Apr 2026 at 08:00\nSubject: Re: Questions\nTo: Bo\n\n`
const gmail = (from: string) => `---------- Forwarded message ---------\n${fields(from)}`
const apple = (from: string) => `Begin forwarded message:\n\n${fields(from)}`
const SAYS = '5.1: By phone.\n'
const mailOf = (subject: string, body: string, more = '') =>
  `From: ${BO}\nTo: x@x.example\nSubject: ${subject}\nDate: Wed, 15 Apr 2026 09:00:00 +1000\n${more || 'Content-Type: text/plain\n'}\n${body}`
const earlierBy = (from: string) => `\n${outlook(from)}5.3: Never.\n`
const carried = `--b\n\nFYI\n--b\nContent-Type: message/rfc822\n\nFrom: ${ANA}\nDate: Tue, 14 Apr 2026 08:00:00 +1000\nSubject: RE: x\n\n${SAYS}--b--\n`
/** What is passed on, the partner who then answers 5.1, and what is told. */
const FORWARDS: [what: string, mail: string, args: string[], by: string | undefined, told: string][] = [
  ['as Gmail does', mailOf('Fwd: x', `FYI\n\n${gmail(ANA)}${SAYS}`), [], 'legal', 'FYI'],
  ['as Outlook does', mailOf('FW: x', `FYI\n\n${outlook(ANA)}${SAYS}`), [], 'legal', 'FYI'],
  ['as Apple does', mailOf('Fwd: x', `${apple(ANA)}${SAYS}`), [], 'legal', 'By phone.'],
  [
    'as Apple does, quoted',
    mailOf('Fwd: x', `FYI\n${`${apple(ANA)}${SAYS}`.replace(/^/gm, '> ')}`),
    [],
    'legal',
    'FYI',
  ],
  [
    'as a message of its own',
    mailOf('FW: x', carried, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n'),
    [],
    'legal',
    'by Bo Li:\n     FYI',
  ],
  ['by name', mailOf('FW: x', `${outlook('Ana Ruiz')}${SAYS}`), [], 'legal', 'By phone.'],
  [
    'with what it answers',
    mailOf('FW: x', `FYI\n\n${outlook(ANA)}${SAYS}${earlierBy(BO)}`),
    [],
    'legal',
    'from an earlier message:\n     5.3: Never.',
  ],
  [
    'twice',
    mailOf('Fwd: x', `FYI\n\n${gmail('Jo <jo@x.example>')}See below.\n\n${gmail(ANA)}${SAYS}`),
    [],
    'legal',
    'See below.',
  ],
  [
    'from somebody who is not known',
    mailOf('FW: x', `FYI\n\n${outlook('Jo <jo@x.example>')}${SAYS}`),
    [],
    undefined,
    'Bo Li passed this on. Jo wrote it, and is not among the people in your file.\nSay whose',
  ],
  [
    'and somebody says otherwise',
    mailOf('Fwd: x', `${gmail(ANA)}${SAYS}`),
    ['--as', 'health'],
    'health',
    'someone from Hillside Legal wrote it. It is read as the words of Hillside Health',
  ],
  [
    'below answers',
    mailOf('Fwd: x', `${SAYS}\n${gmail(ANA)}5.3: Never.\n`),
    [],
    'health',
    'from an earlier message:\n     5.3: Never.',
  ],
  [
    'below answers, as Outlook does',
    mailOf('FW: x', `${SAYS}\n${outlook(ANA)}5.3: Never.\n`),
    [],
    'health',
    '',
  ],
  [
    'and is no forward',
    mailOf('RE: x', `Thanks!\n\n${outlook(ANA)}${SAYS}`),
    [],
    undefined,
    'earlier message',
  ],
]
test.each(FORWARDS)('a message that is passed on %s', async (_, mail, args, by, told) => {
  const made = await hjp(hillside, ['import', 'a.eml', '--yes', ...args], { files: { 'a.eml': mail } })
  const answer = made.partnership.answers.find(({ prompt }) => prompt === 'what-we-do/referral-pathways')
  const said = answer?.perspectives.filter(({ said }) => said === 'By phone.').map(({ partner }) => partner)
  expect(said ?? [], made.printed).toEqual(by ? [by] : [])
  expect(made.text).not.toContain('Never.')
  expect(made.out() + made.said()).toContain(told)
})

test('a form that is passed on with answers in it may be of whoever did that', async () => {
  const mail = (await hjp(hillside, ['email', '5.1', '5.3', '--for', 'health', '--format', 'txt'])).out()
  const filledIn = mail
    .replace(/(1\. Referral [^\n]*\n)/, '$1\nBy phone.\n')
    .replace(/^.*Hillside Health.*$/gm, '')
  const made = await hjp(hillside, ['import', 'a.eml', '--yes'], {
    files: { 'a.eml': mailOf('Fwd: x', `${gmail(ANA)}${filledIn}`) },
  })
  expect(made.said()).toContain('Bo Li passed this on, and it does not show who answered.')
  expect(made.text).toBe(hillside)
})

test('a text that tells neither whose it is nor what it answers leads to both', async () => {
  const files = { 'a.txt': 'Thank you, see you on Tuesday.\n' }
  const made = await hjp(fresh, ['import', 'a.txt'], { files, replies: ['surgery', 'no', 'no'] })
  expect(made.asked[0]).toContain('Whose answers are these? law-centre|surgery')
  expect(made.out()).toContain('a.txt, from Fenbrook Surgery: nothing in it could be placed under a question')
  expect(made.said()).toContain(
    'To save an answer yourself, name its question, such as *hjp answer 5.1 --as surgery*',
  )
})

test('what was found under no question is placed by hand, and what is left stays outside', async () => {
  const files = { 'a.txt': 'Hello Ana,\n\nOn one form.\n\nBy phone for the urgent.\n\nSee you soon.\n' }
  const replies = ['yes', 'referrals on paper', '5.1', 'referral pathways', '', 'all', 'no']
  const placed = await hjp(fresh, ['import', 'a.txt', '--as', 'surgery'], { files, replies })
  expect(saidBy(placed, 'what-we-do/referral-pathways').said).toBe('On one form.\n\nBy phone for the urgent.')
  expect(placed.out()).toContain('On its own:\n     See you soon.')
  expect(placed.said()).toContain('There is no prompt or part *referrals on paper*.')
  const stopped = await hjp(fresh, ['import', 'a.txt', '--as', 'surgery'], {
    files,
    replies: ['yes', '5.1', '/s'],
  })
  expect(stopped.text).toBe(fresh)
})

/** A reply as a mail program sends it. */
const email = (from: string, body: string, more = ''): string =>
  [
    `From: ${from}`,
    'To: Bethan Frost <bethan.frost@aldermerelaw.example>',
    'Date: Thu, 30 Apr 2026 09:12:00 +1000',
    'Subject: RE: Questions for Fenbrook Surgery',
    'MIME-Version: 1.0',
    more || 'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ].join('\r\n')
const quoted = (text: string) => text.replace(/^/gm, '> ')

test('a reply by email arrives under its questions, from the partner whose address it has', async () => {
  const sent = (
    await hjp(fresh, ['worksheet', '5.1', '5.3', '--for', 'surgery', '--show', 'ours', '--format', 'txt'])
  ).out()
  const body = quoted(sent)
    .replace('> Your answer to Q5.1:', '> Your answer to Q5.1:\nWarm handover, both ways.\n')
    .replace(/$/, '\n\nKind regards,\nNasreen')
  const made = await hjp(fresh, ['import', 'RE.eml', '--yes'], {
    files: { 'RE.eml': email('Nasreen <Nasreen.Dale@fenbrook.example>', `Hello Bethan,\n\n${body}`) },
  })
  expect(made.code, made.said()).toBe(0)
  expect(saidBy(made, 'what-we-do/referral-pathways')).toEqual({
    ...{ partner: 'surgery', said: 'Warm handover, both ways.', on: '2026-04-30' },
  })
  expect(
    made.partnership.answers.filter(({ perspectives }) => perspectives.some(({ on }) => on === '2026-04-30')),
  ).toHaveLength(1)
  expect(made.out()).toContain('Hello Bethan')
  expect(made.out()).toContain('a signature')
})

test('a worksheet in plain text that nobody answered brings nothing, on another day too', async () => {
  const args = ['worksheet', '5.1', '5.3', '--for', 'surgery', '--reply-by', '2026-12-10', '--format', 'txt']
  const sent = (await hjp(fresh, args)).out()
  const made = await hjp(fresh, ['import', 'w.txt', '--as', 'surgery'], { files: { 'w.txt': sent } })
  expect(made.said()).toContain('Nothing in it is new')
})

test('a worksheet that comes back attached is read, and what the email says is shown', async () => {
  const sheet = filled(await worksheet(fresh, '5.1', '--for', 'surgery'), [typed('By phone.')])
  const attached = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Done at last!',
    '--b',
    'Content-Type: application/octet-stream; name="w.docx"',
    'Content-Disposition: attachment; filename="w.docx"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(sheet).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--b',
    'Content-Type: application/pdf; name="policy.pdf"',
    'Content-Disposition: attachment; filename="policy.pdf"',
    '',
    '%PDF',
    '--b',
    'Content-Disposition: attachment; filename="broken.docx"',
    '',
    'PK no more',
    '--b--',
  ].join('\r\n')
  const made = await hjp(fresh, ['import', 'RE.eml', '--yes'], {
    files: { 'RE.eml': email('x@y.example', attached, 'Content-Type: multipart/mixed; boundary=b') },
  })
  expect(saidBy(made, 'what-we-do/referral-pathways').said, made.said()).toBe('By phone.')
  expect(made.out()).toContain('Done at last!')
  expect(made.out()).toMatch(/a file that was not read:\s+policy\.pdf/)
  expect(made.out()).toMatch(/broken\.docx is incomplete or damaged/)
})

test.each<BufferEncoding>(['utf8', 'utf16le'])(
  'plain text arrives under its numbers, in %s',
  async (encoding) => {
    const content = Buffer.from('\ufeff5.1: By phone.\n\n5.2 - Each month.\n', encoding)
    const made = await hjp(fresh, ['import', 'a.txt', '--as', 'surgery', '--yes'], {
      files: { 'a.txt': content },
    })
    expect(saidBy(made, 'what-we-do/referral-pathways').said, made.said()).toBe('By phone.')
    expect(saidBy(made, 'what-we-do/training').said).toBe('Each month.')
  },
)

test.each([
  [
    'by their numbers',
    ['5.1: By phone.', '', '5.3 Yes.', '5.3a It saves a referral.', '', '1.6) Let it rest.'],
    '',
  ],
  ['as it counts', ['1. By phone.', '', '3/ Let it rest.', '', '2) Yes.', '2a: It saves a referral.'], '> '],
])('a reply to our own email is placed %s', async (_, lines, quoted) => {
  const asked = ['5.1', '5.3', '5.3a', '1.6']
  const { out } = await hjp(fresh, ['email', ...asked, '--for', 'surgery', '--show', 'ours', '--out', '-'])
  const original = quoted
    ? ['On Tue, 5 May 2026 at 9:14 am, Bethan Frost <b@l.example> wrote:', '', ...out().split('\n')]
    : []
  const reply = [...lines, '', ...original.map((line) => quoted + line)].join('\n')
  const given = ['import', 'back.txt', '--as', 'surgery', '--yes']
  const { code, said, partnership } = await hjp(fresh, given, { files: { 'back.txt': reply } })
  expect(code, said()).toBe(0)
  const words = asked.map((number) => {
    const { prompt } = questions.find((each) => each.number === number)!
    const { perspectives } = partnership.answers.find((each) => each.prompt === prompt)!
    return perspectives.find(({ partner }) => partner === 'surgery')?.said
  })
  expect(words).toEqual(['By phone.', 'Yes.', 'It saves a referral.', 'Let it rest.'])
})

test.each<[first: string, again: string]>([
  ['5.1: By phone, and then the form.\n', '5.1: By phone,\nand then the form\n'],
  ['Q5.1: By phone.\n\nFor 5.3 I ask our principal.\n', '5.1: by phone\n\nFor 5.3 I ask our\nprincipal.\n'],
  ['5.1: By phone.\n\nThe rest is fine.\n', '5.1: By phone.\nThe rest is fine\n\nCheers P\n'],
  ['5.1: To IT, in May.\n', '5.1: to IT,\nin May\n'],
])('a reply that comes again, also in another form, changes nothing and says so', async (first, again) => {
  const bringing = (file: string, text: string) =>
    hjp(file, ['import', 'a.txt', '--as', 'surgery', '--yes', '--notes'], { files: { 'a.txt': text } })
  const once = await bringing(fresh, first)
  for (const text of [first, again]) {
    const twice = await bringing(once.text, text)
    expect(twice.text).toBe(once.text)
    expect(twice.out()).toMatch(/nothing new; already in your file: 1 answer/)
  }
})

test.each<[sign: string, isSigned: boolean]>([
  ['Tamahere', true],
  ['Tamahere Pōtae', true],
  ['Okarito', false],
])('the name of somebody in the file signs a reply, whichever it is: %s', async (sign, isSigned) => {
  const file = hillside.replace('Ana Ruiz', 'Tamahere Pōtae')
  const files = { 'a.txt': `5.1: By phone.\n\n${sign}\n` }
  const made = await hjp(file, ['import', 'a.txt', '--as', 'legal', '--yes'], { files })
  expect(made.text).toContain('By phone.')
  expect(made.text.replace(/name: .*/g, '').includes(sign)).toBe(!isSigned)
})

test('a capital within the words makes others of them', async () => {
  const bring = (file: string, text: string) =>
    hjp(file, ['import', 'a.txt', '--as', 'surgery', '--yes'], { files: { 'a.txt': text } })
  const once = await bring(fresh, '5.1: We leave it to us.\n')
  const other = await bring(once.text, '5.1: We leave IT to us.\n')
  expect(other.text).toContain('We leave IT to us.')
})

test('what came back is told by what is new in it, what was in the file and what nobody changed', async () => {
  const texts = ['5.1: By phone.\n', '5.1: By phone.\n4.1: Mornings.\n']
  const [first, both] = texts.map((text) => ({ 'a.txt': text }))
  const once = await hjp(fresh, ['import', 'a.txt', '--as', 'surgery', '--yes'], { files: first! })
  expect(once.out()).toContain('a.txt: 1 new answer from Fenbrook Surgery\n')
  const twice = await hjp(once.text, ['import', 'a.txt', '--as', 'surgery', '--yes'], { files: both! })
  expect(twice.out()).toContain('a.txt: 1 new answer from Fenbrook Surgery; already in your file: 1 answer\n')
  const copy = await bring(mature, await returned(), '--as', 'health', '--yes')
  expect(copy.out()).toMatch(
    /^back\.docx: 2 new proposals and 1 new [a-z ]+ from [^;]+; unchanged: \d+ clauses\n/,
  )
})

test.each<[typed: string, is: 'nothing' | 'elsewhere' | 'answer']>([
  ['n/a', 'nothing'],
  ['N/A.', 'nothing'],
  ['NA', 'nothing'],
  ['not applicable', 'nothing'],
  ['Does not apply', 'nothing'],
  ['nil', 'nothing'],
  ['-', 'nothing'],
  ['see above', 'elsewhere'],
  ['As above.', 'elsewhere'],
  ['same as 4.1', 'elsewhere'],
  ['See my answer to Q4.1', 'elsewhere'],
  ['ditto', 'elsewhere'],
  ['No', 'answer'],
  ['None', 'answer'],
  ['Same day', 'answer'],
  ['See the doctor first', 'answer'],
  ['As agreed above the fold', 'answer'],
])('"%s" where an answer goes: %s', async (words, is) => {
  const text = `4.1: Mornings.\n5.1: ${words}\n`
  const made = await hjp(fresh, ['import', 'a.txt', '--as', 'surgery', '--yes'], { files: { 'a.txt': text } })
  const answer = made.partnership.answers.find(({ prompt }) => prompt === 'what-we-do/referral-pathways')
  const said = answer?.perspectives.find(({ partner }) => partner === 'surgery')?.said
  expect(said?.trim() || undefined).toBe(is === 'answer' ? words : undefined)
  const told = {
    nothing: 'there is nothing to answer',
    elsewhere: 'says only where its answer',
    answer: 'Sent back',
  }
  expect(made.out()).toContain(told[is])
  expect(made.out()).toContain(words)
})

test('of a reply in which one answer names somebody, only that is held back', async () => {
  const text = '4.1: Mornings.\n5.1: Maria Gonzalez came in with her debts.\n5.3: By phone.\n'
  const args = ['import', 'a.txt', '--as', 'surgery', '--yes']
  const made = await hjp(fresh, args, { files: { 'a.txt': text } })
  expect(made.text).toContain('Mornings.')
  expect(made.text).toContain('By phone.')
  expect(made.text).not.toContain('Maria')
  expect(made.said()).toContain(
    'Held back, because this could identify a client:\n  5.1 Referral pathways, what was said by',
  )
  expect(made.said()).toContain('such as with *hjp answer 5.1 --as surgery*')
  expect(made.code).toBe(1)
  const allowed = await hjp(made.text, [...args, '--allow', 'she agreed'], { files: { 'a.txt': text } })
  expect(allowed.text).toContain('Maria Gonzalez came in with her debts.')
  expect(allowed.out()).toContain('1 new answer from Fenbrook Surgery; already in your file: 2 answers')
})
