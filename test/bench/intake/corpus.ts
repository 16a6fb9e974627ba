import { CAUSES, type Sendings } from './causes.ts'
import { chanceOf } from './chance.ts'
import { answersOf, type Draft, draftOf, originalOf, signatureOf } from './draft.ts'
import { emailOf, type Message, type Original, plainOf, type Reply, type Typed } from './reply.ts'
import { USUAL } from './report.ts'
import { ALDERMERE, RIVERBEND, type SentBlock, sentBy } from './sent.ts'

/** Replies of which every word is known whose it is. Every other one has something in it that could go wrong. */
export async function corpusOf(many: number): Promise<Reply[]> {
  const sendings = await sendingsOf()
  const causes = Object.keys(CAUSES)
  return Array.from({ length: many }, (_, n) => {
    const chance = chanceOf(n)
    const plain = draftOf(sendings, chance)
    const cause = n % 2 === 0 ? undefined : causes[(n >> 1) % causes.length]!
    const draft = cause === undefined ? plain : { ...plain, ...CAUSES[cause]!(plain, chance, sendings) }
    return replyOf(`${n}`.padStart(4, '0'), cause ?? USUAL, draft)
  })
}

async function sendingsOf(): Promise<Sendings> {
  const emails = [
    await sentBy(ALDERMERE, ['5.1', '5.3', '6.4', '1.2']),
    await sentBy(ALDERMERE, ['2.1', '2.2', '4.1']),
    await sentBy(ALDERMERE, ['5.2', '8.4']),
    await sentBy(RIVERBEND, ['5.1', '5.3', '6.4', '1.2']),
    await sentBy(RIVERBEND, ['0.3', '8.7', '8.9', '9.13', '9.15']),
    await sentBy(RIVERBEND, ['4.3', '9.10']),
  ]
  return {
    emails,
    forms: [
      await sentBy(ALDERMERE, ['5.1', '5.3', '6.4'], 'worksheet'),
      await sentBy(ALDERMERE, ['1.1', '1.4'], 'worksheet', ['--reply-by', '2026-12-04']),
      await sentBy(RIVERBEND, ['8.7', '8.9', '9.13'], 'worksheet'),
    ],
    single: [await sentBy(ALDERMERE, ['5.1']), await sentBy(RIVERBEND, ['8.7'])],
    dated: [
      await sentBy(ALDERMERE, ['5.1', '5.3', '6.4'], 'email', ['--date', '2026-12-15']),
      await sentBy(RIVERBEND, ['0.3', '8.7', '8.9'], 'email', [
        '--date',
        '2026-12-15',
        '--reply-by',
        '2026-12-09',
      ]),
    ],
  }
}

function replyOf(id: string, cause: string, draft: Draft): Reply {
  const { sent, place, client, language, numbering, signature, isSavedAsText } = draft
  const message = messageOf(draft)
  const head = ['From', 'Sent', 'To', 'Subject']
  const said = [
    sent.setting.asked.name,
    'Friday, 20 November 2026 9:12 AM',
    sent.setting.keeper.name,
    `RE: ${sent.subject}`,
  ]
  const text = isSavedAsText
    ? `${head.map((each, n) => `${each}:\t${said[n]}`).join('\n')}\n\n${plainOf(message)}`
    : emailOf(message, draft.sends, sent)
  const original = message.original(draft.sends !== 'plain')
  return {
    ...{ id, sent, text, name: isSavedAsText ? 'reply.txt' : 'reply.eml' },
    about: {
      ...{ cause, place, client: client.name, language: language.name, signature: signature.name },
      numbers: place === 'between' || place === 'form' ? 'none' : numbering.name,
    },
    typed: [...message.top, ...(original ? typedIn(original) : []), ...message.bottom],
    others: original ? othersIn(original) : [],
  }
}

function messageOf(draft: Draft): Message {
  const { place, greeting, besides, under, look, isList } = draft
  const hello: Typed[] = greeting.length > 0 ? [{ whose: 'remark', lines: greeting }] : []
  const end = [...besides, ...signatureOf(draft), ...under]
  const isInside = place === 'between' || place === 'form'
  const all = isInside ? [] : answersOf(draft)
  const isOnTop = place === 'above' || place === 'alone' || (isInside && draft.signsOnTop)
  return {
    client: draft.client,
    top: [...(place === 'below' ? [] : [...hello, ...all]), ...(isOnTop ? end : [])],
    original: (html) => (place === 'alone' ? undefined : originalOf(draft, html)),
    bottom: [...(place === 'below' ? [...hello, ...all] : []), ...(isOnTop ? [] : end)],
    ...(look && { look }),
    ...(isList && { isList }),
  }
}

const parts = (original: Original): (SentBlock | Typed | { above: string[] })[] => [
  { above: original.above },
  ...original.inside.flatMap((each) => ('above' in each ? parts(each) : [each])),
]
const typedIn = (original: Original): Typed[] => parts(original).filter((each) => 'whose' in each)
const othersIn = (original: Original): string[] =>
  parts(original).flatMap((each) => ('above' in each ? each.above : 'text' in each ? [each.text] : []))
