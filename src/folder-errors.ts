/** What is said of a folder, and of what stands in it beside the partnership file: links, templates and a letterhead. */
export const folderErrors = {
  leadsOutside: (path: string) =>
    `*${path}* is a link, or behind one, and leads out of the partnership's folder, where hjp reads and writes nothing by itself. Put a folder or file of its own in its place, or say where to write with *--out*.`,
  tooMuchInFolder: (path: string) =>
    `There is far more in *${path}* than the prompts and templates of a partnership. Is it the right folder? Take out what does not belong there.`,
  badTemplate: (path: string, line: number, column: number, problem: string) =>
    `*${path}:${line}:${column}* ${problem}`,
  badOption: (path: string, name: string) =>
    `*${path}* has an option called *${name}*, which hjp has already or which nobody could type. Call it something else, in lower-case letters and dashes.`,
  manyTemplates: (most: number) =>
    `There is more in the templates of this folder than hjp reads: they may have {{ }} ${most} times in all. Take out those that nobody needs.`,
  badLetterhead: (path: string, why: string) => `*${path}* cannot be your letterhead: ${why}`,
  badFrontMatter: (path: string) =>
    `*${path}* needs front matter: a first line of three dashes, keys such as title and formats, and three dashes again.`,
} as const
