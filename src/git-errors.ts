/** What is said where git cannot tell or cannot be told something. */
export const gitErrors = {
  noVersion: (name: string) =>
    `There is no earlier version *${name}* to compare with. Give a commit, a tag or a day in git's history, such as *--since 2026-09-30*, or another partnership file.`,
  notYetThere: (path: string, name: string) =>
    `*${path}* did not exist yet in *${name}*, or had another name. Choose a later version, or name a file.`,
  noGit: () =>
    'This file is in a git repository, but hjp cannot find *git* on this computer. Install it from https://git-scm.com and try again.',
  historyMissing: () =>
    'Some earlier versions of this file are not on this computer: this copy of the repository was made without them, or is damaged. hjp downloads nothing itself. Clone the repository again, without *--filter*, and try there.',
  gitEndless: () =>
    'git gave more output about this file than hjp can read, or never finished, so hjp stopped it. Nothing was changed. See what *git log* and *git config --list* say here.',
  bareRepository: (folder: string) =>
    `*${folder}* looks like the inside of a git repository, whose settings could start any program, so hjp did not run git there. If you trust it, keep the partnership file in an ordinary clone.`,
  gitFailed: (words: string) =>
    `git could not show the history of this file. It says:\n  ${words}\nFix that first: once *git log* works here, this will too.`,
  cannotMerge: (path: string, why: string) =>
    `*${path}* was not changed, because the two versions in it cannot be merged:\n  ${why}\nFix that in the file and try *hjp merge* again; or combine both by hand, and delete the lines <<<<<<<, ======= and >>>>>>>. In git, *git checkout --merge* with the name of the file brings the conflict back as git left it.`,
  notInGit: (path: string) => `*${path}* is not in a git repository. Run *git init* in its folder first.`,
  nothingToDrive: () =>
    'git calls this command to merge the partnership file. To set that up: *hjp merge-driver --install*\nTo merge what git could not: *hjp merge*',
  otherHook: (path: string, line: string) =>
    `*${path}* already exists, and was left alone. To have hjp check each commit as well, add this line to it:\n  ${line} || exit 1`,
  foreignHook: (path: string, line: string) =>
    `*${path}* was not written by hjp, and was left alone. Remove the line *${line}* by hand if it is there.`,
  sharedHooks: (path: string, line: string) =>
    `git takes its hooks from another folder here (core.hooksPath), so nothing was written. To have hjp check each commit, add this line to *${path}*, for this repository only:\n  ${line} || exit 1`,
} as const
