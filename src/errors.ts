import { folderErrors } from './folder-errors.ts'
import { gitErrors } from './git-errors.ts'
import { counted, meant, onLines } from './text.ts'

export { fieldErrors } from './field-errors.ts'
export { capital, counted, emphasised, meant, misspelt, nearest, onLines } from './text.ts'

/** The first few, and how many more there are. */
const someOf = (lines: string[]): string =>
  onLines(lines.slice(0, 5)) + (lines.length > 5 ? `\n  and ${lines.length - 5} more` : '')

/** Every message a person can be shown when something cannot be done. `*word*` is emphasis; only the terminal colours it. */
const MESSAGES = {
  ...folderErrors,
  ...gitErrors,
  badFile: (complaints: string[]) =>
    complaints.length === 1
      ? complaints[0]!
      : `${complaints.length} things to fix:${onLines(complaints.slice(0, 10))}${complaints.length > 10 ? `\n  and ${complaints.length - 10} more.` : ''}`,
  noFile: (path: string) =>
    `There is no partnership file at *${path}*. Run *hjp init* to start one, or name one with *--file*.`,
  noFileAbove: (folder: string) =>
    `There is no *partnership.yaml* in ${folder} or above it. Run *hjp init* to start one, or name one with *--file*.`,
  goneFolder: () => 'The folder you are in is not there any more. Go to another, and try again.',
  isFolder: (path: string) => `*${path}* is a folder. Name the file inside it.`,
  isBinary: (path: string) =>
    `*${path}* is not plain text in UTF-8. Open it in a text editor, save it as plain text, and try again.`,
  isEmpty: (path: string) =>
    `*${path}* is empty. Run *hjp init* to start one there, or bring it back with *git checkout*.`,
  tooLarge: (path: string, megabytes: number) =>
    `*${path}* is ${megabytes} MB, far more than any file that hjp reads. Is it the right one?`,
  notAWordFile: (path: string, what: string) =>
    `*${path}* is ${what}. hjp reads Word files (.docx), emails (.eml) and plain text (.txt): save it as one of them, and import that.`,
  oldWord: (path: string) =>
    `*${path}* is in Word's old format, whatever its name ends in. Open it in Word, save it as a Word document (.docx), and import that.`,
  locked: (path: string) =>
    `*${path}* is protected with a password. Open it in Word, take the password off, save it, and import that.`,
  hasMacros: (path: string) =>
    `*${path}* has macros in it, which are programs, so it was not opened. Save it in Word as a plain Word document (.docx), and import that.`,
  noPlaces: (path: string) =>
    `There is no answer to find in *${path}*: it is neither a worksheet nor an agreement that hjp wrote, or its marks are lost. Write what it says with *hjp answer* or *hjp agree*.`,
  damaged: (path: string) =>
    `*${path}* was cut short or is damaged, so it cannot be read. Ask for it again, or open it in Word and save it anew.`,
  tooMuchInIt: (path: string) =>
    `*${path}* holds far more than a document could, so it was not opened. Is it the right file?`,
  cannotRead: (path: string, why: string) => `*${path}* could not be read: ${why}`,
  notThen: (kind: string, name: string) =>
    `The version of ${name} has nothing to make *${kind}* of, so there is nothing to compare. Leave out *--since*, or choose a later version.`,
  notCompared: (format: string, formats: string[]) =>
    `A file of the sort *${format}* cannot show what changed. Choose *--format ${formats.join('* or *--format ')}*.`,
  busy: (path: string, holder?: { process: number; host: string; at: string }) =>
    `Another hjp ${holder ? `(process ${holder.process} on ${holder.host}, since ${holder.at}) ` : ''}holds *${path}*. Try again once it is done. If there is none, delete *${path}.lock*.`,
  cannotLock: (path: string, why: string) =>
    `*${path}* was left as it is, since no lock could be put beside it: ${why} If nobody else writes there, go on with *--no-lock*.`,
  readOnly: (path: string) =>
    `*${path}* is set to be read only, so it was left as it is. You may not write in it until that is taken off.`,
  changedMeanwhile: (path: string) =>
    `*${path}* kept changing while hjp wanted to write in it, so it was left as it is. Close what else writes there, and try again.`,
  openElsewhere: (path: string) =>
    `*${path}* is open in another program, so it was left as it is. Close it there, and try again.`,
  editorFailed: (editor: string, draft: string) =>
    `Your editor (${editor}) could not be opened, or was left without saving, so nothing was changed. The environment's *EDITOR* says which one it is. What it saved, if anything, is in ${draft}.`,
  cannotWrite: (path: string, why: string) =>
    `*${path}* could not be written: ${why} What was there before is untouched.`,
  nothingToUndo: (path: string) =>
    `There is nothing to take back in *${path}*: hjp has written nothing there from this machine, or all of it was taken back.`,
  nothingToRedo: (path: string) =>
    `There is nothing to put in again in *${path}*: nothing was taken back, or the file was changed since.`,
  changedSince: (path: string, lines: string[]) =>
    `*${path}* was changed by something other than hjp since, so nothing was taken back. This is what changed:${onLines(lines)}\nFix it by hand, or bring back an earlier version with git.`,
  nothingToRecover: (path: string) => `No words wait to be written into *${path}*.`,
  writtenMeanwhile: (path: string, theirs: string[], ours: string[]) =>
    `*${path}* was left as it is, since someone else has written in the same place meanwhile. They wrote:${onLines(theirs)}\nYou wanted to write:${onLines(ours)}\nLook at both, and run it again with the words that should stand.`,
  muchShorter: (path: string) =>
    `*${path}* is less than half as long as it was, as if something had cut it short, so nothing was written. Look at it first: git, or a backup, may have it whole. If it is meant to be so short, run the same again.`,
  unknownTable: (name: string, near: string | undefined, known: readonly string[]) =>
    `There is no table *${name}*.${meant(near)} The tables are: ${known.join(', ')}.`,
  badRow: (done: string, complaints: string[], fields: string[]) =>
    `Nothing was ${done}:${onLines(complaints)}${fields.length > 0 ? `\nA row has: ${fields.join(', ')}.` : ''}`,
  otherMeeting: (on: string, lines: string[]) =>
    `There is a meeting on ${on} already, and it says something else here:${onLines(lines)}\nA day has one meeting, so nothing was added. If this one has changed: *hjp change ${on} …*.`,
  unknownQuestionnaire: (name: string, near: string | undefined, known: string[]) =>
    `There is no questionnaire *${name}*.${meant(near)} There are: ${known.join(', ')}.`,
  answeredAlready: (on: string, statements: string[]) =>
    `In the round of ${on} this was answered already, and otherwise: ${statements.join(', ')}. Nothing was written. If it was someone else, give each a name with *--by*; if it was a mistake, correct it in the file.`,
  needsVoice: (partners: string[]) =>
    `Say whose answers they are: *--as ${partners.join('*, *--as ')}*, or *--as together* where you answer as one.`,
  unknownIndicator: (name: string, known: string[]) =>
    known.length === 0
      ? 'There is no indicator yet. Say what you want to know with *hjp add indicator measure="…"*.'
      : `There is no indicator *${name}*. These are there:${onLines(known)}`,
  severalIndicators: (name: string, known: string[]) =>
    `*${name}* could be several of these. Say more of it, or its id:${onLines(known)}`,
  noIndicators: () =>
    'There is no indicator yet. Say what you want to know with *hjp add indicator measure="…"*.',
  noValue: (measure: string) => `Say what was read of "${measure}", after its name.`,
  notANumber: (measure: string, value: string) =>
    `"${measure}" is counted, and "${value}" has no number in it. Nothing was written.`,
  readAlready: (measure: string, on: string, value: string) =>
    `"${measure}" was read on ${on} already: ${value}. Nothing was written. If that was wrong, correct it in the file.`,
  wrongWayRound: (from: string, to: string) =>
    `The first day, ${from}, is after the last, ${to}. Change *--from* or *--to*.`,
  badSplit: (pair: string) => `"${pair}" is not written as group=value, such as *--split "Tallow Creek=14"*.`,
  whichMeeting: () =>
    'The last meeting that was planned is more than a month ago, so it is not plain which one this is. Say on which day you met, as in *--date 2026-12-01*, or as *on:* in the account.',
  unknownAction: (name: string, open: string[]) =>
    `${name ? `There is no action or milestone *${name}*` : 'Say which action or milestone'}${open.length === 0 ? ', and none is open.' : `. These are open:${onLines(open)}`}`,
  severalActions: (name: string, found: string[]) =>
    `*${name}* could be any of these. Say more of it, or its id:${onLines(found)}`,
  unknownRow: (name: string) =>
    `No row of the file is called *${name}*. A row goes by its id, the start of it, or some of its words; someone of a partner by both, as in *health/liaison*.`,
  severalRows: (name: string, found: string[]) =>
    `*${name}* could be any of these. Say more of it, or its id:${onLines(found)}`,
  noReason: (what: string) =>
    `"${what}" is a milestone, and only actions keep why they were dropped. Use *hjp change "${what}" status=dropped*.`,
  notLater: (day: string, on: string) => `${day} is not after ${on}, the day of this meeting.`,
  noDay: () => 'To keep the meeting in the file, say its day: *--date YYYY-MM-DD*.',
  noMinutes: (on: string | undefined) =>
    `Nothing has been written down of ${on ? `a meeting on ${on}` : 'any meeting'} yet. *hjp record* does that.`,
  ended: (what: string, done: string | undefined, dropped: string | undefined) =>
    `"${what}" was ${done ? `done on ${done}` : `dropped: ${dropped}`}. To take it up again: *hjp change "${what}" ${done ? 'done=' : 'dropped= dropped-on='}*.`,
  editRefused: (path: string, at: string) =>
    `*${path}* was left as it is: writing ${at} would have changed something else as well. Please report this, and make this one change by hand.`,
  exists: (path: string) =>
    `*${path}* is already here, and was left alone. Go on with *hjp ask*, or start another elsewhere with *--file*.`,
  copied: (path: string) =>
    `*${path}* is already yours, and was left alone. Edit it, or delete it and copy again.`,
  noOriginal: (path: string) =>
    `hjp brings no *${path}* with it to copy. *hjp kinds* and *hjp prompts* list what there is.`,
  edited: (path: string, { theirs, ours }: { theirs: string[]; ours: string[] } = { theirs: [], ours: [] }) =>
    `*${path}* has been edited since hjp wrote it, so it was left alone. Write elsewhere with *--out*, or replace it with *--force*.${
      theirs.length > 0 ? `\nOnly in that file:${someOf(theirs)}` : ''
    }${ours.length > 0 ? `\nOnly in what hjp would write now:${someOf(ours)}` : ''}`,

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
  unknownCheck: (option: string, name: string, near: string | undefined, groups: string[]) =>
    `*${option}* knows no finding *${name}*.${meant(near)} Name a code, as *hjp check* prints it at the end of a line, or a group: ${groups.join(', ')}.`,
  needsOption: (kind: string, option: string, known: readonly string[]) =>
    `*hjp ${kind}* needs *${option}*${known.length > 0 ? `: ${known.join(', ')}` : ''}.`,
  otherPartnership: () =>
    'This was sent out by another partnership, or by yours under another name. If it is yours all the same, say whose words they are, with *--as*.',
  twoVoices: (sender: string, asked: string) =>
    `The email is from ${sender}, and the worksheet in it was made for ${asked}. Say whose words they are, with *--as*.`,
  whoseWords: (known: string[]) => `Say whose words they are, with *--as*: ${known.join(', ')}.`,
  notAsked: (prompt: string, partner: string, side: string) =>
    `*${prompt}* is put to the ${side} side, and *${partner}* is not on it.`,

  nothingToRaise: () =>
    'Nothing is waiting to be talked about. Name a part or a prompt to raise it all the same.',
  nothingToAsk: (partners: string) =>
    `*${partners}* has answered everything that is open. Name a prompt to ask about it again.`,
  noActions: (partner: string | undefined) =>
    `${partner ? `*${partner}* has no action open` : 'No action is open'}, so there is nobody to remind.`,
  nothingSaid: (how: string) => `There was nothing to write down. ${how}`,
  needsDecision: (prompt: string) =>
    `*${prompt}* asks for a decision. Add *--decision yes*, *--decision no* or *--decision not-yet*.`,
  noDecision: (prompt: string) => `*${prompt}* is not answered with yes or no. Leave *--decision* out.`,
  badAnswers: (path: string, complaints: string[]) =>
    `Nothing was written, because *${path}* has ${counted(complaints.length, 'problem')}:${onLines(complaints)}`,
  notAnEmail: () =>
    'This is not an email that hjp can read. Save the reply from your mail program as an *.eml* file, or copy its words into a *.txt* file.',
  emptyReply: () =>
    'There are no words in this email, and no Word file. If the answers are in a picture or another sort of file, copy them into a *.txt* file.',
  longReply: () =>
    'There is far more in this reply than hjp reads at once. Copy the words of the partner into a *.txt* file.',
  noAnswers: (path: string) =>
    `There is no file *${path}* to take answers from. Check the name and the folder.`,
  noProposal: (prompt: string, partner: string) =>
    `Nothing that came back from *${partner}* waits at *${prompt}*. Say the words themselves.`,
  nothingPiped: () => 'Nothing was piped in. Give the words from a file, as in *hjp … - < notes.txt*.',
  mayIdentify: (places: string[], texts: string[]) =>
    `Nothing was written, because this could tell who a client is:${onLines(places)}\nSay it without that, and try again. If it may stand there, add *--allow "why it may"*: the reason is kept beside the words. These are the words that were not written:\n${texts.join('\n')}`,
  needsYes: () =>
    'Nothing was written: hjp cannot ask here, without a terminal. Add *--yes* to write all of it.',
  needsTerminal: (instead: string) => `hjp cannot ask questions here, without a terminal. ${instead}`,
  missingAnswers: (flags: string[]) =>
    `hjp cannot ask questions here, without a terminal. Say these on the command line:${onLines(flags)}`,

  fault: (kept: string | undefined) =>
    `Something went wrong inside hjp, so it stopped. What was kept before is kept.${kept ? ` The details are in ${kept}: look through them for anyone's words before you pass them on.` : ''}`,
  duplicateNumber: (number: number, first: string, second: string) =>
    `The parts *${first}* and *${second}* both have the number ${number}. Give yours another.`,
  duplicatePrompt: (path: string, id: string) => `*${path}* defines the prompt *${id}* twice. Keep one.`,
  incomplete: (kind: string, many: number, blanks: string[], next = '') =>
    `*${kind}* was not written, because ${counted(many, 'blank')} ${many === 1 ? 'is' : 'are'} left in it:${onLines(blanks)}${next}`,
  wholeLetter: (kind: string, letter: string) =>
    `A letter has no sections to choose from. Leave out *--${letter}* for some sections of *${kind}*, or *--section* for the whole letter.`,
  wholeOnly: (kind: string) =>
    `Schedules go with the whole document. Leave out *--with* for some sections of *${kind}*, or *--section* for the whole with its schedules.`,
  nothingAgreed: (kind: string) =>
    `*${kind}* was not written, because nothing is agreed yet on what you asked for.`,
  tooLong: (minutes: number, most: number) =>
    `A meeting of ${minutes} minutes is too long for one agenda. Give it *--minutes ${most}* or less.`,
  noDate: () =>
    'A meeting without a date cannot go into a calendar. Say when it is, as in *--date 2026-12-01*, or write it under *meetings* in the file.',
  noZone: () =>
    'The time of a meeting needs a time zone before it can go into a calendar. Write it in the file, as in *timezone: Australia/Melbourne*.',
  noPicture: (title: string) =>
    `There is no picture in *${title}*. Leave out *--format svg* to see what it has, and what it lacks.`,
  nothingDated: () =>
    'Nothing in the file has a date to put in a calendar yet: no meeting to come, no review, no action with a day.',
  tooShort: (minutes: number, least: number) =>
    `A meeting of ${minutes} minutes is too short for an agenda. Give it *--minutes ${least}* or more.`,
} as const

type ErrorCode = keyof typeof MESSAGES

/** A problem that the person can mend; anything else that is thrown is a fault of hjp. */
export class HjpError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly exit: 1 | 2 | 70
  constructor(code: C, ...params: Parameters<(typeof MESSAGES)[C]>) {
    super((MESSAGES[code] as (...given: unknown[]) => string)(...params))
    this.name = 'HjpError'
    this.code = code
    this.exit = code === 'incomplete' ? 1 : code === 'fault' ? 70 : 2
  }
}
