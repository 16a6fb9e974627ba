import { stripVTControlCharacters } from 'node:util'

const { env, platform, stdout } = process

/** The program that shows what is longer than the screen; nothing where there is none to be had. */
const pager = (): string | undefined => {
  const chosen = env['HJP_PAGER'] ?? env['PAGER'] ?? (platform === 'win32' ? '' : 'less')
  return ['', 'cat'].includes(chosen.trim()) ? undefined : chosen
}

/** How less behaves, where the keeper has no settings for it: its own prompt, a colon, tells nobody how to leave. */
const LESS = 'FRXPsSpace for more, q when done$'

/** What goes to one of the two streams. */
type Piece = { to: NodeJS.WriteStream; text: string }

/**
 * Holds what is written to the screen until all of it is there: data that is longer than the screen then goes through a pager,
 * and what was said beside it stands below. From the first question on nothing is held.
 */
export function held(): { write(to: NodeJS.WriteStream, text: string): void; release(): void } {
  const program = pager()
  let pieces: Piece[] | undefined = program === undefined ? undefined : []
  const release = () => {
    const all = pieces ?? []
    pieces = undefined
    for (const { to, text } of all) to.write(text)
  }
  process.once('beforeExit', async () => {
    const data = (pieces ?? []).filter(({ to }) => to === stdout).map(({ text }) => text)
    if (program !== undefined && isLong(data.join('')) && (await shownIn(program, data.join(''))))
      pieces = pieces?.filter(({ to }) => to !== stdout)
    release()
  })
  process.once('exit', release)
  return {
    write(to, text) {
      if (pieces) pieces.push({ to, text })
      else to.write(text)
    },
    release,
  }
}

/** Whether a text and the line to type below it are more than the screen has. */
function isLong(text: string): boolean {
  const { rows, columns } = stdout
  const height = (line: string) => Math.max(1, Math.ceil(stripVTControlCharacters(line).length / columns))
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.reduce((all, line) => all + height(line), 0) >= rows
}

/** Whether a pager has shown a text, be it that the keeper had seen enough of it. Ctrl-C is the pager's until then. */
async function shownIn(program: string, text: string): Promise<boolean> {
  const { spawn } = await import('node:child_process')
  process.removeAllListeners('SIGINT').on('SIGINT', () => {})
  return new Promise((done) => {
    const child = spawn(program, {
      shell: program !== 'less',
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS, LESSCHARSET: 'utf-8', ...env },
    })
    // 127 is how a shell says that there is no such program.
    child.on('close', (code) => done(code !== 127))
    child.on('error', () => done(false))
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
