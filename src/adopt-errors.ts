import { typedSo } from './text.ts'

/** What is said where an agreement that the partners had before cannot be taken in, or is not there any more. */
export const adoptErrors = {
  onlyPictures: (path: string) =>
    `*${path}* shows pictures of pages and has no words, as a scan does. Ask for the Word file it was printed from, or have the scan read: Word, Google Docs and most scanners can make text of it. Then adopt that.`,
  notToAdopt: (path: string) =>
    `hjp cannot read *${path}*. It takes in Word files (.docx), text (.txt) and Markdown (.md) and, where LibreOffice is here, its files and old Word files. Save the agreement as one of them, and adopt that.`,
  listThere: (path: string, document: string) =>
    `*${path}* is there already, and may have your changes in it. Give the new list another name, or take this one in with *hjp adopt ${typedSo(document)} --answers ${typedSo(path)}*`,
  notThere: (path: string) => `There is no file *${path}*. Check the name, and the folder that you are in.`,
  saysNothing: (path: string) => `There are no words in *${path}*.`,
  noOffice: (path: string) =>
    `To read *${path}*, hjp needs LibreOffice, and it is not here. Open the file in Word or in Google Docs, save it as a Word document (.docx), and adopt that.`,
  unreadableByOffice: (path: string) =>
    `LibreOffice could make no Word file of *${path}*. Open it yourself, save it as a Word document (.docx), and adopt that.`,
  nothingAdopted: () => 'No words of an earlier agreement wait for a yes. *hjp adopt* takes one in.',
  nothingReady: () => 'None of them can be agreed in one go, so nothing was changed.',
  notAdopted: (prompt: string) => `No words of an earlier agreement wait at *${prompt}*.`,
  wordsWait: (heading: string, from: string, number: string) =>
    `Nothing is agreed on ${heading} yet, and words of ${from} wait there. To agree to them, add *--adopted*. To see them first: *hjp show ${number}*`,
  adoptedGone: (path: string) =>
    `*${path}* is not beside the partnership file any more. Put it back there first.`,
} as const
