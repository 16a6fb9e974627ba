import { basename, extname, resolve } from 'node:path'
import { type Arrival, arrival } from '../core/arrivals.ts'
import { asked, promptNamed, promptsOf } from '../core/prompts.ts'
import { type Entry, recordNote } from '../core/record.ts'
import { readSent } from '../core/sent.ts'
import { inWords } from '../core/vocabulary.ts'
import { counted, HjpError } from '../errors.ts'
import type { Other, Question, Returned } from '../intake/returned.ts'
import type { World } from '../world/world.ts'
import { showArrival, showOthers } from './arrived.ts'
import type { Command } from './command.ts'
import { expected } from './expected.ts'
import { type Opened, open, partnerNamed, save } from './open.ts'
import { saySaved } from './print.ts'

export const command: Command = {
  args: '<file>',
  options: [
    ['--as <partner>', 'whose words they are, where the file does not tell'],
    ['--yes', 'write all of it without asking'],
    ['--notes', 'keep what stands outside the answers as notes'],
  ],
  examples: [
    'hjp import worksheet-health.docx',
    'hjp import "RE Your view.eml" --as health',
    'hjp import mou-returned.docx --as health --yes --notes',
  ],
  async run(world, { as, yes, notes, ...options }, name) {
    const opened = await open(world, options)
    const returned = await read(world, opened, name!, typeof as === 'string' ? as : undefined)
    const { partner } = returned
    const on = returned.on && returned.on <= world.today ? returned.on : world.today
    const { arrivals, others } = sorted(opened, returned, on, world.today)
    const changes = arrivals.filter(({ how }) => how !== 'same')
    const called = opened.partnership.partners.find(({ id }) => id === partner)!.name

    world.terminal.out(
      `${basename(name!)}: ${counted(arrivals.length, 'answer')} of ${called}, ${changes.length} new\n`,
    )
    for (const each of changes) showArrival(world.terminal, each, called)
    showOthers(world.terminal, others, opened.parts)

    const entries = await chosen(world, changes, yes === true)
    const kept = await remarks(
      world,
      opened,
      others,
      { partner, on },
      { yes: yes === true, notes: notes === true },
    )
    if (entries.length + kept.length > 0) {
      const done = await save(world, opened, [...entries, ...kept])
      const what = [
        ...(entries.length > 0 ? [counted(entries.length, 'answer')] : []),
        ...(kept.length > 0 ? [counted(kept.length, 'note')] : []),
      ]
      saySaved(world, done, opened, `${what.join(' and ')} of ${partner}`)
    } else if (changes.length + others.length === 0)
      world.terminal.say('Nothing in it is new, so nothing was changed.')
    return 0
  },
}

type Read = Returned & { partner: string }

/** What a file says, whatever sort it is, and whose words they are. Throws HjpError where it cannot be read, or whoseWords. */
async function read(world: World, opened: Opened, name: string, as: string | undefined): Promise<Read> {
  const bytes = await world.files.read(resolve(world.cwd, name))
  if (!bytes) throw new HjpError('noAnswers', name)
  const { isPackage } = await import('../intake/package.ts')
  const fill = inWords(opened.partnership)
  const questions = promptsOf(opened.parts).map(
    ({ id, number, topic, ask }): Question => ({ prompt: id, number, topic, ask: fill(ask) }),
  )
  const today = () => expected(opened, world.today)
  const isWord = /\.do[ct][xm]?$/i.test(name) || isPackage(bytes)
  const returned = isWord
    ? await readWordFile(name, bytes, questions, today)
    : await readMessage(name, bytes, questions, today)
  return { ...returned, partner: whose(opened, as, returned.from) }
}

type Today = () => ReturnType<typeof expected>

async function readWordFile(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  today: Today,
): Promise<Returned> {
  const { openWord } = await import('../intake/package.ts')
  const { readWord } = await import('../intake/word.ts')
  const parts = openWord(name, bytes)
  const sent = parts.sent === undefined ? undefined : readSent(parts.sent)
  const from = sent?.of ? { partner: sent.of } : {}
  return { from, ...readWord(name, parts, questions, sent ?? (await today()).sent) }
}

