import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test, vi } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { datesOf, type Event } from '../src/core/meeting/calendar.ts'
import { instant } from '../src/core/values/zone.ts'
import { viewOf } from '../src/core/view/view.ts'
import { clean, oneLine } from '../src/render/document/clean.ts'
import { ics } from '../src/render/formats/ics.ts'
import { isSealed } from '../src/render/formats/seal.ts'
import { character } from './characters.ts'
import { EXAMPLES, exampleFile, library, riverbend, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'
import { sample } from './sample.ts'

const { hjp, written } = runner({ library, today: '2026-11-16' })

/** What hjp writes for a partnership file, on a day. */
const made = async (text: string, today: string, ...args: string[]): Promise<string> =>
  (await written(text, args, 'ics', { today })).toString()

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => ({
    event: new ICAL.Event(each),
    uid: String(each.getFirstPropertyValue('uid')),
    title: String(each.getFirstPropertyValue('summary')),
    start: String(each.getFirstPropertyValue('dtstart')),
    words: String(each.getFirstPropertyValue('description') ?? ''),
    sequence: Number(each.getFirstPropertyValue('sequence')),
    people: each.getAllProperties('attendee').map((person) => ({
      name: person.getParameter('cn'),
      address: String(person.getFirstValue()).replace(/^mailto:/i, ''),
      chairs: person.getParameter('role') === 'CHAIR',
    })),
  }))

describe('a time in a zone', () => {
  test.each([
    ['Australia/Sydney', '2026-04-04', '10:00', '2026-04-03T23:00Z'],
    ['Australia/Sydney', '2026-04-05', '10:00', '2026-04-05T00:00Z'],
    ['Australia/Sydney', '2026-10-03', '10:00', '2026-10-03T00:00Z'],
    ['Australia/Sydney', '2026-10-04', '10:00', '2026-10-03T23:00Z'],
    ['America/Toronto', '2026-03-07', '10:00', '2026-03-07T15:00Z'],
    ['America/Toronto', '2026-03-08', '10:00', '2026-03-08T14:00Z'],
    ['America/Toronto', '2026-10-31', '10:00', '2026-10-31T14:00Z'],
    ['America/Toronto', '2026-11-01', '10:00', '2026-11-01T15:00Z'],
    ['UTC', '2026-10-04', '10:00', '2026-10-04T10:00Z'],
    ['Asia/Kathmandu', '2026-10-04', '10:00', '2026-10-04T04:15Z'],
    // Skipped: as if the clocks had not been changed yet. Twice: the first.
    ['Australia/Sydney', '2026-10-04', '02:30', '2026-10-03T16:30Z'],
    ['America/Toronto', '2026-03-08', '02:30', '2026-03-08T07:30Z'],
    ['Australia/Sydney', '2026-04-05', '02:30', '2026-04-04T15:30Z'],
    ['America/Toronto', '2026-11-01', '01:30', '2026-11-01T05:30Z'],
  ])('%s %s %s', (zone, on, time, utc) => {
    expect(instant(on, time, zone)).toEqual(new Date(utc))
  })

  test('is the same moment whatever machine writes it', async () => {
    const written = []
    for (const zone of ['Australia/Sydney', 'America/Toronto', 'UTC']) {
      vi.stubEnv('TZ', zone)
      written.push(await made(riverbend, '2026-09-01', 'agenda', '--date', '2026-10-04', '--time', '02:30'))
    }
    vi.unstubAllEnvs()
    expect(written[0]).toContain('\r\nDTSTART:20261003T163000Z\r\n')
    expect(new Set(written).size).toBe(1)
  })

  test("is in the keeper's own zone where the partnership names none", async () => {
    const text = riverbend.replace(/^timezone: .*\n/m, '')
    const entry = await written(text, ['agenda'], 'ics', { zone: 'Australia/Perth' })
    expect(entry.toString()).toContain('DTSTART:20261201T020000Z')
  })
})

