import { createHash } from 'node:crypto'
import { BESIDE_BOXES, type Box } from '../../core/agreement/worksheet.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { oneLine, safe, textByLine } from '../document/clean.ts'
import type { Block, Document, FormRow } from '../document/document.ts'
import { type TableRowOfForm, tableRowsIn } from '../document/form.ts'
import { inlinesIn } from '../document/tree.ts'
import { type BlockMarks, body } from './body.ts'
import { PAGE_SCRIPT, SLIP_SCRIPT } from './form-script.ts'

/** A form as a page that is filled in there: one file, which asks nothing of any network. */

const SCRIPT = SLIP_SCRIPT + PAGE_SCRIPT
/** Only this script runs. Browsers that do not know digests go by the first word. */
export const scriptPolicy = (): string =>
  `; script-src 'unsafe-inline' 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'; form-action 'none'; base-uri 'none'`

/** What stands in a page around a form. `marks` are those of its blocks. */
export function formPage(document: Document, blocks: Block[], marks: BlockMarks): string {
  const [intro = [], ...groups] = inGroups(blocks)
  const last = groups.at(-1) ?? []
  const end = last.splice(last.findLastIndex(({ kind }) => kind === 'form') + 1)
  let count = 0
  let isTable = false
  const withFields: BlockMarks = {
    ...marks,
    form(block) {
      const table = tableRowsIn(block)
      isTable = table.length > 0
      const screens = isTable
        ? table.map((row) => tableRow(row, () => ++count))
        : block.rows.map((row) => question(row, ++count, marks))
      return screens.join('\n')
    },
  }
  const asked = groups
    .map((group) => `<section class="group">\n${body(group, withFields)}\n</section>`)
    .join('\n')
  const { line } = document.form!
  return `<form id="form" data-head="${safe(`${line} ${stampOf(document.author)}`)}" data-kept="What you type is kept in this browser, on this device, until you send it." data-lost="This browser does not keep what you type. Do not close the page before you have sent it.">
<section class="screen intro">
${body(intro, marks)}
<p class="note unscripted" role="note">To fill this in, open it in a browser such as Chrome, Edge, Firefox or Safari: save the file first, and open it from there. A preview in an email shows it, and takes no answers.</p>
<p id="kept" class="scripted-only" role="status"></p>
</section>
<div class="far scripted-only">
<label for="bar">Answered: <span id="far"></span></label> <progress id="bar" max="${count}" value="0"></progress>
<button type="button" id="single" aria-pressed="false">One ${isTable ? 'row' : 'question'} at a time</button>
</div>
${asked}
<section class="screen end">
${body(end, marks)}
${ending(document)}
</section>
<div class="turn scripted-only"><button type="button" id="back">Back</button> <button type="button" id="next">Next</button></div>
</form>
<script>${SCRIPT}</script>
`
}

/** Blocks before the first section, and then those of each. */
function inGroups(blocks: Block[]): Block[][] {
  const groups: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) groups.push([])
    groups.at(-1)!.push(block)
  }
  return groups
}

/** Letters of choices that stand side by side. */
const ON_A_LINE = 30
const areShort = (choices: Box[]): boolean =>
  choices.reduce((sum, { words }) => sum + words.length, 0) <= ON_A_LINE

function question(row: FormRow, n: number, marks: BlockMarks): string {
  const { prompt, number, topic, ask, more, choices, which, said, rest, confirms, ticksOnly } = row
  const title = oneLine(`${number}  ${topic}`)
  const attributes = [
    `data-key="${safe(prompt)}" data-label="${safe(title)}"`,
    ...(said ? [`data-sent="${stampOf(said)}"`] : []),
    ...(confirms ? [`data-asked="${askedStamp(ask)}"`] : []),
  ]
  const boxes = choices.map(
    ({ words, ticked }) =>
      `<label><input type="radio" name="q${n}" value="${safe(words)}"${ticked ? ' checked' : ''}> ${safe(words)}</label>`,
  )
  const label = `Your answer to ${number}`
  return `<section class="screen question">
<h3 dir="auto">${safe(title)}</h3>
${body(ask, marks)}
${more.length > 0 ? `<div class="more">\n${body(more, marks)}\n</div>\n` : ''}<div ${attributes.join(' ')}>
${boxes.length > 0 ? `<fieldset${areShort(choices) ? ' class="short"' : ''}>\n<legend>${safe(`${which} ${label}`.trim())}</legend>\n${boxes.join('\n')}\n<button type="button" class="open" hidden>${BESIDE_BOXES.none}</button>\n</fieldset>\n` : ''}${ticksOnly ? '' : `<label for="a${n}">${safe(boxes.length > 0 ? BESIDE_BOXES.words : label)}</label>\n<textarea id="a${n}" rows="4" dir="auto">\n${safe(rest)}</textarea>\n`}</div>
</section>`
}

