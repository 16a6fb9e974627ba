import { strFromU8, unzipSync } from 'fflate'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { about, unagreed } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { ticked } from './ticked.ts'
import { edited } from './zipped.ts'

const { hjp, after, written } = runner({ library, today: '2026-11-16' })

const JOINED = about(riverbend, 'what-we-do', 'getting-to-know', 'agreement-terms').replace(
  '\npartners:\n',
  '\npartners:\n  - { id: youth, name: Youth House, sector: community, joined: 2026-11-16, people: [{ role: liaison, name: Cy Ng, email: cy@youth.example }] }\n',
)
const CONFIRM = ['worksheet', '--confirm', '--for', 'youth']
const CHOICES = 'Yes, we agree; we would change it; or let us talk?'

const onPathways = (text: string) =>
  readYaml('', text, Partnership).answers.find(({ prompt }) => prompt === 'what-we-do/referral-pathways')!
const proposed = (text: string) =>
  onPathways(text).proposals.map(({ partner, for: of, text }) => [partner, of, text.trim()])
/** Who agreed on 5.1 by itself, who said so, and when. */
const agreedToo = (text: string) =>
  onPathways(text).agreed!.also.map(({ partner, by, on }) => [partner, by, on])
const noted = (text: string) =>
  onPathways(text)
    .notes.filter(({ partner }) => partner === 'youth')
    .map(({ by, text, on }) => [by, text.trim(), on])

/** A worksheet on 5.1 as text, with something typed under it. */
async function typedOn(file: string, words: string): Promise<string> {
  const text = String(await written(file, [...CONFIRM, '5.1'], 'txt'))
  expect(text).toContain(`${CHOICES} Your answer to Q5.1:`)
  return text.replace('Your answer to Q5.1:', (mark) => `${mark}\n${words}\n`)
}
const bringText = (file: string, text: string | Uint8Array, name = 'back.txt', ...args: string[]) =>
  hjp(file, ['import', name, '--as', 'youth', '--yes', ...args], { files: { [name]: text } })

test.each<[typed: string, outcome: 'agrees' | 'proposes' | 'talks' | 'doubts' | 'nothing', words?: string]>([
  ['Yes, we agree', 'agrees'],
  ['yes, we agree.', 'agrees'],
  ['Yes', 'agrees'],
  ['Agreed!', 'agrees'],
  ['Yes we agree!', 'agrees'],
  ['Y', 'agrees'],
  ['ok', 'agrees'],
  ['OK with us, thanks', 'agrees'],
  ['Yes, agreed.', 'agrees'],
  ['We’re happy with this as it stands', 'agrees'],
  ['👍🏽', 'agrees'],
  ['No objection', 'agrees'],
  ['Agreed! The front desk knows.', 'agrees', 'The front desk knows.'],
  ['Yes, we agree. Please ring the front desk.', 'agrees', 'Please ring the front desk.'],
  ['We would change it:\n\nWe ring within three days.', 'proposes', 'We ring within three days.'],
  ['We would change it', 'talks', 'We would change it'],
  ['Let us talk. Who pays for the phone?', 'talks', 'Who pays for the phone?'],
  ['Let us talk', 'talks', 'Let us talk'],
  // As a page has them that a form in Word was saved as, or as they are typed.
  ['☒ Yes, we agree\n☐ We would change it\n☐ Let us talk', 'agrees'],
  ['[x] Yes, we agree\n[ ] We would change it\n[ ] Let us talk\nThanks all.', 'agrees', 'Thanks all.'],
  ['☐ Yes, we agree\n☑ We would change it\n☐ Let us talk\nTwice a year.', 'proposes', 'Twice a year.'],
  ['☐ Yes, we agree\n☐ We would change it\n☒ Let us talk\n[Write here]', 'talks', 'Let us talk.'],
  ['☒ Yes, we agree\n☐ We would change it\n☒ Let us talk', 'nothing'],
  // A silence is no yes, and neither is what may be one, nor a yes on a condition.
  ['', 'nothing'],
  ['Yes, we agree; let us talk', 'nothing'],
  ['Yes, we agree if we are paid for it.', 'doubts'],
  ['Yes, we agree. But only from June.', 'doubts'],
  ['We agree, provided the board does', 'doubts'],
  ['Agreed, from 1 June', 'doubts'],
  ['OK except the phone', 'doubts'],
  ['Agreed?', 'doubts'],
  ['We do not agree', 'doubts'],
  ['Fine.', 'doubts'],
  ['No', 'doubts'],
  ['We ring within three days.', 'doubts'],
])('typed under what is agreed: "%s"', async (typed, outcome, words) => {
  const back = await typedOn(JOINED, typed)
  const made = await bringText(JOINED, back)
  expect(agreedToo(made.text)).toEqual(outcome === 'agrees' ? [['youth', undefined, '2026-11-16']] : [])
  const waits = {
    proposes: [['youth', 'agreed', words]],
    talks: [['youth', 'talk', words]],
    doubts: [['youth', 'talk', typed]],
  }
  expect(proposed(made.text)).toEqual(outcome in waits ? waits[outcome as keyof typeof waits] : [])
  expect(noted(made.text)).toEqual(outcome === 'agrees' && words ? [[undefined, words, '2026-11-16']] : [])
  if (outcome === 'nothing' && typed) expect(made.out()).toContain('not clear which answer is meant')
  const again = await bringText(made.text, back)
  expect(again.text).toBe(made.text)
  if (outcome === 'doubts') {
    expect(made.out()).toContain('Youth House has not said yes.')
    expect(made.out()).toContain('1 new point to talk about from Youth House')
    expect(made.printed).toContain('1 point to talk about of youth')
    expect(again.out()).toContain('nothing new; already in your file: 1 point to talk about')
  }
})

