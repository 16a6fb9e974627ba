/** The lines that are new, and those that are gone. */
export const changes = (before: string, now: string): string => {
  const [from, to] = [before.split('\n'), now.split('\n')]
  return [
    ...from.filter((line) => !to.includes(line)).map((line) => `- ${line}`),
    ...to.filter((line) => !from.includes(line)).map((line) => `+ ${line}`),
  ].join('\n')
}
