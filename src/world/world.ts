import type { Library } from '../render/templates/library.ts'

/** Everything outside the program. Commands touch the world only through this. */
export type World = {
  /** YYYY-MM-DD, where the keeper is. */
  today: string
  /** The time zone of the keeper's machine, such as Australia/Melbourne. */
  zone(): string
  /** So many of these letters, drawn at random. */
  drawn(letters: string, many: number): string
  /** Where the program was started. */
  cwd: string
  /** The partnership file that the environment names, if it does. */
  named?: string | undefined
  /** Why words that could tell who a client is may be written, where that was said beforehand. */
  allow?: string | undefined
  files: Files
  /** The text of a PDF, by its absolute path, where a program that reads it is here. Throws HjpError unreadablePdf. */
  pdfText(path: string): Promise<Uint8Array | undefined>
  /** A file of another program in a format that hjp reads, by its absolute path, where LibreOffice is here. Throws HjpError unreadableByOffice. */
  byOffice(path: string, format: OfficeFormat): Promise<Uint8Array | undefined>
  /** Opens a file, by its absolute path, with the program that this machine has for it. False where none could be started. */
  show(path: string): Promise<boolean>
  kept: Kept
  git: Git
  terminal: Terminal
  /** What a library that knows no other way prints while it works. */
  printed(work: () => void): string
  /** What starts this program: Node and the path of hjp. */
  program: string[]
  /** The prompts and templates that come with hjp. */
  shipped(): Promise<Library>
  /** A file of theirs as it came, such as `templates/agenda.hbs`, to be copied and changed. */
  original(path: string): Promise<string | undefined>
}

/** What LibreOffice makes of files: Word files and Excel workbooks. */
export type OfficeFormat = 'docx' | 'xlsx'

/** What became of a file, or in a dry run would become of it. */
export type Written =
  | 'created'
  | 'changed'
  | 'identical'
  | 'removed'
  | 'would create'
  | 'would change'
  | 'would remove'

export type Files = {
  /** The bytes of a file; nothing where there is none. Throws HjpError for a folder, or a file that is too large. */
  read(path: string): Promise<Uint8Array | undefined>
  has(path: string): Promise<boolean>
  /** Whether a path leads to somewhere in a folder, links and all; of what is not there yet, the place where it would be. */
  isWithin(folder: string, path: string): Promise<boolean>
  /**
   * The text files of a folder and those below it, sorted by path; none where there is no such folder. Throws HjpError where
   * they are more or larger than a partnership's own could be.
   */
  folder(path: string, endings: string[]): Promise<{ path: string; text: string }[]>
  /** What the files in a folder are called that end so, the newest first; not those below it, nor hidden ones. */
  newest(path: string, endings: string[]): Promise<string[]>
  /** Does something while no other hjp does the same to this file. */
  alone<T>(path: string, work: () => Promise<T>): Promise<T>
  /** Takes away what an hjp that was killed left beside this file. */
  clearLeft(path: string): void
  /**
   * Writes whole or not at all: what was there stays until the new bytes are safely on the disk. `over` is what must still
   * stand there then: throws HjpError changedMeanwhile where it does not.
   */
  write(path: string, content: string | Uint8Array, over?: Uint8Array): Promise<Written>
  /** Takes a file away that hjp made. */
  remove(path: string): Promise<Written>
}

/**
 * What hjp keeps on this machine for its user alone, outside the folder: the last changes to each file, and words that could
 * not be written. Throws HjpError where the system refuses.
 */
export type Kept = {
  /** Where that is, for a person to look. */
  folder: string
  read(name: string): string | undefined
  write(name: string, text: string): void
  remove(name: string): void
}

/**
 * Who kept something in git, when (YYYY-MM-DD), and what they said of it. Who is not known of a commit that stands for all
 * that came before it, in a clone that does not go all the way back.
 */
export type Commit = { hash: string; author: string | undefined; day: string; subject: string }