describe('the calendar entry of a meeting', () => {
  test('has no time that could be anywhere', () => {
    expect(() => ics({ ...sample, zone: undefined })).toThrow('needs a time zone')
  })

  test('holds the agenda, the place and the people', async () => {
    const [meeting, ...others] = eventsIn(await made(riverbend, '2026-11-16', 'agenda'))
    expect(others).toEqual([])
    expect(meeting).toMatchObject({
      title: 'Riverbend Health Justice Partnership: meeting',
      start: '2026-11-30T23:00:00Z',
    })
    expect(String(meeting!.event.endDate)).toBe('2026-12-01T00:15:00Z')
    expect(meeting!.event.location).toBe('Meeting Room 2, Riverbend Health, 40 Wharf Street')
    expect(meeting!.words).toContain('10:25 Q7.8 Sharing the load (10 min)\n    How fairly have the work')
    expect(meeting!.words).toContain('- Draft one page on who keeps which figures')
    expect(meeting!.people.map(({ name, chairs }) => [name, chairs])).toEqual([
      ['Joanna Petrakis', false],
      ['Sam Whitlock', false],
      ['Maree Dunstan', true],
      ['Tomasi Vaka', false],
    ])
  })

  test('names nobody as the chair where nobody is', async () => {
    const harbor = exampleFile('harbor')
    const written = await made(harbor.replace(/^ +chair: .*\n/gm, ''), '2026-11-16', 'agenda')
    expect(eventsIn(written)[0]!.people.some(({ chairs }) => chairs)).toBe(false)
  })

  test('is a whole day where the meeting has no time', async () => {
    const [meeting] = eventsIn(await made(riverbend, '2026-11-16', 'agenda', '--date', '2026-12-09'))
    expect(meeting).toMatchObject({ start: '2026-12-09' })
    expect(String(meeting!.event.endDate)).toBe('2026-12-10')
  })

  test('is the same entry once the meeting is in the file', async () => {
    const row = '  - id: m-2027-02-02\n    on: 2027-02-02\n    start: 10:00\n'
    const planned = riverbend.replace(/^meetings:\n/m, `meetings:\n${row}`)
    const meetingsIn = (text: string) =>
      eventsIn(text).flatMap(({ title, uid }) => (title.endsWith(': meeting') ? [uid] : []))
    const [before] = meetingsIn(await made(riverbend, '2026-12-02', 'agenda', '--date', '2027-02-02'))
    const [after] = meetingsIn(await made(planned, '2026-12-02', 'agenda'))
    expect(after).toBe(before)
    expect(meetingsIn(await made(planned, '2026-12-02', 'status'))).toEqual([])
  })

  test.each([
    [['agenda'], 'A meeting without a date cannot go into a calendar. Say when it is, with *--date'],
    [['status'], 'Nothing in the file has a date to put in a calendar yet'],
    [['status', '--out', 'x.md'], '*status* cannot be written as *md*. It can be: ics.'],
  ])('%s says what is missing', async (args, message) => {
    const format = args.includes('--out') ? [] : ['--format', 'ics']
    const { code, said, paths } = await hjp(small, [...args, ...format])
    expect(code).toBe(2)
    expect(said()).toContain(message)
    expect(paths()).toHaveLength(1)
  })
})

