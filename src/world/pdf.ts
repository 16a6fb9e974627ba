import { dirname } from 'node:path'
import { HjpError } from '../errors.ts'

/** Milliseconds that it may take to read a PDF, and bytes of its text. */
const PATIENCE = 20_000
const MOST = 20_000_000

/** The text of a PDF, by its absolute path, as the program pdftotext makes it; nothing where that is not here. Throws HjpError unreadablePdf. */
export async function pdfText(path: string): Promise<Uint8Array | undefined> {
  const { execFile } = await import('node:child_process')
  return new Promise((done, fail) => {
    execFile(
      'pdftotext',
      ['-raw', '-enc', 'UTF-8', '-q', path, '-'],
      {
        // Elsewhere, so that no program of its name in the folder is taken for it.
        cwd: dirname(process.execPath),
        ...{
          encoding: 'buffer',
          timeout: PATIENCE,
          maxBuffer: MOST,
          killSignal: 'SIGKILL',
          windowsHide: true,
        },
      },
      (error, text) => {
        if (error?.code === 'ENOENT') done(undefined)
        else if (error || text.toString().trim() === '') fail(new HjpError('unreadablePdf', path))
        else done(text)
      },
    )
  })
}
