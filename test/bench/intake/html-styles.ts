/** How mail programs set a reply in HTML. */
export type HtmlStyle = {
  /** A line that is typed, and an empty one. */
  line: (words: string) => string
  blank: string
  /** What is written above an original, by the line. */
  above: (lines: string[]) => string
  /** A run of what is quoted, which ends where somebody types into it. */
  quote: (html: string) => string
  /** All from what stands above. */
  original: (html: string) => string
  /** A signature that the program put there, and marks as one. */
  signature?: (html: string) => string
}

export const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const divs: Omit<HtmlStyle, 'above' | 'quote' | 'original'> = {
  line: (words) => `<div>${words}</div>`,
  blank: '<div><br></div>',
}
const asIs = (html: string): string => html
const inBlock =
  (attributes = '') =>
  (html: string) =>
    `<blockquote${attributes && ` ${attributes}`}>${html}</blockquote>`
/** Outlook sets the names of its fields in bold. */
const bold = (lines: string[]): string =>
  lines
    .filter((line) => !/^_+$/.test(line))
    .map((line) => line.replace(/^([^:]+:)/, '<b>$1</b>'))
    .join('<br>\n')

export const gmail: HtmlStyle = {
  ...divs,
  above: (lines) => `<div dir="ltr" class="gmail_attr">${lines.join('<br>')}<br></div>`,
  quote: inBlock(
    'class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"',
  ),
  original: (html) => `<br><div class="gmail_quote gmail_quote_container">${html}</div>`,
  signature: (html) =>
    `<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${html}</div>`,
}

const paragraphs: Omit<HtmlStyle, 'above'> = {
  line: (words) => `<p class=MsoNormal>${words}<o:p></o:p></p>`,
  blank: '<p class=MsoNormal><o:p>&nbsp;</o:p></p>',
  quote: asIs,
  original: asIs,
}
export const word: HtmlStyle = {
  ...paragraphs,
  above: (lines) =>
    `<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${bold(lines)}<o:p></o:p></p></div>`,
}
export const mac: HtmlStyle = {
  ...paragraphs,
  above: (lines) =>
    `<div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${bold(lines)}<o:p></o:p></p></div>`,
}
export const owa: HtmlStyle = {
  ...divs,
  line: (words) =>
    `<div class="elementToProof" style="font-family:Aptos,Calibri,sans-serif;font-size:12pt">${words}</div>`,
  blank: '<div class="elementToProof"><br></div>',
  above: (lines) =>
    `<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${bold(lines)}</font><div>&nbsp;</div></div>`,
  quote: asIs,
  original: asIs,
  signature: (html) => `<div id="Signature">${html}</div>`,
}

