import { typedSo } from './text.ts'

/** What LibreOffice makes of a file, and what to do where it cannot. */
const BY_OFFICE = {
  docx: {
    ...{ made: 'Word file', programs: 'Word or in Google Docs' },
    save: 'save it as a Word document (.docx), and adopt that',
  },
  xlsx: {
    ...{ made: 'Excel workbook', programs: 'Excel or in Google Sheets' },
    save: 'save it as an Excel workbook (.xlsx), and import that',
  },
}

/** What is said where an agreement that the partners had before cannot be taken in, or is not there any more. */
export const adoptErrors = {
  onlyPictures: (path: string) =>
    `*${path}* shows pictures of pages and has no words, as a scan does. Ask for the Word file it was printed from, or have the scan read: Word, Google Docs and most scanners can make text of it. Then adopt that.`,
  notToAdopt: (path: string) =>
    `hjp cannot read *${path}*. It takes in Word files (.docx), text (.txt) and Markdown (.md) and, where LibreOffice is here, its files and old Word files. Save the agreement as one of them, and adopt that.`,
  pdfToAdopt: (path: string) =>
    `hjp cannot take in a PDF such as *${path}*. Ask whoever made it for the Word file, or open it in Word, which makes a document of it. Save that as a Word document (.docx), look it through, and adopt it.`,
  listThere: (path: string, document: string) =>
    `*${path}* is there already, and may have your changes in it. Give the new list another name, or take this one in with *hjp adopt ${typedSo(document)} --answers ${typedSo(path)}*`,
  notThere: (path: string) => `There is no file *${path}*. Check the name, and the folder that you are in.`,
  saysNothing: (path: string) => `There are no words in *${path}*.`,
  noOffice: (path: string, format: keyof typeof BY_OFFICE) =>
    `To read *${path}*, hjp needs LibreOffice, and it is not here. Open the file in ${BY_OFFICE[format].programs}, ${BY_OFFICE[format].save}.`,
  unreadableByOffice: (path: string, format: keyof typeof BY_OFFICE) =>
    `LibreOffice could make no ${BY_OFFICE[format].made} of *${path}*. Open it yourself, ${BY_OFFICE[format].save}.`,
  nothingAdopted: () => 'No words of an earlier agreement wait for a yes. *hjp adopt* takes one in.',
  nothingReady: () => 'None of them can be agreed in one go, so nothing was changed.',
  notAdopted: (prompt: string) => `No words of an earlier agreement wait at *${prompt}*.`,
  unknownPaper: (called: string, known: readonly string[]) =>
    known.length > 0
      ? `hjp has no agreement *${called}* of before. It has ${known.join(', ')}.`
      : `${called} is not taken in. First: *hjp adopt ${typedSo(called)}*`,
  signedOther: (document: string, from: string, other: string) =>
    `What applies from ${from} is ${other} in the file, and not ${document}. Say from which day that applies, with *--from*`,
  wordsWait: (heading: string, from: string, number: string) =>
    `Nothing is agreed on ${heading} yet, and words of ${from} wait there. To agree to them, add *--adopted*. To see them first: *hjp show ${number}*`,
  adoptedGone: (path: string) =>
    `*${path}* is not beside the partnership file any more. Put it back there first.`,
} as const