test('what is not clear can be kept as a note, and as nothing more', async () => {
  const made = await bringText(
    JOINED,
    await typedOn(JOINED, 'Yes, we agree; let us talk'),
    'back.txt',
    '--notes',
  )
  expect(noted(made.text)).toEqual([[undefined, 'Yes, we agree; let us talk', '2026-11-16']])
  expect(agreedToo(made.text)).toEqual([])
})

test('a yes holds for who leads, too', async () => {
  const yes = await typedOn(JOINED, 'Yes, we agree')
  const { agreed } = onPathways(JOINED)
  const [other] = ['legal', 'health'].filter((id) => id !== agreed!.lead)
  const { file } = await after(JOINED, [
    { args: ['agree', '5.1', agreed!.text, '--lead', other!, '--by', 'legal', 'health'] },
  ])
  expect((await bringText(file, yes)).text).toBe(file)
})

test('a yes holds for the words that it was to', async () => {
  const yes = await typedOn(JOINED, 'Yes, we agree')
  const { agreed } = onPathways(JOINED)
  const [changed] = (
    await after(JOINED, [{ args: ['agree', '5.1', `${agreed!.text} Or not.`, '--by', 'legal', 'health'] }])
  ).ran
  const edits = [
    yes.replace('will first explain', 'may first explain'),
    yes.replace('ten working days', '15 working days'),
    yes.replace('Nobody will be', 'Nobody will ever be'),
  ]
  for (const [file, back] of [[changed!.text, yes], ...edits.map((text) => [JOINED, text])] as [
    string,
    string,
  ][]) {
    const made = await bringText(file, back)
    expect(made.text, back).toBe(file)
    expect(made.out()).toMatch(/A yes, but what is agreed here did not come back/)
    expect(made.code).toBe(1)
  }
  const bare = await bringText(JOINED, '5.1: Yes, we agree')
  expect(bare.text).toBe(JOINED)
})

test('in Word, one tick is an answer, two are told of, and none is a silence', async () => {
  const sheet = await written(JOINED, [...CONFIRM, '5.1', '5.2', '5.3', '5.5', '5.6'], 'docx')
  const back = ticked(
    sheet,
    { '5.1': [0], '5.2': [1], '5.3': [2], '5.5': [0, 2] },
    { '5.2': 'Twice a year.', '5.6': 'Fine.' },
  )
  const made = await bringText(JOINED, back, 'back.docx')
  expect(made.printed).toMatchInlineSnapshot(`
    "back.docx: 1 new confirmation, 1 new proposal and 2 new points to talk about from Youth House

    5.1 Referral pathways
         Youth House agrees.

    5.2 Training and relationships
         Proposed by Youth House, for you to settle: hjp ask 5.2

         Here now:                              Sent back:
         A lawyer will join the community       We would change it.
         health team meeting for fifteen
         minutes each month. Every new nurse,   Twice a year.
         social worker and lawyer in this
         work will meet their counterparts
         within a month of starting. Once a
         year both teams will spend a half
         day together.

    5.3 Secondary consultation
         Youth House would like to talk about it. It comes to the next agenda.

         Here now:                              Sent back:
         Staff of each partner may ask staff    Let us talk.
         of the other for advice on how to
         help their own clients. Questions
         will be put without names or other
         details that could identify anyone.
         The person who asks goes on helping
         the client and decides what to do.
         It is not legal or clinical advice
         to the client.

    5.6 Fit with the goal
         Youth House has not said yes. It comes to the next agenda. If it does
         agree: hjp agree 5.6 --by youth

         Here now:                              Sent back:
         Legal help on site, referrals and      Fine.
         advice between staff lead most
         directly to our goal. Training
         supports all three. Joint advocacy
         serves the longer goal on repairs.
         No activity yet reaches people who
         work nights.

    Outside the answers
         Near 5.5 Joint advocacy, not clear which answer is meant:
         ☒ Yes, we agree
         ☐ We would change it
         ☒ Let us talk
    1 remark outside the answers not kept. Keep them with *--notes*.
    changed  partnership.yaml: 1 confirmation, 1 proposal and 2 points to talk about of youth"
  `)
  const agreeing = readYaml('', made.text, Partnership).answers.flatMap(({ prompt, agreed }) =>
    agreed?.also.some(({ partner }) => partner === 'youth') ? prompt : [],
  )
  expect(agreeing).toEqual(['what-we-do/referral-pathways'])
  const struck = edited(back, {
    'word/document.xml': (xml) => xml.replace('will first explain', 'will sometimes explain'),
  })
  expect((await bringText(JOINED, struck, 'back.docx')).out()).toContain('did not come back with it')
})

