import { counted, meant, onLines } from './text.ts'

/** What is said where a partner cannot do something, or none is meant. */
export const partnerErrors = {
  needsVoice: (partners: string[]) =>
    `Say whose answers they are: *--as ${partners.join('*, *--as ')}*, or *--as together* if you answered as one.`,
  unknownPartner: (name: string, near: string | undefined, known: string[]) =>
    `There is no partner *${name}*.${meant(near)} The partners are: ${known.join(', ')}.`,
  severalPartners: (name: string, found: string[]) =>
    `*${name}* could be any of these partners. Give more of its name, or its id:${onLines(found)}`,
  notAsked: (prompt: string, partner: string, side: string) =>
    `*${prompt}* is a question for the ${side} side, and *${partner}* is not on that side.`,
  nothingToAsk: (partners: string) =>
    `*${partners}* has answered everything that is open. Name a prompt to ask it again.`,
  signedCopy: (path: string) =>
    `*${path}* is a signed copy of your agreement, so hjp will not write over it. Name another file with *--out*.`,
  signedInPart: (path: string, names: string[]) =>
    `This agreement is signed by some of you (${names.join(', ')}) and not by all, so *${path}* was left alone: everyone signs the same words. If all of you will sign it again, write to another file with *--out*, or replace this one with *--force*.`,
  nothingToConfirm: (partner: string) =>
    `There is nothing here for *${partner}* to confirm: it has agreed to all that is agreed, or nothing is agreed on these yet.`,
  noActions: (partner: string | undefined) =>
    `${partner ? `*${partner}* has no open actions` : 'No actions are open'}, so there is nobody to remind.`,
  noProposal: (prompt: string, partner: string) =>
    `*${partner}* has sent back nothing on *${prompt}* that still needs settling. Give the text itself.`,
  isPartner: (id: string, name: string, left: string | undefined) =>
    `*${id}* (${name}) is already a partner${left ? `, and left on ${left}. If it is back, clear that day: *hjp change partner ${id} left=*` : '. Give the new one a different name or *--id*'}.`,
  notToSign: (many: number, lacking: string[], how: string) =>
    `There is nothing to sign yet: the agreement has ${counted(many, 'blank')}.${onLines(lacking)}${how}\nIf it is signed already, say on which day, with *--on*`,
  whichWords: (day: string, since: string[]) =>
    `After ${day} this changed:${onLines(since)}\nIf the paper that was signed has the words of that day: *--words then*\nIf it has those of now, because the day is another or this was written down late: *--words now*`,
  whoSigned: (partners: string[]) =>
    `Say who signed, and for which partner: *--by "Ruth Adler" --for ${partners.join('*, or *--for ')}*.`,
  notInThen: (partner: string, on: string) =>
    `*${partner}* was not a partner on ${on}, so it cannot have signed on that day.`,
  nothingSigned: () =>
    'Nothing is signed yet, so there is nothing to compare with. *hjp sign* writes it down.',
  signedNotKept: (path: string, from: string) =>
    `*${path}* no longer has the words of what was signed from ${from}, and git has no version of it with those words.`,
  otherDocument: (path: string) =>
    `*${path}* has so little in common with the agreement that it must be something else. Of the letter of understanding, add *--short*.`,
  hasLeft: (name: string, left: string) =>
    `*${name}* left on ${left}, so no document is made for it. What it said is in the file.`,
  leftAlready: (id: string, name: string, left: string, isToCome: boolean) =>
    `The file has it already that ${name} ${isToCome ? 'leaves' : 'left'} on ${left}. If the day is wrong: *hjp change partner ${id} left=…* If it stays or is back: *hjp change partner ${id} left=*`,
  partnerStays: (id: string, name: string) =>
    `${name} cannot be removed: it is the only partner, or the file still says something of it elsewhere. If it leaves the partnership: *hjp leave ${id}*`,
  joinInstead: () =>
    'A new partner has not agreed to anything yet. To add one: *hjp join "Youth House" --sector community*',
}
