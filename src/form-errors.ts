/** What is said of forms that go out in copies, and of those that come back. */
export const formErrors = {
  notOfThis: (option: string, what: string) => `*${option}* does not go with ${what}. Leave it out.`,
  onlyWith: (kind: string, option: string, beside: string) =>
    `*${option}* does nothing without *${beside}*. Give both: *hjp ${kind} ${beside} ${option}*`,
  oneFileEach: (many: number) =>
    `${many} copies are ${many} files, so they cannot all have one name. Leave out *--out*, and each is named by its code.`,
  severalCopies: (many: number) =>
    `${many} copies of a form are in one text, so it cannot be told whose answers are whose. Save each as a file of its own, and import them together.`,
  lostCode: (title: string) =>
    `A copy of "${title}" has lost its code, the letters at the end of the line that should stay as it is, so nothing was written. Put them back from the copy that was sent.`,
  otherRows: (table: string, partner: string) =>
    `Rows of this table were removed or renamed in the file after it was sent, so it is not clear any more which row a number means, and nothing was written. Enter what is new with *hjp change* or *hjp add* – or send the table again: *hjp worksheet ${table} --for ${partner}*`,
  noPlaces: (path: string) =>
    `hjp found no words in *${path}*. If it shows a scan or a picture, enter what it says with *hjp answer* or *hjp agree*`,
  twoVoices: (sender: string, asked: string) =>
    `The email is from ${sender}, and the worksheet in it was made for ${asked}. Say whose answers these are with *--as*.`,
  otherCopy: (made: string, as: string, id: string) =>
    `This form was made for ${made}, and *--as* says ${as}, so nothing was written: its line says whose it is. If it is from ${made}, leave out *--as*. If ${as} filled it in, enter its words yourself, or send it a form of its own with *--for ${id}*`,
  whoseWords: (known: string[]) => `Say whose answers these are with *--as*: ${known.join(', ')}.`,
  cutSlip: (many: number, all: string | undefined) =>
    `The answers in it did not come back as they were sent: ${all === undefined ? `${many} are there, and the end is missing` : `${many} of ${all} are there, or words in them have changed`}. Nothing was taken from it. Ask for the file that the form saves, or for the text to be copied again.`,
} as const
