import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { clean, oneLine } from '../src/render/document/clean.ts'
import { character } from './characters.ts'
import { exampleFile, library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'

const { hjp, written } = runner({ library, today: '2026-11-16' })
const BODIES = ['prompts', 'minutes', 'actions', 'invitation']

/** An email on a partnership, as it is printed; or why there is none. */
async function email(partnership: string, args: string[], format = 'txt', own = {}) {
  const given = ['email', ...args, '--format', format, '--out', `it.${format}`]
  const { code, bytes, said } = await hjp(partnership, given, { files: own })
  return code === 0 ? bytes(`it.${format}`)!.toString() : said()
}

const harbor = exampleFile('harbor')
const recipients = async (partnership: string, ...args: string[]) =>
  (await PostalMime.parse(await email(partnership, args, 'eml'))).to?.map(
    ({ address }) => address!.split('@')[0],
  )

test.each<[string, string, string[], string[] | undefined]>([
  [
    'minutes go to every liaison, and to whoever was there or sent apologies',
    riverbend.replace('present:\n      - Joanna Petrakis\n      - Ines', 'apologies: [Sam Whitlock]\n    $&'),
    ['--about', 'minutes'],
    ['joanna.petrakis', 'maree.dunstan', 'sam.whitlock', 'ines.calloway', 'tomasi.vaka'],
  ],
  [
    'or to one partner',
    riverbend,
    ['--about', 'minutes', '--for', 'health'],
    ['maree.dunstan', 'tomasi.vaka'],
  ],
  [
    'a reminder goes to the liaisons of those who own an action, and to whoever is named in one',
    harbor,
    ['--about', 'actions'],
    ['socialwork', 'carla.nunez', 'wendell.price', 'daniel.osei', 'ruth.feldstein'],
  ],
  [
    'and what is owned together is theirs too',
    riverbend,
    ['--about', 'actions', '--for', 'health'],
    ['maree.dunstan', 'tomasi.vaka'],
  ],
  ['an invitation goes to nobody the file knows', riverbend, ['--about', 'invitation'], undefined],
  [
    'but to whom it is addressed',
    riverbend,
    ['--about', 'invitation', '--to', 'Ana <ana@x.example>'],
    ['ana'],
  ],
  [
    'as it was pasted',
    riverbend,
    ['--about', 'minutes', '--to', '\nAna\r\n Ruiz \u2028 <ana@x.example>\n'],
    ['ana'],
  ],
  ['as any email can be', riverbend, ['--about', 'minutes', '--to', 'ana@x.example'], ['ana']],
])('%s', async (_, partnership, args, to) => expect(await recipients(partnership, ...args)).toEqual(to))

const bare = 'version: 1\nname: N\npartners: [{ id: health, name: H, sector: health }]\n'

test.each<[string, string, string[], string]>([
  ['a body it has not', riverbend, ['--about', 'minuts'], 'Did you mean *minutes*?'],
  [
    'minutes of no meeting',
    bare,
    ['--about', 'minutes'],
    'no record yet of any meeting. Make one with *hjp record*',
  ],
  [
    'minutes of another day',
    riverbend,
    ['--about', 'minutes', '--date', '2026-10-07'],
    'no record yet of a meeting on 2026-10-07',
  ],
  [
    'minutes of a meeting to come',
    riverbend,
    ['--about', 'minutes', '--date', '2026-12-01'],
    'no record yet of a meeting on 2026-12-01',
  ],
  [
    'a reminder of nothing',
    bare,
    ['--about', 'actions'],
    'No actions are open, so there is nobody to remind.',
  ],
  [
    'nothing of theirs',
    harbor,
    ['--about', 'actions', '--for', 'dockside'],
    '*Dockside Community Health Workers* has no open actions',
  ],
  ['an address that is none', riverbend, ['--to', 'Ana <ana@x'], 'expects a name, an email address or both'],
])('%s is said plainly', async (_, partnership, args, message) =>
  expect(await email(partnership, args)).toContain(message),
)

test.each([
  [['Maree Dunstan, RN'], 'Dear Maree,'],
  [['Maree van der Berg, RN, Clinical nurse'], 'Dear Maree,'],
  [['Dunstan, Maree'], 'Dear Maree,'],
  [['Dunstan, RN'], 'Dear Dunstan, RN,'],
  [[' Maree '], 'Dear Maree,'],
  [['Mei-Ling Ng'], 'Dear Mei-Ling,'],
  [['Nguyen Thi Lan'], 'Dear Nguyen Thi Lan,'],
  [['Dr Ann Lee'], 'Dear Dr Ann Lee,'],
  [['Aunty June Carter'], 'Dear Aunty June Carter,'],
  [['J. Smith'], 'Dear J. Smith,'],
  [['李雷'], 'Dear 李雷,'],
  [[undefined], 'Dear [name],'],
  [['Joanna Petrakis', 'Maree Dunstan, RN'], 'Dear Joanna and Maree,'],
  [['Sam Fo', 'Dr Ann Lee', 'Kim Ng', 'Ana Ruiz'], 'Dear Sam, Dr Ann Lee, Kim and Ana,'],
  [['Ana Ruiz', undefined], 'Dear all,'],
  [[], 'Dear all,'],
  [['Ana', 'Ben', 'Cam', 'Dan', 'Eve'], 'Dear all,'],
])('%j: %s', async (names, greeting) => {
  const people = names.map((name) => ({ role: 'liaison', name, email: 'm@h.example' }))
  expect(await email(inTwo(people), ['--for', 'health'])).toContain(`${greeting}\n`)
})

test('somebody is greeted as they wish', async () => {
  const people = [{ role: 'liaison', name: 'Ann Lee', greeting: 'Dr Lee' }]
  expect(await email(inTwo(people), ['--for', 'health'])).toContain('Dear Dr Lee,\n')
})

/** Two services, one with these people. */
const inTwo = (people: object[], more = {}) =>
  stringify({
    ...{ version: 1, name: 'N', ...more },
    partners: [
      { id: 'legal', name: 'L', sector: 'legal', people: [{ role: 'deputy', name: 'Dunstan, Peter' }] },
      { id: 'health', name: 'H', sector: 'health', people },
    ],
  })

test.each([
  ['Maree Dunstan, RN', 'Maree Dunstan'],
  ['Dunstan, Maree', 'Dunstan, Maree'],
])('%j is known in the minutes as %s', async (written, name) => {
  const meetings = [{ on: '2026-11-02', present: [name] }]
  const partnership = inTwo([{ role: 'liaison', name: written }], { meetings })
  const { out } = await hjp(partnership, ['minutes', '--date', '2026-11-02', '--format', 'md', '--out', '-'])
  expect(out()).toContain(`${name} (liaison, H)`)
})

test('minutes of another meeting are sent round by its day', async () => {
  const sent = await email(riverbend, ['--about', 'minutes', '--date', '2026-08-04'])
  expect(sent).toContain('our meeting on Tuesday 4 August 2026.')
  expect(sent).toContain('Put a blind on the door of Room 4 and test the duress button with security (done)')
  expect(sent).toContain('Tuesday 1 December 2026, 10:00 am, ')
})

test.each([
  ['a legal service', 'riverbend', 'legal-needs-seen'],
  ['a health service', 'bare', 'legal-help'],
])(
  '%s invites the other side in few words, with questions for it and no perspective',
  async (_, name, first) => {
    const partnership = name === 'bare' ? bare : exampleFile(name)
    const sent = await email(partnership, ['--about', 'invitation'])
    const questions = sent.match(/^\d\. .*$/gm)!
    const { ask } = library.parts[0]!.prompts.find(({ id }) => id.endsWith(`/${first}`))!
    expect(questions[0]).toBe(`1. ${ask.replace('{clients}', 'clients')}`)
    expect(questions.length).toBe(3)
    expect(sent.replace(/^\d\. .*$/gm, '').split(/\s+/).length).toBeLessThan(240)
    for (const [, said] of partnership.matchAll(/said: \|-\n +(.*)/g)) expect(sent).not.toContain(said)
  },
)

const saidAlone = `answers: [{ prompt: finding-a-partner/need, perspectives: [{ partner: health, said: Someone to ask. }] }]\n`
const agreedTogether = `answers: [{ prompt: finding-a-partner/need, agreed: { text: Someone to ask. } }]\n`
const liaison = '[{ role: liaison, name: Ana Ruiz, title: Nurse, phone: "5550 0100" }]'
const alone = bare.replace('sector: health', `sector: health, people: ${liaison}`)

test.each([
  ['said, while a service is alone', `${bare}${saidAlone}`, true],
  ['agreed', `${bare}${agreedTogether}`, true],
  [
    'said to others already',
    `${bare.replace(' }]', ' }, { id: l, name: L, sector: legal }]')}${saidAlone}`,
    false,
  ],
])('a need that was %s in the invitation and the case: %s', async (_, partnership, isThere) => {
  const { out, said } = await hjp(partnership, ['case', '--format', 'md', '--out', '-'])
  expect(out().includes('**The need.** Someone to ask.')).toBe(isThere)
  expect(said().includes('Left out because nothing is written on it yet: The need,')).toBe(!isThere)
  expect((await email(partnership, ['--about', 'invitation'])).includes('\n\nSomeone to ask.\n\n')).toBe(
    isThere,
  )
})

test('whoever is invited reads no blank, and can call the liaison', async () => {
  const { out, said, code } = await hjp(alone, ['case', '--format', 'md', '--out', '-'])
  expect(out()).toContain('- **Ana Ruiz**, Nurse, H\\\n  5550 0100\n')
  expect(out()).not.toMatch(/\*\*\[|\[[A-Z]/)
  expect([code, said()]).toEqual([0, expect.stringContaining('*hjp ask --for case*')])
  const sent = await email(alone, ['--about', 'invitation', '--to', 'Bo Li <bo@l.example>'])
  expect(sent).toMatch(/^Dear Bo,\n[\s\S]* call me on 5550 0100\.[\s\S]*\nAna Ruiz, Nurse\nH\n$/)
  expect(sent).not.toContain('[')
  const { code: refused, said: why } = await hjp(alone, ['case', '--complete'])
  expect([refused, why()]).toEqual([1, expect.stringContaining('The need')])
})

test('a body can be made their own, and another be added', async () => {
  const own = {
    'templates/email/20-minutes.hbs': '---\ntitle: Short\n---\nSee you on {{day next.on}}.\n',
    'templates/email/50-thanks.hbs': '---\ntitle: "Thanks from {{name}}"\n---\nThank you all.\n',
  }
  expect(await email(riverbend, ['--about', 'minutes'], 'txt', own)).toContain(
    '\n\nSee you on 1 December 2026.\n\n',
  )
  const thanks = await PostalMime.parse(await email(riverbend, ['--about', 'thanks'], 'eml', own))
  expect(thanks.subject).toBe('Thanks from Riverbend Health Justice Partnership')
  expect(thanks.text).toMatch(/^Dear Joanna and Maree,\n\nThank you all\.\n\nWith thanks,/)
})

test('a whole part is asked in few words, with what follows a yes under its question', async () => {
  const sent = await email(riverbend, ['what-we-do', '--for', 'health'])
  expect(sent.split(/\s+/).length).toBeLessThan(600)
  expect(sent).toMatch(
    /\n3\. Secondary consultation: Will .*\?\n\nIf you said yes to 3:\n\n- 3a\. .*\?\n- 3b\. /,
  )
})

test('our view stands beside the question where that is wished, and theirs does not', async () => {
  const view = 'Riverbend Community Legal Centre said:\n\nYes, by phone, provided nobody gives a name.'
  const given = ['5.3', '--for', 'health']
  expect(await email(riverbend, given)).not.toContain('said:')
  const shown = await email(riverbend, [...given, '--show', 'ours'])
  expect(shown).toContain(view)
  expect(shown.match(/said:/g)).toHaveLength(1)
  const toAll = await email(riverbend, ['5.3', '--show', 'ours'])
  expect(toAll.match(/said:/g)).toHaveLength(2)
})

const hostile = fc
  .oneof(
    fc.string({ unit: character, minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      'A\r\nBcc: eve@evil.example',
      'ليلى',
      '李雷 <x@y>',
      'Zoë "Zed" Nuñez, RN',

      'a, b; c:',
    ),
  )
  .filter((text) => oneLine(text) !== '' && /[^\s]/.test(clean(text)))

test.each(BODIES)('%s: nothing that was written becomes a header, and every draft opens', async (about) => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (name, who, what) => {
      const people = [{ role: 'liaison', name: who, email: 'zoe@health.example' }]
      const partnership = stringify({
        version: 1,
        name,
        partners: [
          { id: 'legal', name: what, sector: 'legal', people },
          { id: 'health', name: 'H', sector: 'health' },
        ],
        actions: [{ what, owner: 'legal', person: who, from: '2026-11-02' }],
        meetings: [{ on: '2026-11-02', decisions: [what] }],
      })
      const message = await email(partnership, ['--about', about], 'eml')
      expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n\x80-\uffff]/)
      const { headers, subject, to, text } = await PostalMime.parse(message)
      expect(headers.map(({ key }) => key)).toEqual([
        ...['x-unsent', 'x-hjp'],
        ...(about === 'invitation' ? [] : ['to']),
        ...['subject', 'mime-version', 'content-type'],
      ])
      if (about === 'invitation') expect(to).toBeUndefined()
      else expect(to).toEqual([{ name: oneLine(who), address: 'zoe@health.example' }])
      expect(subject).toContain(oneLine(about === 'invitation' ? what : name))
      const words = (it: string) => clean(it).replace(/\s+/g, '')
      if (about === 'minutes' || about === 'actions')
        expect(words(text!)).toContain(words(what).replace(/^[-•](?=.)/, ''))
    }),
    { numRuns: runs(40) },
  )
})

