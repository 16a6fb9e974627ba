import { describe, expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { openEmail } from '../src/intake/email/email.ts'
import { library, runner, small } from './memory-world.ts'
import { type Outlooks, outlookFile } from './outlook-file.ts'

// What Outlook saves (.msg) comes in as any email does.

const { hjp, written } = runner({ library, today: '2026-11-16' })
const BO = { name: 'Bo Li', email: 'bo.li@hillhealth.example' }
const SENT = { from: BO, date: 'Tue, 10 Nov 2026 08:15:00 +1100', subject: 'RE: your view' }
const HTML = '<html><body><p>Q5.1: By phone.</p><p>Q5.3: Twice a year.</p></body></html>'

/** What health has said to 5.1 and 5.3 once a message was imported. */
async function brought(message: Outlooks, name = 'RE your view.msg', more: string[] = []) {
  const run = await hjp(small, ['import', name, '--as', 'health', '--yes', ...more], {
    files: { [name]: outlookFile(message) },
  })
  const { answers } = readYaml('f', run.text, Partnership)
  const said = ['referral-pathways', 'secondary-consultation'].map((id) => {
    const answer = answers.find(({ prompt }) => prompt === `what-we-do/${id}`)
    const own = answer?.perspectives.find(({ partner, on }) => partner === 'health' && on)
    return own && `${own.said} (${own.on})`
  })
  return { ...run, said }
}

describe.each<[string, Partial<Outlooks>]>([
  ['text', { body: 'Q5.1: By phone.\n\nQ5.3: Twice a year.\n' }],
  ['HTML', { html: HTML }],
  ['HTML inside of rich text', { rich: HTML }],
  ['text and rich text', { body: 'Q5.1: By phone.\n\nQ5.3: Twice a year.\n', rich: HTML }],
])('a message of %s', (_, words) => {
  test('brings its answers, with the day on which it was sent', async () => {
    const { code, said, printed } = await brought({ ...SENT, ...words })
    expect(code, printed).toBe(0)
    expect(said).toEqual(['By phone. (2026-11-10)', 'Twice a year. (2026-11-10)'])
  })
})

test('its sender, subject and day are those of the mail, or as Outlook has them', async () => {
  const opened = async (message: Outlooks) => {
    const { from, on, subject } = await openEmail(outlookFile({ body: 'Yes.', ...message }))
    return [from, on, subject]
  }
  expect(await opened(SENT)).toEqual([BO, '2026-11-10', 'RE: your view'])
  expect(await opened({ from: BO, sent: new Date('2026-11-09T21:15:00Z') })).toEqual([
    BO,
    '2026-11-09',
    undefined,
  ])
  expect(await opened({})).toEqual([{}, undefined, undefined])
})

test('forms in Word come with it, and what is not read is told', async () => {
  const form = await written(small, ['worksheet', '5.1', '--for', 'health'], 'docx')
  const [sheet, text] = [form, new TextEncoder().encode('Q5.3: In March.')]
  const files = [
    { name: 'Fragebogen ausgefüllt.docx', bytes: sheet },
    { name: 'more.txt', bytes: text },
    { name: 'logo.png', bytes: new Uint8Array(9) },
    { name: 'plan.pdf', bytes: new Uint8Array(9) },
  ]
  const { printed, said } = await brought({ ...SENT, body: 'Q5.1: By phone.', files })
  expect(said[0]).toBe('By phone. (2026-11-10)')
  expect(printed).toContain('In March.')
  expect(printed).toContain('a file that was not read:\n     plan.pdf')
  expect(printed).toContain('a picture, which cannot be kept:\n     logo.png')
})

test('a message in a message is passed on, whichever program saved them', async () => {
  const inner = { ...SENT, body: 'Q5.1: By phone.' }
  expect((await brought({ messages: [inner] })).said[0]).toBe('By phone. (2026-11-10)')
  const eml = new TextEncoder().encode(
    `From: Bo Li <${BO.email}>\nDate: ${SENT.date}\nSubject: x\nContent-Type: text/plain\n\nQ5.1: By phone.\n`,
  )
  const carried = { files: [{ name: 'x.eml', bytes: eml }] }
  expect((await brought(carried)).said[0]).toBe('By phone. (2026-11-10)')
  const base64 = Buffer.from(outlookFile(inner)).toString('base64').replace(/.{76}/g, '$&\n')
  const mail = `From: Ana <ana@hill.example>\nDate: ${SENT.date}\nSubject: FW\nMIME-Version: 1.0\nContent-Type: application/vnd.ms-outlook; name="x.msg"\nContent-Disposition: attachment; filename="x.msg"\nContent-Transfer-Encoding: base64\n\n${base64}\n`
  const run = await hjp(small, ['import', 'fw.eml', '--as', 'health', '--yes'], { files: { 'fw.eml': mail } })
  expect(run.text, run.printed).toContain('By phone.')
})

test('it is known by what it is, and not by its name', async () => {
  expect((await brought({ ...SENT, body: 'Q5.1: By phone.' }, 'reply')).said[0]).toBe(
    'By phone. (2026-11-10)',
  )
})

describe('a file that is broken or made to harm', () => {
  const whole = outlookFile({ ...SENT, body: 'Q5.1: By phone. '.repeat(400), rich: HTML })
  const damaged = (edit: (view: DataView, bytes: Uint8Array) => void) => {
    const bytes = whole.slice()
    edit(new DataView(bytes.buffer), bytes)
    return bytes
  }
  const table = (view: DataView) => (view.getUint32(76, true) + 1) * 512
  const folders = (view: DataView) => (view.getUint32(48, true) + 1) * 512

  test.each<[string, Uint8Array]>([
    ['cut short', whole.slice(0, whole.length / 2)],
    [
      'with sectors that follow one another in a circle',
      damaged((view) => view.setUint32(table(view) + 4, 1, true)),
    ],
    [
      'whose tables follow one another in a circle',
      damaged((view) => {
        view.setUint32(68, 0, true)
        for (let at = 512; at < 1024; at += 4) view.setUint32(at, 0, true)
      }),
    ],
    [
      'with a folder that is inside of itself',
      damaged((view) => view.setUint32(folders(view) + 76, 0, true)),
    ],
    [
      'with a stream that is longer than all of it',
      damaged((view) => view.setUint32(folders(view) + 128 + 120, 0x7fffffff, true)),
    ],
    ['with sectors of no size', damaged((view) => view.setUint16(30, 0, true))],
  ])('%s is refused at once', async (_, bytes) => {
    const before = performance.now()
    const run = await hjp(small, ['import', 'a.msg', '--as', 'health', '--yes'], {
      files: { 'a.msg': bytes },
    })
    expect([run.code, run.text]).toEqual([2, small])
    expect(run.said()).toMatch(/This is not an email that hjp can read|incomplete or damaged/)
    expect(performance.now() - before).toBeLessThan(3000)
  })

  test('messages too deep inside of messages are refused', async () => {
    const nested = Array.from({ length: 6 }).reduce<Outlooks>((inner) => ({ messages: [inner] }), {
      body: 'x',
    })
    await expect(openEmail(outlookFile(nested))).rejects.toMatchObject({ code: 'longReply' })
  })

  test('wherever a byte is another, it is read or refused', async () => {
    const file = outlookFile({ ...SENT, body: 'Q5.1: By phone.', rich: HTML })
    for (let at = 0; at < file.length; at += 97) {
      const bytes = file.slice()
      bytes[at] = (bytes[at]! + 101) % 256
      await openEmail(bytes).catch((error) => expect(error, `byte ${at}`).toMatchObject({ name: 'HjpError' }))
    }
  })
})
