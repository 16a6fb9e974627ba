import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HjpError } from '../errors.ts'

/** The words after the keeper's own editor has had them. Throws HjpError where it could not be opened, or was left without saving. */
export function edited(text: string): string {
  const editor =
    process.env['VISUAL'] || process.env['EDITOR'] || (process.platform === 'win32' ? 'notepad' : 'vi')
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'hjp-'))
    const file = join(folder, 'answer.md')
    writeFileSync(file, text === '' ? '' : `${text}\n`)
    const { status } = spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
    if (status !== 0) throw new HjpError('editorFailed', editor)
    const words = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    return words.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  } catch (error) {
    if (error instanceof HjpError) throw error
    if (error instanceof TypeError) throw new HjpError('isBinary', 'what the editor saved')
    throw new HjpError('editorFailed', editor)
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}
