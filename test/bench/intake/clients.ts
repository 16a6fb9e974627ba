import type { HtmlStyle } from './html-styles.ts'
import * as html from './html-styles.ts'
import type { Language } from './languages.ts'

/** A mail program: what it writes above an original, how it quotes, and what it sends. Braces stand for whom and what. */
export type Client = {
  name: string
  above: (language: Language) => string[]
  /** The mark before each quoted line of plain text; none where it does not quote. */
  quoted: '> ' | '>' | ''
  /** Whether what stands above is quoted with the rest. */
  isAboveQuoted?: true
  /** Letters in a line of plain text, and whether a space at its end says that it goes on. */
  wrap?: number
  isFlowed?: true
  html?: HtmlStyle
  sends: ('plain' | 'html' | 'both')[]
  /** Whether it speaks the language of whoever uses it. */
  isLocal?: true
  /** Whether it sets a signature off by two dashes. */
  isDashed?: true
  /** What it writes below a message of its own accord. */
  below?: (language: Language) => string[]
}

const wrote = (line: string) => () => line.split('\n')
/** The fields of Outlook, with a line above them where there is one. */
const fields =
  (line?: string) =>
  ({ fields: [from, sent, to, subject], day }: Language) => [
    ...(line === undefined ? [] : [line]),
    `${from}: {name} <{mail}>`,
    `${sent}: ${day}`,
    `${to}: {to} <{tomail}>`,
    `${subject}: {subject}`,
  ]
const dashed = (language: Language) => [`-----${language.original}-----`, ...fields()(language)]
const RULE = '_'.repeat(32)

const OUTLOOKS: Client[] = [
  { name: 'Outlook classic', above: fields(), quoted: '', html: html.word, sends: ['html', 'both'] },
  { name: 'Outlook classic, plain', above: dashed, quoted: '', wrap: 76, sends: ['plain'] },
  { name: 'Outlook classic, quoting', above: dashed, quoted: '> ', wrap: 76, sends: ['plain'] },
  { name: 'Outlook new', above: fields(RULE), quoted: '', html: html.owa, sends: ['html', 'both'] },
  { name: 'Outlook.com', above: fields(RULE), quoted: '', html: html.owa, sends: ['both'] },
  { name: 'Exchange, on the web', above: fields(RULE), quoted: '', html: html.owa, sends: ['plain', 'both'] },
  {
    ...{
      name: 'Outlook on a phone',
      above: fields(RULE),
      quoted: '',
      html: html.owa,
      sends: ['html', 'both'],
    },
    below: () => ['Get Outlook for iOS<https://aka.example/o0ukef>'],
  } as Client,
  { name: 'Outlook for Mac', above: fields(), quoted: '', html: html.mac, sends: ['html', 'both'] },
  { name: 'Windows Mail', above: fields(), quoted: '', html: html.word, sends: ['html', 'both'] },
].map((each) => ({ ...each, isLocal: true }) as Client)

const GOOGLE: Client[] = [
  { name: 'Gmail', wrap: 78, sends: ['both'] as const },
  { name: 'Gmail on a phone', wrap: 78, sends: ['both', 'html'] as const },
  { name: 'Google Groups', wrap: 78, sends: ['both', 'plain'] as const },
].map((each) => ({
  ...{ ...each, sends: [...each.sends], above: ({ gmail }: Language) => [gmail] },
  ...{ quoted: '> ' as const, html: html.gmail, isLocal: true as const, isDashed: true as const },
}))

const APPLE: Client[] = [
  {
    ...{ name: 'Apple Mail', above: ({ apple }: Language) => [apple], quoted: '> ', html: html.apple },
    ...{ sends: ['both', 'plain'], isLocal: true },
  },
  {
    ...{ name: 'iPhone', above: ({ apple }: Language) => [apple], quoted: '> ', isAboveQuoted: true },
    ...{ html: html.iphone, sends: ['both', 'html'], isLocal: true, below: ({ phone }: Language) => [phone] },
  },
]

