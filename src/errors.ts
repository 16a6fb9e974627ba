import { adoptErrors } from './adopt-errors.ts'
import { folderErrors } from './folder-errors.ts'
import { formErrors } from './form-errors.ts'
import { gitErrors } from './git-errors.ts'
import { nameErrors } from './name-errors.ts'
import { partnerErrors } from './partner-errors.ts'
import { tableErrors } from './table-errors.ts'
import { counted, firstOnLines, meant, onLines, typedSo } from './text.ts'

export { fieldErrors } from './field-errors.ts'
export * from './text.ts'

/** Every message a person can be shown when something cannot be done. `*word*` is emphasis; only the terminal colours it. */
const MESSAGES = {
  ...adoptErrors,
  ...folderErrors,
  ...formErrors,
  ...gitErrors,
  ...nameErrors,
  ...partnerErrors,
  ...tableErrors,
  badFile: (complaints: string[]) =>
    complaints.length === 1
      ? complaints[0]!
      : `${complaints.length} things to fix:${firstOnLines(complaints, 'you will see them once these are fixed', 10)}`,
  noFile: (path: string) =>
    `There is no partnership file at *${path}*. Run *hjp init* to start one, or give its name with *--file*.`,
  noFileAbove: (folder: string) =>
    `There is no *partnership.yaml* in ${folder} or in the folders above it. Run *hjp init* to start one, or give its name with *--file*.`,
  nothingToShow: () => 'There is no file to open: leave out *--open*, or *--out -*.',
  goneFolder: () => 'The folder you are in no longer exists. Change to another folder and try again.',
  isFolder: (path: string) => `*${path}* is a folder. Name the file inside it.`,
  isBinary: (path: string) =>
    `*${path}* is not plain text in UTF-8. Open it in a text editor, save it as plain text, and try again.`,
  isEmpty: (path: string) =>
    `*${path}* is empty. Run *hjp init* to start a new one there, or get the old one back with *git checkout*`,
  tooLarge: (path: string, megabytes: number) =>
    `*${path}* is ${megabytes} MB, far larger than any file that hjp reads. Is it the right one?`,
  notAWordFile: (path: string, what: string) =>
    `*${path}* is ${what}. hjp reads Word files (.docx), emails (.eml, .msg), web pages (.html, .mht) and plain text (.txt): save it as one of them, and import that.`,
  oldWord: (path: string) =>
    `*${path}* is in Word's old format, whatever its name says. Open it in Word, save it as a Word document (.docx), and import that.`,
  locked: (path: string) =>
    `*${path}* is protected with a password. Open it in Word, remove the password, save it, and import that.`,
  hasMacros: (path: string) =>
    `*${path}* contains macros, which are small programs, so hjp did not open it. Save it in Word as a plain Word document (.docx), and import that.`,
  damaged: (path: string) =>
    `*${path}* is incomplete or damaged, so it cannot be read. Ask for it again, or open it in Word and save it again.`,
  tooMuchInIt: (path: string) =>
    `*${path}* contains far more than a document could, so hjp did not open it. Is it the right file?`,
  cannotRead: (path: string, why: string) => `*${path}* could not be read: ${why}`,
  notThen: (kind: string, name: string) =>
    `There is nothing for *${kind}* in the version of ${name}, so there is nothing to compare. Leave out *--since*, or choose a later version.`,
  notCompared: (format: string, formats: string[]) =>
    `A *${format}* file cannot show what changed. Choose *--format ${formats.join('* or *--format ')}*.`,
  busy: (path: string, holder?: { process: number; host: string; at: string }) =>
    `Another hjp ${holder ? `(process ${holder.process} on ${holder.host}, since ${holder.at}) ` : ''}is using *${path}*. Try again when it has finished. If nothing else is running, delete *${path}.lock*.`,
  cannotLock: (path: string, why: string) =>
    `*${path}* was not changed, because hjp could not put a lock file beside it: ${why} If nobody else is writing to it, use *--no-lock*.`,
  readOnly: (path: string) =>
    `*${path}* is read-only, so it was not changed. Make it writable, and try again.`,
  changedMeanwhile: (path: string) =>
    `*${path}* kept changing while hjp was trying to write to it, so hjp left it alone. Close any other program that is using it, and try again.`,
  openElsewhere: (path: string) =>
    `*${path}* is open in another program, so it was not changed. Close it there, and try again.`,
  editorFailed: (editor: string, draft: string) =>
    `Your editor (${editor}) could not be opened, or was closed without saving, so nothing was changed. The environment variable *EDITOR* says which editor to use. Anything it saved is in ${draft}.`,
  cannotWrite: (path: string, why: string) =>
    `*${path}* could not be written: ${why} What was there before is untouched.`,
  nothingToUndo: (path: string) =>
    `There is nothing to undo in *${path}*: hjp has not changed it from this computer, or every change has been undone.`,
  nothingToRedo: (path: string) =>
    `There is nothing to redo in *${path}*: nothing was undone, or the file has changed since.`,
  changedSince: (path: string, lines: string[]) =>
    `*${path}* has since been changed by something other than hjp, so nothing was undone. This is what changed:${firstOnLines(lines, 'look in the file')}\nFix it by hand, or restore an earlier version with git.`,
  nothingToRecover: (path: string) => `There is nothing to recover for *${path}*.`,
  writtenMeanwhile: (path: string, theirs: string[], ours: string[]) =>
    `*${path}* was not changed, because someone else changed the same place in the meantime. They wrote:${onLines(theirs)}\nYou wanted to write:${onLines(ours)}\nCompare the two, and run the command again with the wording you want.`,
  muchShorter: (path: string) =>
    `*${path}* is less than half as long as it was, as if part of it had been lost, so nothing was written. Look at it first: git or a backup may have all of it. If it is meant to be this short, run the command again.`,
  unknownTable: (name: string, near: string | undefined, known: readonly string[]) =>
    `There is no table *${name}*.${meant(near)} The tables are: ${known.join(', ')}.`,
  badRow: (done: string, complaints: string[], fields: string[]) =>
    `Nothing was ${done}:${onLines(complaints)}${fields.length > 0 ? `\nA row has: ${fields.join(', ')}.` : ''}`,
  otherMeeting: (on: string, lines: string[]) =>
    `The file already has a meeting on ${on}, and it differs here:${onLines(lines)}\nThere can be only one meeting a day, so nothing was added. To change this one: *hjp change ${on} …*`,
  isThere: (rows: string[]) =>
    `Nothing was added, because the file has this already, and nothing tells the two apart:${onLines(rows)}\nIf it is another one, add *--another*. To change what is there: *hjp change*`,
  unknownQuestionnaire: (name: string, near: string | undefined, known: string[]) =>
    `There is no questionnaire *${name}*.${meant(near)} The questionnaires are: ${known.join(', ')}.`,
  answeredAlready: (on: string, statements: string[]) =>
    `In the round of ${on} these already have different answers: ${statements.join(', ')}. Nothing was written. If they are someone else's, give each person a name with *--by*; if they are wrong, correct them in the file.`,
  unknownIndicator: (name: string, known: string[]) =>
    known.length === 0
      ? 'There are no indicators yet. Add what you want to measure with *hjp add indicator measure="…"*'
      : `There is no indicator *${name}*. The indicators are:${onLines(known)}`,
  severalIndicators: (name: string, known: string[]) =>
    `*${name}* could be any of these. Give more of its name, or its id:${onLines(known)}`,
  noIndicators: () =>
    'There are no indicators yet. Add what you want to measure with *hjp add indicator measure="…"*',
  noValue: (measure: string) => `Give a value for "${measure}" after its name.`,
  notANumber: (measure: string, value: string) =>
    `"${measure}" is a count, and "${value}" has no number in it. Nothing was written.`,
  readAlready: (measure: string, on: string, value: string) =>
    `"${measure}" already has a reading on ${on}: ${value}. Nothing was written. If that is wrong, correct it in the file.`,
  wrongWayRound: (from: string, to: string) =>
    `The first day, ${from}, is after the last, ${to}. Change *--from* or *--to*.`,
  badSplit: (pair: string) =>
    `"${pair}" should be written as group=value, such as *--split "Tallow Creek=14"*.`,
  whichMeeting: () =>
    'The last planned meeting was more than a month ago, so hjp cannot tell which meeting this is. Give the day you met, with *--date 2026-12-01*, or *on:* in the file of answers.',
  unknownAction: (name: string, open: string[]) =>
    `${name ? `There is no action or milestone *${name}*` : 'Say which action or milestone'}${open.length === 0 ? ', and none is open.' : `. These are open:${onLines(open)}`}`,
  severalActions: (name: string, found: string[]) =>
    `*${name}* could be any of these. Give more of its name, or its id:${onLines(found)}`,
  unknownRow: (name: string) =>
    `No row of the file is called *${name}*. Name a row by its id, the start of its id, or some of its words; name a person with their partner, as in *health/liaison*. Without a name, the command lets you choose.`,
  severalRows: (name: string, found: string[]) =>
    `*${name}* could be any of these. Give more of its name, or its id:${onLines(found)}`,
  noReason: (what: string) =>
    `"${what}" is a milestone, and only an action can say why it was dropped. Use *hjp change ${typedSo(what)} status=dropped*`,
  notLater: (day: string, on: string) => `${day} is not after ${on}, the day of this meeting.`,
  noDay: () => 'To save the meeting in the file, give its day: *--date YYYY-MM-DD*.',
  noMinutes: (on: string | undefined) =>
    `There is no record yet of ${on ? `a meeting on ${on}` : 'any meeting'}. Make one with *hjp record*`,
  ended: (what: string, how: string, again: string) =>
    `"${what}" was ${how}. To open it again: *hjp change ${again}*`,
  editRefused: (path: string, at: string) =>
    `*${path}* was not changed: writing ${at} would have changed something else as well. Please report this, and make this one change by hand.`,
  exists: (path: string) =>
    `*${path}* already exists, and was left alone. To start another elsewhere, use *--file*. To continue: *hjp ask*`,
  copied: (path: string) =>
    `*${path}* is already your own copy, and was left alone. Edit it, or delete it and copy again.`,
  noOriginal: (path: string) =>
    `hjp has no *${path}* to copy. *hjp kinds* and *hjp prompts* list what there is.`,
  edited: (path: string, { theirs, ours }: { theirs: string[]; ours: string[] } = { theirs: [], ours: [] }) =>
    `*${path}* has been edited since hjp wrote it, so it was left alone. Write to another file with *--out*, or replace this one with *--force*.${
      theirs.length > 0 ? `\nOnly in that file:${firstOnLines(theirs, 'open the file to see them', 5)}` : ''
    }${ours.length > 0 ? `\nOnly in what hjp would write now:${firstOnLines(ours, 'write to another file to see them', 5)}` : ''}`,

  unknownCommand: (name: string, near: string | undefined) =>
    `There is no command *${name}*.${meant(near)} *hjp help everything* lists them all.`,
  noHelp: (name: string, near: string | undefined) =>
    `There is no help on *${name}*.${meant(near)} *hjp help* lists what there is.`,
  unknownOption: (name: string, command: string, near: string | undefined) =>
    `*${command}* has no option *${name}*.${meant(near)} See *${command} --help*`,
  missingArgument: (command: string, what: string) =>
    `*${command}* needs ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}. See *${command} --help*`,
  missingValue: (command: string, option: string) => `*${option}* needs a value. See *${command} --help*`,
  tooManyWords: (command: string) =>
    `*${command}* was given too many words. Put quotes around a text of several words. See *${command} --help*`,
  takesNoWords: (command: string, options: string[]) =>
    `*${command}* takes words only after an option${options.length > 0 ? `: ${options.join(' or ')}` : ''}. See *${command} --help*`,
  usage: (message: string, command: string) => `${message} See *${command} --help*`,
  otherEnding: (path: string, format: string) =>
    `*${path}* should end in .${format}, to match what would be in it. Change its name, or *--format*.`,
  isTheFile: (path: string) =>
    `*${path}* is the partnership file itself, so hjp will not write a document over it. Name another file with *--out*.`,
  notForScreens: (format: string) =>
    `A *${format}* file cannot be shown on the screen. Name a file with *--out*, or leave that option out.`,
  isPrivate: (prompt: string) => `*${prompt}* is private, and never goes into a document for partners.`,
  notAList: () =>
    'A partner needs to see what is agreed when it confirms it, and a form of another service does not bring that back. Write it as *docx*, *txt* or *eml*.',
  unknownFormat: (name: string, kind: string, known: string[]) =>
    `*${kind}* cannot be written as *${name}*. It can be: ${known.join(', ')}.${name === 'pdf' ? ' For a PDF, save the Word file as one, or print the page.' : ''}`,
  badValue: (option: string, value: string, wants: string) => `*${option}* is "${value}", and it ${wants}`,
  badChoice: (option: string, value: string, known: readonly string[], near: string | undefined) =>
    `*${option}* cannot be "${value}". Choose one of: ${known.join(', ')}.${meant(near)}`,
  unknownCheck: (option: string, name: string, near: string | undefined, groups: string[]) =>
    `There is no finding *${name}* for *${option}*.${meant(near)} Give a code, as *hjp check* prints it at the end of a line, or a group: ${groups.join(', ')}.`,
  needsOption: (kind: string, option: string, known: readonly string[]) =>
    `*hjp ${kind}* needs *${option}*${known.length > 0 ? `: ${known.join(', ')}` : ''}.`,
  otherPartnership: () =>
    'This was sent out by another partnership, or by yours under another name. If it is yours, say whose answers these are with *--as*.',

  nothingToRaise: () => 'Nothing is waiting to be talked about. Name a part or a prompt to raise it anyway.',
  notAside: (called: string) => `*${called}* is not set aside, so there is nothing to bring back.`,
  partAside: (name: string) =>
    `All of *${name}* is set aside. To bring it back: *hjp park ${typedSo(name)} --resume*`,
  nothingSaid: (how: string) => `There was nothing to write down. ${how}`,
  needsDecision: (prompt: string) =>
    `*${prompt}* asks for a decision. Add *--decision yes*, *--decision no* or *--decision not-yet*.`,
  noDecision: (prompt: string) => `*${prompt}* is not a yes-or-no question. Leave out *--decision*.`,
  badAnswers: (path: string, complaints: string[]) =>
    `Nothing was written, because *${path}* has ${counted(complaints.length, 'problem')}:${onLines(complaints)}`,
  notAnEmail: () =>
    'This is not an email that hjp can read. Save the reply from your mail program as an *.eml* or *.msg* file, or copy its text into a *.txt* file.',
  emptyReply: () =>
    'This email has no text in it, and no Word file. If the answers are in a picture or another kind of file, copy them into a *.txt* file.',
  longReply: () =>
    'This reply is far longer than hjp can read at once. Copy what the partner wrote into a *.txt* file.',
  noAnswers: (path: string) =>
    `There is no file *${path}* to take answers from. Check the name and the folder.`,
  nothingPiped: () => 'No text came in. Send it from a file, as in *hjp … - < notes.txt*',
  mayIdentify: (places: string[], texts: string[]) =>
    `Nothing was written, because this could identify a client:${onLines(places)}\nSay it without that, and try again. If it is safe to keep, add *--allow "why it is safe"*, and hjp keeps the reason beside it. This is what was not written:\n${texts.join('\n')}`,
  needsYes: () =>
    'Nothing was written, because hjp cannot ask questions without a terminal. Add *--yes* to write all of it.',
  needsYesToRemove: () =>
    'Nothing was removed, because hjp cannot ask without a terminal. Add *--yes* to remove it.',
  clearInstead: (number: string) =>
    `*${number}* is a prompt. A note or a proposal goes by some of its words, as in *hjp remove note "…"*\nTo remove what a partner said: *hjp answer ${number} --as PARTNER --clear*\nTo remove what is agreed: *hjp agree ${number} --clear*`,
  nothingToClear: (heading: string, what: string) =>
    `Nothing is ${what} on ${heading}, so nothing was removed.`,
  clearAlone: (command: string) => `*--clear* removes words, so *${command}* takes no others with it.`,
  needsTerminal: (instead: string) => `hjp cannot ask questions without a terminal. ${instead}`,
  missingAnswers: (flags: string[]) =>
    `hjp cannot ask questions without a terminal. Give these on the command line:${onLines(flags)}`,

  fault: (kept: string | undefined) =>
    `Something went wrong inside hjp, so it stopped. Everything saved before this is safe.${kept ? ` The details are in ${kept}: before you share them, check that they contain nothing private.` : ''}`,
  incomplete: (kind: string, many: number, blanks: string[], next = '') =>
    `*${kind}* was not written, because ${counted(many, 'blank')} ${many === 1 ? 'is' : 'are'} left in it:${onLines(blanks)}${next}`,
  wholeLetter: (kind: string, letter: string) =>
    `You cannot choose sections of a letter. Leave out *--${letter}* for some sections of *${kind}*, or *--section* for the whole letter.`,
  wholeOnly: (kind: string) =>
    `Schedules come only with the whole document. Leave out *--with* for some sections of *${kind}*, or *--section* for the whole of it with its schedules.`,
  nothingAgreed: (kind: string) => `*${kind}* was not written, because nothing you asked for is agreed yet.`,
  tooLong: (minutes: number, most: number) =>
    `A meeting of ${minutes} minutes is too long for one agenda. Give it *--minutes ${most}* or less.`,
  noDate: () =>
    'A meeting without a date cannot go into a calendar. Say when it is, with *--date 2026-12-01*, or write it under *meetings* in the file.',
  noZone: () =>
    'A meeting needs a time zone before it can go into a calendar. Add one to the file, such as *timezone: Australia/Melbourne*.',
  noPicture: (title: string) =>
    `There is no picture in *${title}*. Leave out *--format svg* to see what is there, and what is missing.`,
  nothingDated: () =>
    'Nothing in the file has a date to put in a calendar yet: there are no coming meetings, no reviews and no actions with a day.',
  tooShort: (minutes: number, least: number) =>
    `A meeting of ${minutes} minutes is too short for an agenda. Give it *--minutes ${least}* or more.`,
} as const

type ErrorCode = keyof typeof MESSAGES

/** A problem that the person can fix; anything else that is thrown is a fault of hjp. */
export class HjpError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly exit: 1 | 2 | 70
  /** The name that it is about, where it is about one. */
  readonly named: string
  constructor(code: C, ...params: Parameters<(typeof MESSAGES)[C]>) {
    super((MESSAGES[code] as (...given: unknown[]) => string)(...params))
    this.name = 'HjpError'
    this.code = code
    this.named = typeof params[0] === 'string' ? params[0] : ''
    this.exit = code === 'incomplete' ? 1 : code === 'fault' ? 70 : 2
  }
}
