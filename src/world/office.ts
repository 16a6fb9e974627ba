import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HjpError } from '../errors.ts'
import type { OfficeFormat } from './world.ts'

/** Milliseconds that LibreOffice may take. */
const PATIENCE = 90_000

/** No macro runs, and nothing is fetched that a document points to. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${['DisableMacrosExecution', 'DisableActiveContent', 'BlockUntrustedRefererLinks']
  .map(
    (name) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>true</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`

/**
 * A file, by its absolute path, as LibreOffice makes a Word file or an Excel workbook of it; nothing where that is not here. It runs
 * with settings of its own.
 * Throws HjpError unreadableByOffice.
 */
export async function byOffice(path: string, format: OfficeFormat): Promise<Uint8Array | undefined> {
  const { execFile } = await import('node:child_process')
  const folder = await mkdtemp(join(tmpdir(), 'hjp-'))
  const settings = join(folder, 'settings')
  try {
    await mkdir(join(settings, 'user'), { recursive: true })
    await writeFile(join(settings, 'user', 'registrymodifications.xcu'), SETTINGS)
    const isHere = await new Promise<boolean>((done, fail) => {
      execFile(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(settings).href}`,
          '--headless',
          '--norestore',
          '--convert-to',
          format,
          '--outdir',
          folder,
          path,
        ],
        // Elsewhere, so that no program of its name in the folder is taken for it.
        { cwd: dirname(process.execPath), timeout: PATIENCE, killSignal: 'SIGKILL', windowsHide: true },
        (error) => {
          if (error?.code === 'ENOENT') done(false)
          else if (error) fail(new HjpError('unreadableByOffice', basename(path), format))
          else done(true)
        },
      )
    })
    if (!isHere) return undefined
    return await readFile(join(folder, `${basename(path, extname(path))}.${format}`)).catch(() => {
      throw new HjpError('unreadableByOffice', basename(path), format)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
