import { meant } from './text.ts'

/** What is said of a value in a partnership file, a prompt file or a template's front matter. The place is said before it. */
export const fieldErrors = {
  wantsText: 'expects some text.',
  wantsDate: 'expects a day that exists, written like 2026-03-02.',
  wantsTypedDay: 'expects a day that exists, such as 1 March 2027, 12 Jan, next Tuesday or 2027-03-01.',
  wantsDayAlone: 'has a time in it. Write the day alone here, such as 1 March 2027 or next Tuesday.',
  couldBe: (readings: string[]) => `could be ${readings.join(' or ')}. Write it as one of these.`,
  otherWeekday: (day: string) => `names a weekday that does not fit: it would be ${day}.`,
  wantsLater: 'expects a day that is still to come.',
  wantsPast: 'expects today or an earlier day.',
  wantsTime: 'expects a time written like 14:30.',
  wantsTypedTime: 'expects a time, such as 10am, 2.30 pm or 14:30.',
  wantsUpTo: (most: number) => `expects a number from 1 to ${most}.`,
  wantsNumber: 'expects a number.',
  wantsCount: (least: number) => `expects a whole number, ${least} or more.`,
  wantsId: 'expects a short name in lower-case letters, digits and dashes, starting with a letter.',
  wantsStamp: 'expects the stamp hjp wrote here. If it is lost, leave it blank.',
  wantsLocale: 'expects a language and country such as en-AU or en-US.',
  wantsZone: 'expects a time zone named by region and city, such as Australia/Melbourne.',
  wantsNameAlone: 'expects a name without an email address. That belongs to a person there: the liaison.',
  wantsPerson: 'expects a name, an email address or both, like "Ana Ruiz <ana@example.org>".',
  wantsPartner: 'expects at least one partner.',
  wantsVersion: (value: unknown) =>
    value === null || value === undefined
      ? 'is missing. Write *version: 1*.'
      : Number(value) > 1
        ? `is ${String(value)}, so a newer hjp wrote this file. This hjp knows version 1, and has not changed the file. Update hjp: *git pull* and *npm ci* in the folder it was installed from.`
        : 'expects *version: 1*, the only one that this hjp knows. If a newer hjp wrote this file, update hjp.',
  wantsOneOf: (value: unknown, known: readonly string[], near: string | undefined) =>
    value === null || value === undefined
      ? `is missing. Choose one of: ${known.join(', ')}.`
      : `is "${String(value)}", which is not one of: ${known.join(', ')}.${meant(near)}`,
  unknownKey: (keys: string[], near: string | undefined) =>
    keys.length === 1
      ? `is not a key that belongs here.${meant(near)}`
      : `has keys that do not belong here: ${keys
          .slice(0, 10)
          .map((key) => `*${key}*`)
          .join(
            ', ',
          )}${keys.length > 10 ? ` and ${keys.length - 10} more in the same place` : ''}.${near ? ` For the first, did you mean *${near}*?` : ''}`,
  unknownPartnerHere: (partner: string, near: string | undefined, known: string[]) =>
    `names the partner *${partner}*, who is not one of the partners (${known.join(', ')}).${meant(near)}`,
  unknownPartnerAll: (partner: string, places: number, near: string | undefined, known: string[]) =>
    `names the partner *${partner}*, as ${places - 1} more ${places === 2 ? 'place does' : 'places do'}, and it is not one of the partners (${known.join(', ')}).${meant(near)} If it has left, put it back under *partners:* with *left:* and the day, so that its words stay its own.`,
  twice: (table: string, key: string, value: string) =>
    `has ${key}: ${value} a second time in ${table}. Combine the two under one.`,
  wantsSheet: (known: string[]) => `takes one of these sheets of paper: ${known.join(', ')}.`,
  missing: 'is missing.',
  wantsPresence: (words: string) =>
    `"${words}" does not say clearly who was there. Name those who were, and under *apologies:* those who sent apologies.`,
  wantsWhoAgreed: (ids: string[]) =>
    `does not say who agreed, and nothing says who was at the meeting. List who was there under *present:*, or write it as *agreed: { text: …, by: [${ids.join(', ')}] }*`,
  severalRows: (ids: string[]) =>
    `could be any of several rows of the file: ${ids.filter(Boolean).join(', ')}. Put the id of one of them in the column *id*.`,
  rowTwice: 'names a row that another row of the sheet has named. Keep one of the two.',
  wantsField: (near: string | undefined) =>
    `is not written as field=value${near === undefined ? '.' : `, such as *${near}="…"*`}`,
  givenTwice: 'is given twice.',
  staysAsIs: 'cannot be changed, because other rows may refer to it.',
  wantsRating: 'expects A, B or C.',
  unknownStatementHere: (near: string | undefined) =>
    `there is no such statement in this questionnaire.${meant(near)}`,
  wantsList: 'expects a list: lines that start with a dash.',
  wantsMapping: 'expects keys and values, such as "name: …".',
  duplicateKey: 'the same key is here twice, and only one can be read. Combine the two under one key.',
  tab: 'a tab is used for indentation, and YAML allows only spaces. Replace it with spaces.',
  conflict:
    'git left two versions here, between conflict markers (<<<<<<<). In the partnership file, *hjp merge* puts them together and loses nothing from either. In another file, keep what both say, and delete the marker lines.',
  alias: 'an alias (*name) repeats more than a partnership file could need. Write the text out instead.',
  reference: (name: string) =>
    `the alias *${name} points at nothing. Text that starts with a star needs quotes around it.`,
  tooDeep: 'is nested far deeper than a partnership file can be. Is it the right file?',
  tooLong: 'contains far more than a partnership file could. Is it the right file?',
  openQuote: 'the quote that opens here is never closed. Add the closing quote at the end of the text.',
  afterQuote:
    'there is more text after the closing quote. Put all of it inside one pair of quotes, of a kind that the text itself does not use.',
  openBracket:
    'a bracket that opens here is never closed. Add the closing bracket, or put quotes around the text.',
  opensWith: (character: string) =>
    `text that starts with ${character} needs quotes around it, or |- here and the text on the lines below.`,
  colonInText:
    'text with a colon and a space in it needs quotes around it, or |- here and the text on the lines below.',
  backslash:
    'a backslash inside double quotes means something special in YAML. Write two of them, or use single quotes.',
  wantsKey: 'expects a key, a colon and a space, such as "name: …".',
  indentation:
    'this line starts too far left or too far right. Line it up with the lines around it that it belongs with.',
  secondDocument: 'a line of three dashes or dots starts a second document here. Keep everything in one.',
  notYaml:
    'this line and the one above it do not fit together. Check how far each is indented, and that every key is followed by a colon and a space.',

  bracesForData: (name: string) =>
    `{{{${name}}}} has three braces, which are only for what hjp itself makes. Write {{${name}}}, which puts in exactly what was said.`,
  unknownHelper: (name: string, near: string | undefined) => `there is no helper *${name}*.${meant(near)}`,
  unknownName: (name: string, near: string | undefined) =>
    `there is nothing called *${name}* here.${meant(near)}`,
  unknownPartial: (name: string, near: string | undefined) => `there is no template *${name}*.${meant(near)}`,
  unknownSectionHere: (name: string, near: string | undefined) =>
    `there is no section *${name}*. Name it with its kind, as in "mou/ending".${meant(near)}`,
  unknownPromptHere: (id: string, near: string | undefined) => `there is no prompt *${id}*.${meant(near)}`,
  unknownPerson: (name: string, near: string | undefined) =>
    `none of the partners has a person called *${name}*.${meant(near)}`,
  severalPeople: (name: string, partners: string[]) =>
    `*${name}* could be someone of any of these partners: ${partners.join(', ')}. Leave the name out here, and add *confirmed:* with the day in the file, under the right person.`,
  namedTwice: 'this prompt is in the file twice, by its id and by its number. Keep one.',
  wantsDecision: 'this prompt asks for a decision. Add *decision: yes*, *no* or *not-yet* beside *text:*.',
  wantsNoDecision: 'this prompt is not a yes-or-no question. Leave out *decision*.',
  notAskedHere: (side: string) => `this prompt is only for the ${side} side.`,
  newerHere: (on: string, command: string) =>
    `the file has something newer, from ${on}. Leave this out here, or write it with *hjp ${command}*`,
  unknownVoice: (near: string | undefined, known: string[]) =>
    `expects a partner (${known.join(', ')}), *agreed* or *parked*.${meant(near)}`,

  noWordFile:
    'this is not a readable Word file. Open it in Word, and save it again as a *Word Document (.docx)*.',
  locked:
    'it has a password, or is from before Word 2007. Open it in Word, and save it as a *Word Document (.docx)* without a password.',
  hasMacros: 'it contains macros. Open it in Word, and save it as a *Word Document (.docx)*, which has none.',
  tooMuchInside:
    'it contains more than a letterhead needs. Make its pictures smaller, remove anything that is not a header, footer or style, and save it again.',
  noRoom: 'its margins leave no room for text. Change them in Word, under *Layout*, and save it again.',
  onlyLinked:
    'a picture in its header or footer is only a link. Insert the picture itself, and save it again.',
  runningField: (word: string) =>
    `its header or footer has a field (${word || 'made of other fields'}) that fetches something from elsewhere, starts a program or asks a question. Replace it with plain text or a picture, and save it again.`,
  otherLink: (to: string) =>
    `a link in its header or footer leads to a file or a program (${to}), not to a web page or an address. Remove it, and save it again.`,
  attachedTemplate: (to: string) =>
    `it would fetch its template from elsewhere (${to}). Remove that in Word, under *Developer › Document Template*, and save it again.`,
  noLetterhead: (what: string) =>
    `its header or footer has something that is neither text nor a picture (${what}). Replace it with a picture, and save it again.`,

  unknownStatement: 'only values, blocks and templates inside templates can be used here.',
  notText: 'this is not a text. Go through it with {{#each …}}, or name the part you want.',
  failed:
    'something in this template cannot work: it may include itself, or give a helper something it cannot use.',
  endlessTemplate:
    'this produces more than any document could need: look for a loop inside a loop, or a template that includes itself.',
  longTemplate: (braces: number) =>
    `this is too long for one template, which may have {{ }} up to ${braces} times. Move parts of it into templates of their own, and include them with {{> …}}.`,
  longMarkdown: 'the result is longer, or has more formatting in one paragraph, than any document needs.',
  deepTemplate: 'this is nested more deeply than any document needs. Remove some of the layers.',
  wantsLines: 'expects a number of lines, from 1 to 60.',
  wantsPlace: (to: string) =>
    `"${to}" is not a place inside the partnership's folder. Write names with / between them, as in *to: documents/own*. To write somewhere else, use *--out*.`,
  wantsSection: 'expects a section or a schedule.',
  wantsPicture: 'expects a picture that hjp makes.',
  wantsPlaces: 'expects the questions of a worksheet.',
  unclosed: 'something is opened but not closed: a block such as {{#if …}} needs its {{/if}}.',
  unreadableTemplate: 'this cannot be read as a template. Check the braces here and just before.',
} as const
