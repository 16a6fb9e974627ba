/** What is said where git cannot tell or cannot be told something. */
export const gitErrors = {
  noVersion: (name: string) =>
    `There is no earlier version *${name}* to compare with. Name a commit, a tag or a day that git knows, as in *--since 2026-09-30*, or another partnership file.`,
  notYetThere: (path: string, name: string) =>
    `*${path}* was not there yet in *${name}*, or it had another name. Choose a later version, or name a file.`,
  noGit: () =>
    'This file is in a git repository, and the program *git* cannot be found here. Install it from https://git-scm.com and try again.',
  historyMissing: () =>
    'Some earlier versions of this file are not on this computer: this copy of the repository was made without them, or is damaged. hjp fetches nothing over the network. Clone the repository anew, without *--filter*, and try again there.',
  gitEndless: () =>
    'git told more about this file than hjp can take in, or never came to an end, so it was stopped. Nothing was changed. Look at what *git log* and *git config --list* say here.',
  bareRepository: (folder: string) =>
    `*${folder}* looks like the inside of a git repository, and its settings could start any program, so git was not asked about it. If you trust it, keep the partnership file in an ordinary clone.`,
  gitFailed: (words: string) =>
    `git could not tell how this file came about. It says:\n  ${words}\nFix that first: once *git log* works here, so does this.`,
  cannotMerge: (path: string, why: string) =>
    `*${path}* was left as it is, because the two versions in it cannot be put together:\n  ${why}\nFix that in the file and try *hjp merge* again; or keep the words of both by hand, and delete the lines of <<<<<<<, ======= and >>>>>>>. In git, *git checkout --merge* with the name of the file brings the conflict back as git left it.`,
  notInGit: (path: string) => `*${path}* is in no git repository. Run *git init* in its folder first.`,
  nothingToDrive: () =>
    'git calls this to merge the partnership file. To have it do so: *hjp merge-driver --install*. To put together what git could not merge: *hjp merge*.',
  otherHook: (path: string, line: string) =>
    `*${path}* is there already, and was left alone. To have hjp look at what is staged as well, add this line to it:\n  ${line} || exit 1`,
  foreignHook: (path: string, line: string) =>
    `*${path}* was not written by hjp, and was left alone. If *${line}* stands in it, take that line out by hand.`,
  sharedHooks: (path: string, line: string) =>
    `Git is set to take its hooks from another folder (core.hooksPath), so nothing was written there. To have hjp look at what is staged, add this line to *${path}*, for this repository only:\n  ${line} || exit 1`,
} as const
