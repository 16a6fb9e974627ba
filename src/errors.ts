import { counted, list, meant } from './phrases.ts'

export { counted, emphasised, meant, nearest } from './phrases.ts'

/** What is said of a value in a partnership file, a prompt file or a template's front matter. The place is said before it. */
export const words = {
  wantsText: 'expects some text.',
  wantsDate: 'expects a day that exists, written like 2026-03-02.',
  wantsLater: 'expects a day that is still to come.',
  wantsPast: 'expects today or an earlier day.',
  wantsTime: 'expects a time written like 14:30.',
  wantsNumber: 'expects a number.',
  wantsCount: (least: number) => `expects a whole number from ${least} on.`,
  wantsId: 'expects a short name in lower-case letters, digits and dashes, starting with a letter.',
  wantsWording: 'expects the stamp hjp wrote here. If it is lost, leave it blank.',
  wantsLocale: 'expects a language and country such as en-AU or en-US.',
  wantsZone: 'expects a time zone named by region and city, such as Australia/Melbourne.',
  wantsPerson: 'expects a name, an email address or both, like "Ana Ruiz <ana@example.org>".',
  wantsPartner: 'expects at least one partner.',
  wantsVersion: (value: unknown) =>
    value === null || value === undefined
      ? 'is missing. Write *version: 1*.'
      : `is ${String(value)}, and this hjp reads version 1. If the file was written by a newer hjp, update hjp.`,
  wantsOneOf: (value: unknown, known: readonly string[], near: string | undefined) =>
    value === null || value === undefined
      ? `is missing. Choose one of: ${known.join(', ')}.`
      : `is "${String(value)}", which is none of: ${known.join(', ')}.${meant(near)}`,
  unknownKey: (keys: string[], near: string | undefined) =>
    keys.length === 1
      ? `is not a key that belongs here.${meant(near)}`
      : `has keys that do not belong here: ${keys.map((key) => `*${key}*`).join(', ')}.${near ? ` For the first, did you mean *${near}*?` : ''}`,
  unknownPartnerHere: (partner: string, near: string | undefined, known: string[]) =>
    `names the partner *${partner}*, who is not one of the partners (${known.join(', ')}).${meant(near)}`,
  twice: (table: string, key: string, value: string) =>
    `says ${key}: ${value} a second time in ${table}. Keep the words of both, under one.`,
  missing: 'is missing.',
  wantsField: 'is not written as field=value.',
  givenTwice: 'is given twice.',
  wantsList: 'expects a list: lines that start with a dash.',
  wantsMapping: 'expects keys and values, such as "name: …".',
  duplicateKey:
    'the same key stands twice here. Only one could be read, so keep the words of both under one key.',
  tab: 'a tab is used for indentation, and YAML allows only spaces. Replace it with spaces.',
  conflict:
    'git left conflict markers here (<<<<<<<). Keep the words of both sides, delete the marker lines, and try again.',
  alias: 'an alias (*name) repeats more than a partnership file could need. Write the text out instead.',
  reference: (name: string) =>
    `the alias *${name} points at nothing. Text that starts with a star needs quotes around it.`,
  tooDeep: 'is nested far deeper than a file of ours can be. Is it the right file?',
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
    'this line and the one above it do not fit together. Look at how far in they start, and that a colon and a space follow each key.',

  bracesForData: (name: string) =>
    `{{{${name}}}} has three braces, and only what hjp itself makes may. Write {{${name}}}, which puts the words in just as they were said.`,
  unknownHelper: (name: string, near: string | undefined) => `there is no helper *${name}*.${meant(near)}`,
  unknownName: (name: string, near: string | undefined) =>
    `there is nothing called *${name}* here.${meant(near)}`,
  unknownPartial: (name: string, near: string | undefined) => `there is no template *${name}*.${meant(near)}`,
  unknownPromptHere: (id: string, near: string | undefined) => `there is no prompt *${id}*.${meant(near)}`,
  unknownPerson: (name: string, near: string | undefined) =>
    `none of the partners has a person called *${name}*.${meant(near)}`,
  severalPeople: (name: string, partners: string[]) =>
    `*${name}* could be someone of any of these partners: ${partners.join(', ')}. Leave the name out here, and write the day in the file, after *confirmed:* under whoever is meant.`,
  namedTwice: 'this prompt is in the file twice, by its id and by its number. Keep one.',
  wantsDecision: 'this prompt asks for a decision. Write *decision: yes*, *no* or *not-yet* beside *text:*.',
  wantsNoDecision: 'this prompt is not answered with yes or no. Leave *decision* out.',
  notAskedHere: (side: string) => `this prompt is put to the ${side} side alone.`,
  newerHere: (on: string, command: string) =>
    `the file has something newer, of ${on}. Leave this out here, or write it with *hjp ${command}*.`,
  unknownVoice: (near: string | undefined, known: string[]) =>
    `expects a partner (${known.join(', ')}), *agreed* or *parked*.${meant(near)}`,

  unknownStatement: 'only values, blocks and templates inside templates can be used here.',
  notText: 'this is not a text. Go through it with {{#each …}}, or name what you want of it.',
  failed:
    'something in this template cannot work: a template inside itself, or a helper given something it cannot use.',
  unclosed: 'something is opened and not closed: a block such as {{#if …}} needs its {{/if}}.',
  unreadableTemplate: 'this cannot be read as a template. Check the braces here and just before.',
} as const