test('an answer by email says who gave it', async () => {
  const sent = String(await written(JOINED, [...CONFIRM, '5.1'], 'txt'))
  const reply = [
    'From: Cy Ng <cy@youth.example>\nDate: Sun, 15 Nov 2026 08:15:00 +1100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n',
    '5.1: Yes, we agree\n\nCy\n\nOn Sat, 14 Nov 2026 at 9:14 am, Ana <ana@law.example> wrote:',
    sent.replace(/^/gm, '> '),
  ].join('\n')
  const made = await hjp(JOINED, ['import', 'back.eml', '--yes'], { files: { 'back.eml': reply } })
  expect(agreedToo(made.text)).toEqual([['youth', 'Cy Ng', '2026-11-15']])
  expect(noted(made.text)).toEqual([])
})

test('an email as it was sent is answered in place', async () => {
  const { html } = await PostalMime.parse(await written(JOINED, [...CONFIRM, '5.1', '5.2'], 'eml'))
  expect(html).toContain('Your answer to Q5.2:')
  const reply = [
    'From: Cy Ng <cy@youth.example>\nDate: Sun, 15 Nov 2026 08:15:00 +1100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n',
    html!.replace(/(Your answer to Q5\.1:(?:<[^>]*>)*)/, '$1<p>Yes, we agree</p>'),
  ].join('\n')
  const made = await hjp(JOINED, ['import', 'back.eml', '--yes'], { files: { 'back.eml': reply } })
  expect(agreedToo(made.text), made.printed).toEqual([['youth', 'Cy Ng', '2026-11-15']])
  expect(made.out()).not.toContain('Outside the answers')
})

test('a talk that is asked for comes to the next agenda, and is over once it is agreed anew or the partner agrees', async () => {
  const file = (await bringText(JOINED, await typedOn(JOINED, 'Let us talk. Who pays?'))).text
  const agenda = async (text: string) =>
    (await hjp(text, ['agenda', '--date', '2027-02-01', '--format', 'md', '--out', '-'])).out()
  expect(await agenda(file)).toMatch(
    /## Q5\.1 Referral pathways[^#]*A partner has something to say about this\.[^#]*Youth House says about it:\s+Who pays\?/,
  )
  expect((await hjp(file, ['status'])).out()).toContain('Youth House has something to say about it')
  expect((await hjp(file, ['check'])).out()).toContain(
    'Youth House has something to say about what is agreed',
  )
  for (const args of [
    ['agree', '5.1', 'We ring.'],
    ['agree', '5.1', '--by', 'youth'],
  ]) {
    const { text } = await hjp(file, args)
    expect(proposed(text)).toEqual([])
    expect(await agenda(text)).not.toContain('something to say')
  }
})