/** An email, with the Word files that came with it, or a plain text. */
async function readMessage(
  name: string,
  bytes: Uint8Array,
  questions: Question[],
  today: Today,
): Promise<Returned> {
  const { paragraphs: ours } = await today()
  if (extname(name).toLowerCase() !== '.eml') {
    const { readText } = await import('../intake/reply.ts')
    const { plainTextOf } = await import('../intake/charset.ts')
    return { from: {}, ...readText(plainTextOf(name, bytes), questions, ours) }
  }
  const { readEmail } = await import('../intake/email.ts')
  const { attachments, ...email } = await readEmail(bytes, questions, ours)
  const files = await Promise.all(
    attachments.map((each) => readWordFile(each.name, each.bytes, questions, today)),
  )
  return {
    ...email,
    from: { ...email.from, ...files.find(({ from }) => from.partner)?.from },
    answers: [...email.answers, ...files.flatMap(({ answers }) => answers)],
    others: [...email.others, ...files.flatMap(({ others }) => others)],
  }
}

/** The partner whose words they are: as it was named, else as the file tells. */
function whose(opened: Opened, as: string | undefined, { partner, email }: Returned['from']): string {
  const { partners } = opened.partnership
  if (as !== undefined) return partnerNamed(opened, as)
  const isFrom = (address: string | undefined) => address?.toLowerCase() === email?.toLowerCase()
  const found =
    partners.find(({ id }) => id === partner) ??
    (email ? partners.find(({ people }) => people.some((person) => isFrom(person.email))) : undefined)
  if (!found)
    throw new HjpError(
      'whoseWords',
      partners.map(({ id }) => id),
    )
  return found.id
}

/** What came back, held against what is here; what has no place here is among the others. */
function sorted(
  opened: Opened,
  { partner, answers, others }: Read,
  on: string,
  today: string,
): { arrivals: Arrival[]; others: Other[] } {
  const arrivals: Arrival[] = []
  const strays: Other[] = []
  for (const { prompt: id, as, words, sent } of answers) {
    const prompt = promptNamed(opened.parts, id)
    const isTheirs = prompt && asked(prompt, opened.partnership.partners).some((each) => each.id === partner)
    if (isTheirs || (prompt && as === 'agreed'))
      arrivals.push(arrival({ prompt, as, words, sent }, partner, on, { ...opened, today }))
    else if (words.trim()) strays.push({ what: 'words', near: prompt?.id, words })
  }
  return { arrivals, others: [...strays, ...others] }
}

/** The entries to write: all, or those that the keeper picks. Throws HjpError needsYes where nobody can be asked. */
async function chosen({ terminal }: World, changes: Arrival[], yes: boolean): Promise<Entry[]> {
  const writable = changes.filter(({ entry }) => entry)
  const all = writable.flatMap(({ entry }) => entry ?? [])
  if (yes || all.length === 0) return all
  if (!terminal.interactive) throw new HjpError('needsYes')
  const choice = await terminal.choose('Write this into the file?', [
    { value: 'all', name: all.length === 1 ? 'Yes' : `Yes, all ${all.length}` },
    ...(all.length > 1 ? [{ value: 'some', name: 'Ask me about each' }] : []),
    { value: 'none', name: 'No, leave the file as it is' },
  ])
  if (choice !== 'some') return choice === 'all' ? all : []
  const picked: Entry[] = []
  for (const { prompt, entry } of writable) {
    const answer = await terminal.choose(`${prompt.number} ${prompt.topic}?`, [
      { value: 'yes', name: 'Write it' },
      { value: 'no', name: 'Leave it' },
    ])
    if (answer === 'yes') picked.push(entry!)
  }
  return picked
}

/** Words outside the answers, kept as notes on the prompts they stand nearest to, if that is wished. */
async function remarks(
  { terminal }: World,
  { parts }: Opened,
  others: Other[],
  { partner, on }: { partner: string; on: string },
  { yes, notes }: { yes: boolean; notes: boolean },
): Promise<Entry[]> {
  const keepable = others.flatMap(({ near, words, by }) => {
    const prompt = near === undefined ? undefined : promptNamed(parts, near)
    return prompt && words.trim() ? [recordNote(parts, prompt, { partner, by, text: words, on })] : []
  })
  if (keepable.length === 0) return []
  if (notes) return keepable
  if (yes || !terminal.interactive) {
    terminal.say(
      `${counted(keepable.length, 'remark')} outside the answers not kept. Keep them with *--notes*.`,
    )
    return []
  }
  const choice = await terminal.choose('Keep what stands outside the answers as notes on these prompts?', [
    { value: 'yes', name: keepable.length === 1 ? 'Yes' : `Yes, all ${keepable.length}` },
    { value: 'no', name: 'No' },
  ])
  return choice === 'yes' ? keepable : []
}