/** Every message a person can be shown when something cannot be done. `*word*` is emphasis; only the terminal colours it. */
const MESSAGES = {
  badFile: (complaints: string[]) =>
    complaints.length === 1
      ? complaints[0]!
      : `${complaints.length} things need mending:${list(complaints.slice(0, 10))}${complaints.length > 10 ? `\n  and ${complaints.length - 10} more.` : ''}`,
  noFile: (path: string) =>
    `There is no partnership file at *${path}*. Run *hjp init* to start one, or name one with *--file*.`,
  noFileAbove: (folder: string) =>
    `There is no *partnership.yaml* in ${folder} or above it. Run *hjp init* to start one, or name one with *--file*.`,
  isFolder: (path: string) => `*${path}* is a folder. Name the file inside it.`,
  isBinary: (path: string) =>
    `*${path}* is not plain text in UTF-8. Open it in a text editor, save it as plain text, and try again.`,
  isEmpty: (path: string) =>
    `*${path}* is empty. Run *hjp init* to start one there, or bring it back with *git checkout*.`,
  tooLarge: (path: string, megabytes: number) =>
    `*${path}* is ${megabytes} MB, and a partnership file is a few hundred kB at most. Is it the right file?`,
  cannotRead: (path: string, why: string) => `*${path}* could not be read: ${why}`,
  noGit: () =>
    'This file is in a git repository, and the program *git* cannot be found here. Install it from https://git-scm.com and try again.',
  gitFailed: (words: string) =>
    `git could not tell how this file came about. It says:\n  ${words}\nMend that first: once *git log* works here, so does this.`,
  busy: (path: string) =>
    `Another hjp is writing *${path}*. Try again in a moment. If none is, delete *${path}.lock*.`,
  editorFailed: (editor: string) =>
    `Your editor (${editor}) could not be opened, or was left without saving, so nothing was changed. The environment's *EDITOR* says which one it is.`,
  cannotWrite: (path: string, why: string) =>
    `*${path}* could not be written: ${why} What was there before is untouched.`,
  unknownTable: (name: string, near: string | undefined, known: readonly string[]) =>
    `There is no table *${name}*.${meant(near)} The tables are: ${known.join(', ')}.`,
  badRow: (table: string, complaints: string[], fields: string[]) =>
    `Nothing was added to ${table}:${list(complaints)}${fields.length > 0 ? `\nA row has: ${fields.join(', ')}.` : ''}`,
  otherMeeting: (on: string, lines: string[]) =>
    `There is a meeting on ${on} already, and it says something else here:${list(lines)}\nA day has one meeting, so nothing was added. If this one has changed, edit it there.`,
  whichMeeting: () =>
    'The last meeting that was planned is more than a month ago, so it is not plain which one this is. Say on which day you met, as in *--date 2026-12-01*, or as *on:* in the account.',
  unknownAction: (name: string, open: string[]) =>
    `${name ? `There is no action or milestone *${name}*` : 'Say which action or milestone'}${open.length === 0 ? ', and none is open.' : `. These are open:${list(open)}`}`,
  severalActions: (name: string, found: string[]) =>
    `*${name}* could be any of these. Say more of it, or its id:${list(found)}`,
  noReason: (what: string) =>
    `"${what}" is a milestone, and only actions keep why they were dropped. Write *status: dropped* on its line in the file.`,
  notLater: (day: string, on: string) => `${day} is not after ${on}, the day of this meeting.`,
  noDay: () => 'To keep the meeting in the file, say its day: *--date YYYY-MM-DD*.',
  noMinutes: (on: string | undefined) =>
    `Nothing has been written down of ${on ? `a meeting on ${on}` : 'any meeting'} yet. *hjp record* does that.`,
  ended: (what: string, done: string | undefined, dropped: string | undefined) =>
    `"${what}" was ${done ? `done on ${done}` : `dropped: ${dropped}`}. To change that, edit its line in the file.`,
  editRefused: (path: string, at: string) =>
    `*${path}* was left as it is: writing ${at} would have changed something else as well. Please report this, and make this one change by hand.`,
  exists: (path: string) =>
    `*${path}* is already here, and was left alone. Go on with *hjp ask*, or start another elsewhere with *--file*.`,
  copied: (path: string) =>
    `*${path}* is already yours, and was left alone. Edit it, or delete it and copy again.`,
  noOriginal: (path: string) =>
    `hjp brings no *${path}* with it to copy. *hjp kinds* and *hjp prompts* list what there is.`,
  edited: (path: string) =>
    `*${path}* has been edited since hjp wrote it, so it was left alone. Write elsewhere with *--out*, or replace it with *--force*.`,

  unknownCommand: (name: string, near: string | undefined) =>
    `There is no command *${name}*.${meant(near)} *hjp --help* lists them all.`,
  unknownOption: (name: string, command: string, near: string | undefined) =>
    `*${command}* has no option *${name}*.${meant(near)} See *${command} --help*.`,
  missingArgument: (command: string, what: string) =>
    `*${command}* needs ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}. See *${command} --help*.`,
  missingValue: (command: string, option: string) => `*${option}* needs a value. See *${command} --help*.`,
  tooManyWords: (command: string) =>
    `*${command}* was given more words than it takes. Put quotes around a text of several words. See *${command} --help*.`,
  usage: (message: string, command: string) => `${message} See *${command} --help*.`,
  unknownPrompt: (name: string, near: string | undefined) =>
    `There is no prompt or part *${name}*.${/^\d/.test(name) ? '' : meant(near)} *hjp prompts* lists them all.`,
  unknownPartner: (name: string, near: string | undefined, known: string[]) =>
    `There is no partner *${name}*.${meant(near)} The partners are: ${known.join(', ')}.`,
  unknownKind: (name: string, near: string | undefined) =>
    `There is no kind of document *${name}*.${meant(near)} *hjp kinds* lists them all.`,
  unknownSection: (name: string, near: string | undefined, known: string[]) =>
    `There is no section *${name}*.${meant(near)} The sections are: ${known.join(', ')}.`,
  otherEnding: (path: string, format: string) =>
    `*${path}* does not end in .${format}, which is what would be in it. Change its ending, or *--format*.`,
  isTheFile: (path: string) =>
    `*${path}* is the partnership file itself, and no document is written over it. Name another with *--out*.`,
  notForScreens: (format: string) =>
    `A *${format}* file cannot be shown on the screen. Name a file with *--out*, or leave it out.`,
  isPrivate: (prompt: string) => `*${prompt}* is private, and never goes into a document for partners.`,
  unknownFormat: (name: string, kind: string, known: string[]) =>
    `*${kind}* cannot be written as *${name}*. It can be: ${known.join(', ')}.`,
  badValue: (option: string, value: string, wants: string) => `*${option}* is "${value}", and it ${wants}`,
  badChoice: (option: string, value: string, known: readonly string[], near: string | undefined) =>
    `*${option}* cannot be "${value}". Choose one of: ${known.join(', ')}.${meant(near)}`,
  whoseWords: (known: string[]) => `Say whose words they are, with *--as*: ${known.join(', ')}.`,
  notAsked: (prompt: string, partner: string, side: string) =>
    `*${prompt}* is put to the ${side} side, and *${partner}* is not on it.`,

  nothingToRaise: () =>
    'Nothing is waiting to be talked about. Name a part or a prompt to raise it all the same.',
  nothingToAsk: (partners: string) =>
    `*${partners}* has been heard on everything that is open. Name a prompt to ask about it again.`,
  noActions: (partner: string | undefined) =>
    `${partner ? `*${partner}* has no action open` : 'No action is open'}, so there is nobody to remind.`,
  nothingSaid: (how: string) => `There was nothing to write down. ${how}`,
  needsDecision: (prompt: string) =>
    `*${prompt}* asks for a decision. Add *--decision yes*, *--decision no* or *--decision not-yet*.`,
  noDecision: (prompt: string) => `*${prompt}* is not answered with yes or no. Leave *--decision* out.`,
  badAnswers: (path: string, complaints: string[]) =>
    `Nothing was written, because *${path}* has ${counted(complaints.length, 'problem')}:${list(complaints)}`,
  noAnswers: (path: string) =>
    `There is no file *${path}* to take answers from. Check the name and the folder.`,
  nothingPiped: () => 'Nothing was piped in. Give the words from a file, as in *hjp … - < notes.txt*.',
  needsTerminal: (instead: string) => `hjp cannot ask questions here, without a terminal. ${instead}`,
  missingAnswers: (flags: string[]) =>
    `hjp cannot ask questions here, without a terminal. Say these on the command line:${list(flags)}`,

  badTemplate: (path: string, line: number, column: number, problem: string) =>
    `*${path}:${line}:${column}* ${problem}`,
  badFrontMatter: (path: string) =>
    `*${path}* needs front matter: a first line of three dashes, keys such as title and formats, and three dashes again.`,
  duplicateNumber: (number: number, first: string, second: string) =>
    `The parts *${first}* and *${second}* both have the number ${number}. Give yours another.`,
  duplicatePrompt: (path: string, id: string) => `*${path}* defines the prompt *${id}* twice. Keep one.`,
  incomplete: (kind: string, blanks: string[]) =>
    `*${kind}* was not written, because ${counted(blanks.length, 'blank')} ${blanks.length === 1 ? 'is' : 'are'} left in it:${list(blanks)}`,
  tooLong: (minutes: number, most: number) =>
    `A meeting of ${minutes} minutes is too long for one agenda. Give it *--minutes ${most}* or less.`,
  noDate: () =>
    'A meeting without a date cannot go into a calendar. Say when it is, as in *--date 2026-12-01*, or write it under *meetings* in the file.',
  noZone: () =>
    'The time of a meeting needs a time zone before it can go into a calendar. Write it in the file, as in *timezone: Australia/Melbourne*.',
  noPicture: (title: string) =>
    `There is no picture in *${title}* yet. Leave out *--format svg* to see what it lacks.`,
  nothingDated: () =>
    'Nothing in the file has a date to put in a calendar yet: no meeting to come, no review, no action with a day.',
  tooShort: (minutes: number, least: number) =>
    `A meeting of ${minutes} minutes is too short for an agenda. Give it *--minutes ${least}* or more.`,
} as const

type ErrorCode = keyof typeof MESSAGES

/** A problem that the person can mend. Anything else that is thrown is a bug, and shows its stack. */
export class HjpError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly exit: 1 | 2
  constructor(code: C, ...params: Parameters<(typeof MESSAGES)[C]>) {
    super((MESSAGES[code] as (...given: unknown[]) => string)(...params))
    this.name = 'HjpError'
    this.code = code
    this.exit = code === 'incomplete' ? 1 : 2
  }
}
