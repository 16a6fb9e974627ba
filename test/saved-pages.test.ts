import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { library, runner } from './memory-world.ts'

/** A message that a mail program or a browser saved as a page. */

const hillside = readFileSync('test/intake-cases/partnership.yaml', 'utf8')
const { hjp, written } = runner({ library, today: '2026-11-23' })
const PAGE = '<p>Hello Ana,</p><p>5.1: On one form – always.</p><p>5.3: By phone,<br>at the café.</p>'
const archive = (page: string) => `MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"; type="text/html"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from(page).toString('base64')}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: logo.png

iVBORw0KGgo=
--b--
`
const inWindows = (text: string) => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1')

test.each<[string, string, Uint8Array]>([
  ['a page', 'back.html', Buffer.from(`<html><body>${PAGE}</body></html>`)],
  ['with a short name', 'back.htm', Buffer.from(PAGE)],
  [
    'as Windows writes it',
    'back.html',
    inWindows(`<html><head><meta charset="windows-1252"></head><body>${PAGE}</body></html>`),
  ],
  ['of two bytes a letter', 'back.html', Buffer.from(`\ufeff<html><body>${PAGE}</body></html>`, 'utf16le')],
  ['under another name', 'back.txt', Buffer.from(`\n<!DOCTYPE html><html><body>${PAGE}</body></html>`)],
  ['in one file with its pictures', 'back.mht', Buffer.from(archive(`<html><body>${PAGE}</body></html>`))],
  ['as others name that', 'back.mhtml', Buffer.from(archive(PAGE))],
])('what was saved as a page is read: %s', async (_, name, bytes) => {
  const made = await hjp(hillside, ['import', name, '--as', 'health', '--yes'], { files: { [name]: bytes } })
  expect(made.code).toBe(0)
  expect(made.text).toContain('On one form – always.')
  expect(made.text).toMatch(/By phone,\s+at the café\./)
  expect(made.printed).toContain('2 new answers from')
  expect(made.printed).toContain('Hello Ana,')
})

test.each([
  ['☐ Yes ☒ No ☐ Not yet\n[Write here]', 'No.'],
  ['☐ Yes ☐ No ☐ Not yet\nBy phone.', 'By phone.'],
  ['☐ Yes ☐ No ☐ Not yet\n[Write here]', undefined],
  ['☒ Yes ☒ No ☐ Not yet', '☒ Yes ☒ No ☐ Not yet'],
])('a place of a form that was saved as text says what was ticked and written: %s', async (place, said) => {
  const text = String(await written(hillside, ['worksheet', '5.3', '--for', 'health'], 'txt'))
  const form = text.replace(/Yes, no or not yet\? Your answer to Q5\.3:/, place)
  const made = await hjp(hillside, ['import', 'form.txt', '--as', 'health', '--yes'], {
    files: { 'form.txt': form },
  })
  if (said) expect(made.text).toMatch(new RegExp(`said: (\\|-\\s+)?${said}\\s+on:`))
  else expect(made.text).toBe(hillside)
})
