/** What every command can be told, and hjp without one. */
export const COMMON_OPTIONS: [flags: string, about: string][] = [
  [
    '--file <path>',
    'the partnership file (default: the one that HJP_FILE names, or partnership.yaml, here or in a folder above)',
  ],
  ['--today <date>', 'work as if today were this day'],
  ['-n, --dry-run', 'show what would change, and write nothing'],
  ['-q, --quiet', 'print only what was asked for'],
  ['--no-input', 'never ask a question: stop and say what is missing'],
  ['--no-color', 'print plain text'],
  [
    '--no-lock',
    'use no lock file, for a disk that cannot have one; nobody else may write to the file at the same time',
  ],
  ['--allow <reason>', 'write something that could identify a client, and keep the reason why it is safe'],
]

/** The names of an option, as in: -q, --quiet. */
export const optionNames = (flags: string): string[] => flags.match(/(?<!\S)--?[a-z-]+/gi) ?? []

/** The command's name, and all that stands before and after it. */
export function split(args: string[]): { name: string | undefined; rest: string[] } {
  const takesValue = COMMON_OPTIONS.flatMap(([flags]) => (flags.includes('<') ? optionNames(flags) : []))
  const at = args.findIndex((arg, n) => !arg.startsWith('-') && !takesValue.includes(args[n - 1] ?? ''))
  return at < 0
    ? { name: undefined, rest: args }
    : { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] }
}

/** What an option is given among these arguments. */
export const valueGiven = (args: string[], option: string): string | undefined =>
  args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) ??
  args[args.indexOf(option) + 1 || args.length]

/** What a shell calls hjp with, followed by the words of a line that is being typed. */
export const COMPLETING = 'complete'