test('a worksheet to confirm asks what the partner has not agreed to, once', async () => {
  const asked = async (...args: string[]) =>
    [...String(await written(JOINED, [...CONFIRM, ...args], 'txt')).matchAll(/Your answer to Q(\S+):/g)].map(
      ([, number]) => number,
    )
  const all = await asked()
  expect(all).toContain('5.1')
  const { file } = await after(JOINED, [{ args: ['agree', '5.1', '--by', 'youth'] }])
  const left = String(await written(file, CONFIRM, 'txt'))
  expect(left).not.toContain('Your answer to Q5.1:')
  expect(await asked('5.1', '1.1')).toEqual(all.filter((number) => number === '5.1' || number === '1.1'))
  const none = await hjp(JOINED, ['worksheet', '--confirm', '--for', 'health'])
  expect(none.said()).toContain('There is nothing here for *Riverbend Health* to confirm')
  const word = strFromU8(unzipSync(await written(JOINED, CONFIRM, 'docx'))['word/document.xml']!)
  expect(word.match(/<w14:checkbox>/g)).toHaveLength(all.length * 3)
})

test.each(['worksheet', 'confirm'])(
  'a %s by email goes to the partner that it is for, and to nobody else',
  async (kind) => {
    const args = kind === 'confirm' ? CONFIRM : ['worksheet', '--for', 'youth']
    const mail = String(await written(JOINED, [...args, '5.1'], 'eml'))
    expect(/^To: .*(?:\r?\n .*)*/m.exec(mail)![0]).toBe('To: Cy Ng <cy@youth.example>')
  },
)

test('what a partner would tick counts in a reply that quotes nothing, but a yes to no words', async () => {
  const reply = '5.1: Let us talk\n\n9.9: We would change it. Not in writing.\n\n9.10: Yes, we agree\n'
  const { text, printed } = await bringText(JOINED, reply)
  expect(proposed(text)).toEqual([['youth', 'talk', 'Let us talk']])
  expect(text).toContain('Not in writing.')
  expect(printed).toContain('did not come back with it word for word')
})

test.each<[about: string, said: string, talks: string[], shown: string]>([
  ['RE: For Youth House to confirm', 'Q5.1: no', ['no'], 'Youth House has not said yes.'],
  [
    'RE: For Youth House to confirm',
    '5.1: yes, all good',
    [],
    'to the words here now: hjp agree 5.1 --by youth',
  ],
  ['RE: For Youth House to confirm', '5.1: We ring first.', ['We ring first.'], 'has not said yes.'],
  ['RE: Questions for Youth House', 'Q5.1: no', [], 'Youth House answers.'],
])('a new message about "%s" that says "%s"', async (about, said, talks, shown) => {
  const mail = `From: Cy Ng <cy@youth.example>\nSubject: ${about}\nDate: Sun, 15 Nov 2026 08:15:00 +1100\n\n${said}\n`
  const made = await hjp(JOINED, ['import', 'back.eml', '--yes'], { files: { 'back.eml': mail } })
  expect(agreedToo(made.text)).toEqual([])
  expect(proposed(made.text).map(([, , words]) => words)).toEqual(talks)
  expect(made.out().replace(/\s+/g, ' ')).toContain(shown)
})

const FRESH = 'To the question, or to what you agreed? Nothing shows it, so nothing is written.'
test.each<[what: string, about: string, said: string, file: string, shown: string]>([
  ['a no', 'our view', 'Q5.1: no', JOINED, FRESH],
  ['a no with thanks', 'our view', 'Q5.1 - No, thanks!', JOINED, FRESH],
  ['a not yet', 'our view', 'Question 5.3: not yet', JOINED, FRESH],
  ['an ok', 'our view', 'Referral pathways: OK', JOINED, 'If it agrees: hjp agree 5.1 --by youth'],
  ['a disagreement', 'our view', 'Q5.1: we do not agree', JOINED, 'hjp answer 5.1 --as youth'],
  ['more than that', 'our view', 'Q5.1: No form, please.', JOINED, 'Youth House answers.'],
  [
    'a no where nothing is agreed',
    'our view',
    'Q5.1: no',
    unagreed(JOINED, 'what-we-do/referral-pathways'),
    'Youth House answers.',
  ],
  ['a no to our questions', 'RE: Questions for Youth House', '5.1: no', JOINED, 'Youth House answers.'],
])(
  'in a new message that shows no question, %s is what it says and no more',
  async (_, about, said, file, shown) => {
    const head = `From: Cy Ng <cy@youth.example>\nTo: Jo\nSubject: ${about}\n`
    for (const [name, text] of [
      ['back.eml', `${head}Date: Sun, 15 Nov 2026 08:15:00 +1100\n\n${said}\n`],
      ['back.txt', `${head}\n${said}\n`],
      ['typed.txt', `${head.replace('To: Jo\n', '')}\n${said}\n`],
    ] as const) {
      const { text: after, out } = await bringText(file, text, name)
      expect(out().replace(/\s+/g, ' ')).toContain(shown)
      expect(after === file).toBe(shown !== 'Youth House answers.')
    }
  },
)