export const apple: HtmlStyle = {
  ...divs,
  above: (lines) => `<div>${lines.join('<br>')}</div><br class="Apple-interchange-newline">`,
  quote: inBlock('type="cite"'),
  original: (html) => `<div><br>${html}</div>`,
}
export const iphone: HtmlStyle = {
  ...apple,
  line: (words) => `<div dir="ltr">${words}</div>`,
  above: (lines) => `<blockquote type="cite">${lines.join('<br>')}<br><br></blockquote>`,
  original: (html) => `<div dir="ltr"><br>${html}</div>`,
}
export const thunderbird: HtmlStyle = {
  ...divs,
  line: (words) => `<p>${words}</p>`,
  blank: '',
  above: (lines) => `<div class="moz-cite-prefix">${lines.join('<br>')}<br></div>`,
  quote: inBlock('type="cite" cite="mid:1@partner.example"'),
  original: asIs,
  signature: (html) => `<div class="moz-signature">-- <br>${html}</div>`,
}
export const yahoo: HtmlStyle = {
  ...divs,
  line: (words) => `<div dir="ltr" data-setdir="false">${words}</div>`,
  above: (lines) => `<div>${lines.join('<br>')} </div><div><br></div><div><br></div>`,
  quote: asIs,
  original: (html) =>
    `<div><br></div><div id="ydp1yahoo_quoted_1" class="ydp1yahoo_quoted"><div style="font-family:sans-serif;font-size:13px;color:#26282a">${html}</div></div>`,
  signature: (html) => `<div class="ydp1signature">${html}</div>`,
}
export const yahooApp: HtmlStyle = {
  ...divs,
  above: (lines) =>
    `<p class="yahoo-quoted-begin" style="font-size:15px;color:#715FFA">${lines.join(' ')}</p>`,
  quote: inBlock('class="iosymail"'),
  original: asIs,
}
export const proton: HtmlStyle = {
  ...divs,
  line: (words) => `<div style="font-family:Arial,sans-serif;font-size:14px">${words}</div>`,
  above: (lines) => `${lines.join('<br>')}<br>`,
  quote: inBlock('class="protonmail_quote" type="cite"'),
  original: (html) => `<div class="protonmail_quote">${html}</div>`,
  signature: (html) =>
    `<div class="protonmail_signature_block"><div class="protonmail_signature_block-user">${html}</div></div>`,
}
export const plainDivs: HtmlStyle = {
  ...divs,
  above: (lines) =>
    `<div style="font-size:100%;color:#000000"><div>${lines.join('</div><div>')}</div></div><div><br></div>`,
  quote: asIs,
  original: (html) => `<div><br></div>${html}`,
  signature: (html) => `<div id="composer_signature">${html}</div>`,
}
export const k9: HtmlStyle = {
  ...divs,
  line: (words) => `${words}<br>`,
  blank: '<br>',
  above: (lines) => lines.join('<br>'),
  quote: inBlock(
    'class="gmail_quote" style="margin:0pt 0pt 0pt 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"',
  ),
  original: (html) => `<br><br><div class="gmail_quote">${html}</div>`,
  signature: (html) => `<div class="k9mail-signature">${html}</div>`,
}
export const roundcube: HtmlStyle = {
  ...divs,
  line: (words) => `<p>${words}</p>`,
  blank: '',
  above: (lines) => `<p id="reply-intro">${lines.join('<br>')}</p>`,
  quote: inBlock('type="cite" style="padding:0 0.4em;border-left:#1010ff 2px solid;margin:0"'),
  original: asIs,
  signature: (html) => `<div id="_rc_sig">-- <br>${html}</div>`,
}
export const zimbra: HtmlStyle = {
  ...divs,
  above: (lines) =>
    `<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${bold(lines.filter((line) => !line.startsWith('-')))}<br></div><br>`,
  quote: asIs,
  original: (html) => `<div><br></div>${html}`,
  signature: (html) => `<div data-marker="__SIG_POST__">${html}</div>`,
}
export const notes: HtmlStyle = {
  ...divs,
  line: (words) => `<font size=2 face="sans-serif">${words}</font><br>`,
  blank: '<br>',
  above: (lines) =>
    `<br><br>${lines.map((line) => line.replace(/^([^:]+:)\t?(.*)/, '<font size=1 color=#5f5f5f face="sans-serif">$1 &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">$2</font>')).join('<br>')}<br><hr noshade><br><br>`,
  quote: asIs,
  original: asIs,
}
/** A quotation that its program marks as one. */
export const cited: HtmlStyle = {
  ...divs,
  above: (lines) => `<div>${lines.join('<br>')}<br></div>`,
  quote: inBlock('type="cite"'),
  original: (html) => `<div><br></div>${html}`,
}
export const sogo: HtmlStyle = {
  ...cited,
  line: (words) => `<p>${words}</p>`,
  blank: '',
  above: (lines) => `${lines.join('<br>')}<br>`,
}
export const bareQuote: HtmlStyle = { ...cited, quote: inBlock() }
export const tuta: HtmlStyle = {
  ...cited,
  quote: inBlock(
    'class="tutanota_quote" style="border-left:1px solid #93A3B8;padding-left:10px;margin-left:5px"',
  ),
}
export const gmx: HtmlStyle = {
  ...divs,
  above: (lines) => `<div style="margin:0 0 10px 0">${bold(lines)}</div>`,
  quote: asIs,
  original: (html) =>
    `<div>&nbsp;</div><div name="quote" style="margin:10px 5px 5px 10px;padding:10px 0 10px 10px;border-left:2px solid #C3D9E5">${html}</div>`,
}