/** A row of a table, all of whose cells stand together. */
function tableRow({ title, cells }: TableRowOfForm, next: () => number): string {
  const fields = cells.map(({ prompt, number, topic, said }) => {
    const id = `a${next()}`
    const attributes = `data-key="${safe(prompt)}" data-label="${safe(oneLine(`${number}  ${topic}`))}"`
    return `<div ${attributes}${said ? ` data-sent="${stampOf(said)}"` : ''}><label for="${id}">${safe(topic)}</label>
<textarea id="${id}" rows="1" dir="auto">
${safe(said)}</textarea></div>`
  })
  return `<section class="screen question">
<h3 dir="auto">${safe(oneLine(title))}</h3>
${fields.join('\n')}
</section>`
}

/** A mark of what is asked in a place, by which it is known later whether it is still the same. */
export const askedStamp = (ask: Block[]): string => stampOf(inlinesIn(ask).flatMap(textByLine).join('\n'))

/** How answers leave the page. An email shows its sender, so those who have a code are not offered one. */
function ending({ form, title }: Document): string {
  const { line, to, anonymous } = form!
  const how = anonymous
    ? 'Nothing has been sent yet. Save your answers as a file, or copy them, and give them to whoever collects the copies. An email of your own would show your name.'
    : `Nothing has been sent yet. Copy your answers into an email${to ? ` to ${to}` : ''}, or save them as a file and attach it.`
  const mail =
    anonymous || !to
      ? ''
      : `<button type="button" id="mail" data-to="${safe(to)}" data-long="Your answers are too long for this button. Copy them and paste them into an email to ${safe(to)}, or save them and attach the file.">Write the email</button>\n`
  const name = safe(`answers-${line.replaceAll('/', '-')}.txt`)
  return `<div class="scripted-only">
<h2>Send your answers</h2>
<p>${safe(how)} Please leave the text as it is: it says at its end how much it is, so that we notice if something was cut off.</p>
<p class="buttons">
<button type="button" id="copy" data-said="Copied. Paste it where you want it." data-by-hand="Your answers are marked below. Copy them with Ctrl and C, or by holding a finger on them.">Copy your answers</button>
<button type="button" id="save" data-name="${name}" data-said="Saved where your downloads go, as ${name}.">Save as a file</button>
${mail}<button type="button" id="forget" data-sure="Take out all that you typed here?" data-said="The form is as it came, and nothing is kept in this browser.">Clear this form</button>
</p>
<p id="done" role="status"></p>
<pre id="answers" tabindex="0" role="region" aria-label="Your answers as text, ${safe(oneLine(title))}"></pre>
</div>`
}

/** The look of a form, beside that of any page. */
export const FORM_LOOK = `
html:not(.scripted) .scripted-only, html.scripted .unscripted { display: none; }
.question { border-top: 1px solid var(--line); padding-top: 0.2em; }
.more { color: var(--quiet); font-size: 0.92rem; }
fieldset { border: 0; margin: 0 0 0.8em; padding: 0; }
legend, .question label[for] { font-weight: 600; padding: 0; }
fieldset label { display: block; padding: 0.45em 0; }
input[type=radio] { width: 1.25em; height: 1.25em; margin: 0 0.4em 0 0; vertical-align: -0.2em; accent-color: var(--link); }
textarea { display: block; width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 0.25em; padding: 0.5em 0.7em; margin: 0.3em 0 1em; resize: vertical; }
button { font: inherit; color: var(--ink); background: var(--soft); border: 1px solid var(--quiet); border-radius: 0.3em; padding: 0.5em 1em; min-height: 2.75rem; margin: 0 0.4em 0.4em 0; cursor: pointer; }
button[aria-pressed=true] { border-color: var(--link); box-shadow: inset 0 0 0 2px var(--link); }
button:disabled { color: var(--quiet); cursor: default; }
button[hidden] { display: none; }
:is(button, textarea, input, pre, h1, h2, h3):focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.far { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0.5em 0; }
#kept { color: var(--quiet); font-size: 0.85rem; }
.short label { display: inline-block; margin-inline-end: 2em; }
progress { width: 8rem; vertical-align: middle; accent-color: var(--link); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 0.7em 1em; max-height: 24rem; overflow: auto; }
.turn { display: none; }
@media screen {
  .single .turn { display: block; }
  .single :is(.screen:not(.intro), .group):not(.here), .single .intro:not(.here) > :not(h1) { display: none; }
  .single .intro:not(.here) h1 { font-size: 1rem; margin: 0; }
}
@media print {
  .far, .turn, .buttons, button, #done, .end .scripted-only { display: none; }
  .question { break-inside: avoid; }
}`
