/** What is said of a folder, and of what stands in it beside the partnership file: links, templates and a letterhead. */
export const folderErrors = {
  leadsOutside: (path: string) =>
    `*${path}* is a link, or behind one, that leads out of the partnership's folder. hjp does not read or write there by itself. Replace it with an ordinary folder or file, or say where to write with *--out*.`,
  tooMuchInFolder: (path: string) =>
    `There is far more in *${path}* than a partnership's prompts and templates. Is it the right folder? Remove anything that does not belong there.`,
  duplicateNumber: (number: number, first: string, second: string) =>
    `The parts *${first}* and *${second}* both have the number ${number}. Give yours a different one.`,
  duplicatePrompt: (path: string, id: string) => `*${path}* defines the prompt *${id}* twice. Keep one.`,
  badTemplate: (path: string, line: number, column: number, problem: string) =>
    `*${path}:${line}:${column}* ${problem}`,
  badOption: (path: string, name: string) =>
    `*${path}* has an option called *${name}*, which hjp already uses or nobody could type. Choose another name, in lower-case letters and dashes.`,
  manyTemplates: (most: number) =>
    `The templates in this folder contain more than hjp can read: they may have {{ }} up to ${most} times in all. Remove any that nobody needs.`,
  badLetterhead: (path: string, why: string) => `*${path}* cannot be your letterhead: ${why}`,
  badFrontMatter: (path: string) =>
    `*${path}* needs front matter: a first line of three dashes, keys such as title and formats, and three dashes again.`,
  noPdfReader: (path: string) =>
    `To read a PDF, hjp needs the program *pdftotext*, and it is not here. It comes with Poppler (poppler-utils). Or ask for the copy as a Word file, and verify that instead of *${path}*.`,
  unreadablePdf: (path: string) =>
    `*${path}* has no text that can be read. It may be a scan, protected or damaged. Compare it by eye, or ask for the file that it was made from.`,
} as const