describe('all that has a date', () => {
  const known = readYaml('r', riverbend, Partnership)
  const seen = (partnership: Partnership, parts = library.parts) =>
    datesOf(viewOf({ partnership, parts, today: '2026-11-16' }))

  test.each(EXAMPLES)('%s: each has its own entry', async (name) => {
    const events = eventsIn(await made(exampleFile(name), '2026-11-16', 'status'))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(new Set(events.map(({ title }) => title.replace(/:.*/s, ''))).size).toBeGreaterThan(1)
  })

  test('two rows without an id that say the same are two', () => {
    const [action] = known.actions
    const twice = { ...action!, id: undefined }
    const events = seen({ ...known, actions: [twice, { ...twice, due: '2027-01-01' }] })
    const actions = events.filter(({ title }) => title.startsWith('Action'))
    expect(new Set(actions.map(({ uid }) => uid)).size).toBe(2)
  })

  test('no word of a private prompt is in it', () => {
    const hidden = library.parts.map((part) => ({
      ...part,
      prompts: part.prompts.map((prompt) => ({ ...prompt, private: true })),
    }))
    expect(JSON.stringify(seen(known))).toContain('Review: ')
    const left = JSON.stringify(seen(known, hidden))
    for (const { topic } of library.parts.flatMap(({ prompts }) => prompts))
      expect(left).not.toContain(` ${topic}"`)
    expect(left).not.toContain('Review: ')
  })

  test('a calendar that takes it again has each entry once, and the newer of two', async () => {
    const moved = riverbend.replace('due: 2026-12-01', 'due: 2026-12-08')
    const first = eventsIn(await made(riverbend, '2026-11-16', 'status'))
    const later = eventsIn(await made(moved, '2026-11-17', 'status'))
    const calendar = new Map<string, (typeof first)[number]>()
    const take = (events: typeof first) => {
      for (const each of events)
        if (each.sequence >= (calendar.get(each.uid)?.sequence ?? 0)) calendar.set(each.uid, each)
    }
    for (const events of [first, first, later, first]) take(events)
    expect(calendar.size).toBe(first.length)
    const dates = [...calendar.values()].filter(({ title }) => title.includes('urgent referrals'))
    expect(dates).toMatchObject([{ start: '2026-12-08' }])
  })
})

describe('whatever was said', () => {
  const FRAGMENTS = [
    ..."; , \\ \\n \\N \" ' : = ^ ^n ^' \t \n \r \r\n \0 \x1b \u2028 \ud800 🙂 👩‍⚕️ é ا 中".split(' '),
    'BEGIN:VEVENT',
    'END:VCALENDAR\r\n',
    '\r\nATTENDEE:mailto:eve@evil.example',
    'hjp-sha256-0000000000000000000000000000000000000000',
    'x'.repeat(5000),
    ' ',
  ]
  const words = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: character, maxLength: 5 })), {
      maxLength: 9,
    })
    .map((parts) => parts.join(''))
  const text = words.filter((it) => oneLine(it) !== '')

  test('comes back as it was, in its own field, with nothing beside it', () => {
    fc.assert(
      fc.property(text, words, text, words, words, (title, place, said, name, email) => {
        const event: Event = {
          uid: 'm-1@hjp.invalid',
          title,
          on: '2026-04-07',
          start: '10:00',
          minutes: 60,
          place,
          attendees: [
            { name, email: 'zoe@health.example', chairs: false },
            { name, email: `a@b.example${email}`, chairs: true },
          ],
          words: said,
        }
        const written = ics({ ...sample, events: [event, { ...event, uid: 'm-2@hjp.invalid' }] })

        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0-\x08\x0e-\x1f]|\p{Surrogate}/u)
        expect(isSealed(Buffer.from(written.replaceAll('\r\n', '\n')))).toBe(true)
        const file = new ICAL.Component(ICAL.parse(written))
        expect(file.getAllProperties().map((each) => each.name)).toEqual(['version', 'prodid', 'x-hjp'])
        expect(file.getAllSubcomponents().map((each) => each.name)).toEqual(['vevent', 'vevent'])
        const [first, second] = file.getAllSubcomponents()
        const allowed =
          /^(uid,sequence,dtstamp,dtstart,dtend,summary(,location)?(,description)?(,attendee)*)$/
        for (const each of [first!, second!]) {
          expect(
            each
              .getAllProperties()
              .map((it) => it.name)
              .join(),
          ).toMatch(allowed)
          expect(each.getAllSubcomponents()).toEqual([])
        }
        expect(first!.getFirstPropertyValue('summary')).toBe(oneLine(title))
        expect(first!.getFirstPropertyValue('location') ?? '').toBe(oneLine(place))
        expect(first!.getFirstPropertyValue('description') ?? '').toBe(clean(said).trim())
        const [zoe, other, ...more] = eventsIn(written)[0]!.people
        expect(zoe!.name ?? '').toBe(oneLine(name).replace(/["\\^]/g, "'"))
        expect(zoe!.address).toBe('zoe@health.example')
        expect(other?.address ?? '').toMatch(/^$|^a@b\.example[^\s;:,"]*$/)
        expect(more).toEqual([])
      }),
      { numRuns: runs(500) },
    )
  })
})
