import { meant, onLines } from './text.ts'

/** What is said where something is not named, or by a name that none has, or several. */
export const nameErrors = {
  needsOne: (command: string, what: string, known: readonly string[]) =>
    `*${command}* needs ${what}${known.length > 0 ? `: ${known.join(', ')}.` : ', and there is none. *hjp status* tells what comes next.'}`,
  needsPrompt: (command: string) =>
    `*${command}* needs a prompt: its number or some words of it, such as *5.1* or *"referral pathways"*. *hjp prompts* lists them all.`,
  renumbered: (number: string, now: string, command: string) =>
    `*${number}* is now ${now}, and nothing was written. If that is what you mean: *${command}*`,
  severalPrompts: (name: string, found: string[]) =>
    `*${name}* could be any of these. Give its number, or more of its words:${onLines(found)}`,
  unknownKind: (name: string, near: string | undefined) =>
    `There is no kind of document *${name}*.${meant(near)} *hjp kinds* lists them all.`,
  unknownPrompt: (name: string, near: string | undefined) =>
    `There is no prompt or part *${name}*.${/^\d/.test(name) ? '' : meant(near)} *hjp prompts* lists them all.`,
  unknownSection: (name: string, near: string | undefined, known: string[]) =>
    `There is no section *${name}*.${meant(near)} The sections are: ${known.join(', ')}.`,
  wholeName: (name: string, found: string) =>
    `Nothing is called *${name}* in full, so with *--yes* nothing was removed. Did you mean this? ${found}`,
}