/** What git knows of files. Throws HjpError where it fails. */
export type Git = {
  /** How a file came about; nothing where it is in no repository. */
  history(path: string): Promise<History | undefined>
  /**
   * A file as it was in a commit, tag or branch, or at the end of a day (YYYY-MM-DD); nothing where git knows none of that name.
   * Its text is missing where it was not there then.
   */
  version(path: string, name: string): Promise<{ commit: Commit; text: string | undefined } | undefined>
  /** Makes a repository of the folder that a path is in. */
  start(path: string): Promise<void>
  /** Whether a path is in a repository. */
  holds(path: string): Promise<boolean>
  /** The versions of a file that git could not merge, blank where there is none; nothing where it has merged what it had to. */
  unmerged(path: string): Promise<{ base: string; ours: string; theirs: string } | undefined>
  /** What git has stopped in the midst of, in the repository of a path. */
  underWay(path: string): Promise<GitTask | undefined>
  /** A setting of the repository of a path. */
  setting(path: string, name: string): Promise<string | undefined>
  /** Changes settings of the repository of a path alone; takes away those that are undefined. */
  set(path: string, settings: Record<string, string | undefined>): Promise<void>
  /** A file as it is staged for the next commit, if it is, and whether that differs from the last one; nothing where it is in no repository. */
  staged(path: string): Promise<{ text: string | undefined; isNew: boolean } | undefined>
  /** The hook before a commit; nothing where the file is in no repository. */
  hook(path: string): Promise<Hook | undefined>
  /** Writes a hook that git can run, or takes it away. */
  setHook(path: string, text: string | undefined): Promise<void>
}

/** What git runs before a commit, where it would stand, and how a file is called from the top of its repository. */
export type Hook = {
  path: string
  text: string | undefined
  name: string
  /** Git is told to look for its hooks elsewhere, where those of other repositories may stand too. */
  isShared: boolean
}

export type GitTask = 'merge' | 'rebase' | 'cherry-pick' | 'revert'

export type History = {
  /** Each commit that changed the file, oldest first, under whatever name: its text, and what each parent had. */
  versions: { commit: Commit; text: string; before: string[] }[]
  /** Its text as the last commit has it. Blank, as everywhere here, where there is no file. */
  head: string
  /** It does not go all the way back. */
  isShallow: boolean
}

/** One that `takes` what is typed at the list is given with that in place of its value. */
export type Choice<T extends string> = { value: T; name: string; hint?: string; takes?: true }

/** The person at the keyboard. Questions throw Interrupted where there will be no answer. */
export type Terminal = {
  interactive: boolean
  /** In columns. */
  width: number
  /** Whether what is shown is read aloud. */
  isSpoken: boolean
  /** Whether two texts can stand side by side: not where all is read aloud. */
  isWide: boolean
  /** One line. Enter keeps `value`, and what is typed takes its place; `inLine` it is to be gone on with. */
  line(question: string, value?: string, inLine?: boolean): Promise<string>
  /** A key such as /b or ? that is typed in place of a choice is given as it is. */
  choose<T extends string>(question: string, choices: Choice<T>[]): Promise<T>
  /** The keeper's own editor, for long text. Throws HjpError where it cannot be opened, or is left without saving. */
  edit(text: string): Promise<string>
  /** All of standard input. Throws HjpError where nothing is piped in. */
  input(): Promise<Uint8Array>
  /** Data, to standard output. In a comparison, what was put in and taken out is coloured where colours can be seen. */
  out(text: string | Uint8Array, isComparison?: boolean): void
  /** A message, to standard error. `*word*` is emphasis. */
  say(text: string): void
}

/** There will be no answer: Ctrl-C, Ctrl-D, or the process is told to end. The message is what there is to tell. */
export class Interrupted extends Error {
  /** The line as far as it had come. */
  readonly typed: string

  constructor(typed = '') {
    super()
    this.typed = typed
  }
}

/** The person at the keyboard has had enough for now. */
export class Stopped extends Interrupted {}
