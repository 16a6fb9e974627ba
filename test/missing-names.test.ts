import { expect, test } from 'vitest'
import { library, runner, small } from './memory-world.ts'

const { hjp } = runner({ library })

const FILE = `${small}actions:
  - { id: a1, what: Call the insurer, owner: legal, due: 2026-04-01 }
  - { id: a2, what: Print the card, done: 2026-02-01 }
milestones:
  - { id: w1, what: Open the room }
indicators:
  - { id: reached, measure: People reached }
`

test.each<[args: string[], replies: string[], asked: string, written: string]>([
  [['done'], ['a1'], 'What is done? a1|w1', 'done: 2026-03-10'],
  [['leave'], ['health'], 'Which partner is leaving? legal|health', 'left: 2026-03-10'],
  [['rename-partner'], ['health', 'clinic'], 'What should commands call health instead?', 'id: clinic'],
  [['join'], ['Youth House', 'community'], 'What is the partner called?', 'name: Youth House'],
  [
    ['add'],
    ['actions', 'Write', '', '', '', '', '', '', 'no'],
    'What would you like to add? agreements|',
    'what: Write',
  ],
  [['rate'], ['six-requirements', 'together'], 'Which questionnaire? ', ''],
  [['worksheet', '5.1', '--format', 'txt'], ['health'], 'Which partner it is for legal|health', ''],
  [['agree', '5.3'], ['yes', 'Yes, we will.'], 'Your decision together: ', 'decision: yes'],
  [['change'], ['action', '0', 'due', '1 May'], 'What would you like to change? action|', 'due: 2026-05-01'],
  [['change', 'a1'], ['owner', 'health'], 'What should be different in "Call the insurer"?', 'owner: health'],
  [['change', 'a1'], ['due', '', 'yes'], 'It stays as it is. Should "due" be empty instead?', 'due:  }'],
  [
    ['remove'],
    ['milestone', '0', 'yes'],
    'What should not be in the file? action|indicator|milestone|person|partner',
    'done: 2026-02-01 }\n',
  ],
  [['measure', 'reached'], ['12', ''], '1 of 1: People reached', '"12"'],
])('%j asks for what it was not told', async (args, replies, question, written) => {
  const { asked, text } = await hjp(FILE, args, { replies })
  expect(asked.join('\n')).toContain(question)
  expect(text).toContain(written)
})

const TWO = `${FILE}  - { id: reachable, measure: People we could reach }
`.replace('Print the card, done: 2026-02-01', 'Call the printer')

test.each<[args: string[], replies: string[], asked: string, written: string]>([
  [['change', 'call', 'due=1 May'], ['1'], 'by "call"? 0|1|', 'printer, due: 2026-05-01'],
  [['change', 'call', 'due=1 May'], ['0'], 'by "call"? 0|1|', 'due: 2026-05-01'],
  [['done', 'call'], ['1'], 'by "call"? 0|1|', 'Call the printer, done: 2026-03-10'],
  [['remove', 'call', '--yes'], ['0'], 'by "call"? 0|1|', 'actions:\n  - { id: a2'],
  [['measure', 'people', '12'], ['1'], 'by "people"? 0|1|', 'People we could reach, readings'],
])('%j offers those that fit where there are several', async (args, replies, question, written) => {
  const { asked, text } = await hjp(TWO, args, { replies })
  expect(asked.join('\n')).toContain(`Which one do you mean ${question}`)
  expect(text).toContain(written)
  const none = await hjp(TWO, args, { replies: [''] })
  expect([none.code, none.text]).toEqual([2, TWO])
  expect(none.said()).toContain('could be any of these')
})

test.each([
  [['done'], '*hjp done* needs an open action or milestone: a1, w1.'],
  [['leave'], '*hjp leave* needs a partner: legal, health.'],
  [['rename-partner'], '*hjp rename-partner* needs a partner and its new id: legal, health.'],
  [['add'], '*hjp add* needs a table: agreements, actions, meetings,'],
  [['rate'], '*hjp rate* needs a questionnaire: six-activities, six-requirements.'],
  [['answer', '5.1', 'x'], '*hjp answer* needs *--as* and a partner: legal, health.'],
  [['worksheet', '5.1'], '*hjp worksheet* needs *--for <partner>*: legal, health.'],
  [['change'], '*hjp change* needs a row, by its id or some of its words, of one of these: action, '],
  [['change', 'a1'], 'Say what to change, such as *due=2027-01-15*.'],
  [['remove'], '*hjp remove* needs a row, by its id or some of its words, of one of these: action, '],
  [['import'], '*hjp import* needs a Word file, an email or a text that came back, and there is none.'],
  [['verify'], '*hjp verify* needs the copy, as a Word file, a PDF or a text, and there is none.'],
  [['join'], 'There was nothing to write down.'],
])('%j says what it could be where nobody can be asked', async (args, message) => {
  const { code, said, text } = await hjp(FILE, args)
  expect(said()).toContain(message)
  expect([code, text]).toEqual([2, FILE])
})

