import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { isAddress } from '../../core/values/fields.ts'
import { oneLine, safe } from '../document/clean.ts'
import type { Document } from '../document/document.ts'
import { numberOf } from '../document/numbering.ts'
import { PALETTE } from '../pictures/palette.ts'
import { body } from './body.ts'
import { withNotice } from './notice.ts'
import { sealed, UNSEALED } from './seal.ts'
import { txt } from './txt.ts'

/** A document as a message that a mail program opens as a draft. Its subject is the title, so the words start below that. */
export async function eml(document: Document): Promise<string> {
  const [first, ...others] = document.blocks
  const isTitle = first?.kind === 'heading' && first.level === 1
  const letter = { ...document, blocks: isTitle ? others : document.blocks }
  const text = txt(letter).trimEnd()
  const html = page(letter)
  const message = await new MailComposer({
    to: document.recipients
      .map(({ name, email }) => ({ name: oneLine(name), address: oneLine(email) }))
      .filter(({ address }) => isAddress(address)),
    subject: oneLine(document.title),
    text,
    html,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    // No line of the text can be this by chance, and the same document gives the same.
    baseBoundary: createHash('sha256').update(text).update(html).digest('hex').slice(0, 32),
    date: new Date(0),
    messageId: '<draft@localhost>',
  })
    .compile()
    .build()
  return sealed(`X-Unsent: 1\r\nX-Hjp: ${UNSEALED}\r\n${withoutSending(message.toString('utf8'))}`)
}

/** A draft has not been sent, so it has no day and no identity yet: the mail program gives it both. */
const withoutSending = (message: string) => {
  const end = message.indexOf('\r\n\r\n')
  return message.slice(0, end).replace(/^(Date|Message-ID):.*\r\n/gim, '') + message.slice(end)
}

const LOOK: Record<string, string> = {
  '<h1': 'font-size:20px;margin:24px 0 8px',
  '<h2': 'font-size:18px;margin:24px 0 8px',
  '<h3': 'font-size:16px;margin:16px 0 8px',
  '<p': 'margin:0 0 12px',
  '<ul': 'margin:0 0 12px;padding-inline-start:24px',
  '<ol': 'margin:0 0 12px;padding-inline-start:24px',
  '<table': 'border-collapse:collapse;margin:0 0 12px',
  '<th': 'border:1px solid #999;padding:6px 10px;text-align:start;vertical-align:top',
  '<td': 'border:1px solid #999;padding:6px 10px;text-align:start;vertical-align:top',
  '<mark': `background:${PALETTE.gap};color:#000`,
  '<ins': 'background:#dcf3e0;color:#000;text-decoration:underline',
  '<del': 'background:#fbe3e1;color:#000;text-decoration:line-through',
  '<div class="note"': 'border-inline-start:4px solid #777;margin:0 0 12px;padding:8px 12px',
  '<div class="clause"': 'margin:0 0 12px',
  '<div></div': 'height:28px;border-bottom:1px solid #777',
}

/** Mail programs drop style sheets, so each element carries its own look, and a clause's number stands in its first line. */
function page(document: Document): string {
  const marks = { numbers: numberOf(document), levels: new Map(), ids: new Map(), pictures: new Map() }
  const words = body(withNotice(document), marks)
    .replace(/<span class="number">(.*)<\/span>\n<div>\n<p(.*?)>/g, '<div>\n<p$2>$1&ensp;')
    .replace(
      /<(?:h[123]|p|ul|ol|table|th|td|mark|ins|del|div class="(?:note|clause)"|div(?=><\/div>))(?=[ >])/g,
      (tag) => `${tag} style="${LOOK[tag === '<div' ? '<div></div' : tag]}"`,
    )
  return `<!doctype html>
<html lang="${safe(document.locale)}">
<head><meta charset="utf-8"><title>${safe(oneLine(document.title))}</title></head>
<body style="font:15px/1.5 sans-serif">
${words}
</body>
</html>`
}