/** Those whose lines above an original are in English here, or the same wherever they are used. */
const REST: Client[] = [
  {
    ...{ name: 'Thunderbird', above: wrote('On 16/11/2026 10:11 am, {name} wrote:'), quoted: '> ' },
    ...{ wrap: 72, isFlowed: true, html: html.thunderbird, sends: ['plain', 'html', 'both'] },
  },
  {
    ...{
      name: 'Yahoo',
      above: wrote('On Monday, 16 November 2026 at 10:11:00 am AEDT, {name} <{mail}> wrote:'),
    },
    ...{ quoted: '', html: html.yahoo, sends: ['both'] },
  },
  {
    ...{ name: 'Yahoo on a phone', above: wrote('On Mon, 16 Nov 2026 at 10:11 am, {name}\n<{mail}> wrote:') },
    ...{ quoted: '', html: html.yahooApp, sends: ['both', 'html'] },
    below: wrote('Sent from Yahoo Mail on Android'),
  },
  {
    ...{ name: 'Proton', above: wrote('On Monday, 16 November 2026 at 10:11 AM, {name} <{mail}> wrote:') },
    ...{ quoted: '> ', html: html.proton, sends: ['both', 'plain'] },
    below: wrote('Sent with Proton Mail secure email.'),
  },
  {
    name: 'Proton, some years old',
    above: wrote(
      '------- Original Message -------\nOn Monday, November 16th, 2026 at 10:11 AM, {name} <{mail}> wrote:',
    ),
    ...{ quoted: '> ', html: html.proton, sends: ['both'] },
  },
  {
    name: 'Samsung',
    above: wrote(
      '-------- Original message --------\nFrom: {name} <{mail}> \nDate: 16/11/2026 10:11 (GMT+10:00) \nTo: {to} <{tomail}> \nSubject: {subject} ',
    ),
    ...{ quoted: '', html: html.plainDivs, sends: ['both', 'html'] },
    below: wrote('Sent from my Galaxy'),
  },
  {
    ...{ name: 'K-9', above: wrote('On 16 November 2026 10:11:00 am AEDT, {name} <{mail}> wrote:') },
    ...{ quoted: '>', wrap: 76, html: html.k9, sends: ['plain', 'both'] },
    below: wrote('-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.'),
  },
  {
    ...{ name: 'Roundcube', above: wrote('On 2026-11-16 10:11, {name} wrote:'), quoted: '> ', wrap: 72 },
    ...{ html: html.roundcube, sends: ['plain', 'both'] },
  },
  {
    name: 'Zimbra',
    above: wrote(
      '----- Original Message -----\nFrom: "{name}" <{mail}>\nTo: "{to}" <{tomail}>\nSent: Monday, 16 November, 2026 10:11:00\nSubject: {subject}',
    ),
    ...{ quoted: '', html: html.zimbra, sends: ['both', 'plain'] },
  },
  {
    ...{
      name: 'Zimbra, quoting',
      above: wrote(
        'From: "{name}" <{mail}>\nTo: "{to}" <{tomail}>\nSent: Monday, 16 November, 2026 10:11:00\nSubject: {subject}',
      ),
    },
    ...{ quoted: '> ', wrap: 78, sends: ['plain'], isAboveQuoted: true },
  },
  {
    name: 'Lotus Notes',
    above: wrote('From:\t{name}/Office\nTo:\t{to}\nDate:\t16/11/2026 10:11\nSubject:\t{subject}'),
    ...{ quoted: '', html: html.notes, sends: ['both', 'html', 'plain'] },
  },
  {
    ...{ name: 'SOGo', above: wrote('On Monday, November 16, 2026 10:11 AEDT, {name} <{mail}> wrote:') },
    ...{ quoted: '> ', wrap: 78, html: html.sogo, sends: ['plain', 'both'] },
  },
  {
    name: 'eM Client',
    above: wrote(
      '------ Original Message ------\nFrom "{name}" <{mail}>\nTo "{to}" <{tomail}>\nDate 16/11/2026 10:11:00\nSubject {subject}',
    ),
    ...{ quoted: '>', html: html.cited, sends: ['both'] },
  },
  {
    ...{ name: 'Evolution', above: wrote('On Mon, 2026-11-16 at 10:11 +1100, {name} wrote:'), quoted: '> ' },
    ...{ wrap: 72, html: html.cited, sends: ['plain', 'both'] },
  },
  {
    ...{ name: 'KMail', above: wrote('On Monday, 16 November 2026 10:11:00 AEDT {name} wrote:') },
    ...{ quoted: '> ', wrap: 78, sends: ['plain'] },
  },
  {
    ...{ name: 'Claws', above: wrote('On Mon, 16 Nov 2026 10:11:00 +1100\n{name} <{mail}> wrote:') },
    ...{ quoted: '> ', wrap: 72, sends: ['plain'] },
  },
  {
    ...{ name: 'Mutt', above: wrote('On Mon, Nov 16, 2026 at 10:11:00AM +1100, {name} wrote:') },
    ...{ quoted: '> ', wrap: 72, sends: ['plain'] },
  },
  {
    name: 'Alpine',
    above: wrote('On Mon, 16 Nov 2026, {name} wrote:'),
    quoted: '> ',
    wrap: 74,
    sends: ['plain'],
  },
  { name: 'Gnus', above: wrote('{name} <{mail}> writes:'), quoted: '> ', wrap: 72, sends: ['plain'] },
  {
    name: 'GMX',
    above: wrote(
      'Gesendet: Montag, 16. November 2026 um 10:11 Uhr\nVon: "{name}" <{mail}>\nAn: {tomail}\nBetreff: {subject}',
    ),
    ...{ quoted: '', html: html.gmx, sends: ['both', 'html'] },
  },
  {
    name: 'AOL',
    above: wrote(
      '-----Original Message-----\nFrom: {name} <{mail}>\nTo: {tomail}\nSent: Mon, 16 Nov 2026 10:11\nSubject: {subject}',
    ),
    ...{ quoted: '', html: html.plainDivs, sends: ['both'] },
  },
  {
    ...{ name: 'Fastmail', above: wrote('On Mon, 16 Nov 2026, at 10:11 AM, {name} wrote:'), quoted: '> ' },
    ...{ wrap: 72, html: html.cited, sends: ['both', 'plain'] },
  },
  {
    ...{
      name: 'Yandex',
      above: wrote('16.11.2026, 10:11, "{name}" <{mail}>:'),
      quoted: '',
      html: html.bareQuote,
    },
    sends: ['both', 'html'],
  },
  {
    ...{ name: 'Mail.ru', above: wrote('Понедельник, 16 ноября 2026, 10:11 +03:00 от {name} <{mail}>:') },
    ...{ quoted: '>', html: html.bareQuote, sends: ['both'] },
  },
  {
    name: 'QQ',
    above: wrote(
      '------------------ Original ------------------\nFrom: "{name}" <{mail}>;\nDate: Mon, Nov 16, 2026 10:11 AM\nTo: "{to}"<{tomail}>;\nSubject: {subject}',
    ),
    ...{ quoted: '', html: html.plainDivs, sends: ['html', 'both'] },
  },
  {
    ...{ name: 'Tuta', above: wrote('16 Nov 2026, 10:11 by {mail}:'), quoted: '> ', html: html.tuta },
    sends: ['both', 'html'],
  },
  {
    ...{ name: 'Spark', above: wrote('On 16 Nov 2026, 10:11 +1100, {name} <{mail}>, wrote:'), quoted: '> ' },
    ...{ html: html.cited, sends: ['both'] },
  },
  {
    name: 'BlackBerry',
    above: wrote(
      '  Original Message  \nFrom: {name}\nSent: Monday, 16 November 2026 10:11\nTo: {to}\nReply To: {name}\nSubject: {subject}',
    ),
    ...{ quoted: '', sends: ['plain'] },
    below: wrote('Sent from my BlackBerry 10 smartphone.'),
  },
  {
    ...{ name: 'GroupWise', above: wrote('>>> "{name}" <{mail}> 16/11/2026 10:11 >>>'), quoted: '' },
    ...{ html: html.plainDivs, sends: ['plain', 'both'] },
  },
  { name: 'Horde', above: wrote('Quoting {name} <{mail}>:'), quoted: '> ', wrap: 76, sends: ['plain'] },
  {
    ...{
      name: 'SquirrelMail',
      above: wrote('On Mon, November 16, 2026 10:11 am, {name} wrote:'),
      quoted: '> ',
    },
    ...{ wrap: 76, sends: ['plain'] },
  },
  {
    name: 'Naver',
    above: wrote(
      '-----Original Message-----\nFrom: "{name}"<{mail}>\nTo: <{tomail}>;\nCc:\nSent: 2026-11-16 (월) 10:11:00 (GMT+09:00)\nSubject: {subject}',
    ),
    ...{ quoted: '', html: html.plainDivs, sends: ['both'] },
  },
  {
    name: 'a mailing list',
    above: wrote('On 16/11/26 10:11, {name} via partners wrote:'),
    ...{ quoted: '> ', wrap: 72, sends: ['plain'] },
    below: wrote(
      `${'_'.repeat(47)}\npartners mailing list\npartners@lists.district.example\nhttps://lists.district.example/listinfo/partners`,
    ),
  },
]

const DASHED =
  /^(Thunderbird|Roundcube|SOGo|Evolution|KMail|Claws|Mutt|Alpine|Gnus|Horde|SquirrelMail|Fastmail|a mailing list)$/

export const CLIENTS: Client[] = [
  ...GOOGLE,
  ...OUTLOOKS,
  ...APPLE,
  ...REST.map((each): Client => ({ ...each, ...(DASHED.test(each.name) && { isDashed: true }) })),
]