test('nothing is open, and so there is nothing to be done', async () => {
  const { said } = await hjp(small, ['done'], { replies: [] })
  expect(said()).toBe(
    '*hjp done* needs an open action or milestone, and there is none. *hjp status* tells what comes next.',
  )
})

test('a file that came back is one of those in the folder, the newest first, or another', async () => {
  const reply = 'Hello,\n\nall is well.\n'
  const files = {
    'reply.txt': reply,
    'notes.md': '',
    'RE view.eml': `Subject: x\n\n${reply}`,
    '/away/it.txt': reply,
  }
  const here = await hjp(FILE, ['import', '--as', 'health'], { files, replies: ['reply.txt', 'no', 'no'] })
  expect(here.asked[0]).toBe('Which file came back? RE view.eml|reply.txt|')
  expect(here.printed).toContain('reply.txt, from Hill Health: nothing in it could be placed')
  const elsewhere = await hjp(FILE, ['import', '--as', 'health'], {
    files,
    replies: ['', "'/away/it.txt' ", 'no', 'no'],
  })
  expect(elsewhere.asked[1]).toMatch(/^What is the file called\?/)
  expect(elsewhere.printed).toContain('it.txt, from Hill Health: nothing in it could be placed')
  const untold = await hjp(FILE, ['import'], { files })
  expect(untold.said()).toContain('that came back: RE view.eml, reply.txt.')
})

test.each<[what: string, change: string[], args: string[], said: string]>([
  [
    'an action that was removed',
    ['remove', 'a1', '--yes'],
    ['done', 'a1'],
    '"Call the insurer" was there, and has been removed.',
  ],
  [
    'the same by its words',
    ['remove', 'a1', '--yes'],
    ['change', 'insurer', 'due='],
    '"Call the insurer" was there, and has been removed.',
  ],
  [
    'an action that is called otherwise',
    ['change', 'a1', 'what=Ring them'],
    ['done', 'insurer'],
    '"Call the insurer" goes by "Ring them" now.',
  ],
  [
    'a partner with another id',
    ['rename-partner', 'legal', 'lawyers'],
    ['answer', '5.1', 'Yes.', '--as', 'legal'],
    '"Hill Law" goes by lawyers now.',
  ],
  [
    'what never was there',
    ['change', 'a1', 'what=Ring them'],
    ['done', 'gardener'],
    'These are open:\n  a1  Ring them\n  w1  Open the room',
  ],
])('it is told what became of %s', async (_, change, args, said) => {
  const kept = new Map<string, string>()
  const { text } = await hjp(FILE, change, { kept })
  const run = await hjp(text, args, { kept })
  expect([run.code, run.text]).toEqual([2, text])
  expect(run.said().trimEnd().endsWith(said), run.said()).toBe(true)
})

test('git knows it where this computer does not', async () => {
  const commit = { hash: 'HEAD', day: '2026-03-01', author: 'Ana', subject: '' }
  const history = { versions: [{ commit, text: FILE, before: [] }], head: FILE, isShallow: false }
  const run = await hjp(FILE.replace(/ {2}- \{ id: a1.*\n/, ''), ['done', 'a1'], { history })
  expect(run.said()).toContain('"Call the insurer" was there, and has been removed.')
})

const ELM = small
  .replace(/name: [^,\n]*(?=,? *sector: legal|\n +sector: legal)/, 'name: Elm Law')
  .replace(/name: [^,\n]*(?=,? *sector: health|\n +sector: health)/, 'name: Elm Street Clinic')

test.each<[args: string[], written: string]>([
  [['answer', '5.1', 'Yes.', '--as', 'clinic'], 'what health said about 5.1'],
  [['answer', '5.1', 'Yes.', '--as', 'Elm street'], 'what health said about 5.1'],
  [['agree', '5.1', 'Yes.', '--by', 'Law', 'CLINIC'], 'agreed by Elm Law and Elm Street Clinic'],
  [['add', 'action', 'what=Call', 'owner=Clinic'], 'actions: Call'],
  [['worksheet', '5.1', '--for', 'clinic'], 'worksheet-health-5.1'],
  [['welcome', '--for', 'clinic'], 'welcome-health-'],
])('a word that only one partner has names it: %j', async (args, said) => {
  const run = await hjp(ELM, args)
  expect(run.said()).toContain(said)
  expect(run.code).toBe(0)
  if (args[0] === 'add') expect(run.text).toMatch(/what: Call\n +owner: health/)
})

test('a word that two partners have names neither, and both are offered', async () => {
  const run = await hjp(ELM, ['answer', '5.1', 'Yes.', '--as', 'elm'])
  expect([run.code, run.text]).toEqual([2, ELM])
  expect(run.said()).toContain('  legal  Elm Law\n  health  Elm Street Clinic')
})
