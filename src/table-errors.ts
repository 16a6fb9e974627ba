/** What is wrong with a spreadsheet. */
export const tableErrors = {
  notATable: (path: string, what: string) =>
    `*${path}* ${what} hjp reads tables as CSV (.csv) or as Excel workbooks (.xlsx): save it as one of them, and try again.`,
  whichTable: (path: string, likely: readonly string[]) =>
    `The headings of *${path}* do not say which rows it has. Give them with *--table*: ${likely.join(', ')}.`,
  readingsInReport: () =>
    'A report leaves out stories told in confidence and figures that rest on a few people; a list of readings cannot. Leave out *--for* to export them for yourself. For partners, run *hjp report*',
}