test.each([
  [[], 'email-2026-11-16.eml'],
  [['--for', 'clinic'], 'email-clinic-2026-11-16.eml'],
  [['--for', 'legal'], 'email-legal-2026-11-16.eml'],
  [['--about', 'actions', '--for', 'legal'], 'email-actions-legal-2026-11-16.eml'],
])('an email asked for by %j is a file of its own', async (args, name) =>
  expect((await hjp(harbor, ['email', ...args, '--format', 'eml'])).said()).toContain(`documents/${name}`),
)

test.each<[of: string, keeper: string, to: string]>([
  ['the keeper', 'Sam Whitlock', 'Sam Whitlock at sam.whitlock@riverbendlegal.example'],
  ['a keeper of the same partner', 'Maree Dunstan', 'Maree Dunstan at maree.dunstan@riverbendhealth.example'],
  ['a keeper by the first name', 'sam', 'Sam Whitlock at sam.whitlock@riverbendlegal.example'],
  ['nobody who is known', 'Kit', 'Joanna Petrakis at joanna.petrakis@riverbendlegal.example'],
  ['nobody', '', 'Joanna Petrakis at joanna.petrakis@riverbendlegal.example'],
])(
  'what a partner sends back goes to whoever keeps the file, who signs for it: %s',
  async (_, keeper, to) => {
    const file = riverbend.replace(/^keeper: .*/m, `keeper: ${keeper}`)
    const sheet = String(await written(file, ['worksheet', '5.1', '--for', 'health'], 'txt'))
    expect(sheet).toContain(`or to ${to}.`)
    const isKnown = !['Kit', ''].includes(keeper)
    const name = to.split(' at ')[0]!
    expect(sheet.includes(`\n\n${name}\nRiverbend Health Justice Partnership\n`)).toBe(isKnown)
    const mail = String(await written(file, ['email', '5.3', '--for', 'health'], 'md'))
    expect(mail.includes(name)).toBe(isKnown)
    expect(mail.includes('[your name]')).toBe(!isKnown)
  },
)
